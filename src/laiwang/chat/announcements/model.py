"""The bodies of announcements. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

__all__ = ["Announcement", "AnnouncementPage", "NewAnnouncement"]


class NewAnnouncement(Struct):
    """What is to be told; `html` is the same text with its looks (org.matrix.custom.html). With `people` they alone are told, else
    everybody. A second request with the same `request_id` is the first one again, and tells nobody twice."""

    body: Annotated[str, Meta(min_length=1, max_length=10_000)]
    html: Annotated[str, Meta(max_length=20_000)] | None = None
    people: Annotated[list[str], Meta(min_length=1, max_length=1000)] | None = None
    request_id: Annotated[str, Meta(min_length=1, max_length=100)] | None = None


class Announcement(Struct):
    """An announcement. `told` of `total` people have it already; with `finished_ms` everybody has. `people` are those it is for, none for
    everybody."""

    id: int
    created_by: str
    created_ms: int
    body: str
    html: str | None
    people: list[str] | None
    told: int
    total: int
    finished_ms: int | None


class AnnouncementPage(Struct):
    """Announcements, the newest first."""

    announcements: list[Announcement]
    next: str | None = None
