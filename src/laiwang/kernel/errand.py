"""Errands: work in the background that is woken when there is some, and tried again until it is done.

What is to be done stands in the database, written in the unit that asks for it; an errand that starts looks there first. So a wake that
is lost with the process loses nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import structlog

from laiwang.kernel.wake import Bells

__all__ = ["Errand"]

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0
#: it looks again after this, though nobody woke it
IDLE_S = 3600.0
log_ = structlog.get_logger(__name__)


class Errand:
    """Runs `work` when it starts and each time somebody wakes it or one of `topics` rings, never twice at once.

    `work` does what there is and answers after how many seconds it wants to look again at the latest (0: at once), None when it need
    not. When it raises, it is tried again after a pause that grows from `FIRST_PAUSE_S` to `LONGEST_PAUSE_S`. Errors of the kinds
    `expected` are told once and without a trace, until it has worked again.
    """

    def __init__(
        self,
        bells: Bells,
        name: str,
        work: Callable[[], Awaitable[float | None]],
        *,
        topics: Iterable[str] = (),
        expected: tuple[type[Exception], ...] = (),
    ) -> None:
        self._name = name
        self._work = work
        self._expected = expected
        self._bells = bells
        self._topics = tuple(topics)
        self._listener = bells.listen()
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There is something to do."""
        self._listener.ring(self._name)

    async def start(self) -> None:
        """Begins with what was left."""
        for topic in self._topics:
            self._listener.add(topic)
        self._task = asyncio.create_task(self._run(), name=self._name)

    async def stop(self) -> None:
        """Stops wherever it waits: between two writes, or while one is on its way to disk."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        for topic in self._topics:
            self._listener.discard(topic)

    async def _run(self) -> None:
        pause_s = 0.0
        while True:
            self._listener.dirty.clear()
            try:
                wait_s = await self._work()
            except Exception as error:
                is_first = not pause_s
                pause_s = min(max(FIRST_PAUSE_S, pause_s * 2), LONGEST_PAUSE_S)
                self._tell(error, is_first, pause_s)
                await asyncio.sleep(pause_s)
                continue
            pause_s = 0.0
            if wait_s != 0:
                await self._listener.wait(IDLE_S if wait_s is None else wait_s)

    def _tell(self, error: Exception, is_first: bool, retry_s: float) -> None:
        if not isinstance(error, self._expected):
            log_.error("an errand failed; it will be tried again", errand=self._name, retry_s=retry_s, exc_info=error)
        elif is_first:
            log_.warning("an errand has to wait", errand=self._name, reason=str(error), retry_s=retry_s)
