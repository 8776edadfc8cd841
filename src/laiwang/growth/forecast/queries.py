"""What the server knows of itself: who registered when, and who of them writes."""

from __future__ import annotations

from laiwang.growth.activity import Activity
from laiwang.growth.forecast.model import MONTHS_MAX, ObservedCohort

__all__ = ["Queries"]


class Queries:
    """Reads for the fit."""

    def __init__(self, activity: Activity) -> None:
        self._activity = activity

    async def cohorts(self) -> list[ObservedCohort]:
        """People by the month of thirty days in which they registered, the oldest first, without gaps; those before the last ten years
        are left out. Active is who wrote in the last thirty days."""
        found = await self._activity.cohorts(MONTHS_MAX)
        if not found:
            return []
        return [ObservedCohort(age, *found.get(age, (0, 0))) for age in range(max(found), -1, -1)]
