"""Thumbnails: made once in each standard size, then kept in the blob store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from laiwang.chat.media import store
from laiwang.chat.media.model import MediaFile, Thumbnail, ThumbnailSize
from laiwang.chat.media.studio import ANSWER_BYTES_MAX, CannotPaint, Studio
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit
from laiwang.kit.refusals import Refused, not_found, too_large

__all__ = ["Thumbnails"]


class Thumbnails:
    """Finds or makes thumbnails."""

    def __init__(self, kernel: Kernel, studio: Studio, *, source_bytes_max: int) -> None:
        self._kernel = kernel
        self._studio = studio
        self._source_bytes_max = source_bytes_max
        self._making: dict[str, asyncio.Task[Thumbnail | None]] = {}

    async def get(self, media: MediaFile, size: ThumbnailSize) -> Thumbnail:
        """The thumbnail. Raises Refused 400 M_UNKNOWN when there can be none, 413 when the file is too large to be decoded."""
        name = f"{media.media_id}-{size.key}"
        row = await self._kernel.database.fetch_one(store.THUMBNAIL, {"media_id": media.media_id, "size": size.key})
        found: Thumbnail | None
        if row is not None:
            found = Thumbnail(name, row[0], row[1]) if row[0] else None
        else:
            if media.size_bytes > self._source_bytes_max:
                raise too_large("The file is too large for a thumbnail")
            making = self._making.get(name)
            if making is None:
                # A task of its own: whoever asked first may hang up, others wait for the same thumbnail.
                making = self._making[name] = asyncio.create_task(self._make(media, size, name))
                making.add_done_callback(lambda task: self._made(name, task))
            found = await asyncio.shield(making)
        if found is None:
            raise Refused("M_UNKNOWN", 400, "There can be no thumbnail of this content")
        return found

    def _made(self, name: str, task: asyncio.Task[Thumbnail | None]) -> None:
        self._making.pop(name, None)
        if not task.cancelled():
            task.exception()

    async def _make(self, media: MediaFile, size: ThumbnailSize, name: str) -> Thumbnail | None:
        try:
            data = await self._kernel.blobs.read(media.media_id)
        except FileNotFoundError as error:
            raise not_found("There is no such file any more") from error  # it is being deleted
        try:
            content_type, body = await self._studio.paint(data, size)
        except CannotPaint:
            content_type, body = "", b""
        if content_type:
            await self._kernel.blobs.put(name, _once(body), size_bytes_max=ANSWER_BYTES_MAX)
        unit = Unit()
        unit.write(
            store.SET_THUMBNAIL,
            {
                "media_id": media.media_id,
                "size": size.key,
                "content_type": content_type,
                "size_bytes": len(body),
            },
        )
        await self._kernel.log.append(unit)
        return Thumbnail(name, content_type, len(body)) if content_type else None

    async def close(self) -> None:
        """Stops what is being made."""
        making = list(self._making.values())
        for task in making:
            task.cancel()
        await asyncio.gather(*making, return_exceptions=True)
        await self._studio.close()


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
