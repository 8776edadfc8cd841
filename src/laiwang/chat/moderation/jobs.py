"""Shutting rooms down: everybody leaves, some at a time, and what stopped goes on after a restart."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from laiwang.chat.directory import Directory
from laiwang.chat.moderation import store
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit, Write
from laiwang.kernel.room import Draft, Room
from laiwang.kit.refusals import Refused

__all__ = ["Closer", "Tell"]

#: (about what, user id, content of the message)
Tell = Callable[[str, str, dict[str, Any]], Awaitable[None]]

LEAVING_AT_ONCE = 200
INSIDE = ("join", "invite", "knock")
log_ = structlog.get_logger(__name__)


class Closer:
    """Empties the rooms that are being shut down, one after the other. `tell` speaks to a person for the server, once about a thing."""

    def __init__(self, kernel: Kernel, directory: Directory, tell: Tell) -> None:
        self._kernel = kernel
        self._directory = directory
        self._tell = tell
        self.errand = Errand(kernel.leases, "room shutdowns", self._work)

    async def _work(self) -> None:
        for room_id, reason, notice in await self._kernel.database.fetch(store.SHUTDOWNS):
            room = await self._kernel.rooms.get(room_id)
            if room is not None:
                await self._close(room, reason, notice)

    async def _close(self, room: Room, reason: str, notice: str) -> None:
        while True:
            inside = [user_id for user_id, one in room.members.items() if one.membership in INSIDE][:LEAVING_AT_ONCE]
            if not inside:
                break
            if notice:
                await self._say(room, inside, notice)
            content = {"membership": "leave", **({"reason": reason} if reason else {})}
            # Each leaves by herself: that is always allowed, whatever the levels in the room.
            drafts = [Draft("m.room.member", user_id, dict(content), state_key=user_id) for user_id in inside]
            await self._kernel.rooms.submit(room, drafts)
            room = await self._kernel.rooms.get(room.room_id) or room
        unit = Unit(writes=[*self._directory.actions.removal_rows(room.room_id)])
        unit.writes.append(Write(store.END_SHUTDOWN, {"room": room.room_id}))
        await self._kernel.log.append(unit)
        log_.info("a room was shut down", room_id=room.room_id)

    async def _say(self, room: Room, people: list[str], notice: str) -> None:
        """Tells those who are in the room, before they are out: so that nobody is left out when this stops in between."""
        for user_id in people:
            if room.membership(user_id) == "join":
                try:
                    about = f"shutdown/{room.room_id}"
                    await self._tell(about, user_id, {"msgtype": "m.text", "body": notice})
                except Refused as refusal:
                    log_.warning("somebody could not be told", user_id=user_id, reason=refusal.text)
