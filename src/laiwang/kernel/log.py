"""The log: one total order of facts, its recent part in memory.

Readers ask for (topic, since, upto]; the answer comes from memory when the tail of that topic reaches back far enough, else from the
database. Memory is bounded by facts per topic and by bytes over all topics; the least recently written topics go first.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections import OrderedDict, deque
from collections.abc import Collection, Sequence
from itertools import islice
from operator import attrgetter

from laiwang.kernel.mirror import Mirrors
from laiwang.kernel.ports import Committed, Database, Fact, Rewrite, Unit
from laiwang.kernel.wake import Bells, bell

__all__ = ["ANY_TOPIC", "Log"]

#: a bell that rings with every group that has facts, whatever their topics: followers listen to it
ANY_TOPIC = "*"
#: rough memory of a fact beyond its body
FACT_OVERHEAD_BYTES = 400
#: the newest facts of all topics, for those who follow everything closely
NEWEST_FACTS_MAX = 4000
NEWEST_BYTES_MAX = 4 << 20
_position = attrgetter("position")
#: how often one who is waited for is looked for; it is rare, and mostly over within a round of the event loop
REACHED_S = 0.001
CATCH_UP_S = 0.1


class _Tail:
    __slots__ = ("bytes", "facts", "floor")

    def __init__(self, floor: int) -> None:
        self.floor = floor  # every fact of the topic after this position is in `facts`
        self.facts: deque[Fact] = deque()
        self.bytes = 0


class Log:
    """Append and read. `position` is the last position that readers may see: everything up to it is durable and in memory's view."""

    def __init__(
        self, database: Database, bells: Bells, *, facts_per_topic_max: int = 200, bytes_max: int = 48 << 20
    ) -> None:
        self.database = database
        self.bells = bells
        self.mirrors = Mirrors()
        self.position = 0
        self._floor = 0  # topics without a tail have no fact after this position
        self._tails: OrderedDict[str, _Tail] = OrderedDict()
        self._bytes = 0
        self._newest: deque[Fact] = deque()
        self._newest_floor = 0  # every fact after this position is in `_newest`
        self._newest_bytes = 0
        self._facts_per_topic_max = facts_per_topic_max
        self._bytes_max = bytes_max

    def start(self) -> None:
        """Takes the position that the database has after it started."""
        self.position = self._floor = self._newest_floor = self.database.position

    async def append(self, unit: Unit) -> Committed:
        """Commits a unit; when this returns it is durable and visible, and the bells have rung. Raises Conflict, DatabaseDown."""
        return await self.database.commit(unit)

    def publish(self, units: Sequence[tuple[Unit, Sequence[Fact]]], position: int) -> None:
        """Called by the database on the event loop, once per durable group, in order. Makes the group visible, then rings.

        What other processes have written comes as units whose facts have their positions already, and without `applied`.
        """
        topics: dict[str, None] = {}
        hearers = self.mirrors.by_kind
        quiet: dict[str, None] = {}
        for unit, facts in units:
            rung = topics if unit.wakes is None else quiet
            for fact in facts:
                self._keep(fact)
                self._newest.append(fact)
                self._newest_bytes += len(fact.body) + FACT_OVERHEAD_BYTES
                rung[bell(fact.topic)] = None
            if unit.wakes is not None:
                topics.update((bell(topic), None) for topic in unit.wakes)
            for rewrite in unit.rewrites:
                self._rewrite(rewrite)
                for hear in self.mirrors.rewritten:
                    hear(rewrite)
            if unit.applied is not None:
                unit.applied(facts)
            for fact in facts:
                for take in hearers.get(fact.kind, ()):
                    take(fact)
        self.position = position
        if self._bytes > self._bytes_max:
            self._evict()
        if topics or quiet:
            topics[ANY_TOPIC] = None
        newest = self._newest
        while newest and (len(newest) > NEWEST_FACTS_MAX or self._newest_bytes > NEWEST_BYTES_MAX):
            gone = newest.popleft()
            self._newest_floor = gone.position
            self._newest_bytes -= len(gone.body) + FACT_OVERHEAD_BYTES
        if quiet:
            self.bells.ring(quiet, wakes=False)
        self.bells.ring(topics)

    async def reach(self, position: int, *, timeout_s: float) -> bool:
        """Waits until memory has come to a position that this process knows of from the database, or from a token of another process.
        Whether it has."""
        loop = asyncio.get_running_loop()
        end_s = loop.time() + timeout_s
        while self.position < position:
            if loop.time() >= end_s:
                return False
            await asyncio.sleep(REACHED_S)
        return True

    async def catch_up(self, position: int) -> bool:
        """Brings memory to a position that a client knows of, perhaps from another process. Whether there is such a position."""
        if self.position < position and not await self.reach(position, timeout_s=CATCH_UP_S):
            await self.append(Unit())  # whoever writes has heard of everything before
        return self.position >= position

    def recent(self, topic: str, since: int) -> list[Fact] | None:
        """Facts of a topic after `since` from memory, or None when memory does not reach back that far."""
        tail = self._tails.get(topic)
        if tail is None:
            return [] if since >= self._floor else None
        if since < tail.floor:
            return None
        facts = tail.facts
        if not facts or facts[-1].position <= since:
            return []
        found = []
        for fact in reversed(facts):
            if fact.position <= since:
                break
            found.append(fact)
        found.reverse()
        return found

    def newest_of_all(self, since: int, prefix: str | None, count: int) -> list[Fact] | None:
        """The first `count` facts after `since`, of any topic or those with a prefix, from memory, or None when memory does not reach back
        that far. Those that were replaced by a later one with the same key are among them."""
        if since < self._newest_floor:
            return None
        newest = self._newest
        after = islice(newest, bisect_right(newest, since, key=_position), None)
        return list(islice((fact for fact in after if prefix is None or fact.topic.startswith(prefix)), count))

    async def read(
        self, topic: str, since: int, upto: int | None = None, *, limit: int | None = None, newest_first: bool = False
    ) -> list[Fact]:
        """Facts of a topic with since < position <= upto, each key once (its latest). `upto` defaults to the position now."""
        end = self.position if upto is None else upto
        if end <= since:
            return []
        facts = self.recent(topic, since)
        if facts is None:
            return await self.database.facts(topic, since, end, limit=limit, newest_first=newest_first)
        if end < self.position:
            facts = [fact for fact in facts if fact.position <= end]
        facts = _latest_by_key(facts)
        if newest_first:
            facts.reverse()
        return facts if limit is None else facts[:limit]

    def recent_any(self, topic: str) -> Sequence[Fact]:
        """Whatever memory holds of a topic, oldest first."""
        tail = self._tails.get(topic)
        return tail.facts if tail is not None else ()

    def newest(self, topic: str, count: int, upto: int, first: int) -> list[Fact] | None:
        """The last `count` facts up to a position, oldest first, when memory has that many or the whole topic (whose first fact stands
        at `first`); else None."""
        tail = self._tails.get(topic)
        if tail is None or not tail.facts:
            return None
        facts = tail.facts
        whole = facts[0].position <= first
        found = []
        for fact in reversed(facts):
            if fact.position > upto:
                continue
            found.append(fact)
            if len(found) == count:
                break
        if len(found) < count and not whole:
            return None
        found.reverse()
        return found

    def warm(self, topic: str, floor: int, facts: Sequence[Fact]) -> None:
        """Gives a topic a tail that was read from the database (all its facts after `floor` up to the position now)."""
        if topic in self._tails:
            return
        tail = self._tails[topic] = _Tail(floor)
        for fact in facts:
            tail.facts.append(fact)
            size = len(fact.body) + FACT_OVERHEAD_BYTES
            tail.bytes += size
            self._bytes += size

    def _keep(self, fact: Fact) -> None:
        tail = self._tails.get(fact.topic)
        if tail is None:
            tail = self._tails[fact.topic] = _Tail(max(self._floor, 0))
        else:
            self._tails.move_to_end(fact.topic)
        size = len(fact.body) + FACT_OVERHEAD_BYTES
        tail.facts.append(fact)
        tail.bytes += size
        self._bytes += size
        if len(tail.facts) > self._facts_per_topic_max:
            self._trim(tail, self._facts_per_topic_max * 3 // 4)

    def _trim(self, tail: _Tail, keep: int) -> None:
        facts = tail.facts
        while len(facts) > keep:
            gone = facts.popleft()
            size = len(gone.body) + FACT_OVERHEAD_BYTES
            tail.floor = gone.position
            tail.bytes -= size
            self._bytes -= size

    def forget(self, topic: str, positions: Collection[int]) -> None:
        """Takes facts of a topic that have been deleted out of memory."""
        tail = self._tails.get(topic)
        if tail is not None:
            gone = sum(len(fact.body) + FACT_OVERHEAD_BYTES for fact in tail.facts if fact.position in positions)
            tail.facts = deque(fact for fact in tail.facts if fact.position not in positions)
            tail.bytes -= gone
            self._bytes -= gone
        if self._newest and self._newest[0].position <= max(positions, default=0):
            gone = sum(len(fact.body) + FACT_OVERHEAD_BYTES for fact in self._newest if fact.position in positions)
            self._newest = deque(fact for fact in self._newest if fact.position not in positions)
            self._newest_bytes -= gone

    def forget_before(self, topic: str, position: int) -> None:
        """Takes a topic out of memory up to a position: some of its facts have been deleted, and nobody here knows which."""
        tail = self._tails.get(topic)
        if tail is not None:
            kept = [fact for fact in tail.facts if fact.position > position]
            self._bytes -= tail.bytes
            tail.facts, tail.floor = deque(kept), max(tail.floor, position)
            tail.bytes = sum(len(fact.body) + FACT_OVERHEAD_BYTES for fact in kept)
            self._bytes += tail.bytes
        self._newest = deque(fact for fact in self._newest if fact.position > position)
        self._newest_bytes = sum(len(fact.body) + FACT_OVERHEAD_BYTES for fact in self._newest)
        self._newest_floor = max(self._newest_floor, position)

    def _rewrite(self, rewrite: Rewrite) -> None:
        at = bisect_right(self._newest, rewrite.position - 1, key=_position)
        if at < len(self._newest) and self._newest[at].position == rewrite.position:
            fact = self._newest[at]
            self._newest_bytes += len(rewrite.body) - len(fact.body)
            if not self._rewrite_tail(rewrite):
                fact.body, fact.meta, fact.mark, fact.cache = rewrite.body, rewrite.meta, 0, None
            return
        self._rewrite_tail(rewrite)

    def _rewrite_tail(self, rewrite: Rewrite) -> bool:
        """Whether memory of the topic had the fact: it is the same object as the one among the newest."""
        tail = self._tails.get(rewrite.topic)
        if tail is None:
            return False
        for fact in reversed(tail.facts):
            if fact.position == rewrite.position:
                size = len(rewrite.body) - len(fact.body)
                tail.bytes += size
                self._bytes += size
                fact.body, fact.meta, fact.mark, fact.cache = rewrite.body, rewrite.meta, 0, None
                return True
            if fact.position < rewrite.position:
                break
        return False

    def _evict(self) -> None:
        while self._bytes > self._bytes_max * 3 // 4 and self._tails:
            _, tail = self._tails.popitem(last=False)
            self._bytes -= tail.bytes
            if tail.facts:
                self._floor = max(self._floor, tail.facts[-1].position)
            self._floor = max(self._floor, tail.floor)


def _latest_by_key(facts: list[Fact]) -> list[Fact]:
    latest: dict[str, int] = {}
    for fact in facts:
        if fact.key is not None:
            latest[fact.key] = fact.position
    if not latest:
        return facts
    return [fact for fact in facts if fact.key is None or latest[fact.key] == fact.position]
