"""Fans and fits: they find again what made the figures, and say how sure they are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laiwang.growth.forecast.examples import EXAMPLES, LAUNCH, MONTHLY_ACTIVE, months_since
from laiwang.growth.forecast.model import (
    ForecastAsked,
    Goal,
    ObservedCohort,
    OwnDataAsked,
    Retention,
    Scenario,
    Uncertainty,
    Wave,
)
from laiwang.growth.forecast.rules import answering
from laiwang.growth.forecast.rules.answering import AskedWrongly, ExtraMissing, answer, own_data
from laiwang.growth.forecast.rules.backtest import backtest, backtest_bass, calibrate
from laiwang.growth.forecast.rules.bass import adopted
from laiwang.growth.forecast.rules.course import curve_of, run
from laiwang.growth.forecast.rules.draws import chance, draw, fan
from laiwang.growth.forecast.rules.fitting import fit_bass, fit_retention, fit_word_of_mouth, likelihood
from laiwang.growth.forecast.rules.waves import expected, variance
from tests.growth.forecast.test_course import scenarios

SURE = Uncertainty(0, 0, 0, 0, 0)
TRUE = Scenario(1e6, 0.2, Retention(0.7, 1.265, 0.9), bought=[300.0])


def cohorts_of(scenario: Scenario, months: int, seed: int) -> list[ObservedCohort]:
    """A server that did as the scenario says."""
    random = np.random.default_rng(seed)
    curve = curve_of(scenario.retention, months)
    people = [int(random.poisson(one)) for one in run(scenario, months).newcomers]
    ages = range(months - 1, -1, -1)
    return [
        ObservedCohort(age, size, int(random.binomial(size, curve[age])))
        for age, size in zip(ages, people, strict=True)
    ]


@settings(max_examples=30)
@given(scenarios)
def test_without_doubt_the_fan_is_the_course(scenario: Scenario) -> None:
    """Draws that differ in nothing are the course that is computed without NumPy."""
    sure = Scenario(scenario.addressable, scenario.word_of_mouth, scenario.retention, [], scenario.bought, 0.1, 0.1)
    drawn, course = draw(sure, SURE, 12, 3, 1), run(sure, 12)
    for rows, series in ((drawn.registered, course.registered), (drawn.active, course.active)):
        assert rows == pytest.approx(np.tile(series, (3, 1)), rel=1e-9, abs=1e-9)


@settings(max_examples=30)
@given(scenarios, st.integers(0, 2**32 - 1))
def test_fans_are_ordered_and_the_seed_decides(scenario: Scenario, seed: int) -> None:
    """10 % ≤ 50 % ≤ 90 %, in each month; and twice the same."""
    scenario.waves = [wave for wave in scenario.waves if wave.inviters != 1]
    drawn = draw(scenario, Uncertainty(), 12, 20, seed)
    found = fan(drawn.registered)
    assert all(a <= b <= c for a, b, c in zip(found.low, found.middle, found.high, strict=True))
    assert (drawn.active <= drawn.registered * (1 + 1e-9)).all()
    assert (draw(scenario, Uncertainty(), 12, 20, seed).registered == drawn.registered).all()


@pytest.mark.parametrize("inviters", [150, 5000])
def test_inviters_differ_as_they_should(inviters: int) -> None:
    """Mean and variance of a wave are those of Beta-binomial counts, drawn one by one or as their sum."""
    wave = Wave(inviters, 20, 0.4, 0.2, median_days=0.1)
    scenario = Scenario(1e12, 0, Retention(1, 1), [wave])
    came = draw(scenario, SURE, 1, 2000, 7).registered[:, 0]
    assert came.mean() == pytest.approx(expected(wave), rel=0.01)
    assert came.var() == pytest.approx(variance(wave), rel=0.15)


@pytest.mark.parametrize("overdispersion", [0, 5e-324, 1e-12, 1e-8, 0.99])
@pytest.mark.parametrize("response", [0, 1e-12, 1e-4, 0.5, 1 - 1e-12, 1])
def test_waves_at_their_ends(overdispersion: float, response: float) -> None:
    """However alike inviters are, and however few or many come, it is a number of people."""
    wave = Wave(50, 20, response, overdispersion, median_days=0.1)
    came = draw(Scenario(1e12, 0, Retention(1, 1), [wave]), Uncertainty(), 1, 20, 7).registered
    assert ((came >= 0) & (came <= 1000 * (1 + 1e-9))).all()


def test_progress_is_told() -> None:
    """From nothing to all."""
    told: list[tuple[int, int]] = []
    draw(TRUE, SURE, 2, 250, 1, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 250), (100, 250), (200, 250), (250, 250)]


def test_chance_is_a_share_of_draws() -> None:
    """Certain, impossible, and in between."""
    drawn = draw(EXAMPLES["2013-laiwang"], Uncertainty(), 25, 200, 3)
    assert chance(drawn, Goal(1, 24)) == 1
    assert chance(drawn, Goal(1e9, 24)) == 0
    assert 0 < chance(drawn, Goal(150e6, 20)) < 1


@settings(max_examples=25)
@given(st.floats(0.001, 0.01), st.floats(0.08, 0.3), st.floats(1e3, 1e9))
def test_bass_is_found_again(p: float, q: float, m: float) -> None:
    """From exact counts over the whole curve."""
    found = fit_bass([(month, m * adopted(p, q, month)) for month in range(3, 60, 3)])
    assert (found.p, found.q, found.m) == pytest.approx((p, q, m), rel=1e-3)
    assert found.error_max < 1e-4


def test_fits_want_enough() -> None:
    """Too few points are refused, and impossible ones."""
    with pytest.raises(ValueError, match="four points"):
        fit_bass([(1, 1), (2, 2), (3, 3)])
    with pytest.raises(ValueError, match="positive"):
        fit_bass([(0, 1), (2, 2), (3, 3), (4, 4)])
    with pytest.raises(ValueError, match="three ages"):
        fit_retention([ObservedCohort(0, 5, 1), ObservedCohort(1, 5, 1), ObservedCohort(2, 0, 0)])
    with pytest.raises(ValueError, match="three months"):
        fit_word_of_mouth([1, 2], [1, 2], [1, 2], 10)


def test_retention_is_found_again() -> None:
    """The curve of many people, and none is likelier than the one that is found."""
    curve = curve_of(TRUE.retention, 24)
    cohorts = [ObservedCohort(age, 100_000, round(100_000 * curve[age])) for age in range(25)]
    found = fit_retention(cohorts)
    assert curve_of(found, 24) == pytest.approx(curve, abs=0.002)
    assert likelihood(cohorts, found) >= likelihood(cohorts, TRUE.retention) - 0.01


def test_word_of_mouth_is_found_again() -> None:
    """v and what came otherwise, of exact months."""
    course = run(TRUE, 18)
    found = fit_word_of_mouth(course.newcomers[1:], course.active[:-1], course.registered[:-1], TRUE.addressable)
    assert (found.word_of_mouth, found.bought) == pytest.approx((0.2, 300), rel=1e-6)


def test_a_server_is_fitted_and_tested_by_its_past() -> None:
    """What made its figures lies within the draws; the fan of the back-test covers about as much as it says."""
    cohorts = cohorts_of(TRUE, 18, 3)
    found = own_data(cohorts, OwnDataAsked(1e6, draws=40))
    assert found.lacking == []
    assert found.calibrated is not None
    fitted, samples = found.calibrated.scenario, found.calibrated.samples
    assert fitted.word_of_mouth == pytest.approx(0.2, rel=0.15)
    assert fitted.bought[0] == pytest.approx(300, rel=0.15)
    assert curve_of(fitted.retention, 12)[12] == pytest.approx(curve_of(TRUE.retention, 12)[12], abs=0.06)
    v = sorted(one.word_of_mouth for one in samples)
    assert v[0] < 0.2 < v[-1]
    assert found.backtest is not None
    assert found.backtest.forecasts == 33
    assert found.backtest.error < 0.02
    assert 0.6 <= found.backtest.coverage <= 1
    again = calibrate(cohorts, 1e6, 40, 2013)
    assert again.samples == samples
    on = answer(ForecastAsked(scenario=fitted, samples=samples, months=12, draws=50, uncertainty=SURE))
    assert on.registered.central[0] > found.people
    assert on.registered.fan is not None
    assert on.registered.fan.low[-1] < on.registered.central[-1] < on.registered.fan.high[-1]


def test_a_rivals_past_is_hard_to_foretell() -> None:
    """Rolling over quarterly counts of active people: 7 % off in the mean, with a fan that is too narrow. It is told as it is."""
    found = backtest_bass([(months_since(LAUNCH, day), people) for day, people in MONTHLY_ACTIVE], 1)
    assert found is not None
    assert found.forecasts == 13
    assert found.error == pytest.approx(0.069, abs=0.001)
    assert found.coverage < 0.8
    assert backtest_bass([(1, 1), (2, 2), (3, 3), (4, 4)], 1) is None
    assert backtest([1.0] * 6, TRUE.retention, 1e6, 1) is None


def test_too_little_is_said() -> None:
    """A young server hears what is missing; so does one with few people."""
    found = own_data([ObservedCohort(1, 5, 2), ObservedCohort(0, 6, 6)], OwnDataAsked(1e6))
    assert {one.what: (one.needed, one.there) for one in found.lacking} == {
        "months": (6, 1),
        "large_months": (4, 0),
        "people": (100, 11),
        "active": (20, 8),
    }
    assert found.calibrated is None
    assert found.backtest is None
    assert [one.what for one in own_data([], OwnDataAsked(5)).lacking] == ["months", "large_months", "people", "active"]


def test_questions_that_contradict_themselves() -> None:
    """They are refused with a reason."""
    for wrong in (
        ForecastAsked(),
        ForecastAsked(example="1999"),
        ForecastAsked(example="2013", scenario=TRUE),
        ForecastAsked(example="2013", months=12, goals=[Goal(1, 12)]),
        ForecastAsked(scenario=Scenario(10, 0, Retention(1, 1), history=[11.0])),
    ):
        with pytest.raises(AskedWrongly):
            answer(wrong)
    with pytest.raises(AskedWrongly):
        own_data(cohorts_of(TRUE, 12, 1), OwnDataAsked(100))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without NumPy and SciPy the course, needs and levers are there; fans and fits name what to install."""
    monkeypatch.setattr(answering, "find_spec", lambda name: None)
    found = answer(ForecastAsked(example="2013", draws=0, goals=[Goal(120e6, 24)]))
    assert found.registered.fan is None
    assert found.goals[0].month == 16
    assert found.goals[0].chance is None
    assert [one.lever for one in found.needs] == ["word_of_mouth", "survival_12", "bought"]
    for ask in (
        lambda: answer(ForecastAsked(example="2013")),
        lambda: own_data(cohorts_of(TRUE, 12, 1), OwnDataAsked(1e6)),
    ):
        with pytest.raises(ExtraMissing, match=r"laiwang\[forecast\]"):
            ask()
