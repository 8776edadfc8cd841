"""What SQLite's own disk can do to a commit: it is full, or somebody else holds it. Nobody may be left waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import apsw
import pytest

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.kernel.ports import DatabaseDown, Tx, Unit
from tests.adapters.stores import Published


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SQLiteDatabase]:
    """An open database that gives up on locks at once."""
    opened = SQLiteDatabase(tmp_path / "server.db", Published())
    await opened.start()
    opened.writer.connection.set_busy_timeout(1)
    yield opened
    await opened.close()


async def append(database: SQLiteDatabase, body: bytes) -> int:
    unit = Unit()
    unit.append("a", "test", body)
    return (await database.commit(unit)).facts[0].position


async def work(tx: Tx) -> str:
    tx.append("a", "test", b"in a transaction")
    return "done"


async def test_a_full_disk_refuses_and_recovers(database: SQLiteDatabase) -> None:
    """What does not fit is refused, what fits is taken, positions stay without gaps."""
    assert await append(database, b"1") == 1
    pages = database.writer.connection.pragma("page_count")
    database.writer.connection.pragma("max_page_count", pages)
    with pytest.raises(DatabaseDown):
        await append(database, bytes(1 << 20))
    assert database.position == 1
    database.writer.connection.pragma("max_page_count", 1 << 20)
    assert await append(database, bytes(1 << 20)) == 2


async def test_a_locked_database_refuses_units_and_transactions(database: SQLiteDatabase) -> None:
    """Also those of a group that could not even begin."""
    intruder = apsw.Connection(str(database.path))
    intruder.execute("BEGIN IMMEDIATE")
    answers = await asyncio.gather(
        append(database, b"1"), database.transaction(work), append(database, b"2"), return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [DatabaseDown] * 3
    with pytest.raises(DatabaseDown):
        await database.transaction(work)
    intruder.execute("ROLLBACK")
    intruder.close()
    assert await database.transaction(work) == "done"
    assert await append(database, b"3") == 2
