"""What a change of membership means. Source: client-server API, m.room.member, the table of membership changes."""

from enum import StrEnum


class Transition(StrEnum):
    """What happened between two memberships of one user."""

    INVITED = "invited"
    JOINED = "joined"
    PROFILE_CHANGED = "profile_changed"
    """Joined before and after: a new display name, avatar, or nothing."""
    INVITE_REJECTED = "invite_rejected"
    INVITE_REVOKED = "invite_revoked"
    LEFT = "left"
    KICKED = "kicked"
    BANNED = "banned"
    KICKED_AND_BANNED = "kicked_and_banned"
    UNBANNED = "unbanned"
    KNOCKED = "knocked"
    KNOCK_RETRACTED = "knock_retracted"
    KNOCK_REJECTED = "knock_rejected"
    UNCHANGED = "unchanged"


def transition(before: str | None, after: str, *, by_self: bool) -> Transition:
    """What the change from `before` (None: no membership yet) to `after` means; `by_self` when the user sent it.

    Says what an allowed change is, not whether it is allowed (see `auth.check`).
    Raises ValueError when `after` is not a membership.
    """
    match after:
        case "join":
            return Transition.PROFILE_CHANGED if before == "join" else Transition.JOINED
        case "invite":
            return Transition.UNCHANGED if before == "invite" else Transition.INVITED
        case "ban":
            if before == "ban":
                return Transition.UNCHANGED
            return Transition.KICKED_AND_BANNED if before == "join" else Transition.BANNED
        case "knock":
            return Transition.UNCHANGED if before == "knock" else Transition.KNOCKED
        case "leave":
            match before:
                case "join":
                    return Transition.LEFT if by_self else Transition.KICKED
                case "invite":
                    return Transition.INVITE_REJECTED if by_self else Transition.INVITE_REVOKED
                case "knock":
                    return Transition.KNOCK_RETRACTED if by_self else Transition.KNOCK_REJECTED
                case "ban":
                    return Transition.UNBANNED
                case _:
                    return Transition.UNCHANGED
        case _:
            raise ValueError(f"not a membership: {after}")
