"""The writer thread: one connection, one open transaction at a time, many units in it, one fsync.

While one commit is on its way to disk, requests collect for the next: natural group commit, no timers. A group is first tried as a
whole; when any of it fails, it is rolled back and its units are run again one by one in savepoints, so that a bad row fails its own
request only.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import apsw
import structlog
from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.sql.expression import Executable

from laiwang.adapters.sqlite.statements import compiled
from laiwang.adapters.units import APPEND, APPEND_KEYED, REWRITE, OpenTransaction, facts_of, writes_of
from laiwang.kernel import tables
from laiwang.kernel.ports import WAITED_S_MAX, Committed, Conflict, DatabaseDown, Fact, Row, Unit

__all__ = ["Writer", "connect"]

_APPEND = compiled(APPEND, [c.name for c in tables.log.columns]).sql  # type: ignore[arg-type]
_APPEND_KEYED = compiled(APPEND_KEYED, {}).sql
_TOPIC_ID = compiled(select(tables.topics.c.id).where(tables.topics.c.name == bindparam("name")), {"name": ""}).sql
_NEW_TOPIC = compiled(insert(tables.topics).values(name=bindparam("name")), {"name": ""}).sql
_REWRITE = compiled(REWRITE, {"at": 0, "new_body": b"", "new_meta": b""}).sql
_DELETE_KEYED = compiled(
    delete(tables.log).where(tables.log.c.topic == bindparam("topic"), tables.log.c.key == bindparam("key")),
    {"topic": 0, "key": ""},
).sql

GROUP_MAX = 512
TOPICS_CACHED_MAX = 200_000
CHECKPOINT_PAGES = 4000
log_ = structlog.get_logger(__name__)


def connect(path: Path, *, readonly: bool) -> apsw.Connection:
    """A connection with the server's pragmas."""
    flags = apsw.SQLITE_OPEN_READONLY if readonly else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    connection = apsw.Connection(str(path), flags=flags | apsw.SQLITE_OPEN_NOMUTEX, statementcachesize=400)
    connection.set_busy_timeout(5_000)
    if not readonly:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
        connection.execute("PRAGMA cache_size=-16000")
        # What people delete is gone from the file, not only from the tables.
        connection.execute("PRAGMA secure_delete=ON")
    else:
        connection.execute("PRAGMA query_only=ON")
        connection.execute("PRAGMA cache_size=-8000")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


class _Doorbell:
    """Wakes the writer's thread; ringing again before it has come to the door adds nothing. The event loop alone rings."""

    def __init__(self) -> None:
        self._shut = threading.Lock()
        self._shut.acquire()

    def release(self) -> None:
        """Rings."""
        if self._shut.locked():
            self._shut.release()

    def acquire(self) -> None:
        """Waits until it has been rung since the last time."""
        self._shut.acquire()


class _Item:
    __slots__ = ("accepted_at", "error", "facts", "future", "session", "unit")

    def __init__(self, unit: Unit, future: asyncio.Future[Any], session: _Session | None = None) -> None:
        self.unit = unit
        self.accepted_at = time.monotonic()
        self.future = future
        self.session = session
        self.facts: list[Fact] = []
        self.error: BaseException | None = None


