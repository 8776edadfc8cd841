"""The application behind the connections: match, bound, authenticate, handle. What happens around a handler stands here, in order.

Source: Client-Server API, "API Standards", "Web Browser Clients" (CORS), "Using access tokens".
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from laiwang.edge.errors import to_response
from laiwang.edge.exchange import ClientGone, Exchange, Headers
from laiwang.edge.gate import Gate
from laiwang.edge.metrics import Metrics
from laiwang.edge.packing import PACKED_FROM_BYTES, packed
from laiwang.edge.proxies import TrustedProxies
from laiwang.edge.router import Router
from laiwang.kernel.capability import Caller, Request, Response, Route
from laiwang.kernel.ports import Chance
from laiwang.kit.refusals import Busy, Refused, missing_token, too_large, unrecognized

__all__ = ["Application"]

#: (token, address of the client, whether this is a logout, raw query) → who that is; raises Refused 401
Authenticate = Callable[[str, str, bool, bytes], Awaitable[Caller]]
#: (method, raw path, headers) → a file of the web app
Site = Callable[[str, bytes, Headers], Response | None]

LOGOUTS = frozenset({"logout", "logout_all"})
#: what a suspended person may not do; she may read, leave, take back what she said, verify devices, and end her account
NOT_WHILE_SUSPENDED = frozenset(
    {
        "ban",
        "createContent",
        "createRoom",
        "deleteProfileField",
        "deleteRoomAlias",
        "inviteUser",
        "joinRoom",
        "joinRoomById",
        "kick",
        "knockRoom",
        "sendMessage",
        "setPresence",
        "setProfileField",
        "setRoomAlias",
        "setRoomStateWithKey",
        "setRoomVisibilityOnDirectory",
        "setTyping",
        "unban",
        "upgradeRoom",
        "uploadContent",
        "uploadContentToMXC",
    }
)
ADDRESS_CHARACTERS_MAX = 64
#: of a body that no handler reads: more is not waited for
UNREAD_BYTES_MAX = 1 << 20
#: of a request that is refused because there are too many
THROWN_AWAY_BYTES_MAX = 64 << 10
_EMPTY = Response()


class Application:
    """Everything that is asked comes here. `site` gets what is not an API's."""

    def __init__(
        self,
        routes: Sequence[Route],
        authenticate: Authenticate,
        *,
        site: Site,
        chance: Chance,
        metrics: Metrics,
        gate: Gate | None = None,
        public_url: str = "",
        trusted_proxies: TrustedProxies,
    ) -> None:
        self._router = Router(routes)
        self._authenticate = authenticate
        self._site = site
        self._chance = chance
        self._metrics = metrics
        self._gate = gate or Gate()
        self._public_url = public_url.rstrip("/")
        self._trusted = trusted_proxies

    # --- before the body has come -----------------------------------------------------------------------------------------

    def plan(self, exchange: Exchange, *, is_surplus: bool = False) -> None:
        """Decides the route and how large the body may be; answers at once what needs no handler, and who is too many."""
        exchange.begin = self._metrics.now()
        length: bytes | None = None
        for name, value in exchange.headers:
            if name == b"content-length":
                length = value
            elif name == b"expect":
                exchange.expects_continue = value.lower() == b"100-continue"
        exchange.body_bytes_max = UNREAD_BYTES_MAX
        method = exchange.method
        try:
            path = exchange.path
            if not path.startswith(b"/"):
                raise unrecognized(404)
            if method == "OPTIONS":
                exchange.response = _EMPTY
            elif not path.startswith(b"/_matrix/"):
                exchange.response = self._site(method, path, exchange.headers)
            if exchange.response is None:
                route, exchange.params = self._router.find("GET" if method == "HEAD" else method, path)
                exchange.route = route
                exchange.body_bytes_max = route.body_bytes_max
                exchange.is_streamed = route.streamed
                exchange.is_long_poll = route.long_poll
                self._gate.admit(exchange, is_surplus=is_surplus)
        except Busy as busy:
            self._send_away(exchange, busy, length)
        except Exception as error:
            exchange.response = to_response(error, self._chance, method, exchange.path)
        if is_surplus:
            exchange.keep_alive = False
        if length is not None and (len(length) > 18 or not length.isdigit() or int(length) > exchange.body_bytes_max):
            self.overflow(exchange)
        elif exchange.response is not None:
            self._metrics.count(exchange.route, exchange.response.status, exchange.begin)

    def _send_away(self, exchange: Exchange, busy: Busy, length: bytes | None) -> None:
        """She is told to come again. A small body is thrown away, so that the connection can be used again; for a large one she need not
        wait."""
        exchange.response = to_response(busy, self._chance, exchange.method, exchange.path)
        is_small = length is None or (len(length) < 8 and length.isdigit() and int(length) <= THROWN_AWAY_BYTES_MAX)
        if exchange.is_streamed or exchange.expects_continue or not is_small:
            exchange.is_refused_early = True

    def crowd_out(self, exchange: Exchange) -> None:
        """There is no memory left for its body."""
        exchange.body = b""
        exchange.is_refused_early = True
        exchange.response = to_response(self._gate.busy("bodies"), self._chance, exchange.method, exchange.path)
        self._metrics.count(exchange.route, exchange.response.status, exchange.begin)

    def overflow(self, exchange: Exchange) -> None:
        """The body is larger than it may be: the rest of it is not waited for."""
        exchange.body = b""
        exchange.is_refused_early = True
        if exchange.response is None or exchange.response.status < 400:
            self._refuse(exchange, too_large(f"The body may have {exchange.body_bytes_max} bytes"))

    def malformed(self, exchange: Exchange, status: int) -> None:
        """What came is no HTTP request."""
        exchange.begin = self._metrics.now()
        if status == 431:
            refusal = Refused("M_TOO_LARGE", status, "The head of the request is too long")
        else:
            code = "M_UNKNOWN" if status >= 500 else "M_UNRECOGNIZED"
            refusal = Refused(code, status, "This is not a valid HTTP request")
        self._refuse(exchange, refusal)

    def _refuse(self, exchange: Exchange, refusal: Refused) -> None:
        exchange.response = to_response(refusal, self._chance, exchange.method, exchange.path)
        self._metrics.count(exchange.route, exchange.response.status, exchange.begin)

    # --- the handler ------------------------------------------------------------------------------------------------------

    async def answer(self, exchange: Exchange) -> Response:
        """The answer of a route's handler, errors included. Raises ClientGone when nobody waits for it any more."""
        route = exchange.route
        assert route is not None
        try:
            response = await self._handle(exchange, route)
            body = response.body
            if type(body) is bytes and len(body) >= PACKED_FROM_BYTES:
                response = await packed(response, body, exchange.headers)
        except ClientGone:
            raise
        except Exception as error:
            response = to_response(error, self._chance, exchange.method, exchange.path)
        self._metrics.count(route, response.status, exchange.begin)
        return response

    async def _handle(self, exchange: Exchange, route: Route) -> Response:
        authorization = forwarded_for = forwarded_proto = None
        host = b""
        for name, value in exchange.headers:
            if name == b"authorization":
                authorization = value
            elif name == b"host":
                host = value
            elif name == b"x-forwarded-for":
                forwarded_for = value if forwarded_for is None else forwarded_for + b"," + value
            elif name == b"x-forwarded-proto":
                forwarded_proto = value
        peer, scheme = exchange.peer, "http"
        if forwarded_for is not None and peer in self._trusted:
            peer = self._trusted.origin(forwarded_for.decode("latin-1"), peer)[:ADDRESS_CHARACTERS_MAX]
            if forwarded_proto is not None and forwarded_proto.strip().lower() == b"https":
                scheme = "https"

        caller: Caller | None = None
        if route.auth != "none":
            if authorization is not None and authorization[:7].lower() == b"bearer ":
                token = authorization[7:].strip().decode("latin-1")
                caller = await self._authenticate(token, peer, route.operation in LOGOUTS, exchange.query)
                if caller.is_suspended and route.operation in NOT_WHILE_SUSPENDED:
                    raise Refused("M_USER_SUSPENDED", 403, "This account is suspended: it can read, but not speak")
            elif route.auth == "user":
                raise missing_token()

        stream: Callable[[], AsyncIterator[bytes]] | None = None
        if exchange.stream is not None:
            body = exchange.stream
            most = route.body_bytes_max

            def stream() -> AsyncIterator[bytes]:
                return body.chunks(most)

        request = Request(
            exchange.method,
            exchange.params,
            exchange.query,
            exchange.headers,
            exchange.body,
            peer,
            caller,
            stream,
            self._public_url or f"{scheme}://{host.decode('latin-1')}",
            exchange.path.decode("latin-1"),
        )
        return await route.handler(request)
