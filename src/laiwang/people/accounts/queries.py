"""Accounts as lists, for those who administer them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from laiwang.kernel.machine import Kernel
from laiwang.people.accounts import store

__all__ = ["Listed", "Queries"]

DAY_MS = 86_400_000
NEVER_MS = (1 << 53) - 1


@dataclass(frozen=True, slots=True)
class Listed:
    """An account without what proves whose it is."""

    user_id: str
    is_admin: bool
    is_deactivated: bool
    is_locked: bool
    is_suspended: bool
    created_ms: int


class Queries:
    """Reads over many accounts."""

    #: the states by which a list can be narrowed
    states = tuple(store.MATCHES)
    orders = ("id", "newest")

    def __init__(self, kernel: Kernel) -> None:
        self._database = kernel.database

    async def page(
        self, *, state: str, search: str | None, named: Sequence[str], order: str, after: Listed | None, limit: int
    ) -> list[Listed]:
        """Accounts that come after one in this order; `search` is a part of the id, and `named` are found besides."""
        params = {"pattern": _pattern(search), "named": list(named), "most": limit}
        params["after"] = "" if after is None else after.user_id
        if order == "newest":
            params["before_ms"] = NEVER_MS if after is None else after.created_ms
        rows = await self._database.fetch(store.LIST[order, state], params)
        return [Listed(row[0], bool(row[1]), bool(row[2]), bool(row[3]), bool(row[4]), row[5]) for row in rows]

    async def people(self, after: str, limit: int) -> list[str]:
        """Ids of people with a greater id than `after`: of those who log in by themselves."""
        rows = await self._database.fetch(store.PEOPLE, {"after": after, "most": limit})
        return [str(row[0]) for row in rows]

    async def people_count(self) -> int:
        """How many people there are: those who log in by themselves."""
        row = await self._database.fetch_one(store.PEOPLE_COUNT)
        return int(row[0]) if row else 0

    async def people_among(self, user_ids: Collection[str]) -> set[str]:
        """Those of these ids who log in by themselves."""
        if not user_ids:
            return set()
        rows = await self._database.fetch(store.PEOPLE_AMONG, {"some": sorted(user_ids)})
        return {row[0] for row in rows}

    async def count(self, *, state: str, search: str | None = None, named: Sequence[str] = ()) -> int:
        """How many there are."""
        params = {"pattern": _pattern(search), "named": list(named)}
        row = await self._database.fetch_one(store.LIST_COUNT[state], params)
        return int(row[0]) if row else 0

    async def made_per_day(self, since_ms: int) -> dict[int, int]:
        """How many people registered, by day since 1970 (UTC); days without any are left out."""
        rows = await self._database.fetch(store.MADE_PER_DAY, {"since_ms": since_ms, "day_ms": DAY_MS})
        return {int(row[0]): int(row[1]) for row in rows}

    async def created_ms(self, user_id: str) -> int:
        """When an account was made."""
        row = await self._database.fetch_one(store.CREATED, {"user": user_id})
        return int(row[0]) if row else 0


def _pattern(search: str | None) -> str:
    """What a part of an id looks like to LIKE."""
    if search is None:
        return "%"
    escaped = search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
