"""Who may look at a room from outside, and in which order the rooms below a space come. Sources: CS "Spaces", API/space_hierarchy."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from laiwang.kit.refusals import invalid_param

__all__ = ["Child", "Token", "Walk", "is_child", "may_look", "ordered"]

DEPTH_MAX: Final = 100
_ORDER: Final = re.compile(r"[\x20-\x7e]{1,50}")
OPEN_DOORS: Final = frozenset({"public", "knock", "knock_restricted"})


def may_look(
    *,
    membership: str | None,
    join_rule: str,
    is_world_readable: bool,
    is_allowed: bool,
) -> bool:
    """Whether somebody may see the summary of a room. `is_allowed`: she is in a room that a restricted one lets people in from."""
    if membership in ("join", "invite", "knock") or is_world_readable:
        return True
    if membership == "ban":
        return False
    return join_rule in OPEN_DOORS or (join_rule == "restricted" and is_allowed)


@dataclass(frozen=True, slots=True)
class Child:
    """A room that a space names; `content` is that of its m.space.child event."""

    room_id: str
    content: Mapping[str, Any]
    origin_server_ts: int

    @property
    def order(self) -> str | None:
        """Its place among its siblings, None where it has no valid one."""
        value = self.content.get("order")
        return value if isinstance(value, str) and _ORDER.fullmatch(value) else None

    @property
    def is_suggested(self) -> bool:
        """Whether whoever keeps the space recommends it."""
        return self.content.get("suggested") is True


def is_child(content: Mapping[str, Any]) -> bool:
    """Whether an m.space.child event (still) makes a room a child: it names servers to join through."""
    via = content.get("via")
    return isinstance(via, list) and bool(via) and all(isinstance(one, str) for one in via)


def ordered(children: Iterable[Child]) -> list[Child]:
    """Children as they are shown: those with an order by it, then the others, the oldest first."""
    return sorted(
        children, key=lambda child: (child.order is None, child.order or "", child.origin_server_ts, child.room_id)
    )


class Walk:
    """Depth first through a tree that may have loops: every room once, each as near to the root as any path leads to it.

    Take `next()`, look the room up, and hand its children to `enter`; a room that may not be seen is not entered.
    """

    __slots__ = ("_at", "_depth_max", "_depths", "_shown", "_stack")

    def __init__(self, root: str, depth_max: int) -> None:
        self._stack = [(root, 0)]
        self._depth_max = depth_max
        #: room id → the least depth at which it has been entered
        self._depths: dict[str, int] = {}
        self._shown: set[str] = set()
        self._at = 0

    def next(self) -> tuple[str, bool] | None:
        """The next room to look up, and whether it comes for the first time; None at the end. One that was entered deeper before is
        given again, so that what is below it is found as well."""
        while self._stack:
            room_id, depth = self._stack.pop()
            known = self._depths.get(room_id)
            if known is not None and known <= depth:
                continue
            self._depths[room_id] = self._at = depth
            is_new = room_id not in self._shown
            self._shown.add(room_id)
            return room_id, is_new
        return None

    def enter(self, children: Sequence[str]) -> None:
        """Puts the children of the room that `next` gave before everything else."""
        if self._at < self._depth_max:
            self._stack.extend((child, self._at + 1) for child in reversed(children))


class Token(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a page of a tree ended: after which room, and how many had been shown; with what was asked for first."""

    root: str
    after: str
    shown: int
    depth_max: int
    only_suggested: bool

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> Token:
        """Raises Refused 400 M_INVALID_PARAM."""
        try:
            return msgspec.json.decode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=cls)
        except (ValueError, msgspec.MsgspecError) as error:
            raise invalid_param("from is not a token of this list") from error
