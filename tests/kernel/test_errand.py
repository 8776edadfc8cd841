"""Errands: woken, tried again, and never lost between looking and waiting."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.kernel import errand as module
from laiwang.kernel.bus import InProcessBus
from laiwang.kernel.errand import Errand
from laiwang.kernel.lease import Leases
from laiwang.kernel.wake import Bells
from laiwang.kit.ports import SystemChance, SystemClock


def leases(bells: Bells | None = None) -> Leases:
    """Of a server that is alone, which has every lease. The database is not asked."""
    database = SQLiteDatabase(Path("nowhere"), lambda *_: None)
    return Leases(database, bells or Bells(), InProcessBus(), SystemClock(), SystemChance())


class Work:
    """Counts its runs; each takes the next of `outcomes`: an answer or an error. Without one it waits to be woken."""

    def __init__(self, *outcomes: float | Exception | None) -> None:
        self.outcomes = list(outcomes)
        self.count = 0
        self._ran = asyncio.Condition()

    async def __call__(self) -> float | None:
        async with self._ran:
            self.count += 1
            self._ran.notify_all()
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def ran(self, count: int) -> None:
        """Waits until it has run so often."""
        async with self._ran:
            await self._ran.wait_for(lambda: self.count >= count)


async def test_it_looks_at_the_start_and_at_each_call() -> None:
    work = Work()
    errand = Errand(leases(), "one", work)
    errand.wake()  # before it started: one look is enough
    await errand.start()
    await work.ran(1)
    for count in (2, 3):
        errand.wake()
        errand.wake()
        await work.ran(count)
    await errand.stop()
    assert work.count == 3


async def test_a_call_during_the_work_is_not_lost() -> None:
    bells = Bells()
    is_inside, may_go = asyncio.Event(), asyncio.Event()
    count = 0

    async def work() -> None:
        nonlocal count
        count += 1
        is_inside.set()
        await may_go.wait()

    errand = Errand(leases(bells), "one", work, topics=("news",))
    await errand.start()
    await is_inside.wait()
    is_inside.clear()
    bells.ring(("news",))
    may_go.set()
    await is_inside.wait()
    await errand.stop()
    assert count == 2
    assert not bells.listeners  # stopped, it hears nothing any more


async def test_it_looks_again_when_the_work_says_so() -> None:
    work = Work(0.0, 0.001, None)
    errand = Errand(leases(), "one", work)
    await errand.start()
    await work.ran(3)
    await errand.stop()


async def test_what_fails_is_tried_again_and_told_as_it_deserves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE_S", 0.001)
    work = Work(OSError("far"), OSError("far"), ValueError("ours"), None, OSError("far again"))
    errand = Errand(leases(), "one", work, expected=(OSError,))
    with capture_logs() as told:
        await errand.start()
        await work.ran(4)
        errand.wake()
        await work.ran(6)
        await errand.stop()
    assert [one["log_level"] for one in told] == ["warning", "error", "warning"]
    assert [one["retry_s"] for one in told] == [0.001, 0.004, 0.001]
