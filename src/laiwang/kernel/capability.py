"""What a capability is: one manifest that says everything it adds to the server.

A capability never touches the web framework: it declares routes with handlers `async (Request) -> Response`. It never
registers itself: `edge/capabilities.py` builds it, which is the one line outside its folder.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from urllib.parse import parse_qsl

import msgspec
import orjson

from laiwang.kit.refusals import Refused

if TYPE_CHECKING:
    from laiwang.kernel.follow import Follower
    from laiwang.kernel.mirror import Hear
    from laiwang.kernel.ports import Write
    from laiwang.kernel.room import Decided, Room
    from laiwang.kernel.sync import RoomView, SyncContext

T = TypeVar("T")
Auth = Literal["none", "optional", "user"]
EMPTY_JSON = b"{}"
#: deeper JSON can be read, but not be written again
NESTING_MAX = 200


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a person on a device, or an application service (`service_id`) in her name; then `device_id` may be None."""

    user_id: str
    device_id: str | None
    token_id: int = 0
    is_admin: bool = False
    is_suspended: bool = False
    service_id: str | None = None

    @property
    def device_key(self) -> str:
        """Names the device across the server; idempotency keys and local echoes hang on it."""
        return f"{self.user_id}/{self.device_id or ''}"


class Request:
    """One HTTP request as capabilities see it: already matched, authenticated and bounded in size."""

    __slots__ = (
        "_body",
        "_headers",
        "_query",
        "caller_or_none",
        "method",
        "params",
        "path",
        "peer",
        "query_string",
        "stream",
        "url_base",
    )

    def __init__(
        self,
        method: str,
        params: Mapping[str, str],
        query_string: bytes,
        headers: Sequence[tuple[bytes, bytes]],
        body: bytes,
        peer: str,
        caller: Caller | None = None,
        stream: Callable[[], AsyncIterator[bytes]] | None = None,
        url_base: str = "",
        path: str = "",
    ) -> None:
        self.method = method
        self.params = params
        self.query_string = query_string
        self._headers = headers
        self._body = body
        self.peer = peer
        self.caller_or_none = caller
        self.stream = stream
        self.url_base = url_base
        #: the raw path, as it was sent
        self.path = path
        self._query: dict[str, list[str]] | None = None

    @property
    def caller(self) -> Caller:
        """The authenticated caller; only for routes with auth="user"."""
        assert self.caller_or_none is not None
        return self.caller_or_none

    @property
    def body(self) -> bytes:
        """The body's bytes; empty for streamed routes."""
        return self._body

    def header(self, name: bytes) -> str | None:
        """First header of that (lower-case) name."""
        for key, value in self._headers:
            if key == name:
                return value.decode("latin-1")
        return None

    @property
    def query(self) -> dict[str, list[str]]:
        """Query parameters, decoded; a repeated one has several values. Raises Refused 400 for bytes that are not UTF-8."""
        if self._query is None:
            parsed: dict[str, list[str]] = {}
            raw = self.query_string
            if raw and b"%" not in raw and b"+" not in raw and b";" not in raw and raw.isascii():
                # Nothing to decode, which is so in nearly every poll: the general parser costs ten times as much.
                for pair in raw.decode().split("&"):
                    if pair:
                        key, _, value = pair.partition("=")
                        parsed.setdefault(key, []).append(value)
            elif raw:
                try:
                    pairs = parse_qsl(
                        self.query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=200
                    )
                except ValueError as error:
                    raise Refused("M_INVALID_PARAM", 400, "The query string is not valid") from error
                for key, value in pairs:
                    parsed.setdefault(key, []).append(value)
            self._query = parsed
        return self._query

    def arg(self, name: str, default: str | None = None) -> str | None:
        """One query parameter."""
        values = (self._query if self._query is not None else self.query).get(name)
        return values[0] if values else default

    def int_arg(self, name: str, default: int, *, minimum: int = 0, maximum: int | None = None) -> int:
        """A whole number from the query. Too large is capped; anything else wrong is Refused 400 M_INVALID_PARAM."""
        text = self.arg(name)
        if text is None or text == "":
            return default
        if not text.lstrip("-").isascii() or not text.lstrip("-").isdigit() or len(text) > 18:
            raise Refused("M_INVALID_PARAM", 400, f"{name} must be a whole number")
        value = int(text)
        if value < minimum:
            raise Refused("M_INVALID_PARAM", 400, f"{name} must be at least {minimum}")
        return value if maximum is None else min(value, maximum)

    def massaged_ts(self) -> int | None:
        """The time that an application service gives to the event that it sends, in ms since the epoch; None for anybody else.

        Raises Refused 400. Source: AS "Timestamp massaging".
        """
        if self.caller_or_none is None or self.caller_or_none.service_id is None or not self.arg("ts"):
            return None
        return self.int_arg("ts", 0, maximum=1 << 53)

    def bool_arg(self, name: str, default: bool = False) -> bool:
        """true or false from the query, else Refused 400 M_INVALID_PARAM."""
        text = self.arg(name)
        if text is None:
            return default
        if text not in ("true", "false"):
            raise Refused("M_INVALID_PARAM", 400, f"{name} must be true or false")
        return text == "true"

    def json(self) -> Any:
        """The body as JSON. Raises Refused 400 M_NOT_JSON."""
        body = self._body
        try:
            value = orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise Refused("M_NOT_JSON", 400, "The body is not valid JSON") from error
        if body.count(b"{") + body.count(b"[") > NESTING_MAX and _is_deep(value):
            raise Refused("M_BAD_JSON", 400, f"The body is nested more than {NESTING_MAX} levels deep")
        return value

    def typed(self, kind: type[T]) -> T:
        """The body as a value of a type (a `msgspec.Struct`); an empty one counts as {}. Raises Refused 400 M_NOT_JSON, M_BAD_JSON."""
        try:
            return msgspec.convert(self.json_object(optional=True), kind)
        except msgspec.ValidationError as error:
            raise Refused("M_BAD_JSON", 400, str(error)) from error

    def json_object(self, *, optional: bool = False) -> dict[str, Any]:
        """The body as a JSON object; with `optional` an empty body counts as {}. Raises Refused M_NOT_JSON or M_BAD_JSON."""
        if optional and not self._body.strip():
            return {}
        value = self.json()
        if not isinstance(value, dict):
            raise Refused("M_BAD_JSON", 400, "The body must be a JSON object")
        return value


