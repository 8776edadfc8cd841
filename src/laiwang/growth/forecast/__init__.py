"""Forecast: how many people there will be, how sure that is, and what would have to be true.

Waves of invitations, advertising, word of mouth and retention make a course month by month; drawn parameters make a fan about it. It can be
fitted to the server's own figures. What needs NumPy and SciPy (`laiwang[forecast]`) says so. Our own API, below /api/v1/admin, and the
command `laiwang forecast`. The front door is `Forecast`; questions are `ForecastAsked`, answers `ForecastAnswer`.
"""

from laiwang.growth.forecast.examples import GOALS, PRESS_DAYS, example
from laiwang.growth.forecast.feature import Forecast
from laiwang.growth.forecast.model import (
    ForecastAnswer,
    ForecastAsked,
    Goal,
    Need,
    ObservedCohort,
    OwnData,
    OwnDataAsked,
    Scenario,
)
from laiwang.growth.forecast.rules.answering import AskedWrongly, ExtraMissing, answer, has_extra, own_data
from laiwang.growth.forecast.rules.course import registered_on_day

__all__ = [
    "GOALS",
    "PRESS_DAYS",
    "AskedWrongly",
    "ExtraMissing",
    "Forecast",
    "ForecastAnswer",
    "ForecastAsked",
    "Goal",
    "Need",
    "ObservedCohort",
    "OwnData",
    "OwnDataAsked",
    "Scenario",
    "answer",
    "example",
    "has_extra",
    "own_data",
    "registered_on_day",
]
