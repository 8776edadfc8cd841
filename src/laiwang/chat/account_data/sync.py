"""Account data in /sync: globally, and in the sections of rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import orjson

from laiwang.chat.account_data.model import GLOBAL, IN_ROOMS, content_in, event, type_of
from laiwang.chat.account_data.queries import OwnFacts
from laiwang.kernel.capability import GlobalPart, RoomPart
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import user_topic
from laiwang.kernel.sync import SyncContext
from laiwang.matrix.filters import EventFilter

__all__ = ["AccountDataSync", "Default"]

Default = Callable[[str], tuple[str, bytes]]


class AccountDataSync:
    """The parts of a /sync answer. `defaults` give (type, content) that a person has who never set that type."""

    def __init__(self, kernel: Kernel, defaults: Sequence[Default]) -> None:
        self._defaults = defaults
        self._own = OwnFacts(kernel, IN_ROOMS.rstrip("/"))

    def global_part(self) -> GlobalPart:
        """`account_data` of the whole account."""
        return GlobalPart(topic=lambda user_id, _: user_topic(user_id), read=self.read)

    def room_part(self) -> RoomPart:
        """`account_data` of a room."""
        return RoomPart("account_data", lambda _, user_id: user_topic(user_id), self.read_room)

    async def read(self, context: SyncContext) -> Mapping[str, bytes]:
        """What is new in the window; everything, defaults included, when the sync is an initial one."""
        facts = await context.facts(user_topic(context.user_id))
        found = {type_of(fact.key): fact.body for fact in facts if fact.key and fact.key.startswith(GLOBAL)}
        if context.is_initial:
            for default in self._defaults:
                type, content = default(context.user_id)
                if type not in found:
                    found[type] = event(type, content)
        filter: EventFilter | None = context.filter.account_data if context.filter is not None else None
        if filter is not None and not filter.passes_everything:
            found = {type: body for type, body in found.items() if _passes(filter, type, body)}
        return {"account_data": b'{"events":[%b]}' % b",".join(found.values())} if found else {}

    async def read_room(self, context: SyncContext, room_id: str) -> list[bytes]:
        """What is new for a room; everything, when the reader has just entered it."""
        return [fact.body for fact in await self._own.of_room(context, room_id)]


def _passes(filter: EventFilter, type: str, body: bytes) -> bool:
    content = orjson.loads(content_in(type, body)) if filter.contains_url is not None else None
    return filter.matches(type, None, content)
