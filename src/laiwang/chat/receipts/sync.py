"""Receipts in /sync: one m.receipt event per room with all that is new."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from laiwang.chat.account_data import OwnFacts
from laiwang.chat.receipts.model import OWN, Receipt, receipt_of, receipts_topic, served
from laiwang.kernel.capability import RoomPart
from laiwang.kernel.machine import Kernel
from laiwang.kernel.sync import SyncContext

__all__ = ["ReceiptsSync"]


class ReceiptsSync:
    """The part of a room. Receipts of people whom the reader ignores are left out."""

    def __init__(self, kernel: Kernel, ignored_by: Callable[[str], Awaitable[frozenset[str]]]) -> None:
        self._kernel = kernel
        self._ignored_by = ignored_by
        self._own = OwnFacts(kernel, OWN)

    def part(self) -> RoomPart:
        """`ephemeral` of a room."""
        return RoomPart("ephemeral", lambda room_id, _: receipts_topic(room_id), self.read)

    async def event(
        self, user_id: str, room_id: str, *, since: int, upto: int, reach: int | None = None
    ) -> bytes | None:
        """Receipts that were given after one position, up to another, as one event; None when there are none.

        For a reader who begins, `reach` says after which position she has events: of other people's receipts she gets those at
        events that she has. Where somebody has receipts in two threads at one event, one event can tell but one of them.
        """
        found = [receipt_of(fact) for fact in await self._own.after(user_id, room_id, since, upto)]
        receipts = [receipt_of(fact) for fact in await self._kernel.log.read(receipts_topic(room_id), since, upto)]
        if receipts:
            ignored = await self._ignored_by(user_id)
            for one in receipts:
                is_told = one.user_id not in ignored and (reach is None or one.position > reach)
                if is_told or one.user_id == user_id:
                    found.append(one)
        return served(found)[0] if found else None

    async def read(self, context: SyncContext, room_id: str) -> list[bytes]:
        """What is new; for a reader to whom the room is new, how far each joined member has read, and she herself privately."""
        found = [receipt_of(fact) for fact in await self._own.of_room(context, room_id)]
        found += await self._public(context, room_id)
        return served(found) if found else []

    async def _public(self, context: SyncContext, room_id: str) -> list[Receipt]:
        topic = receipts_topic(room_id)
        is_new = context.is_initial or await self._own.entered(context, room_id)
        facts = await (self._kernel.log.read(topic, 0, context.upto) if is_new else context.facts(topic))
        if not facts:
            return []
        receipts = [receipt_of(fact) for fact in facts]
        ignored = await self._ignored_by(context.user_id)
        if ignored:
            receipts = [one for one in receipts if one.user_id not in ignored or one.user_id == context.user_id]
        room = await self._kernel.rooms.get(room_id) if is_new else None
        if room is not None:
            receipts = [one for one in receipts if room.membership(one.user_id) == "join"]
        return receipts
