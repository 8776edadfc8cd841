"""Where the files that people send are kept, as it is set, and moving them from one place to another."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from laiwang.adapters.blobs import DiskBlobs
from laiwang.adapters.s3 import Bucket, S3Blobs
from laiwang.edge.data_folder import DataFolder
from laiwang.edge.settings import BlobSettings, WrongSettings

__all__ = ["Copied", "CopyFailed", "copy", "of_settings", "of_url"]

AnyBlobs: TypeAlias = DiskBlobs | S3Blobs
#: (done, in all) in bytes
Progress = Callable[[int, int], None]
AT_ONCE = 8


class CopyFailed(Exception):
    """A file did not arrive as it left; the text says which one. What arrived before it stays."""


@dataclass(slots=True)
class Copied:
    """How many files were copied, and how many were there already."""

    files: int = 0
    size_bytes: int = 0
    there_already: int = 0


def of_settings(settings: BlobSettings, folder: DataFolder) -> AnyBlobs:
    """The store that a server uses. Raises WrongSettings."""
    return of_url(settings.url, settings, folder) if settings.url else DiskBlobs(folder.media)


def of_url(url: str, settings: BlobSettings, folder: DataFolder) -> AnyBlobs:
    """`s3://bucket/prefix`, with the endpoint and the key of the settings, or a folder. Raises WrongSettings."""
    parts = urlsplit(url)
    if parts.scheme in ("", "file"):
        return DiskBlobs(Path(unquote(parts.path)).absolute())
    if parts.scheme != "s3" or not parts.hostname or parts.query or parts.fragment:
        raise WrongSettings(f"{url!r} is no place for files (blobs.url): it looks like s3://bucket/prefix")
    if settings.endpoint and not settings.endpoint.startswith(("https://", "http://")):
        raise WrongSettings("the setting blobs.endpoint is wrong: it looks like https://s3.example.org")
    if settings.endpoint.startswith("http://") and not settings.allow_http:
        raise WrongSettings(
            "the setting blobs.endpoint is an http address, over which everybody on the way can read; set blobs.allow_http to allow that"
        )
    if bool(settings.access_key_id) != bool(settings.secret_access_key):
        raise WrongSettings("the settings blobs.access_key_id and blobs.secret_access_key go together")
    bucket = Bucket(
        name=parts.netloc,
        prefix=parts.path.strip("/"),
        endpoint=settings.endpoint.rstrip("/"),
        region=settings.region,
        access_key_id=settings.access_key_id,
        secret_access_key=settings.secret_access_key,
        path_style=settings.path_style,
        allow_http=settings.allow_http,
        timeout_s=settings.timeout_s,
        retry_for_s=settings.timeout_s / 2,
    )
    return S3Blobs(bucket, folder.root / "spool")


async def copy(source: AnyBlobs, target: AnyBlobs, progress: Progress, *, verify: bool = False) -> Copied:
    """Copies every file that the target has not, and reads back what it wrote; with `verify` also what was there already.

    Can be stopped and called again: a file is there whole or not at all. Raises CopyFailed, Busy.
    """
    total = done = 0
    async for _, size in source.names():
        total += size
    copied = Copied()
    names = source.names()
    taking = asyncio.Lock()

    async def work() -> None:
        nonlocal done
        while True:
            async with taking:
                try:
                    name, size = await anext(names)
                except StopAsyncIteration:
                    return
            is_there = await target.size(name) == size
            if is_there and (not verify or await _digest(source, name) == await _digest(target, name)):
                copied.there_already += 1
            elif await _copy_one(source, target, name, size):
                copied.files += 1
                copied.size_bytes += size
            done += size
            progress(done, total)

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(work())
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    progress(total, total)
    return copied


async def _copy_one(source: AnyBlobs, target: AnyBlobs, name: str, size: int) -> bool:
    """Whether it is there now; not when it was deleted in the meantime."""
    digest = hashlib.sha256()

    async def read() -> AsyncIterator[bytes]:
        async for chunk in source.open(name):
            digest.update(chunk)
            yield chunk

    try:
        written = await target.put(name, read(), size_bytes_max=size)
    except FileNotFoundError:
        return False
    if written != size or await target.size(name) != size or await _digest(target, name) != digest.hexdigest():
        await target.delete(name)
        raise CopyFailed(f"the file {name} did not arrive as it left; it was taken away again")
    return True


async def _digest(blobs: AnyBlobs, name: str) -> str:
    digest = hashlib.sha256()
    async for chunk in blobs.open(name):
        digest.update(chunk)
    return digest.hexdigest()
