"""All rooms: finding one, waking it from the log, putting it to sleep when it is not used.

Awake rooms are bounded by the members that they keep in memory. The log is the truth: a room that slept is rebuilt from it.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import bindparam, delete, func, select

from laiwang.kernel.events import room_topic, stored
from laiwang.kernel.log import Log
from laiwang.kernel.members import AHEAD_S_MAX, Membership, Memberships
from laiwang.kernel.ports import Chance, Clock, Fact, Rewrite, Unit, Write
from laiwang.kernel.room import Decided, Draft, Room, Txn
from laiwang.kernel.tables import event_ids, log, memberships, room_state, rooms, topics, transactions
from laiwang.matrix.event import build
from laiwang.matrix.ids import new_room_id
from laiwang.matrix.versions import RoomVersion, get_version

__all__ = ["Rooms"]

_ROOM = select(rooms.c.version, rooms.c.depth, rooms.c.head, rooms.c.position).where(
    rooms.c.room_id == bindparam("room_id")
)
_LATEST = (
    select(room_state.c.type, room_state.c.state_key, func.max(room_state.c.position).label("position"))
    .where(room_state.c.room_id == bindparam("room_id"), room_state.c.position <= bindparam("upto"))
    .group_by(room_state.c.type, room_state.c.state_key)
    .subquery()
)
_STATE = (
    select(log.c.position, log.c.kind, log.c.key, log.c.mark, log.c.body, log.c.meta)
    .select_from(_LATEST.join(log, log.c.position == _LATEST.c.position))
    .order_by(log.c.position)
)
_STATE_POSITIONS = select(_LATEST.c.type, _LATEST.c.state_key, _LATEST.c.position)
_STATE_CHANGES = (
    select(room_state.c.type, room_state.c.state_key, room_state.c.position)
    .where(
        room_state.c.room_id == bindparam("room_id"),
        room_state.c.position > bindparam("since"),
        room_state.c.position <= bindparam("upto"),
    )
    .order_by(room_state.c.position)
)
_HISTORY = (
    select(log.c.position, log.c.kind, log.c.key, log.c.mark, log.c.body, log.c.meta)
    .select_from(room_state.join(log, log.c.position == room_state.c.position))
    .where(
        room_state.c.room_id == bindparam("room_id"),
        room_state.c.type == bindparam("type"),
        room_state.c.state_key == bindparam("state_key"),
    )
    .order_by(room_state.c.position)
)
_FIRST = (
    select(func.min(log.c.position))
    .select_from(log.join(topics, topics.c.id == log.c.topic))
    .where(topics.c.name == bindparam("topic"))
)
_POSITION_OF = select(event_ids.c.position).where(event_ids.c.event_id == bindparam("event_id"))
_DROP_FACT = delete(log).where(log.c.position == bindparam("at"))
_DROP_ID = delete(event_ids).where(event_ids.c.event_id == bindparam("event"))
_TXN = select(transactions.c.event_id).where(
    transactions.c.device_key == bindparam("device_key"),
    transactions.c.scope == bindparam("scope"),
    transactions.c.txn_id == bindparam("txn_id"),
)
_HEADS = (
    select(rooms.c.room_id, rooms.c.position)
    .select_from(memberships.join(rooms, rooms.c.room_id == memberships.c.room_id))
    .where(memberships.c.user_id == bindparam("user_id"))
)
TXNS_REMEMBERED_MAX = 20_000
FACTS_REMEMBERED_MAX = 20_000
ROOM_WEIGHT = 20
ROOM_PREFIX_LENGTH = len(room_topic(""))
#: what is in the body of every member event, and in hardly any other
_MEMBER = b"m.room.member"
#: topic of the last deletion of each room
PURGES = "purges"


class Rooms:
    """Room id → Room. `event_rows` are the hooks of capabilities that write rows with each event."""

    def __init__(
        self,
        *,
        server_name: str,
        log: Log,
        memberships: Memberships,
        clock: Clock,
        chance: Chance,
        default_version: str,
        members_max_awake: int,
    ) -> None:
        self.server_name = server_name
        self.default_version = default_version
        self.event_rows: tuple[Callable[[Decided], Sequence[Write]], ...] = ()
        self._log = log
        self._database = log.database
        self._memberships = memberships
        self._clock = clock
        self._chance = chance
        self._members_max_awake = members_max_awake
        self._awake: OrderedDict[str, Room] = OrderedDict()
        self._waking: dict[str, asyncio.Future[Room | None]] = {}
        self._txns: OrderedDict[Txn, str] = OrderedDict()
        self._since_sweep = 0
        self._read: dict[int, Fact] = {}
        #: rooms that are being read: the events that came meanwhile; None when what was read is old
        self._loading: dict[str, list[Fact] | None] = {}
        self._rewrites = 0
        #: where the newest purge of this process stands: its own memory knows which events went
        self.purged_here = 0
        log.mirrors.add("event", self._heard_event)
        log.mirrors.add("purge", self._heard_purge)
        log.mirrors.rewritten.append(self._heard_rewrite)

    # --- finding ----------------------------------------------------------------------------------------------------

    @property
    def awake(self) -> int:
        """How many rooms are in memory."""
        return len(self._awake)

    def peek(self, room_id: str) -> Room | None:
        """The room if it is awake."""
        room = self._awake.get(room_id)
        if room is not None:
            self._awake.move_to_end(room_id)
        return room

    async def get(self, room_id: str) -> Room | None:
        """The room, woken if needed; None when there is no such room."""
        room = self._awake.get(room_id)
        if room is not None:
            self._awake.move_to_end(room_id)
            return room
        waking = self._waking.get(room_id)
        if waking is None:
            # A task of its own: whoever asked first may go away, and the others wait for the same.
            waking = self._waking[room_id] = asyncio.create_task(self._wake_alone(room_id))
            waking.add_done_callback(_hear)
        return await asyncio.shield(waking)

    async def _wake_alone(self, room_id: str) -> Room | None:
        try:
            return await self._wake(room_id)
        finally:
            del self._waking[room_id]

    async def _wake(self, room_id: str) -> Room | None:
        row = await self._database.fetch_one(_ROOM, {"room_id": room_id})
        if row is None:
            return None
        room = self._new(room_id, get_version(row[0]))
        await self._load(room)
        # One that was looked for before it was made may be here by now: there is only one of each in memory.
        known = self._awake.get(room_id)
        if known is not None:
            return known
        self._keep(room)
        return room

    def _new(self, room_id: str, version: RoomVersion) -> Room:
        return Room(
            room_id,
            version,
            log=self._log,
            memberships=self._memberships,
            clock=self._clock,
            event_rows=lambda: self.event_rows,
            reload=self._load,
            chance=self._chance,
        )

    def _keep(self, room: Room) -> None:
        self._awake[room.room_id] = room
        self._since_sweep += len(room.members) + ROOM_WEIGHT
        if self._since_sweep > self._members_max_awake // 10:
            self._since_sweep = 0
            self._sleep_some()

    def _sleep_some(self) -> None:
        weight = sum(len(room.members) + ROOM_WEIGHT for room in self._awake.values())
        # The newest stays, however large it is: whoever asked for it is about to use it.
        for room_id in list(self._awake)[:-1]:
            if weight <= self._members_max_awake:
                return
            room = self._awake[room_id]
            if room.busy:
                continue
            room.evicted = True
            del self._awake[room_id]
            weight -= len(room.members) + ROOM_WEIGHT

    async def _load(self, room: Room) -> None:
        """Rebuilds a room's memory from the log."""
        room_id = room.room_id
        try:
            while True:
                self._loading[room_id] = []
                row = await self._database.fetch_one(_ROOM, {"room_id": room_id})
                if row is None:
                    room.forget()
                    return
                position = int(row[3])
                facts = await self.state_facts(room_id, position)
                history = await self.state_history(room_id, "m.room.history_visibility", "")
                first = await self._database.fetch_one(_FIRST, {"topic": room.topic})
                # Nobody sees a state before its place in the log.
                await self._log.reach(position, timeout_s=AHEAD_S_MAX)
                late = self._loading[room_id]
                if late is not None:
                    break
        finally:
            self._loading.pop(room_id, None)
        room.forget()
        for fact in facts:
            room.take_state(fact, stored(fact).event)
        room.visibility[:] = [
            (fact.position, str(stored(fact).event.content.get("history_visibility")))
            for fact in history
            if fact.position <= position
        ]
        room.depth, room.head, room.position = int(row[1]), row[2], position
        room.first_position = int(first[0]) if first and first[0] is not None else position
        room.exists = True
        for fact in late:
            if fact.position > position:
                room.take(fact)

    # --- hearing of what has become durable --------------------------------------------------------------------------

    def _heard_event(self, fact: Fact) -> None:
        """Takes an event of another process; those of this one have been counted in when they come here."""
        room_id = fact.topic[ROOM_PREFIX_LENGTH:]
        room = self._awake.get(room_id)
        if room is not None:
            if fact.position <= room.position:
                return
            room.take(fact)
        late = self._loading.get(room_id)
        if late is not None:
            late.append(fact)
        if _MEMBER in fact.body:
            event = stored(fact).event
            if event.type == "m.room.member" and event.state_key is not None:
                standing = Membership(event.content["membership"], fact.position)
                self._memberships.changed(event.state_key, room_id, standing)

    def _heard_rewrite(self, rewrite: Rewrite) -> None:
        self._rewrites += 1
        self._read.pop(rewrite.position, None)
        room_id = rewrite.topic[ROOM_PREFIX_LENGTH:]
        room = self._awake.get(room_id)
        if room is not None:
            room.redacted(rewrite)
        if room_id in self._loading:
            self._loading[room_id] = None

    def _heard_purge(self, fact: Fact) -> None:
        """Another process has deleted history: memory of it goes as a whole."""
        if fact.position == self.purged_here or fact.key is None:
            return
        self._rewrites += 1
        self._log.forget_before(fact.key, fact.position)
        self._read.clear()

    # --- creating and writing ---------------------------------------------------------------------------------------

    def plan_create(self, version: RoomVersion, first: Draft) -> tuple[Draft, str]:
        """The create draft with its time fixed, and the room id that its hash will be (room version 12 and later)."""
        ts = self._clock.now_ms() if first.origin_server_ts is None else first.origin_server_ts
        first = replace(first, origin_server_ts=ts)
        built = build(
            version,
            room_id=None,
            type=first.type,
            sender=first.sender,
            state_key="",
            content=first.content,
            origin_server_ts=ts,
            depth=1,
            prev_events=(),
            auth_events=(),
        )
        return first, built.event.room_id

    async def create(
        self, version: RoomVersion, drafts: Sequence[Draft], *, room_id: str | None = None
    ) -> tuple[Room, list[Decided]]:
        """Makes a room of these drafts, the first of which is m.room.create; all of them or nothing."""
        first = drafts[0]
        if version.room_id_is_create_hash:
            first, room_id = self.plan_create(version, first)
        elif room_id is None:
            room_id = new_room_id(self._chance, self.server_name)
        room = self._new(room_id, version)
        # A follower may hear of the room before it is kept here; it waits, and wakes no second one that would fall behind.
        making: asyncio.Future[Room | None] = asyncio.get_running_loop().create_future()
        is_first = self._waking.setdefault(room_id, making) is making
        made: Room | None = None
        try:
            decided = await room.submit([first, *drafts[1:]])
            self._keep(room)
            made = room
        finally:
            if is_first:
                del self._waking[room_id]
            making.set_result(made)
        return room, decided

    async def submit(self, room: Room, drafts: Sequence[Draft]) -> list[Decided]:
        """Submits to the room, or to its successor in memory when it went to sleep meanwhile. Raises as Room.submit."""
        if room.evicted:
            room = await self.get(room.room_id) or room
        decided = await room.submit(drafts)
        for one in decided:
            if one.draft.txn is not None:
                self._remember(one.draft.txn, one.event_id)
        return decided

    # --- idempotency ------------------------------------------------------------------------------------------------

    def _remember(self, txn: Txn, event_id: str) -> None:
        self._txns[txn] = event_id
        if len(self._txns) > TXNS_REMEMBERED_MAX:
            self._txns.popitem(last=False)

    def forget_txns(self, device_key: str) -> None:
        """A device is gone, and with it what it might repeat."""
        for txn in [one for one in self._txns if one.device_key == device_key]:
            del self._txns[txn]

    def recent_txn(self, txn: Txn) -> str | None:
        """Event id that this key was answered with, as far as memory goes."""
        return self._txns.get(txn)

    async def find_txn(self, txn: Txn) -> str | None:
        """Event id that this key was answered with."""
        found = self._txns.get(txn)
        if found is not None:
            return found
        row = await self._database.fetch_one(
            _TXN, {"device_key": txn.device_key, "scope": txn.scope, "txn_id": txn.txn_id}
        )
        return str(row[0]) if row else None

    # --- reading events and state -----------------------------------------------------------------------------------

    async def event_fact(self, room_id: str, event_id: str) -> Fact | None:
        """The event of that id, if it belongs to the room."""
        topic = room_topic(room_id)
        for fact in reversed(self._log.recent_any(topic)):
            if stored(fact).event.event_id == event_id:
                return fact
        row = await self._database.fetch_one(_POSITION_OF, {"event_id": event_id})
        if row is None:
            return None
        facts = await self._database.facts_at([int(row[0])])
        return facts[0] if facts and facts[0].topic == topic else None

    async def state_facts(self, room_id: str, upto: int) -> list[Fact]:
        """The full state as of a position, members included, oldest first."""
        rows = await self._database.fetch(_STATE, {"room_id": room_id, "upto": upto})
        topic = room_topic(room_id)
        return [Fact(row[0], topic, *row[1:]) for row in rows]

    async def state_positions(self, room_id: str, upto: int) -> dict[tuple[str, str], int]:
        """(type, state key) → position of the full state as of a position."""
        rows = await self._database.fetch(_STATE_POSITIONS, {"room_id": room_id, "upto": upto})
        return {(row[0], row[1]): int(row[2]) for row in rows}

    async def state_changes(self, room_id: str, since: int, upto: int) -> dict[tuple[str, str], int]:
        """(type, state key) → position of the last change in since < position <= upto."""
        rows = await self._database.fetch(_STATE_CHANGES, {"room_id": room_id, "since": since, "upto": upto})
        return {(row[0], row[1]): int(row[2]) for row in rows}

    def recent_facts(self, room: Room, since: int) -> list[Fact] | None:
        """The room's events after a position from memory, None when memory does not reach back that far."""
        return self._log.recent(room.topic, since)

    async def state_changes_recent(self, room: Room, since: int, upto: int) -> dict[tuple[str, str], int]:
        """As `state_changes`, from memory where it reaches back far enough."""
        recent = self._log.recent(room.topic, since)
        if recent is None:
            return await self.state_changes(room.room_id, since, upto)
        changes: dict[tuple[str, str], int] = {}
        for fact in recent:
            if fact.position > upto:
                break
            event = stored(fact).event
            if event.state_key is not None:
                changes[event.type, event.state_key] = fact.position
        return changes

    async def facts_at(self, positions: Sequence[int]) -> dict[int, Fact]:
        """Events by position; those read lately (members, mostly) come from memory."""
        found: dict[int, Fact] = {}
        missing = []
        for position in positions:
            fact = self._read.get(position)
            if fact is None:
                missing.append(position)
            else:
                found[position] = fact
        if missing:
            rewrites = self._rewrites
            for fact in await self._database.facts_at(missing):
                found[fact.position] = fact
                if rewrites == self._rewrites:  # else it may be what it was before
                    self._read[fact.position] = fact
            while len(self._read) > FACTS_REMEMBERED_MAX:
                del self._read[next(iter(self._read))]
        return found

    def forget_events(self, unit: Unit, topic: str, facts: Sequence[Fact]) -> None:
        """Deletes events that are no state, in a unit that says so in the log: a window that was told before is not told again.
        The room goes on; what names them by their ids names nothing any more."""
        positions = frozenset(fact.position for fact in facts)
        unit.write(_DROP_FACT, [{"at": position} for position in sorted(positions)])
        unit.write(_DROP_ID, [{"event": stored(fact).event.event_id} for fact in facts])
        at = unit.append(PURGES, "purge", b"{}", key=topic)
        before = unit.applied

        def applied(added: Sequence[Fact]) -> None:
            self.purged_here = added[at.index].position
            self._log.forget(topic, positions)
            for position in positions:
                self._read.pop(position, None)
            if before is not None:
                before(added)

        unit.applied = applied

    async def heads(self, user_id: str) -> dict[str, int]:
        """Room id → position of its last event, for every room that the person has to do with."""
        return {row[0]: int(row[1]) for row in await self._database.fetch(_HEADS, {"user_id": user_id})}

    async def state_history(self, room_id: str, type: str, state_key: str) -> list[Fact]:
        """Every version of one state event, oldest first: for members the history of their membership."""
        rows = await self._database.fetch(_HISTORY, {"room_id": room_id, "type": type, "state_key": state_key})
        topic = room_topic(room_id)
        return [Fact(row[0], topic, *row[1:]) for row in rows]

    async def membership_history(self, room: Room, user_id: str) -> list[tuple[int, str]]:
        """(position, membership) of a person in a room, oldest first."""
        if user_id not in room.members:
            return []
        found: list[tuple[int, Any]] = [
            (fact.position, stored(fact).event.content.get("membership"))
            for fact in await self.state_history(room.room_id, "m.room.member", user_id)
        ]
        return [(position, value) for position, value in found if isinstance(value, str)]


def _hear(waking: asyncio.Future[Room | None]) -> None:
    if not waking.cancelled():
        waking.exception()  # told to those who still wait
