"""History visibility read from the specification's prose, with the whole state spelled out for every event."""

from laiwang.matrix.visibility import Change


def value_after(changes: list[Change], position: int, default: str) -> str:
    """The newest value at or before the position."""
    value = default
    for at, new in changes:
        if at <= position:
            value = new
    return value


def may_see(position: int, settings: list[Change], memberships: list[Change]) -> bool:
    """Whether the user sees the event at this position; a change in one of the histories is the event at its place."""
    states = [(value_after(settings, position - 1, "shared"), value_after(memberships, position - 1, "leave"))]
    if position in dict(settings):
        states.append((value_after(settings, position, "shared"), states[0][1]))
    if position in dict(memberships):
        states.append((states[0][0], value_after(memberships, position, "leave")))
    return any(_allowed(position, setting, membership, memberships) for setting, membership in states)


def _allowed(position: int, setting: str, membership: str, memberships: list[Change]) -> bool:
    if setting not in ("world_readable", "shared", "invited", "joined"):
        setting = "shared"
    # 1. If the history_visibility was set to world_readable, allow.
    if setting == "world_readable":
        return True
    # 2. If the user's membership was join, allow.
    if membership == "join":
        return True
    # 3. If history_visibility was set to shared, and the user joined the room at any point after the event was sent, allow.
    if setting == "shared" and any(at > position and value == "join" for at, value in memberships):
        return True
    # 4. If the user's membership was invite, and the history_visibility was set to invited, allow. 5. Otherwise, deny.
    return membership == "invite" and setting == "invited"
