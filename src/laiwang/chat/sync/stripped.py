"""What somebody who is invited, or knocks, is shown of a room: its stripped state. Source: CS "Stripped state"."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection

from laiwang.kernel.events import stored
from laiwang.kernel.room import Room
from laiwang.kernel.rooms import Rooms
from laiwang.matrix.serve import stripped

__all__ = ["stripped_state"]

STRIPPED_TYPES = (
    "m.room.create",
    "m.room.join_rules",
    "m.room.name",
    "m.room.avatar",
    "m.room.topic",
    "m.room.canonical_alias",
    "m.room.encryption",
)


async def stripped_state(
    rooms: Rooms,
    room: Room,
    user_id: str,
    position: int,
    ignored: Collection[str],
    blocks_invites: Callable[[str], Awaitable[bool]] | None = None,
) -> list[bytes] | None:
    """Stripped events with the person's own member event, which stands at `position`, and its sender's.

    None when she is invited by somebody whom she ignores, or wants no invitations at all, also none from before she said so.
    """
    own = [stored(fact).event for fact in (await rooms.facts_at([position])).values()]
    if any(event.content.get("membership") == "invite" for event in own):
        if any(event.sender in ignored for event in own):
            return None
        if blocks_invites is not None and await blocks_invites(user_id):
            return None
    events = [stripped(event) for type in STRIPPED_TYPES if (event := room.state_event(type)) is not None]
    senders = {event.sender for event in own} - {user_id}
    inviters = [member.position for one in senders if (member := room.members.get(one)) is not None]
    for fact in (await rooms.facts_at(inviters)).values():
        events.append(stripped(stored(fact).event))
    events.extend(stripped(event) for event in own)
    return events
