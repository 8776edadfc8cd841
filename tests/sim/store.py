"""A database without a disk: the real writer and the real statements on SQLite in memory, with time to reach the disk and power to lose.

What runs is `laiwang.adapters.sqlite` itself, on the event loop instead of on threads. Simulated is only what the machine does: how long
a read, a flush and the way back to the event loop take, and which of the groups that were on their way the disk has after a power cut.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import apsw

import laiwang.edge.capabilities  # noqa: F401 - every capability adds its tables to the schema
from laiwang.adapters.sqlite.database import SQLiteDatabase
from laiwang.adapters.sqlite.schema import create_schema
from laiwang.adapters.sqlite.writer import (
    GROUP_MAX,
    Writer,
    _Item,
    _open,
    _Session,
    _set_error,
    _set_result,
    _translate,
)
from laiwang.kernel.ports import Fact, Row, Unit

__all__ = ["Disk", "Pace", "SimDatabase", "SimWriter"]

Publish = Callable[[Sequence[tuple[Unit, Sequence[Fact]]], int], None]

_Heard = Sequence[tuple[Unit, Sequence[Fact]]]
#: how often it is looked whether another process is done
WAIT_S = 0.0001

_template: list[apsw.Connection] = []


def _with_schema() -> apsw.Connection:
    """The empty database, made once per process."""
    if not _template:
        connection = apsw.Connection(":memory:")
        create_schema(connection)
        _template.append(connection)
    return _template[0]


class Disk:
    """What is left when the power fails: everything committed.

    A group is written in the instant in which its flush ends, so there is nothing half-written to keep apart; an interactive
    transaction stays open for longer, and whoever reads meanwhile reads the `before` image.
    """

    def __init__(self, *, is_shared: bool = False, now_s: Callable[[], float] = time.time) -> None:
        self.is_shared = is_shared
        self._now_s = now_s
        self.connection = self._with_clock(apsw.Connection(":memory:", statementcachesize=400))
        with self.connection.backup("main", _with_schema(), "main") as copying:
            copying.step()
        #: the last position; every writer of the world goes on from there
        self.position = int(next(self.connection.execute("SELECT value FROM log_position"))[0])
        self.writers: dict[SimWriter, None] = {}
        #: whose transaction is open: the others wait
        self.holder: SimWriter | None = None
        self._before: bytes | None = None
        self._before_connection: apsw.Connection | None = None

    def _with_clock(self, connection: apsw.Connection) -> apsw.Connection:
        """The database's clock is that of its machine, whatever the processes' clocks say."""

        def unixepoch(*_: Any) -> float:
            return self._now_s()

        connection.create_scalar_function("unixepoch", unixepoch)
        return connection

    def hide_writes(self) -> None:
        """From now on readers see the database as it is at this moment."""
        self._before = self.connection.serialize("main")

    def show_writes(self) -> None:
        """Readers see what is committed."""
        self._before = None
        if self._before_connection is not None:
            self._before_connection.close()
            self._before_connection = None

    def read(self, sql: str, params: Mapping[str, Any]) -> list[Row]:
        """Rows as a reader's connection sees them."""
        connection = self.connection
        if self._before is not None:
            if self._before_connection is None:
                self._before_connection = self._with_clock(apsw.Connection(":memory:"))
                self._before_connection.deserialize("main", self._before)
            connection = self._before_connection
        return list(connection.execute(sql, params))

    def let_go(self, writer: SimWriter) -> None:
        """A process is gone, and its open transaction with it."""
        self.writers.pop(writer, None)
        if self.holder is writer:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            self.show_writes()
            self.holder = None


class Pace:
    """How long things take, in seconds of the loop's time, and what goes wrong. This one: no time at all, and nothing."""

    def read_s(self) -> float:
        """One way between the event loop and a reader."""
        return 0.0

    def flush_s(self) -> float:
        """Writing a group and waiting for the disk."""
        return 0.0

    def publish_s(self) -> float:
        """The way from the disk back to the event loop."""
        return 0.0

    def fails(self) -> bool:
        """Whether the disk refuses this group."""
        return False


