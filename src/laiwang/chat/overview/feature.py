"""Gathering the numbers, and the manifest."""

from __future__ import annotations

from laiwang import __version__
from laiwang.chat.media import Media
from laiwang.chat.moderation import Moderation
from laiwang.chat.overview.model import Day, Numbers
from laiwang.kernel.capability import Capability, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.people.accounts import Accounts
from laiwang.people.administration import administrator
from laiwang.people.devices import Devices

__all__ = ["Overview"]

DAY_MS = 86_400_000
DAYS = 30


class Overview:
    """Numbers over everything, counted when somebody asks."""

    def __init__(
        self, kernel: Kernel, accounts: Accounts, devices: Devices, media: Media, moderation: Moderation
    ) -> None:
        self._kernel = kernel
        self._accounts = accounts
        self._devices = devices
        self._media = media
        self._moderation = moderation

    def manifest(self) -> Capability:
        """The one route."""
        return Capability(
            name="overview",
            purpose="The numbers that an administrator looks at first",
            routes=(Route("GET", "/api/v1/admin/overview", self.show, gives=Numbers),),
        )

    async def show(self, request: Request) -> Response:
        """How many people, rooms, files and open reports there are, who was here lately, and how many registered on each day."""
        administrator(request)
        count, now_ms = self._accounts.queries.count, self._kernel.clock.now_ms()
        files, files_bytes = await self._media.library.totals()
        rooms = self._moderation.queries
        numbers = Numbers(
            server_name=self._kernel.server_name,
            version=__version__,
            now_ms=now_ms,
            people=await self._accounts.queries.people_count(),
            administrators=await count(state="administrators"),
            locked=await count(state="locked"),
            suspended=await count(state="suspended"),
            deactivated=await count(state="deactivated"),
            seen_in_day=await self._devices.seen_since(now_ms - DAY_MS),
            seen_in_week=await self._devices.seen_since(now_ms - 7 * DAY_MS),
            seen_in_month=await self._devices.seen_since(now_ms - DAYS * DAY_MS),
            registered=await self._registered(now_ms),
            rooms=await rooms.count(),
            blocked_rooms=len(rooms.blocked),
            files=files,
            files_bytes=files_bytes,
            open_reports=await rooms.open_reports(),
        )
        return answer_struct(numbers)

    async def _registered(self, now_ms: int) -> list[Day]:
        today = now_ms // DAY_MS
        first = today - DAYS + 1
        made = await self._accounts.queries.made_per_day(first * DAY_MS)
        return [Day(day * DAY_MS, made.get(day, 0)) for day in range(first, today + 1)]
