"""Mistakes that a kernel like ours has had or could have, each planted in one place, for the simulator to find."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import bindparam, update

import laiwang.chat.sync.feature as sync_feature
import laiwang.kernel.follow as follow
import laiwang.kernel.log as log
import laiwang.kernel.room as room
import laiwang.kernel.room_unit as room_unit
from laiwang.chat.sync import window
from laiwang.chat.sync.feature import Sync
from laiwang.kernel.ephemeral import Ephemeral
from laiwang.kernel.follow import Follower, Followers
from laiwang.kernel.lease import Lease
from laiwang.kernel.log import Log
from laiwang.kernel.members import Memberships
from laiwang.kernel.mirror import Mirrors
from laiwang.kernel.ports import Committed, DatabaseDown, Fact, Tx, Unit
from laiwang.kernel.room import Room
from laiwang.kernel.rooms import Rooms
from laiwang.kernel.tables import rooms
from laiwang.kernel.wake import bell

__all__ = ["FAULTS", "Fault"]

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and as what the simulator must find it."""

    plant: Plant
    kind: str
    #: how many processes it takes
    processes: int = 1

    @property
    def name(self) -> str:
        """What is wrong, in a few words."""
        return self.plant.__name__.strip("_")


def _no_bell_for_memberships(patch: pytest.MonkeyPatch) -> None:
    """Who is let into a room hears nothing of it."""
    ring = bell
    patch.setattr(log, "bell", lambda topic: "" if topic.startswith("user:") else ring(topic))


def _bell_before_durable(patch: pytest.MonkeyPatch) -> None:
    """The writer rings when it hands its unit in, and the commit is silent."""
    publish = Log.publish

    async def append(self: Log, unit: Unit) -> Committed:
        self.bells.ring({bell(fact.topic): None for fact in unit.facts})
        return await self.database.commit(unit)

    def silent(self: Log, units: Sequence[tuple[Unit, Sequence[Fact]]], position: int) -> None:
        bells, self.bells = self.bells, type(self.bells)()
        try:
            publish(self, units, position)
        finally:
            self.bells = bells

    patch.setattr(Log, "append", append)
    patch.setattr(Log, "publish", silent)


def _listener_after_the_look(patch: pytest.MonkeyPatch) -> None:
    """What rings while somebody looks is taken as seen."""
    look = window.look

    async def looks(kernel: Any, session: Any, *rest: Any, **more: Any) -> Any:
        found = await look(kernel, session, *rest, **more)
        await asyncio.sleep(0.002)
        session.listener.dirty.clear()
        return found

    patch.setattr(sync_feature, "look", looks)


def _window_before_the_bells(patch: pytest.MonkeyPatch) -> None:
    """The end of the window is read first, and the bells of what came later are taken with it."""
    look = window.look

    async def looks(kernel: Any, session: Any, *rest: Any, **more: Any) -> Any:
        upto = kernel.log.position
        await asyncio.sleep(0.002)
        context, rang = await look(kernel, session, *rest, **more)
        context.upto = max(upto, context.since)
        return context, rang

    patch.setattr(sync_feature, "look", looks)


def _position_before_apply(patch: pytest.MonkeyPatch) -> None:
    """The position is told before memory knows the facts."""
    publish = Log.publish

    def early(self: Log, units: Sequence[tuple[Unit, Sequence[Fact]]], position: int) -> None:
        self.position = position
        self.bells.ring({bell(fact.topic): None for _, facts in units for fact in facts})
        asyncio.get_running_loop().call_later(0.0005, publish, self, units, position)

    patch.setattr(Log, "publish", early)


def _transaction_id_in_memory_only(patch: pytest.MonkeyPatch) -> None:
    """A retry is recognised until the server dies."""
    add_event = room_unit.add_event

    def forgetful(in_room: Any, unit: Unit, decided: Any, hooks: Any) -> None:
        add_event(in_room, unit, decided, hooks)
        unit.writes = [write for write in unit.writes if write.statement is not room_unit._NEW_TXN]

    patch.setattr(room, "add_event", forgetful)


def _memory_ahead_of_the_disk(patch: pytest.MonkeyPatch) -> None:
    """A room takes its unit for granted, and does not go back when the disk refuses it."""
    move_head = room_unit.move_head

    def moves(in_room: Any, unit: Unit, state: Any) -> None:
        move_head(in_room, unit, state)
        in_room.depth, in_room.head = state.depth, state.head

    async def keeps(self: Room) -> None:
        self._stale = False

    patch.setattr(room, "move_head", moves)
    patch.setattr(Room, "_rebuild", keeps)


