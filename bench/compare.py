"""Stores and numbers of processes against each other in one run: the workload `stores`.

Every setup runs at the same time, and they take turns in short rounds, so that whatever else the machine does meets all of them alike.
What a send costs is counted apart for the servers, the database and the load: on a machine where all share the cores, only that says what
each would do with cores of its own. The method stands in docs/performance.md.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import quote

from bench.load import Person, cpu_seconds, family_cpu_seconds, percentile
from bench.server import Server
from bench.workloads import TEXT, Figures
from tests.harness.nats import nats_server
from tests.harness.postgres import Databases, PostgresServer, postgres_server, query

__all__ = ["SETUPS", "Setup", "measure"]

SENDERS = 64
READERS = 32
RETRY_S = 0.05
GIVE_UP_S = 20.0
_FLUSHED_MS = "SELECT wal_write_time + wal_sync_time FROM pg_stat_wal"
_DUE = re.compile(rb"due (\d+\.\d+)")


@dataclass(frozen=True)
class Setup:
    """A way to run Laiwang. `settings` are those that it needs beyond the address of its database, made when it is started."""

    name: str
    processes: int
    is_postgres: bool
    settings: Callable[[ExitStack], dict[str, str]] = field(default=lambda _: {})


def _with_nats(stack: ExitStack) -> dict[str, str]:
    """A NATS server of its own."""
    return {"LAIWANG_NATS__URL": stack.enter_context(nats_server()).url}


SETUPS = (
    Setup("sqlite_1", 1, is_postgres=False),
    Setup("postgres_1", 1, is_postgres=True),
    Setup("postgres_2", 2, is_postgres=True),
    Setup("postgres_nats_2", 2, is_postgres=True, settings=_with_nats),
)


@dataclass
class _Spent:
    """Of one round: seconds of processor time, and what was done for it."""

    sends: int
    wall_s: float
    servers_s: float
    database_s: float
    load_s: float
    #: of the database, waiting for its disk
    flush_s: float


class _Running:
    """A setup with people in it, those of each server in rooms of their own."""

    def __init__(self, setup: Setup, servers: Sequence[Server], database: PostgresServer | None) -> None:
        self.setup = setup
        self.servers = servers
        self._database = database
        self.senders: list[Person] = []
        self.rooms: list[str] = []
        self.rounds: list[_Spent] = []

    async def populate(self) -> None:
        for number in range(SENDERS):
            server = self.servers[number % len(self.servers)]
            person = await Person(server.host, server.port, f"sender{number}").register()
            self.senders.append(person)
            self.rooms.append(await person.create_room(preset="public_chat"))

    def clocks(self) -> tuple[float, float, float, float, float]:
        """Wall, processor time of servers, database and load, and the time that the log of the database took to be written."""
        servers = sum(cpu_seconds(one.pid) for one in self.servers)
        if self._database is None:
            return time.perf_counter(), servers, 0.0, time.process_time(), 0.0
        flushed_ms = query(self._database.url(), _FLUSHED_MS)[0][0]
        return (
            time.perf_counter(),
            servers,
            family_cpu_seconds(self._database.pid),
            time.process_time(),
            flushed_ms / 1000,
        )

    async def round(self, seconds: float) -> None:
        """Everybody sends the next message when the last is acknowledged."""
        sent = 0
        before = self.clocks()
        end = before[0] + seconds

        async def send(person: Person, room: str) -> None:
            nonlocal sent
            while time.perf_counter() < end:
                await person.send(room, TEXT)
                sent += 1

        await asyncio.gather(*(send(*one) for one in zip(self.senders, self.rooms, strict=True)))
        self.rounds.append(_Spent(sent, *(after - then for after, then in zip(self.clocks(), before, strict=True))))

    def figures(self) -> Figures:
        """What a send costs."""
        found: Figures = {"sends_per_s": statistics.median(one.sends / one.wall_s for one in self.rounds)}
        for part in ("servers", "database", "load"):
            costs = [getattr(one, f"{part}_s") / one.sends * 1e6 for one in self.rounds]
            found[f"send_{part}_cpu_us"] = statistics.median(costs)
        # At most: all that the database does for a send, and waits for.
        held = [(one.database_s + one.flush_s) / one.sends * 1e6 for one in self.rounds]
        found["send_order_held_us"] = statistics.median(held)
        return found

    async def deliveries(self, seconds: float) -> Figures:
        """Each of some rooms has a reader who asks the next server; people send at half the rate that the whole can do."""
        readers = []
        for number in range(READERS):
            server = self.servers[(number + 1) % len(self.servers)]
            reader = await Person(server.host, server.port, f"reader{number}").register()
            await reader.join(self.rooms[number])
            await reader.sync()
            readers.append(reader)
        closed, _ = await self._converse(readers, seconds / 2, None)
        paced, late = await self._converse(readers, seconds, closed / 2)
        return {
            "pairs_per_s": closed,
            "half_load_pairs_per_s": paced,
            "delivery_p50_ms": percentile(late, 0.5) * 1000,
            "delivery_p99_ms": percentile(late, 0.99) * 1000,
        }

    async def _converse(
        self, readers: Sequence[Person], seconds: float, per_second: float | None
    ) -> tuple[float, list[float]]:
        """Messages per second, and for each the time from the moment when it was due until its reader had it."""
        begin = time.perf_counter()
        end = begin + seconds
        gap = len(readers) / per_second if per_second else 0.0
        late: list[float] = []
        sent = 0

        async def write(number: int) -> None:
            nonlocal sent
            due = begin + gap * number / len(readers)
            while True:
                if gap:
                    await asyncio.sleep(max(0.0, due - time.perf_counter()))
                now = time.perf_counter()
                if now >= end:
                    await self.senders[number].send(self.rooms[number], "the end")
                    return
                await self.senders[number].send(self.rooms[number], f"due {due if gap else now:.6f}")
                sent += 1
                due += gap

        async def read(reader: Person) -> None:
            while True:
                answer = await reader.sync(30_000)
                now = time.perf_counter()
                late.extend(now - float(due) for due in _DUE.findall(answer))
                if b"the end" in answer:
                    return

        await asyncio.gather(*(write(number) for number in range(len(readers))), *(read(one) for one in readers))
        return sent / (time.perf_counter() - begin), late

    async def failover(self, seconds: float) -> Figures:
        """One of the servers is killed under load: whoever gets no answer asks the next one, with the same transaction id."""
        begin = time.perf_counter()
        end = begin + seconds
        waits: list[float] = []
        repeated = failed = 0
        acknowledged: dict[str, list[str]] = {room: [] for room in self.rooms}

        async def send(number: int) -> None:
            nonlocal repeated, failed
            person, room = self.senders[number], self.rooms[number]
            place = number % len(self.servers)
            while (due := time.perf_counter()) < end:
                name = f"f{due:.6f}"
                path = f"/_matrix/client/v3/rooms/{quote(room, safe='')}/send/m.room.message/{name}"
                while True:
                    try:
                        answer = await person.call("PUT", path, {"msgtype": "m.text", "body": f"{name} of {number}"})
                        break
                    except (OSError, RuntimeError):
                        repeated += 1
                        if time.perf_counter() - due > GIVE_UP_S:
                            failed += 1
                            return
                    await asyncio.sleep(RETRY_S)
                    place = (place + 1) % len(self.servers)
                    person.move(self.servers[place].host, self.servers[place].port)
                waits.append(time.perf_counter() - due)
                acknowledged[room].append(answer["event_id"])

        async def kill() -> None:
            await asyncio.sleep(seconds / 2)
            self.servers[0].process.kill()

        await asyncio.gather(kill(), *(send(number) for number in range(len(self.senders))))
        lost = 0
        for person, room in zip(self.senders, self.rooms, strict=True):
            lost += await _missing(person, room, acknowledged[room])
        return {
            "failover_sends": len(waits),
            "failover_repeated": repeated,
            "failover_failed": failed,
            "failover_lost_or_twice": lost,
            "failover_slowest_ms": max(waits) * 1000,
        }


async def _missing(person: Person, room: str, acknowledged: Sequence[str]) -> int:
    """How many of these events the room's history does not have exactly once."""
    wanted = set(acknowledged)
    seen: dict[str, int] = {}
    start = ""
    while True:
        path = f"/_matrix/client/v3/rooms/{quote(room, safe='')}/messages?dir=b&limit=1000"
        answer = await person.call("GET", path + (f"&from={start}" if start else ""))
        for event in answer["chunk"]:
            seen[event["event_id"]] = seen.get(event["event_id"], 0) + 1
        start = answer.get("end", "")
        if not start or wanted <= seen.keys():
            return sum(1 for one in wanted if seen.get(one) != 1)


