"""The words of sliding sync: what is asked for, what a connection was told of a room, and the answer for one room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from laiwang.chat.sliding_sync.rules import StateRequest, excludes_room, names_member_keys, wants_all_members

__all__ = [
    "Ask",
    "Extensions",
    "Filters",
    "ListRule",
    "RoomAnswer",
    "RoomRule",
    "Rules",
    "Scope",
    "ToDeviceAsk",
    "Told",
]

#: (notifications, highlights)
Counts = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RoomRule:
    """How much of a room is wanted: the newest `timeline_limit` events, and the state that any of `states` asks for."""

    timeline_limit: int
    states: frozenset[StateRequest]
    lazy_members: bool = field(init=False, compare=False)
    all_members: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        all_members = any(wants_all_members(one) for one in self.states)
        object.__setattr__(self, "all_members", all_members)
        object.__setattr__(self, "lazy_members", not all_members and any(one.lazy_members for one in self.states))

    def wants(self, type: str, state_key: str) -> bool:
        """Whether this state is asked for by itself, lazily loaded members aside."""
        return any(one.matches(type, state_key) for one in self.states)

    def member_keys(self) -> set[str]:
        """Members that are asked for by their ids."""
        return {key for one in self.states for key in names_member_keys(one)}

    def combined(self, other: RoomRule) -> RoomRule:
        """The superset of both. Source: MSC4186, "Combining room configs"."""
        if other == self:
            return self
        return RoomRule(max(self.timeline_limit, other.timeline_limit), self.states | other.states)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which rooms belong to a list; None means that it does not matter."""

    is_dm: bool | None = None
    is_encrypted: bool | None = None
    is_invited: bool | None = None
    spaces: frozenset[str] | None = None
    room_types: frozenset[str | None] | None = None
    not_room_types: frozenset[str | None] = frozenset()
    name_like: str | None = None
    tags: frozenset[str] | None = None
    not_tags: frozenset[str] = frozenset()

    @property
    def asks_tags(self) -> bool:
        """Whether tags matter."""
        return self.tags is not None or bool(self.not_tags)

    @property
    def asks_types(self) -> bool:
        """Whether the room's type matters."""
        return self.room_types is not None or bool(self.not_room_types)

    def takes_type(self, type: str | None) -> bool:
        """Whether a room of this type (None: an ordinary one) may belong."""
        return not excludes_room(type, self.room_types, self.not_room_types)

    def takes_tags(self, tags: frozenset[str]) -> bool:
        """Whether a room with these tags may belong."""
        return not (self.not_tags & tags) and (self.tags is None or bool(self.tags & tags))


@dataclass(frozen=True, slots=True)
class ListRule:
    """One list: the rooms that pass the filters, by their latest activity, at the indexes of `ranges` (None: all of them)."""

    room: RoomRule
    ranges: tuple[tuple[int, int], ...] | None = None
    filters: Filters | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rooms are wanted: lists by name, and rooms by id."""

    lists: Mapping[str, ListRule]
    subscriptions: Mapping[str, RoomRule]


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which rooms an extension speaks: those in the windows of these lists, and these of the subscribed rooms; None: all."""

    lists: frozenset[str] | None = None
    rooms: frozenset[str] | None = None

    def takes(self, room_id: str, lists: Sequence[str], is_subscribed: bool) -> bool:
        """Whether the room belongs; `lists` are those in whose windows it is."""
        if is_subscribed and (self.rooms is None or room_id in self.rooms):
            return True
        return bool(lists) and (self.lists is None or not self.lists.isdisjoint(lists))


@dataclass(frozen=True, slots=True)
class ToDeviceAsk:
    """Messages after the one at position `since`, at most `limit`; a `since` of None acknowledges nothing."""

    since: int | None
    limit: int


@dataclass(frozen=True, slots=True)
class Extensions:
    """What is wanted beside rooms; None or False: not wanted."""

    to_device: ToDeviceAsk | None = None
    e2ee: bool = False
    account_data: Scope | None = None
    receipts: Scope | None = None
    typing: Scope | None = None


@dataclass(slots=True)
class Ask:
    """One request, whichever shape it came in."""

    pos: str | None
    timeout_ms: int
    conn_id: str
    presence: str
    rules: Rules
    extensions: Extensions
    txn_id: str | None = None


@dataclass(slots=True)
class Told:
    """What a connection was told of one room. Never changed: an answer that gets lost must leave no trace.

    Everything up to `position` is told, for the state that `rule` asks for. `events` newest events were sent without a gap, the
    first of them after position `reach`; `is_whole`: there are no older ones. `members` are the lazily loaded ones, by the position
    of the event that was sent. The three `…_at` say up to where the extensions went, -1 if they never spoke of the room.
    """

    position: int
    membership: str
    rule: RoomRule
    limit: int = 0
    events: int = 0
    reach: int = 0
    is_whole: bool = False
    members: Mapping[str, int] = field(default_factory=dict)
    is_dm: bool = False
    counts: Counts = (0, 0)
    receipts_at: int = -1
    account_data_at: int = -1
    typing_at: int = -1

    def but(self, **changes: Any) -> Told:
        """A copy with changes."""
        return replace(self, **changes)


@dataclass(slots=True)
class RoomAnswer:
    """One room of an answer: fields by their names in the model, as JSON. Each shape has its own names for them, and leaves out some."""

    room_id: str
    fields: dict[str, bytes]
    #: whether there is nothing in it but unread counts, which not every shape tells
    is_counts_alone: bool = False
