"""A cell is lost at the busiest hour: its standby takes over, and everybody comes back at once."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from math import exp
from random import Random

from bench.scale.units import Units

__all__ = ["Return", "come_back"]

#: until the loss is certain, until the standby has taken over
NOTICED_S, TAKEN_OVER_S = 10.0, 20.0
#: how a client tries again: twice as long each time, up to this, half of it by chance; when it gives an answer up
FIRST_S, BACKOFF_S_MAX, GIVEN_UP_S = 1.0, 30.0, 30.0
#: with a limit: longer queues answer 503 at once, with a Retry-After between these
QUEUE_S_MAX, AFTER_S, REFUSAL_S = 2.0, (5.0, 20.0), 0.000_1
END_S = 3600.0


@dataclass(frozen=True, slots=True)
class Return:
    """Seconds after the loss until that share of its people is back; how much of the work was for nobody."""

    way: str
    half_s: float
    most_s: float
    all_s: float
    wasted: float
    curve: tuple[tuple[float, float], ...]


def come_back(
    way: str, people: int, load: float, units: Units, random: Random, *, has_limit: bool, drops_gone: bool, cores: int
) -> Return:
    """Each client's connection breaks at 0; each asks for its list of rooms again, which costs more while rooms are asleep. `load` is the
    share of a core that everyday work of all of them takes; it returns with them. `cores` processes serve the one queue; with `drops_gone`
    nothing is done for clients that have given up."""
    tries = [(random.random(), person, 0) for person in range(people)]
    heapq.heapify(tries)
    back: list[float] = []
    done = [False] * people
    free = [NOTICED_S + TAKEN_OVER_S] * cores
    used = wasted = 0.0
    while tries and tries[0][0] < END_S:
        at, person, count = heapq.heappop(tries)
        if done[person]:
            continue
        wait_s = min(BACKOFF_S_MAX, FIRST_S * 2**count) * (0.5 + random.random() / 2)
        if at < NOTICED_S + TAKEN_OVER_S:
            heapq.heappush(tries, (at + wait_s, person, count + 1))
            continue
        start = max(at, free[0])
        if has_limit and start - at > QUEUE_S_MAX:
            heapq.heapreplace(free, free[0] + REFUSAL_S)
            heapq.heappush(tries, (at + random.uniform(*AFTER_S), person, count + 1))
            continue
        if drops_gone and start - at > GIVEN_UP_S:
            heapq.heappush(tries, (at + GIVEN_UP_S + wait_s, person, count + 1))
            continue
        share = len(back) / people
        cold = exp(-3 * share)  # rooms are shared: whoever comes first wakes them for the others
        cost = (units.page_warm_us + (units.page_cold_us - units.page_warm_us) * cold) / 1e6
        end = start + cost / max(0.1, 1 - load * share / cores)
        heapq.heapreplace(free, end)
        used += cost
        if end - at > GIVEN_UP_S:
            wasted += cost
            heapq.heappush(tries, (at + GIVEN_UP_S + wait_s, person, count + 1))
            continue
        done[person] = True
        back.append(end)
    back.sort()
    everybody = back + [END_S] * (people - len(back))
    points = [everybody[min(people - 1, people * step // 100)] for step in range(101)]
    curve = tuple((min(at, END_S), step / 100) for step, at in enumerate(points))
    return Return(way, points[50], points[99], everybody[-1], wasted / used if used else 0.0, curve)
