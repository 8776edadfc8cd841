"""The window of a sync: what one device has missed, from a token to now.

One log has one order, so a token is one position (plus the serial of what is never stored, named by the boot that counted it).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from laiwang.kernel.ports import Fact
from laiwang.kit.refusals import Refused

if TYPE_CHECKING:
    from laiwang.kernel.machine import Kernel
    from laiwang.kernel.members import Membership
    from laiwang.kernel.room import Room

#: a token names no more processes
BOOTS_MAX = 200

__all__ = ["RoomView", "SyncContext", "SyncToken", "parse_position", "parse_token"]


class SyncToken(msgspec.Struct, frozen=True):
    """`s<position>_<ephemeral serial>_<boot>`, with a `~` behind it when something that is not stored was going on: should the process
    end now, nobody will know any more that it was over. The position is followed by `-<heard>` when who goes on from it must have
    heard of more: another process than the one that gave it waits for that.

    Where other processes have something to say that is not stored, `*<number>` follows, how far this boot has said its own, and for each
    other boot `*<number>_<boot>`.
    """

    position: int
    ephemeral: int = 0
    boot: str = ""
    is_open: bool = False
    heard: int = 0
    number: int = 0
    others: tuple[tuple[str, int], ...] = ()

    @property
    def told(self) -> tuple[tuple[str, int], ...]:
        """By boot, how far its reader knows what it has said."""
        return ((self.boot, self.number), *self.others)

    def __str__(self) -> str:
        heard = f"-{self.heard}" if self.heard else ""
        told = ""
        if self.others or self.number != self.ephemeral:
            told = f"*{self.number}" + "".join([f"*{number}_{boot}" for boot, number in self.others])
        return f"s{self.position}{heard}_{self.ephemeral}_{self.boot}{'~' if self.is_open else ''}{told}"


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise Refused("M_INVALID_PARAM", 400, "The token is not one of this server's")
    return int(text)


def parse_token(text: str) -> SyncToken:
    """A token of /sync; pagination tokens are accepted as well. Raises Refused 400 M_INVALID_PARAM."""
    if text.startswith("p"):
        return SyncToken(_number(text[1:]))
    if not text.startswith("s"):
        raise Refused("M_INVALID_PARAM", 400, "The token is not one of this server's")
    parts = text[1:].split("_", 2)
    if len(parts) == 1:
        return SyncToken(_number(parts[0]))
    if len(parts) == 2:
        raise Refused("M_INVALID_PARAM", 400, "The token is not one of this server's")
    position, _, heard = parts[0].partition("-")
    boot, *told = parts[2].split("*", BOOTS_MAX + 1)
    ephemeral = _number(parts[1])
    if len(told) > BOOTS_MAX:
        raise Refused("M_INVALID_PARAM", 400, "The token is not one of this server's")
    others = [one.partition("_") for one in told[1:]]
    return SyncToken(
        _number(position),
        ephemeral,
        boot.removesuffix("~"),
        boot.endswith("~"),
        _number(heard) if heard else 0,
        _number(told[0]) if told else ephemeral,
        tuple([(name, _number(number)) for number, _, name in others]),
    )


def parse_position(text: str) -> int:
    """The place between two events that any of our tokens names: after the event at this position."""
    return parse_token(text).position


@dataclass(slots=True)
class SyncContext:
    """Who syncs, and which window: since < position <= upto. `since` is 0 for an initial sync."""

    kernel: Kernel
    user_id: str
    device_id: str | None
    since: int
    upto: int
    ephemeral_since: int
    ephemeral_upto: int
    is_initial: bool
    memberships: Mapping[str, Membership]
    #: rooms that the person entered (join) or left inside the window
    joined_since: set[str] = field(default_factory=set)
    left_since: set[str] = field(default_factory=set)
    #: rooms that a fact of the person's own topic speaks of: its key is `<what>/<room id>[/…]`
    touched: set[str] = field(default_factory=set)
    #: compiled filter of the request (laiwang.matrix.filters.Filter)
    filter: Any = None
    #: nobody knows any more what went on when the token was made, and was not stored: whoever told of it says how it is now
    is_interrupted: bool = False
    #: how far each boot has said what shows at the end of the window: this one, and the others by name
    named: tuple[int, tuple[tuple[str, int], ...]] = (0, ())
    #: the token is one of another process, by which nothing that ends by itself was going on: nobody need be told of its end
    is_calm: bool = False
    _facts: dict[str, list[Fact]] = field(default_factory=dict)

    async def facts(self, topic: str) -> list[Fact]:
        """The topic's facts in the window, each key once; read at most once per sync."""
        found = self._facts.get(topic)
        if found is None:
            found = self._facts[topic] = await self.kernel.log.read(topic, self.since, self.upto)
        return found


@dataclass(slots=True)
class RoomView:
    """A joined room inside a sync: the room, its timeline in the window, and whether it came in as new."""

    room: Room
    timeline: Sequence[Fact]
    is_new: bool
