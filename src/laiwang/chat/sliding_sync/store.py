"""What the log tells about all rooms of a person at once: one query each, however many rooms there are."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from laiwang.kernel.tables import log, memberships, room_state

__all__ = ["CREATE_EVENTS", "ENCRYPTED_ROOMS", "OWN_EVENTS_OF_DEPARTED"]

_MINE = memberships.c.user_id == bindparam("user_id")

#: (room, member event) of a person in rooms that she is out of, in the order of the log
OWN_EVENTS_OF_DEPARTED = (
    select(memberships.c.room_id, log.c.body)
    .select_from(
        memberships.join(room_state, room_state.c.room_id == memberships.c.room_id).join(
            log, log.c.position == room_state.c.position
        )
    )
    .where(
        _MINE,
        memberships.c.membership.in_(("leave", "ban")),
        memberships.c.forgotten == 0,
        room_state.c.type == "m.room.member",
        room_state.c.state_key == memberships.c.user_id,
    )
    .order_by(room_state.c.position)
)

#: (room, create event) of every room that a person has to do with
CREATE_EVENTS = (
    select(memberships.c.room_id, log.c.body)
    .select_from(
        memberships.join(room_state, room_state.c.room_id == memberships.c.room_id).join(
            log, log.c.position == room_state.c.position
        )
    )
    .where(_MINE, room_state.c.type == "m.room.create", room_state.c.state_key == "")
)

#: rooms among hers that are encrypted; encryption cannot be taken back
ENCRYPTED_ROOMS = (
    select(memberships.c.room_id)
    .select_from(memberships.join(room_state, room_state.c.room_id == memberships.c.room_id))
    .where(_MINE, room_state.c.type == "m.room.encryption", room_state.c.state_key == "")
    .distinct()
)
