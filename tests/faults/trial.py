"""One fault after the other on a world under load; what each cost, and what of the promises broke."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.faults.cluster import Cluster, Member
from tests.faults.faults import Fault
from tests.faults.world import Moment, Promise, World

__all__ = ["Outcome", "run_trial"]

RECOVERED_S = 30.0
#: load before each fault, and after it
LEAD_S = 0.6


@dataclass
class Outcome:
    """What a fault did. Seconds: `sends_again_s` and `told_again_s` until the slowest process acknowledged a send, and told of a message,
    counted from the end of the fault; `pause_s` the longest time in which nobody was acknowledged anything, up to that end."""

    fault: str
    acknowledged: int = 0
    meanwhile: int = 0
    #: requests that were asked to come again, and requests without an answer: what shows that the fault was felt
    refused: int = 0
    unanswered: int = 0
    pause_s: float = 0.0
    sends_again_s: float = 0.0
    told_again_s: float = 0.0
    broken: list[str] = field(default_factory=list)

    @property
    def recovery_s(self) -> float:
        """The slower of both."""
        return max(self.sends_again_s, self.told_again_s)


async def run_trial(
    world: World,
    promises: Sequence[Promise],
    faults: Sequence[Fault],
    *,
    hold: float = 1.0,
    step: Callable[[str], None] = lambda text: None,
) -> list[Outcome]:
    """Plants each fault that fits; `hold` shortens how long they last, `step` is told what is going on."""
    outcomes: list[Outcome] = []
    for fault in faults:
        if fault.fits(world.cluster):
            outcomes.append(await _plant(world, promises, fault, hold, step))
    return outcomes


async def _plant(
    world: World, promises: Sequence[Promise], fault: Fault, hold: float, step: Callable[[str], None]
) -> Outcome:
    cluster, outcome = world.cluster, Outcome(fault.name)
    victim = world.chance.choice(cluster.members)
    number = cluster.members.index(victim)
    begun = len(world.acknowledged)
    crowd = world.crowd
    refused, unanswered = crowd.refused, crowd.unanswered
    await asyncio.sleep(LEAD_S * world.chance.uniform(0.5, 1.5))
    step(f"{fault.name}: begins at process {number}")
    begun_at = time.monotonic()
    await fault.begin(cluster, victim)
    await asyncio.sleep(fault.hold_s * hold)
    outcome.broken += await _others(fault, cluster, victim, world, begun_at)
    ended_at = time.monotonic()
    step(f"{fault.name}: ends")
    await fault.end(cluster, victim)
    outcome.broken += await _recover(world, outcome, ended_at)
    await asyncio.sleep(LEAD_S * 0.5)
    moments = world.acknowledged[begun:]
    outcome.acknowledged = len(moments)
    outcome.meanwhile, outcome.pause_s = _meanwhile(moments, begun_at, ended_at)
    step(f"{fault.name}: looks at what was promised")
    async with world.quiet():
        for promise in promises:
            outcome.broken += [f"{promise.name}: {one}" for one in await promise.broken(world)]
    outcome.refused, outcome.unanswered = crowd.refused - refused, crowd.unanswered - unanswered
    outcome.broken += world.fallen() + crowd.complaints
    crowd.complaints.clear()
    return outcome


async def _recover(world: World, outcome: Outcome, ended_at: float) -> list[str]:
    """Waits until every process acknowledges and tells again, and notes how long that took."""
    count = len(world.cluster.members)
    deadline = time.monotonic() + RECOVERED_S
    while True:
        sends, told = _first_after(world.acknowledged, ended_at), _first_after(world.told, ended_at)
        if len(sends) == count and len(told) == count:
            outcome.sends_again_s = max(sends.values()) - ended_at
            outcome.told_again_s = max(told.values()) - ended_at
            return []
        if time.monotonic() > deadline:
            late = f"{RECOVERED_S:.0f} s later only processes {sorted(sends)} of {count} acknowledged sends"
            return [f"{late}, and {sorted(told)} told of messages"]
        await asyncio.sleep(0.02)


def _first_after(moments: Sequence[Moment], since: float) -> dict[int, float]:
    found: dict[int, float] = {}
    for moment in reversed(moments):
        if moment.at < since:
            break
        found[moment.process] = moment.at
    return found


def _meanwhile(moments: Sequence[Moment], begun_at: float, ended_at: float) -> tuple[int, float]:
    """How many were acknowledged while it lasted, and the longest time without."""
    times = [one.at for one in moments if begun_at <= one.at <= ended_at]
    marks = [begun_at, *times, ended_at]
    return len(times), max(later - earlier for earlier, later in pairwise(marks))


async def _others(fault: Fault, cluster: Cluster, victim: Member, world: World, begun_at: float) -> list[str]:
    """While it lasts: waits until those whom it must not stop have acknowledged sends since it began to count for them."""
    number = cluster.members.index(victim)
    everybody = set(range(len(cluster.members)))
    bound: set[int] = everybody if fault.spares else set()
    since = begun_at
    if fault.others_wait_s is not None and time.monotonic() > begun_at + fault.others_wait_s:
        bound |= everybody - {number}
        since += fault.others_wait_s
    deadline = time.monotonic() + RECOVERED_S
    while still := bound - _first_after(world.acknowledged, since).keys():
        if time.monotonic() > deadline:
            return [f"process {one} acknowledged nothing meanwhile" for one in sorted(still)]
        await asyncio.sleep(0.02)
    return []
