"""Waves: an order to invite goes out, some of those invited come, and they come over days.

Each inviter has a response of her own, Beta-distributed about the mean, and of her quota a binomial number comes: the sum is
over-dispersed. When they come is log-normal in days.
"""

from __future__ import annotations

import math
from itertools import pairwise

from laiwang.growth.forecast.model import Wave

__all__ = ["DAYS_PER_MONTH", "arrived", "by_month", "ceiling", "expected", "variance"]

#: the mean month of the calendar
DAYS_PER_MONTH = 30.4375


def ceiling(wave: Wave) -> float:
    """How many are invited: as many come if everybody does."""
    return float(wave.inviters) * wave.quota


def expected(wave: Wave) -> float:
    """How many come in the mean."""
    return ceiling(wave) * wave.response


def variance(wave: Wave) -> float:
    """Variance of how many come: that of a sum of Beta-binomial counts, one for each inviter."""
    each = wave.quota * wave.response * (1 - wave.response) * (1 + (wave.quota - 1) * wave.overdispersion)
    return wave.inviters * each


def arrived(wave: Wave, days: float) -> float:
    """The share of those who will come that has come so many days after the order."""
    if days <= 0:
        return 0.0
    return 0.5 * (1 + math.erf(math.log(days / wave.median_days) / (wave.spread * math.sqrt(2))))


def by_month(wave: Wave, months: int) -> list[float]:
    """The share that comes in each month of the forecast, the wave's own beginning considered. What would come later is left out."""
    ends = [arrived(wave, DAYS_PER_MONTH * max(0, month - wave.month + 1)) for month in range(-1, months)]
    return [later - earlier for earlier, later in pairwise(ends)]