def _trimmed_tail_forgets_its_floor(patch: pytest.MonkeyPatch) -> None:
    """Memory drops its oldest facts and goes on answering for them."""

    def trim(self: Log, tail: Any, keep: int) -> None:
        while len(tail.facts) > keep:
            tail.facts.popleft()

    patch.setattr(Log, "_trim", trim)


def _evicted_topics_leave_no_floor(patch: pytest.MonkeyPatch) -> None:
    """A topic that memory has dropped counts as one without facts."""

    def evict(self: Log) -> None:
        while self._bytes > self._bytes_max * 3 // 4 and self._tails:
            self._bytes -= self._tails.popitem(last=False)[1].bytes

    patch.setattr(Log, "_evict", evict)


def _two_of_a_room(patch: pytest.MonkeyPatch) -> None:
    """Rooms fall asleep while they write, and nothing guards their depth."""
    unguarded = (
        update(rooms)
        .where(rooms.c.room_id == bindparam("room"), bindparam("expected_depth") > 0)
        .values(depth=bindparam("new_depth"), head=bindparam("new_head"), position=bindparam("new_position"))
    )
    patch.setattr(room_unit, "_MOVE_HEAD", unguarded)
    patch.setattr(Room, "busy", property(lambda self: False))
    patch.setattr(Rooms, "_sleep_some", _sleep_all)


def _sleep_all(self: Rooms) -> None:
    for one in self._awake.values():
        one.evicted = True
    self._awake.clear()


def _answer_before_the_commit(patch: pytest.MonkeyPatch) -> None:
    """The sender is answered when the unit is on its way."""
    commit = Room._commit_batch

    async def hasty(self: Room, batch: Sequence[Any]) -> None:
        append = self._log.append

        async def acknowledges(unit: Unit) -> Committed:
            for one in batch:
                if not one.future.done():
                    one.future.set_result([fact.cache for fact in map(_Decided, unit.facts) if fact.cache is not None])
            return await append(unit)

        patched = type("Hasty", (), {"append": staticmethod(acknowledges)})()
        self._log, real = patched, self._log
        try:
            await commit(self, batch)
        finally:
            self._log = real

    patch.setattr(Room, "_commit_batch", hasty)


class _Decided:
    """As much of a decided event as an answer needs."""

    def __init__(self, new: Any) -> None:
        self.event_id = getattr(getattr(new.cache, "event", None), "event_id", "")
        self.cache = self if self.event_id else None
        self.draft = type("Draft", (), {"txn": None})


def _keys_do_not_replace(patch: pytest.MonkeyPatch) -> None:
    """Of a fact that was replaced, memory tells both."""
    patch.setattr(log, "_latest_by_key", lambda facts: facts)


def _session_keeps_what_it_followed(patch: pytest.MonkeyPatch) -> None:
    """After a lost answer the session goes on as if it had arrived."""

    async def session(self: Sync, caller: Any, since: Any, is_full_state: bool) -> Any:
        found = self.sessions.open(caller, self._kernel.clock.monotonic())
        if found.owner is not None:
            found.owner = None
            found.listener.wake()
        is_known = since is not None and found.answered is not None and not is_full_state
        if not is_known:
            memberships = await self._kernel.memberships.of(caller.user_id)
            found.follow(room_id for room_id, one in memberships.items() if one.membership in sync_feature.FOLLOWED)
        return found, is_known

    patch.setattr(Sync, "_session", session)


def _memberships_never_change(patch: pytest.MonkeyPatch) -> None:
    """Who is in which room is read once."""
    patch.setattr(Memberships, "changed", lambda self, user_id, room_id, membership: None)


def _cursor_apart_from_the_effect(patch: pytest.MonkeyPatch) -> None:
    """A follower works, and notes in a transaction of its own how far it is."""

    work = Followers._work

    async def apart(self: Followers, follower: Follower, place: Any, facts: Sequence[Fact], target: int) -> bool:
        handle = follower.handle
        if handle is None or not facts:
            return await work(self, follower, place, facts, target)

        async def effect(tx: Tx) -> None:
            await handle(tx, facts)

        await self._database.transaction(effect)
        unit = Unit()
        unit.write(follow._MOVE_CURSOR, {"name": follower.name, "expected": place.stored, "target": target})
        await self._database.commit(unit)
        return True

    patch.setattr(Followers, "_work", apart)


