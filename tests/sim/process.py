"""One run of the server: the real kernel and the real capabilities on a simulated disk, called as the edge calls them, without HTTP."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import orjson

from laiwang.adapters.sqlite.writer import _Item
from laiwang.edge import capabilities
from laiwang.edge.errors import to_response
from laiwang.edge.router import Router
from laiwang.edge.settings import AllSettings
from laiwang.kernel.bus import Hub, InProcessBus
from laiwang.kernel.capability import Request
from laiwang.kernel.follow import Follower
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs, Conflict, DatabaseDown
from laiwang.kit.ports import SeededChance
from laiwang.kit.refusals import Busy, Refused
from laiwang.people.accounts import RateLimitSettings
from laiwang.people.presence import PresenceSettings
from tests.sim.history import History
from tests.sim.loop import Owner, VirtualLoop
from tests.sim.postman import Postman
from tests.sim.store import Disk, Pace, Publish, SimDatabase, SimWriter

__all__ = ["EPOCH_MS", "SERVER", "Answer", "ConnectionLost", "Process", "SimClock", "Size"]

SERVER = "sim.example"
#: the loop's zero, in ms since 1970
EPOCH_MS = 1_700_000_000_000
#: waits for pictures on threads and in a process of its own, which a world has not
WITHOUT = frozenset({"media"})


class ConnectionLost(Exception):
    """No answer: it may or may not have happened."""


class SimClock:
    """The loop's time as the kernel's clock."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return EPOCH_MS + int(self._loop.now * 1000)

    def monotonic(self) -> float:
        """Seconds since the world began."""
        return self._loop.now


