"""What goes into a room and what comes out: drafts, decided events, members. Structs for speed, see `ports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from laiwang.kernel.ports import At, Fact, Rewrite, Write
from laiwang.matrix.event import Built, Event
from laiwang.matrix.push_evaluation import DefaultOutcome

if TYPE_CHECKING:
    from laiwang.kernel.room import Room

__all__ = ["Decided", "Draft", "Member", "Txn"]


class Txn(msgspec.Struct, frozen=True):
    """Idempotency key of a request: the device, the request's path without the id (`scope`), and the client's transaction id."""

    device_key: str
    scope: str
    txn_id: str


class Draft(msgspec.Struct, frozen=True):
    """An event to be. `redacts` is the fact that a redaction takes effect on; `thread` the position of the root of its thread;
    `parent` that of the event that it relates to."""

    type: str
    sender: str
    content: dict[str, Any]
    state_key: str | None = None
    txn: Txn | None = None
    redacts: str | None = None
    redacted_fact: Fact | None = None
    thread: int = 0
    parent: int = 0
    origin_server_ts: int | None = None
    writes: tuple[Write, ...] = ()


class Decided:
    """A draft that passed: the event, its place in the unit, and after the commit its fact."""

    __slots__ = (
        "at",
        "body",
        "draft",
        "event",
        "fact",
        "index",
        "mark",
        "outcome",
        "pdu",
        "rewrite",
        "room",
        "unsigned",
    )

    def __init__(self, room: Room, draft: Draft, built: Built, index: int) -> None:
        self.room = room
        self.draft = draft
        self.event, self.body, self.pdu = built
        self.unsigned = b""
        self.rewrite: Rewrite | None = None
        self.index = index
        self.at = At(index)
        self.mark = 0
        self.outcome: DefaultOutcome | None = None
        self.fact: Fact | None = None

    @property
    def event_id(self) -> str:
        """Id of the new event."""
        return self.event.event_id

    @property
    def position(self) -> int:
        """Its position; known after the commit."""
        assert self.fact is not None
        return self.fact.position


class Member:
    """A person's latest m.room.member event, as much of it as rules and readers need without opening the body."""

    __slots__ = ("avatar_url", "display_name", "event_id", "membership", "position", "sender")

    def __init__(self, event: Event, position: int) -> None:
        content = event.content
        membership = content.get("membership")
        name = content.get("displayname")
        avatar = content.get("avatar_url")
        self.membership = membership if isinstance(membership, str) else "leave"
        self.position = position
        self.event_id = event.event_id
        self.sender = event.sender
        self.display_name = name if isinstance(name, str) else None
        self.avatar_url = avatar if isinstance(avatar, str) else None
