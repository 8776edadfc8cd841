"""The words of links."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Page", "Version"]


@dataclass(slots=True)
class Page:
    """What a page says about itself: OpenGraph fields, and where its picture is (an absolute URL)."""

    fields: dict[str, str | int] = field(default_factory=dict)
    image_url: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What was found behind a URL at one time; `card` is the JSON that clients get, empty when nothing was. Times in ms."""

    fetched_ms: int
    fresh_until_ms: int
    card: bytes
