"""A question answered: the course, its fans, what it means, goals, needs and levers."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from laiwang.growth.forecast.examples import example
from laiwang.growth.forecast.model import (
    Backtested,
    Calibrated,
    Curve,
    ForecastAnswer,
    ForecastAsked,
    Lacking,
    ObservedCohort,
    OwnData,
    OwnDataAsked,
    Reached,
    Scenario,
    Summary,
    WhichLacking,
)
from laiwang.growth.forecast.rules.course import curve_of, density, month_reaching, run
from laiwang.growth.forecast.rules.levers import levers, needs
from laiwang.growth.forecast.rules.retention import expected_months, growth_rate, reproduction, word_of_mouth_for

__all__ = ["AskedWrongly", "ExtraMissing", "answer", "check", "has_extra", "lacking", "own_data", "scenario_of"]

#: over so many months a newcomer is followed in the summary, and a rate of growth is looked for
MONTHS_FOLLOWED = 36
MONTHS_OF_RATE = 600
#: what a fit of one's own data needs
MONTHS_MIN = 6
LARGE_MONTHS_MIN = 4
MONTH_PEOPLE_MIN = 10
PEOPLE_MIN = 100
ACTIVE_MIN = 20

Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    pass


class ExtraMissing(Exception):
    """Fans, fits and the back-test need NumPy and SciPy, which are not installed."""

    def __init__(self) -> None:
        super().__init__(
            "fans and fits need NumPy and SciPy: install laiwang[forecast], as in pip install 'laiwang[forecast]', "
            "or ask with no draws"
        )


class AskedWrongly(Exception):
    """A question that contradicts itself; the text says how."""


def has_extra() -> bool:
    """Whether NumPy and SciPy are installed."""
    return find_spec("numpy") is not None and find_spec("scipy") is not None


def scenario_of(asked: ForecastAsked) -> Scenario:
    """What a question assumes. Raises AskedWrongly."""
    if (asked.scenario is None) == (asked.example is None):
        raise AskedWrongly("Either scenario or example has to be given, and not both")
    found = asked.scenario if asked.scenario is not None else example(asked.example or "")
    if found is None:
        raise AskedWrongly(f"There is no example called {asked.example}")
    if sum(found.history) > found.addressable:
        raise AskedWrongly("More people came already than are addressable")
    return found


def check(asked: ForecastAsked) -> None:
    """Raises AskedWrongly, ExtraMissing."""
    scenario_of(asked)
    for goal in asked.goals:
        if goal.by_month >= asked.months:
            raise AskedWrongly("A goal lies beyond the horizon")
    if asked.draws and not has_extra():
        raise ExtraMissing


def answer(asked: ForecastAsked, progress: Progress = _silent) -> ForecastAnswer:
    """The forecast. Raises AskedWrongly, ExtraMissing."""
    check(asked)
    scenario, months = scenario_of(asked), asked.months
    course = run(scenario, months)
    registered, active = Curve(course.registered, None), Curve(course.active, None)
    goals = [
        Reached(
            goal,
            month_reaching(course.registered if goal.measure == "registered" else course.active, goal.people),
            None,
        )
        for goal in asked.goals
    ]
    if asked.draws:
        from laiwang.growth.forecast.rules.draws import chance, draw, fan  # it needs NumPy, which need not be there

        drawn = draw(scenario, asked.uncertainty, months, asked.draws, asked.seed, asked.samples, progress)
        registered.fan, active.fan = fan(drawn.registered), fan(drawn.active)
        for one in goals:
            one.chance = chance(drawn, one.goal)
    return ForecastAnswer(
        scenario=scenario,
        months=months,
        registered=registered,
        active=active,
        newcomers=course.newcomers,
        density=[density(asked.contacts, people, scenario.addressable) for people in course.active],
        survival=curve_of(scenario.retention, months)[:months],
        summary=_summary(scenario),
        goals=goals,
        needs=[one for goal in asked.goals for one in needs(scenario, goal)],
        levers=levers(scenario, months),
    )


def _summary(scenario: Scenario) -> Summary:
    curve = curve_of(scenario.retention, MONTHS_OF_RATE)
    v = scenario.word_of_mouth
    return Summary(
        survival_1=curve[1],
        survival_12=curve[12],
        active_months=expected_months(curve, MONTHS_FOLLOWED),
        reproduction=reproduction(v, curve, MONTHS_FOLLOWED),
        growth_rate=growth_rate(v, curve) if v > 0 else None,
        word_of_mouth_needed=word_of_mouth_for(curve, 12),
    )


def lacking(cohorts: list[ObservedCohort]) -> list[Lacking]:
    """What a fit would need and is not there; the oldest month had begun before anybody came, and does not count."""
    whole = cohorts[1:]
    found: dict[WhichLacking, tuple[int, int]] = {
        "months": (MONTHS_MIN, len(whole)),
        "large_months": (LARGE_MONTHS_MIN, sum(one.people >= MONTH_PEOPLE_MIN for one in whole)),
        "people": (PEOPLE_MIN, sum(one.people for one in cohorts)),
        "active": (ACTIVE_MIN, sum(one.active for one in cohorts)),
    }
    return [Lacking(what, needed, there) for what, (needed, there) in found.items() if there < needed]


def own_data(cohorts: list[ObservedCohort], asked: OwnDataAsked, progress: Progress = _silent) -> OwnData:
    """A server's figures, fitted where there are enough. Raises AskedWrongly, ExtraMissing."""
    people, active = sum(one.people for one in cohorts), sum(one.active for one in cohorts)
    if people > asked.addressable:
        raise AskedWrongly("More people are registered already than are addressable")
    missing = lacking(cohorts)
    fitted: Calibrated | None = None
    tested: Backtested | None = None
    if not missing:
        if not has_extra():
            raise ExtraMissing
        # Not before it is known to be there: these need SciPy.
        from laiwang.growth.forecast.rules.backtest import backtest, calibrate

        fitted = calibrate(cohorts, asked.addressable, asked.draws, asked.seed, progress)
        tested = backtest(fitted.scenario.history, fitted.scenario.retention, asked.addressable, asked.seed)
    return OwnData(cohorts, people, active, missing, fitted, tested)
