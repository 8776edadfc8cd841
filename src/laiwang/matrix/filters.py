"""Filters: which events, rooms and fields a client wants to receive.

A definition is checked once and compiled; a filter that lets everything through says so, and the hot path skips it.
Source: client-server API, "Filtering" (POST /user/{userId}/filter), EventFilter, RoomEventFilter, Filter.
"""

import functools
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, cast

import msgspec

from laiwang.kit.refusals import bad_json, invalid_param
from laiwang.matrix.globs import with_stars
from laiwang.matrix.property_paths import split_path

LIMIT_DEFAULT: Final = 10
LIMIT_MAX: Final = 1000
FILTER_BYTES_MAX: Final = 65536
"""Largest filter definition in bytes of JSON."""

EventFormat = Literal["client", "federation"]

# These appear in every event whatever `event_fields` says: clients cannot place an event without them, and the
# specification lets a server send more than was asked for.
_ALWAYS: Final = ("event_id", "room_id", "type", "sender", "state_key", "origin_server_ts")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """A compiled EventFilter or RoomEventFilter. None means "not given": everything is included.

    `limit` is capped. `passes_everything` is true when no event of any room is left out; `limit` and lazy loading have no
    part in that. Equal filters are equal values, so a filter can be a key of a cache.
    """

    limit: int = LIMIT_DEFAULT
    types: frozenset[str] | None = None
    not_types: frozenset[str] = frozenset()
    senders: frozenset[str] | None = None
    not_senders: frozenset[str] = frozenset()
    rooms: frozenset[str] | None = None
    not_rooms: frozenset[str] = frozenset()
    contains_url: bool | None = None
    related_by_senders: frozenset[str] | None = None
    related_by_rel_types: frozenset[str] | None = None
    lazy_load_members: bool = False
    include_redundant_members: bool = False
    unread_thread_notifications: bool = False
    passes_everything: bool = field(init=False, compare=False)
    _type_matches: Callable[[str], bool] | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        wanted = None if self.types is None else _any_of(self.types)
        unwanted = _any_of(self.not_types) if self.not_types else None
        matches: Callable[[str], bool] | None = wanted
        if unwanted is not None:
            excluded = unwanted
            matches = lambda type_: (wanted is None or wanted(type_)) and not excluded(type_)  # noqa: E731
        object.__setattr__(self, "_type_matches", matches)
        passes = (
            matches is None
            and self.senders is None
            and not self.not_senders
            and self.rooms is None
            and not self.not_rooms
            and self.contains_url is None
            and not self.needs_relations
        )
        object.__setattr__(self, "passes_everything", passes)

    @property
    def needs_relations(self) -> bool:
        """Whether `matches` is not the whole answer: the caller has to ask `matches_children` too."""
        return self.related_by_senders is not None or self.related_by_rel_types is not None

    def matches_room(self, room_id: str) -> bool:
        """Whether events of this room are included."""
        return room_id not in self.not_rooms and (self.rooms is None or room_id in self.rooms)

    def matches_type(self, type_: str) -> bool:
        """Whether events of this type are included."""
        return self._type_matches is None or self._type_matches(type_)

    def matches(self, type_: str, sender: str | None, content: Mapping[str, Any] | None = None) -> bool:
        """Whether an event is included, apart from its room and its relations.

        `sender` is None for what nobody sent (account data): then `senders` and `not_senders` say nothing. `content` is
        only looked at when `contains_url` is given.
        """
        if self._type_matches is not None and not self._type_matches(type_):
            return False
        if sender is not None and (
            sender in self.not_senders or (self.senders is not None and sender not in self.senders)
        ):
            return False
        return self.contains_url is None or self.contains_url == (content is not None and "url" in content)

    def matches_children(self, children: Iterable[tuple[str, str]]) -> bool:
        """Whether one child event (relation type, sender) is as `related_by_senders` and `related_by_rel_types` ask."""
        if not self.needs_relations:
            return True
        return any(
            (self.related_by_rel_types is None or rel_type in self.related_by_rel_types)
            and (self.related_by_senders is None or sender in self.related_by_senders)
            for rel_type, sender in children
        )


