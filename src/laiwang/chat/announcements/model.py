"""The bodies of announcements. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

__all__ = ["Announcement", "AnnouncementPage", "NewAnnouncement"]


class NewAnnouncement(Struct):
    """What is to be told; `html` is the same text with its looks (org.matrix.custom.html)."""

    body: Annotated[str, Meta(min_length=1, max_length=10_000)]
    html: Annotated[str, Meta(max_length=20_000)] | None = None


class Announcement(Struct):
    """An announcement. `told` people have it already; with `finished_ms` everybody has."""

    id: int
    created_by: str
    created_ms: int
    body: str
    html: str | None
    told: int
    finished_ms: int | None


class AnnouncementPage(Struct):
    """Announcements, the newest first."""

    announcements: list[Announcement]
    next: str | None = None
