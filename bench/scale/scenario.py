"""Everything put together: one world for each size, and for the largest one what placement, habits, hot rooms and losses do to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from bench.scale.assumptions import HOURS, Assumptions
from bench.scale.cells import KINDS, Window, alone, percentile, window, work
from bench.scale.costs import Bill, bill
from bench.scale.day import Day, Traffic, count_traffic, day_of
from bench.scale.hot import Reach, reach
from bench.scale.loss import Return, come_back
from bench.scale.people import People, people_of
from bench.scale.placement import BEST, STRATEGIES, Placement, place
from bench.scale.units import Units

__all__ = ["Habit", "Placed", "Results", "Scale", "World", "run"]

DAY_S, DAYS = 86_400.0, 365
FOLLOWERS = 1_000_000
#: members above which receipts and typing would wake nobody, in the habits compared
QUIET_ABOVE = 20
#: what an answer is beside the events in it
ANSWER_BYTES = 700.0
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class World:
    """One simulated world, and what its counts are multiplied by."""

    people: People
    day: Day
    placement: Placement
    traffic: Traffic
    #: real cells; simulated ones; real people for each simulated one, within a cell; real people for each simulated one, in all
    cells: int
    sampled: int
    weight: float
    whole: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What one size costs. Rates are of one second, in the world, not in the sample."""

    people: int
    cells: int
    simulated: int
    messages_mean: float
    messages_peak: float
    messages_feast: float
    deliveries_peak: float
    pushes_peak: float
    polls_peak: float
    connections_peak: float
    crossing: float
    cores_mean: float
    cores_peak: float
    by_kind: tuple[float, ...]
    busy_mean: float
    busy_worst: float
    p50_ms: float
    p99_ms: float
    feast_busy: float
    feast_worst: float
    feast_p99_ms: float
    log_bytes_per_year: float
    file_bytes_per_year: float
    bill: Bill
    by_hour: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """One way of placing people and rooms, for the largest world."""

    strategy: str
    sent_elsewhere: float
    heard_elsewhere: float
    tails: float
    fullest: float
    #: other cells in which somebody has rooms: the median, and one person in a hundred has more than the second
    cells_half: int
    cells_most: int


@dataclass(frozen=True, slots=True)
class Habit:
    """The largest world with something changed: cores, and how one cell fares."""

    name: str
    cores_peak: float
    by_kind: tuple[float, ...]
    p99_ms: float
    feast_worst: float
    feast_p99_ms: float


@dataclass(frozen=True, slots=True)
class Results:
    """All of it."""

    scales: tuple[Scale, ...]
    placed: tuple[Placed, ...]
    habits: tuple[Habit, ...]
    #: by people of a cell: (people, busy, p99 ms, busy at the feast, p99 ms at the feast)
    sizes: tuple[tuple[int, float, float, float, float], ...]
    reaches: tuple[Reach, ...]
    returns: tuple[Return, ...]
    #: members → p99 ms of the queue alone
    checked: tuple[tuple[int, float], ...]


def run(sizes: Sequence[int], units: Units, assumed: Assumptions, seed: int, tell: Tell) -> Results:
    """Simulates worlds of these sizes, the smallest first."""
    scales = []
    for size in sizes:
        tell(f"{size:,} people")
        world = make_world(size, assumed, seed, BEST)
        scales.append(_scale(size, world, units, assumed, seed))
    world_people = sizes[-1]
    placed = []
    for strategy in STRATEGIES:
        tell(strategy)
        placed.append(_placed(strategy, world, assumed, seed))
    tell("habits")
    habits = _habits(world_people, world, units, assumed, seed)
    tell("sizes of a cell")
    cell_sizes = _cell_sizes(world, units, assumed, seed)
    tell("a hot room")
    reaches = _reaches(world, units, assumed, seed)
    tell("a lost cell")
    returns = _returns(scales[-1], units, seed)
    checked = tuple((members, alone(members, units)) for members in (50, 200, 1000))
    return Results(tuple(scales), tuple(placed), tuple(habits), cell_sizes, reaches, returns, checked)


