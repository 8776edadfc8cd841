"""Finding rooms."""

from __future__ import annotations

import base64
from typing import Any

import orjson

from laiwang.chat.directory import store
from laiwang.kernel.machine import Kernel
from laiwang.kernel.room import Room
from laiwang.kit.refusals import Refused, invalid_param
from laiwang.people.services import Services

__all__ = ["Queries", "describe"]

LIMIT_DEFAULT = 50
LIMIT_MAX = 200


class Queries:
    """Aliases and the published list."""

    def __init__(self, kernel: Kernel, services: Services) -> None:
        self._kernel = kernel
        self._services = services

    async def find(self, alias: str) -> str | None:
        """As `resolve`; an application service that has the alias in its namespace may make the room now."""
        found = await self.resolve(alias)
        if found is None and await self._services.make_alias(alias):
            found = await self.resolve(alias)
        return found

    async def resolve(self, alias: str) -> str | None:
        """The room that an alias points to."""
        row = await self._kernel.database.fetch_one(store.ALIAS, {"alias": alias})
        return str(row[0]) if row else None

    async def alias_creator(self, alias: str) -> tuple[str, str] | None:
        """(room id, who made the alias)."""
        row = await self._kernel.database.fetch_one(store.ALIAS, {"alias": alias})
        return (row[0], row[1]) if row else None

    async def aliases_of(self, room_id: str) -> list[str]:
        """Every local alias of a room."""
        return [row[0] for row in await self._kernel.database.fetch(store.ALIASES_OF, {"room_id": room_id})]

    async def is_published(self, room_id: str) -> bool:
        """Whether the room is in the public list."""
        return await self._kernel.database.fetch_one(store.IS_PUBLISHED, {"room_id": room_id}) is not None

    async def public_rooms(
        self,
        *,
        limit: int,
        since: str | None,
        search: str | None,
        room_types: list[str | None] | None,
        network: str | None = None,
        all_networks: bool = False,
    ) -> dict[str, Any]:
        """One page of the published rooms, largest first; or of those on a `network` that an application service bridges, named
        `<service>|<network>`; or of all. Tokens hold the place in that order. Raises Refused 400."""
        offset = _offset(since)
        if all_networks:
            rows = await self._kernel.database.fetch(store.ON_ANY_NETWORK_BY_SIZE)
        elif network is not None:
            service_id, _, network_id = network.partition("|")
            params = {"service": service_id, "network": network_id}
            rows = await self._kernel.database.fetch(store.ON_NETWORK_BY_SIZE, params)
        else:
            rows = await self._kernel.database.fetch(store.PUBLISHED_BY_SIZE)
        if search is None and room_types is None:
            matching = rows
        else:
            matching = [row for row in rows if await self._matches(row[0], search, room_types)]
        page = matching[offset : offset + limit]
        chunk = []
        for room_id, joined in page:
            room = await self._kernel.rooms.get(room_id)
            if room is not None:
                chunk.append(describe(room, joined))
        answer: dict[str, Any] = {"chunk": chunk, "total_room_count_estimate": len(matching)}
        if offset + limit < len(matching):
            answer["next_batch"] = _token(offset + limit)
        if offset > 0:
            answer["prev_batch"] = _token(max(0, offset - limit))
        return answer

    async def _matches(self, room_id: str, search: str | None, room_types: list[str | None] | None) -> bool:
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            return False
        if room_types is not None and room.state_content("m.room.create").get("type") not in room_types:
            return False
        if not search:
            return True
        wanted = search.casefold()
        texts = (
            room.state_content("m.room.name").get("name"),
            room.state_content("m.room.topic").get("topic"),
            room.state_content("m.room.canonical_alias").get("alias"),
        )
        return any(isinstance(text, str) and wanted in text.casefold() for text in texts)


def describe(room: Room, joined: int) -> dict[str, Any]:
    """A room as the published list shows it (PublishedRoomsChunk)."""
    rule = room.state_content("m.room.join_rules").get("join_rule", "invite")
    found: dict[str, Any] = {
        "room_id": room.room_id,
        "num_joined_members": joined,
        "world_readable": room.state_content("m.room.history_visibility").get("history_visibility") == "world_readable",
        "guest_can_join": room.state_content("m.room.guest_access").get("guest_access") == "can_join",
        "join_rule": rule if isinstance(rule, str) else "invite",
    }
    for key, type, name in (
        ("name", "m.room.name", "name"),
        ("topic", "m.room.topic", "topic"),
        ("canonical_alias", "m.room.canonical_alias", "alias"),
        ("avatar_url", "m.room.avatar", "url"),
        ("room_type", "m.room.create", "type"),
    ):
        value = room.state_content(type).get(name)
        if isinstance(value, str) and value:
            found[key] = value
    return found


def _token(offset: int) -> str:
    return base64.urlsafe_b64encode(orjson.dumps({"o": offset})).decode().rstrip("=")


def _offset(token: str | None) -> int:
    if not token:
        return 0
    try:
        value = orjson.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))["o"]
        if isinstance(value, int) and 0 <= value < 1 << 40:
            return value
    except (ValueError, KeyError, TypeError) as error:
        raise invalid_param("since is not a token of this list") from error
    raise Refused("M_INVALID_PARAM", 400, "since is not a token of this list")
