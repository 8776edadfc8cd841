"""Adding to the list of administrative acts, and reading it."""

from __future__ import annotations

from typing import Any

import orjson

from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Write
from laiwang.people.audit import store

__all__ = ["COMMAND_LINE", "Audit"]

#: the actor of what is done by the command `laiwang`
COMMAND_LINE = "command line"
NEWEST = (1 << 62) - 1


class Audit:
    """Entries, newest first. `old` and `new` are JSON values; secrets have no place in them."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    def entry(self, actor: str, act: str, subject: str, *, old: Any = None, new: Any = None) -> Write:
        """The row of an act, to be written in the unit that does it."""
        return Write(
            store.ADD,
            {
                "at_ms": self._kernel.clock.now_ms(),
                "actor": actor,
                "act": act,
                "subject": subject,
                "old": None if old is None else orjson.dumps(old).decode(),
                "new": None if new is None else orjson.dumps(new).decode(),
            },
        )

    async def page(
        self,
        *,
        before: int | None = None,
        limit: int,
        actor: str | None = None,
        act: str | None = None,
        subject: str | None = None,
        since_ms: int = 0,
        until_ms: int = NEWEST,
    ) -> list[dict[str, Any]]:
        """Up to `limit` entries with a smaller id than `before`, of acts from `since_ms` to `until_ms`."""
        params = {
            "before": NEWEST if before is None else before,
            "most": limit,
            "actor": actor,
            "act": act,
            "subject": subject,
            "since_ms": since_ms,
            "until_ms": until_ms,
        }
        names = ("id", "at_ms", "actor", "act", "subject")
        return [
            {
                **dict(zip(names, row[:5], strict=True)),
                "old": None if row[5] is None else orjson.loads(row[5]),
                "new": None if row[6] is None else orjson.loads(row[6]),
            }
            for row in await self._kernel.database.fetch(store.PAGE, params)
        ]