def make_world(size: int, assumed: Assumptions, seed: int, strategy: str) -> World:
    """People, their day and where it goes."""
    random = Random(f"{seed} {size}")
    cells = max(1, -(-size // assumed.people_per_cell))
    sampled = min(cells, assumed.sample_cells_max)
    count = min(size, max(sampled, 4) * assumed.sample_per_cell)
    people = people_of(count, assumed, random)
    day = day_of(people, random)
    placement = place(strategy, people, sampled, cells, random)
    traffic = count_traffic(people, day, placement, assumed)
    weight = size / cells * sampled / count
    return World(people, day, placement, traffic, cells, sampled, weight, size / count)


def _hours(world: World) -> list[int]:
    by_hour = [0] * HOURS
    for (_, hour, _), times in world.day.said.items():
        by_hour[hour] += times
    return by_hour


def _windows(
    world: World, rules: tuple[Units, Assumptions], hour: int, factor: float, seed: int, cells: int | None = None
) -> list[Window]:
    return [
        window(world.traffic, cell, hour, rules, (world.weight, factor), Random(f"{seed} {cell} {hour} {factor:.3f}"))
        for cell in range(world.sampled if cells is None else min(cells, world.sampled))
    ]


def _feast(world: World, assumed: Assumptions, hour: int) -> float:
    """How much more is said in the highest minute of a feast than in that hour."""
    by_hour = _hours(world)
    return assumed.feast_day * assumed.feast_minute * sum(by_hour) / HOURS / by_hour[hour]


def _work(world: World, units: Units, assumed: Assumptions, hour: int | None) -> list[float]:
    """Busy cores of the sampled cells by kind, in one hour or on the mean of all."""
    spent = dict.fromkeys(KINDS, 0.0)
    for (_, at), flow in world.traffic.flows.items():
        if hour is None or at == hour:
            for kind, share in work(flow, units, assumed, world.weight).items():
                spent[kind] += share / (HOURS if hour is None else 1)
    return [spent[kind] for kind in KINDS]


def _scale(size: int, world: World, units: Units, assumed: Assumptions, seed: int) -> Scale:
    by_hour, traffic, whole = _hours(world), world.traffic, world.whole
    peak = max(range(HOURS), key=lambda hour: (by_hour[hour], -hour))
    flows = [traffic.flow(cell, peak) for cell in range(world.sampled)]
    live = traffic.live_here + traffic.live_elsewhere
    rules = (units, assumed)
    ordinary, feast_factor = _windows(world, rules, peak, 1.0, seed), _feast(world, assumed, peak)
    feast = _windows(world, rules, peak, feast_factor, seed)
    delays = [delay for one in ordinary for delay in one.delays_ms]
    more = world.cells / world.sampled  # the cells that are not simulated are like those that are
    kinds = [share * more for share in _work(world, units, assumed, peak)]
    messages_year = traffic.messages * whole * DAYS
    log_bytes = messages_year * (units.disk_bytes + units.search_bytes)
    file_bytes = messages_year * assumed.file_share * assumed.file_bytes
    told = (live + traffic.messages) * whole * (ANSWER_BYTES + units.body_bytes * 2)
    out = (
        (told + traffic.messages * whole * assumed.file_share * assumed.file_bytes * assumed.fetches_per_file)
        * DAYS
        / 12
    )
    connections = [sum(traffic.flow(cell, hour).live for cell in range(world.sampled)) * whole for hour in range(HOURS)]
    return Scale(
        people=size,
        cells=world.cells,
        simulated=world.people.count,
        messages_mean=traffic.messages * whole / DAY_S,
        messages_peak=by_hour[peak] * whole / 3600,
        messages_feast=by_hour[peak] * whole / 3600 * feast_factor,
        deliveries_peak=sum(flow.deliveries for flow in flows) * whole / 3600,
        pushes_peak=sum(flow.pushes for flow in flows) * whole / 3600,
        polls_peak=sum(flow.live for flow in flows) * whole / assumed.poll_s,
        connections_peak=max(connections),
        crossing=traffic.live_elsewhere / live if live else 0.0,
        cores_mean=sum(_work(world, units, assumed, None)) * more,
        cores_peak=sum(kinds),
        by_kind=tuple(kinds),
        busy_mean=sum(one.busy for one in ordinary) / len(ordinary),
        busy_worst=max(one.busy for one in ordinary),
        p50_ms=percentile(delays, 0.5),
        p99_ms=percentile(delays, 0.99),
        feast_busy=sum(one.busy for one in feast) / len(feast),
        feast_worst=max(one.busy for one in feast),
        feast_p99_ms=percentile([delay for one in feast for delay in one.delays_ms], 0.99),
        log_bytes_per_year=log_bytes,
        file_bytes_per_year=file_bytes,
        bill=bill(world.cells, log_bytes, file_bytes, out),
        by_hour=tuple((by_hour[hour] * whole / 3600, connections[hour]) for hour in range(HOURS)),
    )


def _placed(strategy: str, world: World, assumed: Assumptions, seed: int) -> Placed:
    placement = place(strategy, world.people, world.sampled, world.cells, Random(f"{seed} {strategy}"))
    traffic = count_traffic(world.people, world.day, placement, assumed, with_flows=False)
    live = traffic.live_here + traffic.live_elsewhere
    load = [0.0] * placement.cells
    for person, cell in enumerate(placement.home):
        load[cell] += world.people.activity[person]
    # Hashing spreads the sample over all cells, too thin to say how full one gets.
    others = sorted(
        len({placement.room[room] for room in own} - {placement.home[person]})
        for person, (own, _) in enumerate(world.people.own)
    )
    fullest = max(load) / (sum(load) / len(load)) if placement.cells == world.sampled else 0.0
    return Placed(
        strategy,
        traffic.sent_elsewhere / traffic.messages,
        traffic.live_elsewhere / live if live else 0.0,
        traffic.tails_out / traffic.messages,
        fullest,
        others[len(others) // 2],
        others[len(others) * 99 // 100],
    )


def _habits(size: int, world: World, units: Units, assumed: Assumptions, seed: int) -> list[Habit]:
    quiet = replace(assumed, quiet_above=QUIET_ABOVE)
    apart = replace(units, push_us=0.0)
    changes = (
        ("as it is", units, assumed),
        (f"receipts and typing wake nobody in rooms above {QUIET_ABOVE}", units, quiet),
        ("and pushes go out from processes of their own", apart, quiet),
        ("and a poll waits 90 s instead of 30", apart, replace(quiet, poll_s=90.0)),
    )
    habits = []
    for name, its_units, its_assumed in changes:
        traffic = count_traffic(world.people, world.day, world.placement, its_assumed)
        its_world = replace(world, traffic=traffic)
        scale = _scale(size, its_world, its_units, its_assumed, seed)
        habits.append(Habit(name, scale.cores_peak, scale.by_kind, scale.p99_ms, scale.feast_worst, scale.feast_p99_ms))
    return habits


def _cell_sizes(
    world: World, units: Units, assumed: Assumptions, seed: int
) -> tuple[tuple[int, float, float, float, float], ...]:
    by_hour = _hours(world)
    peak = max(range(HOURS), key=lambda hour: (by_hour[hour], -hour))
    feast = _feast(world, assumed, peak)
    real = world.weight * world.people.count / world.sampled
    found = []
    for people in (6_250, 12_500, 25_000, 50_000, 100_000, 200_000):
        sized = replace(world, weight=world.weight * people / real)
        row: list[float] = []
        for factor in (1.0, feast):
            seen = _windows(sized, (units, assumed), peak, factor, seed, cells=10)
            delays = [delay for one in seen for delay in one.delays_ms]
            row += [sum(one.busy for one in seen) / len(seen), percentile(delays, 0.99)]
        found.append((people, row[0], row[1], row[2], row[3]))
    return tuple(found)


def _reaches(world: World, units: Units, assumed: Assumptions, seed: int) -> tuple[Reach, ...]:
    by_hour = _hours(world)
    peak = max(range(HOURS), key=lambda hour: (by_hour[hour], -hour))
    waits = [wait for one in _windows(world, (units, assumed), peak, 1.0, seed, cells=2) for wait in one.waits_ms]
    live = sum(world.traffic.flow(cell, peak).live for cell in range(world.sampled)) / world.people.count
    followers = min(FOLLOWERS, world.cells * assumed.people_per_cell // 10)
    ways = (
        ("all at home in its own cell", 0),
        ("a star of cells", max(1, world.cells)),
        ("a tree of 8", 8),
        ("a tree of 32", 32),
    )
    return tuple(
        reach(way, followers, live, world.cells, branches, units, assumed.hop_ms, waits, Random(f"{seed} {way}"))
        for way, branches in ways
    )


def _returns(scale: Scale, units: Units, seed: int) -> tuple[Return, ...]:
    people, load = round(scale.connections_peak / scale.cells), scale.busy_mean
    ways = (
        ("no limit, and nobody notices who has gone", False, False, 1),
        ("no limit, work for those who have gone is dropped", False, True, 1),
        ("503 above 2 s of queue", True, True, 1),
        ("503, and three replicas help", True, True, 4),
    )
    return tuple(
        come_back(way, people, load, units, Random(f"{seed} {way}"), has_limit=limit, drops_gone=drops, cores=cores)
        for way, limit, drops, cores in ways
    )
