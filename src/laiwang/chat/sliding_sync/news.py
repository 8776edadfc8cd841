"""Which state of a room is news to a connection, and when a room was last active.

State is not deduced from the timeline by clients of sliding sync: whatever changes must be told as state, a redaction of a state event
included, since it changes content without any state event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from laiwang.chat.sliding_sync.model import RoomRule, Told
from laiwang.chat.sliding_sync.rules import BUMP_TYPES
from laiwang.chat.sync import Timeline
from laiwang.kernel.events import stored
from laiwang.kernel.log import Log
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.rooms import Rooms

__all__ = ["News", "bump_stamp", "changes_of", "departed_state", "full_state", "member_positions"]

MEMBER = "m.room.member"
BUMP_PAGE = 100
BUMP_PAGES_MAX = 20

StateKey = tuple[str, str]


@dataclass(slots=True)
class News:
    """State to send: facts at hand, and positions of those to be read. `changed` is what is new, whether it was asked for or not."""

    facts: list[Fact] = field(default_factory=list)
    positions: set[int] = field(default_factory=set)
    changed: set[StateKey] = field(default_factory=set)
    has_members: bool = False
    #: people whose member events are among those to send
    member_ids: set[str] = field(default_factory=set)
    #: lazily loaded members that the client has, by position
    members: dict[str, int] = field(default_factory=dict)

    def has(self, key: StateKey) -> bool:
        """Whether this state changed."""
        return key in self.changed

    def add(self, room: Room, key: StateKey) -> None:
        """Adds the present state of a key."""
        if key[0] == MEMBER:
            member = room.members.get(key[1])
            if member is not None:
                self.positions.add(member.position)
                self.member_ids.add(key[1])
        elif (fact := room.state.get(key)) is not None:
            self.facts.append(fact)


def full_state(room: Room, rule: RoomRule) -> News:
    """All state that is asked for by itself."""
    news = News()
    _add_wanted(news, room, rule, None)
    return news


def member_positions(room: Room, people: Iterable[str]) -> list[tuple[str, int]]:
    """(person, position of the member event) of those who have one."""
    return [(one, member.position) for one in people if (member := room.members.get(one)) is not None]


async def changes_of(kernel: Kernel, room: Room, known: Told, rule: RoomRule, timeline: Timeline, upto: int) -> News:
    """What changed since a room was told, and what was not asked for then."""
    news = News()
    keys: set[StateKey] = set()
    if room.position > known.position:
        changes = await kernel.rooms.state_changes_recent(room, known.position, upto)
        keys.update(changes)
        facts = kernel.log.recent(room.topic, known.position)
        if facts is None and not timeline.limited:
            facts = timeline.facts
        if facts is None:
            # Too much happened to look for redactions one by one: all that is asked for is told again.
            keys.update(key for key in room.state if rule.wants(*key))
            keys.update((MEMBER, one) for one in rule.member_keys() | set(known.members))
        else:
            keys |= await _redacted(kernel.rooms, room, facts)
    news.changed = keys
    news.has_members = any(type == MEMBER for type, _ in keys)
    for key in keys:
        is_lazy = key[0] == MEMBER and rule.lazy_members and (not timeline.limited or key[1] in known.members)
        if is_lazy or rule.wants(*key):
            news.add(room, key)
    if known.rule is not rule and known.rule != rule:
        _add_wanted(news, room, rule, known.rule, already=keys)
    return news


def _add_wanted(
    news: News, room: Room, rule: RoomRule, old: RoomRule | None, already: Collection[StateKey] = ()
) -> None:
    """Adds what a rule asks for and an older one did not."""
    keys = [key for key in room.state if rule.wants(*key)]
    members = room.members if rule.all_members else rule.member_keys()
    keys += [(MEMBER, user_id) for user_id in members if rule.wants(MEMBER, user_id)]
    for key in keys:
        if key not in already and (old is None or not old.wants(*key)):
            news.add(room, key)


async def _redacted(rooms: Rooms, room: Room, facts: Iterable[Fact]) -> set[StateKey]:
    """Present state whose content was redacted by one of these events."""
    found = set()
    for fact in list(facts):
        event = stored(fact).event
        if event.type != "m.room.redaction":
            continue
        target_id = event.redacts or event.content.get("redacts")
        target = await rooms.event_fact(room.room_id, target_id) if isinstance(target_id, str) else None
        if target is None:
            continue
        redacted = stored(target).event
        if redacted.state_key is not None:
            found.add((redacted.type, redacted.state_key))
    return found


async def departed_state(
    rooms: Rooms, room: Room, since: int, departed: int, rule: RoomRule, user_id: str
) -> list[Fact]:
    """State up to a departure that is asked for, with name and avatar of the room: of all time, or what changed after `since`."""
    if since:
        positions = await rooms.state_changes(room.room_id, since, departed)
    else:
        positions = await rooms.state_positions(room.room_id, departed)
    wanted = [
        position
        for (type, key), position in positions.items()
        if type in ("m.room.name", "m.room.avatar") or rule.wants(type, key)
    ]
    return list((await rooms.facts_at(sorted(wanted))).values())


async def bump_stamp(log: Log, room: Room, upto: int, ignored: Collection[str], newest: Sequence[Fact]) -> int:
    """Position of the last event that counts as activity, by somebody whom the reader does not ignore. Source: MSC4186.

    `newest` are events that have just been read, the newest of the room.
    """
    oldest = upto + 1
    for facts in (log.recent_any(room.topic), newest):
        for fact in reversed(facts):
            if fact.position >= oldest:
                continue
            if _bumps(fact, ignored):
                return fact.position
            oldest = fact.position
    for _ in range(BUMP_PAGES_MAX):
        page = await log.database.facts(room.topic, 0, oldest - 1, limit=BUMP_PAGE, newest_first=True)
        for fact in page:
            if _bumps(fact, ignored):
                return fact.position
            oldest = fact.position
        if len(page) < BUMP_PAGE:
            break
    return room.first_position


def _bumps(fact: Fact, ignored: Collection[str]) -> bool:
    event = stored(fact).event
    return event.type in BUMP_TYPES and event.sender not in ignored
