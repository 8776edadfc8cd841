"""What relates to an event, page by page, and the threads of a room by their last reply.

Source: CS "Relationships API", "Threading". A position in a page means the same as in /messages: between two events.
"""

from __future__ import annotations

from laiwang.chat.messages import store
from laiwang.chat.messages.queries import EMPTY_PAGES_MAX, Page, Queries, Reader
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.matrix.filters import parse_event_filter

__all__ = ["Relations"]

_EVERYTHING = parse_event_filter({})


class Relations:
    """Reads with visibility and ignored users applied as in every other page."""

    def __init__(self, kernel: Kernel, queries: Queries) -> None:
        self._kernel = kernel
        self._queries = queries

    async def of_event(
        self,
        reader: Reader,
        parent: Fact,
        *,
        rel_type: str | None,
        type: str | None,
        recurse: bool,
        start: int | None,
        stop: int | None,
        limit: int,
        backwards: bool,
    ) -> Page:
        """Up to `limit` events that relate to `parent`: backwards those at or before `start`, forwards those after it."""
        newest = self._newest(reader)
        if backwards:
            low, high = stop or 0, newest if start is None else min(start, newest)
        else:
            low, high = start or 0, newest if stop is None else min(stop, newest)
        found: list[Fact] = []
        for _ in range(EMPTY_PAGES_MAX):
            rows = await self._kernel.database.fetch(
                store.DESCENDANTS[recurse, backwards],
                {
                    "parent": stored(parent).event.event_id,
                    "room": reader.room.room_id,
                    "rel_type": rel_type,
                    "type": type,
                    "low": low,
                    "high": high,
                    "most": limit + 1,
                },
            )
            facts = await self._kernel.rooms.facts_at([row[0] for row in rows])
            for (position,) in rows:
                if len(found) == limit:
                    return Page(found, position if backwards else found[-1].position)
                fact = facts.get(position)
                if fact is not None and self._queries.passes(reader, _EVERYTHING, fact):
                    found.append(fact)
            if len(rows) <= limit:
                return Page(found, None)
            if backwards:
                high = rows[-1][0] - 1
            else:
                low = rows[-1][0]
        return Page(found, high if backwards else low)

    async def threads(self, reader: Reader, *, only_participated: bool, start: int | None, limit: int) -> Page:
        """Up to `limit` roots of threads whose last reply stands at or before `start`; the one with the newest reply first."""
        room, reader_id = reader.room, reader.caller.user_id
        seen = self._newest(reader)
        high = seen if start is None else min(start, seen)
        found: list[Fact] = []
        for _ in range(EMPTY_PAGES_MAX):
            rows = await self._kernel.database.fetch(
                store.THREADS,
                {
                    "room": room.room_id,
                    "reader": reader_id,
                    "ignored": list(reader.ignored),
                    "seen": seen,
                    "high": high,
                    "most": limit + 1,
                },
            )
            for event_id, latest, has_replied in rows:
                if len(found) == limit:
                    return Page(found, latest)
                root = await self._kernel.rooms.event_fact(room.room_id, event_id)
                if root is None or not self._queries.passes(reader, _EVERYTHING, root):
                    continue
                if only_participated and not has_replied and stored(root).event.sender != reader_id:
                    continue
                found.append(root)
            if len(rows) <= limit:
                return Page(found, None)
            high = rows[-1][1] - 1
        return Page(found, high)

    def _newest(self, reader: Reader) -> int:
        last = reader.sight.last_position
        newest = self._kernel.log.position
        return newest if last is None else min(newest, last)
