"""The words of burning. Times are in milliseconds, moments since 1970."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

__all__ = ["Pending", "RoomTimer", "Start", "Timer"]

#: what a timer begins with: everybody has read the message, or it was sent
Start = Literal["read", "sent"]


class Timer(Struct, frozen=True):
    """How long after its start a message is burnt."""

    after_ms: int
    start: Start


class Pending(Struct, array_like=True, frozen=True):
    """A message that will be burnt."""

    position: int
    room_id: str
    event_id: str
    sender: str


class RoomTimer(Struct):
    """What will happen to the messages of a room. Without a timer `after_ms` is None; messages that were sent under an earlier one are
    `pending` all the same. What nobody reads is burnt after `unread_ms_max`; `next_due_ms` is when the next message goes, at the latest."""

    after_ms: int | None
    start: Start | None
    unread_ms_max: int
    pending: int
    next_due_ms: int | None
