"""Finding messages: candidates from the index and from what it does not have yet, then each held against the log and the reader's sight.

Work is bounded: a window has so many matches at most, and so many candidates and blocks are looked at; the next page goes on from there.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from laiwang.chat.messages import Messages, Reader
from laiwang.chat.search import store
from laiwang.chat.search.jobs import NAME, Indexer, Seen
from laiwang.chat.search.lines import Parsed, parse
from laiwang.chat.search.model import KEYS, Entry, Grouping, Match, Page, Place, Query
from laiwang.chat.search.rules import Probe, hits_in_block, matches, rank
from laiwang.kernel.capability import Caller
from laiwang.kernel.events import room_topic
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kit.refusals import Refused

__all__ = ["Queries"]

WINDOW_MAX = 500
CANDIDATES_MAX = 2500
BLOCKS_MAX = 20_000
#: a common word is found in these already
BLOCKS_FIRST = 256
#: how often a search begins again when the follower put blocks together under its hands
ATTEMPTS_MAX = 3
#: facts of a room, and of all rooms, that are looked at beside the index
TAIL_PER_ROOM_MAX = 500
TAIL_MAX = 5000
CHECKED_AT_ONCE = 250
#: memberships that can have shown something of a room
STANDINGS = frozenset({"join", "leave", "ban"})


class _Moved(Exception):
    """Blocks that were there are gone: what they held is in others."""


class _Search:
    """One search under way."""

    def __init__(self, caller: Caller, query: Query, place: Place) -> None:
        self.caller = caller
        self.query = query
        self.place = place
        self.words = query.words
        self.bytes = [word.encode("utf-8", "surrogatepass") for word in query.words]
        self.tags = frozenset(KEYS[key] for key in query.keys)
        self.readers: dict[str, Reader | None] = {}

    def within(self, position: int) -> bool:
        """Whether an event is in the window."""
        return self.place.above < position < self.place.below and position <= self.place.upto


class Queries:
    """Searches for one person at a time."""

    def __init__(self, kernel: Kernel, messages: Messages, indexer: Indexer) -> None:
        self._kernel = kernel
        self._messages = messages.queries
        self._indexer = indexer

    async def search(self, caller: Caller, query: Query) -> Page:
        """One page."""
        now = self._kernel.log.position
        place = query.place or Place(now, self._kernel.clock.now_ms(), now + 1)
        search = _Search(caller, query, place)
        window: list[Match] = []
        below = 0
        if query.words:
            window, below = await self._window(search, await self._room_ids(search))
        if query.order == "rank":
            window.sort(key=lambda one: (-one.rank, -one.fact.position))
        return _page(query, place, window, below)

    async def _room_ids(self, search: _Search) -> list[str]:
        group = search.place.group
        return [
            room_id
            for room_id, standing in (await self._kernel.memberships.of(search.caller.user_id)).items()
            if standing.membership in STANDINGS
            and not standing.forgotten
            and search.query.filter.matches_room(room_id)
            and (group is None or group[0] != "room_id" or group[1] == room_id)
        ]

    # --- the window -------------------------------------------------------------------------------------------------------

    async def _window(self, search: _Search, room_ids: Sequence[str]) -> tuple[list[Match], int]:
        """(the newest matches below the window's end, where the next window ends: 0 when there is none)."""
        for _ in range(ATTEMPTS_MAX - 1):
            try:
                return await self._look(search, room_ids)
            except _Moved:
                continue
        return await self._look(search, room_ids, is_last=True)

    async def _look(
        self, search: _Search, room_ids: Sequence[str], *, is_last: bool = False
    ) -> tuple[list[Match], int]:
        # In this order: what is not in the index when the cursor is read is in the log after it, whatever the follower does meanwhile.
        cursor = await self._kernel.followers.cursor(NAME)
        tail = await self._tail(search, room_ids, cursor)
        found: list[Match] = []
        looked_at = floor = 0
        async with aclosing(self._candidates(search, room_ids, tail, is_last=is_last)) as parts:
            async for candidates, floor in parts:
                for start in range(0, len(candidates), CHECKED_AT_ONCE):
                    part = candidates[start : start + CHECKED_AT_ONCE]
                    looked_at += len(part)
                    for match in await self._check(search, part):
                        if len(found) == WINDOW_MAX:
                            return found, found[-1].fact.position
                        found.append(match)
                    if looked_at >= CANDIDATES_MAX:
                        return found, part[-1].position
                if len(found) == WINDOW_MAX or floor <= search.place.above:
                    break
        return found, max(floor, search.place.above) + 1 if floor or search.place.above else 0

    async def _candidates(
        self, search: _Search, room_ids: Sequence[str], tail: Seen, *, is_last: bool
    ) -> AsyncGenerator[tuple[list[Entry], int]]:
        """(entries that match, newest first; what may be left stands at or before this position), until nothing is left: position 0.
        Raises _Moved when blocks went away meanwhile, unless this `is_last`."""
        newer = {at: entry for entries in tail.rooms.values() for at, entry in entries.items()}
        waiting = [
            one
            for one in newer.values()
            if one is not None and search.within(one.position) and matches(one.line, search.words, search.tags)
        ]
        probe = Probe(search.words)
        blocks, unread = await self._blocks(search, room_ids, BLOCKS_FIRST)
        at, step = 0, store.AT_ONCE
        while True:
            if at >= len(blocks) and unread and len(blocks) < BLOCKS_MAX:
                before = blocks[:at]
                blocks, unread = await self._blocks(search, room_ids, BLOCKS_MAX)
                if not is_last and not set(before) <= set(blocks):
                    raise _Moved
                blocks = [*before, *sorted(set(blocks) - set(before), reverse=True)]
            positions = [position for _, position in blocks[at : at + step]]
            at = min(at + step, len(blocks))
            step = min(step * 2, store.AT_ONCE * 8)
            grams = await self._indexer.some(store.GRAMS, positions)
            held = [position for position, packed in grams if probe.may_hold(packed)]
            texts = await self._indexer.some(store.TEXTS, held)
            if not is_last and (len(grams) < len(positions) or len(texts) < len(held)):
                raise _Moved
            for position, packed, text in texts:
                hits = hits_in_block(position, packed, text, search.bytes, search.tags)
                waiting += [one for one in hits if search.within(one.position) and one.position not in newer]
            floor = blocks[at][0] if at < len(blocks) else unread
            waiting.sort(reverse=True)
            count = sum(one.position > floor for one in waiting)
            yield waiting[:count], floor
            waiting = waiting[count:]
            if at >= len(blocks) and (not unread or len(blocks) >= BLOCKS_MAX):
                return

    async def _blocks(self, search: _Search, room_ids: Sequence[str], most: int) -> tuple[list[tuple[int, int]], int]:
        """((last position, position) of blocks of these rooms, newest first; the last position of the first one left out, 0 for none)."""
        numbers = list((await self._indexer.rooms([room_topic(room_id) for room_id in room_ids])).values())
        found: list[tuple[int, int]] = []
        for start in range(0, len(numbers), store.AT_ONCE):
            params = {
                **store.some(numbers[start : start + store.AT_ONCE]),
                "below": search.place.below,
                "most": most + 1,
            }
            found += await self._kernel.database.fetch(store.BLOCKS_OF_ROOMS, params)
        found.sort(reverse=True)
        return found[:most], found[most][0] if len(found) > most else 0

    async def _tail(self, search: _Search, room_ids: Sequence[str], cursor: int) -> Seen:
        """What the index does not know yet of these rooms."""
        log = self._kernel.log
        if log.position <= cursor:
            return Seen()
        wanted = set(room_ids)
        facts: list[Fact] = []
        for room_id, head in (await self._kernel.rooms.heads(search.caller.user_id)).items():
            if head > cursor and room_id in wanted and len(facts) < TAIL_MAX:
                facts += await log.read(
                    room_topic(room_id), cursor, search.place.upto, limit=TAIL_PER_ROOM_MAX, newest_first=True
                )
        return await self._indexer.look(sorted(facts, key=lambda fact: fact.position))

    # --- one candidate ----------------------------------------------------------------------------------------------------

    async def _check(self, search: _Search, candidates: Sequence[Entry]) -> list[Match]:
        """Those of them that the reader may find, as the log has them now."""
        positions = {at for one in candidates for at in (one.position, one.source)}
        facts = {fact.position: fact for fact in await self._kernel.database.facts_at(sorted(positions))}
        found = []
        for one in candidates:
            fact, source = facts.get(one.position), facts.get(one.source)
            if fact is None or source is None:
                continue
            reader = await self._reader(search, fact)
            # Who left before an edit does not see its text; what stood there before is not in the index any more.
            if reader is None or not reader.sight.sees(fact) or not reader.sight.sees(source):
                continue
            event = parse(fact)
            text = _said(event if source is fact else parse(source), is_edit=source is not fact)
            if text is None or not _passes(search, reader, event):
                continue
            age_ms = search.place.now_ms - event.origin_server_ts
            found.append(Match(fact, reader, event.sender, rank(one.line, search.words, age_ms), text))
        return await self._related(search, found) if search.query.filter.needs_relations else found

    async def _related(self, search: _Search, found: Sequence[Match]) -> list[Match]:
        """Those matches to which others relate as the filter asks."""
        readers = {id(one.reader): one.reader for one in found}
        positions: set[int] = set()
        for key, reader in readers.items():
            facts = [one.fact for one in found if id(one.reader) == key]
            narrowed = await self._messages.narrow(reader, search.query.filter, facts)
            positions.update(fact.position for fact in narrowed)
        return [one for one in found if one.fact.position in positions]

    async def _reader(self, search: _Search, fact: Fact) -> Reader | None:
        topic = fact.topic
        if topic not in search.readers:
            try:
                search.readers[topic] = await self._messages.reader(search.caller, topic.removeprefix("room:"))
            except Refused:
                search.readers[topic] = None
        return search.readers[topic]


def _said(event: Parsed, *, is_edit: bool) -> str | None:
    """The text of an event as it was written; None when it has been redacted."""
    content = event.content
    if is_edit:
        return content.new_content.get("body") if isinstance(content.new_content, dict) else None
    text = {"m.room.name": content.name, "m.room.topic": content.topic}.get(event.type, content.body)
    return text if isinstance(text, str) else None


def _passes(search: _Search, reader: Reader, event: Parsed) -> bool:
    if event.state_key is None and event.sender in reader.ignored:
        return False
    group = search.place.group
    if group is not None and group[0] == "sender" and group[1] != event.sender:
        return False
    return search.query.filter.matches(event.type, event.sender, {"url": ""} if event.has_url else {})


def _page(query: Query, place: Place, window: Sequence[Match], below: int) -> Page:
    end = place.skip + query.limit
    shown = list(window[place.skip : end])
    rest = window[end:]
    if rest:
        following: Place | None = place._replace(skip=end)
    else:
        following = place._replace(below=below, skip=0, counted=place.counted + len(window), above=0) if below else None
    groups: dict[Grouping, dict[str, Place | None]] = {}
    for grouping in query.groupings:
        left = {one.value(grouping) for one in rest}
        groups[grouping] = {
            value: _in_group(place, grouping, value, window, end, below) if below or value in left else None
            for value in dict.fromkeys(one.value(grouping) for one in shown)
        }
    return Page(shown, place.counted + len(window), following, groups)


def _in_group(place: Place, grouping: Grouping, value: str, window: Sequence[Match], end: int, below: int) -> Place:
    """Where a group goes on: at what this window has of it and was not shown yet."""
    if place.group is not None and place.group[0] == grouping:
        return place._replace(skip=end)
    told = sum(one.value(grouping) == value for one in window[:end])
    return place._replace(skip=told, counted=0, above=max(below - 1, 0), group=(grouping, value))
