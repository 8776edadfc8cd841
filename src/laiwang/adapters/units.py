"""What every database does alike with units: their facts get positions, their rows get those, and a transaction collects one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, insert, literal_column, update
from sqlalchemy.sql.expression import Executable

from laiwang.kernel import tables
from laiwang.kernel.ports import At, Conflict, Fact, Row, Unit
from laiwang.kernel.sql import upsert

__all__ = ["APPEND", "APPEND_KEYED", "REWRITE", "OpenTransaction", "facts_of", "resolved", "writes_of"]

APPEND = insert(tables.log)
APPEND_KEYED = upsert(tables.log, ["topic", "key"], index_where="key IS NOT NULL")
REWRITE = (
    update(tables.log)
    .where(tables.log.c.position == bindparam("at"))
    .values(body=bindparam("new_body"), meta=bindparam("new_meta"), mark=literal_column("0"))
)


def facts_of(unit: Unit, start: int) -> list[Fact]:
    """A unit's facts when the last position before them is `start`."""
    return [
        Fact(position, new.topic, new.kind, new.key, new.mark, new.body, new.meta, new.cache)
        for position, new in enumerate(unit.facts, start + 1)
    ]


def resolved(row: Mapping[str, Any], facts: Sequence[Fact]) -> Mapping[str, Any]:
    """Parameters with the positions that stand for At(…) in them."""
    for value in row.values():
        if type(value) is At:
            return {name: facts[one.index].position if type(one) is At else one for name, one in row.items()}
    return row


def writes_of(
    unit: Unit, facts: Sequence[Fact]
) -> Iterator[tuple[Executable, Sequence[Mapping[str, Any]], int | None]]:
    """Its statements with their rows, positions in their places, and how many rows a guard has to touch. Raises Conflict for a guard that
    has no rows but has to touch some."""
    for write in unit.writes:
        params = write.params
        # Nearly every write is one dict, and the test for the protocol is slow.
        rows = [params] if type(params) is dict or isinstance(params, Mapping) else params
        if rows:
            yield write.statement, [resolved(row, facts) for row in rows], write.rows_expected
        elif write.rows_expected:
            raise Conflict("a guard without rows refused the unit")


class OpenTransaction(ABC):
    """An open transaction as capabilities see it (ports.Tx), but for how statements are run."""

    def __init__(self) -> None:
        self.unit = Unit()

    @abstractmethod
    async def fetch(self, statement: Executable, params: Mapping[str, Any] | None = None) -> list[Row]:
        """All rows."""

    @abstractmethod
    async def _run(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> int:
        """Runs a statement for each of some parameters; answers how many rows it touched."""

    async def fetch_one(self, statement: Executable, params: Mapping[str, Any] | None = None) -> Row | None:
        """The first row, or None."""
        rows = await self.fetch(statement, params)
        return rows[0] if rows else None

    async def execute(self, statement: Executable, params: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> int:
        """Runs a row statement now; with At(…) in its parameters it runs at the end, when positions are known (then answers -1)."""
        many = [params] if isinstance(params, Mapping) else list(params)
        if any(isinstance(value, At) for one in many for value in one.values()):
            self.unit.write(statement, many)
            return -1
        return await self._run(statement, many) if many else 0

    def append(
        self,
        topic: str,
        kind: str,
        body: bytes,
        *,
        key: str | None = None,
        mark: int = 0,
        meta: bytes | None = None,
        cache: Any = None,
    ) -> At:
        """Adds a fact; its position is given at commit."""
        return self.unit.append(topic, kind, body, key=key, mark=mark, meta=meta, cache=cache)
