"""Memory that mirrors the database, right in every process.

A process learns of what others have written from the log alone: it is told of every fact in order, its own and those of others alike. So
memory hangs on facts, not on having been the writer. Where a change has no fact that clients get, the unit adds a `note`: a fact of the
topic `memory`, which nobody is sent, and which the next note about the same thing replaces.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import Generic, TypeVar

from laiwang.kernel.ports import Fact, Rewrite, Unit

__all__ = ["MEMORY", "Hear", "Mirror", "Mirrors", "note", "noted"]

#: topic of what only memory has to know; its facts are of the kind of what changed, and their keys begin with it
MEMORY = "memory"
K = TypeVar("K")
V = TypeVar("V")
#: takes a fact into memory, on the event loop and before any bell rings. It must not raise and must not block.
Hear = Callable[[Fact], None]


def note(unit: Unit, kind: str, about: str, body: bytes = b"{}") -> None:
    """Adds to a unit that memory of this kind has to follow."""
    key = f"{kind}/{about}"
    if not any(one.key == key and one.topic == MEMORY for one in unit.facts):
        unit.append(MEMORY, kind, body, key=key)


def noted(fact: Fact) -> str:
    """What a note is about."""
    assert fact.key is not None
    return fact.key.partition("/")[2]


class Mirrors:
    """Who keeps memory of what. The log tells them."""

    def __init__(self) -> None:
        self.by_kind: dict[str, tuple[Hear, ...]] = {}
        #: told of each event whose content was taken away
        self.rewritten: list[Callable[[Rewrite], None]] = []

    def add(self, kind: str, hear: Hear) -> None:
        """Tells `hear` of each fact of a kind, after those who were added before."""
        self.by_kind[kind] = (*self.by_kind.get(kind, ()), hear)

    def contribute(self, heard: Mapping[str, Hear]) -> None:
        """What a capability hears."""
        for kind, hear in heard.items():
            self.add(kind, hear)


class Mirror(Generic[K, V]):
    """What was read of the database, by key; the least recently used goes first.

    What is being read while something is forgotten is answered, but not kept: it may be what was before.
    """

    def __init__(self, kept_max: int) -> None:
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._kept_max = kept_max
        self._changes = 0

    def get(self, key: K) -> V | None:
        """What is known without looking."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    async def of(self, key: K, read: Callable[[K], Awaitable[V | None]]) -> V | None:
        """What is known, else what `read` finds; None is not kept."""
        found = self.get(key)
        if found is None:
            changes = self._changes
            found = await read(key)
            if found is not None and changes == self._changes:
                self.keep(key, found)
        return found

    def keep(self, key: K, value: V) -> None:
        """Takes a value that is known to be the newest."""
        self._kept[key] = value
        self._kept.move_to_end(key)
        if len(self._kept) > self._kept_max:
            self._kept.popitem(last=False)

    def forget(self, key: K) -> None:
        """What is known of a key is old."""
        self._changes += 1
        self._kept.pop(key, None)

    def clear(self) -> None:
        """Everything is old."""
        self._changes += 1
        self._kept.clear()
