"""The state that goes with a timeline: what a client must know so that the timeline applied to it gives the room.

`state` is the change up to the timeline's start, `state_after` the one up to its end (v1.16). With lazy loading only the members that
the timeline speaks of are sent. Source: API/sync; CS "Lazy-loading room members".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from laiwang.chat.sync.timeline import Narrow
from laiwang.kernel.events import stored
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.rooms import Rooms
from laiwang.matrix.filters import EventFilter

__all__ = ["StateWindow", "heroes_of", "state_window"]

StateKey = tuple[str, str]
HEROES_MAX = 5


class StateWindow:
    """Facts that are in memory, and positions of those that still have to be read (members, mostly)."""

    __slots__ = ("facts", "positions")

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.positions: list[int] = []

    def read(self, found: dict[int, Fact]) -> list[Fact]:
        """All of them, oldest first; `found` are the facts that were read for `positions`."""
        facts = self.facts + [found[position] for position in self.positions if position in found]
        facts.sort(key=lambda fact: fact.position)
        return facts


async def state_window(
    rooms: Rooms,
    room: Room,
    *,
    since: int,
    is_full: bool,
    timeline: Sequence[Fact],
    start: int,
    upto: int,
    is_after: bool,
    filter: EventFilter,
    me: str,
    also_members: Iterable[str],
    is_partial: bool = False,
    narrow: Narrow | None = None,
) -> StateWindow:
    """What to send. `is_full` for rooms that are new to the client; `is_after` for `state_after`; `also_members` are the heroes.

    `is_partial`: events may be missing inside the timeline, by a filter or because the reader may not see them. State among those is
    sent here, or the client would never learn of it. `narrow` is given when the filter asks for relations.
    """
    end = upto if is_after else start
    window = StateWindow()
    lazy = filter.lazy_load_members
    wanted: set[str] = set()
    if lazy:
        wanted = {stored(fact).event.sender for fact in timeline}
        wanted.update(also_members)
        if is_full:
            wanted.add(me)
    in_timeline = {fact.position for fact in timeline}
    missed: dict[StateKey, int] = {}
    if is_partial and not is_after and start < upto:
        changes = await rooms.state_changes_recent(room, start, upto)
        missed = {key: position for key, position in changes.items() if position not in in_timeline}
        if is_full and lazy:
            missed = {key: at for key, at in missed.items() if key[0] != "m.room.member" or key[1] in wanted}
    if is_full:
        await _full(rooms, room, window, end, wanted if lazy else None, missed)
    elif is_after:
        if not timeline and start >= upto and not is_partial:
            return window
        changes = await rooms.state_changes_recent(room, since, upto)
        _split(room, window, changes.items())
        if lazy:
            # Members who speak are sent again even when nothing about them changed: the client may never have had them.
            _members(room, window, wanted, set(window.positions))
    elif start > since:
        changes = await rooms.state_changes_recent(room, since, start)
        _split(room, window, ((key, at) for key, at in changes.items() if key not in missed))
        if lazy:
            _members(room, window, wanted, set(window.positions) | in_timeline)
    elif lazy and timeline:
        _members(room, window, wanted, in_timeline)
    _drop_later(window, end)
    _split(room, window, missed.items())
    if not filter.passes_everything:
        await _filter(rooms, room, window, filter, narrow)
    return window


async def _filter(rooms: Rooms, room: Room, window: StateWindow, filter: EventFilter, narrow: Narrow | None) -> None:
    """Leaves what passes. Members are not read where their type alone keeps them out."""
    if not filter.matches_type("m.room.member"):
        members = {member.position for member in room.members.values()}
        window.positions = [position for position in window.positions if position not in members]
    if window.positions:
        window.facts.extend((await rooms.facts_at(window.positions)).values())
        window.positions.clear()
    window.facts = [fact for fact in window.facts if _passes(filter, fact)]
    if narrow is not None:
        window.facts = await narrow(window.facts)


def _passes(filter: EventFilter, fact: Fact) -> bool:
    event = stored(fact).event
    return filter.matches(event.type, event.sender, event.content)


async def _full(
    rooms: Rooms, room: Room, window: StateWindow, end: int, wanted: set[str] | None, missed: dict[StateKey, int]
) -> None:
    changed_later = room.position > end and await _replaced_after(rooms, room, end)
    if changed_later:
        positions = await rooms.state_positions(room.room_id, end)
        for (type, key), position in positions.items():
            if (type, key) not in missed and (type != "m.room.member" or wanted is None or key in wanted):
                window.positions.append(position)
        return
    window.facts.extend(room.state.values())
    if wanted is None:
        window.positions.extend(member.position for member in room.members.values())
    else:
        _members(room, window, wanted, set())


async def _replaced_after(rooms: Rooms, room: Room, end: int) -> bool:
    """Whether any state as of `end` was replaced later; first versions that came later are left out by their position alone."""
    recent = rooms.recent_facts(room, end)
    if recent is None:
        return True
    for fact in recent:
        known = stored(fact)
        if known.event.state_key is not None and known.unsigned:
            return True
    return False


def _split(room: Room, window: StateWindow, changes: Iterable[tuple[StateKey, int]]) -> None:
    for key, position in changes:
        fact = room.state.get(key)
        if fact is not None and fact.position == position:
            window.facts.append(fact)
        else:
            window.positions.append(position)


def _members(room: Room, window: StateWindow, wanted: set[str], known: set[int]) -> None:
    for user_id in wanted:
        member = room.members.get(user_id)
        if member is not None and member.position not in known:
            window.positions.append(member.position)
            known.add(member.position)


def _drop_later(window: StateWindow, end: int) -> None:
    window.facts = [fact for fact in window.facts if fact.position <= end]
    window.positions = [position for position in window.positions if position <= end]


def heroes_of(room: Room, me: str) -> list[str]:
    """The first five joined or invited members without the reader, by the order of their events; else those who left or were banned."""
    candidates = room.hero_candidates()
    return [user_id for user_id in candidates if user_id != me][:HEROES_MAX]
