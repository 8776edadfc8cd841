"""What a client knows that has nothing but the answers of /sync which reached it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from laiwang.kernel.sync import parse_token

__all__ = ["Mirror", "MirroredRoom", "differences"]

Find = Callable[[str, str], None]


class MirroredRoom:
    """A joined room as a client has it."""

    def __init__(self) -> None:
        #: event ids without a gap, up to the newest
        self.timeline: list[str] = []
        self.seen: set[str] = set()
        self.contents: dict[str, Any] = {}
        self.state: dict[tuple[str, str], tuple[str, Any]] = {}
        self.account_data: dict[str, Any] = {}
        #: (kind, person, thread) → (event id, ts)
        self.receipts: dict[tuple[str, str, str], tuple[str, int]] = {}
        self.counts: Any = None
        self.summary: dict[str, Any] = {}
        self.typing: list[str] = []

    def apply(self, section: Mapping[str, Any], room_id: str, find: Find) -> None:
        """Takes a section of `join`."""
        timeline = section.get("timeline", {})
        events = timeline.get("events", ())
        if timeline.get("limited"):
            self.timeline = []
        for event in section.get("state", {}).get("events", ()):
            self._set_state(event)
        for event in events:
            self._say(event, room_id, find)
        for event in section.get("state_after", {}).get("events", ()):
            self._set_state(event)
        for event in section.get("account_data", {}).get("events", ()):
            self.account_data[event["type"]] = event["content"]
        for event in section.get("ephemeral", {}).get("events", ()):
            if event["type"] == "m.typing":
                self.typing = sorted(event["content"]["user_ids"])
            elif event["type"] == "m.receipt":
                self._read(event["content"])
        self.counts = section.get("unread_notifications", self.counts)
        self.summary.update(section.get("summary", {}))
        if ("m.room.name", "") in self.state:
            self.summary.pop("m.heroes", None)  # a room with a name needs none

    def _set_state(self, event: Mapping[str, Any]) -> None:
        self.state[event["type"], event["state_key"]] = (event["event_id"], event["content"])

    def _say(self, event: Mapping[str, Any], room_id: str, find: Find) -> None:
        event_id = event["event_id"]
        if event_id in self.seen:
            find("duplication", f"event {event_id} came twice in {room_id}")
        self.seen.add(event_id)
        self.timeline.append(event_id)
        self.contents[event_id] = event["content"]
        if "state_key" in event:
            self._set_state(event)
        target = event.get("redacts") or event["content"].get("redacts")
        if event["type"] == "m.room.redaction" and target in self.contents:
            self.contents[target] = {}

    def _read(self, content: Mapping[str, Any]) -> None:
        for event_id, kinds in content.items():
            for kind, people in kinds.items():
                for user_id, data in people.items():
                    self.receipts[kind, user_id, data.get("thread_id", "")] = (event_id, data["ts"])


class Mirror:
    """A client's memory, from an initial sync on. `find(kind, text)` is told what no client should ever see."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self.token: str | None = None
        self.position = 0
        self.joined: dict[str, MirroredRoom] = {}
        self.invited: dict[str, Any] = {}
        self.account_data: dict[str, Any] = {}
        #: bodies of messages to the device, in the order in which they came
        self.messages: list[str] = []

    def apply(self, answer: Mapping[str, Any]) -> None:
        """Takes an answer."""
        self.token = answer["next_batch"]
        position = parse_token(answer["next_batch"]).position
        if position < self.position:
            self._find("order", f"next_batch went back from {self.position} to {position}")
        self.position = position
        rooms = answer.get("rooms", {})
        for room_id, section in rooms.get("join", {}).items():
            self.invited.pop(room_id, None)
            self.joined.setdefault(room_id, MirroredRoom()).apply(section, room_id, self._find)
        for room_id, section in rooms.get("invite", {}).items():
            self.joined.pop(room_id, None)
            self.invited[room_id] = section
        for room_id in rooms.get("leave", {}):
            self.joined.pop(room_id, None)
            self.invited.pop(room_id, None)
        for event in answer.get("account_data", {}).get("events", ()):
            self.account_data[event["type"]] = event["content"]
        for event in answer.get("to_device", {}).get("events", ()):
            body = event["content"]["body"]
            if body in self.messages:
                self._find("duplication", f"message {body} to a device came twice")
            self.messages.append(body)


def differences(mirror: Mirror, fresh: Mirror, has_been_told: Callable[[str, str, str], bool]) -> Iterator[str]:
    """Where a client that followed differs from one that has just begun. `has_been_told(room, person, event)` says whether a receipt
    must be known: those of people who were out of the room when the client began are not repeated when they come back."""
    if sorted(mirror.joined) != sorted(fresh.joined):
        yield f"joined {sorted(mirror.joined)}, really {sorted(fresh.joined)}"
    if sorted(mirror.invited) != sorted(fresh.invited):
        yield f"invited to {sorted(mirror.invited)}, really {sorted(fresh.invited)}"
    if mirror.account_data != fresh.account_data:
        yield f"account data {mirror.account_data}, really {fresh.account_data}"
    for room_id, now in fresh.joined.items():
        old = mirror.joined.get(room_id)
        if old is not None:
            yield from (f"{room_id}: {one}" for one in _in_room(room_id, old, now, has_been_told))


def _in_room(
    room_id: str, old: MirroredRoom, now: MirroredRoom, has_been_told: Callable[[str, str, str], bool]
) -> Iterator[str]:
    count = min(len(old.timeline), len(now.timeline))
    if old.timeline[-count:] != now.timeline[-count:]:
        yield f"timeline {old.timeline[-count:]}, really {now.timeline[-count:]}"
    for event_id in now.timeline[-count:]:
        if old.contents.get(event_id) != now.contents[event_id]:
            yield f"{event_id} says {old.contents.get(event_id)}, really {now.contents[event_id]}"
    for key in sorted({*old.state, *now.state}):
        if old.state.get(key) != now.state.get(key):
            yield f"state {key} is {old.state.get(key)}, really {now.state.get(key)}"
    for name in ("account_data", "counts", "summary", "typing"):
        if getattr(old, name) != getattr(now, name):
            yield f"{name} {getattr(old, name)}, really {getattr(now, name)}"
    for place, receipt in now.receipts.items():
        if old.receipts.get(place) != receipt and (
            place in old.receipts or has_been_told(room_id, place[1], receipt[0])
        ):
            yield f"receipt of {place} at {old.receipts.get(place)}, really at {receipt}"
