"""Errands: work in the background that is woken when there is some, and tried again until it is done.

What is to be done stands in the database, written in the unit that asks for it; an errand that starts looks there first. So a wake that
is lost with the process loses nothing. Each runs in one process of the cluster, the one that has its lease.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import structlog

from laiwang.kernel.lease import LeaseLost, Leases, Part
from laiwang.kernel.ports import Conflict

__all__ = ["Errand"]

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0
#: it looks again after this, though nobody woke it
IDLE_S = 3600.0
#: the same where another process may have something to do, and its word may be lost
SHARED_IDLE_S = 3.0
log_ = structlog.get_logger(__name__)


class Errand:
    """Runs `work` when it starts and each time somebody wakes it or one of `topics` rings, never twice at once.

    `work` does what there is and answers after how many seconds it wants to look again at the latest (0: at once), None when it need
    not. When it raises, it is tried again after a pause that grows from `FIRST_PAUSE_S` to `LONGEST_PAUSE_S`. Errors of the kinds
    `expected` are told once and without a trace, until it has worked again.

    It has the lease of its name, or another that it shares (`lease`). `begin` reads what the work remembers, each time that this process
    takes over; `finish` ends what the work has left running. One that nobody wakes has `is_woken=False`.
    """

    def __init__(
        self,
        leases: Leases,
        name: str,
        work: Callable[[], Awaitable[float | None]],
        *,
        topics: Iterable[str] = (),
        expected: tuple[type[Exception], ...] = (),
        lease: str = "",
        begin: Callable[[], Awaitable[None]] | None = None,
        finish: Callable[[], Awaitable[None]] | None = None,
        is_woken: bool = True,
    ) -> None:
        self._name = name
        self._work = work
        self._expected = expected
        self._topics = tuple(topics)
        self._leases = leases
        self.lease = leases.of(lease or name)
        self._part = Part(self._begin, self._end)
        self._first = begin
        self._finish = finish
        self._is_woken = is_woken
        self._listener = leases.bells.listen()
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There is something to do, here or in the process that has the lease."""
        if self.lease.is_held:
            self._listener.ring(self._name)
        else:
            self._leases.call(self._name)

    async def start(self) -> None:
        """Begins with what was left, in the process that has the lease."""
        self._leases.errands[self._name] = self._called
        self.lease.add(self._part)

    async def stop(self) -> None:
        """Stops wherever it waits: between two writes, or while one is on its way to disk."""
        await self.lease.remove(self._part)

    def _called(self) -> None:
        if self.lease.is_held:
            self._listener.ring(self._name)

    def _begin(self) -> None:
        for topic in self._topics:
            self._listener.add(topic)
        self._task = asyncio.create_task(self._run(), name=self._name)

    async def _end(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        for topic in self._topics:
            self._listener.discard(topic)
        if self._finish is not None:
            await self._finish()

    async def _run(self) -> None:
        pause_s = 0.0
        has_begun = self._first is None
        while True:
            self._listener.dirty.clear()
            try:
                if not has_begun and self._first is not None:
                    await self._first()
                    has_begun = True
                wait_s = await self._work()
            except Exception as error:
                is_first = not pause_s
                pause_s = min(max(FIRST_PAUSE_S, pause_s * 2), LONGEST_PAUSE_S)
                self._tell(error, is_first, pause_s)
                await asyncio.sleep(pause_s)
                continue
            pause_s = 0.0
            if wait_s != 0:
                await self._listener.wait(self._patience_s(wait_s))

    def _patience_s(self, wait_s: float | None) -> float:
        longest_s = SHARED_IDLE_S if self._leases.is_shared and self._is_woken else IDLE_S
        return longest_s if wait_s is None else min(wait_s, longest_s)

    def _tell(self, error: Exception, is_first: bool, retry_s: float) -> None:
        if isinstance(error, LeaseLost) or (isinstance(error, Conflict) and self._leases.is_shared and is_first):
            self._leases.look_soon()
            log_.info("an errand stops: another process may have it now", errand=self._name)
        elif not isinstance(error, self._expected):
            log_.error("an errand failed; it will be tried again", errand=self._name, retry_s=retry_s, exc_info=error)
        elif is_first:
            log_.warning("an errand has to wait", errand=self._name, reason=str(error), retry_s=retry_s)
