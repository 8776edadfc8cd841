"""Whole files of databases: a consistent copy of one that is in use, and one that gives its empty space back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import apsw

__all__ = ["compact_database", "copy_database", "whole"]

PAGES_AT_ONCE = 2000
STEPS_PER_LOOK = 20_000


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


def compact_database(path: Path, progress: Callable[[int, int], None]) -> tuple[int, int]:
    """Writes a file that nobody uses anew, without the space that deleted rows have left, and answers its size in bytes (before, after).
    `progress` is told (bytes done, about how many in all). Whatever happens, the file is the old one or the new one.
    Raises OSError."""
    beside = path.with_name(path.name + ".compact")
    beside.unlink(missing_ok=True)
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    is_written = False
    try:
        ((is_busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if is_busy:  # a write-ahead log that stays would be played into the new file
            raise OSError("something else, such as a backup, has the database open")
        before = path.stat().st_size
        used = int(connection.pragma("page_count")) - int(connection.pragma("freelist_count"))
        total = max(1, used * int(connection.pragma("page_size")))

        def look() -> bool:
            progress(min(beside.stat().st_size, total - 1) if beside.exists() else 0, total)
            return False

        connection.set_progress_handler(look, STEPS_PER_LOOK)
        connection.execute("VACUUM INTO ?", (str(beside),))
        is_written = True
    except apsw.Error as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()
        if not is_written:
            beside.unlink(missing_ok=True)
    try:
        if path.with_name(path.name + "-wal").exists():
            raise OSError("something else, such as a backup, has opened the database")
        if not whole(beside):
            raise OSError("the new file is damaged; the old one is kept")
        _sync(beside)  # the bytes first, then the name
        beside.replace(path)
        _sync(path.parent)
    finally:
        beside.unlink(missing_ok=True)
    progress(total, total)
    return before, path.stat().st_size


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def whole(path: Path) -> bool:
    """Whether a database file is intact."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return [row[0] for row in connection.execute("PRAGMA quick_check")] == ["ok"]
    except apsw.Error:
        return False
    finally:
        connection.close()
