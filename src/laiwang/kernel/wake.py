"""Bells: who waits for which topic.

A listener is taken *before* the reader looks, keeps the set of topics that rang since (`dirty`), and is rung by the commit itself. A fact
that is durable before the look is seen by the look; one that comes later rings: nothing falls between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

__all__ = ["Bells", "Listener", "bell"]

#: topics that belong to a room ring the room's one bell, named by its id: a session in 500 rooms listens to 500 bells, not 1,500
_OF_A_ROOM = frozenset({"room", "receipts", "typing"})


def bell(topic: str) -> str:
    """The bell that a topic rings: its room's id, else the topic itself."""
    prefix, _, rest = topic.partition(":")
    return rest if prefix in _OF_A_ROOM else topic


class Listener:
    """Interest in topics over many waits. Not thread-safe: it lives on the event loop."""

    __slots__ = ("_bells", "_waiter", "closed", "dirty", "faint", "topics")

    def __init__(self, bells: Bells) -> None:
        self._bells = bells
        self._waiter: asyncio.Future[None] | None = None
        self.dirty: set[str] = set()
        #: topics that rang without waking anybody: whoever looks, looks there as well
        self.faint: set[str] = set()
        self.topics: set[str] = set()
        self.closed = False

    def add(self, topic: str) -> None:
        """Hears the topic from now on."""
        if topic not in self.topics:
            self.topics.add(topic)
            self._bells.listeners.setdefault(topic, {})[self] = None

    def discard(self, topic: str) -> None:
        """Hears the topic no more."""
        if topic in self.topics:
            self.topics.discard(topic)
            self._bells.drop(topic, self)
        self.dirty.discard(topic)
        self.faint.discard(topic)

    def take(self) -> set[str]:
        """The topics that rang since they were taken last, loudly or not."""
        rang = self.dirty | self.faint
        self.dirty, self.faint = set(), set()
        return rang

    async def wait(self, timeout_s: float) -> bool:
        """True when something rang (at once when it already had), False after the time-out. A cancelled wait leaves nothing behind."""
        if self.dirty or self.closed:
            return bool(self.dirty)
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[None] = loop.create_future()
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)  # a newer wait of the same session takes over; the older one answers now
        self._waiter = waiter
        handle = loop.call_later(timeout_s, _finish, waiter)
        try:
            await waiter
        finally:
            handle.cancel()
            if self._waiter is waiter:
                self._waiter = None
        return bool(self.dirty)

    def ring(self, topic: str) -> None:
        """Marks the topic and ends a wait."""
        self.dirty.add(topic)
        self.wake()

    def wake(self) -> None:
        """Ends a wait without marking anything (drain, a session that moved on)."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def close(self) -> None:
        """Gives up every topic and ends a wait."""
        self.closed = True
        for topic in self.topics:
            self._bells.drop(topic, self)
        self.topics.clear()
        self.wake()


def _finish(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)


class Bells:
    """All listeners by topic."""

    def __init__(self) -> None:
        #: in the order in which they came: who waits longest hears first, and one seed is one history
        self.listeners: dict[str, dict[Listener, None]] = {}

    def listen(self, topics: Iterable[str] = ()) -> Listener:
        """A new listener. Close it when its session ends."""
        listener = Listener(self)
        for topic in topics:
            listener.add(topic)
        return listener

    def drop(self, topic: str, listener: Listener) -> None:
        """Takes one listener off a topic; called by the listener."""
        found = self.listeners.get(topic)
        if found is not None:
            found.pop(listener, None)
            if not found:
                del self.listeners[topic]

    def ring(self, topics: Iterable[str], *, wakes: bool = True) -> None:
        """Rings bells; cost grows with those who listen, not with those who could. Without `wakes` nobody stops waiting for it, nor
        looks because of it, but whoever looks next looks there as well."""
        for topic in topics:
            found = self.listeners.get(topic)
            if found:
                for listener in found:
                    if wakes:
                        listener.ring(topic)
                    else:
                        listener.faint.add(topic)

    def remind(self, topic: str) -> None:
        """Ends the waits of those who have not looked since the topic rang without waking them."""
        for listener in self.listeners.get(topic, ()):
            if topic in listener.faint:
                listener.faint.discard(topic)
                listener.ring(topic)

    def wake_all(self) -> None:
        """Ends every wait: the server drains."""
        for listener in {one: None for found in self.listeners.values() for one in found}:
            listener.wake()
