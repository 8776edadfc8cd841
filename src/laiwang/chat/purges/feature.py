"""Purges: routes and manifest."""

from __future__ import annotations

import msgspec

from laiwang.chat.media import Media
from laiwang.chat.messages import Messages
from laiwang.chat.purges import store
from laiwang.chat.purges.jobs import Purger
from laiwang.chat.purges.model import NewPurge, Purge, PurgePage
from laiwang.chat.push import Push
from laiwang.chat.search import Search
from laiwang.kernel.capability import Capability, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kit.refusals import Refused, bad_json, not_found
from laiwang.people.administration import NEWEST, administrator, entry_id, entry_id_in, page_limit
from laiwang.people.audit import Audit

__all__ = ["Purges"]

OF_ROOM = "/api/v1/admin/rooms/{roomId}/purges"
#: how often a purge may be found to have ended while one asked what it is
ATTEMPTS = 3


class Purges:
    """Deleting the history of rooms in the hands of administrators."""

    def __init__(
        self, kernel: Kernel, messages: Messages, media: Media, search: Search, push: Push, audit: Audit
    ) -> None:
        self._kernel = kernel
        self._audit = audit
        self._purger = Purger(kernel, messages, media, search, push)

    async def start(self, request: Request) -> Response:
        """Deletes what was said in a room before an event or a time, for good and for everybody. Answers at once; it goes on by itself. The
        same request again, while it is not done, is the first one again; another one has to wait (409)."""
        caller = administrator(request)
        room_id, body = request.params["roomId"], request.typed(NewPurge)
        if (body.before_event_id is None) == (body.before_ms is None):
            raise bad_json("Exactly one of before_event_id and before_ms is given")
        if await self._kernel.rooms.get(room_id) is None:
            raise not_found("There is no such room")
        if body.before_event_id is not None:
            fact = await self._kernel.rooms.event_fact(room_id, body.before_event_id)
            if fact is None:
                raise not_found("There is no such event in this room")
            before = fact.position
        else:
            before = self._kernel.log.position + 1
        now_ms = self._kernel.clock.now_ms()
        made = Purge(
            entry_id(now_ms, self._kernel.chance),
            room_id,
            caller.user_id,
            body.before_event_id,
            body.before_ms,
            0,
            0,
            0,
            now_ms,
            None,
        )
        unit = Unit(writes=[self._audit.entry(caller.user_id, "room.purge", room_id, new=msgspec.to_builtins(body))])
        unit.write(store.ADD, {**msgspec.structs.asdict(made), "before_position": before, "reached": 0})
        for _ in range(ATTEMPTS):
            try:
                await self._kernel.log.append(unit)
            except Conflict:
                known = await self._under_way(room_id)
                if known is None:
                    continue  # it has ended just now
                if (known.before_event_id, known.before_ms) != (body.before_event_id, body.before_ms):
                    break
                made = known
            self._purger.errand.wake()
            return answer_struct(made)
        raise Refused("M_UNKNOWN", 409, "Another purge of this room is under way")

    async def _under_way(self, room_id: str) -> Purge | None:
        row = await self._kernel.database.fetch_one(store.OPEN, {"room": room_id})
        return Purge(*row) if row is not None else None

    async def list(self, request: Request) -> Response:
        """Lists the purges of a room, the newest first."""
        administrator(request)
        limit, before = page_limit(request), request.int_arg("from", 0) or NEWEST
        params = {"room": request.params["roomId"], "before": before, "most": limit + 1}
        found = [Purge(*row) for row in await self._kernel.database.fetch(store.PAGE, params)]
        return answer_struct(PurgePage(found[:limit], str(found[limit - 1].id) if len(found) > limit else None))

    async def one(self, request: Request) -> Response:
        """One purge, with how far it is."""
        administrator(request)
        params = {"purge": entry_id_in(request, "purgeId") or 0, "room": request.params["roomId"]}
        row = await self._kernel.database.fetch_one(store.ONE, params)
        if row is None:
            raise not_found("There is no such purge of this room")
        return answer_struct(Purge(*row))

    def manifest(self) -> Capability:
        """Routes and the background task."""
        return Capability(
            name="purges",
            purpose="Administrators have the old history of a room deleted",
            routes=(
                Route("GET", OF_ROOM, self.list, gives=PurgePage),
                Route("POST", OF_ROOM, self.start, takes=NewPurge, gives=Purge),
                Route("GET", f"{OF_ROOM}/{{purgeId}}", self.one, gives=Purge),
            ),
            on_start=self._purger.errand.start,
            on_stop=self._purger.errand.stop,
        )
