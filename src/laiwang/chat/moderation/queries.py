"""Reading reports and rooms, as administrators see them."""

from __future__ import annotations

from typing import Any

import orjson

from laiwang.chat.directory import Directory
from laiwang.chat.moderation import store
from laiwang.chat.moderation.model import MemberEntry, ReportEntry, RoomDetails, RoomEntry
from laiwang.kernel.machine import Kernel
from laiwang.kernel.room import Room
from laiwang.matrix.power_levels import CREATOR_LEVEL, creator

__all__ = ["REPORT_STATES", "Queries"]

NEWEST = (1 << 62) - 1
REPORT_STATES = tuple(store.REPORTS)
#: of a creator since room version 12, who stands above every number
ABOVE_ALL = (1 << 53) - 1


class Queries:
    """Reads. `blocked` are the rooms that nobody may enter, with the reason; loaded at the start and kept right by commits."""

    def __init__(self, kernel: Kernel, directory: Directory) -> None:
        self._kernel = kernel
        self._directory = directory
        self.blocked: dict[str, str] = {}

    async def load(self) -> None:
        """Reads which rooms are blocked."""
        self.blocked.update((row[0], row[1]) for row in await self._kernel.database.fetch(store.BLOCKED))

    # --- reports ------------------------------------------------------------------------------------------------------

    async def reports(self, *, state: str, before: int | None, limit: int) -> list[ReportEntry]:
        """Up to `limit` reports with a smaller id than `before`, the newest first."""
        params = {"before": NEWEST if before is None else before, "most": limit}
        return [_report(row) for row in await self._kernel.database.fetch(store.REPORTS[state], params)]

    async def report(self, report_id: int) -> ReportEntry | None:
        """One report."""
        row = await self._kernel.database.fetch_one(store.REPORT, {"report": report_id})
        return None if row is None else _report(row)

    # --- rooms --------------------------------------------------------------------------------------------------------

    async def rooms(self, *, search: str | None, after: str, limit: int) -> tuple[list[RoomEntry], int]:
        """Up to `limit` rooms with a greater id than `after`, and how many there are; `search` is a part of the id, or an alias."""
        if search is not None and search.startswith("#"):
            room_id = await self._directory.queries.resolve(search)
            ids = [room_id] if room_id is not None and room_id > after else []
            count = len(ids) if room_id is not None else 0
        else:
            pattern = {"pattern": _pattern(search)}
            ids = [
                row[0]
                for row in await self._kernel.database.fetch(store.ROOMS, {**pattern, "after": after, "most": limit})
            ]
            counted = await self._kernel.database.fetch_one(store.ROOM_COUNT, pattern)
            count = int(counted[0]) if counted else 0
        found = [await self._kernel.rooms.get(room_id) for room_id in ids]
        return [RoomEntry(**self._shown(room)) for room in found if room is not None], count

    async def details(self, room: Room) -> RoomDetails:
        """One room."""
        create = room.state_event("m.room.create")
        closing = {row[0] for row in await self._kernel.database.fetch(store.SHUTDOWNS)}
        return RoomDetails(
            **self._shown(room),
            topic=_text(room, "m.room.topic", "topic"),
            version=room.version.id,
            creator=creator(room.version, create) if create is not None else "",
            is_published=await self._directory.queries.is_published(room.room_id),
            is_shutting_down=room.room_id in closing,
            aliases=await self._directory.queries.aliases_of(room.room_id),
            events=room.depth,
        )

    def members(self, room: Room, *, after: str, limit: int) -> list[MemberEntry]:
        """Up to `limit` people with a greater id than `after`."""
        levels = room.power_levels
        chosen = sorted(user_id for user_id in room.members if user_id > after)[:limit]
        return [
            MemberEntry(
                user_id,
                room.members[user_id].membership,
                ABOVE_ALL if levels.user(user_id) == CREATOR_LEVEL else levels.user(user_id),
            )
            for user_id in chosen
        ]

    def _shown(self, room: Room) -> dict[str, Any]:
        rule = room.state_content("m.room.join_rules").get("join_rule")
        return {
            "room_id": room.room_id,
            "name": _text(room, "m.room.name", "name"),
            "canonical_alias": _text(room, "m.room.canonical_alias", "alias"),
            "room_type": _text(room, "m.room.create", "type"),
            "joined": room.joined_count,
            "invited": room.invited_count,
            "join_rule": rule if isinstance(rule, str) else "invite",
            "is_encrypted": bool(room.state_content("m.room.encryption").get("algorithm")),
            "is_blocked": room.room_id in self.blocked,
        }


def _report(row: tuple[Any, ...]) -> ReportEntry:
    id, at_ms, reporter, kind, _, room_id, event_id, user_id, reason, event, *resolved = row
    shown = None if event is None else orjson.loads(event)
    return ReportEntry(id, at_ms, reporter, kind, room_id, event_id, user_id, reason, shown, *resolved)


def _text(room: Room, type: str, name: str) -> str | None:
    value = room.state_content(type).get(name)
    return value if isinstance(value, str) else None


def _pattern(search: str | None) -> str:
    """What a part of an id looks like to LIKE."""
    if not search:
        return "%"
    escaped = search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
