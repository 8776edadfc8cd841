"""Which rooms a person has, by their latest activity, as her lists see them; kept up to date by what rang.

Source: MSC4186, "Lists", "Activity ordering", `SlidingRoomFilter`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

import orjson

from laiwang.chat.account_data import AccountData
from laiwang.chat.sliding_sync import store
from laiwang.chat.sliding_sync.model import Filters
from laiwang.chat.sliding_sync.shelf import Shelf
from laiwang.chat.sync import heroes_of
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership
from laiwang.kernel.room import Room

__all__ = ["Catalogue"]

SHELVES_MAX = 100
TAGS = "m.tag"
DIRECT = "m.direct"
OUT = ("leave", "ban")


class Catalogue:
    """The rooms of one person. `stale` rooms are looked at again with the next `refresh`; it may be cancelled and called again."""

    def __init__(
        self,
        kernel: Kernel,
        user_id: str,
        account_data: AccountData,
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
    ) -> None:
        self._kernel = kernel
        self._user_id = user_id
        self._account_data = account_data
        self._ignored_by = ignored_by
        self._generation = 0
        self._is_built = False
        self._rooms = Shelf(0)
        self._shelves: dict[Filters, Shelf] = {}
        self._tags: dict[str, frozenset[str]] = {}
        self._knows_tags = False
        self._knows_direct = False
        self._ignored: frozenset[str] = frozenset()
        self._blocks_invites = False
        #: rooms that her account data calls direct
        self.direct: frozenset[str] = frozenset()
        self.stale: set[str] = set()
        #: rooms on the lists that she was put out of
        self._out: set[str] = set()

    # --- keeping up -----------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Something changed that concerns any room: everything is read anew."""
        self._is_built = False

    def direct_changed(self) -> None:
        """Her direct rooms have to be read anew."""
        self._knows_direct = False

    def tags_changed(self, room_id: str) -> None:
        """The tags of a room have to be read anew."""
        self._tags.pop(room_id, None)
        self.stale.add(room_id)

    async def refresh(self) -> None:
        """Brings everything up to now."""
        live = await self._kernel.memberships.of(self._user_id)
        if not self._knows_direct:
            self._knows_direct = True
            direct = _direct_rooms(await self._account_data.content(self._user_id, DIRECT))
            if direct != self.direct:
                self.direct = direct
                self._forget_shelves(lambda filters: filters.is_dm is not None)
        if not self._is_built:
            await self._build(live)
        # Forgetting a room is no fact of the log.
        self.stale.update(room_id for room_id in self._out if (one := live.get(room_id)) is None or one.forgotten)
        if not self.stale:
            return
        placed = []
        for room_id in list(self.stale):
            activity = await self._activity(live, room_id)
            room = self._kernel.rooms.peek(room_id)
            if room is not None and room.state_content("m.room.create").get("type") == "m.space":
                self._forget_shelves(lambda filters, id=room_id: filters.spaces is not None and id in filters.spaces)  # type: ignore[misc]
            placed.append((activity or 0, room_id, activity))
            one = live.get(room_id)
            (
                self._out.add
                if activity is not None and one is not None and one.membership in OUT
                else self._out.discard
            )(room_id)
            self.stale.discard(room_id)
        placed.sort(key=lambda one: one[0])
        for _, room_id, activity in placed:
            if activity is None:
                self._rooms.drop(room_id)
                for shelf in self._shelves.values():
                    shelf.drop(room_id)
                continue
            self._rooms.put(room_id, activity)
            for filters, shelf in self._shelves.items():
                if await self._belongs(live, filters, room_id):
                    shelf.put(room_id, activity)
                else:
                    shelf.drop(room_id)

    async def shelf(self, filters: Filters | None) -> Shelf:
        """The rooms that pass, in order. Call `refresh` before."""
        if filters is None:
            return self._rooms
        found = self._shelves.get(filters)
        if found is None:
            if len(self._shelves) >= SHELVES_MAX:
                self._shelves.clear()
            found = await self._sort_out(filters)
            self._shelves[filters] = found
        return found

    def activity(self, room_id: str) -> int:
        """Position of a room's latest activity, 0 for one that is on no list."""
        return self._rooms.rooms.get(room_id, 0)

    def _forget_shelves(self, concerned: Callable[[Filters], bool]) -> None:
        for filters in [one for one in self._shelves if concerned(one)]:
            del self._shelves[filters]

    def _new_shelf(self) -> Shelf:
        self._generation += 1
        return Shelf(self._generation)

    # --- the order ------------------------------------------------------------------------------------------------------

    async def _build(self, live: Mapping[str, Membership]) -> None:
        self._shelves.clear()
        self._out.clear()
        self._ignored = await self._ignored_by(self._user_id)
        self._blocks_invites = await self._account_data.blocks_invites(self._user_id)
        standing = dict(live)
        heads = await self._heads(standing)
        put_out = await self._put_out_of(standing)
        found = []
        for room_id, one in standing.items():
            if one.membership == "join":
                found.append((max(heads.get(room_id, 0), one.position), room_id))
            elif one.membership in OUT:
                if room_id in put_out and not one.forgotten:
                    found.append((one.position, room_id))
                    self._out.add(room_id)
            elif not await self._is_unwelcome(room_id, one):
                found.append((one.position, room_id))
        rooms = self._new_shelf()
        for position, room_id in sorted(found):
            rooms.put(room_id, position)
        self._rooms = rooms
        self._is_built = True

    async def _heads(self, standing: Mapping[str, Membership]) -> Mapping[str, int]:
        """Position of the last event of each joined room: from memory where they are all awake, else in one query."""
        heads = {}
        for room_id, one in standing.items():
            if one.membership == "join":
                room = self._kernel.rooms.peek(room_id)
                if room is None:
                    return await self._kernel.rooms.heads(self._user_id)
                heads[room_id] = room.position
        return heads

    async def _put_out_of(self, standing: Mapping[str, Membership]) -> set[str]:
        """Rooms that she was in and was kicked or banned from."""
        if not any(one.membership in OUT and not one.forgotten for one in standing.values()):
            return set()
        joined: set[str] = set()
        last_by_other: set[str] = set()
        for room_id, body in await self._kernel.database.fetch(
            store.OWN_EVENTS_OF_DEPARTED, {"user_id": self._user_id}
        ):
            event = orjson.loads(body)
            if event["content"].get("membership") == "join":
                joined.add(room_id)
            (last_by_other.discard if event["sender"] == self._user_id else last_by_other.add)(room_id)
        return joined & last_by_other

    async def _is_unwelcome(self, room_id: str, one: Membership) -> bool:
        """Whether she is invited by somebody whom she ignores, or though she wants no invitations."""
        if one.membership != "invite" or self._blocks_invites or not self._ignored:
            return one.membership == "invite" and self._blocks_invites
        room = await self._kernel.rooms.get(room_id)
        member = room.members.get(self._user_id) if room is not None else None
        return member is not None and member.sender in self._ignored

    async def _activity(self, live: Mapping[str, Membership], room_id: str) -> int | None:
        """Position of the latest activity as she may know of it; None for a room that belongs on no list."""
        one = live.get(room_id)
        room = await self._kernel.rooms.get(room_id)
        if one is None or room is None or one.forgotten:
            return None
        if one.membership == "join":
            return max(room.position, one.position)
        if one.membership not in OUT:
            return None if await self._is_unwelcome(room_id, one) else one.position
        member = room.members.get(self._user_id)
        if member is None or member.sender == self._user_id:
            return None
        history = await self._kernel.rooms.membership_history(room, self._user_id)
        return one.position if any(membership == "join" for _, membership in history) else None

    # --- filters --------------------------------------------------------------------------------------------------------

    async def _sort_out(self, filters: Filters) -> Shelf:
        """A new shelf with the rooms that pass. Rooms that sleep are not woken for their type or their encryption."""
        live = await self._kernel.memberships.of(self._user_id)
        rooms = [(room_id, self._rooms.rooms[room_id]) for room_id in reversed(list(self._rooms.newest_first()))]
        asleep = any(self._kernel.rooms.peek(room_id) is None for room_id, _ in rooms)
        types: dict[str, str | None] | None = None
        encrypted: set[str] | None = None
        params = {"user_id": self._user_id}
        if asleep and filters.asks_types:
            rows = await self._kernel.database.fetch(store.CREATE_EVENTS, params)
            types = {row[0]: _type_in(orjson.loads(row[1])["content"]) for row in rows}
        if asleep and filters.is_encrypted is not None:
            encrypted = {row[0] for row in await self._kernel.database.fetch(store.ENCRYPTED_ROOMS, params)}
        children = await self._children(live, filters.spaces) if filters.spaces is not None else None
        shelf = self._new_shelf()
        for room_id, activity in rooms:
            if types is not None and not filters.takes_type(types.get(room_id)):
                continue
            if encrypted is not None and (room_id in encrypted) != filters.is_encrypted:
                continue
            if await self._belongs(live, filters, room_id, children, knows=types is not None or encrypted is not None):
                shelf.put(room_id, activity)
        return shelf

    async def _belongs(
        self,
        live: Mapping[str, Membership],
        filters: Filters,
        room_id: str,
        children: frozenset[str] | None = None,
        *,
        knows: bool = False,
    ) -> bool:
        """Whether a room passes. `knows`: its type and its encryption have passed already."""
        one = live.get(room_id)
        if one is None:
            return False
        if filters.is_invited is not None and (one.membership == "invite") != filters.is_invited:
            return False
        if filters.is_dm is not None and (room_id in self.direct) != filters.is_dm:
            return False
        if filters.asks_tags and not filters.takes_tags(await self._tags_of(room_id)):
            return False
        if filters.spaces is not None:
            if children is None:
                children = await self._children(live, filters.spaces)
            if room_id not in children:
                return False
        asks_state = not knows and (filters.asks_types or filters.is_encrypted is not None)
        if not asks_state and filters.name_like is None:
            return True
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            return False
        if asks_state:
            if filters.asks_types and not filters.takes_type(_type_in(room.state_content("m.room.create"))):
                return False
            if filters.is_encrypted is not None and (("m.room.encryption", "") in room.state) != filters.is_encrypted:
                return False
        if filters.name_like is None:
            return True
        # What became of the name since she is out is none of her business.
        return one.membership not in OUT and any(
            filters.name_like in name.casefold() for name in _names(room, self._user_id)
        )

    async def _children(self, live: Mapping[str, Membership], spaces: Iterable[str]) -> frozenset[str]:
        """Rooms that these spaces name, as far as she is in the spaces."""
        found = set()
        for space in spaces:
            one = live.get(space)
            room = await self._kernel.rooms.get(space) if one is not None and one.membership == "join" else None
            if room is None:
                continue
            for type, key in list(room.state):
                if type == "m.space.child":
                    via = room.state_content(type, key).get("via")
                    if isinstance(via, list) and via:
                        found.add(key)
        return frozenset(found)

    async def _tags_of(self, room_id: str) -> frozenset[str]:
        if not self._knows_tags:
            self._knows_tags = True
            for known, content in (await self._account_data.in_rooms(self._user_id, TAGS)).items():
                self._tags[known] = _tags_in(content)
            for known in self._rooms.rooms:
                self._tags.setdefault(known, frozenset())
        found = self._tags.get(room_id)
        if found is None:
            content = await self._account_data.content(self._user_id, TAGS, room_id)
            found = self._tags[room_id] = _tags_in(content)
        return found


def _type_in(content: Mapping[str, Any]) -> str | None:
    type = content.get("type")
    return type if isinstance(type, str) else None


def _tags_in(content: Any) -> frozenset[str]:
    tags = content.get("tags") if isinstance(content, dict) else None
    return frozenset(tags) if isinstance(tags, dict) else frozenset()


def _direct_rooms(content: Any) -> frozenset[str]:
    if not isinstance(content, dict):
        return frozenset()
    return frozenset(
        room_id
        for rooms in content.values()
        if isinstance(rooms, list)
        for room_id in rooms
        if isinstance(room_id, str)
    )


def _names(room: Room, user_id: str) -> Sequence[str]:
    """What a room may be called: its name, else its alias, else the names of its heroes."""
    for type, key in (("m.room.name", "name"), ("m.room.canonical_alias", "alias")):
        value = room.state_content(type).get(key)
        if isinstance(value, str) and value:
            return (value,)
    names = []
    for hero in heroes_of(room, user_id):
        names += [room.members[hero].display_name or hero]
    return names
