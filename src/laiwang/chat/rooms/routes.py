"""HTTP ↔ rooms. Sources: API/create_room, joining, inviting, leaving, kicking, banning, knocking, room_state, rooms."""

from __future__ import annotations

from typing import Any

import orjson

from laiwang.chat.rooms.actions import Actions
from laiwang.chat.rooms.membership import Memberships
from laiwang.chat.rooms.queries import Queries
from laiwang.kernel.capability import Request, Response, answer
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.sync import parse_position
from laiwang.kit.refusals import Refused, bad_json, forbidden, invalid_param, missing_param, not_found
from laiwang.matrix.ids import check_user_id, is_room_id

__all__ = ["Routes"]

MUTUAL_MAX = 100
MEMBERSHIPS = ("join", "invite", "knock", "leave", "ban")


class Routes:
    """Handlers, thin."""

    def __init__(self, kernel: Kernel, actions: Actions, memberships: Memberships, queries: Queries) -> None:
        self._kernel = kernel
        self._actions = actions
        self._memberships = memberships
        self._queries = queries

    async def create(self, request: Request) -> Response:
        """POST /createRoom."""
        return answer({"room_id": await self._actions.create(request.caller, request.json_object(optional=True))})

    # --- membership -----------------------------------------------------------------------------------------------------

    async def join(self, request: Request) -> Response:
        """POST /join/{roomIdOrAlias} and POST /rooms/{roomId}/join."""
        body = request.json_object(optional=True)
        room = await self._memberships.room_by_id_or_alias(_target(request))
        await self._memberships.join(request.caller, room, reason=_reason(body))
        return answer({"room_id": room.room_id})

    async def knock(self, request: Request) -> Response:
        """POST /knock/{roomIdOrAlias}."""
        body = request.json_object(optional=True)
        room = await self._memberships.room_by_id_or_alias(request.params["roomIdOrAlias"])
        await self._memberships.knock(request.caller, room, reason=_reason(body))
        return answer({"room_id": room.room_id})

    async def leave(self, request: Request) -> Response:
        """POST /rooms/{roomId}/leave."""
        body = request.json_object(optional=True)
        room = await self._memberships.room(request.params["roomId"])
        await self._memberships.leave(request.caller, room, reason=_reason(body))
        return Response()

    async def forget(self, request: Request) -> Response:
        """POST /rooms/{roomId}/forget."""
        request.json_object(optional=True)
        room = await self._memberships.room(request.params["roomId"])
        await self._memberships.forget(request.caller, room)
        return Response()

    async def invite(self, request: Request) -> Response:
        """POST /rooms/{roomId}/invite."""
        body = request.json_object()
        if "user_id" not in body and "medium" in body:
            raise Refused("M_THREEPID_DENIED", 400, "Inviting by e-mail address or phone number is not available")
        room = await self._memberships.room(request.params["roomId"])
        await self._memberships.invite(request.caller, room, _named(body), reason=_reason(body))
        return Response()

    async def kick(self, request: Request) -> Response:
        """POST /rooms/{roomId}/kick."""
        body = request.json_object()
        room = await self._memberships.room(request.params["roomId"])
        await self._memberships.kick(request.caller, room, _named(body), reason=_reason(body))
        return Response()

    async def ban(self, request: Request) -> Response:
        """POST /rooms/{roomId}/ban."""
        body = request.json_object()
        room = await self._memberships.room(request.params["roomId"])
        await self._memberships.ban(request.caller, room, _named(body), reason=_reason(body))
        return Response()

    async def unban(self, request: Request) -> Response:
        """POST /rooms/{roomId}/unban."""
        body = request.json_object()
        room = await self._memberships.room(request.params["roomId"])
        await self._memberships.unban(request.caller, room, _named(body), reason=_reason(body))
        return Response()

    async def joined_rooms(self, request: Request) -> Response:
        """GET /joined_rooms."""
        return answer({"joined_rooms": await self._kernel.memberships.joined(request.caller.user_id)})

    async def mutual_rooms(self, request: Request) -> Response:
        """GET /mutual_rooms."""
        other = request.arg("user_id")
        if other is None:
            raise missing_param("user_id")
        if check_user_id(other) == request.caller.user_id:
            raise invalid_param("Every room of yours is one that you share with yourself")
        after = request.arg("from", "")
        assert after is not None
        if after and not is_room_id(after):
            raise invalid_param("from is not a token of this list")
        found, count = await self._queries.mutual_rooms(request.caller.user_id, other, after, MUTUAL_MAX + 1)
        page: dict[str, Any] = {"joined": found[:MUTUAL_MAX], "count": count}
        if len(found) > MUTUAL_MAX:
            page["next_batch"] = found[MUTUAL_MAX - 1]
        return answer(page)

    # --- state ------------------------------------------------------------------------------------------------------------

    async def state(self, request: Request) -> Response:
        """GET /rooms/{roomId}/state."""
        room = await self._memberships.room(request.params["roomId"])
        facts = await self._queries.state(request.caller, room)
        return Response(b"[%b]" % b",".join(self._queries.render(request.caller, room, facts)))

    async def state_event(self, request: Request) -> Response:
        """GET /rooms/{roomId}/state/{eventType}/{stateKey}."""
        room = await self._memberships.room(request.params["roomId"])
        fact = await self._queries.state_event(
            request.caller, room, request.params["eventType"], request.params.get("stateKey", "")
        )
        form = request.arg("format", "content")
        if form not in ("content", "event"):
            raise invalid_param("format must be content or event")
        if fact is None:
            raise not_found("There is no such state")
        if form == "event":
            return Response(self._queries.render(request.caller, room, [fact])[0])
        return Response(orjson.dumps(stored(fact).event.content))

    async def set_state(self, request: Request) -> Response:
        """PUT /rooms/{roomId}/state/{eventType}/{stateKey}."""
        content = request.json_object()
        room = await self._memberships.room(request.params["roomId"])
        event_id = await self._actions.set_state(
            request.caller,
            room,
            request.params["eventType"],
            request.params.get("stateKey", ""),
            content,
            ts=request.massaged_ts(),
        )
        return answer({"event_id": event_id})

    async def members(self, request: Request) -> Response:
        """GET /rooms/{roomId}/members."""
        at = request.arg("at")
        for name in ("membership", "not_membership"):
            value = request.arg(name)
            if value is not None and value not in MEMBERSHIPS:
                raise invalid_param(f"{name} must be one of {', '.join(MEMBERSHIPS)}")
        room = await self._memberships.room(request.params["roomId"])
        facts = await self._queries.members(
            request.caller,
            room,
            at=parse_position(at) if at else None,
            membership=request.arg("membership"),
            not_membership=request.arg("not_membership"),
        )
        return Response(b'{"chunk":[%b]}' % b",".join(self._queries.render(request.caller, room, facts)))

    async def joined_members(self, request: Request) -> Response:
        """GET /rooms/{roomId}/joined_members."""
        room = await self._memberships.room(request.params["roomId"])
        if room.membership(request.caller.user_id) != "join":
            raise forbidden("You are not in this room")
        joined: dict[str, dict[str, Any]] = {}
        for user_id, member in room.members.items():
            if member.membership == "join":
                profile = joined[user_id] = {}
                if member.display_name is not None:
                    profile["display_name"] = member.display_name
                if member.avatar_url is not None:
                    profile["avatar_url"] = member.avatar_url
        return answer({"joined": joined})


def _target(request: Request) -> str:
    found = request.params.get("roomIdOrAlias")
    return found if found is not None else request.params["roomId"]


def _reason(body: dict[str, Any]) -> str | None:
    reason = body.get("reason")
    if reason is not None and not isinstance(reason, str):
        raise bad_json("reason must be a string")
    return reason


def _named(body: dict[str, Any]) -> object:
    if body.get("user_id") is None:
        raise missing_param("user_id")
    return body["user_id"]
