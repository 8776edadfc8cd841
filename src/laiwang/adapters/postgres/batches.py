"""Units as few statements: what many units do alike is done for all of them in one round trip.

Units mean to run one after the other. A statement of a later unit may join the batch of an earlier one only when nothing in between
touches a table that it touches, so that the result is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from asyncpg import Connection
from sqlalchemy import bindparam, delete, select
from sqlalchemy.sql.expression import Executable

from laiwang.adapters.postgres.statements import Compiled, compiled
from laiwang.adapters.units import APPEND, APPEND_KEYED, REWRITE, resolved
from laiwang.kernel import tables
from laiwang.kernel.ports import Conflict, Fact, Unit

__all__ = ["Batches", "topics_of"]

Rows = Sequence[Mapping[str, Any]]

_DELETE = delete(tables.log).where(
    tables.log.c.topic == select(tables.topics.c.id).where(tables.topics.c.name == bindparam("name")).scalar_subquery(),
    tables.log.c.key == bindparam("of_key"),
)
_LOG_COLUMNS = tuple(column.name for column in tables.log.columns)


class _Batch:
    """One statement with the rows of all units that it is for."""

    __slots__ = ("expected", "is_guard", "rows", "text", "writes")

    def __init__(self, text: Compiled, *, is_guard: bool) -> None:
        self.text = text
        self.is_guard = is_guard
        self.rows: list[Mapping[str, Any]] = []
        #: for a guard: to which write a row belongs, and how many rows each write has to touch
        self.writes: list[int] = []
        self.expected: list[int] = []

    def add(self, rows: Rows, expected: int | None) -> None:
        self.rows.extend(rows)
        if expected is not None:
            self.writes.extend([len(self.expected)] * len(rows))
            self.expected.append(expected)

    async def run(self, connection: Connection) -> None:
        if self.is_guard:
            await self._check(connection)
        elif len(self.rows) == 1:
            await connection.execute(self.text.sql, *self.text.bind(self.rows[0]))
        elif self.text.bulk is not None and self._are_apart():
            await connection.execute(self.text.bulk, *self.text.bind_bulk(self.rows))
        else:
            await connection.executemany(self.text.sql, [self.text.bind(row) for row in self.rows])

    def _are_apart(self) -> bool:
        """Whether no row of an upsert meets another one: PostgreSQL updates a row at most once in a statement."""
        keys = self.text.keys
        if not keys:
            return True
        seen = {tuple([row[key] for key in keys]) for row in self.rows}
        return len(seen) == len(self.rows)

    async def _check(self, connection: Connection) -> None:
        """Every touched row answers with the number of its write."""
        text = self.text
        if text.is_returning:
            touched = Counter[int]()
            for row, write in zip(self.rows, self.writes, strict=True):
                touched[write] += len(await connection.fetch(text.sql, *text.bind(row)))
        elif len(self.rows) == 1:
            status = await connection.execute(text.sql, *text.bind(self.rows[0]))
            touched = Counter({0: int(status.rpartition(" ")[2])})
        else:
            bound = [[*text.bind(row), write] for row, write in zip(self.rows, self.writes, strict=True)]
            sql = f"{text.sql} RETURNING CAST(${len(bound[0])} AS bigint)"
            touched = Counter(row[0] for row in await connection.fetchmany(sql, bound))
        if any(touched[write] != expected for write, expected in enumerate(self.expected)):
            raise Conflict("a guard refused the unit")


class _Facts:
    """New facts. Of those with the same topic and key only the last one is written."""

    __slots__ = ("keyed", "plain")

    def __init__(self) -> None:
        self.plain: list[dict[str, Any]] = []
        self.keyed: dict[tuple[int, str], dict[str, Any]] = {}

    async def run(self, connection: Connection) -> None:
        for statement, rows in ((APPEND, self.plain), (APPEND_KEYED, list(self.keyed.values()))):
            if rows:
                text = compiled(statement, rows[0])
                assert text.bulk is not None
                await connection.execute(text.bulk, *text.bind_bulk(rows))


class Batches:
    """What a group of units does, in as few statements as keep its meaning."""

    def __init__(self, topic_ids: Mapping[str, int]) -> None:
        self._topic_ids = topic_ids
        self._batches: list[_Batch | _Facts] = []
        #: by statement: the batch that takes more of it
        self._open: dict[Any, int] = {}
        #: by table: the last batch that touches it
        self._last: dict[str, int] = {}

    def add(self, unit: Unit, facts: Sequence[Fact]) -> None:
        """Adds a unit whose facts have these positions."""
        if facts:
            self._add_facts(facts)
        for write in unit.writes:
            params = write.params
            rows: Rows = [params] if type(params) is dict or isinstance(params, Mapping) else params
            if rows:
                self._add(write.statement, [resolved(row, facts) for row in rows], write.rows_expected)
            elif write.rows_expected:
                raise Conflict("a guard without rows refused the unit")
        if unit.rewrites:
            rewrites = [{"at": one.position, "new_body": one.body, "new_meta": one.meta} for one in unit.rewrites]
            self._add(REWRITE, rewrites, None)
        if unit.deletes:
            self._add(_DELETE, [{"name": topic, "of_key": key} for topic, key in unit.deletes], None)

    def _add_facts(self, facts: Sequence[Fact]) -> None:
        batch = self._batch("facts", ("log",), _Facts)
        topic_ids = self._topic_ids
        for fact in facts:
            values = (fact.position, topic_ids[fact.topic], fact.kind, fact.key, fact.mark, fact.body, fact.meta)
            row = dict(zip(_LOG_COLUMNS, values, strict=True))
            if fact.key is None:
                batch.plain.append(row)
            else:
                batch.keyed[(row["topic"], fact.key)] = row

    def _add(self, statement: Executable, rows: Rows, expected: int | None) -> None:
        text = compiled(statement, rows[0])
        is_guard = expected is not None
        batch = self._batch((id(text), is_guard), text.tables, lambda: _Batch(text, is_guard=is_guard))
        batch.add(rows, expected)

    def _batch(self, key: Any, touched: Any, make: Any) -> Any:
        """The batch that a statement joins: its last one, unless something after it touches the same tables."""
        last = self._last
        place = self._open.get(key)
        if place is None or any(last.get(table, -1) > place for table in touched):
            place = self._open[key] = len(self._batches)
            self._batches.append(make())
            for table in touched:
                last[table] = place
        return self._batches[place]

    async def run(self, connection: Connection) -> None:
        """Does it, inside the open transaction. Raises Conflict and asyncpg's errors."""
        for batch in self._batches:
            await batch.run(connection)


def topics_of(units: Sequence[Unit]) -> set[str]:
    """Topics in which units put facts."""
    return {new.topic for unit in units for new in unit.facts}