class SeededPace(Pace):
    """Times as a machine has them that is busy with other things as well."""

    #: the longest that each may take
    READ_S_MAX = 0.001
    FLUSH_S_MAX = 0.025
    PUBLISH_S_MAX = 0.003

    def __init__(self, chance: random.Random, *, failures: float = 0.0) -> None:
        self._chance = chance
        self._failures = failures
        self._flush_s = chance.choice((0.0004, 0.002, 0.008))

    def read_s(self) -> float:
        """See Pace."""
        return self._chance.choice((0.0, 0.00005, 0.0002, 0.0005))

    def flush_s(self) -> float:
        """See Pace. Now and then the disk takes much longer than usual."""
        if self._chance.random() < 0.05:
            return self._chance.uniform(self._flush_s, self.FLUSH_S_MAX)
        return self._chance.uniform(0.5, 1.5) * self._flush_s

    def publish_s(self) -> float:
        """See Pace."""
        return self._chance.choice((0.0, 0.0001, 0.0005, self.PUBLISH_S_MAX))

    def fails(self) -> bool:
        """See Pace."""
        return self._chance.random() < self._failures


class _Calls:
    """What the event loop asks of an open transaction."""

    def __init__(self) -> None:
        self._calls: deque[Any] = deque()
        self._news = asyncio.Event()

    def put(self, call: Any) -> None:
        self._calls.append(call)
        self._news.set()

    async def get(self) -> Any:
        while not self._calls:
            self._news.clear()
            await self._news.wait()
        return self._calls.popleft()


class _Wake:
    """Stands where the real writer has the semaphore that wakes its thread."""

    def __init__(self) -> None:
        self.news = asyncio.Event()

    def release(self) -> None:
        self.news.set()


