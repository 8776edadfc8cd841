"""Taking files in, at once or under a content URI that was reserved before.

The row stands, pending, before the bytes come, and becomes ready with a commit after they are durable: a crash leaves a pending row
that expires and takes its bytes along.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from weakref import WeakValueDictionary

import structlog

from laiwang.chat.media import rules, store
from laiwang.chat.media.model import PENDING
from laiwang.chat.media.queries import Library, media_topic
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kit.refusals import Refused, forbidden, limit_exceeded, not_found, too_large

__all__ = ["Uploads"]

log_ = structlog.get_logger(__name__)


class Uploads:
    """The verbs that write."""

    def __init__(
        self,
        kernel: Kernel,
        library: Library,
        *,
        bytes_max: int,
        quota_bytes: int,
        pending_per_user_max: int,
        pending_ms: int,
    ) -> None:
        self._kernel = kernel
        self._library = library
        self._bytes_max = bytes_max
        #: how much the files of one person may take in all; 0 for no limit
        self.quota_bytes = quota_bytes
        #: accounts of the server itself, for which the quota of people does not hold
        self.own_accounts: set[str] = set()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.pending_per_user_max = pending_per_user_max
        self._pending_ms = pending_ms
        self._in_progress: set[str] = set()

    async def reserve(self, user_id: str) -> tuple[str, int]:
        """A fresh media id for a later upload, and until when (ms). Raises Refused 429 when too many of hers wait for content."""
        now_ms = self._kernel.clock.now_ms()
        row = await self._kernel.database.fetch_one(store.PENDING_COUNT, {"user_id": user_id, "now_ms": now_ms})
        if row is not None and row[0] >= self.pending_per_user_max:
            raise limit_exceeded(60_000)
        return await self._new(user_id, now_ms)

    async def upload(
        self,
        user_id: str,
        chunks: AsyncIterator[bytes],
        *,
        content_type: str | None,
        file_name: str | None,
        size_bytes: int | None,
    ) -> str:
        """Stores a file and answers its media id; durable on return. `size_bytes` is the announced size. Raises Refused 413."""
        self._check_size(size_bytes)
        await self._check_quota(user_id, size_bytes or 0)
        media_id, _ = await self._new(user_id, self._kernel.clock.now_ms())
        try:
            await self._take(user_id, media_id, chunks, content_type, file_name)
        except BaseException:
            await self._forget(media_id)
            raise
        return media_id

    async def upload_to(
        self,
        user_id: str,
        server_name: str,
        media_id: str,
        chunks: AsyncIterator[bytes],
        *,
        content_type: str | None,
        file_name: str | None,
        size_bytes: int | None,
    ) -> None:
        """Gives a reserved content URI its content. Raises Refused 404, 403, 409 M_CANNOT_OVERWRITE_MEDIA, 413."""
        found = await self._library.find(server_name, media_id)
        if found is None:
            raise not_found("There is no such content URI, or it has expired")
        if found.user_id != user_id:
            raise forbidden("Another user has reserved this content URI")
        if found.state != PENDING or media_id in self._in_progress:
            raise _taken()
        self._check_size(size_bytes)
        await self._check_quota(user_id, size_bytes or 0)
        try:
            await self._take(user_id, media_id, chunks, content_type, file_name)
        except Conflict:
            raise _taken() from None

    def _check_size(self, size_bytes: int | None) -> None:
        if size_bytes is not None and size_bytes > self._bytes_max:
            raise too_large(f"A file is at most {self._bytes_max} bytes")

    async def _check_quota(self, user_id: str, more: int) -> None:
        """Whether a person may have so many bytes more. Raises Refused 413."""
        quota = self.quota_bytes
        if not quota or user_id in self.own_accounts:
            return
        row = await self._kernel.database.fetch_one(store.TAKEN_BYTES, {"user": user_id})
        taken = int(row[0]) if row is not None else 0
        if taken + more > quota or taken >= quota:
            raise too_large(f"Your files may take {quota} bytes in all, and {taken} are taken already")

    async def _new(self, user_id: str, now_ms: int) -> tuple[str, int]:
        media_id = self._kernel.chance.token(18)
        expires_ms = now_ms + self._pending_ms
        unit = Unit()
        unit.write(
            store.NEW_MEDIA,
            {
                "media_id": media_id,
                "user_id": user_id,
                "state": PENDING,
                "content_type": "",
                "file_name": "",
                "size_bytes": 0,
                "sha256": "",
                "created_ms": now_ms,
                "expires_ms": expires_ms,
                "is_fetched": 0,
            },
        )
        await self._kernel.log.append(unit)
        return media_id, expires_ms

    async def _take(
        self,
        user_id: str,
        media_id: str,
        chunks: AsyncIterator[bytes],
        content_type: str | None,
        file_name: str | None,
    ) -> None:
        digest = hashlib.sha256()

        async def hashed() -> AsyncIterator[bytes]:
            async for chunk in chunks:
                digest.update(chunk)
                yield chunk

        self._in_progress.add(media_id)
        try:
            size_bytes = await self._kernel.blobs.put(media_id, hashed(), size_bytes_max=self._bytes_max)
            unit = Unit()
            unit.write(
                store.MAKE_READY,
                {
                    "of_media": media_id,
                    "new_content_type": rules.clean_content_type(content_type),
                    "new_file_name": rules.clean_file_name(file_name),
                    "new_size_bytes": size_bytes,
                    "new_sha256": digest.hexdigest(),
                },
                rows_expected=1,
            )
            lock = self._locks.get(user_id)
            if lock is None:
                lock = self._locks[user_id] = asyncio.Lock()
            # Many uploads of one person at once: each is counted against what the others have made durable.
            async with lock:
                await self._check_quota(user_id, size_bytes)
                await self._kernel.log.append(unit)
        finally:
            self._in_progress.discard(media_id)
        self._kernel.bells.ring((media_topic(media_id),))

    async def _forget(self, media_id: str) -> None:
        """After a failed upload. What goes wrong here is made good when the row expires."""
        try:
            unit = Unit()
            unit.write(store.DELETE_PENDING, {"of_media": media_id}, rows_expected=1)
            await self._kernel.log.append(unit)
            await self._kernel.blobs.delete(media_id)
        except Exception:
            log_.warning("a failed upload will be cleaned up later", media_id=media_id)

    async def clean_up(self) -> int:
        """Deletes content URIs that were reserved and never used in time; answers how many."""
        rows = await self._kernel.database.fetch(store.EXPIRED, {"now_ms": self._kernel.clock.now_ms()})
        count = 0
        for (media_id,) in rows:
            if media_id in self._in_progress:
                continue
            unit = Unit()
            unit.write(store.DELETE_PENDING, {"of_media": media_id}, rows_expected=1)
            try:
                await self._kernel.log.append(unit)
            except Conflict:
                continue  # its content came at the last moment
            await self._kernel.blobs.delete(media_id)
            count += 1
        return count


def _taken() -> Refused:
    return Refused("M_CANNOT_OVERWRITE_MEDIA", 409, "This content URI has content already")