@dataclass(frozen=True, slots=True)
class Size:
    """How small the memory of the server is, so that it has to forget."""

    members_awake_max: int = 400_000
    facts_per_topic_max: int = 200
    log_bytes_max: int = 48 << 20
    has_presence: bool = False
    room_version: str = "11"

    @classmethod
    def seeded(cls, chance: random.Random) -> Size:
        """One of many."""
        return cls(
            chance.choice((25, 60, 100, 400_000)),
            chance.choice((4, 8, 20, 200)),
            chance.choice((4_000, 12_000, 40_000, 48 << 20)),
            chance.random() < 0.2,
            chance.choice(("10", "11", "11", "12")),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    body: bytes

    def json(self) -> Any:
        """The body."""
        return orjson.loads(self.body)


class _Writer(SimWriter):
    """Tells the history of every unit in the moment in which it is durable."""

    history: History

    def _answer(self, group: list[_Item]) -> None:
        done = [item for item in group if item.error is None]
        for item in done:
            self.history.durable(item.facts)
        self.history.note(f"disk: {len(done)} of {len(group)} units, position {self.position}")
        super()._answer(group)


class _Database(SimDatabase):
    def __init__(self, disk: Disk, publish: Publish, pace: Pace, history: History) -> None:
        super().__init__(disk, publish, pace)
        writer = _Writer(disk, publish, pace)
        writer.history = history
        self.writer = self.sim = writer


class Process(Owner):
    """A server process, from its start to its stop or its death."""

    def __init__(
        self,
        loop: VirtualLoop,
        disk: Disk,
        pace: Pace,
        history: History,
        boot: str,
        size: Size,
        hub: Hub | None = None,
    ) -> None:
        super().__init__()
        self.disk = disk
        self.history = history
        self.boot = boot
        self.is_up = False
        self.is_dead = False
        self._waiting: dict[asyncio.Future[Answer], None] = {}
        self._abandoned: set[asyncio.Future[Answer]] = set()

        def database(publish: Publish) -> _Database:
            self.database = _Database(disk, publish, pace, history)
            return self.database

        self.bus = InProcessBus(hub)
        self.kernel = Kernel.build(
            bus=self.bus,
            server_name=SERVER,
            database=database,
            blobs=cast(Blobs, None),
            clock=SimClock(loop),
            chance=SeededChance(boot),
            default_room_version=size.room_version,
            room_members_max_awake=size.members_awake_max,
        )
        self.kernel.log._facts_per_topic_max = size.facts_per_topic_max
        self.kernel.log._bytes_max = size.log_bytes_max
        settings = AllSettings(
            rate_limits=RateLimitSettings(enabled=False), presence=PresenceSettings(enabled=size.has_presence)
        )
        self.capabilities = capabilities.build(self.kernel, settings)
        self.manifests = [one for one in self.capabilities.manifests if one.name not in WITHOUT]
        self._router = Router(route for one in self.manifests for route in one.routes)

    # --- life -------------------------------------------------------------------------------------------------------------

    async def start(self, followers: Sequence[Follower] = ()) -> None:
        """Opens the disk and starts every capability, as `laiwang.edge.app` does."""
        await self.spawn(self._start(followers))

    async def _start(self, followers: Sequence[Follower]) -> None:
        await self.kernel.start()
        for one in self.manifests:
            if one.on_start is not None:
                await one.on_start()
        await Postman(self.kernel).errand.start()
        self.kernel.followers.start([*followers, *(one for each in self.manifests for one in each.followers)])
        self.is_up = True
        self.history.note(f"{self.boot} is up at position {self.kernel.log.position}")

    def die(self, why: str) -> None:
        """The power fails: nothing of the process runs any more, and open transactions are gone."""
        self.history.note(f"{self.boot} dies: {why}")
        self.is_up, self.is_dead = False, True
        self.kill()
        self.bus.leave()
        self.disk.let_go(self.database.sim)
        for future in self._waiting:
            if not future.done():
                future.set_exception(ConnectionLost())
        self._waiting.clear()

    async def stop(self) -> None:
        """A stop as an operator wants it: parked polls are answered, commits finish."""
        self.history.note(f"{self.boot} stops")
        self.is_up = False
        await self.spawn(self._stop())
        self.is_dead = True
        self.kill()
        self.history.note(f"{self.boot} has stopped")

    async def _stop(self) -> None:
        self.capabilities.sync.drain()
        if self._waiting:
            await asyncio.wait(list(self._waiting), timeout=20)
        await self.kernel.leases.stop()
        for one in reversed(self.manifests):
            if one.on_stop is not None:
                await one.on_stop()
        await self.kernel.stop()

    # --- requests ---------------------------------------------------------------------------------------------------------

    def request(
        self, method: str, path: str, query: str, body: Any, token: str, answered: Callable[[Answer], None]
    ) -> tuple[asyncio.Future[Answer], Callable[[], None]]:
        """Begins to handle a request; `answered` is called in the moment of the answer, whether it will arrive or not.

        The second answer is what to call when the client goes away from a long poll.
        """
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        future.add_done_callback(_retrieved)
        self._waiting[future] = None
        request = Request(
            method, {}, query.encode(), (), b"" if body is None else orjson.dumps(body), "127.0.0.1", path=path
        )
        task = self.spawn(self._serve(future, request, token, answered))

        def go_away() -> None:
            self._abandoned.add(future)
            task.cancel()

        return future, go_away

    async def _serve(
        self, future: asyncio.Future[Answer], request: Request, token: str, answered: Callable[[Answer], None]
    ) -> None:
        method, path = request.method, request.path
        raw = path.encode()
        try:
            route, request.params = self._router.find(method, raw)
            if route.auth != "none":
                request.caller_or_none = await self.capabilities.accounts.authenticate(token)
            response = await route.handler(request)
        except asyncio.CancelledError:
            if not self.is_dead and future not in self._abandoned:
                self.history.find("fault", f"{method} {path} was given up though its client still waits")
            raise
        except (Refused, Busy, DatabaseDown) as error:
            if isinstance(error.__cause__, Conflict) and not isinstance(error, Refused):
                self.history.find("race", f"{method} {path} was told of another writer: {error.__cause__}")
            response = to_response(error, self.kernel.chance, method, raw)
        except Exception as error:
            self.history.find("fault", f"{method} {path}: {type(error).__name__}: {error}")
            response = to_response(error, self.kernel.chance, method, raw)
        finally:
            self._waiting.pop(future, None)
        assert isinstance(response.body, bytes)
        answer = Answer(response.status, response.body)
        answered(answer)
        if not future.done():
            future.set_result(answer)


def _retrieved(future: asyncio.Future[Answer]) -> None:
    if not future.cancelled():
        future.exception()  # whoever asked may have lost interest
