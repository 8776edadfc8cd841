"""Announcements: settings, routes and manifest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from laiwang.chat.account_data import AccountData
from laiwang.chat.announcements import store
from laiwang.chat.announcements.jobs import Announcer
from laiwang.chat.announcements.model import Announcement, AnnouncementPage, NewAnnouncement
from laiwang.chat.rooms import Rooms
from laiwang.kernel.capability import Capability, Request, Response, Route, Settings, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kernel.room import Room
from laiwang.kit.refusals import Refused, not_found
from laiwang.matrix.ids import check_user_id
from laiwang.people.administration import NEWEST, administrator, entry_id, entry_id_in, page_limit
from laiwang.people.audit import Audit

__all__ = ["AnnouncementSettings", "Announcements"]

ADMIN = "/api/v1/admin/announcements"
#: people cannot register names that begin like this
SENDER = "_notices"


class AnnouncementSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `announcements`."""

    name: Annotated[
        str, Meta(min_length=1, max_length=100, description="Under which name the server speaks in announcements.")
    ] = "Laiwang"


class Announcements:
    """`make_account(user_id, name)` makes the server's own account if it is missing; `people(after, limit)` gives people by id,
    `count()` says how many these are, `exists(user_id)` whether somebody is here."""

    def __init__(
        self,
        kernel: Kernel,
        settings: AnnouncementSettings,
        rooms: Rooms,
        account_data: AccountData,
        audit: Audit,
        *,
        make_account: Callable[[str, str], Awaitable[None]],
        people: Callable[[str, int], Awaitable[list[str]]],
        count: Callable[[], Awaitable[int]],
        exists: Callable[[str], Awaitable[bool]],
    ) -> None:
        self._kernel = kernel
        self._count = count
        self._exists = exists
        self._audit = audit
        sender = f"@{SENDER}:{kernel.server_name}"
        self._announcer = Announcer(
            kernel,
            account_data,
            sender=sender,
            room_name=settings.name,
            ensure_sender=lambda: make_account(sender, settings.name),
            people=people,
        )
        self.tell = self._announcer.tell
        rooms.memberships.exit_checks.append(self._check_exit)

    def _check_exit(self, user_id: str, room: Room) -> None:
        create = room.state_event("m.room.create")
        is_notices = create is not None and create.sender == self._announcer.sender
        if is_notices and room.membership(user_id) == "invite":
            raise Refused("M_CANNOT_LEAVE_SERVER_NOTICE_ROOM", 403, "The invitation of the server cannot be declined")

    async def announce(self, request: Request) -> Response:
        """Tells everybody something, or some people, as a message in the room that each has with the server. Answers at once."""
        caller = administrator(request)
        body = request.typed(NewAnnouncement)
        people = None if body.people is None else sorted(set(body.people))
        for user_id in people or ():
            if user_id == self._announcer.sender or not await self._exists(check_user_id(user_id)):
                raise not_found(f"There is nobody called {user_id}")
        now_ms = self._kernel.clock.now_ms()
        row = {
            "id": entry_id(now_ms, self._kernel.chance),
            "created_by": caller.user_id,
            "created_ms": now_ms,
            "body": body.body,
            "html": body.html,
            "people": None if people is None else msgspec.json.encode(people).decode(),
            "request_id": body.request_id,
            "after_user": "",
            "told": 0,
            "finished_ms": None,
        }
        new = {"body": body.body, "people": people}
        unit = Unit(writes=[self._audit.entry(caller.user_id, "announcement.create", str(row["id"]), new=new)])
        unit.write(store.ADD, row, rows_expected=1)
        try:
            await self._kernel.log.append(unit)
        except Conflict:
            asked = {"maker": caller.user_id, "request": body.request_id}
            known = await self._kernel.database.fetch_one(store.OF_REQUEST, asked)
            if known is None:
                raise
            return answer_struct((await self._shown([known]))[0])
        self._announcer.errand.wake()
        return answer_struct((await self._shown([tuple(row.values())]))[0])

    async def page(self, request: Request) -> Response:
        """Lists announcements, the newest first, each with how many have it already."""
        administrator(request)
        limit = page_limit(request)
        before = request.int_arg("from", 0) or NEWEST
        rows = await self._kernel.database.fetch(store.PAGE, {"before": before, "most": limit + 1})
        following = str(rows[limit - 1][0]) if len(rows) > limit else None
        return answer_struct(AnnouncementPage(await self._shown(rows[:limit]), following))

    async def one(self, request: Request) -> Response:
        """One announcement, with how many have it already."""
        administrator(request)
        params = {"announcement": entry_id_in(request, "announcementId") or 0}
        row = await self._kernel.database.fetch_one(store.ANNOUNCEMENT, params)
        if row is None:
            raise not_found("There is no such announcement")
        return answer_struct((await self._shown([row]))[0])

    async def _shown(self, rows: Sequence[tuple[Any, ...]]) -> list[Announcement]:
        """Announcements with how many they are for. Everybody is counted once, and only where one is under way to everybody."""
        is_for_all = any(people is None and finished_ms is None for _, _, _, _, _, people, _, _, _, finished_ms in rows)
        everybody = await self._count() if is_for_all else 0
        shown = []
        for id, created_by, created_ms, body, html, people, _, _, told, finished_ms in rows:
            named = None if people is None else msgspec.json.decode(people, type=list[str])
            wanted = everybody if named is None else len(named)
            total = told if finished_ms is not None else max(told, wanted)
            shown.append(Announcement(id, created_by, created_ms, body, html, named, told, total, finished_ms))
        return shown

    def manifest(self) -> Capability:
        """Routes and the background task."""
        return Capability(
            name="announcements",
            purpose="What the operator tells everybody",
            routes=(
                Route("GET", ADMIN, self.page, gives=AnnouncementPage),
                Route("POST", ADMIN, self.announce, takes=NewAnnouncement, gives=Announcement),
                Route("GET", f"{ADMIN}/{{announcementId}}", self.one, gives=Announcement),
            ),
            on_start=self._announcer.errand.start,
            on_stop=self._announcer.errand.stop,
        )
