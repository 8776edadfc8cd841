"""The room versions that rooms may have here, and in what they differ.

Source: Matrix specification, rooms/v10, v11, v12. Older versions are not supported.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from laiwang.kit.refusals import unsupported_room_version


@dataclass(frozen=True, slots=True, eq=False)
class RoomVersion:
    """One room version; compared by identity, for there is one object per version."""

    id: str
    creator_in_content: bool
    """m.room.create names the creator in `content.creator` (until v10); later the `sender` is the creator."""
    redacts_in_content: bool
    """m.room.redaction names its target in `content.redacts` (since v11) instead of at the top level."""
    redaction_v11: bool
    """The redaction algorithm of v11 (more of create, member, power_levels, redaction survives)."""
    room_id_is_create_hash: bool
    """The room id is the id of the create event with another sigil; the create event has no room_id (since v12)."""
    creators_are_infinite: bool
    """Creators, among them `additional_creators`, stand above every power level (since v12)."""


ROOM_VERSIONS: Final = MappingProxyType(
    {
        "10": RoomVersion("10", True, False, False, False, False),
        "11": RoomVersion("11", False, True, True, False, False),
        "12": RoomVersion("12", False, True, True, True, True),
    }
)


def get_version(version_id: str) -> RoomVersion:
    """The room version called `version_id`. Raises Refused 400 M_UNSUPPORTED_ROOM_VERSION."""
    version = ROOM_VERSIONS.get(version_id)
    if version is None:
        raise unsupported_room_version(version_id)
    return version
