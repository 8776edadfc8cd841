"""HTTP ↔ previews. Sources: API/room_summary, space_hierarchy."""

from __future__ import annotations

from typing import Any

from laiwang.chat.previews.queries import Queries
from laiwang.chat.previews.rules import DEPTH_MAX, Token
from laiwang.kernel.capability import Request, Response, answer
from laiwang.matrix.ids import check_room_id

__all__ = ["Routes"]

LIMIT_DEFAULT = 50
LIMIT_MAX = 200


class Routes:
    """Handlers, thin."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    async def summary(self, request: Request) -> Response:
        """GET /room_summary/{roomIdOrAlias}, with or without an account."""
        caller = request.caller_or_none
        user_id = caller.user_id if caller is not None else None
        return answer(await self._queries.summary(user_id, request.params["roomIdOrAlias"]))

    async def hierarchy(self, request: Request) -> Response:
        """GET /rooms/{roomId}/hierarchy."""
        text = request.arg("from")
        rooms, following = await self._queries.hierarchy(
            request.caller.user_id,
            check_room_id(request.params["roomId"]),
            limit=request.int_arg("limit", LIMIT_DEFAULT, minimum=1, maximum=LIMIT_MAX),
            depth_max=request.int_arg("max_depth", DEPTH_MAX, maximum=DEPTH_MAX),
            only_suggested=request.bool_arg("suggested_only"),
            token=Token.parse(text) if text else None,
        )
        found: dict[str, Any] = {"rooms": rooms}
        if following is not None:
            found["next_batch"] = str(following)
        return answer(found)
