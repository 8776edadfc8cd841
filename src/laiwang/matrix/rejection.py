"""How the authorisation rules say no."""

from typing import NoReturn

from laiwang.matrix.versions import RoomVersion


class AuthFailed(Exception):
    """An event that the room's rules do not allow. `reason` is for people, `rule` the number in the room version."""

    def __init__(self, reason: str, rule: str) -> None:
        super().__init__(f"{reason} (rule {rule})")
        self.reason = reason
        self.rule = rule


def reject(version: RoomVersion, rule: str, reason: str) -> NoReturn:
    """Raise AuthFailed with the number that rule `rule` of version 11 has in `version`."""
    if not version.room_id_is_create_hash:
        raise AuthFailed(reason, rule)
    top, *rest = rule.split(".")
    # Version 12 has a new rule 2 about room ids, and a new 10.4 about creators among the power levels.
    if top == "9" and rest and int(rest[0]) >= 4:
        rest[0] = str(int(rest[0]) + 1)
    raise AuthFailed(reason, ".".join((str(int(top) + 1), *rest)))
