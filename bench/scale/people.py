"""People, where they live, whom they talk with: made from a seed.

A town is simulated by some of its communities, each of them whole: ties within a community, a town, a region and the world keep their
shares, and loads are multiplied by how many people one simulated person stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from bench.scale.assumptions import HOURS, REGIONS, Assumptions, has_open

__all__ = ["People", "people_of"]

#: how far a room reaches (community, town, region, world): chats of two and small groups, large groups
NEAR = (0.60, 0.85, 0.95, 1.0)
WIDE = (0.30, 0.65, 0.85, 1.0)
SMALL_MAX = 12
COMMUNITY_MEAN, TOWN_SIGMA = 40, 0.8


@dataclass(slots=True)
class People:
    """Everybody by number, neighbours beside each other. Spans are (first, behind the last)."""

    count: int
    #: of the whole community, town and region that somebody belongs to
    community: list[tuple[int, int]]
    town: list[tuple[int, int]]
    region: list[tuple[int, int]]
    hours_ahead: list[int]
    #: messages on a day, 0.0 who is not there on it
    activity: list[float]
    #: bit h: has the app open in hour h of UTC
    live: list[int]
    #: members by room; the first made it
    rooms: list[tuple[int, ...]]
    #: rooms of each person, with cumulative weights of choosing them
    own: list[tuple[list[int], list[float]]]


def people_of(count: int, assumed: Assumptions, random: Random) -> People:
    """A world of that many simulated people."""
    community, town, region, ahead = _places(count, assumed, random)
    mu = -(assumed.activity_sigma**2) / 2  # so that the mean is one
    activity, live = [], []
    for person in range(count):
        is_active = random.random() < assumed.active_share
        factor = random.lognormvariate(mu, assumed.activity_sigma)
        activity.append(assumed.messages_per_active * factor if is_active else 0.0)
        mask = 0
        for hour in range(HOURS):
            if random.random() < has_open((hour + ahead[person]) % HOURS) and is_active:
                mask |= 1 << hour
        live.append(mask)
    rooms = _rooms(count, (community, town, region), assumed, random)
    memberships: list[list[int]] = [[] for _ in range(count)]
    for number, members in enumerate(rooms):
        for person in members:
            memberships[person].append(number)
    own = []
    for mine in memberships:
        random.shuffle(mine)  # whom one likes best has nothing to do with the order in which rooms were made
        weights = (
            (1.0 if len(rooms[room]) == 2 else len(rooms[room]) ** -0.5) / (at + 1) for at, room in enumerate(mine)
        )
        own.append((mine, list(accumulate(weights))))
    return People(count, community, town, region, ahead, activity, live, rooms, own)


def _places(
    count: int, assumed: Assumptions, random: Random
) -> tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]], list[int]]:
    community: list[tuple[int, int]] = []
    town: list[tuple[int, int]] = []
    region: list[tuple[int, int]] = []
    ahead: list[int] = []
    first = 0
    for number, (share, hours) in enumerate(REGIONS):
        last = count if number == len(REGIONS) - 1 else min(count, first + round(count * share))
        region += [(first, last)] * (last - first)
        ahead += [hours] * (last - first)
        at = first
        while at < last:
            size = int(assumed.sample_per_cell * random.lognormvariate(-(TOWN_SIGMA**2) / 2, TOWN_SIGMA))
            end = min(last, at + max(size, COMMUNITY_MEAN))
            town += [(at, end)] * (end - at)
            while at < end:
                close = min(end, at + max(4, int(random.expovariate(1 / COMMUNITY_MEAN))))
                community += [(at, close)] * (close - at)
                at = close
        first = last
    return community, town, region, ahead


def _rooms(
    count: int, spans: tuple[list[tuple[int, int]], ...], assumed: Assumptions, random: Random
) -> list[tuple[int, ...]]:
    everybody = (0, count)

    def reach(person: int, size: int) -> tuple[int, int]:
        chance = random.random()
        shares = NEAR if size <= SMALL_MAX else WIDE
        for level, upto in enumerate(shares[:3]):
            first, last = spans[level][person]
            if chance < upto and last - first >= size:
                return first, last
        return everybody

    rooms: list[tuple[int, ...]] = []
    for person in range(count):
        for _ in range(assumed.pairs_per_person):
            first, last = reach(person, 2)
            other = random.randrange(first, last - 1)
            rooms.append((person, other + (other >= person)))
    places = int(count * assumed.groups_per_person)
    low, high = assumed.group_min, min(assumed.group_max, max(assumed.group_min, count // 4))
    power = 1 - assumed.group_exponent
    while places > 0:
        chance = random.random()
        size = int((low**power + chance * ((high + 1) ** power - low**power)) ** (1 / power))
        maker = random.randrange(count)
        first, last = reach(maker, size)
        members = {maker: None}
        while len(members) < size:
            members[random.randrange(first, last)] = None
        rooms.append(tuple(members))
        places -= size
    return rooms
