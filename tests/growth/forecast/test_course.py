"""Properties of the course, of the curve and of waves."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from laiwang.growth.forecast.model import Goal, Retention, Scenario, Wave
from laiwang.growth.forecast.rules.course import bought_in, curve_of, month_reaching, registered_on_day, run
from laiwang.growth.forecast.rules.levers import levers, need, reached
from laiwang.growth.forecast.rules.retention import beta_for, growth_rate, lifted, survival
from laiwang.growth.forecast.rules.waves import arrived, by_month, ceiling, expected, variance

MONTHS = 24
retentions = st.builds(Retention, st.floats(0.05, 20), st.floats(0.05, 20), st.floats(0.1, 1))
waves = st.builds(
    Wave,
    st.integers(0, 10_000),
    st.integers(0, 200),
    st.floats(0, 1),
    st.floats(0, 0.9),
    st.floats(1, 90),
    st.floats(0.1, 2),
    st.integers(0, 12),
)
scenarios = st.builds(
    Scenario,
    addressable=st.floats(1e3, 1e9),
    word_of_mouth=st.floats(0, 2),
    retention=retentions,
    waves=st.lists(waves, max_size=3),
    bought=st.lists(st.floats(0, 1e6), max_size=4),
    deleted_share=st.floats(0, 1),
    resurrected_share=st.floats(0, 1),
    history=st.lists(st.floats(0, 100), max_size=6),
)


@given(scenarios)
def test_nobody_is_lost_and_nobody_is_made_up(scenario: Scenario) -> None:
    """Who came is registered or has deleted; active ≤ registered ≤ addressable; nothing is negative."""
    course = run(scenario, MONTHS)
    came = math.fsum(scenario.history)
    for month in range(MONTHS):
        came += course.newcomers[month] - course.deleted[month]
        assert course.registered[month] == pytest.approx(came, rel=1e-9, abs=1e-6)
        assert -1e-9 <= course.active[month] <= course.registered[month] * (1 + 1e-9)
        assert course.registered[month] <= scenario.addressable * (1 + 1e-9)
        assert course.newcomers[month] >= course.by_word_of_mouth[month] >= 0
        assert course.deleted[month] >= 0


@given(scenarios)
def test_who_is_active_is_the_cohorts_that_stayed(scenario: Scenario) -> None:
    """Without coming back and deleting, the active are Σ n_s·S(t − s)."""
    plain = structs.replace(scenario, deleted_share=0.0, resurrected_share=0.0)
    course, curve = run(plain, MONTHS), curve_of(plain.retention, 40)
    cohorts = [*plain.history, *course.newcomers]
    told = math.fsum(size * curve[len(cohorts) - 1 - came] for came, size in enumerate(cohorts))
    assert course.active[-1] == pytest.approx(told, rel=1e-9, abs=1e-6)


@given(scenarios, st.integers(1, MONTHS - 1))
def test_the_past_goes_on_where_it_ended(scenario: Scenario, months: int) -> None:
    """What was forecast, told as history, is forecast on in the same way: a later forecast agrees with an earlier one."""
    plain = structs.replace(scenario, waves=[], deleted_share=0.0, resurrected_share=0.0, history=[])
    whole = run(plain, MONTHS)
    later = structs.replace(
        plain, history=whole.newcomers[:months], bought=[bought_in(plain, month) for month in range(months, MONTHS)]
    )
    again = run(later, MONTHS - months)
    assert again.before == pytest.approx((whole.registered[months - 1], whole.active[months - 1]))
    assert again.registered == pytest.approx(whole.registered[months:], rel=1e-6)
    assert again.active == pytest.approx(whole.active[months:], rel=1e-6)


@given(scenarios, st.floats(0, 1), st.floats(0, 1e5))
def test_more_is_more_while_there_are_enough(scenario: Scenario, v: float, bought: float) -> None:
    """Far below saturation, more word of mouth, more buying and better retention never make less."""
    plain = structs.replace(scenario, addressable=1e40, deleted_share=0.0, resurrected_share=0.0)
    better = structs.replace(plain.retention, beta=plain.retention.beta * 1.5)
    course = run(plain, MONTHS)
    for more in (
        structs.replace(plain, word_of_mouth=plain.word_of_mouth + v),
        structs.replace(plain, bought=[one + bought for one in plain.bought or [0.0]]),
        structs.replace(plain, retention=better),
        structs.replace(plain, waves=[*plain.waves, Wave(10, 10)]),
    ):
        other = run(more, MONTHS)
        for series, larger in ((course.registered, other.registered), (course.active, other.active)):
            assert all(one <= two * (1 + 1e-9) for one, two in zip(series, larger, strict=True))


@given(retentions, st.integers(1, 120))
def test_a_curve_falls_ever_more_slowly(retention: Retention, months: int) -> None:
    """S falls, never below nothing, and who stayed a month longer is likelier to stay on."""
    curve = curve_of(retention, months)
    kept = [later / earlier for earlier, later in pairwise(curve)]
    assert all(0 < one < 1 for one in kept)
    assert kept == sorted(kept)
    higher = lifted(curve, 0.01)
    assert all(two >= one for one, two in zip(curve, higher, strict=True))
    assert all(0 <= one <= retention.activation for one in higher)


@given(st.floats(0.05, 20), st.floats(0.05, 50), st.integers(1, 36), st.floats(0.1, 1))
def test_the_beta_of_a_share(alpha: float, beta: float, age: int, activation: float) -> None:
    """It is the one by which the share was made."""
    share = survival(alpha, beta, age, activation)[age]
    found = beta_for(alpha, share, age, activation)
    assert found is not None
    assert survival(alpha, found, age, activation)[age] == pytest.approx(share, rel=1e-6)
    assert beta_for(alpha, activation, age, activation) is None


@settings(max_examples=40)
@given(retentions, st.floats(0.001, 10))
def test_the_rate_is_the_root(retention: Retention, v: float) -> None:
    """1 = Σ v·S(a−1)·e^(−ra); it grows exactly when people bring more than one each."""
    curve = curve_of(retention, 120)
    rate = growth_rate(v, curve)
    told = math.fsum(math.exp(math.log(v * share) - rate * age) for age, share in enumerate(curve, 1))
    assert told == pytest.approx(1, rel=1e-6)
    brought = v * math.fsum(curve)
    assert (rate > 1e-9) == (brought > 1 + 1e-6) or abs(brought - 1) < 1e-4
    assert growth_rate(0, curve) == -math.inf


def test_a_rate_of_next_to_nothing() -> None:
    """A product too small for a number is not taken for none."""
    assert math.isfinite(growth_rate(1e-300, [1.0, 1e-100]))


def test_the_course_grows_at_the_rate() -> None:
    """Long after a wave and far below saturation, each month is e^r times the one before."""
    scenario = Scenario(1e15, 0.31, Retention(0.7, 1.265), [Wave(30, 100)])
    course = run(scenario, 120)
    rate = growth_rate(0.31, curve_of(scenario.retention, 600))
    assert math.log(course.newcomers[119] / course.newcomers[118]) == pytest.approx(rate, rel=1e-3)


@given(waves)
def test_a_wave_comes_once(wave: Wave) -> None:
    """By month and by day it is the same wave, and no more than all come."""
    shares = by_month(wave, 120)
    assert all(one >= 0 for one in shares)
    assert sum(shares) <= 1 + 1e-9
    assert shares[: wave.month] == [0.0] * wave.month
    assert sum(shares) == pytest.approx(arrived(wave, 30.4375 * (120 - wave.month)))
    assert expected(wave) <= ceiling(wave)
    assert variance(wave) >= 0


@given(scenarios)
def test_days_and_months_agree(scenario: Scenario) -> None:
    """The end of the first month by days is the end of the first month."""
    plain = structs.replace(scenario, deleted_share=0.0, addressable=1e12)
    course = run(plain, 2)
    assert registered_on_day(plain, 30.4375) == pytest.approx(course.registered[0], rel=1e-6, abs=1e-6)
    with pytest.raises(ValueError, match="first two months"):
        registered_on_day(plain, 100)


@pytest.mark.parametrize("lever", ["word_of_mouth", "survival_12", "bought"])
def test_what_must_be_true_is_enough_and_less_is_not(lever: str) -> None:
    """The needed value meets the goal, and one that is a hundredth smaller does not."""
    scenario = Scenario(500e6, 0.31, Retention(0.8, 0.796), [Wave(30_000, 100)], [2.3e6])
    for goal in (Goal(60e6, 30, "active"), Goal(120e6, 12), Goal(30e6, 36, "active")):
        found = need(scenario, goal, lever)  # type: ignore[arg-type]
        assert found.needed is not None

        def with_value(value: float) -> Scenario:
            if lever == "word_of_mouth":
                return structs.replace(scenario, word_of_mouth=value)
            if lever == "bought":
                return structs.replace(scenario, bought=[value])
            beta = beta_for(0.8, value, 12)
            assert beta is not None
            return structs.replace(scenario, retention=Retention(0.8, beta))

        assert reached(run(with_value(found.needed), goal.by_month + 1), goal)
        assert not reached(run(with_value(found.needed * 0.99), goal.by_month + 1), goal)


def test_what_no_lever_can_do() -> None:
    """More people than there are come by nothing; what is there already needs nothing."""
    scenario = Scenario(1e6, 0.3, Retention(0.8, 0.8), [Wave(10, 100)])
    assert need(scenario, Goal(2e6, 12), "bought").needed is None
    assert need(scenario, Goal(500, 12), "bought").needed == 0
    assert need(scenario, Goal(500, 12), "word_of_mouth").needed == 0


def test_levers_are_told_in_bought_people() -> None:
    """A step of buying is worth itself; better retention is worth something where buying is; without people, nothing is worth anything."""
    scenario = Scenario(500e6, 0.31, Retention(0.8, 0.796), [Wave(30_000, 100)], [2.3e6])
    found = {one.lever: one for one in levers(scenario, 37)}
    assert set(found) == {"word_of_mouth", "first_month", "bought", "waves"}
    assert found["bought"].worth_bought == pytest.approx(found["bought"].step)
    assert all(one.active_mean > 0 and one.registered > 0 for one in found.values())
    assert (found["first_month"].worth_bought or 0) > 1e6
    nobody = Scenario(1e6, 0.0, Retention(0.8, 0.8))
    assert {one.lever: one.active for one in levers(nobody, 12)}["first_month"] == 0
    assert month_reaching([1, 2], 3) is None
