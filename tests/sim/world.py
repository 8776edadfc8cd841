"""A world: people with devices, a server with a disk, bad weather, and in the end a comparison of everything with everything."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from structlog.testing import capture_logs

from laiwang.kernel.lease import RENEW_S
from laiwang.kernel.ports import Unit
from tests.sim.acts import Actor
from tests.sim.device import Device
from tests.sim.history import Finding, History
from tests.sim.judge import HANGS_S, Judge
from tests.sim.loop import OWNER, VirtualLoop
from tests.sim.process import EPOCH_MS, SERVER, Process, Size
from tests.sim.promises import Promises
from tests.sim.store import Disk
from tests.sim.tally import Tally
from tests.sim.verdict import Verdict
from tests.sim.weather import CRASHES, LossyHub, Weather

__all__ = ["Outcome", "World", "run_world"]

STEPS = 80
LINES_KEPT = 60
#: nobody retries for longer than this once the weather is good
DONE_S_MAX = 120.0
#: typing ends, profiles spread and to-device messages are swept in less
SETTLED_S = 8.0
#: errors that no weather excuses
FAULTS = ("publishing a durable group failed", "commit group failed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a world."""

    seed: int
    findings: list[Finding]
    digest: str
    lines: list[str] = field(repr=False)
    crashes: int
    stops: int
    events: int
    answers: int
    virtual_s: float


