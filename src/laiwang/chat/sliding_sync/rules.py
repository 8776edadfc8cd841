"""Pure decisions of sliding sync: which state a request asks for, which rooms a filter excludes, which indexes a window covers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

__all__ = [
    "BUMP_TYPES",
    "StateElement",
    "StateRequest",
    "covers",
    "excludes_room",
    "first_of",
    "names_member_keys",
    "wants_all_members",
]

MEMBER = "m.room.member"

#: events after which a room counts as recently active. Source: MSC4186, `bump_stamp`
BUMP_TYPES = frozenset(
    {
        "m.room.create",
        "m.room.message",
        "m.room.encrypted",
        "m.sticker",
        "m.call.invite",
        "m.poll.start",
        "org.matrix.msc3381.poll.start",
        "m.beacon_info",
        "org.matrix.msc3672.beacon_info",
    }
)

#: (type, state key) of wanted state; None stands for any
StateElement = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class StateRequest:
    """State that is included unless it is excluded. With `lazy_members` an element includes a member only when it names its user id.

    Source: MSC4186, `RequiredStateRequest`.
    """

    include: frozenset[StateElement] = frozenset()
    exclude: frozenset[StateElement] = frozenset()
    lazy_members: bool = False

    def matches(self, type: str, state_key: str) -> bool:
        """Whether this state is asked for by itself; members that are loaded lazily are another matter."""
        include = self.include
        found = (type, state_key) in include or (None, state_key) in include
        if not found and not (self.lazy_members and type == MEMBER):
            found = (type, None) in include or (None, None) in include
        return found and not (self.exclude and _holds(self.exclude, type, state_key))


def _holds(elements: Collection[StateElement], type: str, state_key: str) -> bool:
    return any(element in elements for element in ((type, state_key), (type, None), (None, state_key), (None, None)))


def wants_all_members(request: StateRequest) -> bool:
    """Whether any member may be asked for, whoever it is."""
    return not request.lazy_members and ((MEMBER, None) in request.include or (None, None) in request.include)


def names_member_keys(request: StateRequest) -> set[str]:
    """User ids whose member events are asked for by name."""
    return {
        key
        for type, key in request.include
        if key is not None and type in (None, MEMBER) and request.matches(MEMBER, key)
    }


def excludes_room(type: str | None, wanted: Collection[str | None] | None, unwanted: Collection[str | None]) -> bool:
    """Whether a room of a type (None: an ordinary room) is left out of a list; what is unwanted wins."""
    return type in unwanted or (wanted is not None and type not in wanted)


def covers(ranges: Sequence[tuple[int, int]] | None, count: int) -> bool:
    """Whether ranges (inclusive, from 0) take in each of `count` rooms."""
    if ranges is None:
        return True
    end = 0
    for first, last in sorted(ranges):
        if first > end:
            break
        end = max(end, last + 1)
    return end >= count


def first_of(rooms: Iterable[str], ranges: Sequence[tuple[int, int]]) -> set[str]:
    """The rooms at these indexes; `rooms` is read no further than needed."""
    end = max((last for _, last in ranges), default=-1)
    found: set[str] = set()
    for index, room_id in enumerate(rooms):
        if index > end:
            break
        if any(first <= index <= last for first, last in ranges):
            found.add(room_id)
    return found