ALL_EVENTS: Final = EventFilter()
"""The filter of somebody who gave none."""


@dataclass(frozen=True, slots=True)
class RoomFilter:
    """The `room` part of a filter. `rooms` and `not_rooms` apply before the four parts."""

    rooms: frozenset[str] | None = None
    not_rooms: frozenset[str] = frozenset()
    include_leave: bool = False
    timeline: EventFilter = ALL_EVENTS
    state: EventFilter = ALL_EVENTS
    ephemeral: EventFilter = ALL_EVENTS
    account_data: EventFilter = ALL_EVENTS

    def matches(self, room_id: str) -> bool:
        """Whether this room is included at all."""
        return room_id not in self.not_rooms and (self.rooms is None or room_id in self.rooms)


@dataclass(frozen=True, slots=True)
class Filter:
    """A compiled filter for /sync. Hashable: equal filters give equal responses.

    `passes_everything` is true when no room, event or field is left out of a response (`include_leave`, limits and lazy
    loading have no part in that).
    """

    room: RoomFilter = RoomFilter()
    presence: EventFilter = ALL_EVENTS
    account_data: EventFilter = ALL_EVENTS
    event_fields: tuple[str, ...] | None = None
    event_format: EventFormat = "client"
    passes_everything: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        room = self.room
        parts = (room.timeline, room.state, room.ephemeral, room.account_data, self.presence, self.account_data)
        passes = (
            all(part.passes_everything for part in parts)
            and room.rooms is None
            and not room.not_rooms
            and self.event_fields is None
            and self.event_format == "client"
        )
        object.__setattr__(self, "passes_everything", passes)

    @property
    def signature(self) -> str:
        """A short text that is the same for the same filter, in every process."""
        return _signature(self)

    def apply_event_fields(self, event: dict[str, Any]) -> dict[str, Any]:
        """`event` with only the wanted fields (and those without which no client can place it); not changed itself."""
        if self.event_fields is None:
            return event
        kept: dict[str, Any] = {name: event[name] for name in _ALWAYS if name in event}
        for path in self.event_fields:
            _copy(event, kept, split_path(path))
        kept.setdefault("content", {})
        return kept


NO_FILTER: Final = Filter()
"""The filter of a client that gave none."""


def parse_filter(definition: object) -> Filter:
    """Check and compile a filter definition: the body of POST /filter or the inline JSON of /sync, already decoded.

    Unknown keys are ignored. Raises Refused 400 M_BAD_JSON for a wrong type, 400 M_INVALID_PARAM for a wrong value.
    """
    whole = _object(definition, "The filter")
    try:
        size_bytes = len(msgspec.json.encode(whole))
    except (UnicodeEncodeError, msgspec.ValidationError):
        raise bad_json("The filter is not valid Unicode") from None
    if size_bytes > FILTER_BYTES_MAX:
        raise invalid_param(f"A filter has at most {FILTER_BYTES_MAX} bytes")
    room = _object(whole.get("room", {}), "room")
    event_fields = _strings(whole, "event_fields")
    event_format = whole.get("event_format", "client")
    if not isinstance(event_format, str):
        raise bad_json("event_format must be a string")
    if event_format not in ("client", "federation"):
        raise invalid_param("event_format must be client or federation")
    return Filter(
        room=RoomFilter(
            rooms=_ids(room, "rooms", "!"),
            not_rooms=_ids(room, "not_rooms", "!") or frozenset(),
            include_leave=_flag(room, "include_leave"),
            timeline=parse_event_filter(room.get("timeline", {})),
            state=parse_event_filter(room.get("state", {})),
            ephemeral=parse_event_filter(room.get("ephemeral", {})),
            account_data=parse_event_filter(room.get("account_data", {})),
        ),
        presence=parse_event_filter(whole.get("presence", {})),
        account_data=parse_event_filter(whole.get("account_data", {})),
        event_fields=None if event_fields is None else tuple(sorted(set(event_fields))),
        event_format=cast(EventFormat, event_format),
    )


