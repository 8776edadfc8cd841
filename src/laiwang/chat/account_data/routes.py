"""HTTP ↔ account data. Sources: API/account-data, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from laiwang.chat.account_data.model import TAGS
from laiwang.chat.account_data.rules import (
    check_own,
    check_room,
    check_settable,
    check_tag,
    tags_in,
    with_tag,
    without_tag,
)
from laiwang.kernel.capability import Request, Response, answer
from laiwang.kit.refusals import not_found

if TYPE_CHECKING:
    from laiwang.chat.account_data.feature import AccountData

__all__ = ["Routes"]


class Routes:
    """Handlers, thin."""

    def __init__(self, account_data: AccountData) -> None:
        self._data = account_data

    async def get(self, request: Request) -> Response:
        """GET /user/{userId}/account_data/{type}."""
        user_id, type = _owner(request), request.params["type"]
        content = await self._data.content_bytes(user_id, type)
        if content is None:
            content = self._data.default(user_id, type)
        if content is None:
            raise not_found("There is no account data of this type")
        return Response(content)

    async def put(self, request: Request) -> Response:
        """PUT /user/{userId}/account_data/{type}."""
        user_id, type = _owner(request), check_settable(request.params["type"])
        await self._data.put(user_id, type, request.json_object())
        return Response()

    async def get_in_room(self, request: Request) -> Response:
        """GET /user/{userId}/rooms/{roomId}/account_data/{type}."""
        user_id, room_id = _owner(request), check_room(request.params["roomId"])
        content = await self._data.content_bytes(user_id, request.params["type"], room_id)
        if content is None:
            raise not_found("There is no account data of this type for the room")
        return Response(content)

    async def put_in_room(self, request: Request) -> Response:
        """PUT /user/{userId}/rooms/{roomId}/account_data/{type}."""
        user_id, room_id = _owner(request), check_room(request.params["roomId"])
        type = check_settable(request.params["type"])
        await self._data.put(user_id, type, request.json_object(), room_id)
        return Response()

    async def tags(self, request: Request) -> Response:
        """GET /user/{userId}/rooms/{roomId}/tags."""
        user_id, room_id = _owner(request), check_room(request.params["roomId"])
        return answer({"tags": tags_in(await self._data.content(user_id, TAGS, room_id))})

    async def set_tag(self, request: Request) -> Response:
        """PUT /user/{userId}/rooms/{roomId}/tags/{tag}."""
        user_id, room_id, tag = _owner(request), check_room(request.params["roomId"]), request.params["tag"]
        value = request.json_object()
        check_tag(tag, value)
        await self._data.change(user_id, TAGS, lambda content: with_tag(content, tag, value), room_id)
        return Response()

    async def delete_tag(self, request: Request) -> Response:
        """DELETE /user/{userId}/rooms/{roomId}/tags/{tag}; a tag that is not there is no error."""
        user_id, room_id, tag = _owner(request), check_room(request.params["roomId"]), request.params["tag"]
        await self._data.change(user_id, TAGS, lambda content: without_tag(content, tag), room_id)
        return Response()


def _owner(request: Request) -> str:
    return check_own(request.params["userId"], request.caller.user_id)
