"""The ASGI application: match, bound, authenticate, handle, answer. What happens around a handler stands here, in order.

Source: Client-Server API, "API Standards", "Web Browser Clients" (CORS), "Using access tokens".
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, MutableMapping, Sequence
from typing import Any

import structlog

from laiwang.edge.errors import to_response
from laiwang.edge.metrics import Metrics
from laiwang.edge.protocol import EXTENSION, WHOLE
from laiwang.edge.router import Router
from laiwang.kernel.capability import Caller, Request, Response, Route
from laiwang.kernel.ports import Chance
from laiwang.kit.refusals import Refused, missing_token, too_large

__all__ = ["Application"]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = Sequence[tuple[bytes, bytes]]
#: (token, address of the client, whether this is a logout) → who that is; raises Refused 401
Authenticate = Callable[[str, str, bool], Awaitable[Caller]]
#: (method, raw path, headers) → a file of the web app
Site = Callable[[str, bytes, Headers], Response | None]

CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET, HEAD, POST, PUT, DELETE, OPTIONS"),
    (
        b"access-control-allow-headers",
        b"X-Requested-With, Content-Type, Authorization, Date, Range, If-None-Match",
    ),
    (b"access-control-expose-headers", b"Retry-After, Content-Disposition, ETag, Content-Range, Accept-Ranges"),
)
JSON = (b"content-type", b"application/json")


def _head(content_type: bytes) -> bytes:
    return b"".join(b"%b: %b\r\n" % header for header in ((b"content-type", content_type), *CORS))


PLAIN = _head(b"application/json")
LENGTH = b"content-length"
LOGOUTS = frozenset({"logout", "logout_all"})
WATCH_AFTER_S = 1.0
ADDRESS_CHARACTERS_MAX = 64
log_ = structlog.get_logger(__name__)


class _ClientGone(Exception):
    """The client went away in the middle of its request; nobody reads an answer."""


class Application:
    """The server as ASGI sees it. `site` gets what is not an API's; `on_start` and `on_stop` belong to ASGI's lifespan."""

    def __init__(
        self,
        routes: Sequence[Route],
        authenticate: Authenticate,
        *,
        site: Site,
        chance: Chance,
        metrics: Metrics,
        public_url: str = "",
        trusted_proxies: Collection[str] = (),
        on_start: Callable[[], Awaitable[None]],
        on_stop: Callable[[], Awaitable[None]],
    ) -> None:
        self._router = Router(routes)
        self._authenticate = authenticate
        self._site = site
        self._chance = chance
        self._metrics = metrics
        self._public_url = public_url.rstrip("/")
        self._trusted = frozenset(trusted_proxies)
        self._parking = _Parking()
        self._on_start = on_start
        self._on_stop = on_stop

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """ASGI 3."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._lifespan(receive, send)
                return
            raise RuntimeError(f"no such protocol here: {scope['type']}")
        begin = self._metrics.now()
        method: str = scope["method"]
        if method == "OPTIONS":
            await _send(send, Response())
            return
        raw: bytes = scope["raw_path"].partition(b"?")[0]
        route: Route | None = None
        try:
            response = self._site(method, raw, scope["headers"]) if not raw.startswith(b"/_matrix/") else None
            if response is None:
                route, params = self._router.find("GET" if method == "HEAD" else method, raw)
                response = await self._handle(scope, route, params, raw, receive)
        except _ClientGone:
            return
        except Exception as error:
            response = to_response(error, self._chance, method, raw)
        self._metrics.count(route, response.status, begin)
        if type(response.body) is bytes and not response.headers and EXTENSION in scope.get("extensions", ()):
            head = PLAIN if response.content_type == b"application/json" else _head(response.content_type)
            body = response.body
            head += b"content-length: %d\r\n" % len(body)
            await send({"type": WHOLE, "status": response.status, "head": head, "body": body})
            return
        await _send(send, response, has_body=method != "HEAD")

    # --- one request ----------------------------------------------------------------------------------------------------

    async def _handle(
        self, scope: MutableMapping[str, Any], route: Route, params: dict[str, str], raw: bytes, receive: Receive
    ) -> Response:
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        authorization = length = forwarded_for = forwarded_proto = None
        host = b""
        chunked = False
        for name, value in headers:
            if name == b"authorization":
                authorization = value
            elif name == LENGTH:
                length = value
            elif name == b"host":
                host = value
            elif name == b"transfer-encoding":
                chunked = True
            elif name == b"x-forwarded-for":
                forwarded_for = value if forwarded_for is None else forwarded_for + b"," + value
            elif name == b"x-forwarded-proto":
                forwarded_proto = value
        peer: str = (scope.get("client") or ("",))[0]
        scheme: str = scope.get("scheme", "http")
        if forwarded_for is not None and peer in self._trusted:
            peer = self._origin(forwarded_for, peer)
            if forwarded_proto is not None:
                scheme = "https" if forwarded_proto.strip().lower() == b"https" else "http"

        if length is not None and (len(length) > 18 or not length.isdigit() or int(length) > route.body_bytes_max):
            raise _over(route)
        caller: Caller | None = None
        if route.auth != "none":
            if authorization is not None and authorization[:7].lower() == b"bearer ":
                token = authorization[7:].strip().decode("latin-1")
                caller = await self._authenticate(token, peer, route.operation in LOGOUTS)
            elif route.auth == "user":
                raise missing_token()

        body = b""
        stream: Callable[[], AsyncIterator[bytes]] | None = None
        if route.streamed:
            stream = _streamed(receive, route)
        elif chunked or (length is not None and length != b"0"):
            body = await _body(receive, route)
        request = Request(
            scope["method"],
            params,
            scope["query_string"],
            headers,
            body,
            peer,
            caller,
            stream,
            self._public_url or f"{scheme}://{host.decode('latin-1')}",
            raw.decode("latin-1"),
        )
        if route.long_poll:
            return await self._parking.run(route.handler(request), receive)
        return await route.handler(request)

    def _origin(self, forwarded_for: bytes, peer: str) -> str:
        """The last address in the chain that is not a proxy of ours."""
        for part in reversed(forwarded_for.decode("latin-1").split(",")):
            address = part.strip()
            if address and address not in self._trusted:
                return address[:ADDRESS_CHARACTERS_MAX]
        return peer

    # --- life -----------------------------------------------------------------------------------------------------------

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        try:
            await self._on_start()
        except Exception as error:
            text = error.text if isinstance(error, Refused) else str(error)
            log_.error("the server cannot start", exc_info=error)
            await send({"type": "lifespan.startup.failed", "message": text})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._on_stop()
        await send({"type": "lifespan.shutdown.complete"})


