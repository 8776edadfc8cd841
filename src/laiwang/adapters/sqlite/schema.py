"""Brings a file's schema up to date: a new file gets the tables at once, an older one goes through the migrations.

Between releases tables change without a revision. A file keeps a fingerprint of the tables that it was made with, so that one of
another day's development version is refused when it is opened, and not in the middle of somebody's request.
"""

from __future__ import annotations

from pathlib import Path

import apsw
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.schema import CreateIndex, CreateTable

from laiwang.adapters.migrations import HEAD
from laiwang.kernel.ports import DatabaseUnfit
from laiwang.kernel.sql import fingerprint, metadata

__all__ = ["bring_up_to_date", "create_schema"]


def bring_up_to_date(path: Path) -> None:
    """Creates or migrates. Importing the migration machinery costs more than a start may take, so it is done only when needed."""
    connection = apsw.Connection(str(path))
    try:
        connection.set_busy_timeout(10_000)
        exists = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        if exists:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if row and row[0] == HEAD:
                _check_fingerprint(connection, path)
                return
        else:
            connection.execute("PRAGMA journal_mode=WAL")
            create_schema(connection)
            return
    finally:
        connection.close()
    from laiwang.adapters.migrations import upgrade

    upgrade(f"sqlite:///{path}")


def _check_fingerprint(connection: apsw.Connection, path: Path) -> None:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_fingerprint'").fetchone()
    row = connection.execute("SELECT fingerprint FROM schema_fingerprint").fetchone() if known else None
    if row is None or row[0] != fingerprint():
        raise DatabaseUnfit(
            f"{path} was made by another development version, with other tables, and this version cannot read it; "
            "start on a new data folder, or with the version that made this one"
        )


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
