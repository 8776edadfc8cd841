"""Reading a room's state and members: as it is for those who are in, as it was for those who left."""

from __future__ import annotations

from laiwang.kernel.capability import Caller
from laiwang.kernel.events import served, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kit.refusals import forbidden
from laiwang.matrix.visibility import departed_at

__all__ = ["Queries"]


class Queries:
    """Reads on rooms."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    async def state_position(self, caller: Caller, room: Room) -> int | None:
        """None: the reader sees the state as it is; else the position as of which she sees it. Raises Refused 403."""
        membership = room.membership(caller.user_id)
        if membership == "join":
            return None
        if room.state_content("m.room.history_visibility").get("history_visibility") == "world_readable":
            return None
        standing = (await self._kernel.memberships.of(caller.user_id)).get(room.room_id)
        if standing is not None and membership in ("leave", "ban") and not standing.forgotten:
            departed = departed_at(await self._kernel.rooms.membership_history(room, caller.user_id))
            if departed is not None:
                return departed
        raise forbidden("You are not in this room")

    async def mutual_rooms(self, user_id: str, other: str, after: str, limit: int) -> tuple[list[str], int]:
        """A page of the rooms that both people are in, in the order of their ids, and how many there are."""
        theirs = set(await self._kernel.memberships.joined(other))
        both = sorted(room_id for room_id in await self._kernel.memberships.joined(user_id) if room_id in theirs)
        return [room_id for room_id in both if room_id > after][:limit], len(both)

    async def state(self, caller: Caller, room: Room) -> list[Fact]:
        """The full state that the reader may see. Raises Refused 403."""
        position = await self.state_position(caller, room)
        return await self._kernel.rooms.state_facts(room.room_id, room.position if position is None else position)

    async def state_event(self, caller: Caller, room: Room, type: str, state_key: str) -> Fact | None:
        """One state event that the reader may see. Raises Refused 403."""
        position = await self.state_position(caller, room)
        if position is None:
            if type != "m.room.member":
                return room.state.get((type, state_key))
            member = room.members.get(state_key)
            if member is None:
                return None
            return (await self._kernel.rooms.facts_at([member.position])).get(member.position)
        found = (await self._kernel.rooms.state_positions(room.room_id, position)).get((type, state_key))
        return None if found is None else (await self._kernel.rooms.facts_at([found])).get(found)

    async def members(
        self, caller: Caller, room: Room, *, at: int | None, membership: str | None, not_membership: str | None
    ) -> list[Fact]:
        """Member events, as of a position if one is given. Raises Refused 403."""
        limit = await self.state_position(caller, room)
        if at is not None:
            limit = at if limit is None else min(at, limit)
        if limit is None or limit >= room.position:
            positions = [
                one.position
                for one in room.members.values()
                if (membership is None or one.membership == membership) and one.membership != not_membership
            ]
        else:
            state = await self._kernel.rooms.state_positions(room.room_id, limit)
            positions = [at for (type, _), at in state.items() if type == "m.room.member"]
        found = (await self._kernel.rooms.facts_at(positions)).values()
        return sorted(
            (fact for fact in found if _has(fact, membership, not_membership)), key=lambda fact: fact.position
        )

    def render(self, caller: Caller, room: Room, facts: list[Fact]) -> list[bytes]:
        """State events as clients get them."""
        now_ms = self._kernel.clock.now_ms()
        return [served(fact, now_ms, device_key=caller.device_key, room_id=room.room_id) for fact in facts]


def _has(fact: Fact, membership: str | None, not_membership: str | None) -> bool:
    value = stored(fact).event.content.get("membership")
    return (membership is None or value == membership) and (not_membership is None or value != not_membership)
