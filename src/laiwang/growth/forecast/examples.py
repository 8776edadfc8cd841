"""The built-in example: Laiwang in the autumn of 2013, and the figures of its rivals as the press had them.

On 21 October 2013 each of 30,000 employees was told to invite 100 people; a month later there were ten million. The rival to catch had
some 400 million registered and 200 million active people.
"""

from __future__ import annotations

from datetime import date

from laiwang.growth.forecast.model import Goal, Retention, Scenario, Uncertainty, Wave

__all__ = [
    "ACTIVE_SHARE_OF_RIVAL",
    "CURVES",
    "EXAMPLES",
    "GOALS",
    "LAUNCH",
    "MONTHLY_ACTIVE",
    "PRESS_DAYS",
    "PRESS_PEOPLE",
    "REGISTERED",
    "RIVAL_ACTIVE",
    "UNCERTAINTY",
    "example",
    "months_since",
]

DAYS_PER_MONTH = 30.4375
MILLION = 1e6
#: people with a mobile phone on the internet
ADDRESSABLE = 500 * MILLION
#: q of the rival's curve, and half of its people active: newcomers per active person and month
WORD_OF_MOUTH = 0.31
ORDER = Wave(inviters=30_000, quota=100, response=1.0, overdispersion=0.05, median_days=20.0, spread=0.7)
#: so much advertising and so many portals brought the ten million of the first month, and what was assumed to go on
BOUGHT_FIRST = 7 * MILLION
BOUGHT = 2.3 * MILLION
#: curves whose S(12) is the activity of whom they are named after: Laiwang 10 %, Momo 18 %, WeChat 50 %
CURVES: dict[str, Retention] = {
    "laiwang": Retention(alpha=0.8, beta=0.796),
    "momo": Retention(alpha=0.7, beta=1.265),
    "wechat": Retention(alpha=0.35, beta=2.225),
}
RIVAL_ACTIVE = 200 * MILLION
ACTIVE_SHARE_OF_RIVAL = 0.3
#: 30 % of the rival's registered people, by two counts, and of its active ones
GOALS = [
    Goal(people=120 * MILLION, by_month=24),
    Goal(people=150 * MILLION, by_month=24),
    Goal(people=RIVAL_ACTIVE * ACTIVE_SHARE_OF_RIVAL, by_month=36, measure="active"),
]
UNCERTAINTY = Uncertainty()
#: the press counted ten million between these days after the order
PRESS_DAYS = (32, 36)
PRESS_PEOPLE = 10 * MILLION

#: the rival began on this day
LAUNCH = date(2011, 1, 21)
#: registered, in millions; the days of the first and the last are those of mid-month
REGISTERED: list[tuple[date, float]] = [
    (date(2011, 11, 15), 50),
    (date(2012, 3, 29), 100),
    (date(2012, 9, 17), 200),
    (date(2013, 1, 15), 300),
    (date(2013, 7, 15), 400),
]
#: active in a month, in millions: the press in May 2013, the quarterly reports after that
MONTHLY_ACTIVE: list[tuple[date, float]] = [
    (date(2013, 5, 8), 190),
    (date(2013, 6, 30), 235.8),
    (date(2013, 9, 30), 271.9),
    (date(2013, 12, 31), 355),
    (date(2014, 3, 31), 396),
    (date(2014, 6, 30), 438),
    (date(2014, 9, 30), 468.1),
    (date(2014, 12, 31), 500),
    (date(2015, 3, 31), 549),
    (date(2015, 6, 30), 600),
    (date(2015, 9, 30), 650),
    (date(2015, 12, 31), 697),
]


def months_since(begin: date, day: date) -> float:
    """Time between two days."""
    return (day - begin).days / DAYS_PER_MONTH


def scenario(curve: str, bought: list[float]) -> Scenario:
    """The order of 2013 with the retention of one of the three."""
    return Scenario(
        addressable=ADDRESSABLE,
        word_of_mouth=WORD_OF_MOUTH,
        retention=CURVES[curve],
        waves=[ORDER],
        bought=bought,
    )


#: by name: the wave alone, and the wave with what was bought besides
EXAMPLES: dict[str, Scenario] = {
    **{f"2013-{curve}-wave": scenario(curve, []) for curve in CURVES},
    **{f"2013-{curve}": scenario(curve, [BOUGHT_FIRST, BOUGHT]) for curve in CURVES},
}


def example(name: str) -> Scenario | None:
    """A built-in scenario; "2013" alone is the one with Laiwang's own retention."""
    return EXAMPLES.get("2013-laiwang" if name == "2013" else name)
