"""Who may do what in a room. Source: client-server API, m.room.power_levels; rooms/v12 for creators."""

from collections.abc import Mapping
from typing import Any, Final

from laiwang.matrix.event import Event
from laiwang.matrix.versions import RoomVersion

CREATOR_LEVEL: Final = 1 << 62
"""The level of creators since room version 12, above every level that an event can name. Never sent to anybody."""

SCALAR_DEFAULTS: Final[Mapping[str, int]] = {
    "users_default": 0,
    "events_default": 0,
    "state_default": 50,
    "ban": 50,
    "redact": 50,
    "kick": 50,
    "invite": 0,
}
_NOTIFICATION_DEFAULT: Final = 50


def creator(version: RoomVersion, create: Event) -> str:
    """The one creator of a room before version 12, the first one since."""
    if version.creator_in_content:
        named = create.content.get("creator")
        return named if isinstance(named, str) else ""
    return create.sender


def creators(version: RoomVersion, create: Event) -> frozenset[str]:
    """Everybody who counts as a creator: since version 12 `additional_creators` too."""
    first = creator(version, create)
    if not version.creators_are_infinite:
        return frozenset((first,))
    additional = create.content.get("additional_creators")
    if not isinstance(additional, list):
        return frozenset((first,))
    return frozenset((first, *(user_id for user_id in additional if isinstance(user_id, str))))


class PowerLevels:
    """The power levels of a room at one moment. Immutable; build it once for each pair of events and keep it.

    Values that are not integers are read as absent; authorisation keeps them out of events.
    """

    __slots__ = (
        "_events",
        "_notifications",
        "_users",
        "ban",
        "creators",
        "events_default",
        "invite",
        "kick",
        "redact",
        "state_default",
        "users_default",
    )

    def __init__(self, version: RoomVersion, create: Event | None, power_levels: Event | None) -> None:
        content: Mapping[str, Any] = power_levels.content if power_levels is not None else {}

        def scalar(name: str) -> int:
            value = content.get(name)
            return value if type(value) is int else SCALAR_DEFAULTS[name]

        self.users_default: Final = scalar("users_default")
        self.events_default: Final = scalar("events_default")
        self.state_default: Final = scalar("state_default")
        self.ban: Final = scalar("ban")
        self.redact: Final = scalar("redact")
        self.kick: Final = scalar("kick")
        self.invite: Final = scalar("invite")
        self._events: Final = _integers(content.get("events"))
        self._notifications: Final = _integers(content.get("notifications"))
        self._users: Final = _integers(content.get("users"))
        self.creators: Final = creators(version, create) if create is not None else frozenset[str]()
        if version.creators_are_infinite:
            self._users.update(dict.fromkeys(self.creators, CREATOR_LEVEL))
        elif power_levels is None:
            self._users.update(dict.fromkeys(self.creators, 100))

    def user(self, user_id: str) -> int:
        """The level of a user; `CREATOR_LEVEL` for creators since room version 12."""
        return self._users.get(user_id, self.users_default)

    def event(self, type: str, is_state: bool) -> int:
        """The level needed to send an event of this type (memberships are governed by other levels)."""
        level = self._events.get(type)
        if level is not None:
            return level
        return self.state_default if is_state else self.events_default

    def notifications(self, key: str) -> int:
        """The level needed for a notification of this kind to reach anybody, as `room` for @room."""
        return self._notifications.get(key, _NOTIFICATION_DEFAULT)

    def may_redact(self, sender: str, author: str) -> bool:
        """Whether the redaction of an event of `author` by `sender` is done: one's own always, others' with `redact`.

        Stricter than rooms/v3 "Handling redactions", whose second condition (same server) is true for every pair of
        users of one server. Sending the m.room.redaction needs the level of its type besides.
        """
        return sender == author or self.user(sender) >= self.redact


def _integers(levels: object) -> dict[str, int]:
    if not isinstance(levels, dict):
        return {}
    return {key: level for key, level in levels.items() if type(level) is int}
