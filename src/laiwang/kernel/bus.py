"""The bus: small words between the server processes that work on one database.

Best effort: a word may get lost, so nothing may rest on it but speed. Whoever says something that must not be lost writes it down first,
and says on the bus only that it is there; who hears nothing finds it later by looking (an errand's hour, the tail poll, a time-out).
"""

from __future__ import annotations

import asyncio
import contextvars
import re
from collections import deque
from collections.abc import Callable
from typing import Protocol

import structlog

__all__ = ["WORD_BYTES_MAX", "Bus", "Ears", "Hear", "Hub", "InProcessBus", "Missed", "Outbox", "check_word"]

#: of one word: what is larger is said in parts, or said to be in the database
WORD_BYTES_MAX = 256 << 10
#: words that wait to be sent; the oldest go first
OUTBOX_WORDS_MAX = 10_000
OUTBOX_BYTES_MAX = 8 << 20
#: names with dots between them
SUBJECT = re.compile(r"[A-Za-z0-9_-]{1,64}(?:\.[A-Za-z0-9_-]{1,64}){0,7}")

#: is given a subject and a word, on the event loop. It must not block.
Hear = Callable[[str, bytes], None]
#: is called when words may have been lost: on the event loop, and it must not block
Missed = Callable[[], None]
log_ = structlog.get_logger(__name__)


class Bus(Protocol):
    """Says words to all other processes. A process does not hear itself. Words of one process come in the order in which they were said,
    perhaps with gaps; those of several in any order."""

    @property
    def is_connected(self) -> bool:
        """Whether words arrive, as far as one knows."""
        ...

    @property
    def counts(self) -> BusCounts:
        """What was said, heard and lost here since the start."""
        ...

    async def start(self) -> None:
        """Begins; does not wait until others can be reached. May be told words and ears before."""
        ...

    async def stop(self) -> None:
        """Says what is still to be said, if that goes at once, and ends."""
        ...

    def publish(self, subject: str, word: bytes | str = b"") -> None:
        """Says a word, at most `WORD_BYTES_MAX` long. Returns at once, whatever state the bus is in. ValueError for a subject that is
        no name, or a word that is too long."""
        ...

    def subscribe(self, prefix: str, hear: Hear, *, missed: Missed | None = None) -> None:
        """Hears words whose subject is `prefix` or goes on from it with a dot. `missed` is called after words may have been lost: the
        connection is a new one, or more came than could be taken."""
        ...


class BusCounts:
    """Words since the start."""

    __slots__ = ("dropped", "heard", "lost_connections", "said")

    def __init__(self) -> None:
        self.said = 0
        self.heard = 0
        #: of our own before they were sent, and of others before they were heard
        self.dropped = 0
        self.lost_connections = 0


def check_word(subject: str, word: bytes | str) -> bytes:
    """The word as bytes. Raises ValueError."""
    if SUBJECT.fullmatch(subject) is None:
        raise ValueError(f"no subject: {subject!r}")
    found = word.encode() if isinstance(word, str) else word
    if len(found) > WORD_BYTES_MAX:
        raise ValueError(f"a word of {len(found)} bytes on {subject}")
    return found


class Ears:
    """Who hears what."""

    def __init__(self, counts: BusCounts) -> None:
        self._counts = counts
        self._by_prefix: dict[str, list[Hear]] = {}
        self._missed: list[Missed] = []

    def add(self, prefix: str, hear: Hear, missed: Missed | None) -> None:
        """See Bus.subscribe."""
        if SUBJECT.fullmatch(prefix) is None:
            raise ValueError(f"no subject: {prefix!r}")
        self._by_prefix.setdefault(prefix, []).append(hear)
        if missed is not None:
            self._missed.append(missed)

    def hear(self, subject: str, word: bytes) -> None:
        """Hands a word over. What goes wrong with it is logged: the words after it are heard."""
        self._counts.heard += 1
        prefix = subject
        while prefix:
            for hear in self._by_prefix.get(prefix, ()):
                try:
                    hear(subject, word)
                except Exception:
                    log_.exception("a word of another process was not understood", subject=subject)
            prefix = prefix.rpartition(".")[0]

    def miss(self) -> None:
        """Words may have been lost."""
        for missed in self._missed:
            try:
                missed()
            except Exception:
                log_.exception("catching up after lost words failed")


