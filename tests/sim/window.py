"""One answer of /sync against the history: what belongs into its window must be in it, once, in order, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import orjson

from laiwang.kernel.sync import parse_token
from tests.sim.history import Entry, History, Said

__all__ = ["INSIDE", "Asked", "Window"]

#: memberships of those whom a room concerns
INSIDE = ("join", "invite", "knock")


class Asked(Protocol):
    """The question that the answer is for."""

    user_id: str
    device_id: str
    since: int | None
    began_s: float


class Window:
    """One answer of /sync and what belongs into it: since < position <= upto."""

    def __init__(self, history: History, poll: Asked, answer: Mapping[str, Any], acknowledged: int) -> None:
        self._history = history
        self._poll = poll
        self._answer = answer
        self._acknowledged = acknowledged
        self._since = poll.since or 0
        self._upto = parse_token(answer["next_batch"]).position
        rooms = answer.get("rooms", {})
        self._join: Mapping[str, Any] = rooms.get("join", {})
        self._invite: Mapping[str, Any] = rooms.get("invite", {})
        self._leave: Mapping[str, Any] = rooms.get("leave", {})

    def _find(self, kind: str, text: str) -> None:
        self._history.find(kind, f"{text}; {self._poll} to {self._upto}")

    def check(self) -> None:
        """Everything."""
        history, user_id = self._history, self._poll.user_id
        if self._upto > history.position:
            self._find("order", f"the token is ahead of the disk, which is at {history.position}")
            return
        if self._upto < self._since:
            self._find("order", "the token went back")
            return
        for room_id in history.rooms_of.get(user_id, ()):
            self._check_room(room_id)
        for room_id, section in self._join.items():
            history.check_redacted(section.get("timeline", {}).get("events", ()), self._poll.began_s)
            if history.standing(user_id, room_id, self._upto) != "join":
                self._find("order", f"{room_id} is told as joined and is not")
        self._check_facts()

    # --- rooms ------------------------------------------------------------------------------------------------------------

    def _check_room(self, room_id: str) -> None:
        history, user_id = self._history, self._poll.user_id
        is_first = self._poll.since is None
        before = None if is_first else history.standing(user_id, room_id, self._since)
        now = history.standing(user_id, room_id, self._upto)
        changes = history.changes(user_id, room_id, self._since, self._upto)
        if now == "join":
            if before == "join" and all(one == "join" for one in changes):
                self._check_stayed(room_id)
            else:
                self._check_entered(room_id, was_away=before == "join")
        elif now == "invite":
            if changes and room_id not in self._invite:
                self._find("loss", f"the invite to {room_id} is not told")
        elif now is not None and not is_first and changes and room_id not in self._leave:
            self._check_left(room_id, [before, *changes])

    def _check_left(self, room_id: str, standings: Sequence[str | None]) -> None:
        if any(one in INSIDE for one in standings):
            self._find("loss", f"the departure from {room_id} is not told")

    def _told(self, room_id: str) -> tuple[list[str], bool]:
        timeline = self._join.get(room_id, {}).get("timeline", {})
        return [event["event_id"] for event in timeline.get("events", ())], bool(timeline.get("limited"))

    def _check_stayed(self, room_id: str) -> None:
        expected = [one.event_id for one in self._history.events(room_id, self._since, self._upto)]
        told, is_limited = self._told(room_id)
        if is_limited:
            if not told and expected:
                return self._find("loss", f"nothing is told of {room_id}")
            if len(told) >= len(expected):
                self._find("order", f"{room_id} is limited though all was told")
            expected = expected[len(expected) - len(told) :]
        if told == expected:
            return None
        known, wanted = set(told), set(expected)
        if missing := [one for one in expected if one not in known]:
            return self._find("loss", f"{room_id} misses {self._names(missing)}")
        if extra := [one for one in told if one not in wanted]:
            kind = "duplication" if all(self._position(one) <= self._since for one in extra) else "order"
            return self._find(kind, f"{room_id} has {self._names(extra)} outside of the window")
        if len(told) != len(known):
            return self._find("duplication", f"{room_id} has an event twice: {self._names(told)}")
        return self._find("order", f"{room_id} is out of order: {self._names(told)}")

    def _check_entered(self, room_id: str, *, was_away: bool) -> None:
        events: Sequence[Said] = self._history.events(room_id, self._since if was_away else 0, self._upto)
        if room_id not in self._join:
            return self._find("loss", f"the entry into {room_id} is not told")
        told, _ = self._told(room_id)
        expected = [one.event_id for one in events[len(events) - len(told) :]]
        if not told or (told != expected and not was_away) or told[-1] != events[-1].event_id:
            return self._find(
                "loss", f"{room_id} is new and tells {self._names(told)} instead of {self._names(expected)}"
            )
        return None

    def _position(self, event_id: str) -> int:
        found = self._history.said.get(event_id)
        return found[1].position if found is not None else 1 << 62

    def _names(self, event_ids: Sequence[str]) -> str:
        return ", ".join(f"{one[:8]}@{self._position(one)}" for one in event_ids)

    # --- everything else --------------------------------------------------------------------------------------------------

    def _check_facts(self) -> None:
        """Account data, receipts and messages to the device: the newest of each key, once."""
        user_id, device = self._poll.user_id, f"device:{self._poll.user_id}/{self._poll.device_id}"
        sent: list[Any] = []
        for entry in self._history.after(self._since, self._upto):
            if entry.topic == device:
                if entry.position > self._acknowledged:
                    sent.append(orjson.loads(entry.body))
            elif entry.key is not None and self._history.latest_key(entry.topic, entry.key) == entry.position:
                if entry.topic == f"user:{user_id}":
                    self._check_own(entry)
                elif entry.topic.startswith("receipts:") and self._is_joined(entry.topic[9:]):
                    self._check_receipt(entry, entry.topic[9:])
        if sent:
            got = self._answer.get("to_device", {}).get("events", [])
            if [one for one in got if one in sent][:100] != sent[:100]:
                self._find("loss", f"of {len(sent)} messages to the device {len(got)} came")
        self._check_once("account_data", self._answer.get("account_data", {}))
        for room_id, room in self._join.items():
            self._check_once(f"account_data of {room_id}", room.get("account_data", {}))
            self._check_receipts_once(room_id, room.get("ephemeral", {}))

    def _is_joined(self, room_id: str) -> bool:
        return self._history.standing(self._poll.user_id, room_id, self._upto) == "join"

    def _check_own(self, entry: Entry) -> None:
        assert entry.key is not None
        what, _, rest = entry.key.partition("/")
        if what == "account_data":
            if orjson.loads(entry.body) not in self._answer.get("account_data", {}).get("events", ()):
                self._find("loss", f"{entry.key} is not told")
        elif what == "room_account_data":
            room_id = rest.split("/")[0]
            told = self._join.get(room_id, {}).get("account_data", {}).get("events", ())
            if self._is_joined(room_id) and orjson.loads(entry.body) not in told:
                self._find("loss", f"{entry.key} is not told")
        elif what == "receipt" and self._is_joined(rest.split("/")[0]):
            self._check_receipt(entry, rest.split("/")[0])

    def _check_receipt(self, entry: Entry, room_id: str) -> None:
        kind, user_id, event_id, ts, *_ = orjson.loads(entry.body)
        if (
            self._history.standing(user_id, room_id) != "join"
            or self._history.standing(user_id, room_id, self._upto) != "join"
        ):
            return
        for event in self._join.get(room_id, {}).get("ephemeral", {}).get("events", ()):
            if event["type"] == "m.receipt":
                found = event["content"].get(event_id, {}).get(kind, {}).get(user_id)
                if found is not None and found["ts"] == ts:
                    return
        self._find("loss", f"{kind} of {user_id} in {room_id} is not told")

    def _check_once(self, what: str, section: Mapping[str, Any]) -> None:
        types = [event["type"] for event in section.get("events", ())]
        if len(types) != len(set(types)):
            self._find("duplication", f"{what} has a type twice: {types}")

    def _check_receipts_once(self, room_id: str, section: Mapping[str, Any]) -> None:
        seen = set()
        for event in section.get("events", ()):
            if event["type"] != "m.receipt":
                continue
            for kinds in event["content"].values():
                for kind, people in kinds.items():
                    for user_id, data in people.items():
                        place = (kind, user_id, data.get("thread_id"))
                        if place in seen:
                            self._find("duplication", f"{room_id} has two receipts of {place}")
                        seen.add(place)
