"""A consistent copy of a database that is in use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw

__all__ = ["copy_database", "whole"]

PAGES_AT_ONCE = 2000


def copy_database(source: Path, target: Path, progress: Callable[[int, int], None]) -> None:
    """Copies the file as it is at this moment, whoever writes meanwhile; `progress` is told (bytes done, bytes in all)."""
    reader = apsw.Connection(str(source), flags=apsw.SQLITE_OPEN_READWRITE)
    writer = apsw.Connection(str(target))
    try:
        reader.set_busy_timeout(10_000)
        # The open read transaction pins one state of the log; without it every commit would start the copy anew.
        reader.execute("BEGIN")
        reader.execute("SELECT 1 FROM sqlite_master").fetchall()
        page_bytes = int(reader.pragma("page_size"))
        with writer.backup("main", reader, "main") as copying:
            while not copying.done:
                copying.step(PAGES_AT_ONCE)
                in_all = copying.page_count
                progress((in_all - copying.remaining) * page_bytes, in_all * page_bytes)
        reader.execute("COMMIT")
        writer.execute("PRAGMA journal_mode=DELETE")
    finally:
        writer.close()
        reader.close()


def whole(path: Path) -> bool:
    """Whether a database file is intact."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return [row[0] for row in connection.execute("PRAGMA quick_check")] == ["ok"]
    except apsw.Error:
        return False
    finally:
        connection.close()
