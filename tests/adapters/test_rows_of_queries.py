"""Rows that are made of rows, in every database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import BigInteger, bindparam, insert, literal, select

from laiwang.kernel.ports import Database, Unit
from laiwang.kernel.tables import transactions
from tests.adapters.stores import STORES, Published

MADE = select(
    transactions.c.device_key,
    transactions.c.scope,
    bindparam("new"),
    literal(""),
    bindparam("at", type_=BigInteger),
).where(transactions.c.txn_id == bindparam("old"))
COPY = insert(transactions).from_select(["device_key", "scope", "txn_id", "event_id", "at_ms"], MADE)
ROWS = select(transactions.c.txn_id, transactions.c.at_ms).order_by(transactions.c.txn_id)


@pytest.fixture(params=STORES)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An open database."""
    store = STORES[request.param](tmp_path, lambda: str(request.getfixturevalue("postgres_url")))
    opened = store.database(Published())
    await opened.start()
    yield opened
    await opened.close()


async def test_an_insert_of_what_a_query_finds(database: Database) -> None:
    """With parameters in it, once and for several rows of them; each sees what those before it have written."""
    unit = Unit()
    row = {"device_key": "d", "scope": "s", "txn_id": "a", "event_id": "$1", "at_ms": 1}
    unit.write(insert(transactions), row)
    unit.write(COPY, {"old": "a", "new": "b", "at": 1 << 40})
    unit.write(COPY, [{"old": "b", "new": "c", "at": 3}, {"old": "nothing", "new": "d", "at": 4}])
    await database.commit(unit)
    assert await database.fetch(ROWS) == [("a", 1), ("b", 1 << 40), ("c", 3)]
