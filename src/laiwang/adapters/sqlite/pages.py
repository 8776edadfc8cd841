"""The rows of a file page by page, in the order of their keys: what is read to be written elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import apsw
from sqlalchemy import Table

from laiwang.adapters.sqlite.writer import connect
from laiwang.kernel.ports import Row

__all__ = ["Pages"]


class Pages:
    """A file that nobody writes to meanwhile, as it is now. Its methods may be called on any one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path, readonly=True)
        self._connection.execute("BEGIN")

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def count(self, table: Table) -> int:
        """How many rows there are."""
        (found,) = self._connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()  # type: ignore[misc]
        return int(found)

    def after(self, table: Table, key: Sequence[Any] | None, *, rows_max: int, bytes_max: int) -> list[Row]:
        """The next rows after a key, in the order of keys: at most so many, and not many more bytes."""
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        keys = ", ".join(f'"{column.name}"' for column in table.primary_key)
        where = "" if key is None else f"WHERE ({keys}) > ({', '.join('?' * len(key))})"
        asked = f'SELECT {names} FROM "{table.name}" {where} ORDER BY {keys} LIMIT {rows_max}'
        found: list[Row] = []
        size = 0
        cursor: apsw.Cursor = self._connection.execute(asked, tuple(key or ()))
        for row in cursor:
            found.append(row)
            size += sum(len(value) for value in row if isinstance(value, str | bytes))
            if size >= bytes_max:
                cursor.close(True)
                break
        return found
