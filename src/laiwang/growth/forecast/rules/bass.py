"""Diffusion after Bass: some come by themselves (p), most because of those who are there (q), until m have come.

Source: F. Bass, "A new product growth model for consumer durables" (1969). Time in months.
"""

from __future__ import annotations

import math

__all__ = ["adopted", "month_of", "word_of_mouth"]


def adopted(p: float, q: float, months: float) -> float:
    """F(t), the share of all who will ever come that has come."""
    if months <= 0:
        return 0.0
    gone = math.exp(-(p + q) * months)
    return (1 - gone) / (1 + q / p * gone)


def month_of(p: float, q: float, share: float) -> float:
    """The time at which this share has come; the inverse of `adopted`."""
    if not 0 <= share < 1:
        return math.inf
    return math.log((1 + q / p * share) / (1 - share)) / (p + q)


def word_of_mouth(q: float, active_share: float) -> float:
    """v, newcomers per active person and month, where this share of those who came is active: q = v·ā."""
    return q / active_share
