"""One request on its way through the edge: its head as it came, what was decided about it, and its body."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

from laiwang.kernel.capability import Response, Route
from laiwang.kit.refusals import too_large

__all__ = ["ClientGone", "Exchange", "Headers", "Stream"]

Headers = list[tuple[bytes, bytes]]


class ClientGone(Exception):
    """The client went away in the middle of its request; nobody reads an answer."""


class Exchange:
    """A request and, perhaps, its answer. `path` and `query` are raw; header names are in lower case."""

    __slots__ = (
        "begin",
        "body",
        "body_bytes",
        "body_bytes_max",
        "expects_continue",
        "headers",
        "held_bytes",
        "is_complete",
        "is_long_poll",
        "is_old",
        "is_refused_early",
        "is_streamed",
        "keep_alive",
        "method",
        "params",
        "path",
        "peer",
        "query",
        "response",
        "route",
        "stream",
    )

    def __init__(self, method: str, target: bytes, headers: Headers, peer: str, keep_alive: bool, is_old: bool) -> None:
        self.method = method
        if not target.startswith(b"/"):
            # The absolute form, as proxies send it: scheme and authority say nothing here (RFC 9112, 3.2.2).
            _, found, rest = target.partition(b"://")
            target = b"/" + rest.partition(b"/")[2] if found else target
        self.path, _, self.query = target.partition(b"?")
        self.headers = headers
        self.peer = peer
        self.keep_alive = keep_alive
        #: HTTP/1.0
        self.is_old = is_old
        self.body = b""
        self.body_bytes = 0
        #: of the memory for bodies (`laiwang.edge.gate`)
        self.held_bytes = 0
        self.is_complete = False
        self.begin = 0.0
        # --- what the plan says
        self.route: Route | None = None
        self.params: dict[str, str] = {}
        self.body_bytes_max = 0
        self.is_streamed = False
        self.is_long_poll = False
        self.expects_continue = False
        #: the answer, when it is known without a handler
        self.response: Response | None = None
        #: it is answered before its body has come, which is not waited for
        self.is_refused_early = False
        self.stream: Stream | None = None


class Stream:
    """A body that is read while it comes. What has come and was not read is bounded: the transport pauses."""

    __slots__ = ("_buffer_bytes_max", "_chunks", "_ended", "_failed", "_paused", "_size", "_transport", "_waiter")

    def __init__(self, transport: Any, buffer_bytes_max: int) -> None:
        self._transport = transport
        self._buffer_bytes_max = buffer_bytes_max
        self._chunks: deque[bytes] = deque()
        self._size = 0
        self._ended = self._failed = self._paused = False
        self._waiter: asyncio.Future[None] | None = None

    @property
    def is_starved(self) -> bool:
        """Whether a handler waits for more."""
        return self._waiter is not None

    def feed(self, chunk: bytes) -> None:
        """A part has come."""
        self._chunks.append(chunk)
        self._size += len(chunk)
        if self._size > self._buffer_bytes_max and not self._paused:
            self._paused = True
            self._transport.pause_reading()
        self._wake()

    def release(self) -> None:
        """It was answered; what nobody read of it is dropped, and must not hold up what comes after it."""
        self._chunks.clear()
        self._size = 0
        if self._paused:
            self._paused = False
            self._transport.resume_reading()

    def end(self) -> None:
        """All of it has come."""
        self._ended = True
        self._wake()

    def fail(self) -> None:
        """The client has gone; if not all had come, the reader gets ClientGone."""
        self._failed = not self._ended
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def chunks(self, size_bytes_max: int) -> AsyncIterator[bytes]:
        """The body. Raises Refused 413 when it is larger than allowed, ClientGone when the rest will not come."""
        total = 0
        while True:
            while self._chunks:
                chunk = self._chunks.popleft()
                self._size -= len(chunk)
                if self._paused and self._size <= self._buffer_bytes_max // 2:
                    self._paused = False
                    self._transport.resume_reading()
                total += len(chunk)
                if total > size_bytes_max:
                    raise too_large(f"The body may have {size_bytes_max} bytes")
                yield chunk
            if self._failed:
                raise ClientGone
            if self._ended:
                return
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
