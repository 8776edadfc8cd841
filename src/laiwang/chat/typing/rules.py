"""What a client may say about its typing. Source: PUT /rooms/{roomId}/typing/{userId}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from laiwang.kit.refusals import bad_json, missing_param
from laiwang.matrix.event import Event

__all__ = ["ends_typing", "timeout_in"]

TIMEOUT_MS_DEFAULT = 30_000
TIMEOUT_MS_MIN = 1000
TIMEOUT_MS_MAX = 120_000
#: sent with a tap, while the message that is being written stays unfinished
NOT_WRITTEN = frozenset({"m.reaction", "m.room.redaction"})


def timeout_in(body: Mapping[str, Any]) -> int | None:
    """For how long (ms, 1 s to 2 min) the body says that its sender types, None when it says that she stopped.

    Raises Refused 400 M_MISSING_PARAM or M_BAD_JSON.
    """
    if "typing" not in body:
        raise missing_param("typing")
    if not isinstance(body["typing"], bool):
        raise bad_json("typing must be true or false")
    timeout_ms = body.get("timeout", TIMEOUT_MS_DEFAULT)
    if not isinstance(timeout_ms, int) or isinstance(timeout_ms, bool):
        raise bad_json("timeout must be a whole number of milliseconds")
    return max(TIMEOUT_MS_MIN, min(timeout_ms, TIMEOUT_MS_MAX)) if body["typing"] else None


def ends_typing(event: Event) -> str | None:
    """Whose typing an event ends: its sender's when it is a message, that of somebody who is no longer in the room."""
    if event.type == "m.room.member":
        return event.state_key if event.content.get("membership") != "join" else None
    if event.state_key is not None or event.type in NOT_WRITTEN:
        return None
    return event.sender
