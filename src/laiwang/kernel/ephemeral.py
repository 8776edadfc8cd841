"""Facts that are not stored: typing and presence. Lost with the process, so their serial carries the name of this boot.

A change has two names. Here it has a serial, in the order in which this process came to know of it. In all processes it has a cause: the
boot that said it (kernel.hearsay) and a number of that boot. A token of another process names what of each boot its reader has been told
of; the trails of the boots lead from there to the serial here.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from laiwang.kernel.wake import Bells, bell
from laiwang.kit.compact import compact

__all__ = ["Cause", "Ephemeral", "Trail"]

#: changes of one boot that are told apart; who is further behind is told everything that is current
PLACES_MAX = 20_000


class Cause(NamedTuple):
    """Who said what a change comes from: a boot, and its number."""

    boot: str
    number: int


class Trail:
    """What one boot has said, as far as it is known here."""

    __slots__ = ("_floor", "_held", "_held_heap", "_places", "heard")

    def __init__(self) -> None:
        #: everything up to this number was heard
        self.heard = 0
        #: numbers that are being taken in, and how often each
        self._held: dict[int, int] = {}
        self._held_heap: list[int] = []
        #: (number, serial here) of changes, both rising
        self._places: deque[tuple[int, int]] = deque()
        self._floor = 0

    @property
    def settled(self) -> int:
        """Whoever looks now sees everything up to this number."""
        heap = self._held_heap
        while heap and heap[0] not in self._held:
            heapq.heappop(heap)
        return min(self.heard, heap[0] - 1) if heap else self.heard

    def close(self) -> None:
        """Nothing more will be heard: what is known is all there is."""
        self.heard = max(self.heard, *(number for number, _ in islice(reversed(self._places), 1)), *self._held, 0)

    def hold(self, number: int) -> None:
        """What was said under a number shows later, when it is released."""
        if number not in self._held:
            heapq.heappush(self._held_heap, number)
        self._held[number] = self._held.get(number, 0) + 1

    def release(self, number: int) -> None:
        """What was said under a number shows."""
        left = self._held.pop(number, 1) - 1
        if left:
            self._held[number] = left

    def place(self, number: int, serial: int) -> None:
        """A change shows under a serial. One that comes late counts as later ones do: it is told twice rather than never."""
        places = self._places
        places.append((max(number, places[-1][0]) if places else number, serial))
        if len(places) > PLACES_MAX:
            self._floor = places.popleft()[0]

    def before_first(self, number: int) -> int | None:
        """The serial before the first change after a number, None when there is none, 0 when nobody knows any more."""
        if number < self._floor:
            return 0
        places = self._places
        if not places or places[-1][0] <= number:
            return None
        at = bisect_right(places, number, key=lambda place: place[0])
        return next(islice(places, at, None))[1] - 1


class Ephemeral:
    """Latest value by (topic, key) with one serial over all; a None value means that there was one and it ended."""

    def __init__(self, bells: Bells, boot: str) -> None:
        self.boot = boot
        self.serial = 0
        #: told of each change: topic and key
        self.watchers: list[Callable[[str, str], None]] = []
        #: rooms in which something goes on that ends by itself; kept by who publishes it
        self.open_rooms: set[str] = set()
        self.own = Trail()
        #: by boot, this one among them: of those that are there, and of those that went of late
        self.trails: dict[str, Trail] = {boot: self.own}
        self._bells = bells
        self._values: dict[str, dict[str, tuple[int, bytes | None]]] = {}
        self._last: dict[str, int] = {}

    def next_cause(self) -> Cause:
        """The next number of this boot."""
        self.own.heard += 1
        return Cause(self.boot, self.own.heard)

    def publish(
        self,
        topic: str,
        key: str,
        value: bytes | None,
        *,
        ring: Iterable[str] | None = None,
        wakes: bool = True,
        cause: Cause | None = None,
    ) -> int:
        """Sets a value and rings the topic's bell (or the bells given instead). Answers the serial.

        Without `wakes` it waits for the next thing that rings, and is told together with that. Without a `cause` it is this boot's own.
        """
        self.serial += 1
        if cause is None:
            cause = self.next_cause()
        trail = self.trails.get(cause.boot)
        if trail is not None:
            trail.place(cause.number, self.serial)
        values = self._values.setdefault(topic, {})
        values.pop(key, None)  # the newest stands last, so that a reader looks only at what is new to it
        values[key] = (self.serial, None if value is None else compact(value))
        self._last[topic] = self.serial
        self._bells.ring((bell(topic),) if ring is None else ring, wakes=wakes)
        for watcher in self.watchers:
            watcher(topic, key)
        return self.serial

    def serial_of(self, told: Mapping[str, int]) -> int:
        """The last serial here up to which nothing is new to a reader who has been told this much of each boot."""
        found = self.serial
        for boot, trail in self.trails.items():
            before = trail.before_first(told.get(boot, 0))
            if before is not None:
                found = min(found, before)
        return found

    def last(self, topic: str) -> int:
        """Serial of the last change of a topic, 0 when there was none in this boot."""
        return self._last.get(topic, 0)

    def since(self, topic: str, serial: int) -> dict[str, bytes | None]:
        """What changed in a topic after a serial, by key."""
        if self._last.get(topic, 0) <= serial:
            return {}
        changed = {}
        for key, (at, value) in reversed(self._values[topic].items()):
            if at <= serial:
                break
            changed[key] = value
        return changed

    def since_of(self, topic: str, keys: Iterable[str], serial: int) -> dict[str, bytes]:
        """Live values that changed after a serial, of these keys alone: for a reader with few keys in a topic with many."""
        values = self._values.get(topic, {})
        found = {}
        for key in keys:
            one = values.get(key)
            if one is not None and one[0] > serial and one[1] is not None:
                found[key] = one[1]
        return found

    def get(self, topic: str, key: str) -> bytes | None:
        """The value now."""
        found = self._values.get(topic, {}).get(key)
        return found[1] if found else None

    def current(self, topic: str) -> dict[str, bytes]:
        """All live values of a topic."""
        return {key: value for key, (_, value) in self._values.get(topic, {}).items() if value is not None}
