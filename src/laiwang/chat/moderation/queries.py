"""Reading reports and rooms, as administrators see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from laiwang.chat.directory import Directory
from laiwang.chat.moderation import store
from laiwang.chat.moderation.model import MemberEntry, ReportContext, ReportEntry, RoomDetails, RoomEntry
from laiwang.kernel.events import room_topic, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import noted
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kit.refusals import invalid_param
from laiwang.matrix.power_levels import CREATOR_LEVEL, creator
from laiwang.people.administration import NEWEST

__all__ = ["BLOCKED", "REPORT_STATES", "ROOM_ORDERS", "Queries"]

#: events shown before and after a reported one
AROUND = 6
REPORT_STATES = tuple(store.REPORTS)
ROOM_ORDERS = tuple(store.ROOMS)
COUNT_DIGITS_MAX = 12
NAMES_AT_ONCE = 1000
#: rooms found by their names
NAMED_MAX = 500
#: of a creator since room version 12, who stands above every number
ABOVE_ALL = (1 << 53) - 1
#: kind of the note that a room was blocked, or is not any more
BLOCKED = "blocked_room"


class Queries:
    """Reads. `blocked` are the rooms that nobody may enter, with the reason; loaded at the start and kept right by commits."""

    def __init__(self, kernel: Kernel, directory: Directory) -> None:
        self._kernel = kernel
        self._directory = directory
        self.blocked: dict[str, str] = {}

    def heard(self, fact: Fact) -> None:
        """A room was blocked, or is not any more."""
        is_blocked, reason = orjson.loads(fact.body)
        if is_blocked:
            self.blocked[noted(fact)] = reason
        else:
            self.blocked.pop(noted(fact), None)

    async def load(self) -> None:
        """Reads which rooms are blocked."""
        self.blocked.update((row[0], row[1]) for row in await self._kernel.database.fetch(store.BLOCKED))

    # --- reports ------------------------------------------------------------------------------------------------------

    async def reports(self, *, state: str, before: int | None, limit: int) -> list[ReportEntry]:
        """Up to `limit` reports with a smaller id than `before`, the newest first."""
        params = {"before": NEWEST if before is None else before, "most": limit}
        return [_report(row) for row in await self._kernel.database.fetch(store.REPORTS[state], params)]

    async def open_reports(self) -> int:
        """How many nobody has dealt with."""
        row = await self._kernel.database.fetch_one(store.OPEN_COUNT)
        return int(row[0]) if row else 0

    async def context(self, report: ReportEntry) -> ReportContext:
        """What was said around a reported event, as it stands now."""
        rooms, around = self._kernel.rooms, list[Any]()
        if report.room_id is None or report.event_id is None:
            return ReportContext(around, False)
        at = await rooms.event_fact(report.room_id, report.event_id)
        if at is None:
            return ReportContext(around, False)
        database, topic = self._kernel.database, room_topic(report.room_id)
        before = await database.facts(topic, 0, at.position - 1, limit=AROUND, newest_first=True)
        after = await database.facts(topic, at.position, self._kernel.log.position, limit=AROUND)
        around = [orjson.loads(fact.body) for fact in (*before[::-1], at, *after)]
        return ReportContext(around, stored(at).redacted)

    async def report(self, report_id: int) -> ReportEntry | None:
        """One report."""
        row = await self._kernel.database.fetch_one(store.REPORT, {"report": report_id})
        return None if row is None else _report(row)

    # --- rooms --------------------------------------------------------------------------------------------------------

    async def rooms(
        self, *, search: str | None, order: str, after: str, limit: int
    ) -> tuple[list[RoomEntry], str | None, int]:
        """Up to `limit` rooms, what the next page begins after, and how many there are in all. `search` is a part of the id or of the
        name, or an alias. Raises Refused 400 for an `after` that no page gave."""
        if search is not None and search.startswith("#"):
            room_id = await self._directory.queries.resolve(search)
            ids = [] if room_id is None or after else [room_id]
            return await self._entries(ids), None, 0 if room_id is None else 1
        named = {"pattern": _pattern(search), "named": await self._named(search) if search else []}
        fewer, after_id = _begin(after) if order == "largest" else (0, after)
        place = {"fewer": fewer, "after": after_id, "most": limit + 1}
        rows = await self._kernel.database.fetch(store.ROOMS[order], {**named, **place})
        counted = await self._kernel.database.fetch_one(store.ROOM_COUNT, named)
        following = None
        if len(rows) > limit:
            last, people = rows[limit - 1]
            following = f"{people} {last}" if order == "largest" else str(last)
        return await self._entries([row[0] for row in rows[:limit]]), following, int(counted[0]) if counted else 0

    async def count(self) -> int:
        """How many rooms there are."""
        row = await self._kernel.database.fetch_one(store.ROOM_COUNT, {"pattern": "%", "named": []})
        return int(row[0]) if row else 0

    async def rooms_of(self, user_id: str, *, after: str, limit: int) -> list[RoomEntry]:
        """Up to `limit` rooms with a greater id than `after` that a person is in."""
        joined = sorted(one for one in await self._kernel.memberships.joined(user_id) if one > after)
        return await self._entries(joined[:limit])

    async def _entries(self, ids: Sequence[str]) -> list[RoomEntry]:
        found = [await self._kernel.rooms.get(room_id) for room_id in ids]
        return [RoomEntry(**self._shown(room)) for room in found if room is not None]

    async def _named(self, part: str) -> list[str]:
        """Rooms with this part of a name in theirs, in upper or lower case. Names stand in events, so this looks at all of them."""
        wanted, found = part.casefold(), list[str]()
        room_id, at, name = "", 0, ""
        while True:
            place = {"after": room_id, "at": at, "most": NAMES_AT_ONCE}
            rows = await self._kernel.database.fetch(store.NAMES, place)
            for next_id, body, position in rows:
                if next_id != room_id and wanted in name:
                    found.append(room_id)
                content = orjson.loads(body).get("content", {}).get("name")
                room_id, at, name = next_id, position, content.casefold() if isinstance(content, str) else ""
            if len(rows) < NAMES_AT_ONCE or len(found) >= NAMED_MAX:
                if wanted in name and room_id not in found:
                    found.append(room_id)
                return found

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


def _begin(after: str) -> tuple[int, str]:
    """Below how many people the next page of the largest rooms begins, and after which id among those with as many."""
    if not after:
        return NEWEST, ""
    people, _, room_id = after.partition(" ")
    if not people.isascii() or not people.isdigit() or len(people) > COUNT_DIGITS_MAX:
        raise invalid_param("from is not what a page gave as next")
    return int(people), room_id


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
