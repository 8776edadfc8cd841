"""Telling everybody, some people at a time; what stopped goes on after a restart, and nobody is told twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import structlog

from laiwang.chat.account_data import AccountData
from laiwang.chat.announcements import store
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Write
from laiwang.kernel.room import Draft, Room, Txn
from laiwang.kit.refusals import Refused
from laiwang.matrix.ids import new_room_id
from laiwang.matrix.versions import get_version

__all__ = ["Announcer"]

PEOPLE_AT_ONCE = 50
#: creators of this version have a power level that says what they may do, and no more
ROOM_VERSION = "11"
TAG = "m.server_notice"
log_ = structlog.get_logger(__name__)


class Announcer:
    """`sender` is the account of the server, made by `ensure_sender` when it is needed first; `people(after, limit)` gives those who are
    told, by id."""

    def __init__(
        self,
        kernel: Kernel,
        account_data: AccountData,
        *,
        sender: str,
        room_name: str,
        ensure_sender: Callable[[], Awaitable[None]],
        people: Callable[[str, int], Awaitable[list[str]]],
    ) -> None:
        self._kernel = kernel
        self._data = account_data
        self.sender = sender
        self._room_name = room_name
        self._ensure_sender = ensure_sender
        self._people = people
        self.errand = Errand(kernel.leases, "announcements", self._work)

    async def _work(self) -> None:
        for row in await self._kernel.database.fetch(store.UNFINISHED):
            id, _, _, body, html, people, _, after, *_ = row
            await self._tell_all(int(id), body, html, people, after)

    async def _tell_all(self, announcement: int, body: str, html: str | None, named: str | None, after: str) -> None:
        chosen = None if named is None else orjson.loads(named)
        content: dict[str, Any] = {"msgtype": "m.text", "body": body}
        if html is not None:
            content |= {"format": "org.matrix.custom.html", "formatted_body": html}
        while True:
            if chosen is None:
                people = await self._people(after, PEOPLE_AT_ONCE)
            else:
                people = [user_id for user_id in chosen if user_id > after][:PEOPLE_AT_ONCE]
            for user_id in people:
                try:
                    await self.tell(f"announcement/{announcement}", user_id, content)
                except Refused as refusal:
                    log_.warning("somebody could not be told", user_id=user_id, reason=refusal.text)
            is_end = len(people) < PEOPLE_AT_ONCE
            after = people[-1] if people else after
            unit = self.errand.lease.unit()
            unit.write(
                store.ADVANCE,
                {
                    "announcement": announcement,
                    "reached": after,
                    "more": len(people),
                    "ended_ms": self._kernel.clock.now_ms() if is_end else None,
                },
            )
            await self._kernel.log.append(unit)
            if is_end:
                return

    async def tell(self, about: str, user_id: str, content: dict[str, Any]) -> None:
        """Tells one person something, once for each `about`. Raises Refused when her room with the server is not what it was."""
        txn = Txn(f"{self.sender}/", about, user_id)
        rooms = self._kernel.rooms
        if await rooms.find_txn(txn) is not None:
            return
        await self._ensure_sender()
        room = await self._room_of(user_id)
        drafts = []
        if room.membership(user_id) not in ("join", "invite"):
            invitation = {"membership": "invite"}
            drafts.append(Draft("m.room.member", self.sender, invitation, state_key=user_id))
        drafts.append(Draft("m.room.message", self.sender, content, txn=txn))
        try:
            await rooms.submit(room, drafts)
        except Conflict:
            if await rooms.find_txn(txn) is None:
                raise

    async def _room_of(self, user_id: str) -> Room:
        """The room of a person with the server, made when it is missing."""
        row = await self._kernel.database.fetch_one(store.ROOM, {"user": user_id})
        room = await self._kernel.rooms.get(row[0]) if row is not None else None
        if room is None or room.membership(self.sender) != "join":
            room = await self._make_room(user_id)
        if await self._data.content(user_id, "m.tag", room.room_id) is None:
            await self._data.put(user_id, "m.tag", {"tags": {TAG: {}}}, room.room_id)
        return room

    async def _make_room(self, user_id: str) -> Room:
        sender = self.sender
        room_id = new_room_id(self._kernel.chance, self._kernel.server_name)
        known = Write(store.SET_ROOM, {"user_id": user_id, "room_id": room_id})
        levels = {"users": {sender: 100}, "users_default": -10, "events_default": 50, "invite": 100}
        state: tuple[tuple[str, str, dict[str, Any]], ...] = (
            ("m.room.create", "", {"room_version": ROOM_VERSION}),
            ("m.room.member", sender, {"membership": "join", "displayname": self._room_name}),
            ("m.room.power_levels", "", levels),
            ("m.room.join_rules", "", {"join_rule": "invite"}),
            ("m.room.history_visibility", "", {"history_visibility": "shared"}),
            ("m.room.guest_access", "", {"guest_access": "forbidden"}),
            ("m.room.name", "", {"name": self._room_name}),
        )
        drafts = [Draft(type, sender, content, state_key=key) for type, key, content in state]
        invitation = {"membership": "invite", "is_direct": True}
        drafts.append(Draft("m.room.member", sender, invitation, state_key=user_id, writes=(known,)))
        room, _ = await self._kernel.rooms.create(get_version(ROOM_VERSION), drafts, room_id=room_id)
        return room
