"""Which rooms a person belongs to, as the log has it now."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping

from sqlalchemy import bindparam, select

from laiwang.kernel.log import Log
from laiwang.kernel.mirror import note, noted
from laiwang.kernel.ports import Fact, Unit
from laiwang.kernel.tables import memberships

__all__ = ["Membership", "Memberships", "user_topic"]

_OF_USER = select(
    memberships.c.room_id, memberships.c.membership, memberships.c.position, memberships.c.forgotten
).where(memberships.c.user_id == bindparam("user_id"))
USERS_CACHED_MAX = 50_000
#: how long what is durable may take to come to memory before a reader gives up waiting for it
AHEAD_S_MAX = 10.0
#: kind of the note that a person has taken rooms out of her own history
FORGOTTEN = "forgotten_rooms"


def user_topic(user_id: str) -> str:
    """The topic of what concerns one person: account data, memberships, private receipts, push rules."""
    return f"user:{user_id}"


class Membership:
    """A person's standing in a room: join, invite, knock, leave or ban, since `position`."""

    __slots__ = ("forgotten", "membership", "position")

    def __init__(self, membership: str, position: int, forgotten: bool = False) -> None:
        self.membership = membership
        self.position = position
        self.forgotten = forgotten


class Memberships:
    """Current memberships by user, cached; facts keep the cache right."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._database = log.database
        self._cache: OrderedDict[str, dict[str, Membership]] = OrderedDict()
        self._loading: dict[str, tuple[asyncio.Task[dict[str, Membership]], dict[str, Membership]]] = {}
        #: how often somebody forgot rooms: what was read before may be what was before
        self._forgets = 0
        log.mirrors.add(FORGOTTEN, self._heard_forgotten)

    async def of(self, user_id: str) -> Mapping[str, Membership]:
        """By room id, forgotten rooms included. What is answered stays as it is; a commit that changes something makes a new one."""
        found = self._cache.get(user_id)
        if found is not None:
            self._cache.move_to_end(user_id)
            return found
        loading = self._loading.get(user_id)
        if loading is None:
            late: dict[str, Membership] = {}
            # A task of its own: whoever asked first may go away, and the others wait for the same.
            loading = self._loading[user_id] = (asyncio.create_task(self._load(user_id, late)), late)
            loading[0].add_done_callback(_hear)
        return await asyncio.shield(loading[0])

    async def _load(self, user_id: str, late: Mapping[str, Membership]) -> dict[str, Membership]:
        """Reads the memberships; those that commits bring meanwhile are in `late` and newer."""
        try:
            while True:
                forgets = self._forgets
                rows = await self._database.fetch(_OF_USER, {"user_id": user_id})
                # Rows may be a step ahead of what has been applied, and nobody may see a membership before its place in the log.
                await self._log.reach(max((row[2] for row in rows), default=0), timeout_s=AHEAD_S_MAX)
                if forgets == self._forgets:
                    break
            rooms = {row[0]: Membership(row[1], row[2], bool(row[3])) for row in rows}
            rooms.update((room_id, one) for room_id, one in late.items() if not _is_older(one, rooms.get(room_id)))
            self._cache[user_id] = rooms
        finally:
            del self._loading[user_id]
        if len(self._cache) > USERS_CACHED_MAX:
            self._cache.popitem(last=False)
        return rooms

    async def joined(self, user_id: str) -> list[str]:
        """Ids of the rooms that the person is in."""
        return [room_id for room_id, one in (await self.of(user_id)).items() if one.membership == "join"]

    def changed(self, user_id: str, room_id: str, membership: Membership) -> None:
        """Called when a membership is durable."""
        rooms = self._cache.get(user_id)
        if rooms is not None:
            if _is_older(membership, rooms.get(room_id)):
                return
            # Everybody who syncs holds one of these, and hardly anybody joins: whoever joins pays for the copy.
            self._cache[user_id] = {**rooms, room_id: membership}
            return
        loading = self._loading.get(user_id)
        if loading is not None:
            loading[1][room_id] = membership

    def note_forgotten(self, unit: Unit, user_id: str) -> None:
        """Adds to a unit in which a person forgets a room that memory has to follow."""
        note(unit, FORGOTTEN, user_id)

    def _heard_forgotten(self, fact: Fact) -> None:
        self._forgets += 1
        self._cache.pop(noted(fact), None)


def _is_older(one: Membership, known: Membership | None) -> bool:
    return known is not None and known.position >= one.position


def _hear(loading: asyncio.Future[dict[str, Membership]]) -> None:
    if not loading.cancelled():
        loading.exception()  # told to those who still wait
