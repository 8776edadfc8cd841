"""The embedded database: SQLite in WAL mode with `synchronous=FULL`, one writer thread with group commit, reader threads."""

from laiwang.adapters.sqlite.copy import compact_database, copy_database, whole
from laiwang.adapters.sqlite.database import SQLiteDatabase

__all__ = ["SQLiteDatabase", "compact_database", "copy_database", "whole"]
