"""The routes, and the manifest."""

from __future__ import annotations

from laiwang.growth.activity import Activity
from laiwang.growth.forecast.examples import EXAMPLES, GOALS
from laiwang.growth.forecast.model import (
    ForecastAnswer,
    ForecastAsked,
    ForecastExamples,
    Observed,
    OwnData,
    OwnDataAsked,
)
from laiwang.growth.forecast.queries import Queries
from laiwang.growth.forecast.reckoner import Question
from laiwang.growth.forecast.reckoning import Reckoning, refused
from laiwang.growth.forecast.rules.answering import check, has_extra
from laiwang.kernel.capability import Capability, Request, Response, Route, answer_struct
from laiwang.people.administration import administrator

__all__ = ["Forecast"]

#: of a question with the draws of a fit
BODY_BYTES_MAX = 1 << 19


class Forecast:
    """Says how many people there will be, and what would have to be true."""

    def __init__(self, activity: Activity) -> None:
        self.queries = Queries(activity)
        self._reckoning = Reckoning()

    def manifest(self) -> Capability:
        """Three routes for administrators; nothing is stored."""
        return Capability(
            name="forecast",
            purpose="How many people there will be, how sure that is, and what would have to be true",
            routes=(
                Route("GET", "/api/v1/admin/forecast/examples", self.show_examples, gives=ForecastExamples),
                Route(
                    "POST",
                    "/api/v1/admin/forecast",
                    self.forecast,
                    takes=ForecastAsked,
                    gives=ForecastAnswer,
                    body_bytes_max=BODY_BYTES_MAX,
                ),
                Route("POST", "/api/v1/admin/forecast/own-data", self.fit, takes=OwnDataAsked, gives=OwnData),
            ),
            on_stop=self._reckoning.close,
        )

    async def show_examples(self, request: Request) -> Response:
        """The built-in scenarios and goals, and whether NumPy and SciPy are there for fans and fits."""
        administrator(request)
        return answer_struct(ForecastExamples(EXAMPLES, GOALS, has_extra()))

    async def forecast(self, request: Request) -> Response:
        """The forecast of a scenario or an example: series with fans, goals, what must be true for them, and what each lever is worth.
        400 CN_LAIWANG_EXTRA_MISSING where fans are asked for and laiwang[forecast] is not installed."""
        administrator(request)
        asked = request.typed(ForecastAsked)
        with refused():  # before a process is started
            check(asked)
        return Response(await self._reckoning.ask(Question(asked=asked)))

    async def fit(self, request: Request) -> Response:
        """A scenario fitted to this server's own registrations and activity, with draws and a back-test, or what is lacking for it."""
        administrator(request)
        asked = request.typed(OwnDataAsked)
        observed = Observed(await self.queries.cohorts())
        return Response(await self._reckoning.ask(Question(own=asked, observed=observed)))
