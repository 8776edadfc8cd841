"""Every statement of every store is one that PostgreSQL understands."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import asyncpg
from sqlalchemy.sql.expression import Delete, Insert, Select, Update

import laiwang
from laiwang.adapters.postgres.schema import bring_up_to_date
from laiwang.adapters.postgres.statements import Compiled


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
