"""The one order of positions over all processes that write to a database (docs/adr/0011).

The row `log_position` is counter and lock at once. Whoever writes takes it first and keeps it until its transaction ends: positions are
given in the order of commits, without gaps, and whoever has the row sees everything that was committed before. What others have written
up to there is read and handed over before one's own.

Facts of others come from the log itself. What they have rewritten or deleted leaves no fact, so it is noted in `log_changes`, in an
order of its own that the same row counts. A fact that was deleted by a row statement (a purge) says so by another fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from asyncpg import Connection

from laiwang.adapters.postgres.texts import all_kept
from laiwang.kernel.ports import DatabaseDown, Fact, Rewrite, Unit

__all__ = [
    "CHANNEL",
    "Place",
    "changes_in",
    "move",
    "note_changes",
    "take",
    "what_changed",
    "where",
    "written_by_others",
]

CHANNEL = "laiwang"
FACTS_AT_ONCE = 1000
NAMES_KEPT_MAX = 200_000
#: changes are kept for processes that are behind; these many are enough for days
CHANGES_KEPT = 1_000_000
CHANGES_PRUNED_EVERY = 1000

_WHERE = "SELECT value, changes FROM log_position WHERE id = 1"
_LOCK = f"{_WHERE} FOR UPDATE"
_MOVE = "UPDATE log_position SET value = value + $1, changes = changes + $2 WHERE id = 1 RETURNING value, changes"
_MOVE_AND_TELL = f"{_MOVE}, pg_notify('{CHANNEL}', value::text || ' ' || changes::text)"
_FACTS = (
    "SELECT position, topic, kind, key, mark, body, meta FROM log WHERE position > $1 AND position <= $2"
    " ORDER BY position LIMIT $3"
)
_NAMES = "SELECT id, name FROM topics WHERE id = ANY ($1::bigint[])"
_CHANGES = (
    "SELECT change.serial, change.topic, change.key, log.position, log.body, log.meta FROM log_changes AS change"
    " LEFT JOIN log ON log.position = change.position WHERE change.serial > $1 AND change.serial <= $2"
    " ORDER BY change.serial"
)
_NOTE = (
    "INSERT INTO log_changes (serial, topic, position, key)"
    " SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[])"
)
_PRUNE = "DELETE FROM log_changes WHERE serial <= $1"


@dataclass(frozen=True, slots=True)
class Place:
    """The last position and the last change."""

    position: int
    changes: int


async def where(connection: Connection) -> Place:
    """How far everybody together has come."""
    row = await connection.fetchrow(_WHERE)
    return Place(row[0], row[1])


async def take(connection: Connection) -> Place:
    """The same, holding the row until the transaction ends: nobody else writes meanwhile."""
    row = await connection.fetchrow(_LOCK)
    return Place(row[0], row[1])


async def move(connection: Connection, facts: int, changes: int, *, tells: bool) -> Place:
    """Takes that many further positions; `tells` other processes when the transaction commits. Holds the row, like `take`.
    Answers the place before them."""
    row = await connection.fetchrow(_MOVE_AND_TELL if tells else _MOVE, facts, changes)
    return Place(row[0] - facts, row[1] - changes)


def changes_in(unit: Unit) -> int:
    """How many changes a unit makes to facts that are there already."""
    return len(unit.rewrites) + len(unit.deletes)


async def note_changes(connection: Connection, units: Sequence[Unit], start: int) -> None:
    """Notes what units change of older facts; `start` is the last change before them."""
    noted: list[tuple[str, int | None, str | None]] = []
    for unit in units:
        noted += [(one.topic, one.position, None) for one in unit.rewrites]
        noted += [(topic, None, key) for topic, key in unit.deletes]
    if not noted:
        return
    serials = list(range(start + 1, start + 1 + len(noted)))
    topics, positions, keys = zip(*noted, strict=True)
    await connection.execute(_NOTE, serials, all_kept(topics), positions, all_kept(keys))
    if start // CHANGES_PRUNED_EVERY != serials[-1] // CHANGES_PRUNED_EVERY:
        await connection.execute(_PRUNE, serials[-1] - CHANGES_KEPT)


async def what_changed(connection: Connection, since: int, upto: int) -> Unit | None:
    """Changes of others as a unit without facts: what has been rewritten, as it is now, and what has been deleted."""
    if upto <= since:
        return None
    rows = await connection.fetch(_CHANGES, since, upto)
    if not rows or rows[0][0] != since + 1:
        raise DatabaseDown("this process has missed changes that are no longer kept; it has to be started anew")
    unit = Unit()
    for _, topic, key, position, body, meta in rows:
        if key is not None:
            unit.deletes.append((topic, key))
        elif position is not None:
            unit.rewrites.append(Rewrite(topic, position, body, meta))
    return unit


async def written_by_others(
    connection: Connection, since: int, upto: int, names: dict[int, str]
) -> tuple[list[Fact], int]:
    """The next facts, and the position that they reach. `names` are those of topics seen before, by their ids, which never change."""
    rows: list[Any] = await connection.fetch(_FACTS, since, upto, FACTS_AT_ONCE)
    unknown = {row[1] for row in rows} - names.keys()
    if unknown:
        if len(names) >= NAMES_KEPT_MAX:
            names.clear()
            unknown = {row[1] for row in rows}
        names.update(await connection.fetch(_NAMES, list(unknown)))
    facts = [Fact(row[0], names[row[1]], *row[2:]) for row in map(tuple, rows)]
    return facts, upto if len(facts) < FACTS_AT_ONCE else facts[-1].position