class SimWriter(Writer):
    """The real writer as a task of the event loop: it collects, waits for the disk, writes, and hands over, in this order."""

    def __init__(self, disk: Disk, publish: Publish, pace: Pace) -> None:
        super().__init__(cast(Any, None), publish)
        self.disk = disk
        self.pace = pace
        self._wake = cast(Any, _Wake())
        self._tasks: list[asyncio.Task[None]] = []
        self._durable: deque[tuple[list[_Item] | _Heard, int] | None] = deque()
        self._handing_over = asyncio.Event()
        #: how long its next group is stuck on the way to the disk
        self.stuck_s = 0.0

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Takes the disk as it is."""
        self._loop = loop
        self.connection = self.disk.connection
        self.position = self.published = self.disk.position
        self.disk.writers[self] = None
        self._tasks = [asyncio.create_task(self._write()), asyncio.create_task(self._hand_over())]

    async def stop(self) -> None:
        """Commits what was accepted."""
        self._closing = True
        self._wake.release()
        await asyncio.gather(*self._tasks)
        self.disk.let_go(self)

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return any(not task.done() for task in self._tasks)

    def _new_session(self) -> _Session:
        session = super()._new_session()
        session.calls = cast(Any, _Calls())
        return session

    async def _write(self) -> None:
        news: asyncio.Event = cast(_Wake, self._wake).news
        while True:
            await news.wait()
            news.clear()
            while self._items:
                group = [self._items.popleft() for _ in range(min(GROUP_MAX, len(self._items)))]
                stuck_s, self.stuck_s = self.stuck_s, 0.0
                if stuck_s:
                    await asyncio.sleep(stuck_s)
                await self._write_group(group)
            if self._closing:
                self._durable.append(None)
                self._handing_over.set()
                return

    async def _write_group(self, group: list[_Item]) -> None:
        sessions = [item for item in group if item.session is not None]
        if not sessions:
            # Nobody can see an open transaction from outside, so it may as well begin when its flush ends.
            await asyncio.sleep(self.pace.flush_s())
        start = await self._take()
        try:
            if sessions:
                self.disk.hide_writes()
                self._open_group(group)
                # Whoever looks inside a transaction has heard of everything before.
                while len(self.disk.writers) > 1 and self.published < start:  # noqa: ASYNC110
                    await asyncio.sleep(WAIT_S)
                for item in sessions:
                    await self._serve_later(item)
                await asyncio.sleep(self.pace.flush_s())
            else:
                self._open_group(group)
            if self.pace.fails():
                raise apsw.FullError("the disk is full")
            self._close_group(start)
        except apsw.Error as error:
            self._fail_group(group, start, error)
            self.disk.show_writes()
        else:
            self.disk.show_writes()
            self.disk.position = self.position
            self._tell_others(group)
        self.disk.holder = None
        self.groups += 1
        self.units += len(group)
        self._answer(group)

    async def _take(self) -> int:
        """Waits for the transactions of other processes; answers the position that they have come to."""
        while self.disk.holder is not None:  # noqa: ASYNC110 - the holder may die, and rings nobody then
            await asyncio.sleep(WAIT_S)
        self.disk.holder = self
        self.position = self.disk.position
        return self.position

    def _tell_others(self, group: list[_Item]) -> None:
        """What another process hears of a group: changes of older facts first, then new facts, as PostgreSQL has it."""
        units: list[tuple[Unit, Sequence[Fact]]] = []
        for item in group:
            if item.error is not None:
                continue
            if item.unit.rewrites or item.unit.deletes:
                units.append((Unit(rewrites=item.unit.rewrites, deletes=item.unit.deletes), ()))
            if item.facts:
                units.append((Unit(), item.facts))
        for writer in self.disk.writers:
            if writer is not self and units:
                writer.hear([(unit, [_copy(fact) for fact in facts]) for unit, facts in units], self.position)

    def hear(self, units: _Heard, position: int) -> None:
        """Another process has written; its word takes as long as one's own."""
        self._durable.append((tuple(units), position))
        self._handing_over.set()

    async def _serve_later(self, item: _Item) -> None:
        session = item.session
        assert session is not None
        start = self.position
        self.connection.execute("SAVEPOINT session")
        _open(session.opened)
        while (call := await cast(_Calls, session.calls).get()) is not None:
            await asyncio.sleep(self.pace.read_s())
            work, future = call
            try:
                _set_result(future, work())
            except Exception as error:
                _set_error(future, _translate(error))
        self._settle(item, session, start)

    def _answer(self, group: list[_Item]) -> None:
        # Like the real one it goes on to the next group at once; the event loop hears of groups in order.
        self._durable.append((group, self.position))
        self._handing_over.set()

    async def _hand_over(self) -> None:
        while True:
            await self._handing_over.wait()
            self._handing_over.clear()
            while self._durable:
                durable = self._durable.popleft()
                if durable is None:
                    return
                await asyncio.sleep(self.pace.publish_s())
                told, position = durable
                if isinstance(told, list):
                    self._deliver(told, position)
                else:
                    self.published = position
                    self._publish(told, position)


def _copy(fact: Fact) -> Fact:
    return Fact(fact.position, fact.topic, fact.kind, fact.key, fact.mark, fact.body, fact.meta)


class SimDatabase(SQLiteDatabase):
    """`ports.Database` as the kernel sees it, on a `Disk`."""

    def __init__(self, disk: Disk, publish: Publish, pace: Pace | None = None) -> None:
        self.disk = disk
        self.pace = pace or Pace()
        self.writer = SimWriter(disk, publish, self.pace)

    @property
    def is_shared(self) -> bool:
        """See ports.Database."""
        return self.disk.is_shared

    async def start(self) -> None:
        """Takes the disk as it is."""
        self._loop = asyncio.get_running_loop()
        self.writer.start(self._loop)

    async def close(self) -> None:
        """Finishes accepted commits."""
        await self.writer.stop()

    async def _read(self, sql: str, params: Mapping[str, Any]) -> list[Row]:  # type: ignore[override]
        await asyncio.sleep(self.pace.read_s())
        rows = self.disk.read(sql, params)
        await asyncio.sleep(self.pace.read_s())
        return rows