async def measure(*, rounds: int, seconds: float, tell: Callable[[str], None]) -> Figures:
    """All setups: costs of a send in rounds by turns, then deliveries from process to process, then a killed process."""
    figures: Figures = {}
    with ExitStack() as stack:
        database = stack.enter_context(postgres_server({"shared_buffers": "256MB", "track_wal_io_timing": "on"}))
        databases = Databases(database.url())
        running = []
        for setup in SETUPS:
            tell(f"starting {setup.name}")
            url = databases.make() if setup.is_postgres else ""
            settings = setup.settings(stack)
            servers = [
                stack.enter_context(Server(core=None, database=url, settings=settings)) for _ in range(setup.processes)
            ]
            one = _Running(setup, servers, database if setup.is_postgres else None)
            await one.populate()
            running.append(one)
        for number in range(-1, rounds):
            tell(f"sends, round {number + 1} of {rounds}" if number >= 0 else "warming up")
            # Each comes first and last equally often: what one leaves behind for the next meets all.
            for one in running if number % 2 else reversed(running):
                await one.round(seconds)
                if number < 0:
                    one.rounds.clear()
        found = {one.setup.name: one.figures() for one in running}
        for one in running:
            tell(f"deliveries of {one.setup.name}")
            found[one.setup.name] |= await one.deliveries(seconds * 2)
        for one in running:
            if one.setup.processes > 1:
                tell(f"failover of {one.setup.name}")
                found[one.setup.name] |= await one.failover(seconds * 2)
        for name, some in found.items():
            figures |= {f"{name}_{figure}": value for figure, value in some.items()}
    return figures | _ratios(found)


def _ratios(found: dict[str, Figures]) -> Figures:
    """The targets. A process with a core of its own does as many sends a second as its processor time allows, and so do several; but all
    together no more than the one order of positions lets through: each group holds it for as long as the database works on it."""
    single = found["postgres_1"]
    ratios = {
        "postgres_to_sqlite_rate": single["sends_per_s"] / found["sqlite_1"]["sends_per_s"],
        "postgres_to_sqlite_own_cores": found["sqlite_1"]["send_servers_cpu_us"] / single["send_servers_cpu_us"],
    }
    for setup in SETUPS:
        if setup.processes > 1:
            own = single["send_servers_cpu_us"]
            cost, held = (found[setup.name][one] for one in ("send_servers_cpu_us", "send_order_held_us"))
            ratios[f"{setup.name}_to_1_own_cores"] = setup.processes * own / cost
            ratios[f"{setup.name}_to_1_by_the_order"] = own / held
    return ratios
