"""HTTP ↔ upgrades. Source: API/room_upgrades."""

from __future__ import annotations

from laiwang.chat.rooms import Rooms
from laiwang.chat.upgrades.actions import Actions
from laiwang.chat.upgrades.rules import check_additional_creators
from laiwang.kernel.capability import Request, Response, answer
from laiwang.kit.refusals import bad_json, missing_param
from laiwang.matrix.versions import get_version

__all__ = ["Routes"]


class Routes:
    """Handlers, thin."""

    def __init__(self, actions: Actions, rooms: Rooms) -> None:
        self._actions = actions
        self._rooms = rooms

    async def upgrade(self, request: Request) -> Response:
        """POST /rooms/{roomId}/upgrade."""
        body = request.json_object()
        wanted = body.get("new_version")
        if wanted is None:
            raise missing_param("new_version")
        if not isinstance(wanted, str):
            raise bad_json("new_version must be a string")
        additional = check_additional_creators(body.get("additional_creators"))
        version = get_version(wanted)
        room = await self._rooms.memberships.room(request.params["roomId"])
        return answer({"replacement_room": await self._actions.upgrade(request.caller, room, version, additional)})
