"""The words of media."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["PENDING", "QUARANTINED", "READY", "FileOrder", "Listed", "MediaFile", "Thumbnail", "ThumbnailSize", "Whose"]

PENDING = "pending"
READY = "ready"
#: kept from everybody by an administrator
QUARANTINED = "quarantined"
Method = Literal["crop", "scale"]
#: files of all, of a person who has uploaded them, of a room whose messages name them
Whose = Literal["all", "person", "room"]
FileOrder = Literal["newest", "largest"]


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One content URI and what is behind it. `expires_ms` matters while it is pending only."""

    media_id: str
    user_id: str
    state: str
    content_type: str
    file_name: str
    size_bytes: int
    sha256: str
    created_ms: int
    expires_ms: int
    is_fetched: int = 0

    @property
    def is_quarantined(self) -> bool:
        """Whether an administrator keeps it from everybody."""
        return self.state == QUARANTINED


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a list, with the position of the newest event that names it; None when no readable event does."""

    file: MediaFile
    named_last: int | None


@dataclass(frozen=True, slots=True)
class ThumbnailSize:
    """One of the few sizes that thumbnails are made in."""

    width: int
    height: int
    method: Method
    is_animated: bool = False

    @property
    def key(self) -> str:
        """Names it in the database and in the blob store."""
        return f"{self.width}x{self.height}-{self.method}{'-animated' if self.is_animated else ''}"


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A thumbnail in the blob store."""

    name: str
    content_type: str
    size_bytes: int
