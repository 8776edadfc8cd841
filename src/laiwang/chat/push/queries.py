"""GET /notifications: what notified a person lately, over all of her rooms, newest first. Source: API/notifications.

Nothing is kept for it. Rooms are looked into backwards from their newest event, always the one that can have the newest notification left.
"""

from __future__ import annotations

import heapq
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from laiwang.chat.push import store
from laiwang.chat.push.counts import MAIN, Counts
from laiwang.chat.push.rulebook import RuleBook
from laiwang.kernel.events import served, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.sight import sight_of
from laiwang.matrix.push_evaluation import CompiledRules, EventView, Outcome, evaluate_default

__all__ = ["Notification", "Queries"]

CHUNK = 20
#: events that one page looks at; what is left is for the next page
LOOKS_MAX = 4000


class Notification(NamedTuple):
    """One event that notified, as it is answered: JSON."""

    position: int
    json: bytes


class _Place(NamedTuple):
    """A room with nothing looked at up to `-upto`, or a notification that was found there."""

    upto: int
    room_id: str
    found: bytes | None


class Queries:
    """`read_up_to` and `ignored_by` as for counts."""

    def __init__(
        self,
        kernel: Kernel,
        rulebook: RuleBook,
        counts: Counts,
        read_up_to: Callable[[str, str], Awaitable[Mapping[str, int]]],
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
    ) -> None:
        self._kernel = kernel
        self._rulebook = rulebook
        self._counts = counts
        self._read_up_to = read_up_to
        self._ignored_by = ignored_by

    async def page(
        self, user_id: str, before: int | None, limit: int, *, highlights: bool
    ) -> tuple[list[Notification], int | None]:
        """Notifications at positions below `before`, and where the next page begins (None: nothing is left)."""
        joined = set(await self._kernel.memberships.joined(user_id))
        heap = []
        for room_id, head in (await self._kernel.rooms.heads(user_id)).items():
            if room_id in joined:
                heap.append(_Place(-head if before is None else -min(head, before - 1), room_id, None))
        heapq.heapify(heap)
        page: list[Notification] = []
        looks = 0
        while heap and len(page) < limit:
            if looks >= LOOKS_MAX:
                return page, -heap[0].upto + 1
            place = heapq.heappop(heap)
            if place.found is not None:
                page.append(Notification(-place.upto, place.found))
                continue
            looks += CHUNK
            found, rest = await self._look(user_id, place.room_id, -place.upto, highlights)
            for one in found:
                heapq.heappush(heap, _Place(-one.position, place.room_id, one.json))
            if rest > 0:
                heapq.heappush(heap, _Place(-rest, place.room_id, None))
        return page, page[-1].position if heap and page else None

    async def _look(self, user_id: str, room_id: str, upto: int, highlights: bool) -> tuple[list[Notification], int]:
        """What notified in the next stretch backwards from a position, and where the stretch before it ends (0: nowhere)."""
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            return [], 0
        since = await self._counts.entered_at(user_id, room)
        rules = await self._rulebook.compiled(user_id)
        facts = await self._facts(room, since, upto, rules)
        if not facts:
            return [], 0
        ignored = await self._ignored_by(user_id)
        read = await self._read_up_to(user_id, room_id)
        sight = await sight_of(self._kernel.rooms, room, user_id)
        found = []
        for fact in facts:
            known = stored(fact)
            if known.redacted or known.event.sender in ignored or not sight.sees(fact):
                continue
            outcome = self._outcome(user_id, room, fact, rules)
            if outcome.notify and (outcome.highlight or not highlights):
                found.append(self._shown(room, fact, outcome, read))
        return found, facts[-1].position - 1 if len(facts) == CHUNK else 0

    async def _facts(self, room: Room, since: int, upto: int, rules: CompiledRules | None) -> Sequence[Fact]:
        """The newest first. Under the predefined rules the marks say which ones need no look."""
        if rules is not None:
            return await self._kernel.log.read(room.topic, since, upto, limit=CHUNK, newest_first=True)
        rows = await self._kernel.database.fetch(
            store.NOTIFYING, {"topic_name": room.topic, "since": since, "upto": upto, "most": CHUNK}
        )
        found = await self._kernel.rooms.facts_at([row[0] for row in rows])
        return sorted(found.values(), key=lambda fact: -fact.position)

    def _outcome(self, user_id: str, room: Room, fact: Fact, rules: CompiledRules | None) -> Outcome:
        known = stored(fact)
        if rules is None and known.outcome is not None:
            outcome: Outcome = known.outcome.of(user_id)
            return outcome
        view = EventView(known.event, room.push_context(known.event.sender))
        if rules is None:
            default = known.outcome = evaluate_default(view)
            return default.of(user_id)
        member = room.members.get(user_id)
        return rules.evaluate(view, member.display_name if member is not None else None)

    def _shown(self, room: Room, fact: Fact, outcome: Outcome, read: Mapping[str, int]) -> Notification:
        known = stored(fact)
        thread = "main"
        if known.thread != MAIN:
            relates_to = known.event.content.get("m.relates_to")
            thread = str(relates_to.get("event_id")) if isinstance(relates_to, dict) else "main"
        rest: dict[str, Any] = {
            "actions": list(outcome.actions),
            "read": fact.position <= max(read.get("", 0), read.get(thread, 0)),
            "room_id": room.room_id,
            "ts": known.event.origin_server_ts,
        }
        event = served(fact, self._kernel.clock.now_ms(), room_id=room.room_id)
        return Notification(fact.position, b'{"event":%b,%b' % (event, orjson.dumps(rest)[1:]))
