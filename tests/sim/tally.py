"""A follower that counts the events of every room: each once, however often the power fails."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from sqlalchemy import bindparam, select

from laiwang.kernel.follow import Follower
from laiwang.kernel.ports import Fact, Tx
from laiwang.kernel.tables import log, topics
from tests.sim.history import History

__all__ = ["TALLY", "Tally"]

TALLY = "tally"
_COUNT = (
    select(log.c.body)
    .select_from(log.join(topics, topics.c.id == log.c.topic))
    .where(topics.c.name == TALLY, log.c.key == bindparam("room"))
)


class Tally:
    """Effect: a keyed fact per room, [events, position of the last of them]."""

    def __init__(self, history: History) -> None:
        self._history = history

    def follower(self) -> Follower:
        """What the server runs."""
        return Follower(TALLY, self._count, topic_prefix="room:", batch_max=20)

    async def _count(self, tx: Tx, facts: Sequence[Fact]) -> None:
        counts: dict[str, list[int]] = {}
        for fact in facts:
            if fact.topic not in counts:
                row = await tx.fetch_one(_COUNT, {"room": fact.topic})
                counts[fact.topic] = [0, 0] if row is None else orjson.loads(row[0])
            count = counts[fact.topic]
            if fact.position <= count[1]:
                self._history.find("follower", f"{fact} was followed already, up to {count[1]}")
            count[0] += 1
            count[1] = fact.position
        for topic, count in counts.items():
            tx.append(TALLY, "count", orjson.dumps(count), key=topic)
