"""A hot room: one announcement, a million followers. How it reaches those who listen, by one cell, by a star and by trees of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.scale.day import poisson
from bench.scale.units import Units

__all__ = ["Reach", "reach"]

#: between cells: of one site most of the time, else of another; a little uneven
SITE_SHARE, FAR_MS, UNEVEN = 0.9, 35.0, 0.3


@dataclass(frozen=True, slots=True)
class Reach:
    """When an announcement is told, in ms after it was durable: by followers in order, each fiftieth of a percent."""

    way: str
    listeners: int
    root_busy_ms: float
    half_ms: float
    most_ms: float
    all_ms: float
    curve: tuple[tuple[float, float], ...]


def reach(
    way: str,
    followers: int,
    live_share: float,
    cells: int,
    branches: int,
    units: Units,
    hop_ms: float,
    waits_ms: Sequence[float],
    random: Random,
) -> Reach:
    """Tells all who listen. `branches` 0: all followers are at home in the room's own cell; else each cell passes it on to so many others
    before it tells its own people. `waits_ms` are waits of a busy cell, drawn from for each hop and for each cell's first answer."""
    told: list[tuple[float, int]] = []  # (first answer at, how many)
    if branches == 0:
        told.append((random.choice(waits_ms), round(followers * live_share)))
        root = round(followers * live_share) * units.delivery_us / 1000
    else:
        arrivals = [0.0] * cells
        root = 0.0
        for cell in range(cells):
            own = [child for child in range(cell * branches + 1, cell * branches + 1 + branches) if child < cells]
            ready = arrivals[cell] + random.choice(waits_ms)
            for turn, child in enumerate(own, 1):
                hop = hop_ms if random.random() < SITE_SHARE else FAR_MS
                arrivals[child] = ready + turn * units.forward_us / 1000 + hop * random.lognormvariate(0, UNEVEN)
            busy = len(own) * units.forward_us / 1000
            here = poisson(followers * live_share / cells, random)
            told.append((ready + busy, here))
            if cell == 0:
                root = busy + here * units.delivery_us / 1000
    times = sorted(first + number * units.delivery_us / 1000 for first, here in told for number in range(1, here + 1))
    points = [times[min(len(times) - 1, len(times) * step // 100)] for step in range(101)]
    curve = tuple((at, step / 100) for step, at in enumerate(points))
    return Reach(way, len(times), root, points[50], points[99], times[-1], curve)
