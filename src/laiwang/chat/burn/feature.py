"""Burning: settings, the route and the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta

from laiwang.chat.burn import store
from laiwang.chat.burn.jobs import Burner, Watch
from laiwang.chat.burn.model import RoomTimer
from laiwang.chat.burn.rules import AFTER_MS_MAX
from laiwang.chat.media import Media
from laiwang.chat.messages import Messages
from laiwang.kernel.capability import Capability, Request, Response, Route, Settings, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import forbidden
from laiwang.matrix.ids import check_room_id

__all__ = ["Burn", "BurnSettings"]


class BurnSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `burn`."""

    unread_ms_max: Annotated[
        int,
        Meta(
            ge=1,
            le=AFTER_MS_MAX,
            description="How long a message that burns after reading waits for those who do not read it, in ms; then it burns unread.",
        ),
    ] = 7 * 86_400_000


class Burn:
    """Messages that go after they were read."""

    def __init__(self, kernel: Kernel, settings: BurnSettings, messages: Messages, media: Media) -> None:
        self._kernel = kernel
        self._settings = settings
        self._burner = Burner(kernel, messages, give_up=media.disposal.rows, given_up=media.disposal.wake)
        self._watch = Watch(kernel, unread_ms_max=settings.unread_ms_max, wake=self._burner.errand.wake)

    async def timer(self, request: Request) -> Response:
        """What will happen to the messages of a room that one is in."""
        room_id = check_room_id(request.params["roomId"])
        room = await self._kernel.rooms.get(room_id)
        if room is None or room.membership(request.caller.user_id) != "join":
            raise forbidden("You are not in this room")
        timer = self._watch.timers.get(room_id)
        row = await self._kernel.database.fetch_one(store.OF_ROOM, {"room": room_id})
        found = RoomTimer(
            after_ms=timer.after_ms if timer is not None else None,
            start=timer.start if timer is not None else None,
            unread_ms_max=self._settings.unread_ms_max,
            pending=row[0] if row is not None else 0,
            next_due_ms=row[1] if row is not None else None,
        )
        return answer_struct(found)

    async def _gauges(self) -> Mapping[str, tuple[str, float]]:
        row = await self._kernel.database.fetch_one(store.COUNT)
        return {"laiwang_burn_pending": ("Messages that will be burnt", float(row[0] if row is not None else 0))}

    async def _start(self) -> None:
        await self._watch.load()
        await self._burner.errand.start()

    def manifest(self) -> Capability:
        """The route, the follower and the background task."""
        return Capability(
            name="burn",
            purpose="Messages that are taken back by the server some time after they were read",
            routes=(Route("GET", "/api/v1/rooms/{roomId}/burn", self.timer, gives=RoomTimer),),
            followers=(self._watch.follower(),),
            gauges=self._gauges,
            on_start=self._start,
            on_stop=self._burner.errand.stop,
        )
