"""`laiwang migrate` from inside: interrupted at each of its moments, refused where it must be, and given up."""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from laiwang.adapters.migrations import HEAD
from laiwang.edge.data_folder import DataFolder, FolderMoved
from laiwang.edge.move import MoveFailed, TableMoved, give_up, move, without_password
from laiwang.kernel.ports import DatabaseDown, DatabaseUnfit
from tests.harness.postgres import query, run_sql
from tests.harness.wire import Wire, wire_to
from tests.migrations.catalog import of_database
from tests.migrations.test_revisions import lines_of, load_file

#: what it says to the database at its moments, in the order in which it comes to them
MOMENTS = (
    b"CREATE TABLE access_tokens",
    b'COPY "accounts"',
    b'COPY "log"',
    b"INDEX IF NOT EXISTS relations",
    b"ANALYZE",
    b'count(*) FROM "memberships"',
    b"UPDATE alembic_version",
)


@pytest.fixture
async def wire(postgres_url: str) -> AsyncIterator[Wire]:
    """The way to an empty database."""
    async with wire_to(postgres_url) as wire:
        yield wire


def folder_with_life(root: Path) -> DataFolder:
    """The folder of a server that some people used."""
    folder = DataFolder(root)
    root.mkdir()
    load_file(folder.database, f"{HEAD}.sqlite.sql")
    folder.server_name("test.local")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """See folder_with_life."""
    return folder_with_life(tmp_path / "data")


def silent(done: int, total: int) -> None:
    """No bar."""


def rows_in(path: Path, table: str) -> int:
    """How many there are in a file."""
    with closing(sqlite3.connect(path)) as database:
        found: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


async def test_it_goes_on_wherever_it_was_interrupted(
    folder: DataFolder, wire: Wire, postgres_url: str, tmp_path: Path
) -> None:
    """Nothing is missing, nothing comes twice, nothing of the old database is changed; bars end full."""
    before = lines_of(folder.database)
    for moment in MOMENTS:
        wire.break_at(moment)
        with pytest.raises(DatabaseDown):
            await move(folder, wire.url, silent)
        if moment == MOMENTS[0]:
            folder.check_not_moved()  # nothing is there yet
            continue
        with pytest.raises(FolderMoved, match="is on its way to"):
            folder.check_not_moved()
    wire.lose(b"COMMIT")
    with pytest.raises(DatabaseDown):
        await move(folder, wire.url, silent)
    told: list[tuple[int, int]] = []
    arrived = await move(folder, wire.url, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert [table.rows for table in arrived] == [rows_in(folder.database, table.name) for table in arrived]
    assert all(re.fullmatch("[0-9a-f]{64}", table.sha256) for table in arrived)
    assert lines_of(folder.database) == before
    # Called once more it tells the same.
    assert await move(folder, wire.url, silent) == arrived
    with pytest.raises(FolderMoved, match="has moved to"):
        folder.check_not_moved()
    await check_arrived(postgres_url, arrived)


async def check_arrived(url: str, arrived: list[TableMoved]) -> None:
    """The tables are those that a new database gets, and new rows get numbers of their own."""
    from laiwang.adapters.postgres import PostgresDatabase
    from tests.adapters.stores import Published
    from tests.harness.postgres import shared_databases

    other = shared_databases().make()
    for place in (other, url):
        database = PostgresDatabase(place, Published())
        await database.start()
        await database.close()
    assert {line for line in await of_database(url) if "filled_from" not in line} == await of_database(other)
    last = {table.name: table.rows for table in arrived}["log"]
    (position,) = query(url, "SELECT value FROM log_position")[0]
    assert position >= last
    await run_sql(url, "INSERT INTO topics (name) VALUES ('new')")


async def test_what_differs_does_not_count(folder: DataFolder, wire: Wire, postgres_url: str) -> None:
    """A row that changed on the way is found, and named by its key."""
    wire.break_at(b"ANALYZE")
    with pytest.raises(DatabaseDown):
        await move(folder, wire.url, silent)
    await run_sql(postgres_url, r"UPDATE log SET body = '\x7b7d' WHERE position = 7")
    with pytest.raises(MoveFailed, match=r"log differs at the row \[7\]"):
        await move(folder, wire.url, silent)
    with pytest.raises(DatabaseUnfit, match="half filled"):
        await started(postgres_url)
    with pytest.raises(FolderMoved, match="is on its way"):
        folder.check_not_moved()


async def started(url: str) -> None:
    """A server's database, opened."""
    from laiwang.adapters.postgres import PostgresDatabase
    from tests.adapters.stores import Published

    await PostgresDatabase(url, Published()).start()


async def test_a_database_that_is_not_empty_is_refused(folder: DataFolder, postgres_url: str, tmp_path: Path) -> None:
    """Whatever is in it, and the folder is served as before."""
    await run_sql(postgres_url, "CREATE TABLE somebodys (id integer)")
    with pytest.raises(DatabaseUnfit, match="not empty"):
        await move(folder, postgres_url, silent)
    folder.check_not_moved()
    await run_sql(postgres_url, "DROP TABLE somebodys")
    await move(folder, postgres_url, silent)
    other = folder_with_life(tmp_path / "other")
    with pytest.raises(DatabaseUnfit, match="was filled from elsewhere"):
        await move(other, postgres_url, silent)
    other.check_not_moved()
    with pytest.raises(MoveFailed, match="no embedded database"):
        await move(DataFolder(tmp_path / "none"), postgres_url, silent)


async def test_one_that_moved_may_come_back(folder: DataFolder, postgres_url: str) -> None:
    """Only where the operator says so; until then it goes nowhere else."""
    with pytest.raises(MoveFailed, match="nothing"):
        give_up(folder)
    await move(folder, postgres_url, silent)
    elsewhere = urlsplit(postgres_url)._replace(path="/elsewhere").geturl()
    with pytest.raises(FolderMoved, match="has moved to"):
        await move(folder, elsewhere, silent)
    give_up(folder)
    folder.check_not_moved()
    with pytest.raises(DatabaseUnfit, match="was filled from elsewhere"):
        await move(folder, postgres_url, silent)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://laiwang:secret@db.example/laiwang", "postgresql://laiwang@db.example/laiwang"),
        ("postgresql://db.example:5433/laiwang", "postgresql://db.example:5433/laiwang"),
        (
            "postgresql://laiwang:a%40b@/l?host=/run/postgresql&password=secret",
            "postgresql://laiwang@/l?host=/run/postgresql",
        ),
    ],
)
def test_no_password_is_noted(url: str, shown: str) -> None:
    """Neither in the folder nor on the screen."""
    assert without_password(url) == shown
