"""Rooms in the order of their latest activity: a room that stirs moves to the end, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from laiwang.chat.sliding_sync.rules import covers, first_of

__all__ = ["Shelf"]


class Shelf:
    """Room ids with the positions of their latest activity. `generation` changes when rooms come and go other than by their own news."""

    __slots__ = ("_is_sorted", "_newest", "generation", "rooms")

    def __init__(self, generation: int) -> None:
        self.generation = generation
        #: least active first, unless something was put in between
        self.rooms: dict[str, int] = {}
        self._newest = 0
        self._is_sorted = True

    def __len__(self) -> int:
        return len(self.rooms)

    def put(self, room_id: str, activity: int) -> None:
        """Adds a room, or moves it."""
        if self.rooms.get(room_id) == activity:
            return
        self.rooms.pop(room_id, None)
        self.rooms[room_id] = activity
        if activity < self._newest:
            self._is_sorted = False
        else:
            self._newest = activity

    def drop(self, room_id: str) -> None:
        """Takes a room out; no error when it is not there."""
        self.rooms.pop(room_id, None)

    def newest_first(self) -> Iterator[str]:
        """Room ids, the most active first."""
        if not self._is_sorted:
            self.rooms = dict(sorted(self.rooms.items(), key=lambda one: one[1]))
            self._is_sorted = True
        return reversed(self.rooms)

    def window(self, ranges: Sequence[tuple[int, int]] | None) -> tuple[Container[str] | Sequence[str], bool]:
        """The rooms at these indexes, and whether that is all of them; then the answer is the shelf itself, and changes with it."""
        if covers(ranges, len(self.rooms)):
            return self.rooms, True
        assert ranges is not None
        return first_of(self.newest_first(), ranges), False
