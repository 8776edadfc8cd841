"""What happens to the machine: the disk is slow or full for a while, and the power fails where it hurts."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

from laiwang.kernel.bus import Hub, InProcessBus
from tests.sim.store import SeededPace

__all__ = ["CRASHES", "LossyHub", "Weather"]

#: where a crash falls
BEFORE, AFTER, ANYTIME = "before it is durable", "after it is durable, before anybody knows", "at any moment"
CRASHES = (BEFORE, BEFORE, AFTER, AFTER, ANYTIME)


class LossyHub(Hub):
    """The bus of a world: a word may reach some and not others, until the weather is good for ever."""

    def __init__(self, chance: random.Random, loss: float) -> None:
        super().__init__()
        self.loss = loss
        self._chance = chance

    def carry(self, sender: InProcessBus, subject: str, word: bytes) -> None:
        """See Hub."""
        for member in self.members:
            if member is not sender and self._chance.random() >= self.loss:
                member.bring(subject, word)


class Weather(SeededPace):
    """The pace of one world. `crash(why)` is called in the middle of a flush, or between the disk and the event loop."""

    SLOW_S_MAX = 0.3

    def __init__(self, chance: random.Random, crash: Callable[[str], None]) -> None:
        super().__init__(chance)
        self._crash = crash
        self._armed: str | None = None
        self._slow = 0.0
        self._refuses = 0.0

    def strike(self, where: str) -> None:
        """The power will fail there at the next occasion."""
        if where == ANYTIME:
            self._crash(where)
        else:
            self._armed = where

    @property
    def is_armed(self) -> bool:
        """Whether the power has yet to fail."""
        return self._armed is not None

    async def bad_disk(self, duration_s: float) -> None:
        """The disk is full, or slow, or both, for a while."""
        self._refuses = self._chance.choice((0.0, 0.3, 1.0))
        self._slow = self._chance.choice((0.0, 1.0)) if self._refuses else 1.0
        await asyncio.sleep(duration_s)
        self.clear()

    def clear(self) -> None:
        """A good disk, and no crash to come."""
        self._slow = self._refuses = 0.0
        self._armed = None

    def flush_s(self) -> float:
        """See Pace."""
        takes_s = super().flush_s() if not self._slow else self._chance.uniform(0.02, self.SLOW_S_MAX)
        if self._armed == BEFORE:
            self._fall(BEFORE, takes_s)
        return takes_s

    def publish_s(self) -> float:
        """See Pace."""
        takes_s = super().publish_s()
        if self._armed == AFTER:
            takes_s = max(takes_s, 0.0005)
            self._fall(AFTER, takes_s)
        return takes_s

    def fails(self) -> bool:
        """See Pace."""
        return self._chance.random() < self._refuses

    def _fall(self, where: str, within_s: float) -> None:
        self._armed = None
        asyncio.get_running_loop().call_later(within_s * self._chance.uniform(0.0, 0.99), self._crash, where)
