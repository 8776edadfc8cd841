"""Holds every answer against the history in the moment in which the server gives it: nothing lost, nothing twice, in order, in time.

The judge sees what the server says, whether it arrives or not, so that an answer that is lost on its way is judged as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from laiwang.kernel.sync import parse_token
from tests.sim.history import Entry, History, Said
from tests.sim.process import Answer
from tests.sim.window import INSIDE, Window

__all__ = ["LATE_S", "Judge", "Poll"]

#: what concerns somebody who waits is told within this time after it is durable, and so is whoever made it so
LATE_S = 0.5
#: nothing takes longer than this, not even on a slow disk
HANGS_S = 15.0


class Poll:
    """One /sync request on the server."""

    def __init__(
        self, user_id: str, device_id: str, since: str | None, timeout_s: float, began_s: float, boot: str
    ) -> None:
        self.user_id = user_id
        self.device_id = device_id
        self.since = None if since is None else parse_token(since).position
        self.timeout_s = timeout_s
        self.began_s = began_s
        #: the process that is asked
        self.boot = boot
        #: when the device asked again
        self.superseded_s: float | None = None
        #: the question that this one was to answer
        self.older: Poll | None = None

    def __str__(self) -> str:
        return (
            f"{self.user_id}/{self.device_id} since {self.since}, waiting {self.timeout_s:g} s from {self.began_s:.4f}"
        )


class Judge:
    """Judges /sync. What it finds goes to the history."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._newest: dict[tuple[str, str], Poll] = {}
        #: the furthest token that a device came with: what lies before it need not be handed out again
        self._acknowledged: dict[tuple[str, str], int] = {}
        #: room → person → when her typing ends by itself
        self._typing: dict[str, dict[str, float]] = {}
        #: (when, room, what) of every change of typing that nobody else's bell announced
        self._typed: list[tuple[float, str, str]] = []

    # --- polls ------------------------------------------------------------------------------------------------------------

    def began(self, poll: Poll) -> None:
        """A device asks; an older question of it is answered at once."""
        device = (poll.user_id, poll.device_id)
        older = self._newest.get(device)
        if older is not None and older.superseded_s is None and older.boot == poll.boot:
            older.superseded_s = self._history.now()
            poll.older = older
        self._newest[device] = poll
        self._acknowledged[device] = max(self._acknowledged.get(device, 0), poll.since or 0)

    def ended(self, poll: Poll) -> None:
        """The poll is over without an answer: the client went away, or the server died. It must not have been overdue."""
        self._check_time(poll)

    def answered(self, poll: Poll, answer: Answer) -> None:
        """The server answers."""
        self._check_time(poll)
        if answer.status == 200:
            self._hear_typing(answer.json())
            Window(
                self._history, poll, answer.json(), self._acknowledged.get((poll.user_id, poll.device_id), 0)
            ).check()
        elif answer.status != 503:
            self._history.find("fault", f"/sync of {poll} was answered {answer.status} {answer.body.decode()}")

    def _check_time(self, poll: Poll) -> None:
        now = self._history.now()
        older, poll.older = poll.older, None
        if older is not None and older.superseded_s == poll.began_s and now <= poll.began_s + LATE_S:
            # Of two that came in the same moment the server may take either for the later one.
            older.superseded_s = None
        end = now if poll.superseded_s is None else min(now, poll.superseded_s)
        if now > (poll.began_s if poll.since is None else max(poll.began_s + poll.timeout_s, end)) + LATE_S:
            self._history.find("lateness", f"{poll} took until {now:.4f}")
            return
        if poll.superseded_s is not None and now > poll.superseded_s + LATE_S:
            self._history.find("lateness", f"{poll} went on until {now:.4f} though it was asked anew")
        if poll.since is None or end <= poll.began_s + LATE_S:
            return
        for entry in self._history.after(poll.since):
            if max(entry.at_s, poll.began_s) + LATE_S < end and self._concerns(poll, entry):
                self._history.find(
                    "lateness",
                    f"{poll} ended at {end:.4f}, but {entry.kind} in {entry.topic} at position {entry.position}"
                    f" was durable at {entry.at_s:.4f}",
                )
                return
        for at_s, room_id, what in reversed(self._typed):
            if at_s + LATE_S < end and at_s > poll.began_s + LATE_S and self._was_in(poll.user_id, room_id, at_s):
                self._history.find("lateness", f"{poll} ended at {end:.4f}, but {what} in {room_id} at {at_s:.4f}")
                return

    def _was_in(self, user_id: str, room_id: str, at_s: float) -> bool:
        """Whether the person has been in the room from that moment on, and a little before."""
        history, settled_s = self._history, at_s - LATE_S
        standings = history.standings.get((user_id, room_id), ())
        before = [value for at, value in standings if history.entries[at - 1].at_s < settled_s]
        return before[-1:] == ["join"] and all(value == "join" for _, value in standings[len(before) :])

    def _concerns(self, poll: Poll, entry: Entry) -> bool:
        """Whether a parked poll of that person must be answered because of the fact."""
        history, user_id, topic = self._history, poll.user_id, entry.topic
        if topic.startswith("room:"):
            return history.standing(user_id, topic[5:], entry.position) == "join"
        if topic.startswith("receipts:"):
            room_id = topic[9:]
            return history.standing(user_id, room_id, entry.position) == "join" == history.standing(user_id, room_id)
        if topic == f"device:{user_id}/{poll.device_id}":
            return entry.position > self._acknowledged.get((user_id, poll.device_id), 0)
        if topic != f"user:{user_id}" or entry.key is None:
            return False
        if entry.key.startswith("account_data/"):
            return True
        room_id = entry.key.split("/")[1]
        if entry.kind != "membership":
            return history.standing(user_id, room_id, entry.position) == "join" == history.standing(user_id, room_id)
        before = history.standing(user_id, room_id, poll.since)
        return before in INSIDE or any(
            one in INSIDE for one in history.changes(user_id, room_id, poll.since or 0, entry.position)
        )

    # --- typing -----------------------------------------------------------------------------------------------------------

    def typing(self, user_id: str, room_id: str, ends_s: float | None) -> None:
        """A person's typing was taken note of; `ends_s` None ends it."""
        self._expire()
        known = self._typing.setdefault(room_id, {})
        if ends_s is not None:
            if user_id not in known:
                self._typed.append((self._history.now(), room_id, f"{user_id} began to type"))
            known[user_id] = ends_s
        elif known.pop(user_id, None) is not None:
            self._typed.append((self._history.now(), room_id, f"{user_id} stopped to type"))

    def heard(self, room_id: str, said: Said) -> None:
        """An event is durable: a message ends its sender's typing, and who is out of the room types no more."""
        if said.type == "m.room.member" and said.content["membership"] != "join":
            self.spoke(str(said.state_key), room_id)
        elif said.type == "m.room.message":
            self.spoke(said.sender, room_id)

    def spoke(self, user_id: str, room_id: str) -> None:
        """Something is sent, so its sender types no more; the event itself tells of it."""
        self._expire()
        self._typing.get(room_id, {}).pop(user_id, None)

    def _hear_typing(self, answer: Mapping[str, Any]) -> None:
        """Who is told not to type any more does not type: a message that was refused in the end has ended it."""
        for room_id, section in answer.get("rooms", {}).get("join", {}).items():
            for event in section.get("ephemeral", {}).get("events", ()):
                if event["type"] == "m.typing" and room_id in self._typing:
                    known = self._typing[room_id]
                    self._typing[room_id] = {
                        one: at for one, at in known.items() if one in event["content"]["user_ids"]
                    }

    def forget_typing(self) -> None:
        """Typing is not stored: it ends with the process."""
        self._expire()
        self._typing.clear()
        self._typed.clear()

    def _expire(self) -> None:
        now = self._history.now()
        for room_id, people in self._typing.items():
            for user_id, ends_s in list(people.items()):
                if ends_s <= now:
                    del people[user_id]
                    if self._history.standing(user_id, room_id) == "join":
                        self._typed.append((ends_s, room_id, f"{user_id} no longer typed"))
