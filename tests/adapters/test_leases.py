"""Leases on every store: one holder at a time, shared out, handed over, taken from the dead, and no way back for who has lost one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from laiwang.kernel import errand as errand_module
from laiwang.kernel import lease as module
from laiwang.kernel.bus import Hub, InProcessBus
from laiwang.kernel.errand import Errand
from laiwang.kernel.lease import LeaseLost, Leases, Part
from laiwang.kernel.ports import Conflict, Database, Unit
from laiwang.kernel.tables import processes
from laiwang.kernel.wake import Bells
from laiwang.kit.ports import SystemChance, SystemClock
from tests.adapters.stores import STORES, Published

NAMES = [f"work {number}" for number in range(6)]
EVERYBODY_LOOKS_DEAD = update(processes).values(until_ms=1)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RENEW_S", 0.02)
    monkeypatch.setattr(module, "LIFETIME_MS", 500)
    monkeypatch.setattr(module, "LEFT_LYING_S", 0.1)


@pytest.fixture(params=STORES)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    store = STORES[request.param](tmp_path, lambda: str(request.getfixturevalue("postgres_url")))
    opened = store.database(Published())
    await opened.start()
    yield opened
    await opened.close()


class Worker:
    """A process with something to do for every lease. `running` is shared by all: what runs, and where."""

    def __init__(self, database: Database, running: dict[str, set[Worker]], names: list[str]) -> None:
        self.leases = Leases(database, Bells(), InProcessBus(), SystemClock(), SystemChance())
        self.leases.is_shared = True
        self.running = running
        for name in names:
            self.leases.of(name).add(Part(self._begins(name), self._ends(name)))

    def _begins(self, name: str) -> Callable[[], None]:
        def begin() -> None:
            self.running[name].add(self)

        return begin

    def _ends(self, name: str) -> Callable[[], asyncio.Future[None]]:
        async def end() -> None:
            await asyncio.sleep(0.001)
            self.running[name].discard(self)

        return end  # type: ignore[return-value]

    @property
    def has(self) -> set[str]:
        """What runs here."""
        return {name for name, who in self.running.items() if self in who}

    def freeze(self) -> None:
        """It stands still: nothing of it ends, and nothing is renewed."""
        for task in self.leases._tasks:
            task.cancel()


@pytest.fixture
async def crew(database: Database) -> AsyncIterator[Callable[..., Worker]]:
    made: list[Worker] = []
    running: dict[str, set[Worker]] = {name: set() for name in NAMES}

    def make(names: list[str] = NAMES) -> Worker:
        made.append(Worker(database, running, names))
        return made[-1]

    yield make
    for one in made:
        await one.leases.stop()
    assert not any(running.values())


async def until(holds: Callable[[], bool]) -> None:
    """Waits for what the processes do by themselves."""
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def test_work_is_shared_out_and_handed_over(crew: Callable[..., Worker]) -> None:
    first, second, third = crew(), crew(), crew()
    await first.leases.start()
    await until(lambda: first.has == set(NAMES))
    await second.leases.start()
    await until(lambda: len(first.has) == len(second.has) == 3)
    await third.leases.start()
    await until(lambda: len(first.has) == len(second.has) == len(third.has) == 2)
    assert not any(len(who) > 1 for who in first.running.values())
    await second.leases.stop()
    assert not second.has
    await until(lambda: len(first.has) == len(third.has) == 3)


async def test_nothing_runs_twice_while_processes_come_and_go(crew: Callable[..., Worker]) -> None:
    first = crew()
    await first.leases.start()
    seen = 0
    for _ in range(4):
        other = crew()
        await other.leases.start()

        def is_settled(other: Worker = other) -> bool:
            nonlocal seen
            seen = max(seen, *(len(who) for who in first.running.values()))
            return len(other.has) == len(first.has) == 3

        await until(is_settled)
        await other.leases.stop()
        await until(lambda: first.has == set(NAMES))
    assert seen == 1


async def test_what_the_dead_held_is_taken_and_they_cannot_write(
    crew: Callable[..., Worker], database: Database
) -> None:
    first, second = crew(), crew()
    await first.leases.start()
    await until(lambda: first.has == set(NAMES))
    one = first.leases.of(NAMES[0])
    await database.commit(one.unit())
    first.freeze()
    await second.leases.start()
    await until(lambda: second.has == set(NAMES))
    with pytest.raises(LeaseLost):
        one.check()
    with pytest.raises(Conflict):
        await database.commit(one.unit())
    theirs = second.leases.of(NAMES[0])
    theirs.check()
    await database.commit(theirs.unit())
    assert theirs.term == one.term + 1


async def test_who_was_taken_for_dead_begins_again(crew: Callable[..., Worker]) -> None:
    first, second = crew(), crew()
    await first.leases.start()
    await until(lambda: first.has == set(NAMES))
    before = first.leases.id
    first.freeze()
    await second.leases.start()
    await until(lambda: second.has == set(NAMES))
    first.leases._tasks = [
        asyncio.create_task(first.leases._renew_always()),
        asyncio.create_task(first.leases._settle_always()),
    ]
    await until(lambda: len(first.has) == len(second.has) == 3)
    assert first.leases.id != before
    assert not any(len(who) > 1 for who in first.running.values())


async def test_after_a_time_without_the_database_nobody_is_struck_off(
    crew: Callable[..., Worker], database: Database
) -> None:
    first, second = crew(), crew()
    await first.leases.start()
    await second.leases.start()
    await until(lambda: len(first.has) == len(second.has) == 3)
    ids, held = (first.leases.id, second.leases.id), first.has
    for worker in (first, second):
        worker.leases._alive_until_s = 0.0  # nothing was heard for so long
    unit = Unit()
    unit.write(EVERYBODY_LOOKS_DEAD, {})
    await database.commit(unit)
    await until(lambda: first.leases.is_alive and second.leases.is_alive)
    assert (first.leases.id, second.leases.id) == ids
    assert first.has == held


async def test_whoever_wakes_an_errand_wakes_it_where_it_runs(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errand_module, "SHARED_IDLE_S", 3600.0)
    hub, ran = Hub(), asyncio.Queue[int]()
    buses = [InProcessBus(hub) for _ in range(2)]
    processes = [Leases(database, Bells(), bus, SystemClock(), SystemChance()) for bus in buses]
    errands = []
    for number, leases in enumerate(processes):
        leases.is_shared = True

        async def work(number: int = number) -> None:
            ran.put_nowait(number)

        errands.append(Errand(leases, "one", work))
        await errands[-1].start()
        await buses[number].start()
        await leases.start()
    async with asyncio.timeout(60):
        holder = await ran.get()
        errands[1 - holder].wake()
        assert await ran.get() == holder
        errands[holder].wake()
        assert await ran.get() == holder
    assert ran.empty()
    for leases, bus in zip(processes, buses, strict=True):
        await leases.stop()
        await bus.stop()
    assert ran.empty() or ran.get_nowait() == 1  # the second one took over while the first one left


async def test_what_only_a_newer_version_knows_it_does_itself(crew: Callable[..., Worker]) -> None:
    older, newer = crew(NAMES[:2]), crew()
    await older.leases.start()
    await until(lambda: older.has == set(NAMES[:2]))
    await newer.leases.start()
    await until(lambda: len(newer.has | older.has) == len(NAMES))
    assert newer.has >= set(NAMES[2:])
