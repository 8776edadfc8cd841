"""Time and chance as ports, so that one seed replays one history."""

import base64
import os
import random
import secrets
import time
from typing import Protocol


class Clock(Protocol):
    """What time it is."""

    def now_ms(self) -> int:
        """Milliseconds since the Unix epoch; may jump when the machine's clock is set."""
        ...

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        ...


class Chance(Protocol):
    """Where unpredictable values come from."""

    def token(self, n_bytes: int) -> str:
        """`n_bytes` random bytes as URL-safe unpadded base64."""
        ...

    def random(self) -> float:
        """A float in [0, 1)."""
        ...

    def bytes(self, n: int) -> bytes:
        """`n` random bytes."""
        ...


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> int:
        """Milliseconds since the Unix epoch."""
        return time.time_ns() // 1_000_000

    def monotonic(self) -> float:
        """Seconds since some fixed moment."""
        return time.monotonic()


class SystemChance:
    """The operating system's random source, fit for secrets."""

    def token(self, n_bytes: int) -> str:
        """`n_bytes` random bytes as URL-safe unpadded base64."""
        return secrets.token_urlsafe(n_bytes)

    def random(self) -> float:
        """A float in [0, 1); not fit for secrets."""
        return random.random()

    def bytes(self, n: int) -> bytes:
        """`n` random bytes."""
        return os.urandom(n)


class SeededChance:
    """Chance that repeats itself for the same seed. For tests and simulations only: predictable."""

    def __init__(self, seed: int | str) -> None:
        self._source = random.Random(seed)

    def token(self, n_bytes: int) -> str:
        """`n_bytes` seeded bytes as URL-safe unpadded base64."""
        return base64.urlsafe_b64encode(self._source.randbytes(n_bytes)).rstrip(b"=").decode("ascii")

    def random(self) -> float:
        """A float in [0, 1)."""
        return self._source.random()

    def bytes(self, n: int) -> bytes:
        """`n` seeded bytes."""
        return self._source.randbytes(n)
