"""`ports.Blobs` on disk: written beside, flushed, then renamed, so that a name always has a whole file."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import BinaryIO

from laiwang.kit.refusals import too_large

__all__ = ["CHUNK_BYTES", "DiskBlobs", "place_of"]

CHUNK_BYTES = 1 << 18


def place_of(name: str) -> str:
    """Where a file stands below the root of a store: two levels of folders. Raises ValueError when it is not the name of a blob."""
    if not name or not all(one.isalnum() or one in "_-." for one in name) or "." in (name[0], name[2:3]):
        raise ValueError("not the name of a blob")
    return f"{name[:2]}/{name[2:4] or '_'}/{name}"


class DiskBlobs:
    """Files in two levels of folders below `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def _path(self, name: str) -> Path:
        return self._root / place_of(name)

    async def start(self, server_name: str) -> None:
        """The folder is made when the first file comes."""

    async def put(self, name: str, chunks: AsyncIterator[bytes], *, size_bytes_max: int) -> int:
        """Stores a file durably and answers its size. Raises Refused 413 M_TOO_LARGE; leaves nothing behind then."""
        path = self._path(name)
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        size = 0
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        file = await asyncio.to_thread(open, beside, "wb")
        try:
            async for chunk in chunks:
                size += len(chunk)
                if size > size_bytes_max:
                    raise too_large("The file is too large")
                await asyncio.to_thread(file.write, chunk)
            await asyncio.to_thread(_settle, file, beside, path)
        except BaseException:
            file.close()
            beside.unlink(missing_ok=True)
            raise
        return size

    async def size(self, name: str) -> int | None:
        """Size in bytes, None when there is no such file."""
        try:
            return (await asyncio.to_thread(self._path(name).stat)).st_size
        except FileNotFoundError:
            return None

    async def open(self, name: str, start_bytes: int = 0, end_bytes: int | None = None) -> AsyncIterator[bytes]:
        """The file in chunks, or its bytes from `start_bytes` to before `end_bytes`. Raises FileNotFoundError."""
        file = await asyncio.to_thread(open, self._path(name), "rb")
        at = start_bytes
        try:
            file.seek(at)
            while end_bytes is None or at < end_bytes:
                most = CHUNK_BYTES if end_bytes is None else min(CHUNK_BYTES, end_bytes - at)
                chunk = await asyncio.to_thread(file.read, most)
                if not chunk:
                    return
                at += len(chunk)
                yield chunk
        finally:
            file.close()

    async def read(self, name: str) -> bytes:
        """The whole file. Raises FileNotFoundError."""
        return await asyncio.to_thread(self._path(name).read_bytes)

    async def delete(self, name: str) -> None:
        """Removes a file; no error when it is not there."""
        await asyncio.to_thread(self._path(name).unlink, missing_ok=True)

    async def names(self) -> AsyncIterator[tuple[str, int]]:
        """Every file with its size."""
        for first in await asyncio.to_thread(_folders, self._root):
            for second in await asyncio.to_thread(_folders, first):
                for name, size in await asyncio.to_thread(_files, second):
                    yield name, size


def _folders(of: Path) -> list[Path]:
    return sorted(path for path in of.iterdir() if path.is_dir()) if of.is_dir() else []


def _files(folder: Path) -> list[tuple[str, int]]:
    """Whole files; what is being written has a dot before its name."""
    with os.scandir(folder) as found:
        return sorted((one.name, one.stat().st_size) for one in found if one.is_file() and one.name[0] != ".")


def _settle(file: BinaryIO, beside: Path, path: Path) -> None:
    file.flush()
    os.fsync(file.fileno())
    file.close()
    os.replace(beside, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
