"""How long people stay: the shifted beta-geometric curve of Fader and Hardie, and what follows from it.

S(a) is the share of those who came in a month who are active `a` months later; S(0) is the month in which they came. People differ in
how likely they are to stop after a month; that chance is Beta(α, β) among them, so that those who stay are more and more those who stay.
Source: P. Fader, B. Hardie, "How to project customer retention" (2007).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

__all__ = [
    "beta_for",
    "expected_months",
    "growth_rate",
    "lifted",
    "reproduction",
    "survival",
    "word_of_mouth_for",
]

RATE_MAX = 5.0
BISECTIONS = 100


def survival(alpha: float, beta: float, months: int, activation: float = 1.0) -> list[float]:
    """S(0) … S(months). `activation` is the share of newcomers who are active in their first month at all."""
    curve = [activation]
    for age in range(1, months + 1):
        curve.append(curve[-1] * (beta + age - 1) / (alpha + beta + age - 1))
    return curve


def lifted(curve: Sequence[float], points: float) -> list[float]:
    """The curve with S(1) higher by `points` of a share: whoever is won in the first month then stays like the others."""
    if len(curve) < 2 or curve[1] <= 0:
        return list(curve)
    factor = min(curve[1] + points, curve[0]) / curve[1]
    return [curve[0], *(min(curve[0], share * factor) for share in curve[1:])]


def beta_for(alpha: float, share: float, age: int, activation: float = 1.0) -> float | None:
    """The β with which S(age) is `share`; None where no curve with this α gets there."""
    if not 0 < share < activation:
        return None
    low, high = 1e-9, 1e9

    def at(beta: float) -> float:
        return survival(alpha, beta, age, activation)[age]

    if not at(low) < share < at(high):
        return None
    for _ in range(BISECTIONS):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if at(middle) < share else (low, middle)
    return math.sqrt(low * high)


def expected_months(curve: Sequence[float], months: int) -> float:
    """Σ S(a) for a < months: how many of the first months a newcomer is active in."""
    return math.fsum(curve[:months])


def reproduction(word_of_mouth: float, curve: Sequence[float], months: int) -> float:
    """How many newcomers one newcomer brings within so many months, by word of mouth; growth lasts by itself only above 1."""
    return word_of_mouth * expected_months(curve, months)


def word_of_mouth_for(curve: Sequence[float], months: int, reproduction: float = 1.0) -> float:
    """Newcomers per active person and month with which this reproduction number is met; infinite where nobody is ever active."""
    spent = expected_months(curve, months)
    return reproduction / spent if spent > 0 else math.inf


def growth_rate(word_of_mouth: float, curve: Sequence[float]) -> float:
    """The rate r per month (continuous) at which word of mouth alone grows or shrinks in the long run, far below saturation.

    It is the root of 1 = Σ v·S(a−1)·e^(−ra) over the months a ≥ 1 of the curve (Euler–Lotka); −∞ where nobody brings anybody.
    """
    if word_of_mouth <= 0 or curve[0] <= 0:
        return -math.inf

    mouth = math.log(word_of_mouth)

    def brought(rate: float) -> float:
        exponents = (mouth + math.log(share) - rate * age for age, share in enumerate(curve, 1) if share > 0)
        return math.fsum(math.exp(min(one, 700.0)) for one in exponents)

    low, high = -RATE_MAX, RATE_MAX
    while brought(low) < 1:
        low *= 2
    while brought(high) > 1:
        high *= 2
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        low, high = (middle, high) if brought(middle) > 1 else (low, middle)
    return (low + high) / 2
