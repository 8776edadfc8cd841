"""Words of message search."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from laiwang.chat.messages import Reader
from laiwang.kernel.capability import Settings
from laiwang.kernel.ports import Fact
from laiwang.matrix.filters import EventFilter

__all__ = [
    "KEYS",
    "Block",
    "ContextLimits",
    "Entry",
    "Grouping",
    "Match",
    "Order",
    "Page",
    "Place",
    "Query",
    "SearchSettings",
]

Order = Literal["rank", "recent"]
Grouping = Literal["room_id", "sender"]
#: what can be searched, and the byte that begins its line in the index; no folded text begins so
KEYS = {"content.body": "", "content.name": "\x01", "content.topic": "\x02"}


class SearchSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `search`."""

    at_once_max: Annotated[
        int, Meta(ge=1, description="Searches that read the index at the same moment; others wait for their turn.")
    ] = 2
    waiting_max: Annotated[
        int, Meta(ge=0, description="Searches that may wait; further ones are told to come back.")
    ] = 64


class Entry(NamedTuple):
    """One event in the index. `source` is the position of the event that its text comes from: itself, or its latest edit."""

    position: int
    source: int
    line: str


@dataclass(slots=True)
class Block:
    """Neighbouring entries of one room, in order of position. `position` names it: none of its entries stands before."""

    position: int
    entries: list[Entry] = field(default_factory=list)
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class ContextLimits:
    """How much of the conversation around a result is asked for."""

    before: int
    after: int
    with_profiles: bool


class Place(NamedTuple):
    """Where a page of results begins: what a `next_batch` says.

    Results are those at or before `upto`, as they looked at `now_ms`. They come in windows, each of the newest ones before `below` and
    after `above`; `skip` of the present window and `counted` of those before it were answered already. With `group` only those of one
    room or sender.
    """

    upto: int
    now_ms: int
    below: int
    skip: int = 0
    counted: int = 0
    above: int = 0
    group: tuple[Grouping, str] | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A checked request."""

    term: str
    words: tuple[str, ...]
    keys: frozenset[str]
    filter: EventFilter
    limit: int
    order: Order
    context: ContextLimits | None
    with_state: bool
    groupings: tuple[Grouping, ...]
    place: Place | None


@dataclass(slots=True)
class Match:
    """One result: the event, the room that it is in and the rank that it has."""

    fact: Fact
    reader: Reader
    sender: str
    rank: float
    #: the text that was found, as it was written
    text: str

    def value(self, grouping: Grouping) -> str:
        """Which group it belongs to."""
        return self.sender if grouping == "sender" else self.reader.room.room_id


@dataclass(slots=True)
class Page:
    """Results in the order that was asked for. `groups` has, by grouping and value, where the group goes on (None: nowhere)."""

    matches: list[Match]
    count: int
    next: Place | None
    groups: dict[Grouping, dict[str, Place | None]]
