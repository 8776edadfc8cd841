"""The manifest of media."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from msgspec import Meta

from laiwang.chat.media.actions import Uploads
from laiwang.chat.media.custody import Custody
from laiwang.chat.media.disposal import Disposal
from laiwang.chat.media.queries import FILE, Library
from laiwang.chat.media.routes import MediaRoutes
from laiwang.chat.media.studio import Studio
from laiwang.chat.media.thumbnails import Thumbnails
from laiwang.kernel.capability import Capability, Live, Settings
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel

__all__ = ["Media", "MediaSettings"]

CLEAN_UP_EVERY_S = 600.0


class MediaSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `media`."""

    upload_bytes_max: Annotated[int, Meta(ge=1, description="Largest file that can be uploaded, in bytes.")] = 100 << 20
    quota_bytes_per_person: Annotated[
        int, Meta(ge=0, description="How much the files of one person may take in all, in bytes; 0 for no limit.")
    ] = 0
    unused_kept_ms: Annotated[
        int,
        Meta(
            ge=0,
            description="How long a file is kept that nobody has looked at and no readable message names, in ms; 0 for ever. Files in "
            "encrypted rooms count as used once somebody has loaded them.",
        ),
    ] = 0
    pending_per_user_max: Annotated[
        int, Meta(ge=1, description="Content URIs that one person may have reserved without uploading to them.")
    ] = 100
    pending_expires_ms: Annotated[
        int, Meta(ge=1, description="How long a reserved content URI waits for its content, in ms.")
    ] = 24 * 3600 * 1000
    wait_ms_max: Annotated[
        int, Meta(ge=0, description="Longest wait of a download for content that is still to come, in ms.")
    ] = 60_000
    thumbnail_source_bytes_max: Annotated[
        int, Meta(ge=1, description="Largest file that thumbnails are made of, in bytes.")
    ] = 40 << 20
    thumbnail_pixels_max: Annotated[
        int, Meta(ge=1, description="Most pixels of a picture that thumbnails are made of (four times that for JPEG).")
    ] = 40_000_000
    thumbnail_timeout_s: Annotated[float, Meta(gt=0, description="Longest time to make one thumbnail, in seconds.")] = (
        15.0
    )


class Media:
    """Files that people send. `is_shown(user_id, content URI)` tells of a file in a person's profile or stickers."""

    def __init__(
        self, kernel: Kernel, settings: MediaSettings, *, is_shown: Callable[[str, str], Awaitable[bool]]
    ) -> None:
        self.library = Library(kernel)
        self.custody = Custody(kernel, self.library)
        self.disposal = Disposal(kernel, self.library, self.custody, is_shown)
        self.uploads = Uploads(
            kernel,
            self.library,
            bytes_max=settings.upload_bytes_max,
            quota_bytes=settings.quota_bytes_per_person,
            pending_per_user_max=settings.pending_per_user_max,
            pending_ms=settings.pending_expires_ms,
        )
        self.studio = Studio(pixels_max=settings.thumbnail_pixels_max, timeout_s=settings.thumbnail_timeout_s)
        self.thumbnails = Thumbnails(kernel, self.studio, source_bytes_max=settings.thumbnail_source_bytes_max)
        self._routes = MediaRoutes(
            kernel,
            self.library,
            self.uploads,
            self.thumbnails,
            upload_bytes_max=settings.upload_bytes_max,
            wait_ms_max=settings.wait_ms_max,
        )
        self._clock = kernel.clock
        self._unused_kept_ms = settings.unused_kept_ms
        self._cleaner = Errand(kernel.leases, "media clean-up", self._clean, is_woken=False)

    @property
    def quota_bytes(self) -> int:
        """How much the files of one person may take in all; 0 for no limit."""
        return self.uploads.quota_bytes

    def take(self, settings: MediaSettings) -> None:
        """These quotas from now on."""
        self.uploads.quota_bytes = settings.quota_bytes_per_person
        self.uploads.pending_per_user_max = settings.pending_per_user_max

    def manifest(self) -> Capability:
        """What it adds to the server."""
        return Capability(
            name="media",
            purpose="Keeps the files that people send, and shows them harmlessly.",
            routes=self._routes.routes(),
            live=(Live("media", self.take, ("quota_bytes_per_person", "pending_per_user_max")),),
            event_rows=self.disposal.uses,
            gauges=self.library.gauges,
            mirrors={FILE: self.library.heard},
            on_start=self.start,
            on_stop=self.stop,
        )

    async def start(self) -> None:
        """After the database has started."""
        await self.disposal.errand.start()
        await self._cleaner.start()

    async def stop(self) -> None:
        """Before the database closes."""
        await self.disposal.errand.stop()
        await self._cleaner.stop()
        await self.thumbnails.close()

    async def _clean(self) -> float:
        await self.uploads.clean_up()
        if self._unused_kept_ms:
            before_ms = self._clock.now_ms() - self._unused_kept_ms
            await self.disposal.sweep(before_ms=before_ms, except_of=self.uploads.own_accounts)
        return CLEAN_UP_EVERY_S
