"""The bodies of purges. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

__all__ = ["NewPurge", "Purge", "PurgePage"]


class NewPurge(Struct):
    """Up to where a room's history is deleted: exactly one of an event, which itself stays, and a time, before which everything goes
    whenever it came."""

    before_event_id: Annotated[str, Meta(min_length=1, max_length=255)] | None = None
    before_ms: Annotated[int, Meta(ge=1, lt=1 << 53)] | None = None


class Purge(Struct):
    """A purge: how many of the room's events it has looked at and deleted so far, and how many files went with them (those that are
    used elsewhere stay). With `finished_ms` it is done, the search included."""

    id: int
    room_id: str
    requested_by: str
    before_event_id: str | None
    before_ms: int | None
    looked_at: int
    deleted: int
    files: int
    started_ms: int
    finished_ms: int | None


class PurgePage(Struct):
    """Purges of a room, the newest first."""

    purges: list[Purge]
    next: str | None = None
