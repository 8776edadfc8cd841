"""The statement language of the stores: SQLAlchemy Core, compiled by the adapter for its engine.

Column types are Integer/BigInteger, Text and LargeBinary only (booleans are 0/1), so that no value needs converting on the way to
any driver. Statements are module constants: the adapter compiles each once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Index, Insert, MetaData, Table, bindparam, insert, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex
from sqlalchemy.sql.compiler import DDLCompiler, SQLCompiler
from sqlalchemy.sql.expression import ClauseElement, ColumnElement

__all__ = ["NOW_MS", "fingerprint", "metadata", "partial_index", "upsert"]

#: every table of the server; a capability's store adds its own
metadata = MetaData()


def fingerprint() -> str:
    """Names today's tables: their columns, keys and indexes."""
    tables = [
        (
            table.name,
            [(one.name, type(one.type).__name__, one.nullable, one.primary_key) for one in table.columns],
            sorted(
                (str(index.name), [str(part) for part in index.expressions], index.unique, str(index.info.get("where")))
                for index in table.indexes
            ),
        )
        for table in metadata.sorted_tables
    ]
    return hashlib.sha256(repr(tables).encode()).hexdigest()


class _Now(ColumnElement[int]):
    """The database's own clock: processes on several machines agree on it, and on nothing else."""

    inherit_cache = True
    type = BigInteger()


@compiles(_Now)  # type: ignore[no-untyped-call,untyped-decorator,unused-ignore]
def _compile_now(element: _Now, compiler: SQLCompiler, **kw: Any) -> str:
    return "CAST(unixepoch('subsec') * 1000 AS INTEGER)"


@compiles(_Now, "postgresql")  # type: ignore[no-untyped-call,untyped-decorator,unused-ignore]
def _compile_now_there(element: _Now, compiler: SQLCompiler, **kw: Any) -> str:
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)"


#: milliseconds since the epoch, by the database's clock
NOW_MS = _Now()


class _OnConflict(ClauseElement):
    """The tail of an upsert: the same text on SQLite and PostgreSQL, which SQLAlchemy has only as two dialect constructs."""

    inherit_cache = False

    def __init__(self, keys: Sequence[str], update: Sequence[str], where: str | None) -> None:
        self.keys = tuple(keys)
        self.update = tuple(update)
        self.where = where


@compiles(_OnConflict)  # type: ignore[no-untyped-call,untyped-decorator,unused-ignore]
def _compile_on_conflict(element: _OnConflict, compiler: SQLCompiler, **kw: Any) -> str:
    target = ", ".join(element.keys)
    where = f" WHERE {element.where}" if element.where else ""
    if not element.update:
        return f"ON CONFLICT ({target}){where} DO NOTHING"
    assignments = ", ".join(f"{name} = excluded.{name}" for name in element.update)
    return f"ON CONFLICT ({target}){where} DO UPDATE SET {assignments}"


def upsert(
    table: Table, keys: Sequence[str], update: Sequence[str] | None = None, *, index_where: str | None = None
) -> Insert:
    """Insert a row; where `keys` exist already, set the `update` columns (default: all others; empty: leave the row alone).

    Every column is a parameter of its own name. `index_where` is the predicate of a partial unique index.
    """
    if update is None:
        update = [c.name for c in table.columns if c.name not in keys]
    statement = insert(table).values({c.name: bindparam(c.name) for c in table.columns})
    statement._post_values_clause = _OnConflict(keys, update, index_where)
    return statement


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of the rows for which the predicate `where` holds; the same on both engines.

    Naming the predicate for PostgreSQL in SQLAlchemy's way would load its dialect, a tenth of a second of every start on SQLite.
    """
    return Index(name, *columns, unique=unique, sqlite_where=text(where), info={"where": where})


@compiles(CreateIndex, "postgresql")  # type: ignore[no-untyped-call,untyped-decorator,unused-ignore]
def _compile_create_index(create: CreateIndex, compiler: DDLCompiler, **kw: Any) -> str:
    where = create.element.info.get("where")
    written: str = compiler.visit_create_index(create, **kw)  # type: ignore[no-untyped-call]
    return written + (f" WHERE {where}" if where else "")
