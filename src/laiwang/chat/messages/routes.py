"""HTTP ↔ messages. Sources: API/room_send, redaction, rooms, message_pagination, event_context."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from laiwang.chat.messages.actions import Actions
from laiwang.chat.messages.queries import Queries
from laiwang.chat.messages.relations import Relations
from laiwang.chat.messages.store import DEPTH_MAX
from laiwang.kernel.capability import Request, Response, answer
from laiwang.kernel.events import stored
from laiwang.kernel.ports import Fact
from laiwang.kernel.sync import parse_position
from laiwang.kit.refusals import Refused, invalid_param, missing_param, not_found
from laiwang.matrix.filters import EventFilter, parse_event_filter

__all__ = ["Routes"]

LIMIT_DEFAULT = 10
LIMIT_MAX = 1000
RELATIONS_LIMIT_DEFAULT = 50
RELATIONS_LIMIT_MAX = 500
TS_MAX = (1 << 53) - 1


class Routes:
    """Handlers, thin."""

    def __init__(self, actions: Actions, queries: Queries, relations: Relations) -> None:
        self._actions = actions
        self._queries = queries
        self._relations = relations

    async def send(self, request: Request) -> Response:
        """PUT /rooms/{roomId}/send/{eventType}/{txnId}."""
        params = request.params
        event_id = await self._actions.send(
            request.caller,
            params["roomId"],
            params["eventType"],
            request.json_object(),
            params["txnId"],
            ts=request.massaged_ts(),
        )
        return Response(b'{"event_id":"%b"}' % event_id.encode())

    async def redact(self, request: Request) -> Response:
        """PUT /rooms/{roomId}/redact/{eventId}/{txnId}."""
        params = request.params
        content = request.json_object(optional=True)
        reason = content.get("reason")
        if reason is not None and not isinstance(reason, str):
            raise Refused("M_BAD_JSON", 400, "reason must be a string")
        content.pop("redacts", None)
        event_id = await self._actions.redact(
            request.caller, params["roomId"], params["eventId"], content, params["txnId"]
        )
        return answer({"event_id": event_id})

    async def event(self, request: Request) -> Response:
        """GET /rooms/{roomId}/event/{eventId}."""
        try:
            reader = await self._queries.reader(request.caller, request.params["roomId"])
        except Refused as error:
            raise Refused("M_NOT_FOUND", 404, "There is no such event, or you may not see it") from error
        fact = await self._queries.event(reader, request.params["eventId"])
        return Response((await self._queries.render(reader, [fact]))[0])

    async def messages(self, request: Request) -> Response:
        """GET /rooms/{roomId}/messages."""
        direction = _direction(request)
        filter = _event_filter(request)
        limit = max(
            1, request.int_arg("limit", filter.limit if request.arg("filter") else LIMIT_DEFAULT, maximum=LIMIT_MAX)
        )
        backwards = direction == "b"
        start, stop = _position(request, "from"), _position(request, "to")
        reader = await self._queries.reader(request.caller, request.params["roomId"])
        page = await self._queries.page(reader, start=start, stop=stop, limit=limit, backwards=backwards, filter=filter)
        if start is None:
            start = (page.facts[0].position if page.facts else 0) if backwards else 0
        parts = [b'{"start":"p%d","chunk":[%b]' % (start, b",".join(await self._queries.render(reader, page.facts)))]
        if page.end is not None:
            parts.append(b',"end":"p%d"' % page.end)
        if filter.lazy_load_members and page.facts:
            parts.append(b',"state":[%b]' % b",".join(await self._queries.member_events(reader, page.facts)))
        parts.append(b"}")
        return Response(b"".join(parts))

    async def context(self, request: Request) -> Response:
        """GET /rooms/{roomId}/context/{eventId}."""
        filter = _event_filter(request)
        limit = request.int_arg("limit", LIMIT_DEFAULT, maximum=LIMIT_MAX)
        reader = await self._queries.reader(request.caller, request.params["roomId"])
        fact = await self._queries.event(reader, request.params["eventId"])
        before: Sequence[Fact] = []
        after: Sequence[Fact] = []
        start = fact.position - 1
        end = fact.position
        half = limit // 2
        if half:
            page = await self._queries.page(reader, start=start, stop=None, limit=half, backwards=True, filter=filter)
            before = page.facts
            start = page.end if page.end is not None else 0
        if limit - half:
            page = await self._queries.page(
                reader, start=end, stop=None, limit=limit - half, backwards=False, filter=filter
            )
            after = page.facts
            end = after[-1].position if after else end
        shown = [fact, *before, *after]
        render = self._queries.render
        state = await self._queries.state_at(reader, end, filter, shown)
        return Response(
            b'{"event":%b,"events_before":[%b],"events_after":[%b],"start":"p%d","end":"p%d","state":[%b]}'
            % (
                (await render(reader, [fact]))[0],
                b",".join(await render(reader, before)),
                b",".join(await render(reader, after)),
                start,
                end,
                b",".join(state),
            )
        )

    async def relations(self, request: Request) -> Response:
        """GET /rooms/{roomId}/relations/{eventId}[/{relType}[/{eventType}]]."""
        params = request.params
        recurse = request.bool_arg("recurse") if request.arg("recurse") is not None else None
        backwards = _direction(request, "b") == "b"
        limit = request.int_arg("limit", RELATIONS_LIMIT_DEFAULT, minimum=1, maximum=RELATIONS_LIMIT_MAX)
        start, stop = _position(request, "from"), _position(request, "to")
        try:
            reader = await self._queries.reader(request.caller, params["roomId"])
        except Refused as error:
            raise not_found("There is no such event, or you may not see it") from error
        parent = await self._queries.event(reader, params["eventId"])
        page = await self._relations.of_event(
            reader,
            parent,
            rel_type=params.get("relType"),
            type=params.get("eventType"),
            recurse=recurse is True,
            start=start,
            stop=stop,
            limit=limit,
            backwards=backwards,
        )
        parts = [b'{"chunk":[%b]' % b",".join(await self._queries.render(reader, page.facts))]
        if page.end is not None:
            parts.append(b',"next_batch":"p%d"' % page.end)
        if start is not None:
            parts.append(b',"prev_batch":"p%d"' % start)
        if recurse is not None:
            parts.append(b',"recursion_depth":%d' % (DEPTH_MAX if recurse else 1))
        return Response(b"".join((*parts, b"}")))

    async def threads(self, request: Request) -> Response:
        """GET /rooms/{roomId}/threads."""
        include = request.arg("include", "all")
        if include not in ("all", "participated"):
            raise invalid_param("include must be all or participated")
        limit = request.int_arg("limit", RELATIONS_LIMIT_DEFAULT, minimum=1, maximum=RELATIONS_LIMIT_MAX)
        start = _position(request, "from")
        reader = await self._queries.reader(request.caller, request.params["roomId"])
        page = await self._relations.threads(
            reader, only_participated=include == "participated", start=start, limit=limit
        )
        parts = [b'{"chunk":[%b]' % b",".join(await self._queries.render(reader, page.facts))]
        if page.end is not None:
            parts.append(b',"next_batch":"p%d"' % page.end)
        return Response(b"".join((*parts, b"}")))

    async def at_time(self, request: Request) -> Response:
        """GET /rooms/{roomId}/timestamp_to_event."""
        if request.arg("ts") is None:
            raise missing_param("ts")
        at_ms = request.int_arg("ts", 0, maximum=TS_MAX)
        backwards = _direction(request) == "b"
        reader = await self._queries.reader(request.caller, request.params["roomId"])
        fact = await self._queries.at_time(reader, at_ms, backwards=backwards)
        if fact is None:
            raise not_found("There is no event on that side of this time")
        event = stored(fact).event
        return answer({"event_id": event.event_id, "origin_server_ts": event.origin_server_ts})


def _direction(request: Request, default: str | None = None) -> str:
    direction = request.arg("dir", default)
    if direction is None:
        raise missing_param("dir")
    if direction not in ("b", "f"):
        raise invalid_param("dir must be b or f")
    return direction


def _position(request: Request, name: str) -> int | None:
    text = request.arg(name)
    return parse_position(text) if text else None


def _event_filter(request: Request) -> EventFilter:
    text = request.arg("filter")
    if not text:
        return parse_event_filter({})
    try:
        return parse_event_filter(orjson.loads(text))
    except orjson.JSONDecodeError as error:
        raise Refused("M_NOT_JSON", 400, "The filter is not valid JSON") from error
