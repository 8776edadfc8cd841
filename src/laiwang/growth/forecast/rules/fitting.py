"""Fits: Bass to dated counts, the shifted beta-geometric curve to cohorts, word of mouth to newcomers. Needs NumPy and SciPy.

Counts are fitted in relative errors, so that the small early ones, which say how it began, weigh as much as the late ones.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares, minimize, nnls

from laiwang.growth.forecast.model import ObservedCohort, Retention
from laiwang.growth.forecast.rules.bass import adopted

__all__ = ["BassFit", "WordOfMouth", "fit_bass", "fit_retention", "fit_word_of_mouth", "likelihood"]

Numbers = NDArray[np.float64]
#: where searches begin: q per month, and m as so many times of the largest count
STARTS = ((0.08, 1.2), (0.15, 1.5), (0.15, 2.5), (0.25, 4.0))
P_START = 0.004
EVALUATIONS_MAX = 800
#: logarithms beyond which parameters mean nothing
BOUND = 25.0
ACTIVATION_MAX = 0.9999
RETENTION_STARTS = tuple(
    Retention(alpha, beta, activation) for activation in (0.6, 0.95) for alpha, beta in ((0.5, 1.0), (1.0, 4.0))
)


@dataclass(frozen=True, slots=True)
class BassFit:
    """p and q per month, m people in the end, and the largest relative error over the points."""

    p: float
    q: float
    m: float
    error_max: float

    def at(self, months: float) -> float:
        """How many there are at a time."""
        return self.m * adopted(self.p, self.q, months)


@dataclass(frozen=True, slots=True)
class WordOfMouth:
    """Newcomers per active person and month, newcomers of other origin per month, and what is left over, by month."""

    word_of_mouth: float
    bought: float
    residuals: list[float]


def fit_bass(points: Sequence[tuple[float, float]], near: BassFit | None = None) -> BassFit:
    """Of (months since the beginning, people); it is looked for `near` another fit, or else from several sides. Raises ValueError for
    fewer than four points: three numbers are asked of them."""
    if len(points) < 4:
        raise ValueError("at least four points are needed")
    months = np.array([point[0] for point in points])
    people = np.array([point[1] for point in points])
    if months.min() <= 0 or people.min() <= 0:
        raise ValueError("times and counts have to be positive")

    def errors(logs: Numbers) -> Numbers:
        p, q, m = np.exp(np.clip(logs, -BOUND, BOUND))
        gone = np.exp(-np.minimum((p + q) * months, 500.0))
        return np.asarray(m * (1 - gone) / (1 + q / p * gone) / people - 1)

    best = None
    starts = (
        [(P_START, q, times * float(people.max())) for q, times in STARTS]
        if near is None
        else [(near.p, near.q, near.m)]
    )
    for start in starts:
        found = least_squares(errors, [math.log(one) for one in start], method="lm", max_nfev=EVALUATIONS_MAX)
        if best is None or found.cost < best.cost:
            best = found
    assert best is not None
    p, q, m = np.exp(np.clip(best.x, -BOUND, BOUND))
    return BassFit(float(p), float(q), float(m), float(np.abs(errors(best.x)).max()))


def likelihood(cohorts: Sequence[ObservedCohort], retention: Retention) -> float:
    """Logarithm of the likelihood of who is active, by binomials; constants left out."""
    return -_loss(_logs(retention), *_arrays(cohorts))


def _logs(retention: Retention) -> Numbers:
    activation = min(retention.activation, ACTIVATION_MAX)
    return np.array([math.log(activation / (1 - activation)), math.log(retention.alpha), math.log(retention.beta)])


def _arrays(cohorts: Sequence[ObservedCohort]) -> tuple[NDArray[np.int64], Numbers, Numbers]:
    return (
        np.array([one.age for one in cohorts]),
        np.array([float(one.people) for one in cohorts]),
        np.array([float(one.active) for one in cohorts]),
    )


def _loss(logs: Numbers, ages: NDArray[np.int64], people: Numbers, active: Numbers) -> float:
    bounded = np.clip(logs, -BOUND, BOUND)
    activation = 1 / (1 + math.exp(-bounded[0]))
    alpha, beta = np.exp(bounded[1:])
    steps = np.arange(1, int(ages.max()) + 1)
    curve = np.concatenate([[1.0], np.cumprod((beta + steps - 1) / (alpha + beta + steps - 1))])
    share = np.clip(activation * curve[ages], 1e-9, 1 - 1e-9)
    return float(-np.sum(active * np.log(share) + (people - active) * np.log1p(-share)))


def fit_retention(cohorts: Sequence[ObservedCohort], near: Retention | None = None) -> Retention:
    """The curve that makes it likeliest who is active of each cohort; it is looked for `near` another, or else from several sides. Raises
    ValueError for fewer than three ages with anybody."""
    told = [one for one in cohorts if one.people > 0]
    if len({one.age for one in told}) < 3:
        raise ValueError("cohorts of at least three ages are needed")
    arrays = _arrays(told)
    best = None
    for start in RETENTION_STARTS if near is None else (near,):
        is_first = near is None
        options = {
            "maxiter": 2000 if is_first else 150,
            "xatol": 1e-5 if is_first else 1e-2,
            "fatol": 1e-6 if is_first else 1e-2,
        }
        found = minimize(_loss, _logs(start), args=arrays, method="Nelder-Mead", options=options)
        if best is None or found.fun < best.fun:
            best = found
    assert best is not None
    logs = np.clip(best.x, -13.0, 13.0)  # e^13: a curve that hardly bends or hardly falls
    alpha, beta = np.exp(logs[1:])
    return Retention(float(alpha), float(beta), float(1 / (1 + math.exp(-logs[0]))))


def fit_word_of_mouth(
    newcomers: Sequence[float], active: Sequence[float], registered: Sequence[float], addressable: float
) -> WordOfMouth:
    """v and B of n_t = (v·A_{t−1} + B)·(1 − R_{t−1}/M), neither negative, by least squares.

    `active` and `registered` are those of the end of the month before each of `newcomers`. Raises ValueError for fewer than three months.
    """
    if len(newcomers) < 3:
        raise ValueError("at least three months are needed")
    room = np.maximum(0.0, 1 - np.array(registered) / addressable)
    columns = np.column_stack([np.array(active) * room, room])
    scale = np.maximum(columns.max(axis=0), 1e-12)
    values, _ = nnls(columns / scale, np.array(newcomers, dtype=np.float64))
    v, bought = values / scale
    return WordOfMouth(float(v), float(bought), (np.array(newcomers) - columns @ np.array([v, bought])).tolist())
