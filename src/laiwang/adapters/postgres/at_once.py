"""A whole group as one statement that commits by itself: one round trip, in which nobody waits for this process while the order is held.

It takes the order (`order`), and everything else of it is joined with what the order says, so nothing is touched before. Positions are
given as they would be if nobody had written meanwhile; the statement moves them by as many as others have. What others have written is
handed over afterwards, before one's own.

Its snapshot may be older than the order, so it may refuse what would pass, never the other way round: whoever is refused is tried
again in a transaction. What does not fit into one statement is written there as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from asyncpg import Connection, DivisionByZeroError, IntegrityConstraintViolationError

from laiwang.adapters.postgres.batches import Combinations, Part, are_apart
from laiwang.adapters.postgres.order import CHANNEL, Place
from laiwang.adapters.postgres.statements import Compiled, compiled
from laiwang.adapters.units import APPEND, APPEND_KEYED, writes_of
from laiwang.kernel import tables
from laiwang.kernel.ports import At, Fact, Unit

__all__ = ["AtOnce", "combined", "commit_at_once"]

_PLACE = (
    "place AS (UPDATE log_position SET value = value + $1::bigint WHERE id = 1"
    " RETURNING value - $1::bigint AS start, value - $1::bigint - $2::bigint AS others, changes"
)
_TOLD = f", pg_notify('{CHANNEL}', value::text || ' ' || changes::text) AS told"
_PARAMETER = re.compile(r"\$(\d+)")
_ROWS = re.compile(r"SELECT \* FROM unnest\(([^)]*)\)")
_GIVEN = re.compile(r"(AS given\([^)]*\))")
_LOG_COLUMNS = tuple(column.name for column in tables.log.columns)
_FACTS = (compiled(APPEND, dict.fromkeys(_LOG_COLUMNS)), compiled(APPEND_KEYED, {}))
_IN_LOG = frozenset({"position"})
_NONE: frozenset[str] = frozenset()


class _Misfit(Exception):
    """It cannot be one statement."""


class _Rows:
    """All rows of a statement, and which of their values are positions of the group."""

    __slots__ = ("is_guard", "positions", "rows", "text")

    def __init__(self, text: Compiled, positions: frozenset[str], *, is_guard: bool) -> None:
        self.text = text
        self.positions = positions
        self.is_guard = is_guard
        self.rows: list[Mapping[str, Any]] = []

    def part(self) -> Part:
        if not are_apart(self.text, self.rows):
            raise _Misfit
        if self.is_guard:
            return Part(self._guard(), self.text.bind_bulk_guard(self.rows, range(len(self.rows))), is_guard=True)
        return Part(self._insert(), self.text.bind_bulk(self.rows))

    def _insert(self) -> str:
        assert self.text.bulk is not None
        names = [name for name, _ in self.text.columns]
        values = [_moved(place, name in self.positions) for place, name in enumerate(names, 1)]
        given = ", ".join(f"p{place}" for place in range(1, len(names) + 1))
        return _ROWS.sub(rf"SELECT {', '.join(values)} FROM unnest(\1) AS given({given}), place", self.text.bulk)

    def _guard(self) -> str:
        text = self.text
        assert text.bulk_guard is not None
        setting, _, where = _GIVEN.sub(r"\1, place", text.bulk_guard).partition(" WHERE ")
        for place, name in enumerate(text.order, 1):
            if name in self.positions:
                value = f"given.p{place}"
                if re.search(rf"{re.escape(value)}\b", where):
                    raise _Misfit
                setting = re.sub(rf"={re.escape(value)}\b", f"={_moved(place, True)}", setting)
        return f"{setting} WHERE {where}"


def _moved(place: int, is_position: bool) -> str:
    return f"given.p{place} + place.others" if is_position else f"given.p{place}"


class AtOnce:
    """The parts of a group. Positions are counted from `start`."""

    def __init__(self, topic_ids: Mapping[str, int], start: int) -> None:
        self._topic_ids = topic_ids
        self._facts = tuple(_Rows(text, _IN_LOG, is_guard=False) for text in _FACTS)
        self._keys: dict[tuple[int, str], Mapping[str, Any]] = {}
        self._rows: dict[tuple[int, bool], _Rows] = {}
        self.start = start

    def add(self, unit: Unit, facts: Sequence[Fact]) -> bool:
        """Whether the unit fits into it."""
        if unit.rewrites or unit.deletes:
            return False
        ids = self._topic_ids
        for fact in facts:
            topic = ids.get(fact.topic)
            if topic is None:
                return False
            values = (fact.position, topic, fact.kind, fact.key, fact.mark, fact.body, fact.meta)
            row: Mapping[str, Any] = dict(zip(_LOG_COLUMNS, values, strict=True))
            if fact.key is None:
                self._facts[0].rows.append(row)
            else:
                self._keys[topic, fact.key] = row
        given = iter(unit.writes)
        for statement, rows, expected in writes_of(unit, facts):
            write = next(one for one in given if one.params or isinstance(one.params, Mapping))
            params = [write.params] if isinstance(write.params, Mapping) else write.params
            text = compiled(statement, rows[0])
            is_guard = expected is not None
            if expected not in (None, len(rows)) or (text.bulk_guard if is_guard else text.bulk) is None:
                return False
            for row, raw in zip(rows, params, strict=True):
                positions = frozenset([name for name, value in raw.items() if type(value) is At]) or _NONE
                found = self._rows.get((id(text), is_guard))
                if found is None:
                    found = self._rows[id(text), is_guard] = _Rows(text, positions, is_guard=is_guard)
                if found.positions != positions:
                    return False
                found.rows.append(row)
        return True

    def parts(self) -> list[Part] | None:
        """In an order of their own; None when they cannot be done at the same time."""
        touched = {"log", "log_position"}
        for one in self._rows.values():
            if not touched.isdisjoint(one.text.tables):
                return None
            touched |= one.text.tables
        self._facts[1].rows.extend(self._keys.values())
        try:
            parts = [one.part() for one in (*self._facts, *self._rows.values()) if one.rows]
        except _Misfit:
            return None
        parts.sort(key=lambda part: part.sql)
        return parts


def combined(parts: Sequence[Part], *, tells: bool) -> str:
    """All of them with the order; a guard that does not touch all of its rows divides by zero, which undoes everything. `tells` other
    processes of the commit."""
    steps, checks, first = (
        [f"{_PLACE}{_TOLD if tells else ''})"],
        ["start", "changes"],
        2,
    )
    for place, part in enumerate(parts):
        shifted = _PARAMETER.sub(lambda found, first=first: f"${int(found[1]) + first}", part.sql)  # type: ignore[misc]
        steps.append(f"part{place} AS ({shifted})")
        first += len(part.arrays)
        if part.is_guard:
            count = f"(SELECT count(*) FROM part{place}) = cardinality(${first}::bigint[])"
            checks.append(f"1 / CASE WHEN {count} THEN 1 ELSE 0 END")
    return f"WITH {', '.join(steps)} SELECT {', '.join(checks)} FROM place"


async def commit_at_once(connection: Connection, combinations: Combinations, group: AtOnce, facts: int) -> Place | None:
    """The place before the group, which is durable now. None when nothing was written, and it has to be done in a transaction."""
    parts = group.parts()
    sql = None if parts is None else combinations.of(parts)
    if parts is None or sql is None:
        return None
    try:
        row = await connection.fetchrow(sql, facts, group.start, *[array for part in parts for array in part.arrays])
    except (DivisionByZeroError, IntegrityConstraintViolationError):
        return None
    return Place(row[0], row[1])
