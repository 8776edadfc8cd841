"""An event loop in which time passes only when nothing is left to do: hours of waiting cost nothing, and nothing is by chance."""

from __future__ import annotations

import asyncio
import contextvars
from asyncio import base_events
from collections.abc import Callable, Coroutine
from typing import Any

__all__ = ["OWNER", "Owner", "StandStill", "VirtualLoop"]

#: whose work the running code is: tasks made by it belong to the same owner and die with it
OWNER: contextvars.ContextVar[Owner | None] = contextvars.ContextVar("owner", default=None)
#: this many rounds without time passing is a loop that never ends
ROUNDS_MAX = 1_000_000


class StandStill(Exception):
    """Everybody waits for something that cannot happen any more."""


class Owner:
    """A process of the simulated world: its tasks, in the order in which they began."""

    def __init__(self) -> None:
        self.tasks: dict[asyncio.Task[Any], None] = {}
        self.context = contextvars.Context()
        self.context.run(OWNER.set, self)

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Starts work that belongs to this owner, whoever asks for it."""
        return self.context.run(asyncio.get_running_loop().create_task, work)

    def kill(self) -> None:
        """Ends all of it, as the end of a process does: no task takes another step of its own."""
        for task in list(self.tasks):
            task.cancel()


class _Selector:
    """Stands where the loop waits for sockets: waiting is what moves the clock."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self._rounds = 0

    def select(self, timeout_s: float | None) -> list[Any]:
        """Lets the time pass until the next timer."""
        if timeout_s is None:
            raise StandStill("nothing is left to wait for")
        if timeout_s > 0:
            self._loop.now += timeout_s
            self._rounds = 0
        else:
            self._rounds += 1
            if self._rounds > ROUNDS_MAX:
                raise StandStill("something spins without letting time pass")
        return []


class VirtualLoop(base_events.BaseEventLoop):
    """Runs callbacks in the order in which they were asked for, timers by their time. It has no threads, sockets or signals."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self._selector = _Selector(self)
        self._clock_resolution = 1e-9
        self.set_task_factory(_owned)

    def time(self) -> float:
        """Seconds since the world began."""
        return self.now

    def _process_events(self, event_list: Any) -> None:
        pass

    def _write_to_self(self) -> None:
        pass

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:  # type: ignore[override]
        """There are no threads here: what runs on them must not be part of a world."""
        raise RuntimeError(f"a world has no threads to run {func} on")


def _owned(loop: asyncio.AbstractEventLoop, work: Any, **options: Any) -> asyncio.Task[Any]:
    task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, **options)
    owner = OWNER.get()
    if owner is not None:
        tasks = owner.tasks
        tasks[task] = None
        task.add_done_callback(lambda done: tasks.pop(done, None))
    return task
