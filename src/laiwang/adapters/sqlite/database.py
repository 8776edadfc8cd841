"""`ports.Database` on SQLite."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import apsw
from sqlalchemy.sql.expression import Executable

from laiwang.adapters.sqlite.schema import bring_up_to_date
from laiwang.adapters.sqlite.statements import compiled
from laiwang.adapters.sqlite.writer import Writer, connect
from laiwang.kernel.ports import Committed, DatabaseDown, Fact, Row, Tx, Unit

__all__ = ["SQLiteDatabase"]

T = TypeVar("T")
#: the file, the disk or a lock; everything else that SQLite says is a mistake of ours
_IN_TROUBLE = (
    apsw.BusyError,
    apsw.LockedError,
    apsw.IOError,
    apsw.FullError,
    apsw.CantOpenError,
    apsw.CorruptError,
    apsw.NotADBError,
    apsw.NoMemError,
    apsw.ReadOnlyError,
)
_COLUMNS = "log.position, topics.name, log.kind, log.key, log.mark, log.body, log.meta"
_FACTS = (
    "SELECT position, kind, key, mark, body, meta FROM log WHERE topic = (SELECT id FROM topics WHERE name = :topic)"
    " AND position > :since AND position <= :upto ORDER BY position {order} LIMIT :count"
)
_FACTS_UP = _FACTS.format(order="ASC")
_FACTS_DOWN = _FACTS.format(order="DESC")
_MARKS = (
    "SELECT mark, count(*) FROM log WHERE topic = (SELECT id FROM topics WHERE name = :topic)"
    " AND position > :since AND position <= :upto AND mark > 0 GROUP BY mark"
)


class SQLiteDatabase:
    """One file. `publish` is called on the event loop with each durable group and the position after it."""

    def __init__(
        self,
        path: Path,
        publish: Callable[[Sequence[tuple[Unit, Sequence[Fact]]], int], None],
        *,
        readers: int = 2,
    ) -> None:
        self.path = path
        self.writer = Writer(path, publish)
        self._pool = ThreadPoolExecutor(readers, thread_name_prefix="sqlite-reader")
        self._local = threading.local()
        self._connections: list[apsw.Connection] = []

    async def start(self) -> None:
        """Creates or migrates the schema, then opens the writer."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        bring_up_to_date(self.path)
        self._loop = asyncio.get_running_loop()
        self.writer.start(self._loop)

    async def close(self) -> None:
        """Finishes accepted commits, then closes every connection."""
        await self.writer.stop()
        self._pool.shutdown(wait=True)
        for connection in self._connections:
            connection.close()
        self._connections.clear()

    @property
    def position(self) -> int:
        """The last durable and published position."""
        return self.writer.published

    @property
    def is_shared(self) -> bool:
        """See ports.Database."""
        return False

    async def commit(self, unit: Unit) -> Committed:
        """See ports.Database."""
        return await self.writer.commit(unit)

    async def transaction(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """See ports.Database."""
        result: T = await self.writer.transaction(work)
        return result

    async def fetch(self, statement: Executable, params: Mapping[str, Any] | None = None) -> list[Row]:
        """All rows, read on a reader thread."""
        sql, bound = compiled(statement, params).bind(params or {})
        return await self._read(sql, bound)

    async def fetch_one(self, statement: Executable, params: Mapping[str, Any] | None = None) -> Row | None:
        """The first row, or None."""
        rows = await self.fetch(statement, params)
        return rows[0] if rows else None

    async def facts(
        self, topic: str, since: int, upto: int, *, limit: int | None = None, newest_first: bool = False
    ) -> list[Fact]:
        """Facts of one topic."""
        rows = await self._read(
            _FACTS_DOWN if newest_first else _FACTS_UP,
            {"topic": topic, "since": since, "upto": upto, "count": -1 if limit is None else limit},
        )
        return [Fact(row[0], topic, *row[1:]) for row in rows]

    async def facts_at(self, positions: Sequence[int]) -> list[Fact]:
        """Facts by position."""
        found: list[Fact] = []
        wanted = sorted(set(positions))
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join(map(str, part))
            rows = await self._read(
                f"SELECT {_COLUMNS} FROM log JOIN topics ON topics.id = log.topic"
                f" WHERE log.position IN ({marks}) ORDER BY log.position",
                {},
            )
            found.extend(Fact(*row) for row in rows)
        return found

    async def facts_after(self, since: int, *, limit: int, topic_prefix: str | None = None) -> list[Fact]:
        """Facts of all topics (or those with a prefix) in order."""
        where = "" if topic_prefix is None else " AND substr(topics.name, 1, :length) = :prefix"
        params: dict[str, Any] = {"since": since, "count": limit}
        if topic_prefix is not None:
            params |= {"length": len(topic_prefix), "prefix": topic_prefix}
        rows = await self._read(
            f"SELECT {_COLUMNS} FROM log JOIN topics ON topics.id = log.topic WHERE log.position > :since{where}"
            " ORDER BY log.position LIMIT :count",
            params,
        )
        return [Fact(*row) for row in rows]

    async def fact_by_key(self, topic: str, key: str) -> Fact | None:
        """The keyed fact."""
        rows = await self._read(
            f"SELECT {_COLUMNS} FROM log JOIN topics ON topics.id = log.topic"
            " WHERE topics.name = :topic AND log.key = :key AND log.key IS NOT NULL",
            {"topic": topic, "key": key},
        )
        return Fact(*rows[0]) if rows else None

    async def marks(self, topic: str, since: int, upto: int) -> list[tuple[int, int]]:
        """Counts of marked facts."""
        return await self._read(_MARKS, {"topic": topic, "since": since, "upto": upto})

    def _read(self, sql: str, params: Mapping[str, Any]) -> asyncio.Future[list[Row]]:
        return self._loop.run_in_executor(self._pool, self._read_now, sql, params)

    def _read_now(self, sql: str, params: Mapping[str, Any]) -> list[Row]:
        try:
            connection = getattr(self._local, "connection", None)
            if connection is None:
                connection = self._local.connection = connect(self.path, readonly=True)
                self._connections.append(connection)
            return list(connection.execute(sql, params))
        except _IN_TROUBLE as error:
            self._drop_reader()
            raise DatabaseDown(str(error)) from error

    def _drop_reader(self) -> None:
        """What this thread's connection has cached of a file in trouble is worth nothing: the next read opens it anew."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            self._local.connection = None
            self._connections.remove(connection)
            connection.close()
