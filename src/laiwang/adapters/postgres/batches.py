"""Units as few statements: what many units do alike is done for all of them in one round trip.

Units mean to run one after the other. A statement of a later unit may join the batch of an earlier one only when nothing in between
touches a table that it touches, so that the result is the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from asyncpg import Connection
from sqlalchemy import bindparam, delete, select
from sqlalchemy.sql.expression import Executable

from laiwang.adapters.postgres.statements import Compiled, compiled
from laiwang.adapters.units import APPEND, APPEND_KEYED, REWRITE, writes_of
from laiwang.kernel import tables
from laiwang.kernel.ports import Conflict, Fact, Unit

__all__ = ["Batches", "Combinations", "Part", "are_apart", "combined", "topics_of"]

Rows = Sequence[Mapping[str, Any]]

_DELETE = delete(tables.log).where(
    tables.log.c.topic == select(tables.topics.c.id).where(tables.topics.c.name == bindparam("name")).scalar_subquery(),
    tables.log.c.key == bindparam("of_key"),
)
#: how often parts have to come together before there is a text of all of them, and how many texts there are at most
OFTEN = 4
COMBINATIONS_MAX = 200
ASKED_MAX = 2000
_PARAMETER = re.compile(r"\$(\d+)")
_text_of = attrgetter("sql")
_LOG_COLUMNS = tuple(column.name for column in tables.log.columns)


def are_apart(text: Compiled, rows: Rows) -> bool:
    """Whether no row meets another one: PostgreSQL touches a row at most once in a statement."""
    keys = text.keys
    if not keys or len(rows) == 1:
        return True
    return len({tuple([row[key] for key in keys]) for row in rows}) == len(rows)


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

    @property
    def tables(self) -> frozenset[str]:
        return self.text.tables

    def parts(self) -> list[Part]:
        """Itself as statements that may be parts of a longer one; none when its rows have to be done one after the other."""
        text = self.text
        if self.is_guard:
            if text.bulk_guard is None or not are_apart(self.text, self.rows):
                return []
            return [Part(text.bulk_guard, text.bind_bulk_guard(self.rows, self.writes), self)]
        if text.bulk is None or not are_apart(self.text, self.rows):
            return []
        return [Part(text.bulk, text.bind_bulk(self.rows))]

    async def run(self, connection: Connection) -> None:
        """One row after the other."""
        if self.is_guard:
            await self._check(connection)
        elif len(self.rows) == 1:
            await connection.execute(self.text.sql, *self.text.bind(self.rows[0]))
        else:
            await connection.executemany(self.text.sql, [self.text.bind(row) for row in self.rows])

    async def _check(self, connection: Connection) -> None:
        """Every touched row answers with the number of its write."""
        text = self.text
        if text.is_returning:
            touched: list[int] = []
            for row, write in zip(self.rows, self.writes, strict=True):
                touched += [write] * len(await connection.fetch(text.sql, *text.bind(row)))
        elif len(self.rows) == 1:
            status = await connection.execute(text.sql, *text.bind(self.rows[0]))
            touched = [0] * int(status.rpartition(" ")[2])
        else:
            bound = [[*text.bind(row), write] for row, write in zip(self.rows, self.writes, strict=True)]
            sql = f"{text.sql} RETURNING CAST(${len(bound[0])} AS bigint)"
            touched = [row[0] for row in await connection.fetchmany(sql, bound)]
        self.settle(touched)

    def settle(self, touched: Iterable[int]) -> None:
        """Compares the numbers of writes whose rows were touched with what they expect. Raises Conflict."""
        counts = Counter(touched)
        if any(counts[write] != expected for write, expected in enumerate(self.expected)):
            raise Conflict("a guard refused the unit")


class _Facts:
    """New facts. Of those with the same topic and key only the last one is written."""

    __slots__ = ("keyed", "plain")
    tables = frozenset({"log"})

    def __init__(self) -> None:
        self.plain: list[dict[str, Any]] = []
        self.keyed: dict[tuple[int, str], dict[str, Any]] = {}

    def parts(self) -> list[Part]:
        found = []
        for statement, rows in ((APPEND, self.plain), (APPEND_KEYED, list(self.keyed.values()))):
            if rows:
                text = compiled(statement, rows[0])
                assert text.bulk is not None
                found.append(Part(text.bulk, text.bind_bulk(rows)))
        return found


@dataclass(frozen=True, slots=True)
class Part:
    """A statement over arrays, and the guard that hears what it touched."""

    sql: str
    arrays: Sequence[Sequence[Any]]
    guard: _Batch | None = None
    is_guard: bool = False


class Combinations:
    """Several statements as one, so that they are one round trip: texts by what they are made of.

    The server prepares each text, so only those are made that are asked for often; what comes once is run in its parts.
    """

    def __init__(self, combine: Callable[[Sequence[Part]], str]) -> None:
        self._combine = combine
        self._asked: dict[tuple[str, ...], int] = {}
        self._made: dict[tuple[str, ...], str] = {}

    def of(self, parts: Sequence[Part]) -> str | None:
        """The text, None while it is rare."""
        key = tuple([part.sql for part in parts])
        made = self._made.get(key)
        if made is None:
            count = self._asked[key] = self._asked.get(key, 0) + 1
            if len(self._asked) > ASKED_MAX:
                self._asked.clear()
            if count >= OFTEN and len(self._made) < COMBINATIONS_MAX:
                made = self._made[key] = self._combine(parts)
        return made


def combined(parts: Sequence[Part]) -> str:
    """Each part is done at once and sees the tables as they are before all of them; guards answer with their place and their rows."""
    steps, answers, first = [], [], 0
    for place, part in enumerate(parts):
        shifted = _PARAMETER.sub(lambda found, first=first: f"${int(found[1]) + first}", part.sql)  # type: ignore[misc]
        steps.append(f"part{place} AS ({shifted})")
        first += len(part.arrays)
        if part.guard is not None:
            answers.append(f"SELECT {place}, number FROM part{place}")
    return f"WITH {', '.join(steps)} {' UNION ALL '.join(answers) or 'SELECT 1'}"


class Batches:
    """What a group of units does, in as few statements as keep its meaning."""

    def __init__(self, topic_ids: Mapping[str, int], combinations: Combinations) -> None:
        self._topic_ids = topic_ids
        self._combinations = combinations
        self._batches: list[_Batch | _Facts] = []
        #: by statement: the batch that takes more of it
        self._open: dict[Any, int] = {}
        #: by table: the last batch that touches it
        self._last: dict[str, int] = {}

    def add(self, unit: Unit, facts: Sequence[Fact]) -> None:
        """Adds a unit whose facts have these positions."""
        if facts:
            self._add_facts(facts)
        for statement, rows, expected in writes_of(unit, facts):
            self._add(statement, rows, expected)
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
        parts: list[Part] = []
        touched: set[str] = set()
        for batch in self._batches:
            found = batch.parts()
            if parts and not (found and touched.isdisjoint(batch.tables)):
                await self._run_parts(connection, parts)
                parts, touched = [], set()
            if found:
                parts += found
                touched |= batch.tables
            else:
                assert isinstance(batch, _Batch)
                await batch.run(connection)
        if parts:
            await self._run_parts(connection, parts)

    async def _run_parts(self, connection: Connection, parts: list[Part]) -> None:
        """Parts that touch different tables: their order does not matter, and one order makes few texts."""
        if len(parts) > 1:
            parts.sort(key=_text_of)
            together = self._combinations.of(parts)
            if together is not None:
                rows = await connection.fetch(together, *[array for part in parts for array in part.arrays])
                numbers: dict[int, list[int]] = {}
                if any(part.guard is not None for part in parts):
                    for place, number in rows:
                        numbers.setdefault(place, []).append(number)
                for place, part in enumerate(parts):
                    if part.guard is not None:
                        part.guard.settle(numbers.get(place, ()))
                return
        for part in parts:
            if part.guard is None:
                await connection.execute(part.sql, *part.arrays)
            else:
                part.guard.settle([row[0] for row in await connection.fetch(part.sql, *part.arrays)])


def topics_of(units: Sequence[Unit]) -> set[str]:
    """Topics in which units put facts."""
    return {new.topic for unit in units for new in unit.facts}
