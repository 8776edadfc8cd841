"""Whether a room needs an heir, and what its power levels are then. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from laiwang.matrix.power_levels import PowerLevels

__all__ = ["bequeathed"]

POWER_LEVELS: Final = "m.room.power_levels"
ADMINISTRATOR_LEVEL: Final = 100
#: a conversation of two belongs to those two
PEOPLE_MIN: Final = 3


def bequeathed(
    content: Mapping[str, Any], levels: PowerLevels, people: Collection[str], *, leaver: str, heir: str
) -> dict[str, Any] | None:
    """The power levels by which an heir gets the level of a leaver who is the only one of the `people` in a room that can give levels;
    None where that is not so, or nothing is to be given.

    Creators since room version 12 stand above all numbers: their heir gets the highest number there is.
    """
    needed = levels.event(POWER_LEVELS, is_state=True)
    own = levels.user(leaver)
    others = [one for one in people if one not in (leaver, heir)]
    if own < needed or len({*people, leaver}) < PEOPLE_MIN:
        return None
    if any(levels.user(one) >= needed for one in others):
        return None
    users = {name: level for name, level in dict(content.get("users") or {}).items() if type(level) is int}
    given = own if leaver not in levels.creators or own <= ADMINISTRATOR_LEVEL else 0
    given = given or max(ADMINISTRATOR_LEVEL, needed, *users.values(), levels.users_default)
    if levels.user(heir) >= given:
        return None
    return {**content, "users": {**users, heir: given}}
