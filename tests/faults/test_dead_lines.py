"""A line to PostgreSQL dies without a word: whoever waits on it is told to come again, and nobody else is held up by what it held."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import asyncpg
import pytest

from laiwang.adapters.postgres import PostgresDatabase
from laiwang.adapters.postgres.database import STATEMENT_TIMEOUT_S
from laiwang.kernel.ports import DatabaseDown, Tx, Unit
from tests.faults.link import Link


def _fact() -> Unit:
    unit = Unit()
    unit.append("room:!dead", "event", b"{}")
    return unit


async def test_a_process_that_stands_still_in_the_middle_of_a_commit(postgres_url: str) -> None:
    """The others write on: they end its session, also where the database would let it wait for ever."""
    other = PostgresDatabase(postgres_url, lambda *_: None)
    await other.start()
    await other.commit(_fact())
    still = await asyncpg.connect(postgres_url, server_settings={"application_name": "laiwang"})
    await still.execute("BEGIN")
    await still.execute("SELECT value FROM log_position FOR UPDATE")
    committed = await other.commit(_fact())  # without an end of that session it is refused after half a minute
    assert [fact.position for fact in committed.facts] == [2]
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)):
        await still.execute("COMMIT")
    still.terminate()
    await other.close()


async def test_a_line_that_died_in_the_middle_of_a_transaction(postgres_url: str) -> None:
    """The commit and the read that were under way end, well before statements do, and so does the session that held the order."""
    address = urlsplit(postgres_url)
    folder = dict(parse_qsl(address.query)).get("host")
    line = Link(Path(folder, ".s.PGSQL.5432") if folder else address.port or 5432)
    await line.up()
    cut_off = PostgresDatabase(f"postgresql://{address.username}@127.0.0.1:{line.port}{address.path}", lambda *_: None)
    other = PostgresDatabase(postgres_url, lambda *_: None)
    await cut_off.start()
    await other.start()
    await cut_off.commit(_fact())
    await cut_off.facts_at([1])

    opened = asyncio.Event()

    async def work(tx: Tx) -> None:
        line.deafen()
        opened.set()
        tx.append("room:!dead", "event", b"{}")

    holding = asyncio.create_task(cut_off.transaction(work))
    await opened.wait()
    reading = asyncio.create_task(cut_off.facts_at([1]))
    await asyncio.sleep(0)
    line.renew()
    async with asyncio.timeout(STATEMENT_TIMEOUT_S / 2):  # a hang, not a measurement
        await other.commit(_fact())
        for task in (holding, reading):
            with pytest.raises(DatabaseDown):
                await task
        # The line is well: what comes now goes over new connections.
        await cut_off.commit(_fact())
        assert [fact.position for fact in await cut_off.facts_at([1, 2, 3])] == [1, 2, 3]
    await cut_off.close()
    await other.close()
    await line.down()
