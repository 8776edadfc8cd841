"""Many courses at once, of parameters drawn at random, and the fan that they make. Needs NumPy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from laiwang.growth.forecast.model import Fan, Goal, Sample, Scenario, Uncertainty, Wave
from laiwang.growth.forecast.rules.course import bought_in
from laiwang.growth.forecast.rules.waves import by_month, ceiling

__all__ = ["Drawn", "chance", "draw", "fan"]

Numbers = NDArray[np.float64]
#: beyond so many inviters the sum of their responses is normal, and is drawn as such
INVITERS_MAX = 200
#: below it inviters do not differ, as far as numbers can tell
OVERDISPERSION_MIN = 1e-9
DRAWS_PER_STEP = 100


@dataclass(frozen=True, slots=True)
class Drawn:
    """Courses: a row for each draw, a column for each month."""

    registered: Numbers
    active: Numbers


def draw(
    scenario: Scenario,
    uncertainty: Uncertainty,
    months: int,
    draws: int,
    seed: int,
    samples: Sequence[Sample] = (),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Drawn:
    """So many courses. With `samples` (of a fit) word of mouth, buying and retention come from them and not from the uncertainty."""
    random = np.random.default_rng(seed)
    registered, active = [], []
    for begin in range(0, draws, DRAWS_PER_STEP):
        progress(begin, draws)
        some = _courses(scenario, uncertainty, months, min(DRAWS_PER_STEP, draws - begin), random, samples)
        registered.append(some[0])
        active.append(some[1])
    progress(draws, draws)
    return Drawn(np.vstack(registered), np.vstack(active))


def _courses(
    scenario: Scenario,
    uncertainty: Uncertainty,
    months: int,
    draws: int,
    random: np.random.Generator,
    samples: Sequence[Sample],
) -> tuple[Numbers, Numbers]:
    past = len(scenario.history)
    most = scenario.addressable * _factor(random, uncertainty.addressable, draws)
    most = np.maximum(most, float(sum(scenario.history)))
    if samples:
        picked = [samples[number] for number in random.integers(0, len(samples), draws)]
        v = np.array([one.word_of_mouth for one in picked])
        bought = np.array([one.bought for one in picked])[:, None] * np.ones(months)
        alpha = np.array([one.retention.alpha for one in picked])
        beta = np.array([one.retention.beta for one in picked])
        activation = np.array([one.retention.activation for one in picked])
    else:
        v = scenario.word_of_mouth * _factor(random, uncertainty.word_of_mouth, draws)
        plan = np.array([bought_in(scenario, month) for month in range(months)])
        bought = _factor(random, uncertainty.bought, draws)[:, None] * plan
        alpha = np.full(draws, scenario.retention.alpha)
        beta = scenario.retention.beta * _factor(random, uncertainty.retention, draws)
        activation = np.full(draws, scenario.retention.activation)
    stays = _survival(alpha, beta, activation, past + months)
    waves = np.zeros((draws, months))
    for wave in scenario.waves:
        waves += _responses(wave, uncertainty.response, draws, random)[:, None] * np.array(by_month(wave, months))
    cohorts = np.zeros((draws, past + months))
    registered, active = np.zeros(draws), np.zeros(draws)
    all_registered, all_active = np.zeros((draws, months)), np.zeros((draws, months))
    for at in range(past + months):
        month = at - past
        dormant = np.maximum(0.0, registered - active)
        if month < 0:
            cohorts[:, at] = scenario.history[at]
        else:
            room = np.maximum(0.0, 1 - registered / most)
            come = waves[:, month] + bought[:, month] * room + v * active * room
            cohorts[:, at] = np.minimum(np.maximum(0.0, most - registered), come)
        registered = registered + cohorts[:, at] - (scenario.deleted_share * dormant if month >= 0 else 0.0)
        base = np.minimum(registered, np.einsum("ij,ij->i", cohorts[:, : at + 1], stays[:, at::-1]))
        active = base + scenario.resurrected_share * (registered - base)
        if month >= 0:
            all_registered[:, month], all_active[:, month] = registered, active
    return all_registered, all_active


def _factor(random: np.random.Generator, deviation: float, draws: int) -> Numbers:
    """Log-normal factors about 1; the same random numbers are used up whatever the deviation is."""
    return np.exp(deviation * random.standard_normal(draws))


def _survival(alpha: Numbers, beta: Numbers, activation: Numbers, months: int) -> Numbers:
    ages = np.arange(1, months + 1)[None, :]
    steps = (beta[:, None] + ages - 1) / (alpha[:, None] + beta[:, None] + ages - 1)
    return np.asarray(activation[:, None] * np.cumprod(np.hstack([np.ones((len(alpha), 1)), steps]), axis=1))


def _responses(wave: Wave, deviation: float, draws: int, random: np.random.Generator) -> Numbers:
    """How many come of a wave: the mean response is uncertain, and about it inviters differ (Beta-binomial)."""
    mean = np.clip(wave.response * _factor(random, deviation if wave.response < 1 else 0.0, draws), 0.0, 1.0)
    if ceiling(wave) == 0:
        return np.zeros(draws)
    rho = wave.overdispersion
    if wave.inviters > INVITERS_MAX or rho < OVERDISPERSION_MIN:
        spread = np.sqrt(wave.inviters * wave.quota * mean * (1 - mean) * (1 + (wave.quota - 1) * rho))
        came = mean * ceiling(wave) + spread * random.standard_normal(draws)
        return np.clip(came, 0.0, ceiling(wave))
    inside = np.clip(mean, 1e-9, 1 - 1e-9)[:, None]
    size = (draws, wave.inviters)
    each = random.beta(
        np.broadcast_to(inside * (1 / rho - 1), size), np.broadcast_to((1 - inside) * (1 / rho - 1), size)
    )
    came = random.binomial(wave.quota, each).sum(axis=1).astype(np.float64)
    return np.where(mean >= 1, ceiling(wave), np.where(mean <= 0, 0.0, came))


def fan(rows: Numbers) -> Fan:
    """The 10, 50 and 90 % quantiles of each column."""
    low, middle, high = np.quantile(rows, [0.1, 0.5, 0.9], axis=0)
    return Fan(low.tolist(), middle.tolist(), high.tolist())


def chance(drawn: Drawn, goal: Goal) -> float:
    """In which share of the draws a goal is met in time."""
    rows = drawn.registered if goal.measure == "registered" else drawn.active
    return float(np.mean(rows[:, : goal.by_month + 1].max(axis=1) >= goal.people))
