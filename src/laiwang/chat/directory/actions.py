"""Giving rooms aliases and publishing them."""

from __future__ import annotations

from collections.abc import Callable

from laiwang.chat.directory import store
from laiwang.chat.directory.queries import Queries
from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note, noted
from laiwang.kernel.ports import Conflict, Fact, Unit, Write
from laiwang.kernel.room import Room
from laiwang.kit.refusals import Refused, forbidden, not_found
from laiwang.matrix.ids import server_name
from laiwang.people.services import Services

__all__ = ["ALIASES", "Actions"]

#: kind of the note that aliases of a room have changed
ALIASES = "aliases"


class Actions:
    """Writes; each is one unit."""

    def __init__(self, kernel: Kernel, queries: Queries, services: Services) -> None:
        self._kernel = kernel
        self._queries = queries
        self._services = services
        #: told of each room whose aliases have changed
        self.on_alias: list[Callable[[str], None]] = []

    def check_alias(self, caller: Caller, alias: str) -> None:
        """Whether the caller may make an alias. Raises Refused 400 M_EXCLUSIVE where it is an application service's."""
        self._services.check_alias(alias, caller.service_id)

    def alias_row(self, alias: str, room_id: str, creator: str) -> Write:
        """The row of a new alias, to be written in another unit (a taken alias makes that unit a Conflict)."""
        return Write(store.ADD_ALIAS, {"alias": alias, "room_id": room_id, "creator": creator})

    def published_row(self, room_id: str) -> Write:
        """The row that publishes a room, to be written in another unit."""
        return Write(store.PUBLISH, {"room_id": room_id, "since_ms": self._kernel.clock.now_ms()})

    async def move_rows(self, old: str, new: str) -> list[Write]:
        """Rows that hand the aliases of a room and its place in the published list to another one, for another unit."""
        rows = [Write(store.MOVE_ALIASES, {"old": old, "new": new})]
        if await self._queries.is_published(old):
            rows += [Write(store.UNPUBLISH, {"room_id": old}), self.published_row(new)]
        return rows

    def removal_rows(self, room_id: str) -> list[Write]:
        """Rows that take a room out of the directory altogether, for another unit."""
        return [
            Write(store.REMOVE_ALIASES_OF, {"room": room_id}),
            Write(store.UNPUBLISH, {"room_id": room_id}),
            Write(store.UNPUBLISH_ON_NETWORKS, {"room_id": room_id}),
        ]

    async def set_alias(self, caller: Caller, alias: str, room_id: str) -> None:
        """Points a new alias to a room that the caller is in. Raises Refused 400, 403, 409 M_UNKNOWN when it is taken."""
        if server_name(alias) != self._kernel.server_name:
            raise Refused("M_INVALID_PARAM", 400, "The alias belongs to another server")
        self.check_alias(caller, alias)
        room = await self._kernel.rooms.get(room_id)
        if room is None or room.membership(caller.user_id) != "join":
            raise forbidden("You are not in this room")
        unit = Unit(writes=[self.alias_row(alias, room_id, caller.user_id)])
        note(unit, ALIASES, room_id)
        try:
            await self._kernel.log.append(unit)
        except Conflict as error:
            raise Refused("M_UNKNOWN", 409, "This alias is taken") from error

    async def delete_alias(self, caller: Caller, alias: str) -> None:
        """Removes an alias: its maker may, and who may set the room's canonical alias, and an administrator. Raises Refused."""
        found = await self._queries.alias_creator(alias)
        if found is None:
            raise not_found("There is no such alias")
        room_id, creator = found
        if creator != caller.user_id and not caller.is_admin:
            room = await self._kernel.rooms.get(room_id)
            if room is None or not _may_set_aliases(room, caller.user_id):
                raise forbidden("You may not remove this alias")
        unit = Unit(writes=[Write(store.REMOVE_ALIAS, {"alias": alias})])
        note(unit, ALIASES, room_id)
        await self._kernel.log.append(unit)

    def heard(self, fact: Fact) -> None:
        """Aliases of a room have changed, in this process or another one."""
        for hook in self.on_alias:
            hook(noted(fact))

    async def set_published(self, caller: Caller, room_id: str, is_public: bool) -> None:
        """Publishes a room or takes it off the list. Raises Refused 403, 404."""
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            raise not_found("There is no such room")
        if not caller.is_admin and not _may_set_aliases(room, caller.user_id):
            raise forbidden("You may not publish this room")
        row = self.published_row(room_id) if is_public else Write(store.UNPUBLISH, {"room_id": room_id})
        await self._kernel.log.append(Unit(writes=[row]))

    async def set_published_on_network(self, caller: Caller, network_id: str, room_id: str, is_public: bool) -> None:
        """Lists a room among those of a network that the calling application service bridges. Raises Refused 403, 404."""
        if caller.service_id is None:
            raise forbidden("Only application services list rooms of networks")
        if await self._kernel.rooms.get(room_id) is None:
            raise not_found("There is no such room")
        params = {"network": network_id, "service": caller.service_id, "room_id": room_id}
        row = Write(store.UNPUBLISH_ON_NETWORK, params)
        if is_public:
            names = {"network_id": network_id, "service_id": caller.service_id, "room_id": room_id}
            row = Write(store.PUBLISH_ON_NETWORK, names)
        await self._kernel.log.append(Unit(writes=[row]))


def _may_set_aliases(room: Room, user_id: str) -> bool:
    if room.membership(user_id) != "join":
        return False
    levels = room.power_levels
    return levels.user(user_id) >= levels.event("m.room.canonical_alias", True)
