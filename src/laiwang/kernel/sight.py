"""What one person may see of one room: the history visibility rule, used by every read path.

Most readers are members of rooms whose history is shared; for them the answer needs no history. Source: CS "Room history visibility".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from laiwang.kernel.events import stored
from laiwang.kernel.ports import Fact
from laiwang.matrix import visibility

if TYPE_CHECKING:
    from laiwang.kernel.room import Room
    from laiwang.kernel.rooms import Rooms

__all__ = ["Sight", "sight_of"]

_OPEN = frozenset({"shared", "world_readable"})


class Sight:
    """Answers for one reader and one room, as of the moment when it was made."""

    __slots__ = ("_from", "_history", "_settings", "room", "user_id")

    def __init__(self, room: Room, user_id: str, history: Sequence[tuple[int, str]] | None, from_position: int) -> None:
        self.room = room
        self.user_id = user_id
        self._settings = tuple(room.visibility)
        self._history = history
        self._from = from_position

    def sees(self, fact: Fact) -> bool:
        """Whether the reader may see the event."""
        if fact.position >= self._from:
            return True
        event = stored(fact).event
        return visibility.visible(
            fact.position,
            event_type=event.type,
            state_key=event.state_key,
            user_id=self.user_id,
            settings=self._settings,
            memberships=self._history or (),
        )

    def membership_at(self, position: int) -> str:
        """The reader's membership at an event, as `unsigned.membership` tells it."""
        member = self.room.members.get(self.user_id)
        if member is not None and position >= member.position:
            return member.membership
        return visibility.membership_at(position, self._history or ())

    @property
    def knows_history(self) -> bool:
        """Whether `membership_at` can answer for any position."""
        return self._history is not None

    @property
    def last_position(self) -> int | None:
        """The last position that the reader can see anything at, None without an end. For those who left."""
        if self._history is None:
            return None
        return visibility.last_visible_position(self._settings, self._history)

    @property
    def sees_everything(self) -> bool:
        """Whether no event of the room is hidden from the reader."""
        return self._from == 0

    @property
    def sees_nothing(self) -> bool:
        """Whether no event at all can be visible (a stranger to a room that is not world-readable)."""
        return (
            self._history is not None
            and not self._history
            and not any(value == "world_readable" for _, value in self._settings)
        )


async def sight_of(rooms: Rooms, room: Room, user_id: str, *, with_history: bool = False) -> Sight:
    """The sight of a person into a room. `with_history` loads the membership history even where visibility does not need it."""
    member = room.members.get(user_id)
    joined = member is not None and member.membership == "join"
    if joined and not with_history and all(value in _OPEN for _, value in room.visibility):
        return Sight(room, user_id, None, 0)
    history = await rooms.membership_history(room, user_id)
    start = visibility.always_visible_from(room.visibility, history) if joined else None
    return Sight(room, user_id, history, start if start is not None else 1 << 62)