def _failed_unit_is_answered(patch: pytest.MonkeyPatch) -> None:
    """A disk that refuses is taken for one that has written."""
    append = Log.append

    async def careless(self: Log, unit: Unit) -> Committed:
        try:
            return await append(self, unit)
        except DatabaseDown:
            facts = [
                Fact(0, one.topic, one.kind, one.key, one.mark, one.body, one.meta, one.cache) for one in unit.facts
            ]
            return Committed(facts)

    patch.setattr(Log, "append", careless)


def _redaction_leaves_memory_alone(patch: pytest.MonkeyPatch) -> None:
    """What was redacted is still told from memory."""
    patch.setattr(Log, "_rewrite", lambda self, rewrite: None)


def _end_of_typing_rings_nobody(patch: pytest.MonkeyPatch) -> None:
    """Those who wait are not told that nobody types any more."""
    publish = Ephemeral.publish

    def quiet(self: Ephemeral, topic: str, key: str, value: bytes | None, **options: Any) -> int:
        if topic.startswith("typing:") and value == b"[]":
            options["ring"] = ()
        return publish(self, topic, key, value, **options)

    patch.setattr(Ephemeral, "publish", quiet)


def _events_of_others_pass_by(patch: pytest.MonkeyPatch) -> None:
    """Rooms in memory hear nothing of what another process has written."""
    patch.setattr(Rooms, "_heard_event", lambda self, fact: None)


def _redactions_of_others_pass_by(patch: pytest.MonkeyPatch) -> None:
    """What another process has redacted is still told from memory."""
    publish = Log.publish

    def deaf(self: Log, units: Sequence[tuple[Unit, Sequence[Fact]]], position: int) -> None:
        publish(self, [(unit, facts) for unit, facts in units if unit.facts or facts], position)

    patch.setattr(Log, "publish", deaf)


def _races_are_told(patch: pytest.MonkeyPatch) -> None:
    """Whoever loses a race with another process hears of it."""

    async def lost(self: Room, head: str) -> bool:
        await self._rebuild()
        return False

    patch.setattr(Room, "_lost_a_race", lost)


def _receipts_of_others_pass_by(patch: pytest.MonkeyPatch) -> None:
    """Who has read what is read once."""
    hear = Mirrors.add

    def deaf(self: Mirrors, kind: str, take: Any) -> None:
        if kind not in ("m.read", "m.read.private"):
            hear(self, kind, take)

    patch.setattr(Mirrors, "add", deaf)


def _nothing_guards_the_depth(patch: pytest.MonkeyPatch) -> None:
    """Two processes write one room, and the database lets them."""
    unguarded = (
        update(rooms)
        .where(rooms.c.room_id == bindparam("room"), bindparam("expected_depth") > 0)
        .values(depth=bindparam("new_depth"), head=bindparam("new_head"), position=bindparam("new_position"))
    )
    patch.setattr(room_unit, "_MOVE_HEAD", unguarded)


def _nothing_guards_a_lease(patch: pytest.MonkeyPatch) -> None:
    """A process that was taken for dead goes on where it was."""
    patch.setattr(Lease, "guards", ())


FAULTS = (
    Fault(_no_bell_for_memberships, "lateness"),
    Fault(_bell_before_durable, "lateness"),
    Fault(_listener_after_the_look, "lateness"),
    Fault(_window_before_the_bells, "lateness"),
    Fault(_position_before_apply, "loss"),
    Fault(_transaction_id_in_memory_only, "duplication"),
    Fault(_memory_ahead_of_the_disk, "race"),
    Fault(_trimmed_tail_forgets_its_floor, "loss"),
    Fault(_evicted_topics_leave_no_floor, "loss"),
    Fault(_two_of_a_room, "order"),
    Fault(_answer_before_the_commit, "loss"),
    Fault(_failed_unit_is_answered, "loss"),
    Fault(_keys_do_not_replace, "duplication"),
    Fault(_session_keeps_what_it_followed, "loss"),
    Fault(_memberships_never_change, "loss"),
    Fault(_cursor_apart_from_the_effect, "follower"),
    Fault(_redaction_leaves_memory_alone, "mirror"),
    Fault(_end_of_typing_rings_nobody, "lateness"),
    Fault(_events_of_others_pass_by, "lateness", processes=2),
    Fault(_redactions_of_others_pass_by, "mirror", processes=2),
    Fault(_races_are_told, "race", processes=2),
    Fault(_receipts_of_others_pass_by, "replay", processes=2),
    Fault(_nothing_guards_the_depth, "order", processes=2),
    Fault(_nothing_guards_a_lease, "lease", processes=2),
)