class _Session:
    """An interactive transaction: the event loop sends calls, the writer thread runs them until it is told to stop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.calls: queue.SimpleQueue[tuple[Callable[[], Any], asyncio.Future[Any]] | None] = queue.SimpleQueue()
        self.opened: asyncio.Future[None] = loop.create_future()
        self.failed = False

    async def call(self, work: Callable[[], Any]) -> Any:
        future: asyncio.Future[Any] = self.loop.create_future()
        self.calls.put((work, future))
        return await future


class SQLiteTx(OpenTransaction):
    """Runs its statements on the writer's thread."""

    def __init__(self, session: _Session, writer: Writer) -> None:
        super().__init__()
        self._session = session
        self._writer = writer

    async def fetch(self, statement: Executable, params: Mapping[str, Any] | None = None) -> list[Row]:
        """All rows."""
        sql, bound = compiled(statement, params).bind(params or {})
        rows: list[Row] = await self._session.call(lambda: self._writer.connection.execute(sql, bound).fetchall())
        return rows

    async def _run(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> int:
        count: int = await self._session.call(lambda: self._writer.execute(statement, rows))
        return count


class Writer:
    """Owns the only writing connection. `publish` is called on the event loop with each durable group."""

    def __init__(self, path: Path, publish: Callable[[Sequence[tuple[Unit, Sequence[Fact]]], int], None]) -> None:
        self._path = path
        self._publish = publish
        self._items: deque[_Item] = deque()
        self._wake = _Doorbell()
        self._closing = False
        self._topics: dict[str, int] = {}
        self._thread: threading.Thread | None = None
        self.connection: apsw.Connection
        self.position = 0
        self.published = 0
        self.groups = 0
        self.units = 0

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Opens the connection and starts the thread."""
        self._loop = loop
        self.connection = connect(self._path, readonly=False)
        for (value,) in self.connection.execute("SELECT value FROM log_position"):
            self.position = self.published = int(value)
        self._thread = threading.Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def stop(self) -> None:
        """Commits what was accepted, then closes."""
        self._closing = True
        self._wake.release()
        if self._thread is not None:
            await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    @property
    def alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread is not None and self._thread.is_alive()

    async def commit(self, unit: Unit) -> Committed:
        """Durable on return. Raises Conflict or DatabaseDown."""
        if self._closing:
            raise DatabaseDown("the server is stopping")
        item = _Item(unit, self._loop.create_future())
        self._items.append(item)
        self._wake.release()
        await item.future
        return Committed(item.facts)

    async def transaction(self, work: Callable[[SQLiteTx], Awaitable[Any]]) -> Any:
        """Runs `work` alone on the writing connection."""
        if self._closing:
            raise DatabaseDown("the server is stopping")
        session = self._new_session()
        tx = SQLiteTx(session, self)
        item = _Item(tx.unit, self._loop.create_future(), session)
        self._items.append(item)
        self._wake.release()
        try:
            # Inside: whoever is cancelled while she waits for her turn must not keep the writer waiting for her.
            await session.opened
            result = await work(tx)
        except BaseException:
            session.failed = True
            raise
        finally:
            session.calls.put(None)
            if session.failed:
                item.future.add_done_callback(_swallow)
        await item.future
        return result

    def _new_session(self) -> _Session:
        return _Session(self._loop)

    # --- on the writer thread ---------------------------------------------------------------------------------------

    def execute(self, statement: Executable, params: Sequence[Mapping[str, Any]]) -> int:
        """Runs one row statement for each parameter set; answers the rows it touched."""
        text = compiled(statement, params[0] if params else None)
        before = self.connection.total_changes()
        for one in params:
            sql, bound = text.bind(one)
            self.connection.execute(sql, bound)
        return int(self.connection.total_changes()) - before

    def _run(self) -> None:
        while True:
            if not self._items and not self._closing:
                self._wake.acquire()
            group: list[_Item] = []
            while self._items and len(group) < GROUP_MAX:
                group.append(self._items.popleft())
            if group:
                try:
                    if in_time := self._in_time(group):
                        self._commit_group(in_time)
                except BaseException as error:  # the thread must outlive anything: a dead writer hangs every later send
                    log_.exception("commit group failed")
                    for item in group:
                        item.error = item.error or DatabaseDown(str(error))
                    self._answer(group)
            elif self._closing:
                self.connection.close()
                return

    def _in_time(self, group: list[_Item]) -> list[_Item]:
        """Those that have not waited too long. Nothing is written of the others: who asked has gone, or has asked again."""
        earliest = time.monotonic() - WAITED_S_MAX
        if group[0].accepted_at >= earliest:
            return group
        late = [item for item in group if item.accepted_at < earliest]
        for item in late:
            item.error = DatabaseDown("the disk is too slow")
        self._answer(late)
        return group[len(late) :]

    def _commit_group(self, group: list[_Item]) -> None:
        start = self.position
        try:
            self._open_group(group)
            for item in group:
                if item.session is not None:
                    self._serve(item)
            self._close_group(start)
        except apsw.Error as error:
            self._fail_group(group, start, error)
        self.groups += 1
        self.units += len(group)
        self._answer(group)

    def _open_group(self, group: list[_Item]) -> None:
        """Begins the transaction and applies the units: all at once, or one by one when any of them fails."""
        start = self.position
        # Units get their positions first, for transactions may take long; whoever is told of the group is told in that order.
        group.sort(key=lambda item: item.session is not None)
        units = [item for item in group if item.session is None]
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            for item in units:
                self._apply(item)
        except Exception:
            self._undo(start)
            self.connection.execute("BEGIN IMMEDIATE")
            for item in units:
                self._apply_alone(item)

    def _close_group(self, start: int) -> None:
        """Makes the group durable: the fsync is in here."""
        if self.position != start:
            self.connection.execute("UPDATE log_position SET value = ?", (self.position,))
        self.connection.execute("COMMIT")

    def _fail_group(self, group: list[_Item], start: int, error: apsw.Error) -> None:
        self._undo(start)
        for item in group:
            item.error = item.error or DatabaseDown(str(error))
            item.facts = []
        log_.error("commit failed", error=str(error), units=len(group))

    def _undo(self, start: int) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self.position = start
        self._topics.clear()

    def _apply_alone(self, item: _Item) -> None:
        start = self.position
        self.connection.execute("SAVEPOINT unit")
        try:
            self._apply(item)
            self.connection.execute("RELEASE unit")
        except Exception as error:
            self.connection.execute("ROLLBACK TO unit")
            self.connection.execute("RELEASE unit")
            self.position = start
            self._topics.clear()
            item.facts = []
            item.error = _translate(error)

    def _serve(self, item: _Item) -> None:
        session = item.session
        assert session is not None
        start = self.position
        self.connection.execute("SAVEPOINT session")
        self._loop.call_soon_threadsafe(_open, session.opened)
        while (call := session.calls.get()) is not None:
            work, future = call
            try:
                self._loop.call_soon_threadsafe(_set_result, future, work())
            except Exception as error:
                self._loop.call_soon_threadsafe(_set_error, future, _translate(error))
        self._settle(item, session, start)

    def _settle(self, item: _Item, session: _Session, start: int) -> None:
        """Ends a session's savepoint: its facts and late writes are added, or everything of it is undone."""
        try:
            if not session.failed:
                self._apply(item)
            else:
                item.error = Conflict("undone")
        except Exception as error:
            item.error = _translate(error)
        if item.error is not None:
            self.connection.execute("ROLLBACK TO session")
            self.position = start
            self._topics.clear()
            item.facts = []
        self.connection.execute("RELEASE session")

    def _apply(self, item: _Item) -> None:
        unit = item.unit
        execute = self.connection.execute
        facts = facts_of(unit, self.position)
        for fact in facts:
            row = {
                "position": fact.position,
                "topic": self._topic(fact.topic),
                "kind": fact.kind,
                "key": fact.key,
                "mark": fact.mark,
                "body": fact.body,
                "meta": fact.meta,
            }
            execute(_APPEND if fact.key is None else _APPEND_KEYED, row)
        self.position += len(facts)
        for statement, rows, expected in writes_of(unit, facts):
            if expected is None:
                text = compiled(statement, rows[0])
                for one in rows:
                    sql, bound = text.bind(one)
                    execute(sql, bound)
            elif self.execute(statement, rows) != expected:
                raise Conflict("a guard refused the unit")
        for rewrite in unit.rewrites:
            execute(_REWRITE, {"at": rewrite.position, "new_body": rewrite.body, "new_meta": rewrite.meta})
        for topic, key in unit.deletes:
            execute(_DELETE_KEYED, {"topic": self._topic(topic), "key": key})
        item.facts = facts

    def _topic(self, name: str) -> int:
        found = self._topics.get(name)
        if found is not None:
            return found
        row = self.connection.execute(_TOPIC_ID, {"name": name}).fetchone()
        if row is None:
            self.connection.execute(_NEW_TOPIC, {"name": name})
            found = int(self.connection.last_insert_rowid())
        else:
            found = int(row[0])
        if len(self._topics) >= TOPICS_CACHED_MAX:
            self._topics.clear()
        self._topics[name] = found
        return found

    def _answer(self, group: list[_Item]) -> None:
        self._loop.call_soon_threadsafe(self._deliver, group, self.position)

    # --- on the event loop ------------------------------------------------------------------------------------------

    def _deliver(self, group: list[_Item], position: int) -> None:
        durable = [(item.unit, item.facts) for item in group if item.error is None]
        self.published = position
        if durable:
            try:
                self._publish(durable, position)
            except (
                Exception
            ) as error:  # a bug of ours; the rows are durable, but nobody may be left waiting for an answer
                log_.exception("publishing a durable group failed")
                for item in group:
                    item.error = item.error or error
        for item in group:
            if item.session is not None and item.error is not None:
                _set_error(item.session.opened, item.error)  # where the group failed before its turn came
            if item.future.done():
                continue
            if item.error is None:
                item.future.set_result(None)
            else:
                item.future.set_exception(item.error)


def _translate(error: Exception) -> Exception:
    if isinstance(error, apsw.ConstraintError):
        return Conflict(str(error))
    if isinstance(error, Conflict):
        return error
    if isinstance(error, apsw.Error):
        return DatabaseDown(str(error))
    return error


def _open(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


def _set_result(future: asyncio.Future[Any], value: Any) -> None:
    if not future.done():
        future.set_result(value)


def _set_error(future: asyncio.Future[Any], error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)


def _swallow(future: asyncio.Future[Any]) -> None:
    if not future.cancelled():
        future.exception()
