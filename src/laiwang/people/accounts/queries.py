"""Accounts as lists, for those who administer them."""

from __future__ import annotations

from dataclasses import dataclass

from laiwang.kernel.machine import Kernel
from laiwang.people.accounts import store

__all__ = ["Listed", "Queries"]


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

    def __init__(self, kernel: Kernel) -> None:
        self._database = kernel.database

    async def page(self, *, state: str, search: str | None, after: str, limit: int) -> list[Listed]:
        """Accounts with a greater id than `after`, in the order of ids; `search` is a part of the id."""
        params = {"pattern": _pattern(search), "after": after, "most": limit}
        rows = await self._database.fetch(store.LIST[state], params)
        return [Listed(row[0], bool(row[1]), bool(row[2]), bool(row[3]), bool(row[4]), row[5]) for row in rows]

    async def people(self, after: str, limit: int) -> list[str]:
        """Ids of people with a greater id than `after`: of those who log in by themselves."""
        rows = await self._database.fetch(store.PEOPLE, {"after": after, "most": limit})
        return [str(row[0]) for row in rows]

    async def count(self, *, state: str, search: str | None) -> int:
        """How many there are."""
        row = await self._database.fetch_one(store.LIST_COUNT[state], {"pattern": _pattern(search)})
        return int(row[0]) if row else 0

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
