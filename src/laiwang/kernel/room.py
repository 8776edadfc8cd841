"""A room in memory: decide, commit, answer, one unit at a time.

Drafts that arrive while a unit is on its way to disk wait and are decided together as the next unit, each seeing the effect of those
before it. Memory changes only when the unit is durable; when a unit fails, the room forgets and rebuilds itself from the log.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest
from typing import Any

import orjson

from laiwang.kernel.drafts import Decided, Draft, Member, Txn
from laiwang.kernel.events import room_topic, stored
from laiwang.kernel.log import Log
from laiwang.kernel.members import Membership, Memberships
from laiwang.kernel.ports import Chance, Clock, Conflict, DatabaseDown, Fact, Rewrite, Tx, Unit, Write
from laiwang.kernel.provisional import Provisional, power_levels_of
from laiwang.kernel.room_unit import add_event, move_head
from laiwang.kit.refusals import Busy, Refused
from laiwang.matrix import auth
from laiwang.matrix.event import Event, build
from laiwang.matrix.power_levels import PowerLevels
from laiwang.matrix.push_evaluation import EventView, RoomContext, evaluate_default
from laiwang.matrix.versions import RoomVersion

__all__ = ["Decided", "Draft", "Member", "Room", "Txn"]

EVENTS_PER_UNIT_MAX = 500
SENDERS_CACHED_MAX = 64
#: how often a unit is decided anew when other processes write the same room, before they are made to wait
ATTEMPTS = 4
RACE_PAUSE_S = 0.002


class _Pending:
    """Drafts that belong together. Who asked may go away, which cancels the future: they are decided and written all the same."""

    __slots__ = ("drafts", "future", "is_answered")

    def __init__(self, drafts: Sequence[Draft], future: asyncio.Future[list[Decided]]) -> None:
        self.drafts = drafts
        self.future = future
        self.is_answered = False

    def answer(self, decided: list[Decided]) -> None:
        """They are written."""
        self.is_answered = True
        if not self.future.done():
            self.future.set_result(decided)

    def fail(self, error: BaseException) -> None:
        """They are not, unless they have been answered for already."""
        if not self.is_answered:
            self.is_answered = True
            if not self.future.done():
                self.future.set_exception(error)
                self.future.exception()  # whoever asked may be gone by now; that is no one's bug


class Room:
    """One room. Read its fields freely on the event loop; change it only through `submit`."""

    def __init__(
        self,
        room_id: str,
        version: RoomVersion,
        *,
        log: Log,
        memberships: Memberships,
        clock: Clock,
        event_rows: Callable[[], Sequence[Callable[[Decided], Sequence[Write]]]],
        reload: Callable[[Room], Any],
        chance: Chance,
    ) -> None:
        self.room_id = room_id
        self.topic = room_topic(room_id)
        self.version = version
        self.depth: int = 0
        self.head: str = ""
        self.position = 0
        self.first_position = 0
        self.exists = False
        self.evicted = False
        #: current state without members; each fact's decoded event is kept with it
        self.state: dict[tuple[str, str], Fact] = {}
        self.members: dict[str, Member] = {}
        self.joined_count = 0
        self.invited_count = 0
        #: (position, history_visibility) in order
        self.visibility: list[tuple[int, str]] = []
        self._log = log
        self._memberships = memberships
        self._clock = clock
        self._event_rows = event_rows
        self._reload = reload
        self._chance = chance
        self._heroes: list[str] | None = None
        self._power: PowerLevels | None = None
        self._waiting: list[_Pending] = []
        self._pump_task: asyncio.Task[None] | None = None
        self._member_events: OrderedDict[str, Event] = OrderedDict()
        self._stale = False

    # --- reading ----------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a unit is in flight or waiting."""
        return bool(self._waiting) or self._pump_task is not None

    @property
    def power_levels(self) -> PowerLevels:
        """Power levels now."""
        if self._power is None:
            self._power = power_levels_of(self.version, Provisional(self))
        return self._power

    def state_event(self, type: str, state_key: str = "") -> Event | None:
        """A current state event other than a member's."""
        fact = self.state.get((type, state_key))
        return stored(fact).event if fact is not None else None

    def state_content(self, type: str, state_key: str = "") -> Mapping[str, Any]:
        """Its content, empty when there is none."""
        event = self.state_event(type, state_key)
        return event.content if event is not None else {}

    def membership(self, user_id: str) -> str | None:
        """join, invite, knock, leave, ban, or None for somebody who never had to do with the room."""
        member = self.members.get(user_id)
        return member.membership if member is not None else None

    def member_event(self, user_id: str) -> Event | None:
        """The member event as auth rules need it: id, sender and membership (other content is in the log)."""
        member = self.members.get(user_id)
        if member is None:
            return None
        found = self._member_events.get(user_id)
        if found is not None and found.event_id == member.event_id:
            return found
        event = Event(
            event_id=member.event_id,
            room_id=self.room_id,
            type="m.room.member",
            sender=member.sender,
            state_key=user_id,
            content={"membership": member.membership},
            origin_server_ts=0,
            depth=0,
            prev_events=(),
            auth_events=(),
            content_hash="",
        )
        self._member_events[user_id] = event
        if len(self._member_events) > SENDERS_CACHED_MAX:
            self._member_events.popitem(last=False)
        return event

    def hero_candidates(self) -> list[str]:
        """The first six joined or invited members by the order of their events, or of those who left when nobody else is there."""
        if self._heroes is None:
            present = [one for one in self.members.items() if one[1].membership in ("join", "invite")]
            gone = [one for one in self.members.items() if one[1].membership in ("leave", "ban")]
            first = nsmallest(6, present, key=lambda one: one[1].position)
            if len(first) < 2:
                first += nsmallest(6, gone, key=lambda one: one[1].position)
            self._heroes = [user_id for user_id, _ in first]
        return self._heroes

    def push_context(self, sender: str, levels: PowerLevels | None = None) -> RoomContext:
        """What push rules ask of the room about an event of this sender."""
        levels = levels or self.power_levels
        return RoomContext(self.joined_count, levels.user(sender), {"room": levels.notifications("room")})

    def joined(self) -> list[str]:
        """Ids of the joined members."""
        return [user_id for user_id, member in self.members.items() if member.membership == "join"]

    # --- writing ----------------------------------------------------------------------------------------------------

    async def submit(self, drafts: Sequence[Draft]) -> list[Decided]:
        """Decides the drafts in order, all or none, and commits them. Raises Refused (403 where rules say no), Conflict, Busy."""
        if len(drafts) > EVENTS_PER_UNIT_MAX:
            raise Refused("M_TOO_LARGE", 413, "Too many events at once")
        future: asyncio.Future[list[Decided]] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Pending(drafts, future))
        if self._pump_task is None:
            self._pump_task = asyncio.create_task(self._pump())
        return await future

    async def _pump(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                try:
                    if self._stale:
                        await self._rebuild()
                    await self._commit_batch(batch)
                except Exception as error:
                    # A fault of ours or of the database: memory is not to be trusted, and nobody may be left waiting.
                    self._stale = True
                    for one in batch:
                        one.fail(Busy() if isinstance(error, DatabaseDown) else error)
        finally:
            self._pump_task = None

    async def _commit_batch(self, batch: Sequence[_Pending]) -> None:
        for attempt in range(ATTEMPTS):
            head = self.head
            unit, taken = self._decide_batch(batch)
            if not taken:
                return
            try:
                await self._log.append(unit)
            except Conflict as error:
                if not await self._lost_a_race(head):
                    await self._find_the_guilty(taken, error)
                    return
                await asyncio.sleep(RACE_PAUSE_S * attempt * self._chance.random())
            except DatabaseDown:
                self._stale = True
                for one, _ in taken:
                    one.fail(Busy())
                return
            else:
                _answer(taken)
                return
        await self._commit_alone(batch)

    def _decide_batch(self, batch: Sequence[_Pending]) -> tuple[Unit, list[tuple[_Pending, list[Decided]]]]:
        """A unit of all that pass, with what was decided for each; the others hear why not."""
        provisional = Provisional(self)
        unit = Unit()
        taken: list[tuple[_Pending, list[Decided]]] = []
        for one in batch:
            if one.is_answered:
                continue
            # A lone draft changes nothing before it has passed, so it needs no copy of the state to fall back to.
            attempt = Provisional(self, provisional) if len(one.drafts) > 1 else provisional
            try:
                decided = self._decide_all(one.drafts, attempt, len(unit.facts))
            except Exception as error:
                one.fail(error)
                continue
            provisional = attempt
            for event in decided:
                add_event(self, unit, event, self._event_rows())
            taken.append((one, decided))
        if taken:
            move_head(self, unit, provisional)
            everything = [event for _, decided in taken for event in decided]
            unit.applied = lambda facts: self._apply(everything, facts)
        return unit, taken

    async def _lost_a_race(self, head: str) -> bool:
        """Whether the room has gone on since something was decided at this head: another process was faster. Memory is right then."""
        if self.head == head:  # what others write has been heard of by now, or memory is wrong
            await self._rebuild()
        return self.head != head

    async def _find_the_guilty(self, taken: Sequence[tuple[_Pending, list[Decided]]], error: Conflict) -> None:
        """One of them is to blame; each is decided again on its own, so that only the guilty one hears of it."""
        if len(taken) == 1:
            taken[0][0].fail(error)
            return
        for one, _ in taken:
            await self._commit_batch([one])

    async def _commit_alone(self, batch: Sequence[_Pending]) -> None:
        """The other processes were faster again and again: they wait while this is decided."""
        taken: list[tuple[_Pending, list[Decided]]] = []

        async def work(tx: Tx) -> None:
            unit, found = self._decide_batch(batch)
            taken.extend(found)
            tx.unit.facts.extend(unit.facts)
            tx.unit.writes.extend(unit.writes)
            tx.unit.rewrites.extend(unit.rewrites)
            tx.unit.applied = unit.applied

        try:
            await self._log.database.transaction(work)
        except Conflict as error:
            await self._rebuild()
            await self._find_the_guilty(taken, error)
        except DatabaseDown:
            self._stale = True
            for one, _ in taken:
                one.fail(Busy())
        else:
            _answer(taken)

    async def _rebuild(self) -> None:
        await self._reload(self)
        self._stale = False

    def _decide_all(self, drafts: Sequence[Draft], state: Provisional, first: int) -> list[Decided]:
        decided = []
        for offset, draft in enumerate(drafts):
            event = self._decide(draft, state, first + offset)
            state.take(event.event)
            decided.append(event)
        return decided

    def _decide(self, draft: Draft, state: Provisional, index: int) -> Decided:
        version = self.version
        auth_ids = []
        for type, key in auth.auth_event_keys(version, draft.type, draft.sender, draft.state_key, draft.content):
            found = state.get(type, key)
            if found is not None:
                auth_ids.append(found.event_id)
        is_create = draft.type == "m.room.create" and not state.head
        ts = draft.origin_server_ts
        built = build(
            version,
            room_id=None if is_create and version.room_id_is_create_hash else self.room_id,
            type=draft.type,
            sender=draft.sender,
            state_key=draft.state_key,
            content=draft.content,
            origin_server_ts=self._clock.now_ms() if ts is None else ts,
            depth=state.depth + 1,
            prev_events=(state.head,) if state.head else (),
            auth_events=auth_ids,
            redacts=draft.redacts,
        )
        try:
            auth.check(version, built.event, state)
        except auth.AuthFailed as error:
            raise Refused("M_FORBIDDEN", 403, error.reason) from error
        decided = Decided(self, draft, built, index)
        if draft.state_key is not None:
            decided.unsigned = self._replaced(draft.type, draft.state_key, state)
        outcome = evaluate_default(EventView(built.event, self.push_context(draft.sender, state.power_levels)))
        decided.outcome = outcome
        if outcome.notify_all or outcome.special:
            decided.mark = draft.thread or 1
        return decided

    def _replaced(self, type: str, state_key: str, state: Provisional) -> bytes:
        """The static part of `unsigned` of a state event: what it replaces."""
        old = state.get(type, state_key)
        if old is None:
            return b""
        content = old.content
        if type == "m.room.member" and state_key not in state.members:
            member = self.members[state_key]
            content = {"membership": member.membership}
            if member.display_name is not None:
                content["displayname"] = member.display_name
            if member.avatar_url is not None:
                content["avatar_url"] = member.avatar_url
        return orjson.dumps({"prev_content": content, "prev_sender": old.sender, "replaces_state": old.event_id})[1:-1]

    # --- after the commit ---------------------------------------------------------------------------------------------

    def _apply(self, decided: Sequence[Decided], facts: Sequence[Fact]) -> None:
        for one in decided:
            fact = one.fact = facts[one.index]
            self.take(fact)
            if one.event.type == "m.room.member" and one.event.state_key is not None:
                self._memberships.changed(
                    one.event.state_key,
                    self.room_id,
                    Membership(one.event.content["membership"], fact.position),
                )

    def redacted(self, rewrite: Rewrite) -> None:
        """Takes the content of an event away. The log has done so with its own copy."""
        # Where a state event was read back on waking, the room has a copy of its own that the log does not know.
        for key, fact in self.state.items():
            if fact.position == rewrite.position:
                fact.body, fact.meta, fact.cache = rewrite.body, rewrite.meta, None
                if key[0] in ("m.room.power_levels", "m.room.create"):
                    self._power = None
                return
        for member in self.members.values():
            if member.position == rewrite.position:
                member.display_name = member.avatar_url = None
                return

    def take(self, fact: Fact) -> None:
        """Counts a durable event in."""
        event = stored(fact).event
        self.exists = True
        self.depth = event.depth
        self.head = event.event_id
        self.position = fact.position
        if not self.first_position:
            self.first_position = fact.position
        if event.state_key is not None:
            self.take_state(fact, event)

    def take_state(self, fact: Fact, event: Event) -> None:
        """Sets a state event."""
        assert event.state_key is not None
        if event.type == "m.room.member":
            old = self.members.get(event.state_key)
            if old is not None:
                self._count(old.membership, -1)
            member = self.members[event.state_key] = Member(event, fact.position)
            self._count(member.membership, 1)
            self._heroes = None
            return
        self.state[(event.type, event.state_key)] = fact
        if event.type == "m.room.history_visibility" and event.state_key == "":
            self.visibility.append((fact.position, str(event.content.get("history_visibility"))))
        elif event.type in ("m.room.power_levels", "m.room.create"):
            self._power = None

    def _count(self, membership: str, by: int) -> None:
        if membership == "join":
            self.joined_count += by
        elif membership == "invite":
            self.invited_count += by

    def forget(self) -> None:
        """Empties the memory of the room, before it is rebuilt."""
        self.state.clear()
        self.members.clear()
        self.visibility.clear()
        self._member_events.clear()
        self._power = self._heroes = None
        self.joined_count = self.invited_count = 0
        self.depth = self.position = self.first_position = 0
        self.head = ""
        self.exists = False


def _answer(taken: Sequence[tuple[_Pending, list[Decided]]]) -> None:
    for one, decided in taken:
        one.answer(decided)
