"""Badges: how much somebody has not read in all of her rooms, kept for people who can be reached outside of the app.

A badge is made room by room. What happens in a room makes only that room's part stale, so that a message costs one room and not all.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import NamedTuple

from laiwang.chat.push.counts import Counts
from laiwang.kernel.machine import Kernel

__all__ = ["Badge", "Badges"]

PEOPLE_CACHED_MAX = 20_000


class Badge(NamedTuple):
    """Over all rooms: unread notifications, and calls that were missed."""

    unread: int
    missed_calls: int


class _Parts:
    __slots__ = ("lock", "of_room", "stale")

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.of_room: dict[str, tuple[int, int]] = {}
        #: None: nothing is known yet
        self.stale: set[str] | None = None


class Badges:
    """By person, bounded; one that was dropped is made again."""

    def __init__(self, kernel: Kernel, counts: Counts) -> None:
        self._kernel = kernel
        self._counts = counts
        self._people: OrderedDict[str, _Parts] = OrderedDict()

    def touch(self, user_id: str, room_id: str) -> None:
        """Something happened in a room of hers."""
        parts = self._people.get(user_id)
        if parts is not None and parts.stale is not None:
            parts.stale.add(room_id)

    def forget(self, user_id: str) -> None:
        """Her rules have changed: everything counts anew."""
        self._people.pop(user_id, None)

    async def clear(self) -> None:
        """Another process has followed meanwhile: everything counts anew."""
        self._people.clear()

    async def of(self, user_id: str) -> Badge:
        """The badge now."""
        parts = self._people.get(user_id)
        if parts is None:
            parts = self._people[user_id] = _Parts()
            if len(self._people) > PEOPLE_CACHED_MAX:
                self._people.popitem(last=False)
        else:
            self._people.move_to_end(user_id)
        async with parts.lock:
            if parts.stale is None:
                parts.stale = set()
                parts.stale.update(await self._kernel.memberships.joined(user_id))
            while parts.stale:
                room_id = parts.stale.pop()
                room = await self._kernel.rooms.get(room_id)
                found = (0, 0)
                if room is not None and room.membership(user_id) == "join":
                    found = await self._counts.badge(user_id, room)
                if found == (0, 0):
                    parts.of_room.pop(room_id, None)
                else:
                    parts.of_room[room_id] = found
            values = parts.of_room.values()
            return Badge(sum(one[0] for one in values), sum(one[1] for one in values))
