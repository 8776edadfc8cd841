"""What PostgreSQL adds to the contract: several processes on one database, connections that are lost, servers that go away.

Every `Process` here is an adapter of its own, which knows of the others only what the database tells.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence

import asyncpg
import pytest
from sqlalchemy import bindparam, insert, select, update

import laiwang.edge.capabilities  # noqa: F401 - every capability adds its tables to the schema
from laiwang.adapters.postgres import PostgresDatabase
from laiwang.adapters.postgres.order import CHANNEL
from laiwang.kernel.bus import Bus, Hub, InProcessBus
from laiwang.kernel.ports import Conflict, DatabaseDown, DatabaseUnfit, Fact, Rewrite, Tx, Unit
from laiwang.kernel.tables import event_ids, rooms
from tests.adapters.stores import Group, Published
from tests.harness.postgres import PostgresServer, postgres_server, run_sql
from tests.harness.wire import wire_to

EVENT = insert(event_ids)
ROOM = insert(rooms)
DEPTH = select(rooms.c.depth).where(rooms.c.room_id == bindparam("room"))
MOVE = (
    update(rooms)
    .where(rooms.c.room_id == bindparam("room"), rooms.c.depth == bindparam("expected"))
    .values(depth=rooms.c.depth + 1)
)
MOVE_TO = (
    update(rooms)
    .where(rooms.c.room_id == bindparam("room"), rooms.c.depth == bindparam("expected"))
    .values(depth=bindparam("to"), position=bindparam("at"))
)
END = 1 << 40


class Process(PostgresDatabase):
    """One of the processes, with what it was handed."""

    def __init__(self, url: str, bus: Bus | None = None) -> None:
        self.published = Published()
        self._news = asyncio.Event()
        super().__init__(url, self._take, bus=bus)

    def _take(self, units: Group, position: int) -> None:
        self.published(units, position)
        self._news.set()

    async def until(self, seen: Callable[[], bool]) -> None:
        """Waits until what was handed over is enough."""
        while not seen():
            self._news.clear()
            await self._news.wait()

    async def reached(self, position: int) -> None:
        """Waits until it has seen the log up to a position."""
        await self.until(lambda: self.position >= position)

    @property
    def positions(self) -> list[int]:
        """Of every fact that it was handed."""
        return [fact.position for fact in self.published.facts]


Processes = Callable[[], Awaitable[Process]]


@pytest.fixture
async def processes(postgres_url: str) -> AsyncIterator[Processes]:
    """Starts processes on one database."""
    started: list[Process] = []

    async def start() -> Process:
        process = Process(postgres_url)
        await process.start()
        started.append(process)
        return process

    yield start
    for process in started:
        await process.close()


def unit_of(*bodies: bytes, topic: str = "a", key: str | None = None) -> Unit:
    unit = Unit()
    for body in bodies:
        unit.append(topic, "test", body, key=key)
    return unit


async def append(process: PostgresDatabase, body: bytes, *, topic: str = "a", key: str | None = None) -> Fact:
    return (await process.commit(unit_of(body, topic=topic, key=key))).facts[0]


# --- being told -----------------------------------------------------------------------------------------------------------


async def test_a_bus_tells_of_commits_and_without_it_the_database_does(postgres_url: str) -> None:
    """A process hears of every fact, whichever tells; the database is asked to only while the bus is away."""
    hub, told = Hub(), asyncio.Queue[str]()
    buses = [InProcessBus(hub), InProcessBus(hub)]
    one, two = (Process(postgres_url, bus) for bus in buses)
    for bus in buses:
        await bus.start()
    await one.start()
    await two.start()
    listener = await asyncpg.connect(postgres_url)
    await listener.add_listener(CHANNEL, lambda *told_of: told.put_nowait(str(told_of[-1])))
    await two.reached((await append(one, b"over the bus")).position)
    await buses[0].stop()
    last = await append(one, b"over the database")
    await two.reached(last.position)
    assert await told.get() == f"{last.position} 0", "nobody asked the database to tell of the first one"
    await buses[1].stop()
    await two.reached((await append(one, b"to one that hears nothing")).position)
    await listener.close()
    for process in (one, two):
        await process.close()


# --- one order ------------------------------------------------------------------------------------------------------------


async def test_groups_as_one_statement_know_their_positions(processes: Processes) -> None:
    """Rows, heads of rooms and facts have the positions that the log gave them, though another process wrote meanwhile; where two move one
    room, one of them is refused, and nothing of its unit is there."""
    one, two = await processes(), await processes()
    setup = Unit()
    names = ["shared", *(f"room {number}" for number in range(8))]
    setup.write(ROOM, [{"room_id": name, "version": "11", "depth": 0, "head": "", "position": 0} for name in names])
    await one.commit(setup)
    kept: dict[str, int] = {}
    won = 0

    async def move(process: Process, room: str, depth: int, name: str) -> None:
        unit = Unit()
        at = unit.append(f"topic {room}", "test", name.encode())
        unit.append("heads", "test", name.encode(), key=room)
        unit.write(EVENT, {"event_id": name, "position": at})
        unit.write(MOVE_TO, {"room": room, "expected": depth, "to": depth + 1, "at": at}, rows_expected=1)
        kept[name] = (await process.commit(unit)).facts[0].position

    async def write(process: Process, number: int) -> None:
        nonlocal won
        for turn in range(20):
            await move(process, f"room {number}", turn, f"{number}/{turn}")
            row = await process.fetch_one(DEPTH, {"room": "shared"})
            if row is None or number > 1:
                continue
            try:
                await move(process, "shared", row[0], f"shared by {number}/{turn}")
                won += 1
            except Conflict:
                pass

    await asyncio.gather(*(write((one, two)[number % 2], number) for number in range(8)))
    assert one.writer.groups_at_once
    assert two.writer.groups_at_once
    assert await one.fetch_one(DEPTH, {"room": "shared"}) == (won,)
    last = 2 * (8 * 20 + won)
    await asyncio.gather(one.reached(last), two.reached(last))
    assert dict(await one.fetch(select(event_ids.c.event_id, event_ids.c.position))) == kept
    facts = await one.facts_after(0, limit=1000)
    assert {fact.body.decode(): fact.position for fact in facts if fact.key is None} == kept
    for process in (one, two):  # of facts with keys, those that were replaced before they were read are passed over
        assert process.positions == sorted(set(process.positions))
        assert {fact.body.decode(): fact.position for fact in process.published.facts if fact.key is None} == kept
    heads: dict[str, int] = dict(await two.fetch(select(rooms.c.room_id, rooms.c.position)))
    assert heads == {
        name: max(at for which, at in kept.items() if which.startswith(start))
        for name, start in {"shared": "shared", **{f"room {number}": f"{number}/" for number in range(8)}}.items()
    }


async def test_two_processes_write_one_order(processes: Processes) -> None:
    """Without gaps; both are handed the same facts in the same order, each once, own ones among them."""
    one, two = await processes(), await processes()

    async def write(process: Process, number: int) -> None:
        for turn in range(15):
            await process.commit(unit_of(b"%d" % number, b"%d" % turn, topic=f"topic {number % 5}"))

    await asyncio.gather(*(write(process, number) for process in (one, two) for number in range(8)))
    await asyncio.gather(one.reached(480), two.reached(480))
    assert one.positions == two.positions == list(range(1, 481))
    read = [(fact.position, fact.topic, fact.body) for fact in await one.facts_after(0, limit=1000)]
    for process in (one, two):
        assert [(fact.position, fact.topic, fact.body) for fact in process.published.facts] == read


async def test_what_was_before_is_known_when_a_commit_returns(processes: Processes) -> None:
    """Also what others have written: memory never has a hole."""
    one, two = await processes(), await processes()
    for number in range(10):
        writer, other = (one, two) if number % 2 else (two, one)
        fact = await append(writer, b"%d" % number)
        assert writer.position == fact.position
        assert writer.positions == list(range(1, fact.position + 1))
        assert other.position <= fact.position


async def test_an_idle_process_hears_of_others(processes: Processes) -> None:
    """It is told, and reads on; only what it wrote itself is applied."""
    one, two = await processes(), await processes()
    applied: list[Sequence[Fact]] = []
    unit = unit_of(b"1", b"2", key=None)
    unit.applied = applied.append
    await one.commit(unit)
    await two.reached(2)
    assert [(fact.position, fact.topic, fact.kind, fact.body) for fact in two.published.facts] == [
        (1, "a", "test", b"1"),
        (2, "a", "test", b"2"),
    ]
    assert len(applied) == 1


async def test_an_idle_process_looks_by_itself(processes: Processes, postgres_url: str) -> None:
    """Where no word comes through (a pooler in between, a lost notification), it finds out a little later."""
    one, two = await processes(), await processes()
    connection = two.writer._connection
    assert connection is not None
    await connection.execute(f"UNLISTEN {CHANNEL}")
    await append(one, b"1")
    await two.reached(1)
    assert two.positions == [1]


async def test_a_process_that_starts_later_begins_where_the_log_is(processes: Processes) -> None:
    """What was before is read, not handed over."""
    one = await processes()
    await append(one, b"1")
    two = await processes()
    assert two.position == 1
    await append(two, b"2")
    await one.reached(2)
    assert (one.positions, two.positions) == ([1, 2], [2])


async def test_many_facts_of_others_come_in_order(processes: Processes) -> None:
    """More than are read at once, with keyed ones that were replaced meanwhile left out."""
    one, two = await processes(), await processes()
    connection = two.writer._connection
    assert connection is not None
    await connection.execute("BEGIN")  # a writer that is busy hears nothing meanwhile
    two.writer._items.clear()
    for _ in range(3):
        await one.commit(unit_of(*(b"%d" % number for number in range(1000))))
        await append(one, b"replaced", key="k")
    await connection.execute("ROLLBACK")
    await append(two, b"last")
    await one.reached(3004)
    assert one.positions == list(range(1, 3005))
    assert two.position == 3004
    assert set(range(1, 3005)) - set(two.positions) <= {1001, 2002}
    assert two.positions == sorted(two.positions)


async def test_others_hear_of_rewrites_and_deletions(processes: Processes) -> None:
    """As a unit that has them, before facts that came later."""
    one, two = await processes(), await processes()
    await one.commit(unit_of(b"secret"))
    await append(one, b"keyed", key="k")
    await two.reached(2)
    unit = unit_of(b"redaction")
    unit.rewrites.append(Rewrite("a", 1, b"{}", b"why"))
    unit.delete_fact("a", "k")
    await one.commit(unit)
    await two.reached(3)
    changes = [unit for units, _ in two.published.groups for unit, facts in units if not facts]
    assert [change.rewrites for change in changes] == [[Rewrite("a", 1, b"{}", b"why")]]
    assert [change.deletes for change in changes] == [[("a", "k")]]
    assert two.positions == [1, 2, 3]


async def test_others_hear_of_a_deletion_that_comes_alone(processes: Processes) -> None:
    """It takes no position and is told all the same."""
    one, two = await processes(), await processes()
    await append(one, b"keyed", key="k")
    unit = Unit()
    unit.delete_fact("a", "k")
    await one.commit(unit)
    await two.until(lambda: any(unit.deletes for units, _ in two.published.groups for unit, _ in units))
    assert (one.position, two.position) == (1, 1)


async def test_of_two_processes_one_wins(processes: Processes) -> None:
    """A guard holds over processes: of two that move a room from the same place, the second is refused and may try again."""
    one, two = await processes(), await processes()
    unit = Unit()
    unit.write(ROOM, {"room_id": "!a", "version": "11", "depth": 0, "head": "", "position": 0})
    await one.commit(unit)

    async def move(process: Process) -> int:
        """Reads and tries until it succeeds; answers how often it was refused."""
        refused = 0
        while True:
            row = await process.fetch_one(DEPTH, {"room": "!a"})
            assert row is not None
            unit = unit_of(b"moved")
            unit.write(MOVE, {"room": "!a", "expected": row[0]}, rows_expected=1)
            try:
                await process.commit(unit)
            except Conflict:
                refused += 1
            else:
                return refused

    await asyncio.gather(*(move(process) for process in (one, two) for _ in range(10)))
    assert await one.fetch_one(DEPTH, {"room": "!a"}) == (20,)
    assert len(await one.facts("a", 0, END)) == 20


async def test_transactions_of_two_processes_run_one_after_the_other(processes: Processes) -> None:
    """Reading and adding one is safe inside of one, whichever process it is in."""
    one, two = await processes(), await processes()
    unit = Unit()
    unit.write(ROOM, {"room_id": "!a", "version": "11", "depth": 0, "head": "", "position": 0})
    await one.commit(unit)

    async def work(tx: Tx) -> None:
        row = await tx.fetch_one(DEPTH, {"room": "!a"})
        assert row is not None
        assert await tx.execute(MOVE, {"room": "!a", "expected": row[0]}) == 1
        tx.append("a", "test", b"moved")

    await asyncio.gather(*(process.transaction(work) for process in (one, two) for _ in range(10)))
    assert await two.fetch_one(DEPTH, {"room": "!a"}) == (20,)
    await asyncio.gather(one.reached(20), two.reached(20))
    assert one.positions == two.positions == list(range(1, 21))


# --- trouble ----------------------------------------------------------------------------------------------------------------


async def test_a_lost_connection_fails_who_waits_and_is_made_anew(processes: Processes, postgres_url: str) -> None:
    """Whoever was on the way hears that it may or may not have happened; the next one is served."""
    one = await processes()
    await append(one, b"1")

    async def work(tx: Tx) -> None:
        await tx.execute(EVENT, {"event_id": "never", "position": 0})
        await _end_connections(postgres_url)
        await tx.execute(EVENT, {"event_id": "neither", "position": 0})

    with pytest.raises(DatabaseDown):
        await one.transaction(work)
    assert (await append(one, b"2")).position == 2
    assert one.positions == [1, 2]
    assert await one.fetch(select(event_ids.c.event_id)) == []


async def test_a_commit_whose_answer_was_lost_is_handed_over_all_the_same(own_postgres: PostgresServer) -> None:
    """It happened, as it shows: it comes as what somebody else wrote, for nobody knows any more whose it was."""
    async with wire_to(own_postgres.url()) as wire:
        one = Process(wire.url)
        await one.start()
        unit = unit_of(b"1")
        unit.applied = lambda _: pytest.fail("nobody knows that it is this one")
        wire.lose(b"COMMIT")
        with pytest.raises(DatabaseDown):
            await one.commit(unit)
        await one.reached(1)
        assert one.positions == [1]
        assert (await append(one, b"2")).position == 2
        assert one.positions == [1, 2]
        await one.close()


async def test_tables_of_another_version_are_refused(processes: Processes, postgres_url: str) -> None:
    """When the database is opened, not in the middle of somebody's request."""
    await processes()
    await run_sql(postgres_url, "UPDATE schema_fingerprint SET fingerprint = 'other'")
    with pytest.raises(DatabaseUnfit, match="another development version"):
        await Process(postgres_url).start()


