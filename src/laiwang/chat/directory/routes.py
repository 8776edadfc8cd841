"""HTTP ↔ directory. Sources: API/directory, list_public_rooms."""

from __future__ import annotations

from typing import Any

from laiwang.chat.directory.actions import Actions
from laiwang.chat.directory.queries import LIMIT_DEFAULT, LIMIT_MAX, Queries
from laiwang.kernel.capability import Request, Response, answer
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import Refused, bad_json, forbidden, invalid_param, not_found
from laiwang.matrix.ids import check_alias, check_room_id

__all__ = ["Routes"]


class Routes:
    """Handlers, thin."""

    def __init__(self, kernel: Kernel, actions: Actions, queries: Queries) -> None:
        self._kernel = kernel
        self._actions = actions
        self._queries = queries

    async def resolve(self, request: Request) -> Response:
        """GET /directory/room/{roomAlias}."""
        alias = check_alias(request.params["roomAlias"])
        room_id = await self._queries.find(alias)
        if room_id is None:
            raise not_found("There is no such alias")
        return answer({"room_id": room_id, "servers": [self._kernel.server_name]})

    async def set_alias(self, request: Request) -> Response:
        """PUT /directory/room/{roomAlias}."""
        body = request.json_object()
        room_id = body.get("room_id")
        if room_id is None:
            raise Refused("M_MISSING_PARAM", 400, "Missing parameter: room_id")
        await self._actions.set_alias(request.caller, check_alias(request.params["roomAlias"]), check_room_id(room_id))
        return Response()

    async def delete_alias(self, request: Request) -> Response:
        """DELETE /directory/room/{roomAlias}."""
        await self._actions.delete_alias(request.caller, check_alias(request.params["roomAlias"]))
        return Response()

    async def aliases(self, request: Request) -> Response:
        """GET /rooms/{roomId}/aliases: for members, and for everybody where history is world-readable."""
        room = await self._kernel.rooms.get(request.params["roomId"])
        if room is None:
            raise forbidden("You are not in this room")
        readable = room.state_content("m.room.history_visibility").get("history_visibility") == "world_readable"
        if room.membership(request.caller.user_id) != "join" and not readable:
            raise forbidden("You are not in this room")
        return answer({"aliases": await self._queries.aliases_of(room.room_id)})

    async def visibility(self, request: Request) -> Response:
        """GET /directory/list/room/{roomId}."""
        room_id = request.params["roomId"]
        published = await self._queries.is_published(room_id)
        if not published and await self._kernel.rooms.get(room_id) is None:
            raise not_found("There is no such room")
        return answer({"visibility": "public" if published else "private"})

    async def set_visibility(self, request: Request) -> Response:
        """PUT /directory/list/room/{roomId}."""
        visibility = request.json_object(optional=True).get("visibility", "public")
        if visibility not in ("public", "private"):
            raise Refused("M_INVALID_PARAM", 400, "visibility must be public or private")
        await self._actions.set_published(request.caller, request.params["roomId"], visibility == "public")
        return Response()

    async def set_visibility_on_network(self, request: Request) -> Response:
        """PUT /directory/list/appservice/{networkId}/{roomId}."""
        visibility = request.json_object().get("visibility")
        if visibility not in ("public", "private"):
            raise Refused("M_INVALID_PARAM", 400, "visibility must be public or private")
        params = request.params
        await self._actions.set_published_on_network(
            request.caller, params["networkId"], params["roomId"], visibility == "public"
        )
        return Response()

    async def public_rooms(self, request: Request) -> Response:
        """GET /publicRooms."""
        self._check_server(request)
        limit = request.int_arg("limit", LIMIT_DEFAULT, maximum=LIMIT_MAX)
        return answer(
            await self._queries.public_rooms(
                limit=limit or LIMIT_DEFAULT, since=request.arg("since"), search=None, room_types=None
            )
        )

    async def query_public_rooms(self, request: Request) -> Response:
        """POST /publicRooms."""
        self._check_server(request)
        body = request.json_object(optional=True)
        limit = body.get("limit", LIMIT_DEFAULT)
        since = body.get("since")
        filter: Any = {} if body.get("filter") is None else body["filter"]
        if type(limit) is not int or limit < 0:
            raise bad_json("limit must be a whole number")
        if since is not None and not isinstance(since, str):
            raise bad_json("since must be a string")
        if not isinstance(filter, dict):
            raise bad_json("filter must be an object")
        search = filter.get("generic_search_term")
        room_types = filter.get("room_types")
        if search is not None and not isinstance(search, str):
            raise bad_json("generic_search_term must be a string")
        if room_types is not None and (
            not isinstance(room_types, list) or not all(one is None or isinstance(one, str) for one in room_types)
        ):
            raise bad_json("room_types must be a list of strings and nulls")
        network, all_networks = body.get("third_party_instance_id"), body.get("include_all_networks", False)
        if network is not None and not isinstance(network, str):
            raise bad_json("third_party_instance_id must be a string")
        if not isinstance(all_networks, bool):
            raise bad_json("include_all_networks must be true or false")
        if network and all_networks:
            raise invalid_param("third_party_instance_id and include_all_networks exclude each other")
        return answer(
            await self._queries.public_rooms(
                limit=min(limit, LIMIT_MAX) or LIMIT_DEFAULT,
                since=since,
                search=search,
                room_types=room_types,
                network=network or None,
                all_networks=all_networks,
            )
        )

    def _check_server(self, request: Request) -> None:
        server = request.arg("server")
        if server and server != self._kernel.server_name:
            raise not_found("This server does not know that server's rooms")
