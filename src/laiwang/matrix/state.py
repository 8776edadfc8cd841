"""The state of a room: which event stands for each pair of type and state key."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from laiwang.matrix.event import Event
from laiwang.matrix.power_levels import PowerLevels
from laiwang.matrix.versions import RoomVersion

StateKey: TypeAlias = tuple[str, str]
"""(type, state_key)."""

StateMap: TypeAlias = Mapping[StateKey, Event]


class RoomState:
    """The current state of one room, with its power levels worked out only when they change. An `auth.AuthState`."""

    __slots__ = ("_events", "_power_levels", "version")

    def __init__(self, version: RoomVersion, events: Iterable[Event] = ()) -> None:
        self.version = version
        self._events: dict[StateKey, Event] = {}
        self._power_levels: PowerLevels | None = None
        for event in events:
            self.apply(event)

    def get(self, type: str, state_key: str) -> Event | None:
        """The event that stands for this type and state key."""
        return self._events.get((type, state_key))

    def apply(self, event: Event) -> Event | None:
        """Let `event` stand if it is a state event; returns the event that it replaces."""
        if event.state_key is None:
            return None
        key = (event.type, event.state_key)
        replaced = self._events.get(key)
        self._events[key] = event
        if event.type == "m.room.power_levels" or event.type == "m.room.create":
            self._power_levels = None
        return replaced

    @property
    def power_levels(self) -> PowerLevels:
        """The power levels that hold now."""
        if self._power_levels is None:
            self._power_levels = PowerLevels(
                self.version, self.get("m.room.create", ""), self.get("m.room.power_levels", "")
            )
        return self._power_levels

    @property
    def events(self) -> StateMap:
        """All of it; a live view, not to be kept across `apply`."""
        return self._events

    def membership(self, user_id: str) -> str | None:
        """The membership of a user, None if there never was one."""
        event = self._events.get(("m.room.member", user_id))
        if event is None:
            return None
        membership = event.content.get("membership")
        return membership if isinstance(membership, str) else None

    def copy(self) -> "RoomState":
        """An independent copy, for deciding on drafts that may be thrown away."""
        other = RoomState(self.version)
        other._events = dict(self._events)
        other._power_levels = self._power_levels
        return other

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events.values())

    def __len__(self) -> int:
        return len(self._events)
