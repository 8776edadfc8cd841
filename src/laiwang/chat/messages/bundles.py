"""Bundled aggregations: what relates to an event, told with it. Source: CS "Aggregations of child events"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence

import orjson

from laiwang.chat.messages import store
from laiwang.chat.messages.actions import related
from laiwang.kernel.events import event_id_of, is_plain_message, served, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Row
from laiwang.kernel.room import Room
from laiwang.kernel.sight import Sight, sight_of
from laiwang.matrix.filters import EventFilter
from laiwang.matrix.relations import latest_edit

__all__ = ["Bundler"]

PARENTS_PER_QUERY = 500
#: events of a room that may lie between two of a stretch, on average
STRETCH = 4


class Bundler:
    """Makes `m.relations` of events for one reader. What people whom she ignores made of them is left out."""

    def __init__(self, kernel: Kernel, ignored_by: Callable[[str], Awaitable[frozenset[str]]]) -> None:
        self._kernel = kernel
        self._ignored_by = ignored_by

    async def bundles(self, room: Room, facts: Sequence[Fact], reader: str) -> Mapping[str, bytes]:
        """Event id → JSON object, for those events that have something to bundle."""
        parents = {event_id_of(fact): fact for fact in facts if is_plain_message(fact)}
        if not parents:
            return {}
        sight = await sight_of(self._kernel.rooms, room, reader)
        return await self._bundles(room, parents, reader, sight, with_threads=True)

    async def narrow(
        self, room: Room, facts: Sequence[Fact], filter: EventFilter, *, seen: int, ignored: frozenset[str]
    ) -> list[Fact]:
        """Those of a room's events to which others relate as `related_by_senders` and `related_by_rel_types` ask, as far as the reader
        sees: up to the position `seen`, and not from people whom she ignores. Redacted events relate to nothing."""
        if not filter.needs_relations:
            return list(facts)
        statement = store.RELATED[filter.related_by_rel_types is not None, filter.related_by_senders is not None]
        params = {
            "room": room.room_id,
            "seen": seen,
            "ignored": sorted(ignored),
            "rel_types": sorted(filter.related_by_rel_types or ()),
            "senders": sorted(filter.related_by_senders or ()),
        }
        by_id = {event_id_of(fact): fact for fact in facts}
        ids = list(by_id)
        found: set[str] = set()
        for start in range(0, len(ids), PARENTS_PER_QUERY):
            part = {**params, "parents": ids[start : start + PARENTS_PER_QUERY]}
            found.update(row[0] for row in await self._kernel.database.fetch(statement, part))
        return [fact for event_id, fact in by_id.items() if event_id in found]

    async def latest_edits(self, originals: Sequence[Fact]) -> dict[int, Fact]:
        """Position of an event → its latest valid edit, whoever may see it; events of any rooms."""
        parents = {event_id_of(fact): fact for fact in originals if is_plain_message(fact)}
        positions: dict[str, list[int]] = defaultdict(list)
        ids = list(parents)
        for start in range(0, len(ids), PARENTS_PER_QUERY):
            part = {"parents": ids[start : start + PARENTS_PER_QUERY]}
            for parent, position in await self._kernel.database.fetch(store.EDITS, part):
                positions[parent].append(position)
        if not positions:
            return {}
        every = sorted({position for found in positions.values() for position in found})
        edits = {fact.position: fact for fact in await self._kernel.database.facts_at(every)}
        found = {}
        for parent, candidates in positions.items():
            by_id = {event_id_of(edits[at]): edits[at] for at in candidates if at in edits}
            best = latest_edit(related(parents[parent]), [related(fact) for fact in by_id.values()])
            if best is not None:
                found[parents[parent].position] = by_id[best.event_id]
        return found

    async def _rows(self, room: Room, parents: Mapping[str, Fact], ignored: Sequence[str]) -> Sequence[Row]:
        """Bundled children: those of a stretch of history in one range, those of events here and there one by one."""
        params = {"room": room.room_id, "ignored": ignored}
        first = min(parents.values(), key=lambda fact: fact.position)
        last = max(parents.values(), key=lambda fact: fact.position)
        if len(parents) > 1 and stored(last).event.depth - stored(first).event.depth < STRETCH * len(parents):
            found = await self._kernel.database.fetch(
                store.OF_RANGE, {**params, "low": first.position, "high": last.position}
            )
            return [row for row in found if row[0] in parents]
        ids = list(parents)
        rows: list[Row] = []
        for start in range(0, len(ids), PARENTS_PER_QUERY):
            part = ids[start : start + PARENTS_PER_QUERY]
            rows += await self._kernel.database.fetch(store.OF_PARENTS, {**params, "parents": part})
        return rows

    async def _bundles(
        self, room: Room, parents: Mapping[str, Fact], reader: str, sight: Sight, *, with_threads: bool
    ) -> dict[str, bytes]:
        rows = await self._rows(room, parents, list(await self._ignored_by(reader)))
        if not rows:
            return {}
        edits: dict[str, list[int]] = defaultdict(list)
        threads: dict[str, list[tuple[int, str]]] = defaultdict(list)
        references: dict[str, list[int]] = defaultdict(list)
        for parent, position, rel_type, _, sender in rows:
            if rel_type == "m.replace":
                edits[parent].append(position)
            elif rel_type == "m.thread" and with_threads:
                threads[parent].append((position, sender))
            elif rel_type == "m.reference":
                references[parent].append(position)
        wanted = [position for found in (*edits.values(), *references.values()) for position in found]
        wanted += [found[-1][0] for found in threads.values()]
        children = {
            position: fact
            for position, fact in (await self._kernel.rooms.facts_at(wanted)).items()
            if fact.topic == room.topic and sight.sees(fact)
        }
        parts: dict[str, list[bytes]] = defaultdict(list)
        now_ms = self._kernel.clock.now_ms()
        for parent, positions in edits.items():
            candidates = {related(children[at]).event_id: children[at] for at in positions if at in children}
            best = latest_edit(related(parents[parent]), [related(fact) for fact in candidates.values()])
            if best is not None:
                body = served(candidates[best.event_id], now_ms, room_id=room.room_id)
                parts[parent].append(b'"m.replace":%b' % body)
        for parent, replies in threads.items():
            latest = children.get(replies[-1][0])
            if latest is None:
                continue
            inner = await self._bundles(
                room, {stored(latest).event.event_id: latest}, reader, sight, with_threads=False
            )
            body = served(latest, now_ms, room_id=room.room_id, relations=inner.get(stored(latest).event.event_id))
            took_part = stored(parents[parent]).event.sender == reader or any(sender == reader for _, sender in replies)
            parts[parent].append(
                b'"m.thread":{"latest_event":%b,"count":%d,"current_user_participated":%b}'
                % (body, len(replies), b"true" if took_part else b"false")
            )
        for parent, positions in references.items():
            chunk = [{"event_id": stored(children[at]).event.event_id} for at in positions if at in children]
            if chunk:
                parts[parent].append(b'"m.reference":{"chunk":%b}' % orjson.dumps(chunk))
        return {parent: b"{%b}" % b",".join(found) for parent, found in parts.items()}
