"""Reading events back: one, a page, and around one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from laiwang.chat.messages.bundles import Bundler
from laiwang.kernel.capability import Caller
from laiwang.kernel.events import event_id_of, served, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.sight import Sight, sight_of
from laiwang.kit.refusals import forbidden, not_found
from laiwang.matrix.filters import EventFilter, parse_event_filter

__all__ = ["Page", "Queries", "Reader"]

EMPTY_PAGES_MAX = 10
TIME_PAGE = 50


@dataclass(slots=True)
class Reader:
    """A person looking into a room, with what is needed to answer her."""

    room: Room
    sight: Sight
    caller: Caller
    ignored: frozenset[str]


@dataclass(slots=True)
class Page:
    """Facts in the direction of reading; `end` is where the next page starts, None when nothing is left."""

    facts: list[Fact]
    end: int | None


class Queries:
    """Reads with visibility, filters and ignored users applied in one place."""

    def __init__(
        self, kernel: Kernel, bundler: Bundler, ignored_by: Callable[[str], Awaitable[frozenset[str]]]
    ) -> None:
        self._kernel = kernel
        self._bundler = bundler
        self._ignored_by = ignored_by

    async def reader(self, caller: Caller, room_id: str) -> Reader:
        """Opens a room for a reader. Raises Refused 403, the same for a room that is not there and one that she may not see."""
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            raise forbidden("You are not in this room")
        sight = await sight_of(self._kernel.rooms, room, caller.user_id)
        standing = (await self._kernel.memberships.of(caller.user_id)).get(room_id)
        if sight.sees_nothing or (standing is not None and standing.forgotten):
            raise forbidden("You are not in this room")
        return Reader(room, sight, caller, await self._ignored_by(caller.user_id))

    async def event(self, reader: Reader, event_id: str) -> Fact:
        """One event. Raises Refused 404 when there is none or the reader may not see it."""
        fact = await self._kernel.rooms.event_fact(reader.room.room_id, event_id)
        if fact is None or not reader.sight.sees(fact):
            raise not_found("There is no such event, or you may not see it")
        return fact

    async def page(
        self, reader: Reader, *, start: int | None, stop: int | None, limit: int, backwards: bool, filter: EventFilter
    ) -> Page:
        """Up to `limit` events from a position: backwards those at or before it, forwards those after it."""
        room = reader.room
        newest = self._kernel.log.position
        last = reader.sight.last_position
        if last is not None:
            newest = min(newest, last)
        if backwards:
            low, high = stop or 0, newest if start is None else min(start, newest)
        else:
            low, high = start or 0, newest if stop is None else min(stop, newest)
        found: list[Fact] = []
        for _ in range(EMPTY_PAGES_MAX):
            if high <= low:
                return Page(found, None)
            facts = await self._read(room, low, high, limit + 1, backwards)
            related = await self._related(reader, filter, facts) if filter.needs_relations else None
            for number, fact in enumerate(facts):
                if len(found) == limit:
                    return Page(found, fact.position if backwards else facts[number - 1].position if number else low)
                if self.passes(reader, filter, fact) and (related is None or fact.position in related):
                    found.append(fact)
            if len(facts) <= limit:
                return Page(found, None)
            if backwards:
                high = facts[-1].position - 1
            else:
                low = facts[-1].position
        return Page(found, high if backwards else low)

    async def narrow(self, reader: Reader, filter: EventFilter, facts: Sequence[Fact]) -> list[Fact]:
        """Those events to which others relate as the filter asks, as far as the reader sees."""
        last = reader.sight.last_position
        seen = self._kernel.log.position if last is None else last
        return await self._bundler.narrow(reader.room, facts, filter, seen=seen, ignored=reader.ignored)

    async def _related(self, reader: Reader, filter: EventFilter, facts: Sequence[Fact]) -> frozenset[int]:
        passing = [fact for fact in facts if self.passes(reader, filter, fact)]
        return frozenset(fact.position for fact in await self.narrow(reader, filter, passing))

    async def _read(self, room: Room, low: int, high: int, count: int, backwards: bool) -> Sequence[Fact]:
        log = self._kernel.log
        if backwards and low == 0:
            recent = log.newest(room.topic, count, high, room.first_position)
            if recent is not None:
                recent.reverse()
                return recent
        elif not backwards:
            after = log.recent(room.topic, low)
            if after is not None:
                return [fact for fact in after[:count] if fact.position <= high]
        return await log.database.facts(room.topic, low, high, limit=count, newest_first=backwards)

    def passes(self, reader: Reader, filter: EventFilter, fact: Fact) -> bool:
        """Whether a reader gets an event: she may see it, ignores nobody who said it, and asked for its kind. What relates to it is
        not looked at (`narrow`)."""
        if not reader.sight.sees(fact):
            return False
        if filter.passes_everything and not reader.ignored:
            return True
        event = stored(fact).event
        if event.state_key is None and event.sender in reader.ignored:
            return False
        return filter.passes_everything or filter.matches(event.type, event.sender, event.content)

    async def at_time(self, reader: Reader, at_ms: int, *, backwards: bool) -> Fact | None:
        """The first visible event at or after a time, or the last one at or before it.

        Events are searched as if each came no earlier than those before it, which is so but for a clock that was set back.
        """
        room = reader.room
        before, behind = room.first_position - 1, room.position
        while before < behind:  # everything up to `before` is too early, everything after `behind` is not
            middle = (before + behind) // 2
            facts = await self._kernel.database.facts(room.topic, middle, behind, limit=1)
            if facts and _is_early(facts[0], at_ms, backwards=backwards):
                before = facts[0].position
            else:
                behind = middle
        start: int | None = behind
        for _ in range(EMPTY_PAGES_MAX):
            page = await self.page(
                reader, start=start, stop=None, limit=TIME_PAGE, backwards=backwards, filter=parse_event_filter({})
            )
            if page.facts or page.end is None:
                return page.facts[0] if page.facts else None
            start = page.end
        return None

    async def render(self, reader: Reader, facts: Sequence[Fact]) -> list[bytes]:
        """Events as this reader gets them, with bundles and her own transaction ids."""
        bundles = await self._bundler.bundles(reader.room, facts, reader.caller.user_id)
        now_ms = self._kernel.clock.now_ms()
        encrypted = ("m.room.encryption", "") in reader.room.state
        sight = reader.sight
        if encrypted and not sight.knows_history:
            sight = await sight_of(self._kernel.rooms, reader.room, reader.caller.user_id, with_history=True)
        device_key = reader.caller.device_key
        return [
            served(
                fact,
                now_ms,
                device_key=device_key,
                room_id=reader.room.room_id,
                membership=sight.membership_at(fact.position) if encrypted else None,
                relations=bundles.get(event_id_of(fact)) if bundles else None,
            )
            for fact in facts
        ]

    async def member_events(self, reader: Reader, facts: Sequence[Fact]) -> list[bytes]:
        """The member events of those who sent `facts`: what a lazily loading client needs to show them."""
        senders = {stored(fact).event.sender for fact in facts}
        positions = [one.position for sender in senders if (one := reader.room.members.get(sender)) is not None]
        found = await self._kernel.rooms.facts_at(sorted(positions))
        return await self.render(reader, sorted(found.values(), key=lambda fact: fact.position))

    async def state_at(
        self, reader: Reader, position: int, filter: EventFilter, senders_of: Sequence[Fact]
    ) -> list[bytes]:
        """The room's state as of a position; with lazy loading only the members who sent `senders_of`."""
        senders = {stored(fact).event.sender for fact in senders_of} | {reader.caller.user_id}
        state = await self._kernel.rooms.state_positions(reader.room.room_id, position)
        positions = [
            at
            for (type, key), at in state.items()
            if type != "m.room.member" or not filter.lazy_load_members or key in senders
        ]
        found = await self._kernel.rooms.facts_at(positions)
        return await self.render(reader, sorted(found.values(), key=lambda fact: fact.position))


def _is_early(fact: Fact, at_ms: int, *, backwards: bool) -> bool:
    """Whether an event stands before the gap that a time names: looking back, what was said at that very time does too."""
    ts = stored(fact).event.origin_server_ts
    return ts <= at_ms if backwards else ts < at_ms
