"""Saying that one has read."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from weakref import WeakValueDictionary

import orjson

from laiwang.chat.account_data import fact_key, room_data_fact
from laiwang.chat.receipts.model import FULLY_READ, PUBLIC, Receipt, receipt_fact, receipts_topic
from laiwang.chat.receipts.queries import Queries
from laiwang.chat.receipts.rules import check_relation
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import Fact, Unit
from laiwang.kernel.room import Room
from laiwang.kernel.wake import bell
from laiwang.kit.refusals import forbidden, invalid_param, not_found
from laiwang.matrix.relations import MAIN, THREAD_HOPS_MAX, relation_of, thread_of

__all__ = ["Actions"]

#: in larger rooms others hear of a receipt so much later at the most, in seconds
TOLD_AFTER_S = 3.0


class Actions:
    """Writes. A mark never moves backwards: what is older than what was said before is taken and changes nothing.

    A message that n people read would be answered n times to each of n people. So in rooms with more than `live_members_max` members a
    receipt wakes its giver's devices and the author of what was read; everybody else hears of it with the next thing, or after
    `TOLD_AFTER_S` together with what else was read by then.
    """

    def __init__(self, kernel: Kernel, queries: Queries, *, live_members_max: int) -> None:
        self._kernel = kernel
        self._queries = queries
        self._live_members_max = live_members_max
        #: rooms in which somebody is going to be reminded
        self._untold: set[str] = set()
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def mark(self, user_id: str, room_id: str, events: Mapping[str, str], thread: str = "") -> None:
        """Sets marks: event ids by kind, all in one unit. `thread` holds for receipts, not for m.fully_read.

        Raises Refused 403 (not joined), 404 (no such event in the room), 400 (the event is not in the thread).
        """
        room = await self._kernel.rooms.get(room_id)
        if room is None or room.membership(user_id) != "join":
            raise forbidden("You are not in this room")
        facts = {}
        for kind, event_id in events.items():
            fact = await self._kernel.rooms.event_fact(room_id, event_id)
            if fact is None:
                raise not_found("There is no such event in this room")
            if thread and kind != FULLY_READ:
                await self._check_thread(room_id, event_id, fact, thread)
            facts[kind] = fact
        place = (user_id, room_id)
        lock = self._locks.get(place)
        if lock is None:
            lock = self._locks[place] = asyncio.Lock()
        # Two devices of one person at once: the second compares with what the first has made durable.
        async with lock:
            await self._write(user_id, room, events, facts, thread)

    async def _write(
        self, user_id: str, room: Room, events: Mapping[str, str], facts: Mapping[str, Fact], thread: str
    ) -> None:
        room_id = room.room_id
        marks = await self._queries.marks(user_id, room_id)
        ts = self._kernel.clock.now_ms()
        unit = Unit()
        authors = []
        for kind, event_id in events.items():
            position = facts[kind].position
            if kind == FULLY_READ:
                if position > await self._fully_read(user_id, room_id):
                    meta = orjson.dumps(position)
                    unit.facts.append(room_data_fact(user_id, room_id, kind, {"event_id": event_id}, meta=meta))
            elif position > marks.by_kind.get((kind, thread), 0):
                receipt = Receipt(kind, user_id, event_id, ts, thread, position)
                unit.facts.append(receipt_fact(room_id, receipt))
                if kind == PUBLIC:
                    authors.append(stored(facts[kind]).event.sender)
        if not unit.facts:
            return
        if room.joined_count > self._live_members_max:
            unit.wakes = [user_topic(one) for one in sorted({user_id, *authors})]
            if authors:
                unit.applied = lambda _: self._remind(room_id)
        await self._kernel.log.append(unit)
        for kind in events:
            if kind != FULLY_READ:
                await self._set_right(user_id, room_id, kind, thread, facts[kind].position)

    async def _set_right(self, user_id: str, room_id: str, kind: str, thread: str, position: int) -> None:
        """Another process may have taken a further receipt in the same moment, which ours has replaced: everything that was written before
        ours has been heard by now, so the further one is written again."""
        while True:
            furthest = (await self._queries.marks(user_id, room_id)).by_kind.get((kind, thread), 0)
            fact = (await self._kernel.rooms.facts_at([furthest])).get(furthest) if furthest > position else None
            if fact is None:
                return
            unit = Unit()
            event_id = stored(fact).event.event_id
            receipt = Receipt(kind, user_id, event_id, self._kernel.clock.now_ms(), thread, furthest)
            unit.facts.append(receipt_fact(room_id, receipt))
            await self._kernel.log.append(unit)
            position = furthest

    def _remind(self, room_id: str) -> None:
        if room_id in self._untold:
            return
        self._untold.add(room_id)

        def tell() -> None:
            self._untold.discard(room_id)
            self._kernel.bells.remind(bell(receipts_topic(room_id)))

        asyncio.get_running_loop().call_later(TOLD_AFTER_S, tell)

    async def _fully_read(self, user_id: str, room_id: str) -> int:
        fact = await self._kernel.database.fact_by_key(user_topic(user_id), fact_key(FULLY_READ, room_id))
        return int(orjson.loads(fact.meta)) if fact is not None and fact.meta else 0

    async def _check_thread(self, room_id: str, event_id: str, fact: Fact, thread: str) -> None:
        rooms = self._kernel.rooms
        if stored(fact).redacted:
            # The event has lost its relation: any thread of the room may have been the one it was read in.
            if thread != MAIN and await rooms.event_fact(room_id, thread) is None:
                raise invalid_param("There is no such thread in this room")
            return
        relations = {}
        at: Fact | None = fact
        current = event_id
        for _ in range(THREAD_HOPS_MAX + 1):
            if at is None or current in relations:
                break
            relation = relations[current] = relation_of(stored(at).event.content)
            if relation is None or relation.event_id is None:
                break
            current = relation.event_id
            at = await rooms.event_fact(room_id, current)
        own = thread_of(event_id, relations[event_id], relations.get)
        check_relation(thread, own, relations.keys())
