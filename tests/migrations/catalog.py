"""What tables a database has, in a form that is the same however they came to be: by revisions or at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg

__all__ = ["of_database", "of_file"]

_OURS = "n.nspname = 'public' AND c.relname NOT IN ('alembic_version')"
_COLUMNS = f"""
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), l.collname
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum LEFT JOIN pg_collation l ON l.oid = a.attcollation
    WHERE {_OURS} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped"""
_INDEXES = f"""
    SELECT t.relname, pg_get_indexdef(c.oid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE {_OURS} AND t.relname <> 'alembic_version'"""
_CONSTRAINTS = f"""
    SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_OURS} AND k.contype <> 'n'"""
_OPTIONS = f"""
    SELECT c.relname, c.relkind::text, c.reloptions::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {_OURS} AND c.relkind IN ('r', 'S', 'v')"""


async def of_database(url: str) -> set[str]:
    """Of a database on PostgreSQL."""
    connection = await asyncpg.connect(url)
    try:
        found = set()
        for asked in (_COLUMNS, _INDEXES, _CONSTRAINTS, _OPTIONS):
            found |= {" ".join(map(str, row)).replace("public.", "") for row in await connection.fetch(asked)}
    finally:
        await connection.close()
    return found


def of_file(path: Path) -> set[str]:
    """Of a file of SQLite."""
    found = set()
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        ).fetchall()
        for table, is_without_rowid in tables:
            if table.startswith("sqlite_") or table == "alembic_version":
                continue
            found.add(f"table {table} {is_without_rowid}")
            for _, *column, hidden in database.execute("SELECT * FROM pragma_table_xinfo(?)", (table,)):
                found.add(f"{table} {column} {hidden}")
            for _, name, *kinds in database.execute("SELECT * FROM pragma_index_list(?)", (table,)).fetchall():
                columns = database.execute("SELECT * FROM pragma_index_xinfo(?)", (name,)).fetchall()
                told = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
                # One that a key of the table makes has no words of its own.
                written = told[0] or "" if told else ""
                called, predicate = name if written else "by itself", written.partition(" WHERE ")[2]
                found.add(
                    f"{table} {called} {kinds} {[column[2:] for column in columns]} {' '.join(predicate.split())}"
                )
    return found
