"""A room as it will be when the unit in the making is durable: what the next draft of the unit is decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from laiwang.kernel.events import stored
from laiwang.matrix.auth import AuthState
from laiwang.matrix.event import Event
from laiwang.matrix.power_levels import PowerLevels
from laiwang.matrix.versions import RoomVersion

if TYPE_CHECKING:
    from laiwang.kernel.room import Room

__all__ = ["Provisional", "power_levels_of"]


class Provisional:
    """The room as it will be when the unit in the making is durable (AuthState)."""

    __slots__ = ("_power", "depth", "head", "members", "room", "state")

    def __init__(self, room: Room, base: Provisional | None = None) -> None:
        self.room = room
        self.state: dict[tuple[str, str], Event] = dict(base.state) if base else {}
        self.members: dict[str, Event] = dict(base.members) if base else {}
        self.depth: int = base.depth if base else room.depth
        self.head: str = base.head if base else room.head
        self._power: PowerLevels | None = base._power if base else None

    def get(self, type: str, state_key: str) -> Event | None:
        """Current state event."""
        if type == "m.room.member":
            return self.members.get(state_key) or self.room.member_event(state_key)
        found = self.state.get((type, state_key))
        if found is not None:
            return found
        fact = self.room.state.get((type, state_key))
        return stored(fact).event if fact is not None else None

    @property
    def power_levels(self) -> PowerLevels:
        """Power levels now."""
        if self._power is None:
            if not self.state:
                return self.room.power_levels
            self._power = power_levels_of(self.room.version, self)
        return self._power

    def take(self, event: Event) -> None:
        """Counts a decided event in."""
        self.depth = event.depth
        self.head = event.event_id
        if event.state_key is None:
            return
        if event.type == "m.room.member":
            self.members[event.state_key] = event
        else:
            self.state[(event.type, event.state_key)] = event
            if event.type in ("m.room.power_levels", "m.room.create"):
                self._power = None


def power_levels_of(version: RoomVersion, state: AuthState | Provisional) -> PowerLevels:
    """Power levels of a state."""
    return PowerLevels(version, state.get("m.room.create", ""), state.get("m.room.power_levels", ""))
