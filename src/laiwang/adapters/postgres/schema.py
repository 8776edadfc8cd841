"""Today's tables on PostgreSQL: made in an empty database, reached by revisions in an older one, checked in one that has them.

The tables are those of the metadata, which SQLite has as well. Of its own are `log_changes` and the column `log_position.changes`, by which
processes hear of what others change in the log (order.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import structlog
from asyncpg import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from laiwang.adapters.migrations import FOLDER, HEAD, check_fingerprint, check_known
from laiwang.adapters.postgres.statements import DIALECT, types_of
from laiwang.kernel.ports import DatabaseUnfit
from laiwang.kernel.sql import fingerprint, metadata

__all__ = [
    "BEGINNING_LOCK",
    "OLDEST_SERVER",
    "bring_up_to_date",
    "check_server",
    "index_statements",
    "table_statements",
    "upgrade_database",
]

#: what is tested; older ones may work
OLDEST_SERVER = 14
#: of several processes that start at once, one makes or upgrades the tables and the others wait
_LOCK = "SELECT pg_advisory_xact_lock(7599666217)"
_TRY_LOCK = "SELECT pg_try_advisory_xact_lock(7599666217)"
#: for a whole session: held while a database is filled
BEGINNING_LOCK = "SELECT pg_try_advisory_lock(7599666217)"
_WHERE = "the database"
log_ = structlog.get_logger(__name__)
_OWN = (
    "ALTER TABLE log_position ADD COLUMN changes bigint NOT NULL DEFAULT 0",
    # one row that every commit writes anew: room in its page keeps it where it is
    "ALTER TABLE log_position SET (fillfactor = 10)",
    "CREATE TABLE log_changes (serial bigint PRIMARY KEY, topic text NOT NULL, position bigint, key text)",
    "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
    "CREATE TABLE schema_fingerprint (fingerprint text NOT NULL)",
)


async def check_server(connection: Connection) -> None:
    """Whether it is one that Laiwang can use. Raises DatabaseUnfit."""
    major = connection.get_server_version().major
    if major < OLDEST_SERVER:
        raise DatabaseUnfit(f"this is PostgreSQL {major}; Laiwang needs {OLDEST_SERVER} or newer")
    encoding = await connection.fetchval("SHOW server_encoding")
    if encoding != "UTF8":
        raise DatabaseUnfit(
            f"the database is encoded in {encoding}; Laiwang needs UTF8: CREATE DATABASE … ENCODING 'UTF8'"
        )


async def bring_up_to_date(connection: Connection) -> None:
    """Creates the tables, upgrades or checks them. Raises DatabaseUnfit. The connection must not limit how long statements take."""
    await check_server(connection)
    async with connection.transaction():
        if not await connection.fetchval(_TRY_LOCK):
            log_.info("another process makes or upgrades the tables; waiting for it")
            await connection.execute("SET LOCAL lock_timeout = 0")
            await connection.execute(_LOCK)
            await connection.execute("SET LOCAL lock_timeout = DEFAULT")
        if await connection.fetchval("SELECT to_regclass('alembic_version')") is None:
            await _create(connection)
            return
        revision = await connection.fetchval("SELECT version_num FROM alembic_version")
        check_known(revision, _WHERE)
        if revision == HEAD:
            known = await connection.fetchval("SELECT to_regclass('schema_fingerprint')")
            found = await connection.fetchval("SELECT fingerprint FROM schema_fingerprint") if known else None
            check_fingerprint(found, fingerprint(), _WHERE)
            return
        # Loaded first: it takes long on a busy machine, and from the next statement on others wait.
        import laiwang.adapters.migrations.upgrading  # noqa: F401

        # Processes of the older version may run: what they are about to write waits until the tables are those of the newer one.
        await connection.execute("SELECT 1 FROM log_position FOR UPDATE")
        await upgrade_database(connection)


async def upgrade_database(connection: Connection, upto: str | None = None, folder: Path = FOLDER) -> None:
    """Takes a database from its revision, or none, to today's tables, inside the open transaction of a connection that is closed
    afterwards. With `upto` to that revision. Raises DatabaseUnfit."""
    from sqlalchemy import StaticPool
    from sqlalchemy.ext.asyncio import create_async_engine

    from laiwang.adapters.migrations.upgrading import upgrade

    async def given() -> Any:
        return connection

    # Its transaction is a savepoint inside ours.
    engine = create_async_engine("postgresql+asyncpg://", async_creator=given, poolclass=StaticPool)
    engine.dialect.type_compiler_instance = types_of(engine.dialect)
    async with engine.begin() as inside:
        await inside.run_sync(upgrade, _WHERE, upto, folder)


def table_statements() -> list[str]:
    """What makes the tables, without their indexes."""
    return [str(CreateTable(table).compile(dialect=DIALECT)) for table in metadata.sorted_tables] + [*_OWN]


def index_statements() -> list[str]:
    """What makes the indexes."""
    return [
        str(CreateIndex(index).compile(dialect=DIALECT))
        for table in metadata.sorted_tables
        for index in sorted(table.indexes, key=lambda one: str(one.name))
    ]


async def _create(connection: Connection) -> None:
    first = "INSERT INTO log_position (id, value) VALUES (1, 0)"
    await connection.execute(";\n".join([*table_statements(), *index_statements(), first]))
    await connection.execute("INSERT INTO alembic_version VALUES ($1)", HEAD)
    await connection.execute("INSERT INTO schema_fingerprint VALUES ($1)", fingerprint())
