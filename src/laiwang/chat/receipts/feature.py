"""Receipts and their manifest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from laiwang.chat.receipts.actions import Actions
from laiwang.chat.receipts.model import PRIVATE, PUBLIC
from laiwang.chat.receipts.queries import Queries
from laiwang.chat.receipts.rules import check_kind, markers_in, thread_in
from laiwang.chat.receipts.sync import ReceiptsSync
from laiwang.kernel.capability import Capability, Request, Response, Route
from laiwang.kernel.machine import Kernel
from laiwang.matrix.ids import check_event_id

__all__ = ["Receipts"]

#: with so many members everybody sees at once who has read; 100 readers are 10,000 answers for one message, and no list of readers shows
#: more of them anyway
LIVE_MEMBERS_MAX = 100
ROOM = "/_matrix/client/v3/rooms/{roomId}"


class Receipts:
    """How far each member has read. `ignored_by(user_id)` gives the people whom a reader does not want to hear of."""

    def __init__(
        self,
        kernel: Kernel,
        *,
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
        live_members_max: int = LIVE_MEMBERS_MAX,
    ) -> None:
        self._queries = Queries(kernel)
        self._actions = Actions(kernel, self._queries, live_members_max=live_members_max)
        self._sync = ReceiptsSync(kernel, ignored_by)

    async def read_up_to(self, user_id: str, room_id: str) -> Mapping[str, int]:
        """Position of the last event that a person has read in a room, by thread: a root's id, `main`, or the empty string for
        a receipt without a thread, which holds for all of them. Public and private receipts count alike."""
        return await self._queries.read_up_to(user_id, room_id)

    async def event(
        self, user_id: str, room_id: str, *, since: int, upto: int, reach: int | None = None
    ) -> bytes | None:
        """Receipts of a window as one event (`laiwang.chat.receipts.sync`): for a way of syncing that has one place for them."""
        return await self._sync.event(user_id, room_id, since=since, upto=upto, reach=reach)

    def manifest(self) -> Capability:
        """Routes and the part of /sync."""
        return Capability(
            name="receipts",
            purpose="How far people have read",
            routes=(
                Route("POST", f"{ROOM}/receipt/{{receiptType}}/{{eventId}}", self._receipt, operation="postReceipt"),
                Route("POST", f"{ROOM}/read_markers", self._read_markers, operation="setReadMarker"),
            ),
            room_parts=(self._sync.part(),),
            mirrors={PUBLIC: self._queries.heard, PRIVATE: self._queries.heard},
        )

    async def _receipt(self, request: Request) -> Response:
        """A body may be missing: it was, before there were threads."""
        kind = check_kind(request.params["receiptType"])
        thread = thread_in(kind, request.json_object(optional=True))
        event_id = check_event_id(request.params["eventId"])
        await self._actions.mark(request.caller.user_id, request.params["roomId"], {kind: event_id}, thread)
        return Response()

    async def _read_markers(self, request: Request) -> Response:
        marks = markers_in(request.json_object(optional=True))
        await self._actions.mark(request.caller.user_id, request.params["roomId"], marks)
        return Response()
