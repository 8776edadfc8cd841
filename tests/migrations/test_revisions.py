"""Tables change by revisions: all of them lead to the tables of today, from every revision that was ever released, with what is in them.

A revision that is released has its dumps in `dumps` (`make dump`); each of them is taken to today's tables here, in the store where it
comes from, and the people in it go on with a real server.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import NullPool, create_engine

import laiwang.edge.capabilities  # noqa: F401  # every table
from laiwang.adapters.migrations import HEAD, REVISIONS
from laiwang.adapters.migrations.upgrading import differences, directory
from laiwang.adapters.postgres import PostgresDatabase
from laiwang.adapters.postgres.schema import bring_up_to_date as bring_database
from laiwang.adapters.postgres.schema import upgrade_database
from laiwang.adapters.sqlite.schema import bring_up_to_date as bring_file
from laiwang.adapters.sqlite.schema import upgrade_file
from laiwang.kernel.ports import DatabaseUnfit
from tests.adapters.stores import Published
from tests.harness.postgres import run_sql
from tests.harness.server import URL_SETTING, ServerProcess
from tests.migrations.catalog import of_database, of_file
from tests.migrations.world import find_again

DUMPS = Path(__file__).parent / "dumps"
#: a revision that nobody released, after the last one
NEXT = f"{int(HEAD) + 1:04}"


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection, closed at the end."""
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def load(url: str, dump: str) -> None:
    """Plays a dump into an empty database."""
    async with connected(url) as connection:
        await connection.execute((DUMPS / dump).read_text(encoding="utf-8"))


def load_file(path: Path, dump: str) -> None:
    """See load."""
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.executescript((DUMPS / dump).read_text(encoding="utf-8"))


def with_next(folder: Path, upgrade: str) -> Path:
    """A folder with a further revision that does what is said."""
    (folder / "versions").mkdir(parents=True)
    for path in (Path(str(directory().dir)) / "versions").iterdir():
        if path.is_file():
            (folder / "versions" / path.name).write_bytes(path.read_bytes())
    written = (
        "import os, signal, sys, time\nfrom alembic import op\nimport sqlalchemy as sa\n\n"
        f"revision = '{NEXT}'\ndown_revision = '{HEAD}'\n\ndef upgrade():\n"
    )
    lines = "".join(f"    {line}\n" for line in upgrade.splitlines())
    (folder / "versions" / f"r{NEXT}_next.py").write_text(written + lines)
    return folder


def test_revisions_are_one_line_and_have_dumps() -> None:
    """Numbered without gaps, each after the one before; a database of each is stored for the tests of those that come."""
    script = directory()
    found = {one.revision: one.down_revision for one in script.walk_revisions()}
    numbers = [f"{number:04}" for number in range(1, len(found) + 1)]
    assert found == dict(zip(numbers, [None, *numbers], strict=False)), (
        "two revisions are called alike, or one is missing"
    )
    assert list(REVISIONS) == numbers
    assert script.get_heads() == [HEAD]
    wanted = {
        f"{number}.{store}.{kind}" for number in numbers for store in ("sqlite", "postgres") for kind in ("sql", "json")
    }
    assert {path.name for path in DUMPS.iterdir()} == wanted, "make dump"


def test_models_and_revisions_agree_on_sqlite(tmp_path: Path) -> None:
    """Both ways to today's tables end alike, and Alembic finds nothing to do; else: make revision."""
    at_once, by_steps = tmp_path / "at-once.db", tmp_path / "by-steps.db"
    bring_file(at_once)
    upgrade_file(by_steps, HEAD)
    for path in (at_once, by_steps):
        engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
        with engine.connect() as connection:
            assert differences(connection) == []
    upgrade_file(by_steps)
    assert of_file(by_steps) == of_file(at_once)


async def test_models_and_revisions_agree_on_postgres(postgres_url: str) -> None:
    """See above; and the tables that it alone has."""
    from tests.harness.postgres import shared_databases

    at_once = shared_databases().make()
    async with connected(at_once) as connection:
        await bring_database(connection)
    async with connected(postgres_url) as connection, connection.transaction():
        await upgrade_database(connection)
    assert await of_database(postgres_url) == await of_database(at_once)


