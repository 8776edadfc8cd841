"""Deleting a room's history, some events at a time; what stopped goes on after a restart.

A batch is one unit: events, their ids, relations and files, and how far the purge is. The index of the search comes last, when the log
has none of it any more.
"""

from __future__ import annotations

import asyncio

import structlog

from laiwang.chat.media import Media, media_in
from laiwang.chat.messages import Messages
from laiwang.chat.purges import store
from laiwang.chat.push import Push
from laiwang.chat.search import LEASE as SEARCH_LEASE
from laiwang.chat.search import Search
from laiwang.kernel.errand import Errand
from laiwang.kernel.events import room_topic, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Unit

__all__ = ["Purger"]

EVENTS_AT_ONCE = 100
#: how much longer than a batch took it rests, so that people come first, and how long at most
REST_FACTOR = 3
REST_S_MAX = 0.2
log_ = structlog.get_logger(__name__)


class Purger:
    """Works off what is to be purged, one room after the other."""

    def __init__(self, kernel: Kernel, messages: Messages, media: Media, search: Search, push: Push) -> None:
        self._kernel = kernel
        self._messages = messages
        self._media = media
        self._search = search
        self._push = push
        self.errand = Errand(kernel.leases, "purges", self._work, lease=SEARCH_LEASE)

    async def _work(self) -> None:
        while row := await self._kernel.database.fetch_one(store.NEXT):
            purge, room_id, before_ms, before, reached = row
            clock = asyncio.get_running_loop().time
            begin = clock()
            if not await self._batch(purge, room_id, before_ms, before, reached):
                await self._search.indexer.purge(room_topic(room_id), before)
                unit = self.errand.lease.unit()
                unit.write(store.FINISH, {"purge": purge, "now_ms": self._kernel.clock.now_ms()})
                await self._kernel.log.append(unit)
                log_.info("the history of a room was purged", room_id=room_id, purge=purge)
            await asyncio.sleep(min((clock() - begin) * REST_FACTOR, REST_S_MAX))

    async def _batch(self, purge: int, room_id: str, before_ms: int | None, before: int, reached: int) -> bool:
        """Deletes some; False when nothing is left."""
        topic = room_topic(room_id)
        facts = await self._kernel.database.facts(topic, reached, before - 1, limit=EVENTS_AT_ONCE)
        if not facts:
            return False
        gone = [fact for fact in facts if _goes(fact, before_ms)]
        unit = self.errand.lease.unit()
        files = await self._files(unit, gone)
        progress = {
            "purge": purge,
            "upto": facts[-1].position,
            "seen": len(facts),
            "gone": len(gone),
            "given_up": files,
        }
        unit.write(store.ADVANCE, progress)
        if gone:
            unit.writes.extend(self._messages.relation_removals(gone))
            self._kernel.rooms.forget_events(unit, topic, gone)
        await self._kernel.log.append(unit)
        if files:
            self._media.disposal.wake()
        room = await self._kernel.rooms.get(room_id)
        if room is not None and gone:
            self._push.counts.forget(room, frozenset(fact.position for fact in gone))
        return True

    async def _files(self, unit: Unit, gone: list[Fact]) -> int:
        """Adds the rows by which the files of events go, whoever uploaded them; answers how many there are."""
        server = self._kernel.server_name
        named: set[str] = set()
        for fact in gone:
            if b"mxc://" in fact.body:
                named |= media_in(stored(fact).event.content, server)
                unit.writes.append(self._media.disposal.end_use(fact.position))
        count = 0
        for media_id in sorted(named):
            found = await self._media.library.find(server, media_id)
            if found is not None:
                unit.writes.extend(self._media.disposal.rows(found.user_id, (media_id,)))
                count += 1
        return count


def _goes(fact: Fact, before_ms: int | None) -> bool:
    """State stays: who was in the room and might see what, names, powers. The room could not go on without it."""
    event = stored(fact).event
    return event.state_key is None and (before_ms is None or event.origin_server_ts < before_ms)
