"""Every adapter of the Database port, opened the same way: what the contract suite is run over.

A store gets an empty folder, and the way to an empty database of a PostgreSQL server, which is started when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from laiwang.adapters.postgres import PostgresDatabase
from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.kernel.ports import Database, Fact, Unit
from tests.sim.store import Disk, SimDatabase

__all__ = ["STORES", "PostgresStore", "Published", "Store"]

Group = Sequence[tuple[Unit, Sequence[Fact]]]


class Published:
    """Notes what an adapter hands over, and does what a log would do with it."""

    def __init__(self) -> None:
        self.groups: list[tuple[Group, int]] = []
        self.failing = False

    def __call__(self, units: Group, position: int) -> None:
        if self.failing:
            raise RuntimeError("publishing fails")
        self.groups.append((units, position))
        for unit, facts in units:
            if unit.applied is not None:
                unit.applied(facts)

    @property
    def facts(self) -> list[Fact]:
        """Every fact so far, in the order in which it was handed over."""
        return [fact for units, _ in self.groups for _, facts in units for fact in facts]


class Store(Protocol):
    """A place that keeps one database, however often it is opened."""

    def database(self, published: Published) -> Database:
        """An adapter on it, not started."""
        ...


class _SQLite:
    def __init__(self, folder: Path) -> None:
        self._path = folder / "inside" / "server.db"

    def database(self, published: Published) -> Database:
        return SQLiteDatabase(self._path, published)


class _Simulated:
    def __init__(self, folder: Path) -> None:
        self._disk = Disk()

    def database(self, published: Published) -> Database:
        return SimDatabase(self._disk, published)


class PostgresStore:
    """A database of its own on the server of the tests."""

    def __init__(self, url: str) -> None:
        self.url = url

    def database(self, published: Published) -> PostgresDatabase:
        """See Store."""
        return PostgresDatabase(self.url, published)


STORES: dict[str, Callable[[Path, Callable[[], str]], Store]] = {
    "sqlite": lambda folder, _: _SQLite(folder),
    "simulated": lambda folder, _: _Simulated(folder),
    "postgres": lambda _, new_database: PostgresStore(new_database()),
}