class World:
    """One seed is one history."""

    def __init__(
        self, seed: int, steps: int = STEPS, *, lines_kept: int | None = LINES_KEPT, processes: int = 1
    ) -> None:
        self.seed = seed
        self.loop = VirtualLoop()
        self.history = History(self.loop.time, lines_kept)
        self.judge = Judge(self.history)
        self.promises = Promises(self.history)
        self.disk = Disk(is_shared=processes > 1, now_s=lambda: EPOCH_MS / 1000 + self.loop.now)
        hub_chance = random.Random(f"{seed}/bus")
        self.hub = LossyHub(hub_chance, hub_chance.choice((0.0, 0.0, 0.05, 0.5, 1.0)))
        #: by number: those that run
        self.processes: dict[int, Process] = {}
        self.processes_count = processes
        self.people: list[str] = []
        self.devices: list[Device] = []
        self.is_calm = False
        self.crashes = self.stops = self.answers = 0
        self._chance = random.Random(f"{seed}/world")
        self._steps = steps
        self._size = Size.seeded(self._chance)
        self._weather = Weather(random.Random(f"{seed}/weather"), self._power_fails)
        self._found = asyncio.Event()
        self._fallen = asyncio.Event()
        self._boots = 0
        self.history.on_finding = self._found.set
        self.history.on_event = self.judge.heard

    # --- what devices ask of it -------------------------------------------------------------------------------------------

    def latency_s(self, chance: random.Random) -> float:
        """One way through the network."""
        return chance.choice((0.0, 0.0001, 0.001, 0.02))

    def pick(self, chance: random.Random) -> Process | None:
        """A process that serves, any of them; None when there is none."""
        up = [process for process in self.processes.values() if process.is_up]
        if not up:
            return None
        return up[0] if len(up) == 1 else chance.choice(up)

    def check_time(self, what: str, began_s: float) -> None:
        """Nobody waits for ever."""
        self.answers += 1
        if self.loop.time() > began_s + HANGS_S:
            self.history.find("lateness", f"{what} took {self.loop.time() - began_s:.1f} s")

    # --- life -------------------------------------------------------------------------------------------------------------

    def run(self) -> Outcome:
        """From the first to the last moment."""
        self.loop.set_exception_handler(self._unexpected)
        with capture_logs() as logs:
            try:
                self.loop.run_until_complete(self._live())
                digest, findings, lines = self.history.digest, list(self.history.findings), list(self.history.lines)
            finally:
                self._end()
        for one in logs:
            if one["event"] in FAULTS and not findings:
                findings.append(Finding("fault", f"{one['event']}: {one}", self.loop.now))
        return Outcome(
            self.seed,
            findings,
            digest,
            lines,
            self.crashes,
            self.stops,
            len(self.history.said),
            self.answers,
            self.loop.now,
        )

    def _end(self) -> None:
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        self.loop.set_exception_handler(lambda loop, context: None)
        with suppress(Exception):
            self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.loop.close()
        self.disk.connection.close()

    def _unexpected(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self.history.find("fault", f"{context['message']}: {type(error).__name__}: {error}")

    async def _live(self) -> None:
        await self._begin()
        found = asyncio.create_task(self._found.wait())
        story = asyncio.create_task(self._story())
        await asyncio.wait([found, story], return_when=asyncio.FIRST_COMPLETED)
        found.cancel()
        if story.done():
            story.result()

    async def _begin(self) -> None:
        for number in range(self.processes_count):
            await self._boot(number)
        process = self.processes[0]
        for name in ("anna", "bo", "chen", "dilan")[: self._chance.randint(2, 4)]:
            user_id = f"@{name}:{SERVER}"
            self.people.append(user_id)
            unit = Unit()
            await process.capabilities.accounts.actions.add(unit, user_id, None)
            for number in range(self._chance.randint(1, 2)):
                session = process.capabilities.accounts.actions.open_session(
                    user_id, {"device_id": f"D{number}"}, "", unit=unit if number == 0 else None
                )
                opened = await process.spawn(session)
                self.devices.append(Device(self, user_id, opened["device_id"], opened["access_token"]))

    async def _story(self) -> None:
        following = [asyncio.create_task(device.follow()) for device in self.devices]
        steps = max(1, self._steps // len(self.devices))
        acting = [asyncio.create_task(Actor(self, device).act(steps)) for device in self.devices]
        storm = asyncio.create_task(self._storm())
        await self._until(asyncio.gather(*acting, storm), 400.0)
        self.is_calm = True
        self.hub.loss = 0.0
        self._weather.clear()
        if not await self._until(asyncio.gather(*acting), DONE_S_MAX):
            return self.history.find("lateness", "somebody still gets no answer though the weather is good")
        await asyncio.sleep(SETTLED_S)
        for device in self.devices:
            device.is_finishing = True
        if not await self._until(asyncio.gather(*following), DONE_S_MAX):
            return self.history.find("lateness", "a device that follows does not arrive at the present")
        await self._compare()
        return None

    async def _until(self, work: asyncio.Future[Any], timeout_s: float) -> bool:
        done, _ = await asyncio.wait([work], timeout=timeout_s)
        if done:
            work.result()
        return bool(done)

    async def _compare(self) -> None:
        for device in self.devices:
            for text in device.differences(await device.fresh()):
                self.history.find("mirror", f"{device}: {text}")
        verdict = Verdict(self.history, self.promises, self.disk, list(self.processes.values()))
        for device in self.devices:
            verdict.check_messages(device)
        await verdict.check(lambda: self._new_process(self._weather))

    # --- weather ----------------------------------------------------------------------------------------------------------

    async def _storm(self) -> None:
        chance, disk = self._chance, None
        for _ in range(chance.choice((1, 2, 3, 4, 6))):
            await asyncio.sleep(chance.uniform(0.1, 12.0))
            what = chance.random()
            if what < 0.25:
                disk = asyncio.create_task(self._weather.bad_disk(chance.uniform(0.2, 6.0)))
            elif what < 0.3:
                await self._stop()
            elif what < 0.45 and self.processes_count > 1:
                await self._stick()
            else:
                await self._fall()
        if not self.crashes:
            await self._fall()
        if disk is not None:
            await disk

    async def _fall(self) -> None:
        self._fallen.clear()
        self._weather.strike(self._chance.choice(CRASHES))
        with suppress(TimeoutError):
            await asyncio.wait_for(self._fallen.wait(), 5.0)
        if not self._fallen.is_set():
            self._power_fails("while nothing happens")
        await asyncio.sleep(self._chance.choice((0.05, 0.5, 3.0)))
        await self._boot_missing()

    async def _stop(self) -> None:
        number = self._chance.choice(sorted(self.processes)) if len(self.processes) > 1 else min(self.processes)
        process = self.processes[number]
        self.stops += 1
        before = self.history.position
        await process.stop()
        self.processes.pop(number, None)
        self.judge.forget_typing()
        self._forget_typing()
        if self.history.position < before:
            self.history.find("loss", "a stop lost what was durable")
        await asyncio.sleep(self._chance.choice((0.05, 1.0)))
        await self._boot_missing()

    async def _stick(self) -> None:
        """One process cannot reach the disk for so long that the others take it for dead, and then it can."""
        process = self._chance.choice([self.processes[number] for number in sorted(self.processes)])
        process.database.sim.stuck_s = self._chance.uniform(4.0, 7.0)
        # Until the lease is to be renewed it may have nothing to write.
        self.history.stuck_until_s = self.loop.now + process.database.sim.stuck_s + 2 * RENEW_S
        self.history.note(f"{process.boot} is stuck for {process.database.sim.stuck_s:.1f} s")
        await asyncio.sleep(8.0)

    def _power_fails(self, why: str) -> None:
        self._fallen.set()
        owner = OWNER.get()
        alive = {number: one for number, one in self.processes.items() if not one.is_dead}
        if not alive:
            return
        number = next((number for number, one in alive.items() if one is owner), min(alive))
        process = alive[number]
        self.crashes += 1
        self._weather.clear()
        process.die(why)
        self.processes.pop(number)
        self.judge.forget_typing()
        self._forget_typing()

    def _forget_typing(self) -> None:
        for device in self.devices:
            device.forget_typing()

    def _new_process(self, weather: Weather) -> Process:
        self._boots += 1
        return Process(
            self.loop, self.disk, weather, self.history, f"{self.seed}/boot {self._boots}", self._size, self.hub
        )

    async def _boot(self, number: int) -> None:
        process = self._new_process(self._weather)
        self.processes[number] = process
        await process.start([Tally(self.history).follower()])

    async def _boot_missing(self) -> None:
        for number in range(self.processes_count):
            if number not in self.processes:
                await self._boot(number)


def run_world(seed: int, steps: int = STEPS, *, lines_kept: int | None = LINES_KEPT, processes: int = 1) -> Outcome:
    """Runs one world and answers what came of it; `lines_kept` of its trace, None for all of them. With several `processes` they work
    on one database, and every request goes to any of them."""
    return World(seed, steps, lines_kept=lines_kept, processes=processes).run()
