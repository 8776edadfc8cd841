"""The timeline of one room in one window: newest visible events, whether some were cut, and where to go on backwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from laiwang.kernel.events import event_id_of, served, stored
from laiwang.kernel.log import Log
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.sight import Sight
from laiwang.matrix.filters import EventFilter

__all__ = ["Bundles", "Narrow", "Timeline", "read_timeline", "serve_timeline"]

#: aggregated relations by event id: (room, events, reader)
Bundles = Callable[[Room, Sequence[Any], str], Awaitable[Mapping[str, bytes]]]
#: those of a page of events to which others relate as the filter asks
Narrow = Callable[[Sequence[Fact]], Awaitable[list[Fact]]]

PAGES_MAX = 20


@dataclass(slots=True)
class Timeline:
    """`facts` oldest first. `start` is the position just before the first of them: the place where backward pagination goes on."""

    facts: list[Fact] = field(default_factory=list)
    limited: bool = False
    start: int = 0


async def read_timeline(
    log: Log,
    room: Room,
    sight: Sight | None,
    *,
    since: int,
    upto: int,
    filter: EventFilter,
    ignored: frozenset[str],
    narrow: Narrow | None = None,
) -> Timeline:
    """Events with since < position <= upto. `sight` None means that everything in the window is visible; `narrow` is given when the
    filter asks for relations."""
    limit = filter.limit
    accepts = _accepts(sight, filter, ignored)
    facts = log.recent(room.topic, since)
    if facts is not None:
        if upto < log.position:
            facts = [fact for fact in facts if fact.position <= upto]
        if accepts is not None:
            facts = [fact for fact in facts if accepts(fact)]
        if narrow is not None:
            facts = await narrow(facts)
        if len(facts) <= limit:
            return Timeline(facts, False, since)
        kept = facts[len(facts) - limit :] if limit else []
        return Timeline(kept, True, kept[0].position - 1 if kept else upto)
    if limit == 0:
        return Timeline([], True, upto)
    return await _page_back(log, room, since, upto, limit, accepts, narrow)


async def _page_back(
    log: Log,
    room: Room,
    since: int,
    upto: int,
    limit: int,
    accepts: Callable[[Fact], bool] | None,
    narrow: Narrow | None,
) -> Timeline:
    """From the newest backwards, until there are enough of them or nothing is left. One more than asked for tells whether any were cut."""
    found: list[Fact] = []
    end = upto
    for _ in range(PAGES_MAX):
        page = None
        if since == 0:
            recent = log.newest(room.topic, limit + 1, end, room.first_position)
            page = list(reversed(recent)) if recent is not None else None
        if page is None:
            page = await log.database.facts(room.topic, since, end, limit=limit + 1, newest_first=True)
        passing = page if accepts is None else [fact for fact in page if accepts(fact)]
        if narrow is not None:
            passing = await narrow(passing)
        for fact in passing:
            if len(found) == limit:
                found.reverse()
                return Timeline(found, True, found[0].position - 1)
            found.append(fact)
        if len(page) <= limit:
            found.reverse()
            return Timeline(found, False, since)
        end = page[-1].position - 1
    found.reverse()
    return Timeline(found, True, end)


async def serve_timeline(
    facts: Sequence[Fact],
    room: Room,
    reader: str,
    device_key: str,
    now_ms: int,
    *,
    bundles: Sequence[Bundles] = (),
    membership_at: Callable[[int], str] | None = None,
) -> list[bytes]:
    """The events as the reader gets them. `membership_at` tells her membership at a position, where that is known."""
    relations: Mapping[str, bytes] = {}
    for bundle in bundles:
        relations = {**relations, **await bundle(room, facts, reader)}
    return [
        served(
            fact,
            now_ms,
            device_key=device_key,
            membership=None if membership_at is None else membership_at(fact.position),
            relations=relations.get(event_id_of(fact)) if relations else None,
        )
        for fact in facts
    ]


def _accepts(sight: Sight | None, filter: EventFilter, ignored: frozenset[str]) -> Callable[[Fact], bool] | None:
    if sight is None and filter.passes_everything and not ignored:
        return None

    def accepts(fact: Fact) -> bool:
        event = stored(fact).event
        if ignored and event.state_key is None and event.sender in ignored:
            return False
        if sight is not None and not sight.sees(fact):
            return False
        return filter.passes_everything or filter.matches(event.type, event.sender, event.content)

    return accepts
