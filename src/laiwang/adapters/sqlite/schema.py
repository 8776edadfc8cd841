"""Brings a file's schema up to date: a new file gets the tables at once, an older one goes through the revisions.

In development tables change before their revision is written. A file keeps a fingerprint of the tables that it has, so that one of
another day's development version is refused when it is opened, and not in the middle of somebody's request.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import apsw
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.schema import CreateIndex, CreateTable

from laiwang.adapters.migrations import FOLDER, HEAD, check_fingerprint, check_known
from laiwang.kernel.ports import DatabaseDown
from laiwang.kernel.sql import fingerprint, metadata

__all__ = ["bring_up_to_date", "create_schema", "upgrade_file"]


def bring_up_to_date(path: Path) -> None:
    """Creates or upgrades. The machinery of revisions takes longer to import than a start may, so that is done only when it is needed.
    Raises DatabaseUnfit, DatabaseDown."""
    connection = apsw.Connection(str(path))
    try:
        connection.set_busy_timeout(10_000)
        connection.execute("PRAGMA journal_mode=WAL")
        if not _has(connection, "alembic_version"):
            create_schema(connection)
            return
        revision = _first(connection, "SELECT version_num FROM alembic_version")
        is_marked = _has(connection, "schema_fingerprint")
        found = _first(connection, "SELECT fingerprint FROM schema_fingerprint") if is_marked else None
    finally:
        connection.close()
    check_known(revision, str(path))
    if revision == HEAD:
        check_fingerprint(found, fingerprint(), str(path))
    else:
        upgrade_file(path)


def _has(connection: apsw.Connection, table: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone())


def _first(connection: apsw.Connection, asked: str) -> str | None:
    row = connection.execute(asked).fetchone()
    return None if row is None else str(row[0])


def upgrade_file(path: Path, upto: str | None = None, folder: Path = FOLDER) -> None:
    """Takes a file that nobody uses from its revision, or none, to today's tables: in one transaction, so that it is the old one or the new
    one whatever happens. With `upto` to that revision. Raises DatabaseUnfit, DatabaseDown.

    No connection of another library may be open in this process meanwhile: closing one would end the locks of both.
    """
    from sqlalchemy import NullPool, create_engine, event
    from sqlalchemy.exc import DBAPIError

    from laiwang.adapters.migrations.upgrading import upgrade

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=10, isolation_level=None)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    # The driver would begin a transaction with the first row only, and leave tables outside of it.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            upgrade(connection, str(path), upto, folder)
    except DBAPIError as error:
        raise DatabaseDown(f"the upgrade of {path} was undone: {error.orig}") from error
    finally:
        engine.dispose()


def create_schema(connection: apsw.Connection) -> None:
    """Today's tables, in a database that has none."""
    dialect = SQLiteDialect()
    with connection:
        for table in metadata.sorted_tables:
            connection.execute(str(CreateTable(table).compile(dialect=dialect)))
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
        connection.execute("INSERT INTO log_position (id, value) VALUES (1, 0)")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        connection.execute("CREATE TABLE schema_fingerprint (fingerprint TEXT NOT NULL)")
        connection.execute("INSERT INTO schema_fingerprint VALUES (?)", (fingerprint(),))
