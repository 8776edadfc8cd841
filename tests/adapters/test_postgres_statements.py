"""Every statement of every store is one that PostgreSQL understands."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import apsw
import asyncpg
from sqlalchemy.sql.expression import Delete, Insert, Select, Update

import laiwang
from laiwang.adapters.postgres.schema import bring_up_to_date
from laiwang.adapters.postgres.statements import Compiled
from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.adapters.sqlite.statements import Compiled as ForSQLite
from tests.adapters.stores import Published

PARAMETER = re.compile(r"\$\d+")
NAMES = re.compile(r":(\w+)")
LISTS = re.compile(r"\(__\[POSTCOMPILE_\w+\]\)")


def statements() -> Iterator[tuple[str, Select[tuple[object, ...]] | Insert | Update | Delete]]:
    """Those that are constants of modules, alone or in a mapping, by their names."""
    for found in pkgutil.walk_packages(laiwang.__path__, "laiwang."):
        if not found.name.startswith(("laiwang.adapters", "laiwang.__main__")):
            for name, value in vars(importlib.import_module(found.name)).items():
                for key, one in value.items() if isinstance(value, dict) else (("", value),):
                    if isinstance(one, Select | Insert | Update | Delete):
                        yield f"{found.name}.{name}{key}", one


async def test_every_statement_of_the_stores(postgres_url: str) -> None:
    """Prepared by the server itself, with the types that it gives to parameters."""
    every = list(statements())  # before the tables are made, for this is what loads all of them
    connection = await asyncpg.connect(postgres_url)
    try:
        await bring_up_to_date(connection)
        wrong = []
        count = 0
        for name, statement in every:
            names = [column.name for column in statement.table.columns] if isinstance(statement, Insert) else []
            text = Compiled(statement, names)
            count += 1
            for sql in (text.sql, text.bulk, text.bulk_guard):
                try:
                    if sql is not None:
                        await connection.prepare(sql)
                except asyncpg.PostgresError as error:
                    wrong.append(f"{name}: {error}")
        assert not wrong
        assert count > 250
    finally:
        await connection.close()


#: they compare with the clock at each row, so they look at all rows; there are few
BY_THE_CLOCK = {"laiwang.people.accounts.store.DROP_OLD_UIA_SESSIONS"}


async def test_what_sqlite_finds_by_an_index_postgresql_does(postgres_url: str, tmp_path: Path) -> None:
    """With parameters that the planner does not know, as in a prepared statement, partial indexes included: no statement reads a whole
    table on PostgreSQL that need not be read on SQLite."""
    every = [(name, one) for name, one in statements() if not isinstance(one, Insert)]
    database = SQLiteDatabase(tmp_path / "server.db", Published())
    await database.start()
    await database.close()
    embedded = apsw.Connection(str(tmp_path / "server.db"))
    connection = await asyncpg.connect(postgres_url)
    try:
        await bring_up_to_date(connection)
        # An empty table is best read as a whole; what is asked is whether it could be done otherwise.
        await connection.execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan")
        worse = []
        for number, (name, statement) in enumerate(every):
            text = Compiled(statement, [])
            await connection.execute(f"PREPARE one{number} AS {text.sql}")
            asked = ", ".join(["NULL"] * len(set(PARAMETER.findall(text.sql))))
            plan = await connection.fetch(f"EXPLAIN EXECUTE one{number}" + (f" ({asked})" if asked else ""))
            if any("Seq Scan" in row[0] for row in plan) and not scans(embedded, statement):
                worse.append(name)
        assert set(worse) <= BY_THE_CLOCK
    finally:
        embedded.close()
        await connection.close()


def scans(connection: apsw.Connection, statement: Select[tuple[object, ...]] | Insert | Update | Delete) -> bool:
    """Whether SQLite reads a whole table."""
    sql = LISTS.sub("(1, 2)", ForSQLite(statement, []).sql)
    plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", dict.fromkeys(NAMES.findall(sql)))
    return any(str(row[3]).startswith("SCAN") for row in plan)
