"""A long time at 70 % load: whether memory stays flat, and answers stay quick.

First the same load runs as fast as it can, for the rate that is full load. Then it runs at 70 % of that for as long as was asked: people
talk in rooms of eight, everybody listens by `/sync` or sliding sync, reads and looks around; every second somebody logs in anew and
leaves again, and a room is made and left. Nothing that is only remembered may grow with that. The log grows on disk.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from bench.load import Person, cpu_seconds, memory_bytes, percentile
from bench.scale.charts import Axis, Line, lines
from bench.server import Server
from bench.workloads import TEXT, Figures, people

__all__ = ["Sample", "Soak", "chart", "growth_percent", "measure"]

PEOPLE = 64
ROOM_MEMBERS = 8
LOAD = 0.7
FULL_S = 20.0
SAMPLE_S = 5.0
SLIDING_EVERY = 4
#: how often somebody logs in anew, and a room is made and left
CHURN_S = 1.0
#: of the time, at its beginning, that does not count: caches fill
WARM = 1 / 3
CHART = Path(__file__).parents[1] / "docs" / "images" / "soak.svg"


@dataclass
class Sample:
    """Of one moment: minutes since the beginning, MiB of memory, and since the last sample the 99th percentile (ms), sends and cores."""

    minutes: float
    memory_mib: float
    p99_ms: float
    sends_per_s: float
    cores: float


@dataclass
class Soak:
    """A load that runs. `late` are the seconds from when a message was due until it was acknowledged."""

    server: Server
    crowd: list[Person] = field(default_factory=list)
    rooms: list[str] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    sent: int = 0
    told: int = 0
    _listeners: list[asyncio.Task[None]] = field(default_factory=list)

    async def begin(self) -> None:
        """People come together and listen."""
        self.crowd = await people(self.server, "soak", PEOPLE)
        for first in range(0, PEOPLE, ROOM_MEMBERS):
            owner, *others = self.crowd[first : first + ROOM_MEMBERS]
            room = await owner.create_room(preset="public_chat")
            for person in others:
                await person.join(room)
            self.rooms.append(room)
        for number, person in enumerate(self.crowd):
            # A connection of its own, for a poll that waits keeps the one that it came on.
            ear = await person.again("EAR")
            listen = self._slide if number % SLIDING_EVERY == 0 else self._sync
            self._listeners.append(asyncio.create_task(listen(ear)))

    async def end(self) -> None:
        """Everybody goes."""
        for task in self._listeners:
            if task.done():
                task.result()
            task.cancel()
        await asyncio.gather(*self._listeners, return_exceptions=True)

    async def _sync(self, ear: Person) -> None:
        while True:
            answer = await ear.sync(30_000)
            self.told += answer.count(b"m.room.message")

    async def _slide(self, ear: Person) -> None:
        pos = ""
        while True:
            answer, pos = await ear.slide(20, pos)
            self.told += answer.count(b"m.room.message")
            await asyncio.sleep(1.0)  # it does not wait for news

    async def talk(self, seconds: float, per_second: float | None) -> float:
        """Everybody says something, paced or as fast as it goes; messages a second."""
        clock = time.perf_counter
        begin, count = clock(), self.sent
        gap = PEOPLE / per_second if per_second else 0.0

        async def one(number: int) -> None:
            person, room = self.crowd[number], self.rooms[number // ROOM_MEMBERS]
            due = begin + gap * number / PEOPLE
            for turn in itertools.count():
                if gap:
                    await asyncio.sleep(max(0.0, due - clock()))
                now = clock()
                if now >= begin + seconds:
                    return
                event_id = await person.send(room, TEXT)
                self.late.append(clock() - (due if gap else now))
                self.sent += 1
                due += gap
                if turn % 16 == number % 16:
                    path = f"/_matrix/client/v3/rooms/{quote(room, safe='')}/receipt/m.read/{quote(event_id, safe='')}"
                    await person.call("POST", path, {})

        await asyncio.gather(*(one(number) for number in range(PEOPLE)))
        return (self.sent - count) / (clock() - begin)

    async def churn(self) -> None:
        """Logins that end, rooms that are left, looks of people who begin anew. Runs until it is cancelled."""
        for number in itertools.count():
            await asyncio.sleep(CHURN_S)
            person = self.crowd[number % PEOPLE]
            guest = await person.again(f"G{number}")
            await guest.sync()
            await guest.slide(20)
            room = await guest.create_room(preset="private_chat")
            await guest.send(room, TEXT)
            for verb in ("leave", "forget"):
                await guest.call("POST", f"/_matrix/client/v3/rooms/{quote(room, safe='')}/{verb}", {})
            await guest.call("POST", "/_matrix/client/v3/logout", {})
            guest.client.close()


async def measure(
    server: Server, minutes: float, tell: Callable[[str], None], *, full_s: float = FULL_S
) -> tuple[Figures, list[Sample]]:
    """Runs it; the figures, and a sample every few seconds."""
    soak = Soak(server)
    await soak.begin()
    full = await soak.talk(full_s, None)
    soak.late.clear()
    tell(f"full load is {full:,.0f} messages a second; {LOAD:.0%} of it for {minutes:g} minutes")
    samples: list[Sample] = []
    watching = asyncio.create_task(_watch(soak, minutes, samples, tell))
    churning = asyncio.create_task(soak.churn())
    told, sent = soak.told, soak.sent
    rate = await soak.talk(minutes * 60, full * LOAD)
    for task in (watching, churning):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    figures = {
        "soak_minutes": minutes,
        "soak_full_sends_per_s": full,
        "soak_sends_per_s": rate,
        "soak_told_per_send": (soak.told - told) / max(1, soak.sent - sent),
        "soak_p50_ms": percentile(soak.late, 0.5) * 1000,
        "soak_p99_ms": percentile(soak.late, 0.99) * 1000,
        "soak_memory_mib": max(sample.memory_mib for sample in samples),
        "soak_memory_growth_percent": growth_percent(samples),
    }
    await soak.end()
    return figures, samples


async def _watch(soak: Soak, minutes: float, samples: list[Sample], tell: Callable[[str], None]) -> None:
    begin = last = time.perf_counter()
    pid, seen, sent = soak.server.pid, 0, soak.sent
    cpu = cpu_seconds(pid)
    while True:
        await asyncio.sleep(min(SAMPLE_S, minutes * 60 / 6))
        now, used = time.perf_counter(), cpu_seconds(pid)
        fresh, seen = soak.late[seen:], len(soak.late)
        samples.append(
            Sample(
                (now - begin) / 60,
                memory_bytes(pid) / 2**20,
                percentile(fresh, 0.99) * 1000 if fresh else 0.0,
                (soak.sent - sent) / (now - last),
                (used - cpu) / (now - last),
            )
        )
        last, sent, cpu = now, soak.sent, used
        one = samples[-1]
        if len(samples) % 12 == 1:
            tell(
                f"{one.minutes:5.1f} of {minutes:g} min: {one.memory_mib:7.1f} MiB, {one.sends_per_s:6,.0f} sends/s,"
                f" p99 {one.p99_ms:6.1f} ms, {one.cores:.2f} cores"
            )


def growth_percent(samples: Sequence[Sample]) -> float:
    """How much the straight line that fits best rises from the end of the warm time to the end, of the memory at its beginning."""
    rest = samples[int(len(samples) * WARM) :]
    if len(rest) < 2:
        return 0.0
    mean_x = sum(one.minutes for one in rest) / len(rest)
    mean_y = sum(one.memory_mib for one in rest) / len(rest)
    spread = sum((one.minutes - mean_x) ** 2 for one in rest)
    slope = sum((one.minutes - mean_x) * (one.memory_mib - mean_y) for one in rest) / spread
    first = mean_y + slope * (rest[0].minutes - mean_x)
    return 100 * slope * (rest[-1].minutes - rest[0].minutes) / first


def chart(samples: Sequence[Sample]) -> str:
    """Memory over the time, as SVG."""
    most = max(one.memory_mib for one in samples)
    return lines(
        f"Memory of the server at {LOAD:.0%} load",
        Axis("minutes", 0, samples[-1].minutes, show=lambda value: f"{value:g}"),
        Axis("MiB", 0, most * 1.2, show=lambda value: f"{value:g}"),
        [Line("resident memory, MiB", [(one.minutes, one.memory_mib) for one in samples])],
    )
