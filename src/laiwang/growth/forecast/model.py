"""The words of the forecast: what is assumed, what is asked and what is answered. People are counted as numbers, time in months."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

__all__ = [
    "LEVERS",
    "MEASURES",
    "MONTHS_MAX",
    "Backtested",
    "Calibrated",
    "Curve",
    "Fan",
    "ForecastAnswer",
    "ForecastAsked",
    "ForecastExamples",
    "Goal",
    "Lacking",
    "Lever",
    "Need",
    "NeedOf",
    "Observed",
    "ObservedCohort",
    "OwnData",
    "OwnDataAsked",
    "Reached",
    "Retention",
    "Sample",
    "Scenario",
    "Summary",
    "Uncertainty",
    "Wave",
    "WhichLacking",
    "WhichLever",
    "WhichMeasure",
]

MONTHS_MAX = 120
People = Annotated[float, Meta(ge=0, le=1e11)]
Share = Annotated[float, Meta(ge=0, le=1)]
Month = Annotated[int, Meta(ge=0, lt=MONTHS_MAX)]
WhichLacking = Literal["months", "large_months", "people", "active"]
WhichLever = Literal["word_of_mouth", "first_month", "bought", "waves"]
WhichMeasure = Literal["registered", "active"]
MEASURES: tuple[WhichMeasure, ...] = ("registered", "active")
NeedOf = Literal["word_of_mouth", "survival_12", "bought"]
LEVERS: tuple[NeedOf, ...] = ("word_of_mouth", "survival_12", "bought")


class Wave(Struct, forbid_unknown_fields=True):
    """So many inviters are told to invite so many each. `response` is the share of those invited who come, in the mean; `overdispersion`
    (the correlation within the invited of one inviter) says how far inviters differ. They come over days, log-normally about `median_days`
    with `spread`, from the beginning of `month` on."""

    inviters: Annotated[int, Meta(ge=0, le=10**8)]
    quota: Annotated[int, Meta(ge=0, le=10**5)]
    response: Share = 1.0
    overdispersion: Annotated[float, Meta(ge=0, le=0.99)] = 0.05
    median_days: Annotated[float, Meta(gt=0, le=3650)] = 20.0
    spread: Annotated[float, Meta(ge=0.01, le=5)] = 0.7
    month: Month = 0


class Retention(Struct, forbid_unknown_fields=True):
    """The shifted beta-geometric curve; `activation` is the share of newcomers who are active in the month in which they come."""

    alpha: Annotated[float, Meta(ge=1e-9, le=1e6)]
    beta: Annotated[float, Meta(ge=1e-9, le=1e6)]
    activation: Annotated[float, Meta(ge=1e-6, le=1)] = 1.0


class Scenario(Struct, forbid_unknown_fields=True):
    """What is assumed. `word_of_mouth` are newcomers who stay to be counted, per active person and month; `bought` those who come by
    advertising in each month, the last figure goes on; `addressable` is everybody who could come. `deleted_share` and `resurrected_share`
    are shares of the dormant, per month. `history` are newcomers of the months before, the oldest first."""

    addressable: Annotated[float, Meta(ge=1, le=1e11)]
    word_of_mouth: Annotated[float, Meta(ge=0, le=10)]
    retention: Retention
    waves: Annotated[list[Wave], Meta(max_length=24)] = []
    bought: Annotated[list[People], Meta(max_length=MONTHS_MAX)] = []
    deleted_share: Share = 0.0
    resurrected_share: Share = 0.0
    history: Annotated[list[People], Meta(max_length=MONTHS_MAX)] = []


class Uncertainty(Struct, frozen=True, forbid_unknown_fields=True):
    """How far the assumptions may be off: standard deviations of the logarithm (0.2 is about 20 %). `retention` moves β of the curve."""

    word_of_mouth: Annotated[float, Meta(ge=0, le=2)] = 0.2
    retention: Annotated[float, Meta(ge=0, le=2)] = 0.2
    bought: Annotated[float, Meta(ge=0, le=2)] = 0.2
    response: Annotated[float, Meta(ge=0, le=2)] = 0.2
    addressable: Annotated[float, Meta(ge=0, le=2)] = 0.05


class Sample(Struct, forbid_unknown_fields=True):
    """One set of fitted parameters, as one draw of a bootstrap gave them."""

    word_of_mouth: Annotated[float, Meta(ge=0, le=10)]
    bought: People
    retention: Retention


class Goal(Struct, forbid_unknown_fields=True):
    """So many people at the end of a month, or before."""

    people: Annotated[float, Meta(gt=0, le=1e11)]
    by_month: Month
    measure: WhichMeasure = "registered"


class ForecastAsked(Struct, forbid_unknown_fields=True):
    """A question. Either `example` names a built-in one, or `scenario` says everything. `draws` 0 asks for no fans; the same `seed` draws
    the same. `contacts` is how many people somebody knows, for the density."""

    scenario: Scenario | None = None
    example: Annotated[str, Meta(max_length=64)] | None = None
    months: Annotated[int, Meta(ge=1, le=MONTHS_MAX)] = 37
    draws: Annotated[int, Meta(ge=0, le=2000)] = 400
    seed: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 2013
    uncertainty: Uncertainty = Uncertainty()
    samples: Annotated[list[Sample], Meta(max_length=2000)] = []
    goals: Annotated[list[Goal], Meta(max_length=8)] = []
    contacts: Annotated[float, Meta(ge=0, le=10_000)] = 150.0


class Fan(Struct):
    """By month: one in ten draws is below `low`, half are below `middle`, one in ten is above `high`."""

    low: list[float]
    middle: list[float]
    high: list[float]


class Curve(Struct):
    """One measure by month: what the assumptions give as they stand, and the fan when there were draws."""

    central: list[float]
    fan: Fan | None


class Summary(Struct):
    """What the assumptions mean. `reproduction` are newcomers whom one newcomer brings in 36 months, `growth_rate` the continuous rate per
    month of word of mouth alone far below saturation (null when nobody brings anybody), `active_months` the months out of 36 in which a
    newcomer is active, `word_of_mouth_needed` the word of mouth with which a newcomer replaces herself within 12 months."""

    survival_1: float
    survival_12: float
    active_months: float
    reproduction: float
    growth_rate: float | None
    word_of_mouth_needed: float


class Reached(Struct):
    """When a goal is met (null: not within the horizon), and in which share of the draws it is met in time."""

    goal: Goal
    month: int | None
    chance: float | None


class Lever(Struct):
    """What a small step of one lever changes: who is registered and active at the end of the horizon, and who is active in its mean month.
    `worth_bought` is how many bought newcomers, spread over the horizon, add as much to the mean (null where buying adds nothing): the step
    is cheaper than advertising while it costs less than they."""

    lever: WhichLever
    step: float
    registered: float
    active: float
    active_mean: float
    worth_bought: float | None


class Need(Struct):
    """What must be true: the value that one lever must have, all else as assumed, for a goal to be met; null where none is enough."""

    goal: Goal
    lever: NeedOf
    assumed: float
    needed: float | None


class ForecastAnswer(Struct):
    """The forecast. `registered`, `active`, `newcomers` and `density` have a value for each month."""

    scenario: Scenario
    months: int
    registered: Curve
    active: Curve
    newcomers: list[float]
    density: list[float]
    survival: list[float]
    summary: Summary
    goals: list[Reached]
    needs: list[Need]
    levers: list[Lever]


class ForecastExamples(Struct):
    """The built-in scenarios by name, goals to ask for, and whether fans and fits are to be had here."""

    scenarios: dict[str, Scenario]
    goals: list[Goal]
    has_extra: bool


class ObservedCohort(Struct, forbid_unknown_fields=True):
    """People who registered in one month of thirty days, `age` months ago (0: within the last thirty days), and who of them is active."""

    age: Annotated[int, Meta(ge=0, lt=MONTHS_MAX)]
    people: Annotated[int, Meta(ge=0)]
    active: Annotated[int, Meta(ge=0)]


class Observed(Struct, forbid_unknown_fields=True):
    """What a server knows of itself: its cohorts, the oldest first, without gaps."""

    cohorts: Annotated[list[ObservedCohort], Meta(max_length=MONTHS_MAX)]


class OwnDataAsked(Struct, forbid_unknown_fields=True):
    """`addressable` is how many people could come at all: nothing that a server can know."""

    addressable: Annotated[float, Meta(ge=1, le=1e11)]
    draws: Annotated[int, Meta(ge=0, le=200)] = 100
    seed: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 2013


class Calibrated(Struct):
    """A scenario fitted to data, and draws of a bootstrap about it."""

    scenario: Scenario
    samples: list[Sample]


class Backtested(Struct):
    """How good it would have been: from each earlier month the next months were forecast from what was known then. `error` is the mean
    absolute error as a share (MAPE), `coverage` the share of outcomes within the 10–90 % fan, whose aim is 0.8."""

    forecasts: int
    error: float
    coverage: float


class Lacking(Struct):
    """What a fit needs and there is too little of: whole months of thirty days since the first registration, months with ten registrations
    or more, registered people, or people who wrote in the last thirty days."""

    what: WhichLacking
    needed: int
    there: int


class OwnData(Struct):
    """The server's own figures, and what could be fitted to them; where something is lacking, nothing was."""

    cohorts: list[ObservedCohort]
    people: int
    active: int
    lacking: list[Lacking]
    calibrated: Calibrated | None
    backtest: Backtested | None
