"""What was acknowledged, and what the history of a room must therefore be. Pure: it is tested without a server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Ledger", "Said", "broken_history", "broken_stream"]


@dataclass
class Said:
    """One message. Times are of the monotonic clock of this process; `event_id` is empty until it was acknowledged."""

    room: str
    body: str
    begun_at: float
    event_id: str = ""
    acknowledged_at: float = 0.0


@dataclass
class Ledger:
    """Everything that anybody said."""

    said: list[Said] = field(default_factory=list)

    def of(self, room: str) -> list[Said]:
        """In one room."""
        return [one for one in self.said if one.room == room]


def broken_history(said: Sequence[Said], history: Sequence[tuple[str, str]]) -> list[str]:
    """What is wrong with a room's history, (event id, body) in its order, after all that was said in it."""
    wrong: list[str] = []
    known = {one.body: one for one in said}
    wrong += [f"{body!r} is there {count} times" for body, count in _repeated(body for _, body in history)]
    wrong += [f"{event} is there {count} times" for event, count in _repeated(event for event, _ in history)]
    events = dict(history)
    for one in said:
        if one.event_id and events.get(one.event_id) != one.body:
            wrong.append(f"{one.body!r} was acknowledged as {one.event_id}, and is not there")
    latest = Said("", "", float("-inf"))
    for event, body in history:
        entry = known.get(body)
        if entry is None:
            wrong.append(f"nobody said {body!r}")
            continue
        if entry.event_id and entry.event_id != event:
            wrong.append(f"{body!r} is {event}, and was acknowledged as {entry.event_id}")
        # Whatever was acknowledged before another was begun comes before it.
        if entry.event_id and entry.acknowledged_at < latest.begun_at:
            wrong.append(f"{body!r} was acknowledged before {latest.body!r} was said, and comes after it")
        if entry.begun_at > latest.begun_at:
            latest = entry
    return wrong


def broken_stream(name: str, heard: Mapping[str, Sequence[str]], history: Mapping[str, Sequence[str]]) -> list[str]:
    """What is wrong with what a stream of syncs told of each room, held against the room's history."""
    wrong: list[str] = []
    for room, events in history.items():
        told = list(heard.get(room, ()))
        wrong += [f"{name} told {event} {count} times" for event, count in _repeated(told)]
        missing = [event for event in events if event not in set(told)]
        wrong += [f"{name} never told {event}" for event in missing]
        wrong += [f"{name} told {event}, which is not in the history" for event in told if event not in set(events)]
        if not missing and sorted(told) == sorted(events) and told != list(events):
            wrong.append(f"{name} told {room} in another order than its history has")
    return wrong


def _repeated(items: object) -> list[tuple[object, int]]:
    return [(item, count) for item, count in Counter(items).items() if count > 1]  # type: ignore[call-overload]