@pytest.mark.process
@pytest.mark.parametrize("store", ["sqlite", "postgres"])
async def test_people_of_the_first_revision_go_on(store: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """With today's server: their tokens, history and keys, and what they had not been told yet. All other revisions are on the way."""
    revision = REVISIONS[0]
    settled = json.loads((DUMPS / f"{revision}.{store}.json").read_text())
    settings = {}
    if store == "postgres":
        url = settings[URL_SETTING] = request.getfixturevalue("postgres_url")
        await load(url, f"{revision}.postgres.sql")
    else:
        load_file(tmp_path / "data" / "laiwang.db", f"{revision}.sqlite.sql")
    server = ServerProcess(tmp_path / "data", settings, store="sqlite")
    try:
        server.start()
        await find_again(server.url, settled, with_files=False)
        server.stop()
    finally:
        server.kill()
    assert server.rows("SELECT version_num FROM alembic_version") == [(HEAD,)]


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_released_revision_leads_to_today_on_sqlite(revision: str, tmp_path: Path) -> None:
    """To the very tables of a new file, with all that is in the log."""
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    load_file(old, f"{revision}.sqlite.sql")
    with closing(sqlite3.connect(old)) as database:
        before = database.execute("SELECT * FROM log ORDER BY position").fetchall()
    bring_file(old)
    bring_file(new)
    assert of_file(old) == of_file(new)
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("SELECT * FROM log ORDER BY position").fetchall() == before


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_released_revision_leads_to_today_on_postgres(revision: str, postgres_url: str) -> None:
    """See above; of several processes that start at once one does it, and the others wait for it."""
    await load(postgres_url, f"{revision}.postgres.sql")
    async with connected(postgres_url) as connection:
        before = await connection.fetch("SELECT * FROM log ORDER BY position")
    count = 3 if revision == REVISIONS[0] else 1
    processes = [PostgresDatabase(postgres_url, Published()) for _ in range(count)]
    await asyncio.gather(*(process.start() for process in processes))
    await asyncio.gather(*(process.close() for process in processes))
    async with connected(postgres_url) as connection:
        assert await connection.fetchval("SELECT version_num FROM alembic_version") == HEAD
        assert await connection.fetch("SELECT * FROM log ORDER BY position") == before


# --- what can go wrong ------------------------------------------------------------------------------------------------


def lines_of(path: Path) -> Sequence[str]:
    """Everything in a file of SQLite."""
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


BREAKS = "op.create_table('more', sa.Column('id', sa.Integer()))\nop.execute('DELETE FROM log')\nop.execute('nonsense')"


def test_a_step_that_fails_leaves_a_file_as_it_was(tmp_path: Path) -> None:
    """With its rows, its tables and its revision."""
    path = tmp_path / "laiwang.db"
    load_file(path, f"{HEAD}.sqlite.sql")
    before = lines_of(path)
    with pytest.raises(Exception, match="nonsense"):
        upgrade_file(path, NEXT, with_next(tmp_path / "next", BREAKS))
    assert lines_of(path) == before
    upgrade_file(path, NEXT, with_next(tmp_path / "other", "op.create_table('more', sa.Column('id', sa.Integer()))"))
    assert "table more 0" in of_file(path)


async def test_a_step_that_fails_leaves_a_database_as_it_was(tmp_path: Path, postgres_url: str) -> None:
    """See above."""
    await load(postgres_url, f"{HEAD}.postgres.sql")
    before = await of_database(postgres_url)
    async with connected(postgres_url) as connection:
        with pytest.raises(Exception, match="nonsense"):
            async with connection.transaction():
                await upgrade_database(connection, NEXT, with_next(tmp_path / "next", BREAKS))
        assert await connection.fetchval("SELECT count(*) FROM log") > 0
        assert await connection.fetchval("SELECT version_num FROM alembic_version") == HEAD
    assert await of_database(postgres_url) == before


def test_a_crash_in_the_middle_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """SIGKILL after rows and tables have changed, before the end: the next start finds the old file, and can upgrade it."""
    path = tmp_path / "laiwang.db"
    load_file(path, f"{HEAD}.sqlite.sql")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
    before = lines_of(path)
    dies = "op.execute('DELETE FROM log')\nop.drop_table('topics')\nos.kill(os.getpid(), signal.SIGKILL)"
    program = (
        "import sys; from pathlib import Path; import laiwang.edge.capabilities\n"
        "from laiwang.adapters.sqlite.schema import upgrade_file\n"
        "upgrade_file(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))"
    )
    folder = with_next(tmp_path / "next", dies)
    done = subprocess.run([sys.executable, "-c", program, str(path), NEXT, str(folder)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert lines_of(path) == before
    bring_file(path)


def stamped(path: Path, **changed: Any) -> None:
    """Says something else of the revision or the fingerprint of a file."""
    with closing(sqlite3.connect(path)) as database, database:
        for table, value in changed.items():
            column = {"alembic_version": "version_num", "schema_fingerprint": "fingerprint"}[table]
            database.execute(f"UPDATE {table} SET {column} = ?", (value,))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"alembic_version": NEXT}, "newer version of Laiwang"),
        ({"alembic_version": "a1b2c3"}, "no database of Laiwang that this version knows"),
        ({"schema_fingerprint": "of another day"}, "another development version"),
    ],
)
async def test_what_this_version_does_not_know_is_refused(
    changed: dict[str, str], said: str, tmp_path: Path, postgres_url: str
) -> None:
    """Before anything is changed, in words for the operator."""
    path = tmp_path / "laiwang.db"
    bring_file(path)
    stamped(path, **changed)
    before = lines_of(path)
    with pytest.raises(DatabaseUnfit, match=said):
        bring_file(path)
    assert lines_of(path) == before
    async with connected(postgres_url) as connection:
        await bring_database(connection)
    for table, value in changed.items():
        column = {"alembic_version": "version_num", "schema_fingerprint": "fingerprint"}[table]
        await run_sql(postgres_url, f"UPDATE {table} SET {column} = '{value}'")
    async with connected(postgres_url) as connection:
        with pytest.raises(DatabaseUnfit, match=said):
            await bring_database(connection)


def test_tables_that_a_revision_did_not_make_are_not_built_upon(tmp_path: Path) -> None:
    """An upgrade that does not end in today's tables is undone."""
    path = tmp_path / "laiwang.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE somebodys (id INTEGER)")
    with pytest.raises(DatabaseUnfit, match=r"cannot be upgraded.*somebodys"):
        upgrade_file(path)
    assert of_file(path) == {"table somebodys 0", "somebodys ['id', 'INTEGER', 0, None, 0] 0"}
