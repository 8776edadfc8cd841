"""Facts that are not stored: typing and presence. Lost with the process, so their serial carries the name of this boot."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from laiwang.kernel.wake import Bells, bell
from laiwang.kit.compact import compact

__all__ = ["Ephemeral"]


class Ephemeral:
    """Latest value by (topic, key) with one serial over all; a None value means that there was one and it ended."""

    def __init__(self, bells: Bells, boot: str) -> None:
        self.boot = boot
        self.serial = 0
        #: told of each change: topic and key
        self.watchers: list[Callable[[str, str], None]] = []
        #: rooms in which something goes on that ends by itself; kept by who publishes it
        self.open_rooms: set[str] = set()
        self._bells = bells
        self._values: dict[str, dict[str, tuple[int, bytes | None]]] = {}
        self._last: dict[str, int] = {}

    def publish(
        self, topic: str, key: str, value: bytes | None, *, ring: Iterable[str] | None = None, wakes: bool = True
    ) -> int:
        """Sets a value and rings the topic's bell (or the bells given instead). Answers the serial.

        Without `wakes` it waits for the next thing that rings, and is told together with that.
        """
        self.serial += 1
        values = self._values.setdefault(topic, {})
        values.pop(key, None)  # the newest stands last, so that a reader looks only at what is new to it
        values[key] = (self.serial, None if value is None else compact(value))
        self._last[topic] = self.serial
        self._bells.ring((bell(topic),) if ring is None else ring, wakes=wakes)
        for watcher in self.watchers:
            watcher(topic, key)
        return self.serial

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
