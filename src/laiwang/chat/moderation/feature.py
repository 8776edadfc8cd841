"""The manifest of moderation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from laiwang.chat.directory import Directory
from laiwang.chat.media import Media
from laiwang.chat.moderation import model
from laiwang.chat.moderation.actions import Actions, Redact
from laiwang.chat.moderation.jobs import Closer, Tell
from laiwang.chat.moderation.queries import BLOCKED, Queries
from laiwang.chat.moderation.routes import Routes
from laiwang.chat.rooms import Rooms
from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel
from laiwang.kernel.room import Room
from laiwang.kit.refusals import forbidden
from laiwang.people.audit import Audit

__all__ = ["Moderation"]

CLIENT = "/_matrix/client/v3"
ADMIN = "/api/v1/admin"


class Moderation:
    """Reports, and rooms and files in the hands of administrators. `check_limit(user_id)` raises Refused 429; `tell` speaks for
    the server (`laiwang.chat.announcements`), `redaction` makes drafts (`laiwang.chat.messages`)."""

    def __init__(
        self,
        kernel: Kernel,
        rooms: Rooms,
        directory: Directory,
        media: Media,
        audit: Audit,
        *,
        exists: Callable[[str], Awaitable[bool]],
        check_limit: Callable[[str], None],
        tell: Tell,
        redaction: Redact,
    ) -> None:
        self.queries = Queries(kernel, directory)
        self.actions = Actions(kernel, self.queries, audit, redaction)
        self._closer = Closer(kernel, directory, tell)
        self._routes = Routes(
            kernel, self.actions, self.queries, self._closer, media, audit, exists=exists, check_limit=check_limit
        )
        rooms.memberships.entry_checks.append(self._check_entry)

    def _check_entry(self, room: Room) -> None:
        if room.room_id in self.queries.blocked:
            raise forbidden("This room has been closed by an administrator")

    async def _start(self) -> None:
        await self.queries.load()
        await self._closer.errand.start()

    def manifest(self) -> Capability:
        """Routes and the background task."""
        routes = self._routes
        room = f"{ADMIN}/rooms/{{roomId}}"
        report = f"{ADMIN}/reports/{{reportId}}"
        file = f"{ADMIN}/files/{{mediaId}}"
        reported = f"{CLIENT}/rooms/{{roomId}}/report"
        return Capability(
            name="moderation",
            purpose="What people report, and what administrators do about rooms and files",
            routes=(
                Route("POST", reported, routes.report_room, operation="reportRoom"),
                Route("POST", f"{reported}/{{eventId}}", routes.report_event, operation="reportEvent"),
                Route("POST", f"{CLIENT}/users/{{userId}}/report", routes.report_person, operation="reportUser"),
                Route("GET", f"{ADMIN}/reports", routes.reports, gives=model.ReportPage),
                Route("GET", report, routes.report, gives=model.ReportEntry),
                Route("GET", f"{report}/context", routes.report_context, gives=model.ReportContext),
                Route("POST", f"{report}/resolve", routes.resolve, takes=model.Resolution),
                Route("GET", f"{ADMIN}/rooms", routes.rooms, gives=model.RoomPage),
                Route("GET", room, routes.room, gives=model.RoomDetails),
                Route("GET", f"{room}/members", routes.members, gives=model.MemberPage),
                Route("PUT", f"{room}/block", routes.set_blocked, takes=model.BlockChange),
                Route("POST", f"{room}/shut_down", routes.shut_down, takes=model.ShutDown),
                Route("POST", f"{room}/events/{{eventId}}/redact", routes.redact, takes=model.Redaction),
                Route("GET", f"{ADMIN}/people/{{userId}}/rooms", routes.rooms_of, gives=model.RoomPage),
                Route("GET", f"{ADMIN}/files", routes.files, gives=model.FilePage),
                Route("GET", f"{ADMIN}/people/{{userId}}/files", routes.files_of_person, gives=model.FilePage),
                Route("GET", f"{room}/files", routes.files_of_room, gives=model.FilePage),
                Route("PUT", f"{file}/quarantine", routes.set_quarantined, takes=model.QuarantineChange),
                Route("DELETE", file, routes.delete_file),
            ),
            mirrors={BLOCKED: self.queries.heard},
            on_start=self._start,
            on_stop=self._closer.errand.stop,
        )
