"""One connection of a client: requests are parsed as they come in, answered in order, and everything a peer can send is bounded.

httptools (llhttp) parses HTTP/1.1; what stands here is what goes around it. Why not a server from the shelf: docs/adr/0007.
Source: RFC 9110, RFC 9112.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator
from contextvars import Context
from email.utils import formatdate
from http import HTTPStatus
from typing import Any

import httptools
import structlog

from laiwang.edge.connections import Answerer, Connections
from laiwang.edge.exchange import ClientGone, Exchange, Stream
from laiwang.kernel.capability import Response

__all__ = ["Connection"]

#: request line and headers together
HEAD_BYTES_MAX = 64 << 10
STREAM_BUFFER_BYTES_MAX = 256 << 10
KEEP_ALIVE_S = 75.0
#: a request that stops coming, and an answer that nobody takes
STALLED_S = 60.0
#: a head has to be complete after this time, however busy its sender looks
HEAD_S_MAX = 60.0
#: requests that were sent without waiting for the answers before them; a client of ours sends none
PIPELINED_MAX = 64
#: after an early answer, what the client still sends is thrown away for so long, or it might never read the answer
LINGER_S = 2.0
LINGER_BYTES_MAX = 64 << 20

CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET, HEAD, POST, PUT, DELETE, OPTIONS"),
    (
        b"access-control-allow-headers",
        b"X-Requested-With, Content-Type, Authorization, Date, Range, If-None-Match",
    ),
    (b"access-control-expose-headers", b"Retry-After, Content-Disposition, ETag, Content-Range, Accept-Ranges"),
)
_CORS = b"".join(b"%b: %b\r\n" % header for header in CORS)
_STATUS = {status.value: b"HTTP/1.1 %d %b\r\n" % (status, status.phrase.encode()) for status in HTTPStatus}
_JSON = b"content-type: application/json\r\n" + _CORS
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_CLOSE = b"connection: close\r\n"


log_ = structlog.get_logger(__name__)


class _Date:
    """The Date header, made once a second."""

    def __init__(self) -> None:
        self._second = 0
        self._line = b""

    def line(self) -> bytes:
        now = int(time.time())
        if now != self._second:
            self._second = now
            self._line = b"date: %b\r\n" % formatdate(now, usegmt=True).encode()
        return self._line


_date = _Date()


class Connection(asyncio.Protocol):
    """Requests of one client, one after the other."""

    __slots__ = (
        "_active",
        "_answerer",
        "_arriving",
        "_began_at",
        "_connections",
        "_discarding",
        "_drained",
        "_head_bytes",
        "_headers",
        "_heard_at",
        "_is_closing",
        "_is_lost",
        "_is_paused",
        "_is_reading",
        "_is_surplus",
        "_loop",
        "_parser",
        "_peer",
        "_task",
        "_transport",
        "_unended_bytes",
        "_url",
        "_waiting",
        "unfetched_bytes",
    )

    def __init__(self, answerer: Answerer, connections: Connections, loop: asyncio.AbstractEventLoop) -> None:
        self._answerer = answerer
        self._connections = connections
        self._loop = loop
        self._parser: Any = httptools.HttpRequestParser(self)
        self._transport: Any = None
        self._peer = ""
        self._url = b""
        self._headers: list[tuple[bytes, bytes]] = []
        self._head_bytes = 0
        #: of a head that came in more than one piece, from the second piece on
        self._unended_bytes = 0
        self._heard_at = self._began_at = loop.time()
        #: the request whose head or body is coming in
        self._arriving: Exchange | None = None
        #: the one that is being answered, its task, and those that were sent without waiting for its answer
        self._active: Exchange | None = None
        self._task: asyncio.Task[None] | None = None
        self._waiting: deque[Exchange] = deque()
        self._is_closing = False
        self._is_lost = False
        self._is_paused = False
        self._is_reading = False
        #: it is one too many, and its first request is told so
        self._is_surplus = False
        #: of answers, as the last sweep found it
        self.unfetched_bytes = 0
        self._drained: asyncio.Future[None] | None = None
        #: bytes thrown away after an early answer; None while requests are read
        self._discarding: int | None = None

    # --- the transport ------------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called when the client has connected."""
        self._transport = transport
        name = transport.get_extra_info("peername")
        self._peer = name[0] if isinstance(name, tuple) else ""
        self._is_surplus, is_hopeless = self._connections.made(self)
        if is_hopeless:
            self._is_closing = True
            self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Called when the client has gone: a long poll ends, every other handler runs to its end."""
        self._connections.lost(self)
        self._is_closing = self._is_lost = True
        if self._drained is not None and not self._drained.done():
            self._drained.set_exception(ClientGone())
        for exchange in (self._arriving, self._active):
            if exchange is not None and exchange.stream is not None:
                exchange.stream.fail()
        for exchange in (self._arriving, *self._waiting):
            if exchange is not None:
                self._connections.gate.release(exchange)
        self._waiting.clear()
        if self._active is not None and self._active.is_long_poll and self._task is not None:
            self._task.cancel()

    def pause_writing(self) -> None:
        """The client does not read as fast as it is answered."""
        self._is_paused = True

    def resume_writing(self) -> None:
        """It has caught up."""
        self._is_paused = False
        if self._drained is not None and not self._drained.done():
            self._drained.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Parses what came."""
        self._heard_at = self._loop.time()
        if self._discarding is not None:
            self._discarding += len(data)
            if self._discarding > LINGER_BYTES_MAX:
                self._transport.abort()
            return
        open_head = self._headers if self._is_reading and self._arriving is None else None
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            # Another protocol is offered; whoever offers it takes HTTP for an answer.
            self._close_after_answer()
        except httptools.HttpParserCallbackError as error:
            if self._discarding is None:
                log_.error("a request could not be taken in", exc_info=error)
                self._refuse(500)
        except httptools.HttpParserError:
            self._refuse(400)
        else:
            if open_head is self._headers and self._is_reading and self._arriving is None:
                # The parser keeps a header to itself until it ends, so one without an end is counted here.
                self._unended_bytes += len(data)
                if self._unended_bytes > HEAD_BYTES_MAX:
                    self._refuse(431)

    # --- the parser ---------------------------------------------------------------------------------------------------

    def on_message_begin(self) -> None:
        """A request begins."""
        self._url, self._headers, self._head_bytes, self._unended_bytes = b"", [], 0, 0
        self._began_at = self._heard_at
        self._is_reading = True
        self._arriving = None

    def on_url(self, url: bytes) -> None:
        """A part of its target."""
        self._url += url
        self._count(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header."""
        self._headers.append((name.lower(), value))
        self._count(len(name) + len(value) + 4)

    def _count(self, size: int) -> None:
        self._head_bytes += size
        if self._head_bytes > HEAD_BYTES_MAX and self._discarding is None:
            self._refuse(431)
            raise ValueError("the head is too long")  # ends the parsing

    def on_headers_complete(self) -> None:
        """The head is there: the request is planned, and begins at once when it is streamed or already answered."""
        parser = self._parser
        exchange = self._arriving = Exchange(
            parser.get_method().decode("latin-1"),
            self._url,
            self._headers,
            self._peer,
            parser.should_keep_alive(),
            parser.get_http_version() == "1.0",
        )
        self._answerer.plan(exchange, is_surplus=self._is_surplus)
        if exchange.is_streamed and exchange.response is None and not self._hold(exchange, STREAM_BUFFER_BYTES_MAX):
            return
        if exchange.is_refused_early:
            self._start(exchange)
            return
        if exchange.expects_continue and self._active is None:
            self._transport.write(_CONTINUE)
        if exchange.is_streamed and exchange.response is None:
            exchange.stream = Stream(self._transport, STREAM_BUFFER_BYTES_MAX)
            self._start(exchange)

    def on_body(self, chunk: bytes) -> None:
        """A part of the body."""
        exchange = self._arriving
        if exchange is None or exchange.is_refused_early:
            return
        if exchange.stream is not None:
            exchange.stream.feed(chunk)
            return
        exchange.body_bytes += len(chunk)
        if exchange.body_bytes > exchange.body_bytes_max:
            self._answerer.overflow(exchange)
            self._start(exchange)
        elif exchange.response is None and self._hold(exchange, len(chunk)):
            exchange.body = exchange.body + chunk if exchange.body else chunk

    def _hold(self, exchange: Exchange, size_bytes: int) -> bool:
        """Takes memory for a body, or answers that there is none."""
        if self._connections.gate.hold(exchange, size_bytes):
            return True
        self._answerer.crowd_out(exchange)
        self._start(exchange)
        return False

    def on_message_complete(self) -> None:
        """The request is there as a whole."""
        exchange, self._arriving, self._is_reading = self._arriving, None, False
        if exchange is None:
            return
        exchange.is_complete = True
        if exchange.stream is not None:
            exchange.stream.end()
        elif not exchange.is_refused_early:
            self._start(exchange)

    # --- answers ------------------------------------------------------------------------------------------------------

    def _start(self, exchange: Exchange) -> None:
        if self._active is not None:
            self._waiting.append(exchange)
            self._transport.pause_reading()
            if len(self._waiting) > PIPELINED_MAX:
                self._transport.abort()
            return
        self._active = exchange
        if exchange.response is not None:
            self._send_whole(exchange, exchange.response)
            self._done(exchange)
            return
        # A context of its own: what one request sets for itself does not reach the next on the same connection.
        self._connections.gate.at_work += 1
        self._task = self._loop.create_task(self._run(exchange), context=Context())

    async def _run(self, exchange: Exchange) -> None:
        try:
            response = await self._answerer.answer(exchange)
            if type(response.body) is bytes:
                self._send_whole(exchange, response)
            else:
                await self._send_chunks(exchange, response)
        except ClientGone:
            self._transport.abort()
        finally:
            self._connections.gate.at_work -= 1
            self._task = None
            self._done(exchange)

    def _done(self, exchange: Exchange) -> None:
        self._active = None
        self._connections.gate.release(exchange)
        self._began_at = self._heard_at = self._loop.time()
        if self._is_closing:
            return
        if exchange.stream is not None:
            exchange.stream.release()
        if not exchange.is_complete:
            # Answered before all of it had come: the rest is not worth waiting for, but the client must get to read the answer.
            self._linger()
        elif not exchange.keep_alive:
            self._is_closing = True
            self._transport.close()
        elif self._waiting:
            self._start(self._waiting.popleft())
            if not self._waiting:
                self._transport.resume_reading()

    def _linger(self) -> None:
        self._discarding = 0
        self._is_closing = True
        if self._transport.can_write_eof():
            self._transport.write_eof()
        self._transport.resume_reading()
        self._loop.call_later(LINGER_S, self._end_lingering)

    def _end_lingering(self) -> None:
        if not self._is_lost:
            self._transport.abort()

    def _refuse(self, status: int) -> None:
        """Answers what cannot be parsed, after what came before it, and closes."""
        self._arriving = None
        exchange = Exchange("GET", b"", [], self._peer, keep_alive=False, is_old=False)
        self._answerer.malformed(exchange, status)
        self._discarding = 0
        self._start(exchange)

    def _head(self, exchange: Exchange, response: Response) -> bytes:
        first = _STATUS.get(response.status) or b"HTTP/1.1 %d \r\n" % response.status
        head = first + _date.line()
        if response.content_type == b"application/json":
            head += _JSON
        else:
            head += b"content-type: %b\r\n%b" % (response.content_type, _CORS)
        if response.headers:
            head += b"".join([b"%b: %b\r\n" % header for header in response.headers])
        if not exchange.keep_alive or not exchange.is_complete:
            head += _CLOSE
        elif exchange.is_old:
            head += b"connection: keep-alive\r\n"
        return head

    def _send_whole(self, exchange: Exchange, response: Response) -> None:
        body = response.body
        assert isinstance(body, bytes)
        if self._is_lost:
            return
        head = self._head(exchange, response)
        if response.status == 304:
            self._transport.write(head + b"\r\n")  # a length would speak of a body that is not sent
        elif exchange.method == "HEAD":
            self._transport.write(b"%bcontent-length: %d\r\n\r\n" % (head, len(body)))
        else:
            self._transport.write(b"%bcontent-length: %d\r\n\r\n%b" % (head, len(body), body))

    async def _send_chunks(self, exchange: Exchange, response: Response) -> None:
        chunks = response.body
        assert not isinstance(chunks, bytes)
        head = self._head(exchange, response)
        is_chunked = response.size_bytes is None and not exchange.is_old
        if response.size_bytes is not None:
            head += b"content-length: %d\r\n" % response.size_bytes
        elif is_chunked:
            head += b"transfer-encoding: chunked\r\n"
        else:
            exchange.keep_alive = False
        write = self._write
        sent = 0
        try:
            write(head + b"\r\n")
            if exchange.method != "HEAD":
                async for chunk in chunks:
                    if not chunk:
                        continue
                    sent += len(chunk)
                    write(b"%x\r\n%b\r\n" % (len(chunk), chunk) if is_chunked else chunk)
                    await self._drain()
                if is_chunked:
                    write(b"0\r\n\r\n")
                elif response.size_bytes is not None and sent != response.size_bytes:
                    raise ClientGone  # it must not take what follows for the rest
        except ClientGone:
            raise
        except Exception as error:
            # The head has gone out: all that is left to say is that the rest does not come.
            log_.exception("an answer broke off")
            raise ClientGone from error
        finally:
            if isinstance(chunks, AsyncGenerator):
                await chunks.aclose()

    def _write(self, data: bytes) -> None:
        """Hands over a part of an answer. Raises ClientGone: she may have left while the part was made."""
        if self._is_lost or self._transport.is_closing():
            raise ClientGone
        self._transport.write(data)

    async def _drain(self) -> None:
        if self._is_lost:
            raise ClientGone
        if self._is_paused:
            self._heard_at = self._loop.time()
            self._drained = self._loop.create_future()
            try:
                await self._drained
            finally:
                self._drained = None
            self._heard_at = self._loop.time()

    # --- its end ------------------------------------------------------------------------------------------------------

    def _close_after_answer(self) -> None:
        if self._active is not None:
            self._active.keep_alive = False
        elif not self._transport.is_closing():
            self._transport.close()

    def shut_down(self) -> None:
        """The server stops: what was asked is answered, nothing more is taken."""
        for exchange in self._waiting:
            exchange.keep_alive = False
        if self._active is not None:
            self._active.keep_alive = False
        elif self._arriving is not None:
            self._arriving.keep_alive = False
        elif not self._is_closing:
            self._is_closing = True
            self._transport.close()

    def abort(self) -> asyncio.Task[None] | None:
        """Ends it now, whatever is being done; answers the task that was."""
        task = self._task
        if task is not None:
            task.cancel()
        if not self._is_lost:
            self._transport.abort()
        return task

    def sweep(self, now: float) -> None:
        """Closes it when its client has gone silent: between requests, in the middle of one, or in the middle of an answer."""
        unfetched, self.unfetched_bytes = self.unfetched_bytes, self._transport.get_write_buffer_size()
        if 0 < self.unfetched_bytes < unfetched:
            self._heard_at = now  # she fetches it, however slowly
        silent_s = now - self._heard_at
        if self.unfetched_bytes and silent_s > STALLED_S:
            self._transport.abort()
            return
        if self._drained is not None:
            if silent_s > STALLED_S:
                self._transport.abort()
        elif self._active is not None:
            stream = self._active.stream
            if stream is not None and stream.is_starved and silent_s > STALLED_S:
                self._transport.abort()
        elif self._is_reading:
            if silent_s > STALLED_S or (self._arriving is None and now - self._began_at > HEAD_S_MAX):
                self._transport.abort()
        elif silent_s > KEEP_ALIVE_S:
            self._is_closing = True
            self._transport.close()
