"""One day, message by message: who says how much, when and where; then who hears it, where they are at home."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from bench.scale.assumptions import HOURS, Assumptions, said
from bench.scale.people import People
from bench.scale.placement import Placement

__all__ = ["Day", "Flow", "Traffic", "count_traffic", "day_of"]


@dataclass(slots=True)
class Day:
    """Messages by (room, hour of UTC, sender)."""

    said: Counter[tuple[int, int, int]]

    @property
    def messages(self) -> int:
        """All of them."""
        return self.said.total()

    def by_room(self) -> dict[int, list[tuple[int, int, int]]]:
        """(hour, sender, messages) of each room in which somebody speaks."""
        found: dict[int, list[tuple[int, int, int]]] = {}
        for (room, hour, sender), times in self.said.items():
            found.setdefault(room, []).append((hour, sender, times))
        return found


@dataclass(slots=True)
class Said:
    """What one person says in one room in one hour, and who hears it at once: by home cell, herself among them."""

    room: int
    hour: int
    cell: int
    times: int
    size: int
    sender_cell: int
    hears: Counter[int]
    #: members by home cell
    at_home: Counter[int]

    @property
    def others(self) -> int:
        """Who hears it beside herself."""
        return self.hears.total() - 1

    @property
    def cells(self) -> list[int]:
        """The other cells that are told: wherever a member is at home, for there she is counted for and pushed to."""
        return [at for at in self.at_home if at != self.cell]


@dataclass(slots=True)
class Flow:
    """What one cell does in one hour, in things done, for simulated people alone."""

    sends: float = 0.0
    deliveries: float = 0.0
    receipts: float = 0.0
    receipt_deliveries: float = 0.0
    typings: float = 0.0
    typing_deliveries: float = 0.0
    forwards: float = 0.0
    pushes: float = 0.0
    live: float = 0.0
    returns: float = 0.0


@dataclass(slots=True)
class Traffic:
    """A day's messages by where they go. All counts are of simulated people."""

    #: members by room
    sizes: list[int] = field(default_factory=list)
    messages: int = 0
    #: one for each member of the room but the sender
    recipients: int = 0
    live_here: int = 0
    live_elsewhere: int = 0
    waiting: int = 0
    #: sent by somebody who is at home in another cell than the room
    sent_elsewhere: int = 0
    #: (message, other cell with a member in it)
    tails_out: int = 0
    tails_in: int = 0
    flows: dict[tuple[int, int], Flow] = field(default_factory=dict)
    #: by (room's cell, hour): (room, messages, who hears by home cell, the speaker among them, how many other cells are told)
    said: dict[tuple[int, int], list[tuple[int, int, Counter[int], int]]] = field(default_factory=dict)
    #: by (home cell, hour): (messages, live here) of rooms in other cells
    heard: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)

    def flow(self, cell: int, hour: int) -> Flow:
        """The cell's hour, made if there is none."""
        found = self.flows.get((cell, hour))
        if found is None:
            found = self.flows[(cell, hour)] = Flow()
        return found


def day_of(people: People, random: Random) -> Day:
    """Everybody says what she says on an ordinary day."""
    by_zone = {zone: [said((hour + zone) % HOURS) for hour in range(HOURS)] for zone in sorted(set(people.hours_ahead))}
    hours = range(HOURS)
    counted: Counter[tuple[int, int, int]] = Counter()
    for person in range(people.count):
        times = poisson(people.activity[person], random)
        rooms, weights = people.own[person]
        if not times or not rooms:
            continue
        chosen = random.choices(rooms, cum_weights=weights, k=times)
        when = random.choices(hours, by_zone[people.hours_ahead[person]], k=times)
        counted.update((room, hour, person) for room, hour in zip(chosen, when, strict=True))
    return Day(counted)


def count_traffic(
    people: People, day: Day, placement: Placement, assumed: Assumptions, *, with_flows: bool = True
) -> Traffic:
    """Follows every message to everybody who hears it. `with_flows` tells cell by cell and hour by hour as well."""
    traffic = Traffic([len(members) for members in people.rooms])
    home, live = placement.home, people.live
    for room, spoken in day.by_room().items():
        members, cell = people.rooms[room], placement.room[room]
        at_home = Counter(home[person] for person in members)
        open_at: dict[int, Counter[int]] = {}
        for hour, sender, times in spoken:
            found = open_at.get(hour)
            if found is None:
                found = open_at[hour] = Counter(home[person] for person in members if live[person] >> hour & 1)
            hears = found
            if not live[sender] >> hour & 1:
                hears = found.copy()  # whoever speaks has the app open, whatever her habits say
                hears[home[sender]] += 1
            said_here = Said(room, hour, cell, times, len(members), home[sender], hears, at_home)
            _count(traffic, said_here)
            if with_flows:
                _follow(traffic, assumed, said_here)
    if with_flows:
        for person in range(people.count):
            if people.activity[person]:
                for hour in range(HOURS):
                    flow = traffic.flow(home[person], hour)
                    flow.live += live[person] >> hour & 1
                    flow.returns += assumed.returns_per_active * said((hour + people.hours_ahead[person]) % HOURS)
    return traffic


def _count(traffic: Traffic, what: Said) -> None:
    times, others, here = what.times, what.others, what.hears[what.cell] - (what.sender_cell == what.cell)
    traffic.messages += times
    traffic.recipients += times * (what.size - 1)
    traffic.live_here += times * here
    traffic.live_elsewhere += times * (others - here)
    traffic.waiting += times * (what.size - 1 - others)
    traffic.tails_out += times * len(what.cells)
    if what.sender_cell != what.cell:
        traffic.sent_elsewhere += times


def _follow(traffic: Traffic, assumed: Assumptions, what: Said) -> None:
    cell, hour, times, size, others, hears = what.cell, what.hour, what.times, what.size, what.others, what.hears
    traffic.said.setdefault((cell, hour), []).append((what.room, times, hears, len(what.cells)))
    own = traffic.flow(cell, hour)
    own.sends += times
    is_quiet = bool(assumed.quiet_above) and size > assumed.quiet_above
    receipts = assumed.read_share * others
    answers = 0.0 if is_quiet else min(receipts, assumed.read_spread_s / assumed.round_trip_s)
    typed = 0.0 if is_quiet else assumed.typed_share
    own.receipts += times * receipts
    own.typings += times * assumed.typed_share
    if what.sender_cell != cell:
        # Her own cell hands the message on before it is anywhere.
        own.forwards += times
        traffic.flow(what.sender_cell, hour).forwards += times
    for at, count in hears.items():
        there = traffic.flow(at, hour)
        there.deliveries += times * count
        there.receipt_deliveries += times * answers * count
        there.typing_deliveries += times * typed * count
    for at in what.cells:
        # The message goes wherever a member is at home; receipts and typing only where somebody listens.
        count = hears[at]
        passed_on = 1 + (answers + typed if count else 0)
        own.forwards += times * passed_on
        traffic.flow(at, hour).forwards += times * passed_on
        traffic.tails_in += times
        traffic.heard.setdefault((at, hour), []).append((times, count))
    pushed = times * (size - 1 - others) * (assumed.push_share_pair if size == 2 else assumed.push_share_group)
    if pushed:
        # Who is not there is at home where the members are.
        for at, count in what.at_home.items():
            traffic.flow(at, hour).pushes += pushed * count / size


def poisson(mean: float, random: Random) -> int:
    """A Poisson number; by its normal neighbour where that is close."""
    if mean <= 0:
        return 0
    if mean > 60:
        return max(0, round(random.gauss(mean, math.sqrt(mean))))
    limit, product, number = math.exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        number += 1
    return number
