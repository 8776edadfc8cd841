"""`laiwang migrate`: the embedded database of a folder into PostgreSQL, every row of it, compared one by one before it counts.

Nothing of the folder is changed but a note in it (`moved.json`): while the move is on, and after it, no server starts on the embedded
database by accident. Each page of rows is written together with how far the move has come, so that it may be stopped anywhere and called
again. Positions, ids and hashes of tokens stay what they are: clients go on with the tokens that they have.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
from sqlalchemy import Table

from laiwang.adapters.postgres.filling import Filling, former
from laiwang.adapters.sqlite import Pages, bring_up_to_date
from laiwang.edge import capabilities  # noqa: F401  # whose tables they are
from laiwang.edge.data_folder import DataFolder, FolderMoved, Moved
from laiwang.kernel.ports import DatabaseDown, DatabaseUnfit, Row
from laiwang.kernel.sql import metadata

__all__ = ["MoveFailed", "TableMoved", "give_up", "move", "without_password"]

#: (done, in all) in rows, each counted when it is written and when it is compared
Progress = Callable[[int, int], None]
PAGE_ROWS_MAX = 10_000
PAGE_BYTES_MAX = 4_000_000
_ENCODE = msgspec.msgpack.Encoder().encode


class MoveFailed(Exception):
    """It cannot be moved, or what arrived is not what left; the text says why."""


@dataclass(frozen=True, slots=True)
class TableMoved:
    """A table that has arrived: how many rows, and a SHA-256 sum of them in the order of their keys."""

    name: str
    rows: int
    sha256: str


class _Have(msgspec.Struct, frozen=True, array_like=True):
    """How far a table has come: the key of the last row that was written, and how many were; then the sum of all, compared."""

    key: Any = None
    rows: int = 0
    is_whole: bool = False
    sha256: str = ""


async def move(folder: DataFolder, url: str, progress: Progress) -> list[TableMoved]:
    """Moves, or goes on, or tells again what was moved. The folder is entered: no server runs on it.

    Raises MoveFailed, FolderMoved (to somewhere else), DatabaseUnfit, DatabaseDown.
    """
    if folder.is_new or not folder.database.exists():
        raise MoveFailed(f"there is no embedded database in {folder.root}")
    where = without_password(url)
    before = folder.moved
    if before is not None and before.to != where:
        raise FolderMoved(before, folder.root)
    bring_up_to_date(folder.database)
    moved = before or Moved(id=secrets.token_hex(16), to=where, is_whole=False)
    # First the note: what a server would still write here would be missing there.
    folder.note_moved(moved)
    target = Filling(url)
    try:
        is_filled = await target.open(moved.id)
    except (DatabaseUnfit, DatabaseDown):
        folder.note_moved(before)
        raise
    pages = Pages(folder.database)
    try:
        moving = _Move(pages, target, progress)
        if is_filled:
            progress(1, 1)
        else:
            await moving.copy()
            await moving.compare()
            await target.finish()
        arrived = await moving.arrived()
    finally:
        pages.close()
        await target.close()
    folder.note_moved(Moved(id=moved.id, to=where, is_whole=True))
    return arrived


def give_up(folder: DataFolder) -> None:
    """The embedded database counts again. What is in the other one is no part of this server any more. Raises MoveFailed."""
    if folder.moved is None:
        raise MoveFailed(f"nothing of {folder.root} was moved")
    folder.note_moved(None)


def without_password(url: str) -> str:
    """The address of a database as it may be shown."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")
    user = host[0].partition(":")[0]
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "password"]
    return parts._replace(netloc=f"{user}{host[1]}{host[2]}", query=urlencode(asked, safe="/")).geturl()


class _Move:
    def __init__(self, source: Pages, target: Filling, progress: Progress) -> None:
        self._source = source
        self._target = target
        self._progress = progress
        self._tables: Sequence[Table] = metadata.sorted_tables
        self._counts = {table.name: source.count(table) for table in self._tables}
        self._total = 2 * sum(self._counts.values())
        self._done = 0

    async def copy(self) -> None:
        """Writes the rows that are not there yet, then the indexes."""
        for table in self._tables:
            have = await self._have(table)
            self._tell(have.rows)
            form = former(table)
            async for rows in self._pages(table, have.key):
                have = _Have(key=_key(table, rows[-1]), rows=have.rows + len(rows))
                await self._target.put(table, form(rows), table.name, have)
                self._tell(len(rows))
        await self._target.complete()

    async def compare(self) -> None:
        """Reads all of it back, row by row in the order of keys."""
        for table in self._tables:
            have = await self._have(table)
            if have.is_whole:
                self._tell(have.rows)
                continue
            form, digest, count, key = former(table), hashlib.sha256(), 0, None
            async for left in self._pages(table, None):
                rows = form(left)
                arrived = await self._target.after(table, key, len(rows))
                if rows != arrived:
                    raise MoveFailed(_difference(table, rows, arrived))
                digest.update(b"".join(map(_ENCODE, arrived)))
                count, key = count + len(rows), _key(table, rows[-1])
                self._tell(len(rows))
            found = await self._target.count(table)
            if not count == found == self._counts[table.name]:
                raise MoveFailed(f"{table.name} has {found} rows instead of {count}")
            whole = _Have(key=have.key, rows=count, is_whole=True, sha256=digest.hexdigest())
            await self._target.note(table.name, whole)

    async def arrived(self) -> list[TableMoved]:
        """What was compared."""
        found = [(table.name, await self._have(table)) for table in self._tables]
        return [TableMoved(name, have.rows, have.sha256) for name, have in found]

    async def _have(self, table: Table) -> _Have:
        noted = await self._target.noted(table.name)
        return _Have() if noted is None else msgspec.convert(noted, _Have)

    async def _pages(self, table: Table, key: Sequence[Any] | None) -> AsyncIterator[list[Row]]:
        """All rows after a key; the next page is read while one is worked on."""

        def read(after: Sequence[Any] | None) -> asyncio.Task[list[Row]]:
            ask = partial(self._source.after, table, after, rows_max=PAGE_ROWS_MAX, bytes_max=PAGE_BYTES_MAX)
            return asyncio.create_task(asyncio.to_thread(ask))

        reading = read(key)
        try:
            while rows := await reading:
                reading = read(_key(table, rows[-1]))
                yield rows
        finally:
            # The connection is one thread's at a time.
            await asyncio.wait([reading])

    def _tell(self, rows: int) -> None:
        self._done += rows
        self._progress(self._done, self._total)


def _key(table: Table, row: Row) -> list[Any]:
    names = [column.name for column in table.columns]
    return [row[names.index(column.name)] for column in table.primary_key]


def _difference(table: Table, rows: Sequence[Row], arrived: Sequence[Row]) -> str:
    """Which row it is, by its key alone: rows hold what people wrote."""
    for left, right in zip(rows, [*arrived, None], strict=False):
        if left != right:
            return f"{table.name} differs at the row {_key(table, left)}; empty the database and move again"
    return f"{table.name} differs in its end; empty the database and move again"
