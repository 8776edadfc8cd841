"""An empty database filled from elsewhere, page by page, each with the note of how far it has come in the same transaction.

Until the end it says that it is half filled in the place of its revision, so that no server starts on it. Indexes are made when the rows
are there. Nobody waits for commits of pages to be on disk: the last one is, and with it all that stands before it in the write-ahead log.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import Any

import asyncpg
import msgspec
from sqlalchemy import String, Table

from laiwang.adapters.migrations import HALF_FILLED, HEAD
from laiwang.adapters.postgres.errors import IN_TROUBLE, translated
from laiwang.adapters.postgres.schema import BEGINNING_LOCK, check_server, index_statements, table_statements
from laiwang.adapters.postgres.texts import kept
from laiwang.kernel.ports import DatabaseUnfit, Row
from laiwang.kernel.sql import fingerprint, metadata

__all__ = ["Filling", "NotEmpty", "former"]

CONNECT_TIMEOUT_S = 10
CLOSE_TIMEOUT_S = 5
_SESSION = {"application_name": "laiwang migrate", "synchronous_commit": "off"}
_PROGRESS = "CREATE TABLE filled_from (name text PRIMARY KEY, note bytea)"
_NOTE = "INSERT INTO filled_from VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET note = excluded.note"
_OTHERS = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') LIMIT 1"""
_SEQUENCES = "SELECT pg_get_serial_sequence($1, $2)"
#: the name of the note with the id of the move; no table is called so
_ID = ""


class NotEmpty(DatabaseUnfit):
    """The database holds something that is not a half of the same move."""


class Filling:
    """The database at a URL. Methods raise DatabaseDown where it does not answer; what was put before stays."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: asyncpg.Connection

    async def open(self, move_id: str) -> bool:
        """Makes the tables, or finds them half filled by the move of that id. Answers whether it is filled to the end.
        Raises NotEmpty, DatabaseUnfit."""
        try:
            connection = self._connection = await asyncpg.connect(
                self._url, timeout=CONNECT_TIMEOUT_S, server_settings=_SESSION
            )
        except Exception as error:
            raise translated(error) from error
        try:
            await check_server(connection)
            if not await connection.fetchval(BEGINNING_LOCK):
                raise NotEmpty("somebody else is making or filling the database in this moment")
            if await connection.fetchval("SELECT to_regclass('filled_from')") is None:
                await self._begin(move_id)
            elif await self._noted(_ID) != move_id:
                raise NotEmpty("the database was filled from elsewhere; name an empty one")
            revision = await connection.fetchval("SELECT version_num FROM alembic_version")
        except BaseException as error:
            await self.close()
            raise translated(error) from error
        return bool(revision != HALF_FILLED)

    async def close(self) -> None:
        """Lets go of it."""
        with contextlib.suppress(*IN_TROUBLE):
            await self._connection.close(timeout=CLOSE_TIMEOUT_S)

    async def _begin(self, move_id: str) -> None:
        connection = self._connection
        if (other := await connection.fetchval(_OTHERS)) is not None:
            raise NotEmpty(f"the database is not empty ({other} is in it); name an empty one")
        async with connection.transaction():
            await connection.execute(";\n".join([*table_statements(), _PROGRESS]))
            await connection.execute("INSERT INTO alembic_version VALUES ($1)", HALF_FILLED)
            await connection.execute(_NOTE, _ID, msgspec.msgpack.encode(move_id))

    async def _noted(self, name: str) -> Any:
        found = await self._connection.fetchval("SELECT note FROM filled_from WHERE name = $1", name)
        return None if found is None else msgspec.msgpack.decode(found)

    async def noted(self, name: str) -> Any:
        """What was noted under a name with the last page, or None."""
        try:
            return await self._noted(name)
        except Exception as error:
            raise translated(error) from error

    async def note(self, name: str, value: Any) -> None:
        """Notes something without a page."""
        try:
            await self._connection.execute(_NOTE, name, msgspec.msgpack.encode(value))
        except Exception as error:
            raise translated(error) from error

    async def put(self, table: Table, rows: Sequence[Row], name: str, value: Any) -> None:
        """Adds rows, as `former` makes them, and a note, or neither."""
        names = [column.name for column in table.columns]
        try:
            async with self._connection.transaction():
                await self._connection.copy_records_to_table(table.name, records=rows, columns=names)
                await self._connection.execute(_NOTE, name, msgspec.msgpack.encode(value))
        except Exception as error:
            raise translated(error) from error

    async def after(self, table: Table, key: Sequence[Any] | None, count: int) -> list[Row]:
        """So many rows after a key (in its form), in the order of keys and in their forms."""
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        keys = ", ".join(f'"{column.name}"' for column in table.primary_key)
        marks = ", ".join(f"${place}" for place in range(2, 2 + len(key or ())))
        where = "" if key is None else f"WHERE ({keys}) > ({marks})"
        asked = f'SELECT {names} FROM "{table.name}" {where} ORDER BY {keys} LIMIT $1'
        try:
            return list(map(tuple, await self._connection.fetch(asked, count, *(key or ()))))
        except Exception as error:
            raise translated(error) from error

    async def count(self, table: Table) -> int:
        """How many rows there are."""
        try:
            return int(await self._connection.fetchval(f'SELECT count(*) FROM "{table.name}"'))
        except Exception as error:
            raise translated(error) from error

    async def complete(self) -> None:
        """Makes the indexes and brings sequences behind the numbers that are taken. May be called again."""
        try:
            for statement in index_statements():
                await self._connection.execute(statement.replace("INDEX ", "INDEX IF NOT EXISTS ", 1))
            for table in metadata.sorted_tables:
                for column in table.primary_key:
                    sequence = await self._connection.fetchval(_SEQUENCES, table.name, column.name)
                    if sequence is not None:
                        await self._connection.execute(
                            f'SELECT setval(\'{sequence}\', max("{column.name}")) FROM "{table.name}"'
                        )
            await self._connection.execute("ANALYZE")
        except Exception as error:
            raise translated(error) from error

    async def finish(self) -> None:
        """From now on it is a server's database; durable on return. The notes stay, to tell where it came from."""
        try:
            async with self._connection.transaction():
                await self._connection.execute("SET LOCAL synchronous_commit = on")
                await self._connection.execute("UPDATE alembic_version SET version_num = $1", HEAD)
                await self._connection.execute("INSERT INTO schema_fingerprint VALUES ($1)", fingerprint())
        except Exception as error:
            raise translated(error) from error


def former(table: Table) -> Callable[[Sequence[Row]], list[Row]]:
    """A function that brings rows of a table into the form in which texts are kept here (texts.py)."""
    texts = [place for place, column in enumerate(table.columns) if isinstance(column.type, String)]

    def formed(rows: Sequence[Row]) -> list[Row]:
        found = []
        for row in rows:
            for place in texts:
                text = row[place]
                if text is not None and ("\0" in text or "\1" in text):
                    row = tuple(kept(value) if isinstance(value, str) else value for value in row)
                    break
            found.append(row)
        return found

    return formed
