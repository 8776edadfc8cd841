"""What can be moved: what a small step of each lever is worth, and which value one of them must have for a goal."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import structs

from laiwang.growth.forecast.model import LEVERS, Goal, Lever, Need, NeedOf, Scenario, WhichLever
from laiwang.growth.forecast.rules.course import Course, bought_in, curve_of, run
from laiwang.growth.forecast.rules.retention import beta_for, lifted

__all__ = ["levers", "need", "needs", "reached"]

#: where a lever is looked for: word of mouth per active person and month, S(12), newcomers bought per month as a share of all
WORD_OF_MOUTH_MAX = 10.0
SCAN = 24
BISECTIONS = 40
POINT = 0.01
TENTH = 0.1
#: active people per bought one, below which buying is worth nothing
PER_BOUGHT_MIN = 1e-9


def levers(scenario: Scenario, months: int) -> list[Lever]:
    """Each lever by a small step: word of mouth, waves and buying by a tenth, the first month's retention by a point."""
    plain = run(scenario, months)
    bought = _sum_bought(scenario, months)
    step = bought * TENTH if bought > 0 else scenario.addressable * POINT / 10
    more = run(_with_bought(scenario, step / months), months)
    mean = _mean_active(plain)
    per_bought = (_mean_active(more) - mean) / step
    curve = curve_of(scenario.retention, len(scenario.history) + months)
    tried: list[tuple[Lever, Course]] = [
        (_lever("bought", step), more),
        (
            _lever("word_of_mouth", scenario.word_of_mouth * TENTH),
            run(structs.replace(scenario, word_of_mouth=scenario.word_of_mouth * (1 + TENTH)), months),
        ),
        (_lever("first_month", POINT), run(scenario, months, lifted(curve, POINT))),
    ]
    if scenario.waves:
        larger = [structs.replace(one, inviters=round(one.inviters * (1 + TENTH))) for one in scenario.waves]
        people = math.fsum(
            (new.inviters - old.inviters) * new.quota * new.response
            for new, old in zip(larger, scenario.waves, strict=True)
        )
        tried.append((_lever("waves", people), run(structs.replace(scenario, waves=larger), months)))
    for lever, course in tried:
        lever.registered = course.registered[-1] - plain.registered[-1]
        lever.active = course.active[-1] - plain.active[-1]
        lever.active_mean = _mean_active(course) - mean
        lever.worth_bought = lever.active_mean / per_bought if per_bought > PER_BOUGHT_MIN else None
    return [lever for lever, _ in tried]


def _lever(name: WhichLever, step: float) -> Lever:
    return Lever(name, step, 0.0, 0.0, 0.0, None)


def _mean_active(course: Course) -> float:
    return math.fsum(course.active) / len(course.active)


def _sum_bought(scenario: Scenario, months: int) -> float:
    return math.fsum(bought_in(scenario, month) for month in range(months))


def _with_bought(scenario: Scenario, more: float) -> Scenario:
    """The scenario with so many more bought in each month."""
    if not scenario.bought:
        return structs.replace(scenario, bought=[more])
    return structs.replace(scenario, bought=[one + more for one in scenario.bought])


def reached(course: Course, goal: Goal) -> bool:
    """Whether a goal is met in time."""
    return max(_series(course, goal)[: goal.by_month + 1]) >= goal.people


def _series(course: Course, goal: Goal) -> list[float]:
    return course.registered if goal.measure == "registered" else course.active


def needs(scenario: Scenario, goal: Goal) -> list[Need]:
    """What each lever alone would have to be for a goal."""
    return [need(scenario, goal, lever) for lever in LEVERS]


def need(scenario: Scenario, goal: Goal, lever: NeedOf) -> Need:
    """The smallest value of a lever with which a goal is met, to about four digits; all else stays as assumed."""
    months = goal.by_month + 1
    kept = scenario.retention
    assumed = {
        "word_of_mouth": scenario.word_of_mouth,
        "survival_12": curve_of(kept, 12)[12],
        "bought": _sum_bought(scenario, months) / months,
    }[lever]

    def with_value(value: float) -> Scenario | None:
        if lever == "word_of_mouth":
            return structs.replace(scenario, word_of_mouth=value)
        if lever == "bought":
            return structs.replace(scenario, bought=[value])
        beta = beta_for(kept.alpha, value, 12, kept.activation)
        return None if beta is None else structs.replace(scenario, retention=structs.replace(kept, beta=beta))

    def is_met(value: float) -> bool:
        tried = with_value(value)
        return tried is not None and reached(run(tried, months), goal)

    if lever == "word_of_mouth":
        grid = [WORD_OF_MOUTH_MAX * (step / SCAN) ** 3 for step in range(SCAN + 1)]
    elif lever == "bought":
        grid = [2 * scenario.addressable * (step / SCAN) ** 4 for step in range(SCAN + 1)]
    else:
        grid = [kept.activation * min(0.999, (step / SCAN) ** 2) for step in range(1, SCAN + 1)]
    return Need(goal, lever, assumed, _smallest(grid, is_met))


def _smallest(grid: list[float], is_met: Callable[[float], bool]) -> float | None:
    """The first crossing: found on the grid, then by bisection, since more of a lever need not always be better."""
    first = next((number for number, value in enumerate(grid) if is_met(value)), None)
    if first is None:
        return None
    if first == 0:
        return grid[0]
    low, high = grid[first - 1], grid[first]
    for _ in range(BISECTIONS):
        if high - low <= 1e-5 * high:
            break
        middle = (low + high) / 2
        low, high = (low, middle) if is_met(middle) else (middle, high)
    return high
