"""`ports.Database` on PostgreSQL."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

import asyncpg
import structlog
from sqlalchemy.sql.expression import Executable

from laiwang.adapters.postgres.errors import translated
from laiwang.adapters.postgres.order import CHANNEL
from laiwang.adapters.postgres.pulse import APPLICATION, BLOCKING_S_MAX, Pulse
from laiwang.adapters.postgres.schema import bring_up_to_date
from laiwang.adapters.postgres.statements import compiled
from laiwang.adapters.postgres.texts import keep_texts_whole
from laiwang.adapters.postgres.writer import Publish, Writer
from laiwang.kernel.bus import Bus
from laiwang.kernel.ports import Committed, Fact, Row, Tx, Unit

__all__ = ["PostgresDatabase"]

T = TypeVar("T")
#: what began while the network was away must not be waited for long after it came back
CONNECT_TIMEOUT_S = 3
PULSE_TIMEOUT_S = 2
STATEMENT_TIMEOUT_S = 60
STATEMENTS_PREPARED_MAX = 1000
#: for every connection: whatever the server's or the database's defaults are, these are relied on
SESSION = {
    "application_name": APPLICATION,
    "default_transaction_isolation": "read committed",
    "jit": "off",  # no statement here runs long enough to be worth compiling
}
#: a process that hangs or is cut off with the order's row in its hands must not hold up the others for long (ADR 15)
WRITING = {**SESSION, "idle_in_transaction_session_timeout": f"{BLOCKING_S_MAX}s", "lock_timeout": "30s"}
#: an upgrade of the tables thinks between its statements, and is not to be ended for it
UPGRADING = {**WRITING, "idle_in_transaction_session_timeout": "10min"}
log_ = structlog.get_logger(__name__)

_COLUMNS = "log.position, topics.name, log.kind, log.key, log.mark, log.body, log.meta"
_LOG = f"SELECT {_COLUMNS} FROM log JOIN topics ON topics.id = log.topic"
_RANGE = "FROM log WHERE topic = (SELECT id FROM topics WHERE name = $1) AND position > $2 AND position <= $3"
_FACTS = f"SELECT position, kind, key, mark, body, meta {_RANGE} ORDER BY position {{order}} LIMIT $4"
_FACTS_UP, _FACTS_DOWN = _FACTS.format(order="ASC"), _FACTS.format(order="DESC")
_FACTS_AT = f"{_LOG} WHERE log.position = ANY ($1::bigint[]) ORDER BY log.position"
_FACTS_AFTER = f"{_LOG} WHERE log.position > $1 ORDER BY log.position LIMIT $2"
_FACTS_AFTER_OF = f"{_LOG} WHERE log.position > $1 AND starts_with(topics.name, $3) ORDER BY log.position LIMIT $2"
_FACT_BY_KEY = f"{_LOG} WHERE topics.name = $1 AND log.key = $2 AND log.key IS NOT NULL"
_MARKS = f"SELECT mark, count(*) {_RANGE} AND mark > 0 GROUP BY mark"


class _Reader(asyncpg.Connection):  # type: ignore[misc]
    """A connection of the pool: reads leave nothing behind that would have to be reset, which would cost another round trip."""

    def get_reset_query(self) -> str:
        """Nothing to do."""
        return ""


class PostgresDatabase:
    """One database of a server. `publish` is called on the event loop with each durable group and the position after it: those of
    this process, and as units without `applied` those of others. A `bus` tells others of commits, else the database does."""

    def __init__(self, url: str, publish: Publish, *, readers: int = 4, bus: Bus | None = None) -> None:
        self._url = url
        self._readers = readers
        self._pulse = Pulse(
            lambda: asyncpg.connect(self._url, **{**self._options(SESSION), "timeout": PULSE_TIMEOUT_S})
        )
        self.writer = Writer(self._connect, publish, self._pulse, bus)
        self._pool: asyncpg.Pool

    async def start(self) -> None:
        """Creates the schema or checks it, then opens the writer and the pool. Raises DatabaseUnfit, DatabaseDown."""
        try:
            connection = await self._connect(None, is_patient=True)
            try:
                await bring_up_to_date(connection)
                await self._check_durability(connection)
            finally:
                await connection.close()
            self._pool = await asyncpg.create_pool(
                self._url,
                min_size=1,
                max_size=self._readers,
                connection_class=_Reader,
                init=keep_texts_whole,
                **self._options(SESSION),
            )
        except Exception as error:
            raise translated(error) from error
        await self.writer.start()
        self._pulse.start()

    async def close(self) -> None:
        """Finishes accepted commits, then closes every connection."""
        await self.writer.stop()
        await self._pulse.stop()
        await self._pool.close()

    @property
    def position(self) -> int:
        """The last durable position that was handed over."""
        return self.writer.published

    @property
    def is_shared(self) -> bool:
        """See ports.Database."""
        return True

    async def commit(self, unit: Unit) -> Committed:
        """See ports.Database."""
        return await self.writer.commit(unit)

    async def transaction(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """See ports.Database."""
        return await self.writer.transaction(work)

    async def fetch(self, statement: Executable, params: Mapping[str, Any] | None = None) -> list[Row]:
        """All rows."""
        text = compiled(statement, params)
        return await self._read(text.sql, *text.bind(params or {}))

    async def fetch_one(self, statement: Executable, params: Mapping[str, Any] | None = None) -> Row | None:
        """The first row, or None."""
        rows = await self.fetch(statement, params)
        return rows[0] if rows else None

    async def facts(
        self, topic: str, since: int, upto: int, *, limit: int | None = None, newest_first: bool = False
    ) -> list[Fact]:
        """Facts of one topic."""
        rows = await self._read(_FACTS_DOWN if newest_first else _FACTS_UP, topic, since, upto, limit)
        return [Fact(row[0], topic, *row[1:]) for row in rows]

    async def facts_at(self, positions: Sequence[int]) -> list[Fact]:
        """Facts by position."""
        return [Fact(*row) for row in await self._read(_FACTS_AT, list(positions))] if positions else []

    async def facts_after(self, since: int, *, limit: int, topic_prefix: str | None = None) -> list[Fact]:
        """Facts of all topics (or those with a prefix) in order."""
        if topic_prefix is None:
            rows = await self._read(_FACTS_AFTER, since, limit)
        else:
            rows = await self._read(_FACTS_AFTER_OF, since, limit, topic_prefix)
        return [Fact(*row) for row in rows]

    async def fact_by_key(self, topic: str, key: str) -> Fact | None:
        """The keyed fact."""
        rows = await self._read(_FACT_BY_KEY, topic, key)
        return Fact(*rows[0]) if rows else None

    async def marks(self, topic: str, since: int, upto: int) -> list[tuple[int, int]]:
        """Counts of marked facts."""
        rows = await self._read(_MARKS, topic, since, upto)
        return [(row[0], row[1]) for row in rows]

    async def _read(self, sql: str, *bound: Any) -> list[Row]:
        try:
            connection = await self._pool.acquire()
            with self._pulse.of(connection):
                try:
                    return list(map(tuple, await connection.fetch(sql, *bound)))
                finally:
                    await self._pool.release(connection)  # of one whose reader went away it waits for the database, too
        except Exception as error:
            raise translated(error) from error

    def _options(self, session: Mapping[str, str]) -> dict[str, Any]:
        return {
            "timeout": CONNECT_TIMEOUT_S,
            "command_timeout": STATEMENT_TIMEOUT_S,
            "statement_cache_size": STATEMENTS_PREPARED_MAX,
            "max_cached_statement_lifetime": 0,
            "server_settings": dict(session),
        }

    async def _connect(self, hear: Callable[[str], None] | None, *, is_patient: bool = False) -> asyncpg.Connection:
        """A connection that writes; with `hear` it is told when another process has committed. A patient one is for upgrades."""
        options = self._options(UPGRADING) | {"command_timeout": None} if is_patient else self._options(WRITING)
        connection = await asyncpg.connect(self._url, **options)
        try:
            with self._pulse.of(connection):
                await self._prepare(connection, hear)
        except BaseException:
            connection.terminate()
            raise
        return connection

    async def _prepare(self, connection: asyncpg.Connection, hear: Callable[[str], None] | None) -> None:
        await keep_texts_whole(connection)
        if await connection.fetchval("SHOW synchronous_commit") == "off":
            await connection.execute("SET synchronous_commit = on")
        if hear is not None:
            own = connection.get_server_pid()

            def told(_: Any, sender: int, __: str, text: Any) -> None:
                if sender != own:
                    hear(text)

            await connection.add_listener(CHANNEL, told)

    async def _check_durability(self, connection: asyncpg.Connection) -> None:
        """Acknowledged means durable, which a server without fsync cannot promise."""
        if await connection.fetchval("SHOW fsync") == "off":
            log_.warning(
                "the PostgreSQL server runs with fsync=off: a crash of its machine can lose what was acknowledged"
            )
