"""The body of the activity. Times are in milliseconds since 1970."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["ActiveDay", "ActivityNumbers"]


class ActiveDay(Struct):
    """A day (UTC): messages that were sent on it, and people who sent any."""

    begin_ms: int
    messages: int
    people: int


class ActivityNumbers(Struct):
    """How much is said. `people` are all who log in by themselves; `wrote_…` those of them who sent a message today, in the last seven and
    the last thirty days (UTC, today counts). `days` are the last thirty, the oldest first."""

    people: int
    wrote_in_day: int
    wrote_in_week: int
    wrote_in_month: int
    days: list[ActiveDay]