async def test_two_processes_may_start_on_a_new_database(postgres_url: str) -> None:
    """One makes the tables, the other waits for it."""
    both = [Process(postgres_url) for _ in range(2)]
    await asyncio.gather(*(process.start() for process in both))
    await append(both[0], b"1")
    await both[1].reached(1)
    await asyncio.gather(*(process.close() for process in both))


@pytest.fixture
def own_postgres() -> Iterator[PostgresServer]:
    """A server that a test may stop."""
    with postgres_server() as server:
        yield server


async def test_a_server_that_goes_away_and_comes_back(own_postgres: PostgresServer) -> None:
    """Meanwhile everything is refused at once; then it goes on by itself, without gaps."""
    process = Process(own_postgres.url())
    await process.start()
    await append(process, b"1")
    await asyncio.to_thread(own_postgres.stop, gently=False)
    with pytest.raises(DatabaseDown):
        await append(process, b"lost")
    with pytest.raises(DatabaseDown):
        await process.facts("a", 0, END)
    with pytest.raises(DatabaseDown):
        await process.fetch(select(event_ids.c.event_id))
    await asyncio.to_thread(own_postgres.start)
    while True:
        try:
            fact = await append(process, b"2")
        except DatabaseDown:
            await asyncio.sleep(0)
        else:
            break
    assert fact.position == 2
    assert [fact.body for fact in await process.facts("a", 0, END)] == [b"1", b"2"]
    await process.close()


async def test_nobody_listens(postgres_url: str) -> None:
    """A server that cannot be reached is told at the start."""
    with pytest.raises(DatabaseDown):
        await Process("postgresql://laiwang@127.0.0.1:1/nowhere").start()


async def _end_connections(url: str) -> None:
    """As an operator does, or a failover."""
    await run_sql(
        url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'laiwang' AND datname = current_database()",
    )
