"""Rule 9 of the authorisation rules (10 since version 12): who may change the power levels, and how.

Source: rooms/v11, v12 "Authorisation rules". Numbers as in version 11.
"""

from collections.abc import Mapping
from typing import Any, Final

from laiwang.matrix.event import Event
from laiwang.matrix.ids import is_user_id
from laiwang.matrix.power_levels import SCALAR_DEFAULTS, PowerLevels
from laiwang.matrix.rejection import AuthFailed, reject
from laiwang.matrix.versions import RoomVersion

_NOTHING: Final[Mapping[str, int]] = {}


def check_power_levels(version: RoomVersion, event: Event, previous: Event | None, levels: PowerLevels) -> None:
    """Let the m.room.power_levels `event` pass or raise AuthFailed.

    `previous` is the power levels event that it replaces; `levels` the power levels that hold before it.
    """
    new = event.content
    check_shape(version, new)
    # 10.4 of version 12
    if version.creators_are_infinite and not levels.creators.isdisjoint(new.get("users", ())):
        raise AuthFailed("creators cannot be given a power level", "10.4")
    # 9.4
    if previous is None:
        return
    old = previous.content
    level = levels.user(event.sender)
    # 9.5
    for name in SCALAR_DEFAULTS:
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if before is not None and before > level:
            reject(version, "9.5.1", f"{name} is above the sender's own power level")
        if after is not None and after > level:
            reject(version, "9.5.2", f"{name} would be above the sender's own power level")
    for name in ("events", "notifications"):
        for key, before, after in _alterations(old.get(name, _NOTHING), new.get(name, _NOTHING)):
            # 9.6
            if before is not None and before > level:
                reject(version, "9.6.1", f"{name}: {key} is above the sender's own power level")
            # 9.7
            if after is not None and after > level:
                reject(version, "9.7.1", f"{name}: {key} would be above the sender's own power level")
    for user_id, before, after in _alterations(old.get("users", _NOTHING), new.get("users", _NOTHING)):
        # 9.8
        if before is not None and user_id != event.sender and before >= level:
            reject(version, "9.8.1", f"{user_id} has at least the sender's own power level")
        # 9.9
        if after is not None and after > level:
            reject(version, "9.9.1", f"{user_id} would be above the sender's own power level")
    # 9.10: allow


def check_shape(version: RoomVersion, content: Mapping[str, Any]) -> None:
    """Rules 9.1 to 9.3: whether `content` can be power levels at all. Raises AuthFailed."""
    # 9.1
    for name in SCALAR_DEFAULTS:
        if name in content and type(content[name]) is not int:
            reject(version, "9.1", f"{name} is not an integer")
    # 9.2
    for name in ("events", "notifications"):
        if name in content and not _is_map_of_integers(content[name]):
            reject(version, "9.2", f"{name} is not a map of integers")
    # 9.3; without users nobody is named, which is as good as an empty map
    if "users" in content and not (_is_map_of_integers(content["users"]) and all(map(is_user_id, content["users"]))):
        reject(version, "9.3", "users is not a map from user ids to integers")


def _is_map_of_integers(value: object) -> bool:
    return isinstance(value, dict) and all(type(level) is int for level in value.values())


def _alterations(old: Mapping[str, int], new: Mapping[str, int]) -> list[tuple[str, int | None, int | None]]:
    keys = dict.fromkeys((*old, *new))
    return [(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)]
