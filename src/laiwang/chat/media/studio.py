"""Runs the painter: one picture at a time, in a process that is started when needed, killed when late, and sent home when idle."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec
import orjson
import structlog

from laiwang.chat.media.model import ThumbnailSize
from laiwang.kit.refusals import Busy

__all__ = ["CannotPaint", "Studio"]

IDLE_S_MAX = 60.0
MEMORY_BYTES_MAX = 1 << 30
WAITING_MAX = 64
ANSWER_BYTES_MAX = 32 << 20
_PAINTER = Path(__file__).with_name("painter.py")
log_ = structlog.get_logger(__name__)


class CannotPaint(Exception):
    """There can be no thumbnail: not a picture of a known format, too large, or too slow to decode."""


class _Answer(msgspec.Struct):
    content_type: str
    bytes: int


class _Size(msgspec.Struct):
    width: int
    height: int


_answer = msgspec.json.Decoder(_Answer).decode
_size = msgspec.json.Decoder(_Size).decode


class Studio:
    """Makes thumbnails off the event loop."""

    def __init__(self, *, pixels_max: int, timeout_s: float) -> None:
        self._pixels_max = pixels_max
        self._timeout_s = timeout_s
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._process: asyncio.subprocess.Process | None = None
        self._idle: asyncio.Task[None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a process runs."""
        return self._process is not None

    async def paint(self, data: bytes, size: ThumbnailSize) -> tuple[str, bytes]:
        """(content type, bytes) of a thumbnail. Raises CannotPaint, and Busy when too many wait."""
        return await self._answer(
            data, {"width": size.width, "height": size.height, "method": size.method, "animated": size.is_animated}
        )

    async def measure(self, data: bytes) -> tuple[str, int, int]:
        """(content type, width, height) of a picture, by what it is and upright. Raises CannotPaint, Busy."""
        asked = {"width": 1, "height": 1, "method": "measure", "animated": False}
        content_type, body = await self._answer(data, asked)
        size = _size(body)
        return content_type, size.width, size.height

    async def _answer(self, data: bytes, asked: Mapping[str, object]) -> tuple[str, bytes]:
        if self._waiting >= WAITING_MAX:
            raise Busy()
        self._waiting += 1
        try:
            async with self._turn:
                await self._wake()
                try:
                    async with asyncio.timeout(self._timeout_s):
                        return await self._ask(data, asked)
                except CannotPaint:
                    raise
                except (TimeoutError, OSError, EOFError, msgspec.MsgspecError) as error:
                    log_.warning("the thumbnail process was stopped", reason=repr(error))
                    await self._dismiss()
                    raise CannotPaint(repr(error)) from error
                except BaseException:
                    await self._dismiss()  # a cancelled conversation leaves half an answer in the pipe
                    raise
                finally:
                    if self._process is not None:
                        self._idle = asyncio.create_task(self._go_home(), name="thumbnail process idle")
        finally:
            self._waiting -= 1

    async def close(self) -> None:
        """Ends the process."""
        if self._idle is not None:
            self._idle.cancel()
            await asyncio.gather(self._idle, return_exceptions=True)
            self._idle = None
        async with self._turn:
            await self._dismiss()

    async def _ask(self, data: bytes, asked: Mapping[str, object]) -> tuple[str, bytes]:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        request = {
            **asked,
            "pixels_max": self._pixels_max,
            "bytes": len(data),
        }
        process.stdin.write(orjson.dumps(request) + b"\n")
        process.stdin.write(data)
        await process.stdin.drain()
        answer = _answer(await process.stdout.readline())
        if not 0 <= answer.bytes <= ANSWER_BYTES_MAX:
            raise EOFError("the answer is too large")
        body = await process.stdout.readexactly(answer.bytes)
        if not answer.content_type:
            raise CannotPaint(body.decode("utf-8", "replace"))
        return answer.content_type, body

    async def _wake(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        if self._process is not None and self._process.returncode is not None:
            await self._dismiss()
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-I",
                str(_PAINTER),
                str(MEMORY_BYTES_MAX),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )

    async def _go_home(self) -> None:
        await asyncio.sleep(IDLE_S_MAX)
        async with self._turn:
            self._idle = None
            await self._dismiss()

    async def _dismiss(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        if process.stdin is not None:
            process.stdin.close()
            with contextlib.suppress(OSError):
                await process.stdin.wait_closed()
        await process.wait()
