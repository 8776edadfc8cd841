"""Which cell is home to whom, and which keeps a room. Everything crosses from cell to cell that is not placed well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.scale.people import People

__all__ = ["STRATEGIES", "Placement", "place"]

ROUNDS = 6
#: how much fuller than the mean a cell may become while labels spread
SLACK = 1.05


@dataclass(slots=True)
class Placement:
    """Cells by person and by room."""

    cells: int
    home: list[int]
    room: list[int]


def place(strategy: str, people: People, cells: int, cells_of_all: int, random: Random) -> Placement:
    """Places by a strategy of STRATEGIES. `cells` are simulated whole; `cells_of_all` is how many there are, which is what hashing
    spreads over."""
    return STRATEGIES[strategy](people, cells, cells_of_all, random)


def _hashed(people: People, _: int, cells: int, random: Random) -> Placement:
    home = [random.randrange(cells) for _ in range(people.count)]
    return Placement(cells, home, [random.randrange(cells) for _ in people.rooms])


def _by_maker(people: People, _: int, cells: int, random: Random) -> Placement:
    home = [random.randrange(cells) for _ in range(people.count)]
    return Placement(cells, home, [home[members[0]] for members in people.rooms])


def _by_town(people: People, cells: int, _: int, random: Random) -> Placement:
    home = _cut(people, cells)
    return Placement(cells, home, _most(people, home))


def _by_community(people: People, cells: int, _: int, random: Random) -> Placement:
    home = _spread(people, _cut(people, cells), cells, random)
    return Placement(cells, home, _most(people, home))


def _from_nothing(people: People, cells: int, _: int, random: Random) -> Placement:
    home = _spread(people, [random.randrange(cells) for _ in range(people.count)], cells, random)
    return Placement(cells, home, _most(people, home))


def _cut(people: People, cells: int) -> list[int]:
    """Neighbours stand beside each other, so equal stretches cut few towns. Equal in people, for nobody knows yet who talks."""
    return [person * cells // people.count for person in range(people.count)]


def _most(people: People, home: list[int]) -> list[int]:
    """The cell in which most members are at home, the maker's among equals."""
    chosen = []
    for members in people.rooms:
        first = home[members[0]]
        counts = Counter(home[person] for person in members)
        chosen.append(max(counts, key=lambda cell: (counts[cell], cell == first, -cell)))
    return chosen


def _spread(people: People, home: list[int], cells: int, random: Random) -> list[int]:
    """Balanced label propagation: everybody moves to where most of her ties are, as long as there is room. Ties count less in larger
    rooms, as in choosing where to speak."""
    home = list(home)
    sizes = [0] * cells
    for cell in home:
        sizes[cell] += 1
    full = people.count / cells * SLACK
    order = list(range(people.count))
    for _ in range(ROUNDS):
        random.shuffle(order)
        for person in order:
            pull = [0.0] * cells
            for room in people.own[person][0]:
                members = people.rooms[room]
                if len(members) <= 40:
                    weight = 1.0 / len(members) if len(members) > 2 else 1.0
                    for other in members:
                        if other != person:
                            pull[home[other]] += weight
            here = home[person]
            best = max(range(cells), key=lambda cell: (pull[cell], cell == here))
            if best != here and pull[best] > pull[here] and sizes[best] + 1 <= full:
                sizes[here] -= 1
                sizes[best] += 1
                home[person] = best
    return home


#: by name, from the simplest to the best
STRATEGIES: dict[str, Callable[[People, int, int, Random], Placement]] = {
    "person and room by hash": _hashed,
    "person by hash, room with its maker": _by_maker,
    "labels spread from nothing": _from_nothing,
    "by town": _by_town,
    "by town, then labels spread": _by_community,
}
BEST = "by town, then labels spread"
