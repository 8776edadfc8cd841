"""The route, and the manifest."""

from __future__ import annotations

from laiwang.growth.activity import store
from laiwang.growth.activity.jobs import Counter
from laiwang.growth.activity.model import ActiveDay, ActivityNumbers
from laiwang.growth.activity.rules import DAY_MS, DAYS
from laiwang.kernel.capability import Capability, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.people.accounts import Accounts
from laiwang.people.administration import administrator

__all__ = ["Activity"]


class Activity:
    """Counts what is said, and shows it to administrators."""

    def __init__(self, kernel: Kernel, accounts: Accounts) -> None:
        self._kernel = kernel
        self._accounts = accounts
        self.counter = Counter(kernel, accounts.queries.people_among)

    def manifest(self) -> Capability:
        """The one route, and the follower."""
        return Capability(
            name="activity",
            purpose="How much is said and how many say it, day by day",
            routes=(Route("GET", "/api/v1/admin/activity", self.show, gives=ActivityNumbers),),
            followers=(self.counter.follower(),),
        )

    async def show(self, request: Request) -> Response:
        """How many messages were sent on each of the last thirty days and by how many people, and who wrote lately. It may be some seconds
        behind."""
        administrator(request)
        today = self._kernel.clock.now_ms() // DAY_MS
        first = today - DAYS + 1
        rows = await self._kernel.database.fetch(store.DAYS_SINCE, {"since": first})
        known = {day: (messages, people) for day, messages, people in rows}
        numbers = ActivityNumbers(
            people=await self._accounts.queries.people_count(),
            wrote_in_day=await self._wrote_since(today),
            wrote_in_week=await self._wrote_since(today - 6),
            wrote_in_month=await self._wrote_since(first),
            days=[ActiveDay(day * DAY_MS, *known.get(day, (0, 0))) for day in range(first, today + 1)],
        )
        return answer_struct(numbers)

    async def cohorts(self, months_max: int) -> dict[int, tuple[int, int]]:
        """By the age of their account in months of thirty days (0: not yet thirty days): how many people there are, and who of them wrote
        in the last thirty days. Accounts older than `months_max` months are left out."""
        today = self._kernel.clock.now_ms() // DAY_MS
        params = {
            "tomorrow_ms": (today + 1) * DAY_MS,
            "month_ms": DAYS * DAY_MS,
            "since_ms": (today + 1 - DAYS * months_max) * DAY_MS,
            "since": today - DAYS + 1,
        }
        rows = await self._kernel.database.fetch(store.COHORTS, params)
        return {int(age): (int(people), int(active)) for age, people, active in rows}

    async def _wrote_since(self, day: int) -> int:
        row = await self._kernel.database.fetch_one(store.WROTE_SINCE, {"since": day})
        return int(row[0]) if row else 0
