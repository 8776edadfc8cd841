"""The follower that counts.

It alone writes these tables, and what a batch adds becomes durable together with how far it has come: a batch that is told again after
a failure finds the counts as they were before it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence

from laiwang.growth.activity import store
from laiwang.growth.activity.rules import DAY_MS, DAYS, tally
from laiwang.kernel.events import stored
from laiwang.kernel.follow import Follower
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Unit

__all__ = ["Counter"]

#: a change of what counts changes the name, and so counts anew
NAME = "activity"
FACTS_PER_BATCH = 512
LINGER_S = 1.0


class Counter:
    """`people_among(ids)` tells which of them log in by themselves: bridges' ghosts and the server itself are no people."""

    def __init__(self, kernel: Kernel, people_among: Callable[[Collection[str]], Awaitable[set[str]]]) -> None:
        self._kernel = kernel
        self._people_among = people_among

    def follower(self) -> Follower:
        """For the manifest."""
        return Follower(
            NAME,
            plan=self.plan,
            topic_prefix="room:",
            batch_max=FACTS_PER_BATCH,
            linger_s=LINGER_S,
            forget=store.FORGET,
        )

    async def plan(self, facts: Sequence[Fact]) -> Unit | None:
        """The unit that counts the next facts."""
        today = self._kernel.clock.now_ms() // DAY_MS
        found = tally((stored(fact).event for fact in facts), today)
        people = await self._people_among({user_id for _, user_id in found})
        messages: dict[int, int] = {}
        wrote: dict[int, set[str]] = {}
        for (day, user_id), count in found.items():
            if user_id in people:
                messages[day] = messages.get(day, 0) + count
                wrote.setdefault(day, set()).add(user_id)
        if not messages:
            return None
        return await self._unit(messages, wrote, today)

    async def _unit(self, messages: dict[int, int], wrote: dict[int, set[str]], today: int) -> Unit:
        fetch, unit = self._kernel.database.fetch, Unit()
        reached = await fetch(store.REACHED, {"name": NAME})
        # From the start of the log it is counted anew: what is still in the tables goes in the same unit.
        is_anew = not reached or reached[0][0] == 0
        known = {} if is_anew else {row[0]: row for row in await fetch(store.DAYS_SINCE, {"since": min(messages)})}
        for day, count in messages.items():
            _, messages_before, people_before = known.get(day, (day, 0, 0))
            some = {"of_day": day, "some": sorted(wrote[day])}
            old = set() if is_anew else {row[0] for row in await fetch(store.WRITERS, some)}
            new = sorted(wrote[day] - old)
            for user_id in new:
                unit.write(store.ADD_WRITER, {"day": day, "user_id": user_id})
            row = {"day": day, "messages": messages_before + count, "people": people_before + len(new)}
            unit.write(store.SAVE_DAY, row)
        who = sorted(set().union(*wrote.values()))
        last: dict[str, int] = {} if is_anew else dict(await fetch(store.LAST_DAYS, {"some": who}))
        for day in sorted(wrote):  # the latest is written last, and stays
            for user_id in sorted(wrote[day]):
                if day > last.get(user_id, -1):
                    unit.write(store.SAVE_LAST_DAY, {"user_id": user_id, "day": day})
        if today not in known:  # a new day: those before the last thirty are not shown any more
            for statement in (store.DROP_DAYS, store.DROP_WRITERS):
                unit.write(statement, {"first": today - DAYS + 1})
        return unit