class _Poll:
    """One long poll: the task that handles it, and the watch on its connection once there is one."""

    __slots__ = ("gone", "receive", "task", "watch")

    def __init__(self, task: asyncio.Task[Any], receive: Receive) -> None:
        self.task = task
        self.receive = receive
        self.watch: asyncio.Task[None] | None = None
        self.gone = False

    async def watch_connection(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
        self.gone = True
        self.task.cancel()


class _Parking:
    """Long polls end when their client goes away.

    Most are answered soon, so a connection is watched only from the second tick after its arrival: one timer for all of them
    instead of one for each.
    """

    def __init__(self) -> None:
        self._young: set[_Poll] = set()
        self._old: set[_Poll] = set()
        self._timer: asyncio.TimerHandle | None = None

    async def run(self, handling: Awaitable[Response], receive: Receive) -> Response:
        """Runs a handler that may wait for long. Raises _ClientGone."""
        task = asyncio.current_task()
        assert task is not None
        poll = _Poll(task, receive)
        self._young.add(poll)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(WATCH_AFTER_S, self._tick)
        try:
            return await handling
        except asyncio.CancelledError:
            if poll.gone:
                task.uncancel()
                raise _ClientGone from None
            raise
        finally:
            self._young.discard(poll)
            self._old.discard(poll)
            if poll.watch is not None:
                poll.watch.cancel()

    def _tick(self) -> None:
        loop = asyncio.get_running_loop()
        for poll in self._old:
            poll.watch = loop.create_task(poll.watch_connection())
        self._old = self._young
        self._young = set()
        self._timer = loop.call_later(WATCH_AFTER_S, self._tick) if self._old else None


def _streamed(receive: Receive, route: Route) -> Callable[[], AsyncIterator[bytes]]:
    async def chunks() -> AsyncIterator[bytes]:
        size = 0
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _ClientGone
            chunk: bytes = message.get("body", b"")
            more = message.get("more_body", False)
            size += len(chunk)
            if size > route.body_bytes_max:
                raise _over(route)
            if chunk:
                yield chunk

    return chunks


async def _body(receive: Receive, route: Route) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if message["type"] == "http.disconnect":
        raise _ClientGone
    if message.get("more_body", False):
        parts = [body]
        size = len(body)
        while message.get("more_body", False) and size <= route.body_bytes_max:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _ClientGone
            parts.append(message.get("body", b""))
            size += len(parts[-1])
        body = b"".join(parts)
    if len(body) > route.body_bytes_max:
        raise _over(route)
    return body


def _over(route: Route) -> Refused:
    return too_large(f"The body may have {route.body_bytes_max} bytes")


async def _send(send: Send, response: Response, *, has_body: bool = True) -> None:
    body = response.body
    if isinstance(body, bytes):
        first = JSON if response.content_type == b"application/json" else (b"content-type", response.content_type)
        headers = [first, (LENGTH, b"%d" % len(body)), *CORS, *response.headers]
        if response.status == 304:
            del headers[1]  # the length would speak of a body that is not sent
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        await send({"type": "http.response.body", "body": body if has_body else b""})
        return
    headers = [(b"content-type", response.content_type), *CORS, *response.headers]
    if response.size_bytes is not None:
        headers.append((LENGTH, b"%d" % response.size_bytes))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    try:
        if has_body:
            async for chunk in body:
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
    finally:
        if isinstance(body, AsyncGenerator):
            await body.aclose()
