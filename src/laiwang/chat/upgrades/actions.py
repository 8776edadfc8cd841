"""Making the successor of a room, closing the old one, and following."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any
from weakref import WeakValueDictionary

import structlog

from laiwang.chat.account_data import AccountData
from laiwang.chat.directory import Directory
from laiwang.chat.rooms import Rooms
from laiwang.chat.upgrades import rules
from laiwang.kernel.capability import Caller
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict
from laiwang.kernel.room import Draft, Room
from laiwang.kit.refusals import Busy, Refused, forbidden
from laiwang.matrix.ids import new_room_id
from laiwang.matrix.power_levels import creators
from laiwang.matrix.push_rules import Ruleset
from laiwang.matrix.versions import RoomVersion

__all__ = ["Actions", "ChangeRules"]

ChangeRules = Callable[[str, Callable[[Ruleset], Ruleset]], Awaitable[None]]

DRAFTS_AT_ONCE = 200
INVITED_MAX = 2000
TAGS = "m.tag"
DIRECT = "m.direct"
log_ = structlog.get_logger(__name__)


class Actions:
    """`change_rules(user_id, verb)` changes somebody's push rules."""

    def __init__(
        self,
        kernel: Kernel,
        rooms: Rooms,
        directory: Directory,
        account_data: AccountData,
        change_rules: ChangeRules,
    ) -> None:
        self._kernel = kernel
        self._rooms = rooms
        self._directory = directory
        self._data = account_data
        self._change_rules = change_rules
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def upgrade(self, caller: Caller, room: Room, version: RoomVersion, additional: Sequence[str]) -> str:
        """Gives a room a successor and answers its id; asked again, the same one. Raises Refused 403, Busy.

        The successor stands before the old room names it, and aliases move with that name: a crash in between leaves a room that nobody
        has heard of, and the retry makes another one.
        """
        lock = self._locks.setdefault(room.room_id, asyncio.Lock())
        async with lock:
            if room.membership(caller.user_id) != "join":
                raise forbidden("You are not in this room")
            known = await self._successor(room)
            if known is not None and known.version is version:
                return known.room_id
            if room.power_levels.user(caller.user_id) < room.power_levels.event(rules.TOMBSTONE, True):
                raise forbidden("You cannot upgrade this room")
            for user_id in additional:
                await self._rooms.memberships.check_person(user_id)
            successor = await self._make(caller, room, version, additional)
            await self._close(caller, room, successor)
            await self._replace_in_spaces(caller, room, successor)
            return successor.room_id

    async def _successor(self, room: Room) -> Room | None:
        """The room that replaces this one already, when it says so itself."""
        named = room.state_content(rules.TOMBSTONE).get("replacement_room")
        found = await self._kernel.rooms.get(named) if isinstance(named, str) else None
        if found is None or _predecessor(found) != room.room_id:
            return None
        return found

    # --- the new room -------------------------------------------------------------------------------------------------

    async def _make(self, caller: Caller, room: Room, version: RoomVersion, additional: Sequence[str]) -> Room:
        user_id = caller.user_id
        create = rules.create_content(
            room.state_content("m.room.create"),
            version,
            room_id=room.room_id,
            head=room.head,
            creator=user_id,
            additional=additional,
        )
        joining = await self._rooms.memberships.content("join", user_id)
        drafts = [
            Draft("m.room.create", user_id, create, state_key=""),
            Draft("m.room.member", user_id, joining, state_key=user_id),
        ]
        for type, state_key in room.state:
            event = room.state_event(type, state_key)
            if event is not None and rules.is_transferable(type, state_key, event.content):
                drafts.append(Draft(type, user_id, event.content, state_key=state_key))
        drafts += await self._bans(caller, room)
        drafts += await self._invitations(caller, room)
        # Until there are power levels a room is in the hands of its creator, so they come last.
        drafts.append(Draft("m.room.power_levels", user_id, self._levels(caller, room, version, create), state_key=""))
        if version.room_id_is_create_hash:
            drafts[0], room_id = self._kernel.rooms.plan_create(version, drafts[0])
        else:
            room_id = new_room_id(self._kernel.chance, self._kernel.server_name)
        first, *others = _slices(drafts)
        successor, _ = await self._kernel.rooms.create(version, first, room_id=room_id)
        for more in others:
            await self._kernel.rooms.submit(successor, more)
        return successor

    def _levels(self, caller: Caller, room: Room, version: RoomVersion, create: dict[str, Any]) -> dict[str, Any]:
        old_create = room.state_event("m.room.create")
        assert old_create is not None
        return rules.power_levels(
            room.state_content("m.room.power_levels"),
            old_version=room.version,
            old_creators=creators(room.version, old_create),
            version=version,
            creators=frozenset((caller.user_id, *create.get("additional_creators", ()))),
        )

    async def _bans(self, caller: Caller, room: Room) -> list[Draft]:
        positions = [one.position for one in room.members.values() if one.membership == "ban"]
        found = []
        for fact in (await self._kernel.rooms.facts_at(positions)).values():
            event = stored(fact).event
            content = {"membership": "ban"}
            if isinstance(event.content.get("reason"), str):
                content["reason"] = event.content["reason"]
            found.append(Draft("m.room.member", caller.user_id, content, state_key=event.state_key))
        return found

    async def _invitations(self, caller: Caller, room: Room) -> list[Draft]:
        """Members are invited where they could not come by themselves; up to a number: a crowd is asked by its moderators."""
        if room.state_content("m.room.join_rules").get("join_rule") == "public":
            return []
        wanted = [
            user_id
            for user_id, member in room.members.items()
            if member.membership in ("join", "invite") and user_id != caller.user_id
        ][:INVITED_MAX]
        found = []
        for user_id in wanted:
            try:
                await self._rooms.memberships.check_invitable(user_id)
            except Refused:
                continue
            content = await self._rooms.memberships.content("invite", user_id)
            found.append(Draft("m.room.member", caller.user_id, content, state_key=user_id))
        return found

    # --- the old room and what names it -------------------------------------------------------------------------------

    async def _close(self, caller: Caller, room: Room, successor: Room) -> None:
        user_id = caller.user_id
        content = {"body": "This room has been replaced", "replacement_room": successor.room_id}
        moves = await self._directory.actions.move_rows(room.room_id, successor.room_id)
        tombstone = Draft(rules.TOMBSTONE, user_id, content, state_key="", writes=tuple(moves))
        extra = []
        if room.state_content("m.room.canonical_alias"):
            extra.append(Draft("m.room.canonical_alias", user_id, {}, state_key=""))
        levels = rules.restricted(room.state_content("m.room.power_levels"))
        if levels is not None:
            extra.append(Draft("m.room.power_levels", user_id, levels, state_key=""))
        try:
            await self._submit(room, [tombstone])
        except Conflict as error:
            raise Busy() from error
        for draft in extra:
            await self._if_allowed(room, draft)

    async def _replace_in_spaces(self, caller: Caller, room: Room, successor: Room) -> None:
        """Puts the successor where the old room stands in spaces that the caller looks after."""
        for type, space_id in list(room.state):
            if type != "m.space.parent":
                continue
            space = await self._kernel.rooms.get(space_id)
            child = space.state_content("m.space.child", room.room_id) if space is not None else {}
            if space is None or not child or space.membership(caller.user_id) != "join":
                continue
            named = Draft("m.space.child", caller.user_id, dict(child), state_key=successor.room_id)
            await self._if_allowed(space, named)
            await self._if_allowed(space, Draft("m.space.child", caller.user_id, {}, state_key=room.room_id))

    async def _submit(self, room: Room, drafts: Sequence[Draft]) -> None:
        await self._kernel.rooms.submit(room, drafts)

    async def _if_allowed(self, room: Room, draft: Draft) -> None:
        try:
            await self._submit(room, [draft])
        except (Refused, Conflict) as error:
            log_.info("an upgrade leaves something as it was", room_id=room.room_id, type=draft.type, reason=str(error))

    # --- following ----------------------------------------------------------------------------------------------------

    async def follow(self, user_id: str, room: Room) -> None:
        """Takes along what a person who joins a successor had set for the old room: tags, direct chats, push rules."""
        old = _predecessor(room)
        if old is None:
            return
        standing = (await self._kernel.memberships.of(user_id)).get(old)
        predecessor = await self._kernel.rooms.get(old)
        if standing is None or predecessor is None:
            return
        if predecessor.state_content(rules.TOMBSTONE).get("replacement_room") != room.room_id:
            return  # anybody can call a room the successor of another
        new = room.room_id
        tags = await self._data.content(user_id, TAGS, old)
        if tags is not None and await self._data.content(user_id, TAGS, new) is None:
            await self._data.put(user_id, TAGS, tags, new)
        direct = await self._data.content(user_id, DIRECT)
        if rules.followed_direct(direct, old, new) is not None:
            await self._data.change(user_id, DIRECT, lambda known: rules.followed_direct(known, old, new))
        await self._change_rules(user_id, lambda known: rules.followed_rules(known, old, new))


def _predecessor(room: Room) -> str | None:
    named = room.state_content("m.room.create").get("predecessor")
    room_id = named.get("room_id") if isinstance(named, dict) else None
    return room_id if isinstance(room_id, str) else None


def _slices(drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    for start in range(0, len(drafts), DRAFTS_AT_ONCE):
        yield drafts[start : start + DRAFTS_AT_ONCE]
