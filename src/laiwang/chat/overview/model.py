"""The body of the overview. Times are in milliseconds since 1970."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Day", "Numbers"]


class Day(Struct):
    """A day (UTC), and how many people registered on it."""

    begin_ms: int
    people: int


class Numbers(Struct):
    """How it goes. `people` are those who log in by themselves. `seen_…` count people who were here in the last day, week and thirty days;
    `registered` has a number for each of the last thirty days, the oldest first."""

    server_name: str
    version: str
    now_ms: int
    people: int
    administrators: int
    locked: int
    suspended: int
    deactivated: int
    seen_in_day: int
    seen_in_week: int
    seen_in_month: int
    registered: list[Day]
    rooms: int
    blocked_rooms: int
    files: int
    files_bytes: int
    open_reports: int
