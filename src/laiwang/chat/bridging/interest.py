"""What concerns an application service: events of rooms with people, aliases or ids of its namespaces. Source: AS "Registration"."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence

from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.people.services import Service

__all__ = ["Interest"]

ROOMS_CACHED_MAX = 50_000
AT_THE_END = 1 << 62
ALIASES = "m.room.canonical_alias"


class Interest:
    """Of one service. Whether a room concerns it is remembered until somebody of its own comes or goes."""

    def __init__(self, kernel: Kernel, service: Service, aliases_of: Callable[[str], Awaitable[Sequence[str]]]) -> None:
        self._kernel = kernel
        self._service = service
        self._aliases_of = aliases_of
        self._rooms: OrderedDict[str, bool] = OrderedDict()

    async def in_event(self, room: Room, fact: Fact) -> bool:
        """Whether an event concerns the service."""
        event = stored(fact).event
        if event.type == "m.room.member" and event.state_key is not None and self._service.is_mine(event.state_key):
            self._rooms.pop(room.room_id, None)
            return True
        if event.type == ALIASES:
            self._rooms.pop(room.room_id, None)
        return self._service.is_mine(event.sender) or await self.in_room(room, fact.position)

    async def in_room(self, room: Room, position: int = AT_THE_END) -> bool:
        """Whether everything in a room concerns the service, as it is found at a position of the log."""
        found = self._rooms.get(room.room_id)
        if found is None:
            found = self._rooms[room.room_id] = await self._look(room, position)
            if len(self._rooms) > ROOMS_CACHED_MAX:
                self._rooms.popitem(last=False)
        return found

    async def _look(self, room: Room, position: int) -> bool:
        service = self._service
        if any(one.regex.match(room.room_id) for one in service.rooms):
            return True
        for user_id, member in room.members.items():
            # Whoever leaves later than the event was perhaps still there: rather too much is told than too little.
            if (member.membership == "join" or member.position > position) and service.is_mine(user_id):
                return True
        if not service.aliases:
            return False
        aliases = await self._aliases_of(room.room_id)
        return any(one.regex.match(alias) for alias in aliases for one in service.aliases)

    async def in_person(self, user_id: str) -> bool:
        """Whether a person's coming and going concerns the service: she is its own, or shares a room that concerns it."""
        if self._service.is_mine(user_id):
            return True
        for room_id in await self._kernel.memberships.joined(user_id):
            room = self._kernel.rooms.peek(room_id)
            if room is not None and await self.in_room(room):
                return True
        return False

    async def shares(self, user_id: str) -> bool:
        """Whether the service has to know a person's devices: as `in_person`, in rooms that sleep as well."""
        if self._service.is_mine(user_id):
            return True
        for room_id in await self._kernel.memberships.joined(user_id):
            room = await self._kernel.rooms.get(room_id)
            if room is not None and await self.in_room(room):
                return True
        return False

    def clear(self) -> None:
        """Another process has looked meanwhile: nothing is remembered."""
        self._rooms.clear()

    def alias_changed(self, room_id: str) -> None:
        """An alias was given to a room or taken from it."""
        self._rooms.pop(room_id, None)
