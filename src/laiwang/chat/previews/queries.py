"""Looking into rooms from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from laiwang.chat.directory import Directory, describe
from laiwang.chat.previews.rules import Child, Token, Walk, is_child, may_look, ordered
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership
from laiwang.kernel.room import Room
from laiwang.kit.refusals import forbidden, invalid_param, not_found
from laiwang.matrix.ids import is_alias, is_room_id

__all__ = ["Queries"]

MEGOLM = "m.megolm.v1.aes-sha2"
SPACE = "m.space"


class Queries:
    """Reads, the same for a member, for a stranger and (where the room is open) for somebody without an account."""

    def __init__(self, kernel: Kernel, directory: Directory) -> None:
        self._kernel = kernel
        self._directory = directory

    async def summary(self, user_id: str | None, room_id_or_alias: str) -> dict[str, Any]:
        """A room as it looks from outside. Raises Refused 404 for one that is not there or is none of the reader's business, 400."""
        room_id: str | None = room_id_or_alias
        if is_alias(room_id_or_alias):
            room_id = await self._directory.queries.resolve(room_id_or_alias)
        elif not is_room_id(room_id_or_alias):
            raise invalid_param("Neither a room id nor an alias")
        room = await self._kernel.rooms.get(room_id) if room_id is not None else None
        if room is None or not await self._may_look(user_id, room):
            raise not_found("There is no such room, or you may not see it")
        found = _summary(room)
        membership = room.membership(user_id) if user_id is not None else None
        if membership is not None:
            found["membership"] = membership
        return found

    async def hierarchy(
        self, user_id: str, root: str, *, limit: int, depth_max: int, only_suggested: bool, token: Token | None
    ) -> tuple[list[dict[str, Any]], Token | None]:
        """A page of the rooms at and below a space, depth first, and where the next page goes on. Raises Refused 400, 403."""
        if token is not None and (token.root, token.depth_max, token.only_suggested) != (
            root,
            depth_max,
            only_suggested,
        ):
            raise invalid_param("suggested_only and max_depth cannot change on paginated requests")
        memberships = await self._kernel.memberships.of(user_id)
        top = await self._kernel.rooms.get(root)
        if top is None or not await self._may_look(user_id, top, memberships):
            raise forbidden("You are not allowed to view this room")
        walk = Walk(root, depth_max)
        shown: list[Room] = []
        while (step := walk.next()) is not None:
            room_id, is_new = step
            room = await self._kernel.rooms.get(room_id)
            if room is None or not await self._may_look(user_id, room, memberships):
                continue
            if is_new:
                shown.append(room)
            walk.enter([child.room_id for child in _children(room, only_suggested)])
        start = _start(shown, token)
        page = shown[start : start + limit]
        rooms = [{**_summary(room), "children_state": _stripped(room, only_suggested)} for room in page]
        if start + limit >= len(shown):
            return rooms, None
        return rooms, Token(root, page[-1].room_id, start + limit, depth_max, only_suggested)

    async def _may_look(
        self, user_id: str | None, room: Room, memberships: Mapping[str, Membership] | None = None
    ) -> bool:
        rules = room.state_content("m.room.join_rules")
        join_rule = str(rules.get("join_rule", "invite"))
        membership, is_allowed = None, False
        if user_id is not None:
            membership = room.membership(user_id)
            if join_rule == "restricted":
                known = memberships if memberships is not None else await self._kernel.memberships.of(user_id)
                standings = (known.get(one) for one in _allowed(rules))
                is_allowed = any(one is not None and one.membership == "join" for one in standings)
        return may_look(
            membership=membership,
            join_rule=join_rule,
            is_world_readable=_is_world_readable(room),
            is_allowed=is_allowed,
        )


def _is_world_readable(room: Room) -> bool:
    return room.state_content("m.room.history_visibility").get("history_visibility") == "world_readable"


def _allowed(rules: Mapping[str, Any]) -> list[str]:
    """The rooms whose members a restricted room lets in."""
    allow = rules.get("allow")
    return [
        one["room_id"]
        for one in (allow if isinstance(allow, list) else ())
        if isinstance(one, dict) and one.get("type") == "m.room_membership" and isinstance(one.get("room_id"), str)
    ]


def _summary(room: Room) -> dict[str, Any]:
    found = describe(room, room.joined_count)
    found["room_version"] = room.version.id
    if room.state_content("m.room.encryption").get("algorithm") == MEGOLM:
        found["encryption"] = MEGOLM
    rules = room.state_content("m.room.join_rules")
    if rules.get("join_rule") in ("restricted", "knock_restricted"):
        allowed = [room_id for room_id in _allowed(rules) if is_room_id(room_id)]
        if allowed:
            found["allowed_room_ids"] = allowed
    return found


def _children(room: Room, only_suggested: bool) -> list[Child]:
    if room.state_content("m.room.create").get("type") != SPACE:
        return []
    found = []
    for type, room_id in room.state:
        if type != "m.space.child" or not is_room_id(room_id):
            continue
        event = room.state_event(type, room_id)
        if event is not None and is_child(event.content):
            child = Child(room_id, event.content, event.origin_server_ts)
            if child.is_suggested or not only_suggested:
                found.append(child)
    return ordered(found)


def _stripped(room: Room, only_suggested: bool) -> list[dict[str, Any]]:
    found = []
    for child in _children(room, only_suggested):
        event = room.state_event("m.space.child", child.room_id)
        if event is not None:
            found.append(
                {
                    "type": event.type,
                    "state_key": child.room_id,
                    "content": event.content,
                    "sender": event.sender,
                    "origin_server_ts": event.origin_server_ts,
                }
            )
    return found


def _start(shown: list[Room], token: Token | None) -> int:
    """Where a page begins: after the room that ended the last one; when that is gone, after those that were shown before it."""
    if token is None:
        return 0
    for number, room in enumerate(shown):
        if room.room_id == token.after:
            return number + 1
    return min(max(token.shown - 1, 0), len(shown))
