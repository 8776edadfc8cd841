"""The embedded database: SQLite in WAL mode with `synchronous=FULL`, one writer thread with group commit, reader threads."""

from laiwang.adapters.sqlite.copy import compact_database, copy_database, whole
from laiwang.adapters.sqlite.database import SQLiteDatabase
from laiwang.adapters.sqlite.pages import Pages
from laiwang.adapters.sqlite.schema import bring_up_to_date

__all__ = ["Pages", "SQLiteDatabase", "bring_up_to_date", "compact_database", "copy_database", "whole"]