def parse_event_filter(definition: object) -> EventFilter:
    """Check and compile a RoomEventFilter, as in the `filter` parameter of /messages and /context.

    Raises Refused as `parse_filter`.
    """
    given = _object(definition, "An event filter")
    if not given:
        return ALL_EVENTS
    limit = given.get("limit", LIMIT_DEFAULT)
    if not isinstance(limit, int) or isinstance(limit, bool):
        raise bad_json("limit must be an integer")
    if limit < 0:
        raise invalid_param("limit must be greater than 0")
    contains_url = given.get("contains_url")
    return EventFilter(
        limit=max(1, min(limit, LIMIT_MAX)),  # 0 is not legal, but clients do send it
        types=_set(given, "types"),
        not_types=_set(given, "not_types") or frozenset(),
        senders=_ids(given, "senders", "@"),
        not_senders=_ids(given, "not_senders", "@") or frozenset(),
        rooms=_ids(given, "rooms", "!"),
        not_rooms=_ids(given, "not_rooms", "!") or frozenset(),
        contains_url=None if contains_url is None else _flag(given, "contains_url"),
        related_by_senders=_ids(given, "related_by_senders", "@"),
        related_by_rel_types=_set(given, "related_by_rel_types"),
        lazy_load_members=_flag(given, "lazy_load_members"),
        include_redundant_members=_flag(given, "include_redundant_members"),
        unread_thread_notifications=_flag(given, "unread_thread_notifications"),
    )


@functools.lru_cache(maxsize=1024)
def _signature(filter_: Filter) -> str:
    return hashlib.sha256(repr(_plain(filter_)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _plain(value: object) -> object:
    """`value` as nested tuples in a fixed order: the order of a set is another one in every process."""
    if isinstance(value, Filter | RoomFilter | EventFilter):
        names = [name for name, spec in value.__dataclass_fields__.items() if spec.compare]
        return tuple((name, _plain(getattr(value, name))) for name in names)
    return sorted(value) if isinstance(value, frozenset) else value


def _any_of(patterns: frozenset[str]) -> Callable[[str], bool]:
    """Matches what one of the patterns (`*` matches any characters) matches."""
    exact = frozenset(pattern for pattern in patterns if "*" not in pattern)
    globs = tuple(with_stars(pattern) for pattern in sorted(patterns - exact))
    if not globs:
        return exact.__contains__
    return lambda text: text in exact or any(glob(text) for glob in globs)


def _copy(source: object, target: dict[str, Any], names: tuple[str, ...]) -> None:
    """Copy the property at `names` and the objects around it; what is not there is left out."""
    *parents, last = names
    made: list[tuple[dict[str, Any], str]] = []
    place = target
    for name in parents:
        if not isinstance(source, dict) or not isinstance(source.get(name), dict):
            break
        source = source[name]
        if place.get(name) is source:
            return  # the whole object was asked for too
        if name not in place:
            made.append((place, name))
            place[name] = {}
        place = place[name]
    else:
        if isinstance(source, dict) and last in source:
            place[last] = source[last]
            return
    if made:
        holder, name = made[0]
        del holder[name]


def _object(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise bad_json(f"{name} must be an object")
    return value


def _flag(given: dict[str, Any], name: str) -> bool:
    value = given.get(name, False)
    if not isinstance(value, bool):
        raise bad_json(f"{name} must be true or false")
    return value


def _strings(given: dict[str, Any], name: str) -> list[str] | None:
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise bad_json(f"{name} must be an array of strings")
    return value


def _set(given: dict[str, Any], name: str) -> frozenset[str] | None:
    strings = _strings(given, name)
    return None if strings is None else frozenset(strings)


def _ids(given: dict[str, Any], name: str, sigil: str) -> frozenset[str] | None:
    ids = _set(given, name)
    if ids is not None and any(not id_.startswith(sigil) for id_ in ids):
        raise invalid_param(f"{name} must hold ids that start with {sigil}")
    return ids
