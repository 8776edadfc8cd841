"""Leases: what only one process of a cluster may do at a time, and which one does it now (docs/adr/0013).

A process that is alive says so once a second, in a row of its own; a lease belongs to the process that its row names. When that one is
silent for too long by the database's clock, it is struck off, and the others share out what it held. On a database that no other process
can open, everything is held from the start, and nothing of this is written or asked for.

Whoever stood still for a while may believe that it still holds what it has lost. So whatever is written under a lease is guarded by it
(`Lease.unit`), and what reaches the outside asks first (`Lease.check`).
"""

from __future__ import annotations

import asyncio
import math
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import orjson
import structlog
from sqlalchemy import bindparam, delete, insert, select, update

from laiwang.kernel.bus import Bus
from laiwang.kernel.mirror import note
from laiwang.kernel.ports import Chance, Clock, Conflict, Database, DatabaseDown, Unit, Write
from laiwang.kernel.sql import NOW_MS, upsert
from laiwang.kernel.tables import leases, processes
from laiwang.kernel.wake import Bells

__all__ = ["LEASES", "Lease", "LeaseLost", "Leases", "Part"]

#: subject of the words that wake errands in other processes
CALLS = "errands"
#: kind of the note that leases have changed hands
LEASES = "leases"
RENEW_S = 1.0
#: a process that has said nothing for so long is taken for dead
LIFETIME_MS = 3000
#: a lease that those who should have it leave lying is anybody's after this
LEFT_LYING_S = 3 * RENEW_S
NOBODY = ""
#: how long a stop waits for leases that are just changing hands
STOP_S = 10.0

_JOIN = insert(processes).values(
    id=bindparam("id"), label=bindparam("label"), knows=bindparam("knows"), until_ms=NOW_MS + bindparam("lifetime_ms")
)
_RENEW = (
    update(processes)
    .where(processes.c.id == bindparam("of_process"))
    .values(knows=bindparam("knows"), until_ms=NOW_MS + bindparam("lifetime_ms"))
)
_STRIKE_OFF = delete(processes).where(processes.c.until_ms < NOW_MS)
_GO = delete(processes).where(processes.c.id == bindparam("of_process"))
_ALIVE = select(processes.c.id, processes.c.knows)
_ALL = select(leases.c.name, leases.c.owner, leases.c.term)
_NEW = upsert(leases, ["name"], [])
_TAKE = (
    update(leases)
    .where(leases.c.name == bindparam("of_lease"), leases.c.owner.not_in(select(processes.c.id)))
    .values(owner=bindparam("taker"), term=leases.c.term + 1)
)
_GIVE = (
    update(leases)
    .where(leases.c.name == bindparam("of_lease"), leases.c.owner == bindparam("giver"))
    .values(owner=bindparam("taker"), term=leases.c.term + 1)
)
_GIVE_ALL = update(leases).where(leases.c.owner == bindparam("giver")).values(owner=NOBODY)
#: touches no row when another process has it, or has had it meanwhile
_GUARD = (
    update(leases)
    .where(
        leases.c.name == bindparam("of_lease"),
        leases.c.owner == bindparam("holder"),
        leases.c.term == bindparam("of_term"),
    )
    .values(term=leases.c.term)
)
log_ = structlog.get_logger(__name__)


class LeaseLost(Exception):
    """Another process holds it, or may hold it by now."""


@dataclass(eq=False, slots=True)
class Part:
    """Something that runs while a lease is held. `begin` starts tasks and nothing else; when `end` returns they are over."""

    begin: Callable[[], None]
    end: Callable[[], Awaitable[None]]


class Lease:
    """One of them, as this process sees it. `is_held` may be believed a moment too long: see `check` and `unit`."""

    def __init__(self, leases: Leases, name: str, *, is_held: bool) -> None:
        self.name = name
        self.is_held = is_held
        self.term = 0
        self.parts: list[Part] = []
        self._leases = leases

    def check(self) -> None:
        """Before an effect on the outside, which no unit can guard. Raises LeaseLost."""
        if not self.is_held or not self._leases.is_alive:
            raise LeaseLost(self.name)

    def unit(self) -> Unit:
        """A unit that is refused when another process has taken over."""
        return Unit(writes=[*self.guards])

    @property
    def guards(self) -> tuple[Write, ...]:
        """The same as rows, to go with a draft; none where there is only one process."""
        if not self._leases.is_shared:
            return ()
        params = {"of_lease": self.name, "holder": self._leases.id, "of_term": self.term}
        return (Write(_GUARD, params, rows_expected=1),)

    def add(self, part: Part) -> None:
        """Runs it whenever this process holds the lease."""
        self.parts.append(part)
        if self.is_held:
            part.begin()
        else:
            self._leases.look_soon()

    async def remove(self, part: Part) -> None:
        """Ends it for good; no error when it has been removed."""
        if part in self.parts:
            self.parts.remove(part)
            if self.is_held:
                await part.end()

    def begin(self, term: int) -> None:
        """This process has it."""
        self.is_held, self.term = True, term
        for part in self.parts:
            part.begin()

    async def end(self) -> None:
        """This process has it no more; what runs is over when this returns."""
        self.is_held = False
        await asyncio.gather(*(part.end() for part in self.parts))


