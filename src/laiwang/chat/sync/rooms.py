"""The `rooms` part of a sync: joined, invited, knocked and left rooms, each as bytes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from laiwang.chat.sync.state import StateWindow, heroes_of, state_window
from laiwang.chat.sync.stripped import stripped_state
from laiwang.chat.sync.timeline import Narrow, Timeline, read_timeline, serve_timeline
from laiwang.kernel.capability import Capability
from laiwang.kernel.events import served, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.sight import sight_of
from laiwang.kernel.sync import RoomView, SyncContext
from laiwang.matrix import visibility
from laiwang.matrix.filters import EventFilter

__all__ = ["Look", "RoomSections"]

SHARED_MAX = 1000


@dataclass(slots=True)
class Look:
    """How one request wants its answer. `state_key` is the name under which state goes."""

    context: SyncContext
    device_key: str
    now_ms: int
    is_full_state: bool
    is_after: bool
    state_key: bytes
    ignored: frozenset[str]
    render: Callable[[Sequence[bytes]], bytes]


@dataclass(slots=True)
class _Draft:
    """A joined or left room before its members' events have been read."""

    room: Room
    timeline: Timeline
    state: StateWindow
    is_new: bool
    summary: bytes = b""
    ephemeral: list[bytes] = field(default_factory=list)
    account_data: list[bytes] = field(default_factory=list)
    counts: dict[str, bytes] = field(default_factory=dict)
    memberships: Callable[[int], str] | None = None
    #: timeline and state as bytes, once they are known; and the key under which other readers may share them
    core: bytes | None = None
    share_key: tuple[object, ...] | None = None
    #: `ephemeral` before the reader's filter
    shared_ephemeral: list[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every member of a room with the same token and filter is told: made once per commit, not once per member."""

    timeline: Timeline
    state: StateWindow
    core: bytes
    ephemeral: list[bytes]
    devices: frozenset[str]
    filter: object


class RoomSections:
    """Builds room sections with the parts that capabilities declared."""

    def __init__(
        self,
        kernel: Kernel,
        capabilities: Sequence[Capability],
        narrow: Callable[..., Awaitable[list[Fact]]] | None = None,
        blocks_invites: Callable[[str], Awaitable[bool]] | None = None,
    ) -> None:
        self._kernel = kernel
        self._narrow = narrow
        self._blocks_invites = blocks_invites
        self._parts = [part for capability in capabilities for part in capability.room_parts]
        self._counts = [one.room_counts for one in capabilities if one.room_counts is not None]
        self._bundles = [one.bundles for one in capabilities if one.bundles is not None]
        self._shared: dict[tuple[object, ...], _Shared] = {}
        self._shared_at = 0

    async def build(self, look: Look, rang: set[str] | None) -> dict[bytes, bytes]:
        """Section → JSON members, room ids to what is told. `rang` None looks at every room, else only at those whose bell rang."""
        context = look.context
        chosen = context.memberships if rang is None else self._rung(context, rang)
        room_filter = context.filter.room
        heads: dict[str, int] = {}
        if rang is None and not context.is_initial and not look.is_full_state:
            heads = await self._heads(context, chosen)
        joined: list[_Draft] = []
        left: list[_Draft] = []
        invites: dict[str, bytes] = {}
        knocks: dict[str, bytes] = {}
        for room_id in list(chosen):
            one = context.memberships.get(room_id)
            if one is None or not room_filter.matches(room_id):
                continue
            membership = one.membership
            if membership == "join":
                if heads and heads.get(room_id, 0) <= context.since and not await self._has_parts(look, room_id):
                    continue
                draft = await self._joined(look, room_id)
                if draft is not None:
                    joined.append(draft)
            elif membership in ("invite", "knock"):
                if one.position > context.since:
                    await self._invited(look, room_id, invites if membership == "invite" else knocks, membership)
            elif not one.forgotten and (
                one.position > context.since if not context.is_initial else room_filter.include_leave
            ):
                draft = await self._left(look, room_id, membership)
                if draft is not None:
                    left.append(draft)
        sections: dict[bytes, bytes] = {}
        if joined or left:
            facts = await self._read_members([*joined, *left])
            for name, drafts in ((b"join", joined), (b"leave", left)):
                if drafts:
                    is_joined = name == b"join"
                    sections[name] = b",".join(
                        [
                            b"%b:%b"
                            % (
                                orjson.dumps(one.room.room_id),
                                await self._encode(look, one, facts, is_joined=is_joined),
                            )
                            for one in drafts
                        ]
                    )
        for name, found in ((b"invite", invites), (b"knock", knocks)):
            if found:
                sections[name] = b",".join(
                    [b"%b:%b" % (orjson.dumps(room_id), body) for room_id, body in found.items()]
                )
        return sections

    def _rung(self, context: SyncContext, rang: set[str]) -> Iterable[str]:
        # In a fixed order, as everything that decides what is read when: one seed of the simulator is one history.
        return [room_id for room_id in sorted(rang | context.touched) if room_id in context.memberships]

    async def _heads(self, context: SyncContext, chosen: Iterable[str]) -> dict[str, int]:
        """Position of the last event of each room: from memory where they are all awake, else in one query."""
        heads = {}
        for room_id in chosen:
            room = self._kernel.rooms.peek(room_id)
            if room is None:
                return await self._kernel.rooms.heads(context.user_id)
            heads[room_id] = room.position
        return heads

    async def _has_parts(self, look: Look, room_id: str) -> bool:
        for part in self._parts:
            if await part.read(look.context, room_id):
                return True
        return False

    # --- joined ---------------------------------------------------------------------------------------------------------

    async def _joined(self, look: Look, room_id: str) -> _Draft | None:
        context, kernel = look.context, self._kernel
        room = await kernel.rooms.get(room_id)
        if room is None:
            return None
        membership = context.memberships[room_id]
        is_new, was_away = context.is_initial, False
        if not is_new and membership.position > context.since:
            history = await kernel.rooms.membership_history(room, context.user_id)
            is_new = visibility.membership_at(context.since, history) != "join"
            was_away = any(at > context.since and value != "join" for at, value in history)
        draft = self._share(look, room) if not (is_new or was_away or look.is_full_state) else None
        if draft is None:
            draft = await self._draft(look, room, is_new=is_new, was_away=was_away)
        is_own = room_id in context.touched or room_id in context.joined_since
        if draft.core is None or is_own:
            draft.ephemeral = []
            for part in self._parts:
                events = await part.read(context, room_id)
                if events:
                    (draft.ephemeral if part.section == "ephemeral" else draft.account_data).extend(events)
            if is_own:
                draft.share_key = None  # with what the reader's own facts say, it is nobody else's
            draft.shared_ephemeral = draft.ephemeral
        # What the reader has read changes her counts, even when her filter wants no receipts.
        is_touched = bool(draft.ephemeral) or room_id in context.touched
        room_filter = context.filter.room
        if not room_filter.ephemeral.passes_everything:
            draft.ephemeral = _filtered(draft.ephemeral, room_filter.ephemeral)
        if not room_filter.account_data.passes_everything:
            draft.account_data = _filtered(draft.account_data, room_filter.account_data)
        if not (
            draft.timeline.facts
            or draft.timeline.limited
            or draft.state.facts
            or draft.state.positions
            or draft.ephemeral
            or draft.account_data
            or is_touched
            or is_new
            or look.is_full_state
        ):
            return None
        view = RoomView(room, draft.timeline.facts, is_new)
        for count in self._counts:
            draft.counts.update(await count(context, view))
        return draft

    def _share_key(self, look: Look, room: Room) -> tuple[object, ...]:
        context = look.context
        return (
            room.room_id,
            context.since,
            context.upto,
            context.ephemeral_since,
            context.ephemeral_upto,
            context.is_interrupted,
            context.is_calm,
            id(context.filter),
            look.state_key,
        )

    def _share(self, look: Look, room: Room) -> _Draft | None:
        """What another member was told of the same window, when that is just what this one is to be told."""
        if look.ignored or self._shared_at != look.context.upto:
            return None
        found = self._shared.get(self._share_key(look, room))
        if found is None or look.device_key in found.devices:
            return None
        return _Draft(room, found.timeline, found.state, False, ephemeral=found.ephemeral, core=found.core)

    def _keep(self, look: Look, draft: _Draft, core: bytes) -> None:
        upto = look.context.upto
        if self._shared_at != upto:
            # Only the window that ends now is kept: a redaction ends it with all others.
            if upto < self._shared_at:
                return
            self._shared.clear()
            self._shared_at = upto
        elif len(self._shared) >= SHARED_MAX:
            self._shared.clear()  # somebody types and nobody speaks: what is not stored moves on alone
        devices = frozenset(stored(fact).device for fact in draft.timeline.facts)
        if draft.share_key is not None and look.device_key not in devices:
            kept = _Shared(draft.timeline, draft.state, core, draft.shared_ephemeral, devices, look.context.filter)
            self._shared[draft.share_key] = kept

    async def _draft(self, look: Look, room: Room, *, is_new: bool, was_away: bool) -> _Draft:
        """Timeline, state and summary of a joined room. `was_away`: the reader was out of the room inside the window."""
        context, kernel = look.context, self._kernel
        is_full = is_new or look.is_full_state
        encrypted = ("m.room.encryption", "") in room.state
        sight = None
        if is_new or was_away:
            sight = await sight_of(kernel.rooms, room, context.user_id, with_history=encrypted)
        timeline = await read_timeline(
            kernel.log,
            room,
            sight,
            since=0 if is_new else context.since,
            upto=context.upto,
            filter=context.filter.room.timeline,
            ignored=look.ignored,
            narrow=self._narrowing(look, room, context.upto, context.filter.room.timeline),
        )
        is_partial = not context.filter.room.timeline.passes_everything or not (sight is None or sight.sees_everything)
        if is_new and not context.is_initial:
            timeline.limited = timeline.limited or timeline.start >= room.first_position
        members_changed = is_full or any(stored(fact).event.type == "m.room.member" for fact in timeline.facts)
        if (timeline.limited or is_partial) and not members_changed:
            end = context.upto if is_partial else timeline.start
            changes = await kernel.rooms.state_changes_recent(room, context.since, end)
            members_changed = any(type == "m.room.member" for type, _ in changes)
        heroes = heroes_of(room, context.user_id) if members_changed and _is_nameless(room) else []
        draft = _Draft(
            room,
            timeline,
            await self._state(
                look, room, timeline, is_full=is_full, is_new=is_new, is_partial=is_partial, heroes=heroes
            ),
            is_new,
            summary=_summary(room, heroes, look.context.user_id) if members_changed else b"",
        )
        if not (is_new or was_away):
            draft.memberships = _always_joined
            if not members_changed and not look.ignored:
                draft.share_key = self._share_key(look, room)
        elif encrypted and sight is not None and sight.knows_history:
            draft.memberships = sight.membership_at
        return draft

    def _narrowing(self, look: Look, room: Room, seen: int, filter: EventFilter) -> Narrow | None:
        """What leaves out events without the relations that the filter asks for; None when it asks for none."""
        narrow = self._narrow
        if not filter.needs_relations or narrow is None:
            return None
        return lambda facts: narrow(room, facts, filter, seen=seen, ignored=look.ignored)

    async def _state(
        self,
        look: Look,
        room: Room,
        timeline: Timeline,
        *,
        is_full: bool,
        is_new: bool,
        is_partial: bool,
        heroes: Sequence[str],
    ) -> StateWindow:
        context = look.context
        return await state_window(
            self._kernel.rooms,
            room,
            since=0 if is_new else context.since,
            is_full=is_full,
            timeline=timeline.facts,
            start=timeline.start if (timeline.facts or timeline.limited) else context.upto,
            upto=context.upto,
            is_after=look.is_after,
            filter=context.filter.room.state,
            me=context.user_id,
            also_members=heroes,
            is_partial=is_partial,
            narrow=self._narrowing(look, room, context.upto, context.filter.room.state),
        )

    # --- left, invited, knocked ---------------------------------------------------------------------------------------

    async def _left(self, look: Look, room_id: str, membership: str) -> _Draft | None:
        context, kernel = look.context, self._kernel
        room = await kernel.rooms.get(room_id)
        if room is None:
            return None
        sight = await sight_of(kernel.rooms, room, context.user_id, with_history=True)
        history = await kernel.rooms.membership_history(room, context.user_id)
        was = visibility.membership_at(context.since, history) if not context.is_initial else "join"
        was_in = context.is_initial or any(
            value in ("join", "invite", "knock") for position, value in history if position > context.since
        )
        if not context.is_initial and was in ("leave", "ban") and not was_in:
            return None
        leave = context.memberships[room_id].position
        is_new = context.is_initial or was != "join"
        timeline = await read_timeline(
            kernel.log,
            room,
            sight,
            since=0 if is_new else context.since,
            upto=min(leave, context.upto),
            filter=context.filter.room.timeline,
            ignored=look.ignored,
            narrow=self._narrowing(look, room, min(leave, context.upto), context.filter.room.timeline),
        )
        if not any(fact.position == leave for fact in timeline.facts):
            # Somebody who declines an invite sees nothing of the room, but is told that it is over.
            found = await kernel.rooms.facts_at([leave])
            timeline.facts.extend(found.values())
            if len(timeline.facts) == 1:
                timeline.start = leave - 1
        is_partial = not context.filter.room.timeline.passes_everything or not sight.sees_everything
        departed = visibility.departed_at(history)
        state = StateWindow()
        # Who was invited, or only had a ban lifted, is shown no state; the others that of their departure.
        if departed is not None and (context.is_initial or departed > context.since):
            state = await state_window(
                kernel.rooms,
                room,
                since=0 if is_new else context.since,
                is_full=is_new or look.is_full_state,
                timeline=timeline.facts,
                start=min(timeline.start, departed),
                upto=departed,
                is_after=look.is_after,
                filter=context.filter.room.state,
                me=context.user_id,
                also_members=(),
                is_partial=is_partial,
                narrow=self._narrowing(look, room, departed, context.filter.room.state),
            )
        return _Draft(room, timeline, state, is_new)

    async def _invited(self, look: Look, room_id: str, into: dict[str, bytes], membership: str) -> None:
        context = look.context
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            return
        events = await stripped_state(
            self._kernel.rooms,
            room,
            context.user_id,
            context.memberships[room_id].position,
            look.ignored,
            self._blocks_invites,
        )
        if events is None:
            return
        name = b"invite_state" if membership == "invite" else b"knock_state"
        into[room_id] = b'{"%b":{"events":[%b]}}' % (name, b",".join(events))

    # --- bytes ----------------------------------------------------------------------------------------------------------

    async def _read_members(self, drafts: Sequence[_Draft]) -> dict[int, Fact]:
        positions = [position for one in drafts for position in one.state.positions]
        return await self._kernel.rooms.facts_at(positions) if positions else {}

    async def _encode(self, look: Look, draft: _Draft, facts: dict[int, Fact], *, is_joined: bool) -> bytes:
        core = draft.core
        if core is None:
            core = await self._encode_core(look, draft, facts)
            if draft.share_key is not None:
                self._keep(look, draft, core)
        parts = [core]
        if is_joined:
            if draft.ephemeral:
                parts.append(b'"ephemeral":{"events":[%b]}' % b",".join(draft.ephemeral))
            if draft.summary:
                parts.append(b'"summary":%b' % draft.summary)
            parts += [b'"%b":%b' % (name.encode(), value) for name, value in draft.counts.items()]
        if draft.account_data:
            parts.append(b'"account_data":{"events":[%b]}' % b",".join(draft.account_data))
        return b"{%b}" % b",".join(parts)

    async def _encode_core(self, look: Look, draft: _Draft, facts: dict[int, Fact]) -> bytes:
        now_ms, device_key = look.now_ms, look.device_key
        timeline = draft.timeline
        events = await serve_timeline(
            timeline.facts,
            draft.room,
            look.context.user_id,
            device_key,
            now_ms,
            bundles=self._bundles if timeline.limited or draft.is_new else (),
            membership_at=draft.memberships,
        )
        state = [served(fact, now_ms, device_key=device_key) for fact in draft.state.read(facts)]
        render = look.render
        return b'"timeline":{"events":[%b],"limited":%b,"prev_batch":"p%d"},"%b":{"events":[%b]}' % (
            render(events),
            b"true" if timeline.limited else b"false",
            timeline.start,
            look.state_key,
            render(state),
        )


def _always_joined(position: int) -> str:
    return "join"


def _is_nameless(room: Room) -> bool:
    name = room.state_content("m.room.name").get("name")
    alias = room.state_content("m.room.canonical_alias").get("alias")
    return not name and not alias


def _summary(room: Room, heroes: Sequence[str], me: str) -> bytes:
    value: dict[str, Any] = {
        "m.joined_member_count": room.joined_count,
        "m.invited_member_count": room.invited_count,
    }
    if _is_nameless(room):
        value["m.heroes"] = list(heroes)
    return orjson.dumps(value)


def _filtered(events: Sequence[bytes], filter: Any) -> list[bytes]:
    kept = []
    for event in events:
        value = orjson.loads(event)
        if filter.matches(value.get("type", ""), value.get("sender"), value.get("content")):
            kept.append(event)
    return kept
