"""What counts: messages of people, on which day. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from laiwang.matrix.event import Event

__all__ = ["DAYS", "DAY_MS", "Tally", "is_message", "tally"]

DAY_MS = 86_400_000
#: as far back as anybody can look
DAYS = 30

MESSAGES = frozenset(
    (
        "m.room.message",
        "m.room.encrypted",
        "m.sticker",
        "m.poll.start",
        "org.matrix.msc3381.poll.start",
    )
)

#: messages by (day since 1970, who sent them)
Tally = Counter[tuple[int, str]]


def is_message(event: Event) -> bool:
    """Whether somebody said something. Edits, reactions and state say nothing anew; what is sealed counts unless it edits."""
    if event.type not in MESSAGES or event.state_key is not None:
        return False
    relation = event.content.get("m.relates_to")
    return not (isinstance(relation, dict) and relation.get("rel_type") == "m.replace")


def tally(events: Iterable[Event], today: int) -> Tally:
    """Messages of the days that can be looked at. Services may send with times of their own: what lies in the future counts for nothing."""
    found: Tally = Counter()
    for event in events:
        day = event.origin_server_ts // DAY_MS
        if today - DAYS < day <= today and is_message(event):
            found[day, event.sender] += 1
    return found
