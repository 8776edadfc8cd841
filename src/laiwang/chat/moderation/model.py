"""The bodies of the API below /api/v1/admin, as far as it is about reports, rooms and files. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

__all__ = [
    "BlockChange",
    "FileEntry",
    "FileKind",
    "FilePage",
    "MemberEntry",
    "MemberPage",
    "QuarantineChange",
    "Redaction",
    "ReportContext",
    "ReportEntry",
    "ReportPage",
    "Resolution",
    "RoomDetails",
    "RoomEntry",
    "RoomPage",
    "ShutDown",
]

ShortText = Annotated[str, Meta(max_length=1000)]


class ReportEntry(Struct):
    """What somebody reported. `event` is the event as it was then."""

    id: int
    at_ms: int
    reporter: str
    kind: str
    room_id: str | None
    event_id: str | None
    user_id: str | None
    reason: str
    event: Any
    resolved_ms: int | None
    resolved_by: str | None
    resolution: str | None


class ReportContext(Struct):
    """A reported event among those before and after it, in their order, as they are now; empty when it is about no event."""

    events: list[Any]
    is_redacted: bool


class Redaction(Struct):
    """Why what somebody said is taken back; it stands in the redaction, where everybody in the room can read it."""

    reason: ShortText = ""


class ReportPage(Struct):
    """Reports, the newest first."""

    reports: list[ReportEntry]
    next: str | None = None


class Resolution(Struct):
    """What was done about a report, in words."""

    resolution: ShortText = ""


class RoomEntry(Struct):
    """A room in a list."""

    room_id: str
    name: str | None
    canonical_alias: str | None
    room_type: str | None
    joined: int
    invited: int
    join_rule: str
    is_encrypted: bool
    is_blocked: bool


class RoomDetails(RoomEntry):
    """A room on its own. `is_shutting_down` until everybody is out."""

    topic: str | None
    version: str
    creator: str
    is_published: bool
    is_shutting_down: bool
    aliases: list[str]
    events: int


class RoomPage(Struct):
    """A page of rooms."""

    rooms: list[RoomEntry]
    total: int
    next: str | None = None


class MemberEntry(Struct):
    """Somebody who has to do with a room."""

    user_id: str
    membership: str
    power_level: int


class MemberPage(Struct):
    """A page of members."""

    members: list[MemberEntry]
    next: str | None = None


class BlockChange(Struct):
    """Whether nobody may come into a room any more."""

    is_blocked: bool
    reason: ShortText = ""


class ShutDown(Struct):
    """Why a room is closed; its members read that in their departure. With a notice the server tells each of them besides, and where
    to go instead."""

    reason: ShortText = ""
    notice: ShortText = ""
    replacement_room: str | None = None


class FileEntry(Struct):
    """A file that somebody uploaded. `is_fetched` tells whether anybody has looked at it; `named_ms` when the newest message was sent that
    names it, which the server cannot know of encrypted ones."""

    media_id: str
    content_uri: str
    content_type: str
    file_name: str
    size_bytes: int
    created_ms: int
    is_quarantined: bool
    user_id: str
    is_fetched: bool
    named_ms: int | None


class FileKind(Struct):
    """How many files of a kind (image, video, audio, other) there are, and what they take."""

    kind: str
    files: int
    size_bytes: int


class FilePage(Struct):
    """Files with what all of them take, by kind and in all; of a person there is `quota_bytes` as well (0: as much as she likes)."""

    files: list[FileEntry]
    kinds: list[FileKind]
    taken_bytes: int
    quota_bytes: int
    next: str | None = None


class QuarantineChange(Struct):
    """Whether a file is kept from everybody."""

    is_quarantined: bool
