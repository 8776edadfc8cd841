"""Following links: a page, its picture, and what is kept of both."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from urllib.parse import unquote, urljoin, urlsplit

import orjson
import structlog

from laiwang.chat.links import store
from laiwang.chat.links.model import Page, Version
from laiwang.chat.links.pages import read_page
from laiwang.chat.links.rules import IMAGE_TYPES, chosen, essence, is_blocked, text_of
from laiwang.chat.media import CannotPaint, Media
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Barred, Reply, Unit, Unreachable
from laiwang.kit.refusals import Busy, Refused

__all__ = ["Cards"]

AT_ONCE_MAX = 8
WAITING_MAX = 200
VERSIONS_MAX = 50
REDIRECTS_MAX = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
CLEANED_AT_ONCE = 200
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
HEADERS = {"Accept": "text/html,application/xhtml+xml,image/*;q=0.9,*/*;q=0.5", "Accept-Encoding": "identity"}
NOTHING = b""
log_ = structlog.get_logger(__name__)


class Cards:
    """What is known about URLs. Many who ask for one at the same time wait for the same answer."""

    def __init__(
        self,
        kernel: Kernel,
        media: Media,
        *,
        blocked_hosts: tuple[str, ...],
        page_bytes_max: int,
        image_bytes_max: int,
        timeout_s: float,
        fresh_ms: int,
        failed_fresh_ms: int,
        kept_ms: int,
    ) -> None:
        self._kernel = kernel
        self._media = media
        self._blocked_hosts = blocked_hosts
        self._page_bytes_max = page_bytes_max
        self._image_bytes_max = image_bytes_max
        self._timeout_s = timeout_s
        self._fresh_ms = fresh_ms
        self._failed_fresh_ms = failed_fresh_ms
        self._kept_ms = kept_ms
        #: owns the pictures; people cannot register names that begin like this
        self._owner = f"@_links:{kernel.server_name}"
        media.uploads.own_accounts.add(self._owner)
        self._turns = asyncio.Semaphore(AT_ONCE_MAX)
        self._under_way: dict[str, asyncio.Task[bytes]] = {}

    async def card(self, url: str, ts: int | None) -> bytes:
        """JSON of the OpenGraph fields of a page, as of `ts` (ms) if it can be; empty when there is nothing to show.

        Raises Refused 403 for hosts that the operator has blocked; Busy.
        """
        if is_blocked(url, self._blocked_hosts):
            raise Refused("M_FORBIDDEN", 403, "Links to this host are not followed")
        key = hashlib.sha256(url.encode()).hexdigest()
        now_ms = self._kernel.clock.now_ms()
        rows = await self._kernel.database.fetch(store.VERSIONS, {"of_url": key, "most": VERSIONS_MAX})
        found = chosen([Version(*row) for row in rows], now_ms if ts is None else ts, now_ms)
        if found is not None:
            return found.card
        task = self._under_way.get(key)
        if task is None:
            if len(self._under_way) >= WAITING_MAX:
                raise Busy
            # A task of its own: whoever asked first may hang up, others wait for the same card.
            task = self._under_way[key] = asyncio.create_task(self._make(key, url), name="link")
            task.add_done_callback(lambda done: self._made(key, done))
        return await asyncio.shield(task)

    def _made(self, key: str, task: asyncio.Task[bytes]) -> None:
        self._under_way.pop(key, None)
        if not task.cancelled():
            task.exception()

    async def _make(self, key: str, url: str) -> bytes:
        media_id = None
        card = NOTHING
        async with self._turns:
            try:
                async with asyncio.timeout(self._timeout_s):
                    found = await self._look(url)
            except (Unreachable, TimeoutError) as error:
                # Who asks is not told which: it would say what there is in the network that this server stands in.
                log_.info("a link leads nowhere", reason=str(error) or "timeout")
                found = None
            if found is not None:
                fields, image = found
                if image is not None:
                    fields, media_id = await self._keep(fields, image)
                if media_id is None:
                    fields.pop("og:image:alt", None)
                card = orjson.dumps(fields)
        now_ms = self._kernel.clock.now_ms()
        fresh_ms = self._failed_fresh_ms if card == NOTHING else self._fresh_ms
        row = {"url_key": key, "fetched_ms": now_ms, "fresh_until_ms": now_ms + fresh_ms, "card": card}
        unit = Unit()
        unit.write(store.ADD, {**row, "media_id": media_id})
        await self._kernel.log.append(unit)
        return card

    async def _look(self, url: str) -> tuple[dict[str, str | int], Reply | None] | None:
        """The fields of a page and its picture; None when there is nothing."""
        reply, at = await self._fetch(url, max(self._page_bytes_max, self._image_bytes_max))
        if not reply.is_success:
            return None
        content_type = reply.headers.get("content-type", "")
        kind = essence(content_type)
        if kind in IMAGE_TYPES:
            if reply.is_cut or len(reply.body) > self._image_bytes_max:
                return None
            name = unquote(urlsplit(at).path.rpartition("/")[2])
            return ({"og:title": name} if name.isprintable() and name else {}), reply
        if kind not in HTML_TYPES:
            return {}, None
        body = reply.body[: self._page_bytes_max]
        is_cut = reply.is_cut or len(body) < len(reply.body)
        page: Page = await asyncio.to_thread(lambda: read_page(text_of(body, content_type, is_cut=is_cut), at))
        image = await self._image(page.image_url) if page.image_url is not None else None
        return page.fields, image

    async def _image(self, url: str) -> Reply | None:
        """The picture of a page; a page without it is better than nothing."""
        try:
            reply, _ = await self._fetch(url, self._image_bytes_max)
        except Unreachable:
            return None
        kind = essence(reply.headers.get("content-type", ""))
        return reply if reply.is_success and not reply.is_cut and kind in IMAGE_TYPES and reply.body else None

    async def _fetch(self, url: str, bytes_max: int) -> tuple[Reply, str]:
        """The answer and where it was found. Redirects are followed here, so that blocked hosts hold for them too. Raises Unreachable."""
        for _ in range(REDIRECTS_MAX + 1):
            url = self._reachable(url)
            reply = await self._kernel.outbound.send(
                "GET", url, headers=HEADERS, timeout_s=self._timeout_s, answer_bytes_max=bytes_max
            )
            target = reply.headers.get("location")
            if reply.status not in REDIRECTS or not target:
                return reply, url
            try:
                url = urljoin(url, target)
            except ValueError as error:
                raise Unreachable("a redirect to what is no URL") from error
        raise Unreachable(f"more than {REDIRECTS_MAX} redirects")

    def _reachable(self, url: str) -> str:
        """The URL, over https where it may not be called otherwise. Raises Barred."""
        if is_blocked(url, self._blocked_hosts):
            raise Barred("the operator has blocked this host")
        try:
            self._kernel.outbound.check(url)
        except Barred:
            if not url.startswith("http:"):
                raise
            url = f"https:{url.removeprefix('http:')}"
            self._kernel.outbound.check(url)
        return url

    async def _keep(self, fields: dict[str, str | int], image: Reply) -> tuple[dict[str, str | int], str | None]:
        """The fields with the picture, which is what it is, whatever its server says of it; without it when it is none."""
        try:
            kind, width, height = await self._media.studio.measure(image.body)
        except (CannotPaint, Busy):
            return fields, None
        media_id = await self._media.uploads.upload(
            self._owner, _once(image.body), content_type=kind, file_name=None, size_bytes=len(image.body)
        )
        uri = f"mxc://{self._kernel.server_name}/{media_id}"
        size = {"og:image:width": width, "og:image:height": height, "matrix:image:size": len(image.body)}
        return {**fields, "og:image": uri, "og:image:type": kind, **size}, media_id

    async def clean_up(self) -> int:
        """Removes cards that are older than they are kept, with their pictures, unless a message shows one; answers how many."""
        params = {"before_ms": self._kernel.clock.now_ms() - self._kept_ms, "most": CLEANED_AT_ONCE}
        count = 0
        while rows := await self._kernel.database.fetch(store.OLD, params):
            unit = Unit()
            for key, fetched_ms, media_id in rows:
                unit.write(store.REMOVE, {"of_url": key, "at_ms": fetched_ms})
                if media_id is not None:
                    unit.writes.extend(self._media.disposal.rows(self._owner, (media_id,)))
            await self._kernel.log.append(unit)
            self._media.disposal.wake()
            count += len(rows)
        return count

    async def close(self) -> None:
        """Stops what is under way."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
