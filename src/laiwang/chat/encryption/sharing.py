"""Whose keys changed, for whom: people who share a room are told, nobody else.

A window shows as `changed` everybody whose keys changed in it and who shares a room with the reader, and everybody who began to
share one; as `left` those who share none any more. Source: Matrix client-server API, "Tracking the device list for a user".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import orjson

from laiwang.chat.encryption import store
from laiwang.chat.encryption.model import DEVICE_LISTS, personal_topic
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership, user_topic
from laiwang.kernel.ports import Fact

__all__ = ["Changes", "Sharing"]

IN_MAX = 500
REMEMBERED_MAX = 8192
ONE_BY_ONE_MAX = 20
MEMBER = "m.room.member"
#: what is in the body of every member event, and in hardly any other
MARK_OF_MEMBER = MEMBER.encode()
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """Whose keys the reader must fetch anew, and whose she need not follow any more."""

    changed: frozenset[str]
    left: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.changed or self.left)


NOTHING = Changes(_NOBODY, _NOBODY)


class _MemberMoves:
    """Who entered or left a room of late, in memory: (position, room, person) in the order of the log."""

    def __init__(self) -> None:
        self._positions: list[int] = []
        self._moves: list[tuple[str, str]] = []
        #: moves at or before this position are not remembered; None before the server has started
        self.floor: int | None = None

    def heard(self, fact: Fact) -> None:
        if MARK_OF_MEMBER not in fact.body:
            return
        known = stored(fact)
        event = known.event
        if event.type != MEMBER or event.state_key is None:
            return
        before = orjson.loads(b"{%b}" % known.unsigned).get("prev_content", {})
        if (before.get("membership") == "join") == (event.content.get("membership") == "join"):
            return
        self._positions.append(fact.position)
        self._moves.append((event.room_id, event.state_key))
        if len(self._positions) > REMEMBERED_MAX:
            half = len(self._positions) // 2
            self.floor = self._positions[half - 1]
            del self._positions[:half], self._moves[:half]

    def between(self, since: int, upto: int) -> Sequence[tuple[str, str]] | None:
        """The moves with since < position <= upto; None when memory does not reach back that far."""
        if self.floor is None or since < self.floor:
            return None
        if not self._positions or self._positions[-1] <= since:
            return ()
        return self._moves[bisect_right(self._positions, since) : bisect_right(self._positions, upto)]


class Sharing:
    """Answers who must be told about whom."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._database = kernel.database
        self._moves = _MemberMoves()

    def start(self) -> None:
        """Called when the log has its position."""
        self._moves.floor = self._kernel.log.position

    def heard_event(self, fact: Fact) -> None:
        """Takes an event, of whichever process."""
        self._moves.heard(fact)

    # --- telling ----------------------------------------------------------------------------------------------------

    async def ring(self, user_id: str) -> None:
        """Wakes the syncs of everybody who shares a room with a person whose keys changed, her own included."""
        listeners = self._kernel.bells.listeners
        topics = {user_topic(user_id)}
        asleep = []
        for room_id in await self._kernel.memberships.joined(user_id):
            room = self._kernel.rooms.peek(room_id)
            if room is None:
                asleep.append(room_id)
                continue
            for member in room.joined():
                topic = user_topic(member)
                if topic in listeners:
                    topics.add(topic)
        topics.update(user_topic(member) for member in await self._joined_users(asleep))
        self._kernel.bells.ring(sorted(topics))

    # --- looking ----------------------------------------------------------------------------------------------------

    def quiet(self, user_id: str, since: int) -> bool:
        """Whether memory alone says that nothing happened to anybody's keys or rooms after `since`; the usual case, and cheap."""
        log = self._kernel.log
        return (
            log.recent(DEVICE_LISTS, since) == []
            and self._moves.between(since, log.position) == ()
            and log.recent(personal_topic(user_id), since) == []
        )

    async def changes(
        self,
        user_id: str,
        since: int,
        upto: int,
        memberships: Mapping[str, Membership],
        entered_rooms: Collection[str],
        left_rooms: Collection[str],
    ) -> Changes:
        """The changes of a window for a reader with these memberships.

        `entered_rooms` and `left_rooms` are those that she may have entered or left in the window. They are asked only when
        memory, which knows exactly, does not reach back: a new display name looks like an entry in the log.
        """
        log = self._kernel.log
        mine = [room_id for room_id, one in memberships.items() if one.membership == "join"]
        whose_keys = {fact.key for fact in await log.read(DEVICE_LISTS, since, upto) if fact.key is not None}
        signed = {fact.key for fact in await log.read(personal_topic(user_id), since, upto) if fact.key is not None}

        changed = await self._sharers(user_id, whose_keys, mine) | signed
        moves = self._moves.between(since, upto)
        if moves is None:
            moves = await self._moves_from_database(mine, since, upto)
        else:
            moved = {room_id for room_id, person in moves if person == user_id}
            entered_rooms = moved.intersection(mine)
            left_rooms = moved.difference(mine)
        met, parted = await self._moved(moves, mine)
        changed |= met
        changed |= await self._joined_users([room_id for room_id in entered_rooms if room_id in memberships])
        changed -= {user_id} - whose_keys - signed
        parted |= await self._joined_users(left_rooms)
        parted -= {user_id}
        if parted:
            still = await self._sharers(user_id, parted, mine)
            parted -= still
            changed -= parted
        if not changed and not parted:
            return NOTHING
        return Changes(frozenset(changed), frozenset(parted))

    async def _moves_from_database(self, mine: Sequence[str], since: int, upto: int) -> Sequence[tuple[str, str]]:
        """Member events in the window; among them may be some by which nobody entered or left."""
        moves: list[tuple[str, str]] = []
        for part in _parts(mine):
            params = {"rooms": part, "since": since, "upto": upto}
            moves.extend((row[0], row[1]) for row in await self._database.fetch(store.MEMBER_EVENTS, params))
        return moves

    async def _moved(self, moves: Iterable[tuple[str, str]], mine: Sequence[str]) -> tuple[set[str], set[str]]:
        """Who is in one of these rooms after their moves, and who is out."""
        known = set(mine)
        by_room: dict[str, set[str]] = {}
        for room_id, person in moves:
            if room_id in known:
                by_room.setdefault(room_id, set()).add(person)
        met: set[str] = set()
        parted: set[str] = set()
        for room_id, people in by_room.items():
            room = self._kernel.rooms.peek(room_id)
            if room is not None:
                inside = {person for person in people if room.membership(person) == "join"}
            else:
                inside = await self._joined_among([room_id], people)
            met |= inside
            parted |= people - inside
        return met, parted

    async def _sharers(self, user_id: str, people: Collection[str], mine: Sequence[str]) -> set[str]:
        """Those of the people who share one of the reader's rooms; herself always."""
        found = {user_id} if user_id in people else set()
        others = sorted(person for person in people if person != user_id)
        if len(others) > ONE_BY_ONE_MAX:
            return found | await self._joined_among(mine, others)
        rooms = set(mine)
        for person in others:
            theirs = await self._kernel.memberships.of(person)
            if any(one.membership == "join" and room_id in rooms for room_id, one in theirs.items()):
                found.add(person)
        return found

    async def _joined_among(self, rooms: Sequence[str], people: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for some in _parts(list(people)):
            for part in _parts(rooms):
                rows = await self._database.fetch(store.JOINED_PAIRS, {"rooms": part, "users": some})
                found.update(row[1] for row in rows)
        return found

    async def _joined_users(self, room_ids: Collection[str]) -> set[str]:
        found: set[str] = set()
        asleep = []
        for room_id in room_ids:
            room = self._kernel.rooms.peek(room_id)
            if room is None:
                asleep.append(room_id)
            else:
                found.update(room.joined())
        for part in _parts(asleep):
            found.update(row[0] for row in await self._database.fetch(store.JOINED_USERS, {"rooms": part}))
        return found


def _parts(values: Sequence[str]) -> Iterable[list[str]]:
    for start in range(0, len(values), IN_MAX):
        yield list(values[start : start + IN_MAX])
