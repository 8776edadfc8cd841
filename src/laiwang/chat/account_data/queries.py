"""What a person's own topic says about one room, as /sync asks for it."""

from __future__ import annotations

from collections.abc import Mapping

from laiwang.chat.account_data import store
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import Fact
from laiwang.kernel.sync import SyncContext
from laiwang.matrix import visibility

__all__ = ["OwnFacts"]

INITIAL_SYNCS_REMEMBERED_MAX = 8


class OwnFacts:
    """Facts of the reader's topic with keys `<what>/<room id>/…`; `what` is chosen by the one who builds this."""

    def __init__(self, kernel: Kernel, what: str) -> None:
        self._kernel = kernel
        self._what = what
        self._sorted: list[tuple[list[Fact], dict[str, list[Fact]]]] = []

    async def of_room(self, context: SyncContext, room_id: str) -> list[Fact]:
        """What is new in the window; everything up to now, when the reader has just entered the room or knows nothing yet."""
        if context.is_initial:
            return (await self._by_room(context)).get(room_id, [])
        prefix = f"{self._what}/{room_id}/"
        topic = user_topic(context.user_id)
        if await self.entered(context, room_id):
            rows = await self._kernel.database.fetch(store.OF_ROOM, {"topic": topic, **store.bounds(prefix)})
            return [Fact(row[0], topic, *row[1:]) for row in rows if row[0] <= context.upto]
        if room_id not in context.touched:
            return []
        return [fact for fact in await context.facts(topic) if fact.key and fact.key.startswith(prefix)]

    async def after(self, user_id: str, room_id: str, since: int, upto: int) -> list[Fact]:
        """What stands after one position, up to another, whatever the person's membership was; everything for `since` 0."""
        topic = user_topic(user_id)
        prefix = f"{self._what}/{room_id}/"
        recent = self._kernel.log.recent(topic, since)
        if recent is None:
            rows = await self._kernel.database.fetch(store.OF_ROOM, {"topic": topic, **store.bounds(prefix)})
            return [Fact(row[0], topic, *row[1:]) for row in rows if since < row[0] <= upto]
        latest = {
            fact.key: fact
            for fact in recent
            if fact.position <= upto and fact.key is not None and fact.key.startswith(prefix)
        }
        return list(latest.values())

    async def entered(self, context: SyncContext, room_id: str) -> bool:
        """Whether the reader joined inside the window, having been out at its beginning."""
        if context.is_initial or room_id not in context.joined_since:
            return False
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            return False
        # A new name in the room is a membership event too.
        history = await self._kernel.rooms.membership_history(room, context.user_id)
        return visibility.membership_at(context.since, history) != "join"

    async def _by_room(self, context: SyncContext) -> Mapping[str, list[Fact]]:
        """Everything by room, sorted once per initial sync: the context gives the same list for each of its rooms."""
        facts = await context.facts(user_topic(context.user_id))
        for known, rooms in self._sorted:
            if known is facts:
                return rooms
        rooms = {}
        prefix = f"{self._what}/"
        for fact in facts:
            if fact.key and fact.key.startswith(prefix):
                rooms.setdefault(fact.key.split("/", 2)[1], []).append(fact)
        self._sorted.append((facts, rooms))
        del self._sorted[:-INITIAL_SYNCS_REMEMBERED_MAX]
        return rooms
