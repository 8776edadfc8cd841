"""Which events of a room a user may see, decided from positions alone.

Whoever asks has two short histories: `settings`, the changes of m.room.history_visibility, and `memberships`, the user's
own m.room.member changes, each a sequence of (position of the state event, new value) in order of position, from 1 up.
No event's state has to be looked up. Source: client-server API, "Room History Visibility", server behaviour.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

Change = tuple[int, str]
"""A position in the log and the value from there on."""

SETTINGS: Final = frozenset(("world_readable", "shared", "invited", "joined"))
SETTING_DEFAULT: Final = "shared"
HISTORY_VISIBILITY: Final = "m.room.history_visibility"
MEMBER: Final = "m.room.member"

_NEVER_IN: Final = "leave"
"""The membership of somebody without a m.room.member event."""


def visible(
    position: int,
    *,
    event_type: str,
    state_key: str | None,
    user_id: str,
    settings: Sequence[Change],
    memberships: Sequence[Change],
) -> bool:
    """Whether `user_id` may see the event at `position`.

    The state at the event is the one before it, except that a change of the setting and a change of the user's own
    membership are also judged by the state after them. Note that by this rule somebody who declines an invite to a room
    that he was never in sees neither event in the room's history: what he gets to know, /sync tells him by itself.
    """
    setting_index = bisect_left(settings, (position,))
    membership_index = bisect_left(memberships, (position,))
    setting = settings[setting_index - 1][1] if setting_index else SETTING_DEFAULT
    membership = memberships[membership_index - 1][1] if membership_index else _NEVER_IN
    if _allowed(position, setting, membership, memberships):
        return True
    if event_type == HISTORY_VISIBILITY and state_key == "" and _at(settings, setting_index, position):
        return _allowed(position, settings[setting_index][1], membership, memberships)
    if event_type == MEMBER and state_key == user_id and _at(memberships, membership_index, position):
        return _allowed(position, setting, memberships[membership_index][1], memberships)
    return False


def membership_at(position: int, memberships: Sequence[Change]) -> str:
    """The user's membership at the event at `position`, the event itself included: `unsigned.membership`."""
    index = bisect_right(memberships, position, key=_position)
    return memberships[index - 1][1] if index else _NEVER_IN


def departed_at(memberships: Sequence[Change]) -> int | None:
    """Position of the event that ended the user's last stay in the room; None for somebody who never was in, or still is.

    Whatever became of his membership later (a ban lifted, an invitation declined) shows him nothing more of the room.
    """
    for index in range(len(memberships) - 1, -1, -1):
        if memberships[index][1] == "join":
            return memberships[index + 1][0] if index + 1 < len(memberships) else None
    return None


def setting_at(position: int, settings: Sequence[Change]) -> str:
    """The history visibility before the event at `position`; `shared` for a value that is not understood."""
    index = bisect_left(settings, (position,))
    return _understood(settings[index - 1][1]) if index else SETTING_DEFAULT


def last_visible_position(settings: Sequence[Change], memberships: Sequence[Change]) -> int | None:
    """The last position at which the user may see an event; None if he may see what comes now; 0 if he sees nothing.

    For somebody who left this is his own leave, unless the room was world-readable later on. It is a bound: before it
    there may be gaps, which `visible` knows.
    """
    upper: int | None = None
    for change in reversed(_changes(settings, memberships)):
        # What shows the events after a change shows the change too, so it does no harm if there are none.
        if _interval_visible(change + 1, settings, memberships):
            return None if upper is None else upper - 1
        if _change_visible(change, settings, memberships):
            return change
        upper = change
    if _interval_visible(0, settings, memberships):
        return None if upper is None else max(upper - 1, 0)
    return 0


def always_visible_from(settings: Sequence[Change], memberships: Sequence[Change]) -> int | None:
    """The position from which a user who is joined now sees every event; 0 for the whole room; None when not joined.

    Holds until the next change of the two histories, and for as long as the user stays joined. Lets a timeline skip the
    question event by event.
    """
    if not memberships or memberships[-1][1] != "join":
        return None
    if all(_understood(value) in ("shared", "world_readable") for _, value in settings):
        return 0
    first = memberships[-1][0] + 1
    following: int | None = None
    for change in reversed(_changes(settings, memberships)):
        if (following is None or following > change + 1) and not _interval_visible(change + 1, settings, memberships):
            return first
        if not _change_visible(change, settings, memberships):
            return change + 1
        first = following = change
    return 0 if _interval_visible(0, settings, memberships) else first


def _allowed(position: int, setting: str, membership: str, memberships: Sequence[Change]) -> bool:
    """The five numbered rules of the specification for one state."""
    if membership == "join" or setting == "world_readable":
        return True
    if setting == "invited":
        return membership == "invite"
    if setting == "joined":
        return False
    return any(at > position and value == "join" for at, value in reversed(memberships))


def _understood(setting: str) -> str:
    return setting if setting in SETTINGS else SETTING_DEFAULT


def _at(changes: Sequence[Change], index: int, position: int) -> bool:
    return index < len(changes) and changes[index][0] == position


def _position(change: Change) -> int:
    return change[0]


def _changes(settings: Sequence[Change], memberships: Sequence[Change]) -> list[int]:
    return sorted({position for position, _ in settings} | {position for position, _ in memberships})


def _interval_visible(position: int, settings: Sequence[Change], memberships: Sequence[Change]) -> bool:
    """Whether an event that changes neither history would be visible at `position`, if it could stand there."""
    return visible(position, event_type="", state_key=None, user_id="", settings=settings, memberships=memberships)


def _change_visible(position: int, settings: Sequence[Change], memberships: Sequence[Change]) -> bool:
    """Whether the state event at `position`, which is in one of the histories, is visible."""
    is_setting = _at(settings, bisect_left(settings, (position,)), position)
    return visible(
        position,
        event_type=HISTORY_VISIBILITY if is_setting else MEMBER,
        state_key="",
        user_id="",
        settings=settings,
        memberships=memberships,
    )
