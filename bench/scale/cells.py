"""One cell at work: how much of its core an hour takes, and every single job of a few seconds, one after the other, as an event loop does.

A cell is one process with one event loop: a queue with one server. A message is one job, then one for each who hears it at once, without
a gap, because the commit wakes them all in one step of the loop. Others wait behind them: that is where long delays come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from bench.scale.assumptions import Assumptions
from bench.scale.day import Flow, Traffic, poisson
from bench.scale.units import Units

__all__ = ["KINDS", "Window", "alone", "percentile", "window", "work"]

HOUR_S = 3600.0
#: messages of one conversation, and the time between two of them
TURNS, TURN_S = 4.0, 6.0
RETURNS_AT_FEAST = 2.0

#: what a core is busy with
KINDS = ("messages", "deliveries", "receipts", "typing", "forwarding", "push", "empty polls", "coming back")


def work(flow: Flow, units: Units, assumed: Assumptions, weight: float) -> dict[str, float]:
    """Shares of one core that an hour takes, by kind."""
    back_us = units.return_us * (1 - assumed.cold_share) + units.page_warm_us * assumed.cold_share
    spent = (
        flow.sends * (units.send_us + units.index_us),
        flow.deliveries * units.delivery_us,
        flow.receipts * units.receipt_us + flow.receipt_deliveries * units.delivery_us,
        flow.typings * units.typing_us + flow.typing_deliveries * units.delivery_us,
        flow.forwards * units.forward_us,
        flow.pushes * units.push_us,
        flow.live * HOUR_S / assumed.poll_s * units.poll_us,
        flow.returns * back_us,
    )
    return {kind: us * weight / 1e6 / HOUR_S for kind, us in zip(KINDS, spent, strict=True)}


@dataclass(slots=True)
class Window:
    """Seconds of a cell: delays in ms from the arrival of a message to the answer of each who hears it here; what one more job would
    have waited; the share of the time in which the core was busy."""

    delays_ms: list[float]
    waits_ms: list[float]
    busy: float
    messages: int


#: (arrival s, work s before anybody hears of it, how many hear of it, work s for each of them, work s after)
Job = tuple[float, float, int, float, float]


def window(
    traffic: Traffic, cell: int, hour: int, rules: tuple[Units, Assumptions], scale: tuple[float, float], random: Random
) -> Window:
    """Simulates `assumed.window_s` of one cell. `scale` is (real people for each simulated one, how much more is said than in that
    hour); above 1 it is a feast, with red packets."""
    units, assumed = rules
    weight, factor = scale
    flow = traffic.flow(cell, hour)
    per_window = weight * assumed.window_s / HOUR_S
    jobs: list[Job] = []
    messages = _speak(traffic, cell, hour, rules, (per_window * factor, factor > 1), jobs, random)
    heard = traffic.heard.get((cell, hour), [])
    if heard:
        cumulative = list(accumulate(times for times, _ in heard))
        facts = poisson(cumulative[-1] * per_window * factor, random)
        for _, live in random.choices(heard, cum_weights=cumulative, k=facts):
            jobs.append((_when(assumed, random), units.forward_us / 1e6, live, units.delivery_us / 1e6, 0.0))
    back = RETURNS_AT_FEAST if factor > 1 else 1.0
    for count, cost_us in (
        (flow.pushes * factor, units.push_us),
        (flow.live * HOUR_S / assumed.poll_s, units.poll_us),
        (flow.returns * back * (1 - assumed.cold_share), units.return_us),
        (flow.returns * back * assumed.cold_share, units.page_warm_us),
    ):
        for _ in range(poisson(count * per_window, random)):
            jobs.append((_when(assumed, random), cost_us / 1e6, 0, 0.0, 0.0))
    jobs.sort()
    return _serve(jobs, assumed.window_s, units.commit_ms, messages)


def _when(assumed: Assumptions, random: Random) -> float:
    return random.random() * assumed.window_s


def _speak(
    traffic: Traffic,
    cell: int,
    hour: int,
    rules: tuple[Units, Assumptions],
    rate: tuple[float, bool],
    jobs: list[Job],
    random: Random,
) -> int:
    assumed = rules[1]
    said = traffic.said.get((cell, hour), [])
    if not said:
        return 0
    cumulative = list(accumulate(times for _, times, _, _ in said))
    wanted = poisson(cumulative[-1] * rate[0], random)
    made = 0
    while made < wanted:
        room, _, hears, told = random.choices(said, cum_weights=cumulative)[0]
        live = hears.total()
        turns, gap_s = 1 + int(random.expovariate(1 / (TURNS - 1))), TURN_S
        if rate[1] and live > 2 and random.random() < assumed.packet_share * TURNS:
            turns = 1 + min(assumed.packet_opened_max, live - 1)
            gap_s = assumed.packet_spread_s / turns
        at = random.random() * assumed.window_s
        for _ in range(min(turns, wanted - made)):
            here = hears[cell]
            elsewhere = len(hears) - (cell in hears)
            _message((traffic.sizes[room], here, live, elsewhere, told), at, rules, jobs, random)
            at += random.expovariate(1 / gap_s)
            made += 1
    return made


def _message(
    room: tuple[int, int, int, int, int],
    at: float,
    rules: tuple[Units, Assumptions],
    jobs: list[Job],
    random: Random,
) -> None:
    """`room`: members, who hears it here and anywhere, the speaker among them, in how many other cells
    somebody does, and in how many others a member is at home."""
    size, here, live, elsewhere, told = room
    units, assumed = rules
    length = assumed.window_s
    is_quiet = bool(assumed.quiet_above) and size > assumed.quiet_above
    told_s = units.delivery_us / 1e6
    forward_s = elsewhere * units.forward_us / 1e6
    before = units.send_us / 1e6 + told * units.forward_us / 1e6
    jobs.append((at % length, before, here, told_s, units.index_us / 1e6))
    receipts = assumed.read_share * (live - 1)
    count = int(receipts) + (random.random() < receipts % 1)
    answered = 0.0 if is_quiet else min(1.0, assumed.read_spread_s / assumed.round_trip_s / max(1, count))
    for _ in range(count):
        when = (at + random.random() * assumed.read_spread_s) % length
        jobs.append((when, units.receipt_us / 1e6 + answered * (forward_s + here * told_s), 0, 0.0, 0.0))
    if random.random() < assumed.typed_share:
        answer_s = 0.0 if is_quiet else here * told_s + forward_s
        jobs.append(((at - 3.0) % length, units.typing_us / 1e6 + answer_s, 0, 0.0, 0.0))


def _serve(jobs: Sequence[Job], length: float, commit_ms: float, messages: int) -> Window:
    """Serves the jobs in order, twice over: the second time begins with what the first has left, and is what counts."""
    delays: list[float] = []
    waits: list[float] = []
    free = busy = 0.0
    for turn in (0, 1):
        for at, before, count, each, after in jobs:
            arrival = at + turn * length
            start = max(arrival, free)
            free = start + before + count * each + after
            if turn:
                busy += free - start
                wait = start - arrival
                waits.append(wait * 1000)
                delays += [(wait + before + number * each) * 1000 + commit_ms for number in range(1, count + 1)]
    return Window(delays, waits, busy / length, messages)


def alone(members: int, units: Units, messages: int = 60) -> float:
    """The 99th percentile, in ms, of telling one room of so many members who all listen, the next message when all have the last: what
    `python -m bench deliveries` measures on the real server."""
    jobs = [
        (number * members * units.delivery_us / 1e6 * 2, units.send_us / 1e6, members, units.delivery_us / 1e6, 0.0)
        for number in range(messages)
    ]
    return percentile(
        _serve(jobs, messages * members * units.delivery_us / 1e6 * 2, units.commit_ms, messages).delays_ms, 0.99
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0