class Leases:
    """All of them, and this process among those that share them. `label` names it to operators."""

    def __init__(self, database: Database, bells: Bells, bus: Bus, clock: Clock, chance: Chance) -> None:
        self.bells = bells
        #: by name: what wakes an errand that runs here
        self.errands: dict[str, Callable[[], None]] = {}
        self._bus = bus
        bus.subscribe(CALLS, self._called, missed=self._call_all)
        self.is_shared = database.is_shared
        self.id = ""
        self.label = ""
        self._database = database
        self._clock = clock
        self._chance = chance
        self._leases: dict[str, Lease] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._look = asyncio.Event()
        self._is_stopping = False
        #: until then nobody strikes this process off, in seconds of its own clock
        self._alive_until_s = 0.0
        #: since when it has renewed without a gap
        self._steady_since_s: float | None = None
        self._free_since_s: dict[str, float] = {}

    def of(self, name: str) -> Lease:
        """The lease of that name."""
        found = self._leases.get(name)
        if found is None:
            found = self._leases[name] = Lease(self, name, is_held=not self.is_shared)
        return found

    @property
    def held(self) -> int:
        """How many this process has, of those that anything hangs on."""
        return sum(1 for one in self._leases.values() if one.is_held and one.parts)

    @property
    def is_alive(self) -> bool:
        """Whether this process cannot have been struck off."""
        return not self.is_shared or self._clock.monotonic() < self._alive_until_s

    def call(self, errand: str) -> None:
        """Wakes an errand in the process that has its lease. The word may get lost: it looks by itself now and then."""
        if self.is_shared:
            self._bus.publish(CALLS, errand)

    def _called(self, _: str, errand: bytes) -> None:
        wake = self.errands.get(errand.decode())
        if wake is not None:
            wake()

    def _call_all(self) -> None:
        for wake in self.errands.values():
            wake()

    def look_soon(self) -> None:
        """Something may have changed hands."""
        self._look.set()

    async def start(self) -> None:
        """Joins as soon as the database takes it."""
        if self.is_shared:
            self.look_soon()
            self._tasks = [
                asyncio.create_task(self._renew_always(), name="leases renewed"),
                asyncio.create_task(self._settle_always(), name="leases settled"),
            ]

    async def stop(self) -> None:
        """Ends everything that hangs on a lease, and hands all over. Again is no error."""
        tasks, self._tasks = self._tasks, []
        self._is_stopping = True
        self.look_soon()
        if tasks:
            await asyncio.wait(tasks[1:], timeout=STOP_S)  # in the middle of what is handed over
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._end_all()
        if tasks:
            unit = Unit()
            unit.write(_GIVE_ALL, {"giver": self.id})
            unit.write(_GO, {"of_process": self.id})
            note(unit, LEASES, "")
            try:
                await self._database.commit(unit)
            except DatabaseDown:
                log_.warning("leases could not be handed over; the others take them when this process is missed")

    async def _end_all(self) -> None:
        await asyncio.gather(*(one.end() for one in self._leases.values() if one.is_held))

    # --- being there ------------------------------------------------------------------------------------------------------

    def _said(self) -> dict[str, object]:
        knows = sorted(name for name, one in self._leases.items() if one.parts)
        return {"knows": orjson.dumps(knows).decode(), "lifetime_ms": LIFETIME_MS}

    async def _join(self) -> None:
        """As a new process: what an earlier one of this name was believed to hold is none of its business."""
        await self._end_all()
        self.id = self._chance.token(12)
        begin_s = self._clock.monotonic()
        unit = Unit()
        unit.write(_JOIN, {"id": self.id, "label": self.label, **self._said()})
        note(unit, LEASES, "")
        await self._database.commit(unit)
        self._is_renewed(begin_s)

    async def _renew_always(self) -> None:
        while True:
            await asyncio.sleep(RENEW_S)
            try:
                if self.id:
                    await self._renew()
            except DatabaseDown as error:
                log_.warning("leases could not be renewed", reason=str(error))
            except Exception:
                log_.exception("leases could not be renewed")
            self.look_soon()

    async def _renew(self) -> None:
        begin_s = self._clock.monotonic()
        unit = Unit()
        unit.write(_RENEW, {"of_process": self.id, **self._said()}, rows_expected=1)
        # After a time in which nobody reached the database everybody looks dead: first all get the time to say that they are not.
        if self._steady_since_s is not None and begin_s - self._steady_since_s > LIFETIME_MS / 1000:
            unit.write(_STRIKE_OFF, {})
        try:
            await self._database.commit(unit)
        except Conflict:
            return  # struck off, as `_settle` will see
        self._is_renewed(begin_s)

    def _is_renewed(self, begin_s: float) -> None:
        if self._steady_since_s is None or begin_s > self._alive_until_s:
            self._steady_since_s = begin_s
        self._alive_until_s = begin_s + LIFETIME_MS / 1000

    # --- sharing out ------------------------------------------------------------------------------------------------------

    async def _settle_always(self) -> None:
        while True:
            await self._look.wait()
            self._look.clear()
            if self._is_stopping:
                return
            try:
                await self._settle()
            except DatabaseDown:
                continue
            except Exception:
                log_.exception("leases could not be shared out; it will be tried again")

    async def _settle(self) -> None:
        alive = {row[0]: frozenset(orjson.loads(row[1])) for row in await self._database.fetch(_ALIVE)}
        if self.id not in alive:
            if self.id:
                log_.warning("this process was taken for dead; it begins again as a new one", held=self.held)
            await self._join()
            self.look_soon()
            return
        known = {name: one for name, one in self._leases.items() if one.parts}
        owners = await self._owners()
        await self._follow(owners)
        mine = sum(1 for owner, _ in owners.values() if owner == self.id)
        share = math.ceil(len(owners.keys() | known.keys()) / len(alive))
        wanted = self._wanted(known, owners, alive, share - mine)
        if wanted:
            unit = Unit()
            unit.write(_NEW, [{"name": name, "owner": NOBODY, "term": 0} for name in wanted])
            unit.write(_TAKE, [{"of_lease": name, "taker": self.id} for name in wanted])
            await self._database.commit(unit)
            await self._follow(await self._owners())
        elif mine > share:
            await self._give(owners, alive, share)

    async def _owners(self) -> Mapping[str, tuple[str, int]]:
        return {row[0]: (row[1], row[2]) for row in await self._database.fetch(_ALL)}

    async def _follow(self, owners: Mapping[str, tuple[str, int]]) -> None:
        """Ends what is lost, begins what is new."""
        lost = [one for one in self._leases.values() if one.is_held and owners.get(one.name) != (self.id, one.term)]
        await asyncio.gather(*(one.end() for one in lost))
        for name, (owner, term) in owners.items():
            one = self._leases.get(name)
            if owner == self.id and one is not None and not one.is_held:
                one.begin(term)

    def _wanted(
        self,
        known: Mapping[str, Lease],
        owners: Mapping[str, tuple[str, int]],
        alive: Mapping[str, frozenset[str]],
        room: int,
    ) -> list[str]:
        """What is to be taken of what nobody has: as much as is this process's share, and what has been left lying."""
        free = sorted(name for name in known if owners.get(name, (NOBODY, 0))[0] not in alive)
        now_s = self._clock.monotonic()
        self._free_since_s = {name: self._free_since_s.get(name, now_s) for name in free}
        # Each begins at another place, so that they seldom reach for the same.
        start = sorted(alive).index(self.id) * len(free) // len(alive)
        turned = free[start:] + free[:start]
        lying = [name for name in turned if now_s - self._free_since_s[name] >= LEFT_LYING_S]
        return list(dict.fromkeys([*turned[: max(0, room)], *lying]))

    async def _give(
        self, owners: Mapping[str, tuple[str, int]], alive: Mapping[str, frozenset[str]], share: int
    ) -> None:
        """Gives what is beyond this process's share to those who have least of it and can do it."""
        counts = Counter(owner for owner, _ in owners.values())
        given: list[tuple[Lease, str]] = []
        for name in sorted(name for name, (owner, _) in owners.items() if owner == self.id):
            takers = [one for one, knows in alive.items() if name in knows and one != self.id and counts[one] < share]
            one = self._leases.get(name)
            if counts[self.id] <= share or one is None or not takers:
                continue
            taker = min(takers, key=lambda process: (counts[process], process))
            counts[taker] += 1
            counts[self.id] -= 1
            given.append((one, taker))
        if given:
            await asyncio.gather(*(one.end() for one, _ in given))
            unit = Unit()
            for one, taker in given:
                unit.write(_GIVE, {"of_lease": one.name, "giver": self.id, "taker": taker})
            note(unit, LEASES, "")
            await self._database.commit(unit)