def _is_deep(value: Any) -> bool:
    """Whether a value is nested deeper than can be written again as JSON."""
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(NESTING_MAX):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return False
    return True


class Response:
    """An answer. `body` is bytes or an iterator of chunks (then `size_bytes` is announced when known)."""

    __slots__ = ("body", "content_type", "headers", "size_bytes", "status")

    def __init__(
        self,
        body: bytes | AsyncIterator[bytes] = EMPTY_JSON,
        status: int = 200,
        headers: Sequence[tuple[bytes, bytes]] = (),
        content_type: bytes = b"application/json",
        size_bytes: int | None = None,
    ) -> None:
        self.body = body
        self.status = status
        self.headers = headers
        self.content_type = content_type
        self.size_bytes = size_bytes


def answer(value: Any, status: int = 200) -> Response:
    """A JSON response from plain Python data."""
    return Response(orjson.dumps(value), status)


def answer_struct(value: msgspec.Struct) -> Response:
    """A JSON response from a typed value, as the routes of our own API declare it in `gives`."""
    return Response(msgspec.json.encode(value))


Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Route:
    """One HTTP route. `path` has {name} captures, matched on the raw path and decoded once; `operation` is the spec's operationId.

    `body_bytes_max` bounds the body (413 beyond it); `streamed` leaves the body to the handler (`request.stream()`);
    a `long_poll` handler is cancelled when the client goes away, every other one runs to its end. `takes` and `gives` are the types of
    the bodies of our own API, of which its description is made.
    """

    method: str
    path: str
    handler: Handler
    auth: Auth = "user"
    operation: str = ""
    body_bytes_max: int = 1 << 20
    streamed: bool = False
    long_poll: bool = False
    takes: Any = None
    gives: Any = None


@dataclass(frozen=True, slots=True)
class RoomPart:
    """What a capability adds to each room of a /sync answer: events for `ephemeral` or `account_data`.

    `topic(room_id, user_id)` names the topic whose bell says that there may be something; `read` gives the JSON events that
    are new in the window of the context for that room. It must give the same to all readers who were in the room at the
    beginning of the window, ignore nobody, and of whom no fact of their own speaks of the room: it is read once for all of them.
    """

    section: Literal["ephemeral", "account_data"]
    topic: Callable[[str, str], str]
    read: Callable[[SyncContext, str], Awaitable[list[bytes]]]


@dataclass(frozen=True, slots=True)
class GlobalPart:
    """What a capability adds to the top level of a /sync answer: JSON fragments by key; nothing new is an empty mapping.

    `always` keys are added to every answer without making a long poll return (counts of one-time keys). It is read when the
    bell of its topic rang; with `on_any` when any bell of the reader rang.
    """

    topic: Callable[[str, str | None], str | None]
    read: Callable[[SyncContext], Awaitable[Mapping[str, bytes]]]
    always: Callable[[SyncContext], Awaitable[Mapping[str, bytes]]] | None = None
    on_any: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """Settings that may change while the server runs: `take` is given their whole section, in which only these keys differ."""

    section: str
    take: Callable[[Any], None]
    #: none: every key of the section
    keys: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Capability:
    """The manifest. Everything is optional but the name and its one-line purpose."""

    name: str
    purpose: str
    routes: Sequence[Route] = ()
    room_parts: Sequence[RoomPart] = ()
    global_parts: Sequence[GlobalPart] = ()
    #: rows to write in the same unit as an event (relations, mentions)
    event_rows: Callable[[Decided], Sequence[Write]] | None = None
    #: fragments of a joined room in /sync that depend on the reader (unread counts)
    room_counts: Callable[[SyncContext, RoomView], Awaitable[Mapping[str, bytes]]] | None = None
    #: aggregated `m.relations` of served events: (room, events, reader) -> JSON object bytes by event id
    bundles: Callable[[Room, Sequence[Any], str], Awaitable[Mapping[str, bytes]]] | None = None
    followers: Sequence[Follower] = ()
    #: by kind of fact: what takes it into memory, in every process (`laiwang.kernel.mirror`)
    mirrors: Mapping[str, Hear] = field(default_factory=dict)
    #: figures for /metrics, read when somebody asks: name -> (meaning, value)
    gauges: Callable[[], Awaitable[Mapping[str, tuple[str, float]]]] | None = None
    on_start: Callable[[], Awaitable[None]] | None = None
    on_stop: Callable[[], Awaitable[None]] | None = None
    #: entries of /capabilities and /versions unstable_features
    client_capabilities: Mapping[str, Any] = field(default_factory=dict)
    unstable_features: Mapping[str, bool] = field(default_factory=dict)
    #: settings that are read again on SIGHUP
    live: Sequence[Live] = ()


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every settings section. Fields carry `Annotated[T, msgspec.Meta(description=…)]`, which becomes the documented table."""
