"""Connections: what each was told, in memory, so that the next answer tells no more than what is new.

A token names the connection, the number of the answer and the log's position. A client may come back with the token of the last answer
that it processed or, when an answer got lost, with the one before: what an answer told becomes part of the record only when the client
comes back with its token. What is lost with the process, or to the bounds, ends with M_UNKNOWN_POS, and the client begins anew.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from laiwang.chat.sliding_sync.catalogue import Catalogue
from laiwang.chat.sliding_sync.model import Extensions, Rules, Told
from laiwang.kernel.members import user_topic
from laiwang.kernel.wake import Bells, Listener
from laiwang.kit.refusals import Refused

__all__ = ["Connection", "Connections", "Mark", "Window", "unknown_pos"]

NOTHING = Rules({}, {})


def unknown_pos() -> Refused:
    """The connection is not known here, or not any more: begin anew without `pos`. Source: MSC4186, "Connections"."""
    return Refused("M_UNKNOWN_POS", 400, "This connection has expired: sync again without pos")


@dataclass(frozen=True, slots=True)
class Window:
    """The rooms of one list that an answer was about; `is_all`: every room that passed the filters, of the shelf's `generation`."""

    rooms: Container[str]
    count: int
    is_all: bool
    generation: int


@dataclass(slots=True)
class Mark:
    """Where a connection stands after an answer. `account_data_at` is -1 while global account data was never told."""

    serial: int = 0
    position: int = 0
    ephemeral: int = 0
    rules: Rules = NOTHING
    extensions: Extensions = field(default_factory=Extensions)
    windows: Mapping[str, Window] = field(default_factory=dict)
    account_data_at: int = -1
    key_counts: Mapping[str, bytes] | None = None


@dataclass(slots=True)
class _Pending:
    """An answer that nobody has acknowledged yet."""

    mark: Mark
    told: Mapping[str, Told]


class Connection:
    """One sync loop of one device. `base` is the last answer that the client surely has; `told` goes with it."""

    __slots__ = (
        "_bells",
        "_heard_since_pending",
        "_members",
        "_pending",
        "_serial",
        "base",
        "catalogue",
        "device_key",
        "heard",
        "listener",
        "lock",
        "name",
        "owner",
        "rooms_followed",
        "told",
        "used_at",
    )

    def __init__(self, name: str, device_key: str, bells: Bells) -> None:
        self.name = name
        self.device_key = device_key
        self.base = Mark()
        self.told: dict[str, Told] = {}
        self._pending: _Pending | None = None
        self._serial = 0
        self._members = 0
        self._bells = bells
        self.listener: Listener | None = None
        #: bells that rang since the base's answer was made; None when nobody listened for a while
        self.heard: set[str] | None = None
        self._heard_since_pending: set[str] | None = None
        self.rooms_followed = False
        self.catalogue: Catalogue | None = None
        self.owner: object | None = None
        self.lock = asyncio.Lock()
        self.used_at = 0.0

    def acknowledge(self, serial: int) -> None:
        """The client has come with the token of an answer. Raises Refused M_UNKNOWN_POS for one that is neither of the last two."""
        pending = self._pending
        if pending is not None and serial == pending.mark.serial:
            self.base = pending.mark
            for room_id, new in pending.told.items():
                old = self.told.get(room_id)
                self._members += len(new.members) - (len(old.members) if old is not None else 0)
                self.told[room_id] = new
            self.heard, self._heard_since_pending = self._heard_since_pending, None
        elif serial != self.base.serial:
            raise unknown_pos()
        self._pending = None

    def settle(self, mark: Mark, told: Mapping[str, Told]) -> None:
        """An answer is made; it counts when the client comes back with its token."""
        self._pending = _Pending(mark, told)
        self._heard_since_pending = None if self.listener is None else set()

    def next_serial(self) -> int:
        """The number of the next answer: never that of an earlier one, which may have got lost."""
        self._serial += 1
        return self._serial

    def listen(self, user_id: str, device_id: str | None) -> bool:
        """Begins to listen; True when it was silent before, so that every room must be looked at."""
        if self.listener is not None:
            return False
        topics = [user_topic(user_id)]
        if device_id is not None:
            topics.append(f"device:{self.device_key}")
        self.listener = self._bells.listen(topics)
        self.heard = self._heard_since_pending = None
        self.rooms_followed = False
        self.catalogue = None
        return True

    def hear(self) -> set[str]:
        """The bells that rang since they were taken last, kept until an answer has told what they mean. Raises Refused M_UNKNOWN_POS
        when the connection has ended meanwhile."""
        if self.listener is None:
            raise unknown_pos()
        rang = self.listener.take()
        if self.heard is not None:
            self.heard |= rang
        if self._heard_since_pending is not None:
            self._heard_since_pending |= rang
        if self.catalogue is not None:
            self.catalogue.stale.update(topic for topic in rang if topic.startswith("!"))
        return rang

    def silence(self) -> None:
        """Gives the bells up; the next request looks at everything once."""
        if self.listener is not None:
            self.listener.close()
        self.listener = self.catalogue = None
        self.heard = self._heard_since_pending = None

    @property
    def weight(self) -> int:
        """Rooms that are remembered for it; eight loaded members weigh as much as a room."""
        pending = len(self._pending.told) if self._pending is not None else 0
        return 1 + len(self.told) + pending + self._members // 8


