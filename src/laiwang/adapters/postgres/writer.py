"""The writer: one task, one connection, one open transaction at a time, many units in it, one commit.

While one commit is on its way to disk, requests collect for the next: natural group commit, no timers. A group is first tried as a
whole; when any of it is refused, it is rolled back and its units are run again one by one behind savepoints, so that a bad unit fails its
own request only. What other processes have written is handed over in between, in the order of positions.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import structlog
from asyncpg import Connection

from laiwang.adapters.postgres import at_once, order
from laiwang.adapters.postgres.at_once import AtOnce, commit_at_once
from laiwang.adapters.postgres.batches import Batches, Combinations, combined, topics_of
from laiwang.adapters.postgres.errors import IN_TROUBLE, translated
from laiwang.adapters.postgres.order import Place
from laiwang.adapters.postgres.pulse import Pulse
from laiwang.adapters.postgres.session import PostgresTx, Session
from laiwang.adapters.postgres.texts import all_kept
from laiwang.adapters.units import facts_of
from laiwang.kernel.bus import Bus
from laiwang.kernel.ports import WAITED_S_MAX, Committed, Conflict, DatabaseDown, Fact, Unit

__all__ = ["Publish", "Writer"]

T = TypeVar("T")
Publish = Callable[[Sequence[tuple[Unit, Sequence[Fact]]], int], None]

GROUP_MAX = 512
TOPICS_CACHED_MAX = 200_000
#: how often the log is looked at when no word of other processes comes
POLL_S = 1.0
#: … and when no word can come, for the bus that brings them is away
BLIND_POLL_S = 0.1
#: subject of words that tell of a commit
SUBJECT = "log"
RETRY_S_MIN, RETRY_S_MAX = 0.1, 1.0
_TOPIC_IDS = "SELECT name, id FROM topics WHERE name = ANY ($1::text[])"
_NEW_TOPICS = "INSERT INTO topics (name) SELECT unnest($1::text[]) RETURNING name, id"
log_ = structlog.get_logger(__name__)


class _Item:
    __slots__ = ("accepted_at", "error", "facts", "future", "session", "unit")

    def __init__(self, unit: Unit, session: Session | None = None) -> None:
        self.unit = unit
        loop = asyncio.get_running_loop()
        self.accepted_at = loop.time()
        self.future: asyncio.Future[None] = loop.create_future()
        self.session = session
        self.facts: Sequence[Fact] = ()
        self.error: BaseException | None = None


class Writer:
    """Owns the only writing connection of this process. `publish` is called with each durable group, others' facts included."""

    def __init__(
        self,
        connect: Callable[[Callable[[str], None]], Awaitable[Connection]],
        publish: Publish,
        pulse: Pulse,
        bus: Bus | None = None,
    ) -> None:
        self._connect = connect
        self._publish = publish
        self._pulse = pulse
        #: what tells others of commits; without one, or while it is away, the database does
        self._bus = bus
        if bus is not None:
            bus.subscribe(SUBJECT, lambda _, word: self._hear_of(word.decode()), missed=self._look_soon)
        self._items: deque[_Item] = deque()
        self._wake = asyncio.Event()
        self._closing = False
        self._topics: dict[str, int] = {}
        self._combinations = Combinations(combined)
        #: by whether the database tells of the commit
        self._wholes = {tells: Combinations(partial(at_once.combined, tells=tells)) for tells in (False, True)}
        #: of topics in which others have written, by id
        self._names: dict[int, str] = {}
        #: how far another process says that everybody has come
        self._told: Place | None = None
        self._connection: Connection | None = None
        self._task: asyncio.Task[None] | None = None
        self._retry_s = 0.0
        self._retry_at = 0.0
        self.published = 0
        self._changes = 0
        self.groups = 0
        self.units = 0
        #: groups that were one statement
        self.groups_at_once = 0

    async def start(self) -> None:
        """Connects, takes the place where the log is, and begins."""
        connection = await self._open()
        place = await order.where(connection)
        self.published, self._changes = place.position, place.changes
        self._task = asyncio.create_task(self._run(), name="postgres writer")

    async def stop(self) -> None:
        """Commits what was accepted, then closes."""
        self._closing = True
        self._wake.set()
        if self._task is not None:
            await self._task
        await self._drop()

    @property
    def alive(self) -> bool:
        """Whether the task runs."""
        return self._task is not None and not self._task.done()

    async def commit(self, unit: Unit) -> Committed:
        """Durable on return. Raises Conflict or DatabaseDown."""
        item = self._accept(_Item(unit))
        await item.future
        return Committed(item.facts)

    async def transaction(self, work: Callable[[PostgresTx], Awaitable[T]]) -> T:
        """Runs `work` alone: no other writer of any process is at work meanwhile."""
        session = Session()
        tx = PostgresTx(session)
        item = self._accept(_Item(tx.unit, session))
        try:
            await session.opened
            result = await work(tx)
        except BaseException:
            session.failed = True
            raise
        finally:
            session.end()
            if session.failed:
                item.future.add_done_callback(_hear)
        await item.future
        return result

    def _accept(self, item: _Item) -> _Item:
        if self._closing:
            raise DatabaseDown("the server is stopping")
        self._items.append(item)
        self._wake.set()
        return item

    # --- the task -----------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            if not self._items and not self._closing:
                await self._news()
            self._wake.clear()
            group = [self._items.popleft() for _ in range(min(GROUP_MAX, len(self._items)))]
            if group:
                await self._write(self._in_time(group))
            elif self._closing:
                return
            else:
                await self._look()

    async def _news(self) -> None:
        """Until there is something to write, or word of another process, or it is time to look."""
        is_blind = self._bus is not None and not self._bus.is_connected
        try:
            async with asyncio.timeout(BLIND_POLL_S if is_blind else POLL_S):
                await self._wake.wait()
        except TimeoutError:
            pass

    def _look_soon(self) -> None:
        self._wake.set()

    @property
    def _tells(self) -> bool:
        """Whether the database has to tell the others."""
        return self._bus is None or not self._bus.is_connected

    def _hear_of(self, told: str) -> None:
        """Another process, or this one, has committed."""
        position, _, changes = told.partition(" ")
        if int(position) > self.published or int(changes) > self._changes:
            # Words of several processes on a bus may overtake each other: the furthest counts.
            told_of = self._told or Place(0, 0)
            self._told = Place(max(told_of.position, int(position)), max(told_of.changes, int(changes)))
            self._wake.set()

    async def _look(self) -> None:
        """Hands over what others have written."""
        try:
            connection = await self._open()
            with self._pulse.of(connection):
                # Who told has committed, so there is no need to ask; where nobody told, or memory has come further, there is.
                told, self._told = self._told, None
                is_news = told is not None and told.position >= self.published and told.changes >= self._changes
                place = told if told is not None and is_news else await order.where(connection)
                await self._catch_up(connection, place)
        except Exception as error:
            await self._in_trouble(error)

    def _in_time(self, group: list[_Item]) -> list[_Item]:
        """Those that have not waited too long. Nothing is written of the others: who asked has gone, or has asked again."""
        earliest = asyncio.get_running_loop().time() - WAITED_S_MAX
        if group[0].accepted_at >= earliest:
            return group
        late = [item for item in group if item.accepted_at < earliest]
        for item in late:
            item.error = DatabaseDown("the database is too slow")
        self._answer(late)
        return group[len(late) :]

    async def _write(self, group: list[_Item]) -> None:
        units = [item for item in group if item.session is None]
        sessions = [item for item in group if item.session is not None]
        for some in ([units] if units else []) + [[item] for item in sessions]:
            try:
                await self._write_some(some)
            except BaseException as error:  # the task must outlive anything: a dead writer hangs every later send
                await self._in_trouble(error)
                for item in some:
                    item.error = item.error or DatabaseDown(str(error) or type(error).__name__)
                self._answer(some)
        self.groups += 1
        self.units += len(group)

    async def _write_some(self, items: list[_Item]) -> None:
        connection = await self._open()
        with self._pulse.of(connection):
            await self._write_over(connection, items)
        self._answer(items)

    async def _write_over(self, connection: Connection, items: list[_Item]) -> None:
        session = items[0].session
        try:
            if session is not None:
                await self._serve(connection, items[0], session)
            else:
                if not await self._at_once(connection, items):
                    await self._together(connection, items)
        except Exception as error:
            known = translated(error)
            if isinstance(known, DatabaseDown):
                raise
            await self._roll_back(connection)
            if session is None and len(items) > 1:
                await self._one_by_one(connection, items)
            else:
                items[0].error = known

    async def _at_once(self, connection: Connection, items: Sequence[_Item]) -> bool:
        """As one statement, where the group fits into one; else nothing is written."""
        missing = topics_of([item.unit for item in items]) - self._topics.keys()
        if missing:  # new, or forgotten after a refusal
            self._topics.update(await connection.fetch(_TOPIC_IDS, all_kept(missing)))
        whole = AtOnce(self._topics, self.published)
        position = self.published
        for item in items:
            item.facts = facts_of(item.unit, position)
            position += len(item.facts)
            if not whole.add(item.unit, item.facts):
                return False
        count = position - self.published
        place = await commit_at_once(connection, self._wholes[self._tells], whole, count) if count else None
        if place is None:
            return False
        self.groups_at_once += 1
        by_others = place.position - self.published
        await self._catch_up(connection, place)
        for item in items:
            for fact in item.facts:
                fact.position += by_others
        self._hand_over(Place(place.position + count, place.changes), items)
        return True

    async def _together(self, connection: Connection, items: Sequence[_Item]) -> None:
        """The usual way: everything at once."""
        units = [item.unit for item in items]
        facts, changes = sum(len(unit.facts) for unit in units), sum(map(order.changes_in, units))
        await connection.execute("BEGIN")
        if facts or changes:
            place = await order.move(connection, facts, changes, tells=self._tells)
        else:
            place = await order.take(connection)
        await self._catch_up(connection, place)
        await self._apply(connection, items, place)
        await self._commit(connection, Place(place.position + facts, place.changes + changes), items)

    async def _one_by_one(self, connection: Connection, items: Sequence[_Item]) -> None:
        """After a refusal: who is to blame hears of it, the others are written."""
        await connection.execute("BEGIN")
        first = place = await order.take(connection)
        await self._catch_up(connection, place)
        for item in items:
            await connection.execute("SAVEPOINT unit")
            try:
                place = await self._apply(connection, (item,), place)
                await connection.execute("RELEASE unit")
            except Exception as error:
                item.error = translated(error)
                if isinstance(item.error, DatabaseDown):
                    raise
                item.facts = ()
                self._topics.clear()
                await connection.execute("ROLLBACK TO unit; RELEASE unit")
        if place != first:
            moved = (place.position - first.position, place.changes - first.changes)
            await order.move(connection, *moved, tells=self._tells)
        await self._commit(connection, place, items)

    async def _serve(self, connection: Connection, item: _Item, session: Session) -> None:
        await connection.execute("BEGIN")
        first = await order.take(connection)
        await self._catch_up(connection, first)
        await session.serve(connection, self._pulse)
        if session.failed:
            raise Conflict("undone")
        place = await self._apply(connection, (item,), first)
        if place != first:
            moved = (place.position - first.position, place.changes - first.changes)
            await order.move(connection, *moved, tells=self._tells)
        await self._commit(connection, place, (item,))

    async def _apply(self, connection: Connection, items: Sequence[_Item], place: Place) -> Place:
        """Writes units after a place; answers the place after them."""
        units = [item.unit for item in items]
        topics = topics_of(units)
        if not topics <= self._topics.keys():
            await self._learn(connection, topics)
        batches = Batches(self._topics, self._combinations)
        position = place.position
        for item in items:
            item.facts = facts_of(item.unit, position)
            position += len(item.facts)
            batches.add(item.unit, item.facts)
        await batches.run(connection)
        changes = sum(map(order.changes_in, units))
        if changes:
            await order.note_changes(connection, units, place.changes)
        return Place(position, place.changes + changes)

    async def _learn(self, connection: Connection, names: set[str]) -> None:
        if len(self._topics) >= TOPICS_CACHED_MAX:
            self._topics.clear()
        missing = names - self._topics.keys()
        self._topics.update(await connection.fetch(_TOPIC_IDS, all_kept(missing)))
        if missing := missing - self._topics.keys():
            self._topics.update(await connection.fetch(_NEW_TOPICS, all_kept(missing)))

    async def _commit(self, connection: Connection, place: Place, items: Sequence[_Item]) -> None:
        await connection.execute("COMMIT")
        self._hand_over(place, items)

    def _hand_over(self, place: Place, items: Sequence[_Item]) -> None:
        """What is durable now, to memory."""
        durable = [(item.unit, item.facts) for item in items if item.error is None]
        if self._bus is not None and not self._tells and place != Place(self.published, self._changes):
            self._bus.publish(SUBJECT, f"{place.position} {place.changes}")
        self._changes = place.changes
        self.published = place.position
        if durable:
            try:
                self._publish(durable, place.position)
            except Exception as error:  # a bug of ours; the rows are durable, but nobody may be left waiting
                log_.exception("publishing a durable group failed")
                for item in items:
                    item.error = item.error or error

    async def _catch_up(self, connection: Connection, place: Place) -> None:
        """Hands over what others have committed up to a place, changes of older facts first: facts are read as they are now."""
        if place.position < self.published or place.changes < self._changes:
            raise DatabaseDown("the database is older than what this process has seen of it")
        changed = await order.what_changed(connection, self._changes, place.changes)
        while self.published < place.position or changed is not None:
            units: list[tuple[Unit, Sequence[Fact]]] = [] if changed is None else [(changed, ())]
            facts, reached = await order.written_by_others(connection, self.published, place.position, self._names)
            if facts:
                units.append((Unit(), facts))
            changed = None
            self._changes, self.published = place.changes, reached
            try:
                self._publish(units, reached)
            except Exception:
                log_.exception("publishing what another process wrote failed")

    def _answer(self, items: Sequence[_Item]) -> None:
        for item in items:
            error = item.error
            if error is not None and item.session is not None:
                _refuse(item.session.opened, error)  # where it failed before its turn came
            if error is not None:
                _refuse(item.future, error)
            elif not item.future.done():
                item.future.set_result(None)

    # --- the connection ---------------------------------------------------------------------------------------------

    async def _open(self) -> Connection:
        """The connection, made anew when it is lost; not more often than is good for a server in trouble."""
        if self._connection is not None and not self._connection.is_closed():
            return self._connection
        now = asyncio.get_running_loop().time()
        if now < self._retry_at:
            raise DatabaseDown("the database cannot be reached")
        try:
            self._connection = await self._connect(self._hear_of)
        except IN_TROUBLE as error:
            self._retry_s = min(max(self._retry_s * 2, RETRY_S_MIN), RETRY_S_MAX)
            self._retry_at = now + self._retry_s
            raise DatabaseDown(f"the database cannot be reached: {error}") from error
        self._retry_s = 0.0
        return self._connection

    async def _roll_back(self, connection: Connection) -> None:
        self._topics.clear()
        if connection.is_in_transaction():
            await connection.execute("ROLLBACK")

    async def _in_trouble(self, error: BaseException) -> None:
        """What state the connection is in nobody knows: the next one begins anew."""
        self._topics.clear()
        log_.error("the database failed", error=str(error) or type(error).__name__)
        await self._drop()

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.terminate()


def _refuse(future: asyncio.Future[Any], error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)


def _hear(future: asyncio.Future[Any]) -> None:
    if not future.cancelled():
        future.exception()
