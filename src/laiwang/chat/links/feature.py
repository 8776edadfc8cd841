"""Links: settings, the route and the manifest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from msgspec import Meta

from laiwang.chat.links.actions import Cards
from laiwang.chat.links.rules import clean_url
from laiwang.chat.media import Media
from laiwang.kernel.capability import Capability, Request, Response, Route, Settings
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import missing_param, not_found, unrecognized

__all__ = ["LinkSettings", "Links"]

CLEAN_UP_EVERY_S = 600.0


class LinkSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `links`."""

    enabled: Annotated[
        bool, Meta(description="Whether the server looks at pages that people link to, for previews.")
    ] = True
    blocked_hosts: Annotated[
        tuple[str, ...], Meta(description="Host names that are never looked at, with all names below them.")
    ] = ()
    page_bytes_max: Annotated[int, Meta(ge=1024, le=16 << 20, description="How much of a page is read, in bytes.")] = (
        1 << 20
    )
    image_bytes_max: Annotated[
        int, Meta(ge=1024, le=64 << 20, description="Largest picture of a page that is kept, in bytes.")
    ] = 8 << 20
    timeout_s: Annotated[float, Meta(gt=0, description="Longest time for a page with its picture, in seconds.")] = 15.0
    fresh_ms: Annotated[
        int, Meta(ge=0, description="How long a preview is shown before the page is looked at again, in ms.")
    ] = 3_600_000
    failed_fresh_ms: Annotated[
        int, Meta(ge=0, description="How long a page that could not be loaded is left alone, in ms.")
    ] = 300_000
    kept_ms: Annotated[int, Meta(ge=0, description="How long previews and their pictures are kept, in ms.")] = (
        7 * 86_400_000
    )


class Links:
    """Previews of pages. `check_limit(user_id)` raises Refused 429 when somebody asks too fast."""

    def __init__(
        self, kernel: Kernel, settings: LinkSettings, media: Media, *, check_limit: Callable[[str], None]
    ) -> None:
        self._is_enabled = settings.enabled
        self._check_limit = check_limit
        self._cleaner = Errand(kernel.leases, "link clean-up", self._clean, is_woken=False)
        self.cards = Cards(
            kernel,
            media,
            blocked_hosts=settings.blocked_hosts,
            page_bytes_max=settings.page_bytes_max,
            image_bytes_max=settings.image_bytes_max,
            timeout_s=settings.timeout_s,
            fresh_ms=settings.fresh_ms,
            failed_fresh_ms=settings.failed_fresh_ms,
            kept_ms=settings.kept_ms,
        )

    async def preview(self, request: Request) -> Response:
        """GET /preview_url. 404 M_NOT_FOUND when there is nothing, whatever the reason."""
        if not self._is_enabled:
            raise unrecognized()
        url = request.arg("url")
        if not url:
            raise missing_param("url")
        ts = request.int_arg("ts", 0, maximum=1 << 53) if request.arg("ts") else None
        url = clean_url(url)
        self._check_limit(request.caller.user_id)
        card = await self.cards.card(url, ts)
        if not card:
            raise not_found("There is nothing to show of this page")
        return Response(card)

    async def start(self) -> None:
        """After the database has started."""
        await self._cleaner.start()

    async def stop(self) -> None:
        """Before the database closes."""
        await self._cleaner.stop()
        await self.cards.close()

    async def _clean(self) -> float:
        await self.cards.clean_up()
        return CLEAN_UP_EVERY_S

    def manifest(self) -> Capability:
        """The route and the background task."""
        return Capability(
            name="links",
            purpose="What pages that people link to say about themselves",
            routes=(
                Route("GET", "/_matrix/client/v1/media/preview_url", self.preview, operation="getUrlPreviewAuthed"),
                Route("GET", "/_matrix/media/v3/preview_url", self.preview, operation="getUrlPreview"),
            ),
            on_start=self.start,
            on_stop=self.stop,
        )
