"""HTTP ↔ moderation. Sources: API/report_content; docs/administering.md."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from laiwang.chat.media import FileOrder, Media, Whose
from laiwang.chat.moderation.actions import Actions
from laiwang.chat.moderation.jobs import Closer
from laiwang.chat.moderation.model import (
    BlockChange,
    FileEntry,
    FileKind,
    FilePage,
    MemberPage,
    QuarantineChange,
    Redaction,
    ReportPage,
    Resolution,
    RoomPage,
    ShutDown,
)
from laiwang.chat.moderation.queries import REPORT_STATES, ROOM_ORDERS, Queries
from laiwang.kernel.capability import Request, Response, answer_struct
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.room import Room
from laiwang.kit.refusals import bad_json, invalid_param, missing_param, not_found
from laiwang.matrix.ids import check_user_id
from laiwang.people.administration import administrator, entry_id_in, page_limit
from laiwang.people.audit import Audit

__all__ = ["Routes"]

NUMBER_DIGITS_MAX = 16
FILE_ORDERS: Mapping[str | None, FileOrder] = {"newest": "newest", "largest": "largest"}


class Routes:
    """Handlers, thin."""

    def __init__(
        self,
        kernel: Kernel,
        actions: Actions,
        queries: Queries,
        closer: Closer,
        media: Media,
        audit: Audit,
        *,
        exists: Callable[[str], Awaitable[bool]],
        check_limit: Callable[[str], None],
    ) -> None:
        self._kernel = kernel
        self._actions = actions
        self._queries = queries
        self._closer = closer
        self._media = media
        self._audit = audit
        self._exists = exists
        self._check_limit = check_limit

    # --- reporting --------------------------------------------------------------------------------------------------------

    async def report_event(self, request: Request) -> Response:
        """POST /rooms/{roomId}/report/{eventId}."""
        user_id, params = request.caller.user_id, request.params
        body = request.json_object(optional=True)
        self._check_limit(user_id)
        await self._actions.report_event(user_id, params["roomId"], params["eventId"], body.get("reason", ""))
        return Response()

    async def report_room(self, request: Request) -> Response:
        """POST /rooms/{roomId}/report."""
        user_id, reason = request.caller.user_id, _reason(request)
        self._check_limit(user_id)
        await self._actions.report_room(user_id, request.params["roomId"], reason)
        return Response()

    async def report_person(self, request: Request) -> Response:
        """POST /users/{userId}/report."""
        user_id, reason = request.caller.user_id, _reason(request)
        self._check_limit(user_id)
        reported = check_user_id(request.params["userId"])
        if not await self._exists(reported):
            raise not_found("There is no such person")
        await self._actions.report_person(user_id, reported, reason)
        return Response()

    async def reports(self, request: Request) -> Response:
        """Lists reports, the newest first; `state` is open, resolved or all."""
        administrator(request)
        state, limit = request.arg("state", "open"), page_limit(request)
        if state is None or state not in REPORT_STATES:
            raise invalid_param(f"state must be one of {', '.join(REPORT_STATES)}")
        before = request.int_arg("from", 0) or None
        found = await self._queries.reports(state=state, before=before, limit=limit + 1)
        following = str(found[limit - 1].id) if len(found) > limit else None
        return answer_struct(ReportPage(found[:limit], following))

    async def report(self, request: Request) -> Response:
        """One report, with the event as it was."""
        administrator(request)
        found = await self._queries.report(_number(request))
        if found is None:
            raise not_found("There is no such report")
        return answer_struct(found)

    async def report_context(self, request: Request) -> Response:
        """What was said around a reported event, as it is now. That somebody looked is written into the audit first."""
        caller = administrator(request)
        found = await self._queries.report(_number(request))
        if found is None:
            raise not_found("There is no such report")
        if found.event_id is not None:
            await self._actions.note_context(caller.user_id, found)
        return answer_struct(await self._queries.context(found))

    async def resolve(self, request: Request) -> Response:
        """Says that a report has been dealt with, and how."""
        caller = administrator(request)
        await self._actions.resolve(caller.user_id, _number(request), request.typed(Resolution).resolution)
        return Response()

    # --- rooms ------------------------------------------------------------------------------------------------------------

    async def rooms(self, request: Request) -> Response:
        """Lists rooms; `search` is a part of the id or of the name, or an alias; `order` is id or largest."""
        administrator(request)
        limit, order = page_limit(request), request.arg("order", "id")
        if order is None or order not in ROOM_ORDERS:
            raise invalid_param(f"order must be one of {', '.join(ROOM_ORDERS)}")
        found, following, total = await self._queries.rooms(
            search=request.arg("search") or None, order=order, after=request.arg("from", "") or "", limit=limit
        )
        return answer_struct(RoomPage(found, total, following))

    async def rooms_of(self, request: Request) -> Response:
        """Lists the rooms that somebody is in, in the order of their ids."""
        administrator(request)
        limit, user_id = page_limit(request), check_user_id(request.params["userId"])
        found = await self._queries.rooms_of(user_id, after=request.arg("from", "") or "", limit=limit + 1)
        following = found[limit - 1].room_id if len(found) > limit else None
        total = len(await self._kernel.memberships.joined(user_id))
        return answer_struct(RoomPage(found[:limit], total, following))

    async def redact(self, request: Request) -> Response:
        """Takes back what somebody said in a room."""
        caller = administrator(request)
        reason = request.typed(Redaction).reason
        await self._actions.redact(caller.user_id, await self._room(request), request.params["eventId"], reason)
        return Response()

    async def room(self, request: Request) -> Response:
        """One room, with its aliases and what becomes of it."""
        administrator(request)
        return answer_struct(await self._queries.details(await self._room(request)))

    async def members(self, request: Request) -> Response:
        """Lists who has to do with a room, in the order of ids."""
        administrator(request)
        limit = page_limit(request)
        found = self._queries.members(await self._room(request), after=request.arg("from", "") or "", limit=limit + 1)
        following = found[limit - 1].user_id if len(found) > limit else None
        return answer_struct(MemberPage(found[:limit], following))

    async def set_blocked(self, request: Request) -> Response:
        """Lets nobody into a room any more, or lifts that; who is inside stays."""
        caller = administrator(request)
        body = request.typed(BlockChange)
        await self._actions.set_blocked(caller.user_id, await self._room(request), body.is_blocked, body.reason)
        return Response()

    async def shut_down(self, request: Request) -> Response:
        """Closes a room for good: it is blocked, everybody leaves, its aliases go. Answers at once; the room's details
        tell when it is done."""
        caller = administrator(request)
        body = request.typed(ShutDown)
        await self._actions.shut_down(
            caller.user_id, await self._room(request), body.reason, body.notice, body.replacement_room
        )
        self._closer.errand.wake()
        return Response()

    async def _room(self, request: Request) -> Room:
        room = await self._kernel.rooms.get(request.params["roomId"])
        if room is None:
            raise not_found("There is no such room")
        return room

    # --- files ------------------------------------------------------------------------------------------------------------

    async def files(self, request: Request) -> Response:
        """Lists all files; `order` is newest or largest."""
        administrator(request)
        return await self._files(request, "all", "")

    async def files_of_person(self, request: Request) -> Response:
        """Lists the files that somebody uploaded; `order` is newest or largest."""
        administrator(request)
        return await self._files(request, "person", check_user_id(request.params["userId"]))

    async def files_of_room(self, request: Request) -> Response:
        """Lists the files that messages of a room name; `order` is newest or largest. What only encrypted messages name is not among
        them."""
        administrator(request)
        return await self._files(request, "room", (await self._room(request)).room_id)

    async def _files(self, request: Request, whose: Whose, name: str) -> Response:
        limit, order = page_limit(request), request.arg("order", "newest")
        if order not in FILE_ORDERS:
            raise invalid_param("order must be one of newest, largest")
        library, after = self._media.library, _place(request.arg("from"))
        found = await library.files(whose, name, order=FILE_ORDERS[order], after=after, limit=limit + 1)
        shown = found[:limit]
        following = None
        if len(found) > limit:
            last = shown[-1].file
            following = f"{last.created_ms if order == 'newest' else last.size_bytes} {last.media_id}"
        positions = [one.named_last for one in shown if one.named_last is not None]
        named = await self._kernel.database.facts_at(positions) if positions else []
        sent_ms = {fact.position: stored(fact).event.origin_server_ts for fact in named}
        entries = [
            FileEntry(
                one.file.media_id,
                f"mxc://{self._kernel.server_name}/{one.file.media_id}",
                one.file.content_type,
                one.file.file_name,
                one.file.size_bytes,
                one.file.created_ms,
                one.file.is_quarantined,
                one.file.user_id,
                bool(one.file.is_fetched),
                sent_ms.get(one.named_last or 0),
            )
            for one in shown
        ]
        kinds = [FileKind(kind, *numbers) for kind, numbers in (await library.kinds(whose, name)).items()]
        kinds.sort(key=lambda one: -one.size_bytes)
        taken = sum(one.size_bytes for one in kinds)
        return answer_struct(
            FilePage(entries, kinds, taken, self._media.quota_bytes if whose == "person" else 0, following)
        )

    async def set_quarantined(self, request: Request) -> Response:
        """Keeps a file from everybody, or gives it back."""
        caller = administrator(request)
        media_id, value = request.params["mediaId"], request.typed(QuarantineChange).is_quarantined
        entry = self._audit.entry(caller.user_id, "file.set_quarantined", media_id, old=not value, new=value)
        await self._media.custody.set_quarantined(media_id, value, also=[entry])
        return Response()

    async def delete_file(self, request: Request) -> Response:
        """Deletes a file for good."""
        caller = administrator(request)
        media_id = request.params["mediaId"]
        entry = self._audit.entry(caller.user_id, "file.delete", media_id)
        await self._media.custody.delete(media_id, also=[entry])
        return Response()


def _reason(request: Request) -> str:
    reason = request.json_object().get("reason")
    if reason is None:
        raise missing_param("reason")
    if not isinstance(reason, str):
        raise bad_json("reason must be a string")
    return reason


def _number(request: Request) -> int:
    number = entry_id_in(request, "reportId")
    if number is None:
        raise not_found("There is no such report")
    return number


def _place(after: str | None) -> tuple[int, str] | None:
    """Where the next page of files begins."""
    if not after:
        return None
    number, _, media_id = after.partition(" ")
    if not number.isascii() or not number.isdigit() or len(number) > NUMBER_DIGITS_MAX:
        raise invalid_param("from is not what a page gave as next")
    return int(number), media_id
