"""The course of things, month by month: who comes, who is registered, who is active.

    n_t = min(M − R, W_t + B_t·(1 − R/M) + v·A·(1 − R/M))      with R, A of the end of the month before
    A_t = Σ_s n_s·S(t − s) + w·(dormant)
    R_t = R_{t−1} + n_t − d·(dormant)

M addressable people, W waves, B newcomers bought (advertising, portals), v newcomers per active person, w the share of the dormant who
come back for a month, d the share of the dormant who delete their account. Month 0 is the one in which it begins.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from laiwang.growth.forecast.model import Retention, Scenario
from laiwang.growth.forecast.rules.retention import survival
from laiwang.growth.forecast.rules.waves import DAYS_PER_MONTH, arrived, by_month, expected

__all__ = [
    "Course",
    "bought_in",
    "curve_of",
    "density",
    "density_in_star",
    "month_reaching",
    "monthly_growth",
    "registered_on_day",
    "run",
    "share_of",
    "word_of_mouth_needed",
]


@dataclass(frozen=True, slots=True)
class Course:
    """What happens, by month: those who come and who delete in it, who is registered and active at its end. `before` are (registered,
    active) when the forecast begins."""

    before: tuple[float, float]
    newcomers: list[float] = field(default_factory=list)
    deleted: list[float] = field(default_factory=list)
    registered: list[float] = field(default_factory=list)
    active: list[float] = field(default_factory=list)
    by_word_of_mouth: list[float] = field(default_factory=list)


def curve_of(retention: Retention, months: int) -> list[float]:
    """The survival curve of a scenario."""
    return survival(retention.alpha, retention.beta, months, retention.activation)


def bought_in(scenario: Scenario, month: int) -> float:
    """Newcomers who would be bought in a month if nobody were registered yet; the last figure goes on."""
    return scenario.bought[min(month, len(scenario.bought) - 1)] if scenario.bought else 0.0


def run(scenario: Scenario, months: int, curve: Sequence[float] | None = None) -> Course:
    """The course of a scenario over so many months; `curve` replaces the survival curve, as levers do."""
    past = len(scenario.history)
    stays = curve_of(scenario.retention, past + months) if curve is None else curve
    waves = [(expected(wave), by_month(wave, months)) for wave in scenario.waves]
    most = scenario.addressable
    cohorts: list[float] = []
    registered = active = 0.0
    course: Course | None = None
    for month in range(-past, months):
        if month == 0:
            course = Course((registered, active))
        told = 0.0
        if month < 0:
            newcomers = scenario.history[month + past]
        else:
            room = max(0.0, 1 - registered / most)
            told = scenario.word_of_mouth * active * room
            ordered = math.fsum(size * shares[month] for size, shares in waves)
            newcomers = min(max(0.0, most - registered), ordered + bought_in(scenario, month) * room + told)
        dormant = max(0.0, registered - active)
        deleted = scenario.deleted_share * dormant if month >= 0 else 0.0
        cohorts.append(newcomers)
        registered += newcomers - deleted
        last = len(cohorts) - 1
        base = min(registered, math.fsum(size * stays[last - came] for came, size in enumerate(cohorts)))
        active = base + scenario.resurrected_share * (registered - base)
        if course is not None:
            course.newcomers.append(newcomers)
            course.deleted.append(deleted)
            course.registered.append(registered)
            course.active.append(active)
            course.by_word_of_mouth.append(min(told, newcomers))
    return course if course is not None else Course((registered, active))


def month_reaching(series: Sequence[float], people: float) -> int | None:
    """The first month at whose end there are so many; None within the horizon."""
    return next((month for month, value in enumerate(series) if value >= people), None)


def registered_on_day(scenario: Scenario, days: float) -> float:
    """How many are registered so many days after the beginning, in the first two months: what is bought comes evenly over the days."""
    course = run(scenario, 2)
    begun, month = course.before[0], int(days // DAYS_PER_MONTH)
    waves = math.fsum(expected(wave) * arrived(wave, days - DAYS_PER_MONTH * wave.month) for wave in scenario.waves)
    flow = _evenly(course, scenario)
    if month >= len(flow):
        raise ValueError("only the first two months are known by day")
    return begun + waves + math.fsum(flow[:month]) + flow[month] * (days / DAYS_PER_MONTH - month)


def _evenly(course: Course, scenario: Scenario) -> list[float]:
    """Newcomers by month who come neither with a wave nor on a day that is known."""
    waves = [(expected(wave), by_month(wave, len(course.newcomers))) for wave in scenario.waves]
    return [
        newcomers - math.fsum(size * shares[month] for size, shares in waves)
        for month, newcomers in enumerate(course.newcomers)
    ]


def density(contacts: float, active: float, addressable: float) -> float:
    """How many of her contacts an active person finds active, if everybody knows anybody: a lower bound."""
    return contacts * active / addressable


def density_in_star(
    contacts: float, active: float, addressable: float, star: int, clustering: float, share: float
) -> float:
    """The same inside the star of one inviter: of the `star − 1` others, the share `clustering` is known and `share` is active."""
    return density(contacts, active, addressable) + (star - 1) * clustering * share


def monthly_growth(multiple: float, months: float) -> float:
    """By which share it must grow each month to become so many times as much."""
    return float(multiple ** (1 / months) - 1)


def word_of_mouth_needed(multiple: float, months: float, active_share: float) -> float:
    """Newcomers per active person and month by whom it becomes so many times as much, where a fixed share is active."""
    return math.log(multiple) / months / active_share


def share_of(rival_active: float, share: float, active_share: float) -> float:
    """Registered people needed to have this share of a rival's active people, where so many of one's own are active."""
    return rival_active * share / active_share
