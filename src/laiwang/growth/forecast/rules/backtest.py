"""Fits to a server's own cohorts, and how good they would have been before. Needs NumPy and SciPy.

From each earlier month the months after it are forecast with what was known then: the error is the mean absolute one as a share (MAPE),
the coverage the share of outcomes that lay within the 10–90 % fan.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from laiwang.growth.forecast.model import (
    Backtested,
    Calibrated,
    ObservedCohort,
    Retention,
    Sample,
    Scenario,
    Uncertainty,
)
from laiwang.growth.forecast.rules.course import curve_of, run
from laiwang.growth.forecast.rules.draws import draw
from laiwang.growth.forecast.rules.fitting import fit_bass, fit_retention, fit_word_of_mouth

__all__ = ["backtest", "backtest_bass", "calibrate"]

#: months that a fit must have, and months that are forecast from each
ORIGIN_MIN = 6
AHEAD = 3
WORD_OF_MOUTH_MAX = 10.0
DRAWS = 60


def calibrate(
    cohorts: Sequence[ObservedCohort],
    addressable: float,
    draws: int,
    seed: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Calibrated:
    """A scenario fitted to cohorts (the oldest first, without gaps), and draws of a bootstrap: of each cohort other people might have
    stayed, and of each month other newcomers might have come. Raises ValueError where there are too few."""
    history = [float(one.people) for one in cohorts]
    retention = fit_retention(cohorts)
    plain = _fit(history, retention, addressable)
    random = np.random.default_rng(seed)
    samples = []
    for number in range(draws):
        progress(number, draws)
        again = [
            ObservedCohort(
                one.age, one.people, int(random.binomial(one.people, min(1.0, one.active / max(1, one.people))))
            )
            for one in cohorts
        ]
        stays = fit_retention(again, retention)
        counted = [float(random.poisson(people)) for people in history]
        word_of_mouth, bought, residuals = _fit(counted, stays, addressable)
        # what the months themselves differ by, beyond chance, moves the level as well
        shift = float(np.mean(random.choice(residuals, len(residuals)))) if residuals else 0.0
        samples.append(Sample(word_of_mouth, max(0.0, bought + shift), stays))
    progress(draws, draws)
    scenario = Scenario(addressable, plain[0], retention, [], [plain[1]], history=history)
    return Calibrated(scenario, samples)


def _fit(history: Sequence[float], retention: Retention, addressable: float) -> tuple[float, float, list[float]]:
    """(v, B, residuals) of newcomers by month, with who was active before each told by the curve."""
    known = Scenario(addressable, 0.0, retention, history=list(history))
    curve = curve_of(retention, len(history))
    active, registered, total = [], [], 0.0
    for month in range(1, len(history)):
        total += known.history[month - 1]
        registered.append(total)
        active.append(math.fsum(size * curve[month - 1 - came] for came, size in enumerate(history[:month])))
    found = fit_word_of_mouth(history[1:], active, registered, addressable)
    return min(WORD_OF_MOUTH_MAX, found.word_of_mouth), found.bought, found.residuals


def backtest(
    history: Sequence[float],
    retention: Retention,
    addressable: float,
    seed: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Backtested | None:
    """Registered people forecast up to three months ahead from each month after the sixth; None where there is none.

    How people stay is taken as it is known today: what was known of it then is not kept.
    """
    outcomes: list[tuple[float, float, float, float]] = []
    origins = range(ORIGIN_MIN, len(history))
    random = np.random.default_rng(seed)
    for number, origin in enumerate(origins):
        progress(number, len(origins))
        known = list(history[:origin])
        samples, ahead = [], min(AHEAD, len(history) - origin)
        for _ in range(DRAWS):
            word_of_mouth, bought, residuals = _fit(
                [float(random.poisson(one)) for one in known], retention, addressable
            )
            shift = float(random.choice(residuals))
            samples.append(Sample(word_of_mouth, max(0.0, bought + shift), retention))
        word_of_mouth, bought, _ = _fit(known, retention, addressable)
        scenario = Scenario(addressable, word_of_mouth, retention, [], [bought], history=known)
        central = run(scenario, ahead).registered
        drawn = draw(scenario, Uncertainty(0, 0, 0, 0, 0), ahead, DRAWS, seed + origin, samples).registered
        low, high = np.quantile(drawn, [0.1, 0.9], axis=0)
        for month in range(ahead):
            came = math.fsum(history[: origin + month + 1])
            outcomes.append((came, central[month], float(low[month]), float(high[month])))
    progress(1, 1)
    return _judged(outcomes)


def backtest_bass(points: Sequence[tuple[float, float]], seed: int, ahead: int = 2) -> Backtested | None:
    """Dated counts forecast from each count after the fourth by Bass's curve, the fan by its errors drawn again."""
    outcomes: list[tuple[float, float, float, float]] = []
    random = np.random.default_rng(seed)
    for origin in range(5, len(points)):
        known = points[:origin]
        fitted = fit_bass(known)
        errors = [people / fitted.at(months) - 1 for months, people in known]
        scale = math.sqrt(len(known) / (len(known) - 3))  # three numbers were fitted, and made the errors smaller
        again = [
            fit_bass(
                [(months, fitted.at(months) * (1 + scale * float(random.choice(errors)))) for months, _ in known],
                fitted,
            )
            for _ in range(DRAWS)
        ]
        for months, people in points[origin : origin + ahead]:
            told = [one.at(months) * (1 + scale * float(random.choice(errors))) for one in again]
            low, high = np.quantile(told, [0.1, 0.9])
            outcomes.append((people, fitted.at(months), float(low), float(high)))
    return _judged(outcomes)


def _judged(outcomes: Sequence[tuple[float, float, float, float]]) -> Backtested | None:
    """Of (outcome, forecast, low, high)."""
    told = [one for one in outcomes if one[0] > 0]
    if not told:
        return None
    return Backtested(
        len(told),
        math.fsum(abs(forecast / came - 1) for came, forecast, _, _ in told) / len(told),
        sum(low <= came <= high for came, _, low, high in told) / len(told),
    )
