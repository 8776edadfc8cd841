"""HTTP ↔ key backup. Source: API/key_backup."""

from __future__ import annotations

import orjson

from laiwang.chat.key_backup.actions import Actions
from laiwang.chat.key_backup.model import BackupVersion
from laiwang.chat.key_backup.queries import Queries
from laiwang.chat.key_backup.rules import check_rooms, check_sessions, check_version
from laiwang.kernel.capability import Request, Response, answer

__all__ = ["Routes"]


class Routes:
    """Handlers, thin."""

    def __init__(self, actions: Actions, queries: Queries) -> None:
        self._actions = actions
        self._queries = queries

    # --- backups --------------------------------------------------------------------------------------------------------

    async def create(self, request: Request) -> Response:
        """POST /room_keys/version."""
        version = await self._actions.create(request.caller.user_id, request.json_object())
        return answer({"version": str(version)})

    async def current(self, request: Request) -> Response:
        """GET /room_keys/version."""
        return _described(await self._queries.current(request.caller.user_id))

    async def version(self, request: Request) -> Response:
        """GET /room_keys/version/{version}."""
        version = check_version(request.params["version"])
        return _described(await self._queries.version(request.caller.user_id, version))

    async def change(self, request: Request) -> Response:
        """PUT /room_keys/version/{version}."""
        version = check_version(request.params["version"])
        await self._actions.change(request.caller.user_id, version, request.json_object())
        return Response()

    async def delete(self, request: Request) -> Response:
        """DELETE /room_keys/version/{version}."""
        await self._actions.delete(request.caller.user_id, check_version(request.params["version"]))
        return Response()

    # --- keys -----------------------------------------------------------------------------------------------------------

    async def put_all(self, request: Request) -> Response:
        """PUT /room_keys/keys."""
        version, keys = _asked(request), check_rooms(request.json_object())
        return _moved(await self._actions.put(request.caller.user_id, version, keys))

    async def put_room(self, request: Request) -> Response:
        """PUT /room_keys/keys/{roomId}."""
        version, keys = _asked(request), check_sessions(request.params["roomId"], request.json_object())
        return _moved(await self._actions.put(request.caller.user_id, version, keys))

    async def put_one(self, request: Request) -> Response:
        """PUT /room_keys/keys/{roomId}/{sessionId}."""
        body = {"sessions": {request.params["sessionId"]: request.json_object()}}
        version, keys = _asked(request), check_sessions(request.params["roomId"], body)
        return _moved(await self._actions.put(request.caller.user_id, version, keys))

    async def get_all(self, request: Request) -> Response:
        """GET /room_keys/keys."""
        user_id, version = request.caller.user_id, _asked(request)
        await self._queries.version(user_id, version)
        return Response(self._queries.everything(user_id, version))

    async def get_room(self, request: Request) -> Response:
        """GET /room_keys/keys/{roomId}."""
        user_id, version = request.caller.user_id, _asked(request)
        await self._queries.version(user_id, version)
        return Response(self._queries.of_room(user_id, version, request.params["roomId"]))

    async def get_one(self, request: Request) -> Response:
        """GET /room_keys/keys/{roomId}/{sessionId}."""
        params = request.params
        found = await self._queries.key(request.caller.user_id, _asked(request), params["roomId"], params["sessionId"])
        return Response(found)

    async def delete_keys(self, request: Request) -> Response:
        """DELETE /room_keys/keys, …/{roomId} and …/{roomId}/{sessionId}."""
        params = request.params
        left = await self._actions.delete_keys(
            request.caller.user_id, _asked(request), params.get("roomId"), params.get("sessionId")
        )
        return _moved(left)


def _asked(request: Request) -> int:
    return check_version(request.arg("version"))


def _moved(backup: BackupVersion) -> Response:
    return answer({"etag": str(backup.etag), "count": backup.count})


def _described(backup: BackupVersion) -> Response:
    return answer(
        {
            "algorithm": backup.algorithm,
            "auth_data": orjson.Fragment(backup.auth_data),
            "count": backup.count,
            "etag": str(backup.etag),
            "version": str(backup.version),
        }
    )
