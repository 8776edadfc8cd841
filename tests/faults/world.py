"""A cluster under load: who is there, what they do, and what is promised to them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from tests.faults.clients import Caller, Crowd
from tests.faults.cluster import Cluster
from tests.faults.ledger import Ledger
from tests.harness.client import V3

__all__ = ["SETTLED_S", "Promise", "World", "settled"]

SETTLED_S = 20.0
QUIET_S = 60.0


class Promise(Protocol):
    """A kind of load, and what is promised to those who make it. `tests.faults.promises.all_promises` lists them."""

    name: str

    async def prepare(self, world: World) -> None:
        """Before the first fault: makes what the load needs."""
        ...

    def actors(self, world: World) -> Sequence[Coroutine[Any, Any, None]]:
        """What runs without end, until it is cancelled. Each act is done inside of `world.turn()`."""
        ...

    async def broken(self, world: World) -> list[str]:
        """After each fault, while nobody acts: what was not kept."""
        ...


@dataclass(frozen=True)
class Moment:
    """An acknowledgement, or something that was told, at a process."""

    at: float
    process: int


class World:
    """People in rooms on a cluster. `acknowledged` and `told` are the moments by which recovery is measured."""

    def __init__(self, cluster: Cluster, *, people: int, rooms: int, seed: int) -> None:
        self.cluster = cluster
        self.crowd = Crowd(cluster.urls, seed)
        self.chance = self.crowd.chance
        self.ledger = Ledger()
        self.people: list[Caller] = []
        #: room → who is in it
        self.rooms: dict[str, list[Caller]] = {}
        self.acknowledged: list[Moment] = []
        self.told: list[Moment] = []
        self._people_count, self._rooms_count = people, rooms
        self._go_on = asyncio.Event()
        self._news = asyncio.Event()
        self._acting = 0
        self._nobody_acts = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def settle_in(self, promises: Sequence[Promise]) -> None:
        """People come, make rooms, and begin."""
        self.people = [await Caller(self.crowd).arrive("person") for _ in range(self._people_count)]
        for number in range(self._rooms_count):
            owner = self.people[number % len(self.people)]
            made = await owner.ask("POST", f"{V3}/createRoom", json={"preset": "public_chat"})
            room: str = made["room_id"]
            self.rooms[room] = [owner]
            for person in self.people:
                # Everybody is in two rooms of three.
                if person is not owner and (self.people.index(person) + number) % 3:
                    await person.ask("POST", f"{V3}/join/{{}}", room)
                    self.rooms[room].append(person)
        for promise in promises:
            await promise.prepare(self)
        for promise in promises:
            self._tasks += [asyncio.create_task(actor, name=promise.name) for actor in promise.actors(self)]
        self._go_on.set()

    async def go_home(self) -> None:
        """At the end. Raises what stopped an actor before its time."""
        for task in self._tasks:
            task.cancel()
        ended = await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.crowd.close()
        for one in ended:
            if isinstance(one, Exception):
                raise one

    def fallen(self) -> list[str]:
        """Actors that ended, which none should."""
        return [
            f"{task.get_name()}: {task.exception()!r}"
            for task in self._tasks
            if task.done() and not task.cancelled() and task.exception() is not None
        ]

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """One act: not begun while the world is quiet."""
        while not self._go_on.is_set():
            await self._go_on.wait()
        self._acting += 1
        self._nobody_acts.clear()
        try:
            yield
        finally:
            self._acting -= 1
            if not self._acting:
                self._nobody_acts.set()

    @asynccontextmanager
    async def quiet(self) -> AsyncIterator[None]:
        """Everybody ends what she is at, and begins nothing."""
        self._go_on.clear()
        if self._acting:
            async with asyncio.timeout(QUIET_S):
                await self._nobody_acts.wait()
        yield
        self._go_on.set()

    async def has_acknowledged(self, count: int) -> None:
        """Returns when so many sends were acknowledged since the beginning."""
        while len(self.acknowledged) < count:
            self._news.clear()
            await self._news.wait()

    def was_acknowledged(self, process: int) -> float:
        """Notes it; the time."""
        moment = Moment(time.monotonic(), process)
        self.acknowledged.append(moment)
        self._news.set()
        return moment.at

    def was_told(self, process: int) -> None:
        """Notes it."""
        self.told.append(Moment(time.monotonic(), process))


async def settled(look: Callable[[], Awaitable[list[str]]], wait_s: float = SETTLED_S) -> list[str]:
    """Processes hear of each other late, but not never: what is still wrong after a while."""
    deadline = time.monotonic() + wait_s
    while True:
        wrong = await look()
        if not wrong or time.monotonic() > deadline:
            return wrong
        await asyncio.sleep(0.1)
