"""Followers: work that may lag behind the log, restarts where it stopped, and can be replayed.

A follower's effect and its cursor become durable together, so a crash repeats nothing and skips nothing. There are two ways. `plan` reads
what it likes and answers with a unit, which joins the next group commit: prefer it, nobody waits for it. `handle` works inside an open
transaction, which holds up every writer meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import bindparam, select, update

from laiwang.kernel.lease import Lease, Leases, Part
from laiwang.kernel.log import ANY_TOPIC, Log
from laiwang.kernel.ports import Conflict, Database, DatabaseDown, Fact, Tx, Unit, Write
from laiwang.kernel.sql import upsert
from laiwang.kernel.tables import cursors

__all__ = ["Follower", "Followers"]

_CURSOR = select(cursors.c.position).where(cursors.c.follower == bindparam("follower"))
_SET_CURSOR = upsert(cursors, ["follower"])
_ADD_CURSOR = upsert(cursors, ["follower"], [])
#: a guard: touches no row when somebody else has moved the cursor
_MOVE_CURSOR = (
    update(cursors)
    .where(cursors.c.follower == bindparam("name"), cursors.c.position == bindparam("expected"))
    .values(position=bindparam("target"))
)
#: a stretch without anything for a follower is noted in memory only, until it is as long as this
IDLE_POSITIONS_MAX = 5000
IDLE_S = 30.0
#: how much longer than it worked a follower rests between full batches, and how long at most
REST_FACTOR = 3
REST_S_MAX = 0.1
#: facts behind the log from which on it rests no longer than it worked: what follows may lag, but not for ever
LAG_FACTS_MAX = 50_000
RETRY_S_MAX = 30.0
STEP_BACK_S = 1.0
log_ = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Follower:
    """What follows, under a name that never changes: its cursor hangs on it. Exactly one of `plan` and `handle` is given.

    Both get the next facts in order; `topic_prefix` narrows what they get. A keyed fact that was replaced meanwhile need not come. A batch
    that fails comes again, so nothing but the unit or the transaction may remember it. A plan that comes to nothing is None. `linger_s` is
    how long it lets news collect when it has caught up. Without `from_start` it begins with what comes after its first start. `forget`
    empties what it has made: it runs with the first batch from the start of the log, after `Followers.restart`. `begin` reads what
    it remembers of its own tables: before its first batch, and again when another process has followed meanwhile. It runs in the
    process that has the lease of its name, or another that it shares (`lease`).
    """

    name: str
    handle: Callable[[Tx, Sequence[Fact]], Awaitable[None]] | None = None
    plan: Callable[[Sequence[Fact]], Awaitable[Unit | None]] | None = None
    topic_prefix: str | None = None
    batch_max: int = 200
    from_start: bool = True
    linger_s: float = 0.0
    forget: Sequence[Write] = ()
    begin: Callable[[], Awaitable[None]] | None = None
    lease: str = ""

    def __post_init__(self) -> None:
        if (self.handle is None) == (self.plan is None):
            raise ValueError("a follower has either plan or handle")


class Overtaken(Exception):
    """Another process follows as well, and was faster: it has done this batch, or the follower was told to begin again."""


@dataclass(slots=True)
class _Place:
    """Where a follower is: what is durable, and how far it has looked beyond that without finding anything of its own."""

    stored: int
    seen: int


class Followers:
    """Runs followers behind the log, one task each; a failing batch is retried with backoff and never skipped."""

    def __init__(self, database: Database, log: Log, leases: Leases) -> None:
        self._database = database
        self._log = log
        self._leases = leases
        self._parts: list[tuple[Lease, Part]] = []
        self._places: dict[str, _Place] = {}
        self._steps: dict[str, asyncio.Lock] = {}

    def start(self, followers: Sequence[Follower]) -> None:
        """Starts them, each in the process that has its lease."""
        for follower in followers:
            self._start(follower)

    def _start(self, follower: Follower) -> None:
        tasks: list[asyncio.Task[None]] = []

        def begin() -> None:
            self._places.pop(follower.name, None)
            tasks.append(asyncio.create_task(self._run(follower), name=f"follower {follower.name}"))

        async def end() -> None:
            while tasks:
                task = tasks.pop()
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
            await self._note_place(follower.name)

        lease, part = self._leases.of(follower.lease or f"follower {follower.name}"), Part(begin, end)
        self._parts.append((lease, part))
        lease.add(part)

    async def stop(self) -> None:
        """Stops. What was on its way to disk may still get there, cursor and effect together."""
        parts, self._parts = self._parts, []
        await asyncio.gather(*(lease.remove(part) for lease, part in parts))

    async def _note_place(self, name: str) -> None:
        """Stores how far somebody has looked, so that the next start does not look again, and forgets it."""
        place = self._places.pop(name, None)
        if place is not None and place.seen > place.stored:
            unit = Unit()
            unit.write(_MOVE_CURSOR, {"name": name, "expected": place.stored, "target": place.seen})
            try:
                await self._database.commit(unit)
            except DatabaseDown:
                log_.warning("how far a follower has looked is not stored; it will look again", follower=name)

    async def cursor(self, name: str) -> int:
        """The position up to which everything a follower had to do is durable."""
        place = self._places.get(name)
        if place is not None:
            return place.seen
        row = await self._database.fetch_one(_CURSOR, {"follower": name})
        return int(row[0]) if row else 0

    async def restart(self, name: str) -> None:
        """Lets a follower begin again at the start of the log."""
        unit = Unit()
        unit.write(_SET_CURSOR, {"follower": name, "position": 0})
        await self._database.commit(unit)
        self._places.pop(name, None)

    def pause(self, name: str) -> asyncio.Lock:
        """Held (`async with`), it keeps a follower between two batches: for a change of what it has made that no fact asks for."""
        return self._steps.setdefault(name, asyncio.Lock())

    async def step(self, follower: Follower) -> int:
        """One batch; answers how many facts it took (0: it has caught up)."""
        async with self.pause(follower.name):
            return await self._step(follower)

    async def _step(self, follower: Follower) -> int:
        place = self._places.get(follower.name) or await self._open(follower)
        since, upto = place.seen, self._log.position
        if upto <= since:
            return 0
        facts, target = await self._next(follower, since, upto)
        if not facts and target - place.stored < IDLE_POSITIONS_MAX:
            place.seen = target
            return 0
        try:
            is_stored = await self._work(follower, place, facts, target)
        except Conflict as error:
            self._places.pop(follower.name, None)
            row = await self._database.fetch_one(_CURSOR, {"follower": follower.name})
            if row is not None and row[0] != place.stored:
                raise Overtaken(follower.name) from error
            raise
        except BaseException:
            self._places.pop(follower.name, None)  # what is durable now is known to the database alone
            raise
        if self._places.get(follower.name) is place:  # else it was told to restart meanwhile, and the guard has refused
            place.seen = target
            if is_stored:
                place.stored = target
        return len(facts)

    async def _next(self, follower: Follower, since: int, upto: int) -> tuple[list[Fact], int]:
        """The next batch, from memory for a follower that is close behind, and the position that it reaches."""
        most, prefix = follower.batch_max, follower.topic_prefix
        facts = self._log.newest_of_all(since, prefix, most)
        if facts is None:
            facts = await self._database.facts_after(since, limit=most, topic_prefix=prefix)
            facts = [fact for fact in facts if fact.position <= upto]
        # With nothing of its own in between, a follower still moves on, so that it never scans the same stretch twice.
        return facts, facts[-1].position if len(facts) == most else upto

    async def _open(self, follower: Follower) -> _Place:
        row = await self._database.fetch_one(_CURSOR, {"follower": follower.name})
        if row is None:
            first = 0 if follower.from_start else self._log.position
            unit = Unit()
            unit.write(_ADD_CURSOR, {"follower": follower.name, "position": first})
            await self._database.commit(unit)
            row = (first,)
        if follower.begin is not None:
            await follower.begin()
        place = self._places[follower.name] = _Place(int(row[0]), int(row[0]))
        return place

    async def _work(self, follower: Follower, place: _Place, facts: Sequence[Fact], target: int) -> bool:
        """Makes the batch's effect and the cursor durable; whether there was anything to store."""
        moved = {"name": follower.name, "expected": place.stored, "target": target}
        if follower.plan is not None or not facts:
            unit = await follower.plan(facts) if follower.plan is not None and facts else Unit()
            if unit is None:
                if target - place.stored < IDLE_POSITIONS_MAX:
                    return False
                unit = Unit()
            if place.stored == 0:
                unit.writes[:0] = follower.forget
            unit.write(_MOVE_CURSOR, moved, rows_expected=1)
            await self._database.commit(unit)
            return True

        async def work(tx: Tx) -> None:
            row = await tx.fetch_one(_CURSOR, {"follower": follower.name})
            if row is None or row[0] != place.stored:
                raise Conflict("another process has followed meanwhile")
            if place.stored == 0:
                for write in follower.forget:
                    await tx.execute(write.statement, write.params)
            assert follower.handle is not None
            await follower.handle(tx, facts)
            tx.unit.write(_MOVE_CURSOR, moved, rows_expected=1)

        await self._database.transaction(work)
        return True

    async def _run(self, follower: Follower) -> None:
        retry_s = 0.0
        listener = self._log.bells.listen((ANY_TOPIC,))
        clock = asyncio.get_running_loop().time
        try:
            while True:
                listener.dirty.clear()
                begin = clock()
                try:
                    took = await self.step(follower)
                    retry_s = 0.0
                except Overtaken:
                    await asyncio.sleep(STEP_BACK_S)
                    continue
                except Exception:
                    retry_s = min(max(0.1, retry_s * 2), RETRY_S_MAX)
                    log_.exception("follower failed; it will retry", follower=follower.name, retry_s=retry_s)
                    await asyncio.sleep(retry_s)
                    continue
                if took == follower.batch_max:
                    # People come first: while much is said it falls behind, and catches up when it is quiet.
                    place = self._places.get(follower.name)
                    is_late = place is not None and self._log.position - place.seen > LAG_FACTS_MAX
                    await asyncio.sleep(min((clock() - begin) * (1 if is_late else REST_FACTOR), REST_S_MAX))
                else:
                    await listener.wait(IDLE_S)
                    if follower.linger_s:
                        await asyncio.sleep(follower.linger_s)
        finally:
            listener.close()
