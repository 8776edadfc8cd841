"""What is true: everything that reached the disk, in order, noted by the disk itself and not by the kernel that is on trial."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from laiwang.kernel.ports import Fact

__all__ = ["SEEN_S", "Entry", "Finding", "History", "Said"]


#: what is on disk can be seen by everybody after this time
SEEN_S = 0.1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not be: `kind` is loss, order, duplication, lateness, mirror, replay, auth, follower, race or fault."""

    kind: str
    text: str
    at_s: float

    def __str__(self) -> str:
        return f"{self.kind} at {self.at_s:.4f} s: {self.text}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A durable fact and the moment in which it became so."""

    position: int
    topic: str
    kind: str
    key: str | None
    body: bytes
    at_s: float


@dataclass(frozen=True, slots=True)
class Said:
    """A durable event of a room."""

    position: int
    event_id: str
    type: str
    sender: str
    state_key: str | None
    content: dict[str, Any]
    at_s: float


class History:
    """The durable facts of a world, its trace, and what was found wrong."""

    def __init__(self, now: Callable[[], float], lines_kept: int | None = None) -> None:
        self.now = now
        self.position = 0
        self.entries: list[Entry] = []
        self.rooms: dict[str, list[Said]] = {}
        self.said: dict[str, tuple[str, Said]] = {}
        #: (person, room) → [(position, membership)]
        self.standings: dict[tuple[str, str], list[tuple[int, str]]] = {}
        self.rooms_of: dict[str, dict[str, None]] = {}
        #: event id → when its redaction was durable
        self.redacted: dict[str, float] = {}
        #: (topic, key) → positions of its facts
        self.keyed: dict[tuple[str, str], list[int]] = {}
        #: until then a process may be stuck on its way to the disk: whoever asks it waits
        self.stuck_until_s = 0.0
        self.findings: list[Finding] = []
        self.on_finding: Callable[[], None] = lambda: None
        self.on_event: Callable[[str, Said], None] = lambda room_id, said: None
        self.lines: deque[str] = deque(maxlen=lines_kept)
        self._digest = hashlib.sha256()

    # --- trace ------------------------------------------------------------------------------------------------------------

    def note(self, text: str, detail: bytes = b"") -> None:
        """Adds a line to the trace; the detail counts for its digest alone."""
        line = f"{self.now():12.6f}  {text}"
        self.lines.append(line)
        self._digest.update(line.encode())
        self._digest.update(detail)

    @property
    def digest(self) -> str:
        """One number for everything that happened."""
        return self._digest.hexdigest()

    def find(self, kind: str, text: str) -> None:
        """Something is wrong."""
        if len(self.findings) < 50:
            finding = Finding(kind, text, self.now())
            self.findings.append(finding)
            self.note(f"FOUND {finding}")
        self.on_finding()

    # --- the disk tells ---------------------------------------------------------------------------------------------------

    def durable(self, facts: Sequence[Fact]) -> None:
        """A unit is on disk."""
        at_s = self.now()
        for fact in facts:
            if fact.position != self.position + 1:
                self.find("order", f"position {fact.position} follows {self.position}")
            self.position = fact.position
            self.entries.append(Entry(fact.position, fact.topic, fact.kind, fact.key, fact.body, at_s))
            if fact.key is not None:
                self.keyed.setdefault((fact.topic, fact.key), []).append(fact.position)
            if fact.topic.startswith("room:"):
                self._event(fact, at_s)

    def _event(self, fact: Fact, at_s: float) -> None:
        body = orjson.loads(fact.body)
        room_id = fact.topic[5:]
        one = Said(
            fact.position,
            body["event_id"],
            body["type"],
            body["sender"],
            body.get("state_key"),
            body["content"],
            at_s,
        )
        if one.event_id in self.said:
            self.find("duplication", f"event {one.event_id} is in the log twice")
        self.said[one.event_id] = (room_id, one)
        self.rooms.setdefault(room_id, []).append(one)
        if one.type == "m.room.redaction":
            self.redacted.setdefault(body.get("redacts") or body["content"].get("redacts"), at_s)
        if one.type == "m.room.member" and one.state_key is not None:
            place = (one.state_key, room_id)
            self.standings.setdefault(place, []).append((one.position, one.content["membership"]))
            self.rooms_of.setdefault(one.state_key, {})[room_id] = None
        self.on_event(room_id, one)

    # --- questions --------------------------------------------------------------------------------------------------------

    def after(self, since: int, upto: int | None = None) -> Sequence[Entry]:
        """Facts with since < position <= upto, replaced ones included."""
        return self.entries[since : self.position if upto is None else upto]

    def events(self, room_id: str, since: int, upto: int) -> Sequence[Said]:
        """Events of a room with since < position <= upto."""
        events = self.rooms.get(room_id, [])
        start = bisect_right(events, since, key=lambda one: one.position)
        return events[start : bisect_right(events, upto, key=lambda one: one.position)]

    def standing(self, user_id: str, room_id: str, position: int | None = None) -> str | None:
        """A person's membership as of a position, by default now."""
        found = None
        for at, membership in self.standings.get((user_id, room_id), ()):
            if position is not None and at > position:
                break
            found = membership
        return found

    def changes(self, user_id: str, room_id: str, since: int, upto: int) -> list[str]:
        """A person's memberships that came in the window."""
        return [value for at, value in self.standings.get((user_id, room_id), ()) if since < at <= upto]

    def latest_key(self, topic: str, key: str) -> int:
        """Position of the newest fact with the key, replaced ones not counted; 0 without one."""
        positions = self.keyed.get((topic, key))
        return positions[-1] if positions else 0

    def check_redacted(self, events: Iterable[Mapping[str, Any]], asked_s: float) -> None:
        """What was redacted a while before somebody asked is not told any more."""
        for event in events:
            gone_s = self.redacted.get(event["event_id"])
            if gone_s is not None and gone_s + SEEN_S < asked_s and event["content"]:
                self.find("mirror", f"{event['event_id']} is told with its content, and was redacted at {gone_s:.4f}")
