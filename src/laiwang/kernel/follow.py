"""Followers: work that may lag behind the log, restarts where it stopped, and can be replayed.

A follower's effect and its cursor are written in one transaction, so a crash repeats nothing and skips nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import bindparam, select

from laiwang.kernel.log import Log
from laiwang.kernel.ports import Database, Fact, Tx
from laiwang.kernel.sql import upsert
from laiwang.kernel.tables import cursors

__all__ = ["Follower", "Followers"]

_CURSOR = select(cursors.c.position).where(cursors.c.follower == bindparam("follower"))
_SET_CURSOR = upsert(cursors, ["follower"])
log_ = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Follower:
    """`handle` gets the next facts in order, inside the transaction that also moves the cursor. `topic_prefix` narrows what it sees."""

    name: str
    handle: Callable[[Tx, Sequence[Fact]], Awaitable[None]]
    topic_prefix: str | None = None
    batch_max: int = 200
    from_start: bool = True


class Followers:
    """Runs followers behind the log, one task each; a failing batch is retried with backoff and never skipped."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log
        self._tasks: list[asyncio.Task[None]] = []
        self._moved: dict[str, asyncio.Event] = {}
        self._news = asyncio.Event()

    def start(self, followers: Sequence[Follower]) -> None:
        """Starts them."""
        for follower in followers:
            self._tasks.append(asyncio.create_task(self._run(follower), name=f"follower {follower.name}"))

    async def stop(self) -> None:
        """Stops between two batches."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()

    async def cursor(self, name: str) -> int:
        """How far a follower is."""
        row = await self._database.fetch_one(_CURSOR, {"follower": name})
        return int(row[0]) if row else 0

    async def step(self, follower: Follower) -> int:
        """One batch; answers how many facts it took (0: it has caught up)."""
        since = await self.cursor(follower.name)
        upto = self._log.position
        facts = await self._database.facts_after(since, limit=follower.batch_max, topic_prefix=follower.topic_prefix)
        facts = [fact for fact in facts if fact.position <= upto]
        # With nothing of its own in between, a follower still moves on, so that it never scans the same stretch twice.
        target = facts[-1].position if len(facts) == follower.batch_max else upto
        if target <= since:
            return 0

        async def work(tx: Tx) -> None:
            if facts:
                await follower.handle(tx, facts)
            await tx.execute(_SET_CURSOR, {"follower": follower.name, "position": target})

        await self._database.transaction(work)
        return len(facts)

    async def _run(self, follower: Follower) -> None:
        pause_s = 0.0
        listener = self._log.bells.listen()
        if follower.topic_prefix is not None and not follower.topic_prefix.endswith(":"):
            listener.add(follower.topic_prefix)
        try:
            while True:
                try:
                    took = await self.step(follower)
                    pause_s = 0.0
                    if took == 0:
                        listener.dirty.clear()
                        await listener.wait(1.0)
                except asyncio.CancelledError:
                    raise
                except Exception:
                    pause_s = min(max(0.1, pause_s * 2), 30.0)
                    log_.exception("follower failed; it will retry", follower=follower.name, retry_s=pause_s)
                    await asyncio.sleep(pause_s)
        finally:
            listener.close()
