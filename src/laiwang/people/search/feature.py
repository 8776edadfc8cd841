"""People search and its manifest."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Annotated, Any, Literal

from msgspec import Meta

from laiwang.kernel.capability import Capability, Request, Response, Route, Settings, answer
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit, Write
from laiwang.kernel.room import Decided
from laiwang.kit.refusals import bad_json, invalid_param, missing_param
from laiwang.people.search import store
from laiwang.people.search.readings import has_readings, readings_of
from laiwang.people.search.rules import lines_of_name, lines_of_readings, patterns_of

__all__ = ["PeopleSearch", "PeopleSearchSettings"]

LIMIT_DEFAULT = 10
LIMIT_MAX = 50
TERM_CHARS_MAX = 255
NAME_CHARS_MAX = 255
BODY_BYTES_MAX = 65_536
#: state events that make a room open, the member of their content that says so, and what it says then
OPENING = {
    "m.room.join_rules": ("join_rule", "public"),
    "m.room.history_visibility": ("history_visibility", "world_readable"),
}


class PeopleSearchSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `people_search`."""

    visible: Annotated[
        Literal["everybody", "known"],
        Meta(
            description="Who is found: everybody with an account, or colleagues and those who share a room with the one who asks or are in "
            "a public one."
        ),
    ] = "everybody"


class PeopleSearch:
    """Finds people. `profile_of(user_id)` gives a profile, of which `fields` are told besides name and picture; `check_limit(user_id)`
    raises Refused 429. Who `is_near`, a condition of two ids, comes first.

    `add`, `change` and `remove` are hooks of accounts and profiles: what can be found changes in the same unit as what it is about.
    """

    def __init__(
        self,
        kernel: Kernel,
        settings: PeopleSearchSettings,
        *,
        profile_of: Callable[[str], Awaitable[Mapping[str, Any]]],
        fields: Sequence[str],
        is_near: store.IsNear,
        check_limit: Callable[[str], None],
    ) -> None:
        self._kernel = kernel
        self._find = store.find(only_known=settings.visible == "known", is_near=is_near)
        self._fields = tuple(fields)
        self._profile_of = profile_of
        self._check_limit = check_limit
        # One at a time: a common letter in a large company reads every row.
        self._gate = asyncio.Lock()

    def manifest(self) -> Capability:
        """The route, and rows that are written with state events."""
        return Capability(
            name="people_search",
            purpose="Finding people by parts of their names, and Chinese names by pinyin",
            routes=(
                Route(
                    "POST",
                    "/_matrix/client/v3/user_directory/search",
                    self._search,
                    operation="searchUserDirectory",
                    body_bytes_max=BODY_BYTES_MAX,
                ),
            ),
            event_rows=_open_or_close,
        )

    def add(self, unit: Unit, user_id: str) -> None:
        """A new account can be found by its id."""
        unit.write(store.ADD, _row(user_id, None, ()))

    async def change(self, unit: Unit, user_id: str, profile: Mapping[str, Any]) -> None:
        """A person has another name."""
        name = profile.get("displayname")
        shown = name[:NAME_CHARS_MAX] if isinstance(name, str) else None
        readings: Sequence[str] = ()
        if shown is not None and has_readings(shown):
            readings = await asyncio.to_thread(readings_of, shown)
        row = _row(user_id, shown, readings)
        unit.write(store.CHANGE, {"user": user_id, "new_name": row["name"], "new_readings": row["readings"]})

    def remove(self, unit: Unit, user_id: str) -> None:
        """An account that has ended is not found."""
        unit.write(store.REMOVE, {"user": user_id})

    async def _search(self, request: Request) -> Response:
        """POST /user_directory/search."""
        body = request.json_object()
        term, limit = body.get("search_term"), body.get("limit", LIMIT_DEFAULT)
        if term is None:
            raise missing_param("search_term")
        if not isinstance(term, str):
            raise bad_json("search_term must be a string")
        if len(term) > TERM_CHARS_MAX:
            raise invalid_param(f"search_term has at most {TERM_CHARS_MAX} characters")
        if type(limit) is not int or limit < 0:
            raise bad_json("limit must be a whole number")
        self._check_limit(request.caller.user_id)
        limit = min(limit, LIMIT_MAX)
        patterns = patterns_of(term)
        rows: Sequence[tuple[Any, ...]] = ()
        if patterns is not None:
            async with self._gate:
                rows = await self._kernel.database.fetch(
                    self._find, {**patterns, "me": request.caller.user_id, "most": limit + 1}
                )
        results = [await self._described(row[0]) for row in rows[:limit]]
        return answer({"results": results, "limited": len(rows) > limit})

    async def _described(self, user_id: str) -> dict[str, Any]:
        profile = await self._profile_of(user_id)
        found: dict[str, Any] = {"user_id": user_id}
        found |= {name: profile[name] for name in self._fields if name in profile}
        name, picture = profile.get("displayname"), profile.get("avatar_url")
        if isinstance(name, str):
            found["display_name"] = name
        if isinstance(picture, str) and picture.startswith("mxc://"):
            found["avatar_url"] = picture
        return found


def _row(user_id: str, name: str | None, readings: Sequence[str]) -> dict[str, str]:
    return {
        "user_id": user_id,
        "name": lines_of_name(user_id, name),
        "readings": lines_of_readings(user_id, name, readings),
    }


def _open_or_close(decided: Decided) -> Sequence[Write]:
    """Notes whether a room is open, in the unit of the event that says so."""
    event = decided.event
    if event.state_key != "" or event.type not in OPENING:
        return ()
    member, value = OPENING[event.type]
    if event.content.get(member) == value:
        return (Write(store.OPEN, {"room_id": event.room_id, "why": event.type}),)
    return (Write(store.CLOSE, {"room": event.room_id, "reason": event.type}),)
