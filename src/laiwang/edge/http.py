"""The ASGI application: match, bound, authenticate, handle, answer. What is to happen around a handler stands here, in order.

Source: Client-Server API, "API Standards", "Web Browser Clients" (CORS), "Using access tokens".
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, MutableMapping
from time import perf_counter
from typing import Any, Protocol

import structlog

from laiwang.edge.errors import respond_to
from laiwang.edge.router import Endpoint, Router
from laiwang.kernel.capability import Caller, Request, Response
from laiwang.kit.refusals import Refused, missing_token, too_large, unrecognized

__all__ = ["Authenticate", "HttpApp", "Pages"]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
#: (token, address of the client, operation) → who that is; raises Refused 401
Authenticate = Callable[[str, str, str], Awaitable[Caller]]

#: what comes for a request is given up after this much, even for a route that streams
CHUNK_BYTES = 1 << 16
WATCH_AFTER_S = 1.0
PREFLIGHT = b"authorization, content-type, x-requested-with, date, range, if-none-match"
METHODS = b"GET, HEAD, POST, PUT, DELETE, OPTIONS"
CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", METHODS),
    (b"access-control-allow-headers", PREFLIGHT),
    (b"access-control-expose-headers", b"Retry-After, Content-Disposition, ETag, Content-Range"),
)
_JSON = (b"content-type", b"application/json")
_LENGTH = b"content-length"
_END: Message = {"type": "http.response.body", "body": b"", "more_body": False}
log_ = structlog.get_logger(__name__)


class _ClientGone(Exception):
    """The client went away in the middle of its request."""


class Pages(Protocol):
    """Answers to paths that no route claims."""

    def find(self, method: str, raw_path: bytes, headers: Collection[tuple[bytes, bytes]]) -> Response | None:
        """A page or a file of the web app; None when it has none for this path."""
        ...


async def _nothing() -> None:
    pass


class HttpApp:
    """The server as ASGI sees it. `pages` gets what no route claims; `on_start` and `on_stop` belong to ASGI's lifespan."""

    def __init__(
        self,
        router: Router,
        authenticate: Authenticate,
        *,
        pages: Pages | None = None,
        public_url: str = "",
        trusted_proxies: Collection[str] = ("127.0.0.1", "::1"),
        on_start: Callable[[], Awaitable[None]] = _nothing,
        on_stop: Callable[[], Awaitable[None]] = _nothing,
        watch_after_s: float = WATCH_AFTER_S,
    ) -> None:
        self._router = router
        self._authenticate = authenticate
        self._pages = pages
        self._public_url = public_url.rstrip("/")
        self._trusted = frozenset(trusted_proxies)
        self._on_start = on_start
        self._on_stop = on_stop
        self._watch_after_s = watch_after_s
        #: answers to requests that no endpoint took, by first digit of the status
        self.unmatched = [0] * 6

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """ASGI 3."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._lifespan(receive, send)
                return
            raise RuntimeError(f"no such protocol here: {scope['type']}")
        began = perf_counter()
        method: str = scope["method"]
        if method == "OPTIONS":
            await _send(send, Response(b"{}"))
            return
        endpoint: Endpoint | None = None
        try:
            endpoint, params = self._router.match(method, scope["raw_path"])
            response = await self._handle(scope, endpoint, params, receive)
        except Exception as error:
            found = None
            if endpoint is None and self._pages is not None and isinstance(error, Refused) and error.status == 404:
                found = self._pages.find(method, scope["raw_path"], scope["headers"])
            if isinstance(error, _ClientGone):
                return
            response = found or respond_to(error, method=method, path=scope["path"])
        if endpoint is None:
            self.unmatched[response.status // 100] += 1
        else:
            endpoint.count(response.status, began)
        await _send(send, response, has_body=method != "HEAD")

    # --- one request ----------------------------------------------------------------------------------------------------

    async def _handle(
        self, scope: MutableMapping[str, Any], endpoint: Endpoint, params: dict[str, str], receive: Receive
    ) -> Response:
        route = endpoint.route
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        client = scope.get("client")
        peer: str = client[0] if client else ""
        host = b""
        chunked = False
        token: bytes | None = None
        length: bytes | None = None
        has_body = False
        forwarded_for: bytes | None = None
        forwarded_proto: bytes | None = None
        for name, value in headers:
            if name == b"authorization":
                token = value
            elif name == b"content-length":
                length = value
                has_body = value != b"0"
            elif name == b"transfer-encoding":
                has_body = True
            elif name == b"host":
                host = value
            elif name == b"transfer-encoding":
                chunked = True
            elif name == b"x-forwarded-for":
                forwarded_for = value if forwarded_for is None else forwarded_for + b"," + value
            elif name == b"x-forwarded-proto":
                forwarded_proto = value
        scheme: str = scope.get("scheme", "http")
        if peer in self._trusted:
            if forwarded_for is not None:
                peer = self._origin(forwarded_for, peer)
            if forwarded_proto == b"https":
                scheme = "https"

        caller: Caller | None = None
        if route.auth != "none":
            if token is not None and token[:7].lower() == b"bearer ":
                text = token[7:].strip().decode("latin-1")
                caller = await self._authenticate(text, peer, endpoint.operation)
            elif route.auth == "user":
                raise missing_token()

        body = b""
        stream: Callable[[], AsyncIterator[bytes]] | None = None
        if has_body or route.streamed:
            if length is not None and _too_long(length, route.body_bytes_max):
                raise too_large(f"The body may have {route.body_bytes_max} bytes")
            if route.streamed:
            stream = _stream(receive, route.body_bytes_max)
        elif length != b"0" and (length is not None or chunked):
            body = await _body(receive, route.body_bytes_max)
        request = Request(
            route.method,
            params,
            scope["query_string"],
            headers,
            body,
            peer,
            caller,
            stream,
            self._public_url or f"{scheme}://{host.decode('latin-1')}",
            scope["raw_path"].decode("latin-1"),
        )
        if route.long_poll:
            return await self._park(route.handler(request), receive)
        return await route.handler(request)

    def _origin(self, forwarded_for: bytes, peer: str) -> str:
        """The last address in the chain that is not a proxy of ours."""
        for part in reversed(forwarded_for.decode("latin-1").split(",")):
            address = part.strip()
            if address and address not in self._trusted:
                return address[:64]
        return peer

    async def _park(self, handling: Awaitable[Response], receive: Receive) -> Response:
        """Runs a handler that may wait for long; a client that goes away ends it.

        Most polls are answered soon, so the watch on the connection begins only after `watch_after_s`: until then it costs a timer.
        """
        task = asyncio.current_task()
        assert task is not None
        loop = asyncio.get_running_loop()
        watch: asyncio.Task[None] | None = None
        gone = False

        async def watch_connection() -> None:
            nonlocal gone
            while (await receive())["type"] != "http.disconnect":
                pass
            gone = True
            task.cancel()

        def begin() -> None:
            nonlocal watch
            watch = loop.create_task(watch_connection())

        timer = loop.call_later(self._watch_after_s, begin)
        try:
            return await handling
        except asyncio.CancelledError:
            if gone:
                task.uncancel()
                raise _ClientGone from None
            raise
        finally:
            timer.cancel()
            if watch is not None:
                watch.cancel()

    # --- life -----------------------------------------------------------------------------------------------------------

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        try:
            await self._on_start()
        except Exception as error:
            log_.error("the server cannot start", exc_info=error)
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._on_stop()
        await send({"type": "lifespan.shutdown.complete"})


class _Stream:
    """The body of a streamed route, bounded."""

    __slots__ = ("_bytes_max", "_receive")

    def __init__(self, receive: Receive, bytes_max: int) -> None:
        self._receive = receive
        self._bytes_max = bytes_max

    async def chunks(self) -> AsyncIterator[bytes]:
        """Chunks as they come. Raises Refused 413 beyond the limit."""
        size = 0
        more = True
        while more:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise _ClientGone
            chunk: bytes = message.get("body", b"")
            more = message.get("more_body", False)
            size += len(chunk)
            if size > self._bytes_max:
                raise too_large(f"The body may have {self._bytes_max} bytes")
            if chunk:
                yield chunk


async def _read(receive: Receive, bytes_max: int) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if message["type"] == "http.disconnect":
        raise _ClientGone
    if message.get("more_body", False):
        parts = [body]
        size = len(body)
        while message.get("more_body", False):
            if size > bytes_max:
                break
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _ClientGone
            part = message.get("body", b"")
            size += len(part)
            parts.append(part)
        body = b"".join(parts)
    if len(body) > bytes_max:
        raise too_large(f"The body may have {bytes_max} bytes")
    return body


def _too_long(length: bytes, bytes_max: int) -> bool:
    return len(length) > 18 or (length.isdigit() and int(length) > bytes_max)


async def _send(send: Send, response: Response, *, has_body: bool = True) -> None:
    body = response.body
    headers: list[tuple[bytes, bytes]]
    if isinstance(body, bytes):
        if response.headers:
            headers = [(b"content-type", response.content_type), (_LENGTH, b"%d" % len(body)), *CORS, *response.headers]
        elif response.content_type == b"application/json":
            headers = [_JSON, (_LENGTH, b"%d" % len(body)), *CORS]
        else:
            headers = [(b"content-type", response.content_type), (_LENGTH, b"%d" % len(body)), *CORS]
        if response.status == 304:
            del headers[1]  # the length would speak of a body that is not sent
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        await send({"type": "http.response.body", "body": body if has_body else b"", "more_body": False})
        return
    headers = [(b"content-type", response.content_type), *CORS, *response.headers]
    if response.size_bytes is not None:
        headers.append((_LENGTH, b"%d" % response.size_bytes))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    try:
        if has_body:
            async for chunk in body:
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send(_END)
    finally:
        if isinstance(body, AsyncGenerator):
            await body.aclose()


def unclaimed(path: str) -> Refused:
    """404 M_UNRECOGNIZED, for what belongs to an API."""
    del path
    return unrecognized()
