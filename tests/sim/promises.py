"""What the server has promised with a 200, and whether it was true in that moment."""

from __future__ import annotations

from typing import Any

import orjson

from tests.sim.device import Device, Promise
from tests.sim.history import SEEN_S, History
from tests.sim.judge import LATE_S
from tests.sim.process import Answer

__all__ = ["Promises"]

#: a retry that overtook the first attempt has to wait for a slow disk before it hears that it was one
ANSWER_LATE_S = 3 * LATE_S


class Promises:
    """Makes the promise of each kind of request: a function that judges the answer."""

    def __init__(self, history: History) -> None:
        self._history = history
        #: event ids that were answered
        self.events: dict[str, None] = {}
        #: (device, path with transaction id) → the event id that it was answered with
        self._answered: dict[tuple[str, str], str] = {}
        #: bodies of what was refused for good
        self.refused: dict[str, str] = {}
        #: (person/device) → bodies of messages for it, in the order of each sender
        self.messages: dict[str, list[str]] = {}

    def event(self, device: Device, path: str, body: str | None = None) -> Promise:
        """The answer names a durable event, and every retry is answered with the same."""

        def promise(answer: Answer, began_s: float) -> None:
            history = self._history
            if answer.status == 200:
                event_id = answer.json()["event_id"]
                self.events[event_id] = None
                if body is not None:
                    self.refused.pop(body, None)  # refused first, allowed when it was asked again
                known = self._answered.setdefault((str(device), path), event_id)
                if known != event_id and "/state/" not in path:
                    history.find("duplication", f"{device} {path} was answered {known}, now {event_id}")
                found = history.said.get(event_id)
                if found is None:
                    history.find("loss", f"{device} {path} was answered {event_id}, which is not on disk")
                elif history.now() > max(found[1].at_s, began_s, history.stuck_until_s) + ANSWER_LATE_S:
                    history.find("lateness", f"{device} {path} was durable at {found[1].at_s:.4f}, answered later")
            elif 400 <= answer.status < 500 and body is not None:
                self.refused[body] = f"{device} {path} with {answer.status}"

        return promise

    def membership(self, user_id: str, room_id: str, *memberships: str) -> Promise:
        """The person's standing is, or was since the request began, one of these."""

        def promise(answer: Answer, began_s: float) -> None:
            history = self._history
            if answer.status != 200:
                return
            since = sum(1 for entry in history.entries if entry.at_s < began_s - SEEN_S)
            standings = [history.standing(user_id, room_id, since)]
            standings += history.changes(user_id, room_id, since, history.position)
            if not any(one in memberships for one in standings):
                history.find("loss", f"{user_id} should be {memberships} in {room_id} and is {standings}")

        return promise

    def stored(self, topic: str, key: str, content: Any) -> Promise:
        """A keyed fact with this content has been on disk."""

        def promise(answer: Answer, began_s: float) -> None:
            history = self._history
            if answer.status == 200:
                positions = history.keyed.get((topic, key), [])
                if not any(orjson.loads(history.entries[at - 1].body)["content"] == content for at in positions):
                    history.find("loss", f"{key} of {topic} was acknowledged and is not on disk")

        return promise

    def receipt(self, topic: str, key: str, event_id: str) -> Promise:
        """A receipt stands at the event or after it."""

        def promise(answer: Answer, began_s: float) -> None:
            history = self._history
            if answer.status == 200:
                at = history.latest_key(topic, key)
                place = orjson.loads(history.entries[at - 1].body)[5] if at else 0
                if place < history.said[event_id][1].position:
                    history.find("loss", f"the receipt {key} of {topic} was acknowledged and stands at {place}")

        return promise

    def message(self, target: str, body: str) -> Promise:
        """A message for a device is on disk."""

        def promise(answer: Answer, began_s: float) -> None:
            if answer.status != 200:
                return
            known = self.messages.setdefault(target, [])
            if body not in known:
                known.append(body)
            needle = body.encode()
            if not any(one.topic == f"device:{target}" and needle in one.body for one in self._history.entries):
                self._history.find("loss", f"message {body} for {target} was acknowledged and is not on disk")

        return promise

    def room(self) -> Promise:
        """The new room is on disk."""

        def promise(answer: Answer, began_s: float) -> None:
            if answer.status == 200 and answer.json()["room_id"] not in self._history.rooms:
                self._history.find("loss", f"{answer.json()['room_id']} was made and is not on disk")

        return promise
