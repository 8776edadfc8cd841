"""Today's tables on PostgreSQL: made in an empty database, checked in one that has them.

The tables are those of the metadata, which SQLite has as well. Of its own are `log_changes` and the column `log_position.changes`, by which
processes hear of what others change in the log (order.py).
"""

from __future__ import annotations

from asyncpg import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from laiwang.adapters.migrations import HEAD
from laiwang.adapters.postgres.statements import DIALECT
from laiwang.kernel.ports import DatabaseUnfit
from laiwang.kernel.sql import fingerprint, metadata

__all__ = ["OLDEST_SERVER", "bring_up_to_date"]

#: what is tested; older ones may work
OLDEST_SERVER = 14
#: two processes that start on a new database make its tables one after the other
_LOCK = "SELECT pg_advisory_xact_lock(7599666217)"
_OWN = (
    "ALTER TABLE log_position ADD COLUMN changes bigint NOT NULL DEFAULT 0",
    # one row that every commit writes anew: room in its page keeps it where it is
    "ALTER TABLE log_position SET (fillfactor = 10)",
    "CREATE TABLE log_changes (serial bigint PRIMARY KEY, topic text NOT NULL, position bigint, key text)",
    "INSERT INTO log_position (id, value) VALUES (1, 0)",
    "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
    "CREATE TABLE schema_fingerprint (fingerprint text NOT NULL)",
)


async def bring_up_to_date(connection: Connection) -> None:
    """Creates the tables or checks them. Raises DatabaseUnfit."""
    major = connection.get_server_version().major
    if major < OLDEST_SERVER:
        raise DatabaseUnfit(f"this is PostgreSQL {major}; Laiwang needs {OLDEST_SERVER} or newer")
    encoding = await connection.fetchval("SHOW server_encoding")
    if encoding != "UTF8":
        raise DatabaseUnfit(
            f"the database is encoded in {encoding}; Laiwang needs UTF8: CREATE DATABASE … ENCODING 'UTF8'"
        )
    async with connection.transaction():
        await connection.execute(_LOCK)
        if await connection.fetchval("SELECT to_regclass('alembic_version')") is None:
            await _create(connection)
            return
        known = await connection.fetchval("SELECT to_regclass('schema_fingerprint')")
        found = await connection.fetchval("SELECT fingerprint FROM schema_fingerprint") if known else None
        revision = await connection.fetchval("SELECT version_num FROM alembic_version")
        if revision != HEAD or found != fingerprint():
            raise DatabaseUnfit(
                "the database was made by another development version, with other tables, and this version cannot read it; "
                "start on a new database, or with the version that made this one"
            )


async def _create(connection: Connection) -> None:
    wanted: list[str] = []
    for table in metadata.sorted_tables:
        wanted.append(str(CreateTable(table).compile(dialect=DIALECT)))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            wanted.append(str(CreateIndex(index).compile(dialect=DIALECT)))
    await connection.execute(";\n".join([*wanted, *_OWN]))
    await connection.execute("INSERT INTO alembic_version VALUES ($1)", HEAD)
    await connection.execute("INSERT INTO schema_fingerprint VALUES ($1)", fingerprint())
