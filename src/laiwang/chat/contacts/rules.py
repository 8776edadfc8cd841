"""What makes people contacts, and under which letter a name stands. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from laiwang.chat.contacts.model import GREETING_CHARS_MAX, SOURCE, SOURCES
from laiwang.matrix.event import Event
from laiwang.matrix.versions import RoomVersion

__all__ = ["Asked", "Decision", "asked_by", "decided_by", "initial_of", "levels_of_chat", "tidy_labels", "with_room"]

OTHERS = "#"
ASKER_LEVEL = 100
ASKED_LEVEL = 99


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation to a chat of two."""

    from_id: str
    to_id: str
    room_id: str
    greeting: str
    source: str
    made_ms: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of an invitation: whoever was invited came in or declined, or it was taken back."""

    to_id: str
    room_id: str
    state: Literal["accepted", "declined", "withdrawn"]
    decided_ms: int


def asked_by(event: Event) -> Asked | None:
    """The request that a member event makes, if it is one."""
    content, target = event.content, event.state_key
    if event.type != "m.room.member" or target is None or content.get("membership") != "invite":
        return None
    if content.get("is_direct") is not True or target == event.sender:
        return None
    reason, source = content.get("reason"), content.get(SOURCE)
    return Asked(
        from_id=event.sender,
        to_id=target,
        room_id=event.room_id,
        greeting=reason[:GREETING_CHARS_MAX] if isinstance(reason, str) else "",
        source=source if isinstance(source, str) and source in SOURCES else "chat",
        made_ms=event.origin_server_ts,
    )


def decided_by(event: Event, before: str | None) -> Decision | None:
    """What a member event decides; `before` is the membership that its person had."""
    target = event.state_key
    if event.type != "m.room.member" or target is None or before != "invite":
        return None
    membership = event.content.get("membership")
    if membership == "join":
        return Decision(target, event.room_id, "accepted", event.origin_server_ts)
    if membership in ("leave", "ban"):
        state: Literal["declined", "withdrawn"] = "declined" if event.sender == target else "withdrawn"
        return Decision(target, event.room_id, state, event.origin_server_ts)
    return None


def initial_of(name: str, readings: Iterable[str]) -> str:
    """A letter from A to Z, or # for what has none. `readings` are those of a Chinese name, the usual one first."""
    first = unicodedata.normalize("NFKD", name.strip())[:1].upper()[:1]
    if "A" <= first <= "Z":
        return first
    for reading in readings:
        letter = reading[:1].upper()[:1]
        if "A" <= letter <= "Z":
            return letter
    return OTHERS


def tidy_labels(labels: Iterable[str]) -> list[str]:
    """Without what is empty or stands there twice, in their order."""
    return list(dict.fromkeys(label for label in (one.strip() for one in labels) if label))


def levels_of_chat(version: RoomVersion, asker: str, asked: str) -> dict[str, int]:
    """Who may do what in their chat. Whoever is asked may change everything, and stands one below: of an equal nobody can
    take an invitation back."""
    levels = {asked: ASKED_LEVEL}
    return levels if version.creators_are_infinite else {asker: ASKER_LEVEL, **levels}


def with_room(direct: Mapping[str, Any] | None, user_id: str, room_id: str) -> dict[str, Any] | None:
    """The content of m.direct with a chat with somebody; None when it stands there. Source: CS "Direct Messaging"."""
    content = dict(direct or {})
    known = content.get(user_id)
    rooms = [one for one in known if isinstance(one, str)] if isinstance(known, list) else []
    if room_id in rooms:
        return None
    return {**content, user_id: [*rooms, room_id]}