class Connections:
    """By device and name. The longest unused ones end when a device has too many, or all together remember too many rooms."""

    def __init__(self, bells: Bells, *, per_device_max: int, rooms_max: int, idle_s: float) -> None:
        self._bells = bells
        self._per_device_max = per_device_max
        self._rooms_max = rooms_max
        self._idle_s = idle_s
        self._connections: OrderedDict[tuple[str, str], Connection] = OrderedDict()
        self._of_device: dict[str, list[tuple[str, str]]] = {}
        self._serial = 0
        self.parked = 0

    def __len__(self) -> int:
        return len(self._connections)

    def begin(self, device_key: str, conn_id: str, now: float) -> Connection:
        """A new connection; one of the same name ends."""
        place = (device_key, conn_id)
        if place in self._connections:
            self._end(place)
        of_device = self._of_device.setdefault(device_key, [])
        while len(of_device) >= self._per_device_max:
            self._end(min(of_device, key=lambda one: self._connections[one].used_at))
        self._serial += 1
        connection = Connection(f"{self._serial:x}", device_key, self._bells)
        connection.used_at = now
        self._connections[place] = connection
        self._of_device.setdefault(device_key, []).append(place)
        return connection

    def find(self, device_key: str, conn_id: str, name: str, now: float) -> Connection:
        """The connection that a token names, if it is this device's and of this `conn_id`. Raises Refused M_UNKNOWN_POS."""
        place = (device_key, conn_id)
        found = self._connections.get(place)
        if found is None or found.name != name:
            raise unknown_pos()
        found.used_at = now
        self._connections.move_to_end(place)
        return found

    def sweep(self, now: float) -> None:
        """Lets go of bells that nobody waits for, and of what goes beyond the bounds."""
        rooms = 0
        for connection in self._connections.values():
            rooms += connection.weight
            if connection.owner is None and now - connection.used_at > self._idle_s:
                connection.silence()
        for place in list(self._connections):
            if rooms <= self._rooms_max:
                return
            if self._connections[place].owner is None:
                rooms -= self._connections[place].weight
                self._end(place)

    def remove_device(self, device_key: str) -> None:
        """A device that is gone needs no connections."""
        for place in list(self._of_device.get(device_key, ())):
            self._end(place)

    def _end(self, place: tuple[str, str]) -> None:
        connection = self._connections.pop(place)
        connection.owner = None
        connection.silence()
        of_device = self._of_device[place[0]]
        of_device.remove(place)
        if not of_device:
            del self._of_device[place[0]]

    def all(self) -> Iterable[Connection]:
        """Every connection."""
        return self._connections.values()
