"""The follower that starts timers, and the task that burns what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby

import structlog

from laiwang.chat.burn import store
from laiwang.chat.burn.model import Pending, Timer
from laiwang.chat.burn.rules import BURN, read_by_all, timer_in
from laiwang.chat.media import media_in
from laiwang.chat.messages import Messages
from laiwang.chat.receipts import public_receipt_in
from laiwang.kernel.errand import Errand
from laiwang.kernel.events import stored
from laiwang.kernel.follow import Follower
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Fact, Unit, Write
from laiwang.kernel.room import Draft, Room
from laiwang.kit.refusals import Busy, Refused
from laiwang.matrix.relations import MAIN, relation_of

__all__ = ["Burner", "Watch"]

#: of the follower and the errand: what one finds the other does, in the same process
LEASE = "burning"
FACTS_PER_BATCH = 200
BURNT_AT_ONCE = 50
#: the clock may be set: it is looked at again after this
SLEEP_S_MAX = 60.0
#: where nobody in the room can take a message back
POSTPONED_MS = 3_600_000
REASON = "Burnt after reading"
#: rows that go with the bytes of these files of a person, in the unit of the redaction
GiveUp = Callable[[str, set[str]], Sequence[Write]]
log_ = structlog.get_logger(__name__)


class _Batch:
    """What a stretch of the log does."""

    def __init__(self) -> None:
        self.timers: dict[str, Timer | None] = {}
        self.unit = Unit()
        #: room → (sender, thread) of messages that begin to wait
        self.new: dict[str, set[tuple[str, str]]] = defaultdict(set)
        #: room → (person, thread) → position
        self.marks: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
        #: rooms in which somebody has read or gone
        self.moved: dict[str, None] = {}


class Watch:
    """Follows messages, receipts and timers. `timers` holds every room that has had one."""

    def __init__(self, kernel: Kernel, *, unread_ms_max: int, wake: Callable[[], None]) -> None:
        self._kernel = kernel
        self._unread_ms_max = unread_ms_max
        self._wake = wake
        self.timers: dict[str, Timer | None] = {}

    def follower(self) -> Follower:
        """For the manifest."""
        return Follower("burn", plan=self._plan, batch_max=FACTS_PER_BATCH, begin=self.load, lease=LEASE)

    async def load(self) -> None:
        """Reads the timers."""
        for room_id, after_ms, start in await self._kernel.database.fetch(store.TIMERS):
            self.timers[room_id] = Timer(after_ms, start) if after_ms else None

    async def _plan(self, facts: Sequence[Fact]) -> Unit | None:
        batch = _Batch()
        for fact in facts:
            if fact.topic.startswith("room:"):
                self._event(fact, batch)
            elif fact.topic.startswith("receipts:"):
                self._receipt(fact, batch)
        for room_id in batch.moved:
            await self._start_timers(room_id, batch)
        unit = batch.unit
        if not unit.writes:
            return None
        unit.applied = lambda _: self._applied(batch.timers)
        return unit

    def _applied(self, timers: dict[str, Timer | None]) -> None:
        self.timers.update(timers)
        self._wake()

    def _event(self, fact: Fact, batch: _Batch) -> None:
        known = stored(fact)
        event = known.event
        room_id = event.room_id
        if event.state_key is not None:
            if event.type == BURN and not event.state_key:
                timer = timer_in(event.content)
                batch.timers[room_id] = timer
                row = {"room_id": room_id, "after_ms": 0, "start": ""}
                if timer is None:
                    batch.unit.write(store.FORGET_MARKS, {"room": room_id})
                else:
                    row |= {"after_ms": timer.after_ms, "start": timer.start}
                batch.unit.write(store.SET_TIMER, row)
            elif event.type == "m.room.member" and self._is_known(room_id, batch):
                batch.moved[room_id] = None
            return
        if not self._is_known(room_id, batch):
            return
        if event.type == "m.room.redaction":
            batch.unit.write(store.REMOVE_EVENT, {"event": event.redacts or "", "room": room_id})
            return
        timer = batch.timers[room_id] if room_id in batch.timers else self.timers.get(room_id)
        if timer is None or known.redacted:
            return
        relation = relation_of(event.content)
        is_reply = relation is not None and relation.rel_type == "m.thread" and relation.event_id is not None
        thread = relation.event_id if relation is not None and is_reply and relation.event_id else MAIN
        is_running = timer.start == "sent"
        wait_ms = timer.after_ms if is_running else max(timer.after_ms, self._unread_ms_max)
        row = {
            "position": fact.position,
            "room_id": room_id,
            "event_id": event.event_id,
            "sender": event.sender,
            "thread": thread,
            "after_ms": timer.after_ms,
            "is_running": int(is_running),
            # By the clock of this server: what an application service says of the time of its messages counts for nothing here.
            "due_ms": self._kernel.clock.now_ms() + wait_ms,
        }
        batch.unit.write(store.ADD, row)
        if not is_running:
            batch.new[room_id].add((event.sender, thread))

    def _is_known(self, room_id: str, batch: _Batch) -> bool:
        return room_id in self.timers or room_id in batch.timers

    def _receipt(self, fact: Fact, batch: _Batch) -> None:
        room_id = fact.topic.removeprefix("receipts:")
        if not self._is_known(room_id, batch):
            return
        user_id, thread, position = public_receipt_in(fact)
        batch.marks[room_id][user_id, thread] = position
        row = {"room_id": room_id, "user_id": user_id, "thread": thread, "position": position}
        batch.unit.write(store.SET_MARK, row)
        batch.moved[room_id] = None

    async def _start_timers(self, room_id: str, batch: _Batch) -> None:
        database = self._kernel.database
        waiting = {(row[0], row[1]) for row in await database.fetch(store.UNREAD, {"room": room_id})}
        waiting |= batch.new[room_id]
        room = await self._kernel.rooms.get(room_id) if waiting else None
        if room is None:
            return
        marks = {(row[0], row[1]): int(row[2]) for row in await database.fetch(store.MARKS, {"room": room_id})}
        marks |= batch.marks[room_id]
        joined = room.joined()
        now_ms = self._kernel.clock.now_ms()
        for sender, thread in sorted(waiting):
            upto = read_by_all(sender, thread, joined, marks)
            if upto:
                params = {"room": room_id, "author": sender, "in_thread": thread, "upto": upto, "now_ms": now_ms}
                batch.unit.write(store.READ, params)


class Burner:
    """Burns what is due, some at a time. The row goes in the unit of the redaction: what is interrupted is neither lost nor done twice."""

    def __init__(self, kernel: Kernel, messages: Messages, *, give_up: GiveUp, given_up: Callable[[], None]) -> None:
        self._kernel = kernel
        self._messages = messages
        self._give_up = give_up
        self._given_up = given_up
        self._looked_ms: int | None = None
        self.errand = Errand(kernel.leases, LEASE, self._work, expected=(Busy,))

    async def _work(self) -> float:
        clock = self._kernel.clock
        now_ms = clock.now_ms()
        if self._looked_ms is None or now_ms < self._looked_ms:
            unit = Unit()
            unit.write(store.PULL_IN, {"now_ms": now_ms})
            await self._kernel.log.append(unit)
        self._looked_ms = now_ms
        params = {"now_ms": now_ms, "most": BURNT_AT_ONCE}
        due = [Pending(*row) for row in await self._kernel.database.fetch(store.DUE, params)]
        by_room = sorted(due, key=lambda one: one.room_id)
        for room_id, group in groupby(by_room, key=lambda one: one.room_id):
            await self._burn(room_id, list(group))
        row = await self._kernel.database.fetch_one(store.NEXT)
        if row is None or row[0] is None:
            return SLEEP_S_MAX
        return min(max(0.0, (int(row[0]) - clock.now_ms()) / 1000), SLEEP_S_MAX)

    async def _burn(self, room_id: str, due: Sequence[Pending]) -> None:
        room = await self._kernel.rooms.get(room_id)
        facts = await self._kernel.rooms.facts_at([one.position for one in due])
        gone = Unit()
        drafts: list[tuple[Pending, Fact]] = []
        for one in due:
            fact = facts.get(one.position)
            if room is None or not room.joined_count or fact is None or stored(fact).redacted:
                gone.write(store.REMOVE, {"at": one.position})  # nothing is left, or nobody who could see it
            else:
                drafts.append((one, fact))
        if gone.writes:
            await self._kernel.log.append(gone)
        if room is None or not drafts:
            return
        try:
            by_sender = [self._draft(one, fact, one.sender) for one, fact in drafts]
            await self._kernel.rooms.submit(room, by_sender)
        except (Refused, Conflict):
            for one, fact in drafts:
                await self._burn_one(room_id, one, fact)
        self._given_up()

    async def _burn_one(self, room_id: str, one: Pending, fact: Fact) -> None:
        room = await self._kernel.rooms.get(room_id)
        assert room is not None
        for actor in _who_may(room, one.sender):
            try:
                await self._kernel.rooms.submit(room, [self._draft(one, fact, actor)])
            except Refused:
                continue
            except Conflict:
                pass  # somebody was faster; if not, it is due again at once
            return
        log_.warning("nobody in the room can take a message back", room_id=room_id, event_id=one.event_id)
        unit = Unit()
        unit.write(store.POSTPONE, {"at": one.position, "until_ms": self._kernel.clock.now_ms() + POSTPONED_MS})
        await self._kernel.log.append(unit)

    def _draft(self, one: Pending, fact: Fact, actor: str) -> Draft:
        media = media_in(stored(fact).event.content, self._kernel.server_name)
        also = (
            Write(store.REMOVE, {"at": one.position}, rows_expected=1),
            *(self._give_up(one.sender, media) if media else ()),
        )
        return self._messages.actions.redaction(fact, actor, {"reason": REASON, BURN: True}, also=also)


def _who_may(room: Room, sender: str) -> list[str]:
    """In whose name a message can be taken back: its sender's, or that of whoever has the highest level."""
    joined = set(room.joined())
    levels = room.power_levels
    others = sorted(joined - {sender}, key=lambda user_id: (-levels.user(user_id), user_id))
    # A redaction by somebody of the same server is done whatever her level (rooms/v3, "Handling redactions").
    return [*([sender] if sender in joined else ()), *others[:1]]