class Outbox:
    """Words that wait to be sent, of bounded number and size: when it is full, the oldest are dropped and counted."""

    def __init__(
        self, counts: BusCounts, *, words_max: int = OUTBOX_WORDS_MAX, bytes_max: int = OUTBOX_BYTES_MAX
    ) -> None:
        self._counts = counts
        self._words: deque[tuple[str, bytes]] = deque()
        self._bytes = 0
        self._words_max = words_max
        self._bytes_max = bytes_max
        self._filled = asyncio.Event()

    def put(self, subject: str, word: bytes) -> None:
        """Adds a word."""
        self._counts.said += 1
        self._words.append((subject, word))
        self._bytes += len(word)
        while len(self._words) > self._words_max or self._bytes > self._bytes_max:
            self._bytes -= len(self._words.popleft()[1])
            self._counts.dropped += 1
        self._filled.set()

    async def wait(self) -> None:
        """Until a word came, or `wake` was called, since there was none."""
        await self._filled.wait()

    def wake(self) -> None:
        """Ends a wait without a word."""
        self._filled.set()

    def take(self, bytes_max: int) -> list[tuple[str, bytes]]:
        """The oldest words, as many as have this many bytes together, and one at least if there is any."""
        taken: list[tuple[str, bytes]] = []
        size = 0
        while self._words and (not taken or size + len(self._words[0][1]) <= bytes_max):
            one = self._words.popleft()
            taken.append(one)
            size += len(one[1])
        self._bytes -= size
        if not self._words:
            self._filled.clear()
        return taken

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._words


class Hub:
    """Where buses of one process meet: those of several kernels in a simulation or a test."""

    def __init__(self) -> None:
        self.members: list[InProcessBus] = []

    def carry(self, sender: InProcessBus, subject: str, word: bytes) -> None:
        """Brings a word to all the others."""
        for member in self.members:
            if member is not sender:
                member.bring(subject, word)


class InProcessBus:
    """`Bus` within one process. Without a hub that others are on it says everything to nobody: there is one process."""

    def __init__(self, hub: Hub | None = None) -> None:
        self.counts = BusCounts()
        self._ears = Ears(self.counts)
        self._hub = hub or Hub()
        self._context: contextvars.Context | None = None

    @property
    def is_connected(self) -> bool:
        """From its start to its stop."""
        return self._context is not None

    async def start(self) -> None:
        """See Bus."""
        self._context = contextvars.copy_context()
        self._hub.members.append(self)

    async def stop(self) -> None:
        """See Bus."""
        self.leave()

    def leave(self) -> None:
        """Hears nothing more, at once: for whoever simulates the end of a process."""
        if self._context is not None:
            self._context = None
            self._hub.members.remove(self)

    def publish(self, subject: str, word: bytes | str = b"") -> None:
        """See Bus."""
        found = check_word(subject, word)
        self.counts.said += 1
        if self._context is not None:
            self._hub.carry(self, subject, found)

    def subscribe(self, prefix: str, hear: Hear, *, missed: Missed | None = None) -> None:
        """See Bus."""
        self._ears.add(prefix, hear, missed)

    def bring(self, subject: str, word: bytes) -> None:
        """A word from another member; heard in the next round of the event loop, in the context of who hears it."""
        if self._context is not None:
            asyncio.get_running_loop().call_soon(self._hear, subject, word, context=self._context)

    def _hear(self, subject: str, word: bytes) -> None:
        if self._context is not None:
            self._ears.hear(subject, word)

    def miss(self) -> None:
        """Words were lost on the way to this member: for whoever simulates that."""
        self._ears.miss()
