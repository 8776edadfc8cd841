"""Which timer a room has, and up to where everybody has read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from laiwang.chat.burn.model import Timer

__all__ = ["AFTER_MS_MAX", "BURN", "Marks", "read_by_all", "timer_in"]

#: type of the state event
BURN: Final = "im.laiwang.burn"
AFTER_MS_MAX: Final = 366 * 86_400_000

#: (person, thread) → position up to which she has read; the thread is empty for a receipt that holds for all of them
Marks = Mapping[tuple[str, str], int]


def timer_in(content: Mapping[str, Any]) -> Timer | None:
    """The timer that a state event sets; None when it sets none, or nothing that can be understood."""
    after_ms, start = content.get("after_ms"), content.get("from", "read")
    if type(after_ms) is not int or not 0 < after_ms <= AFTER_MS_MAX:
        return None
    if start == "read":
        return Timer(after_ms, "read")
    return Timer(after_ms, "sent") if start == "sent" else None


def read_by_all(sender: str, thread: str, joined: Iterable[str], marks: Marks) -> int:
    """Up to which position everybody but the sender has read what she said in a thread. 0 when there is nobody else: what nobody can
    read has not been read."""
    return min(
        (max(marks.get((reader, ""), 0), marks.get((reader, thread), 0)) for reader in joined if reader != sender),
        default=0,
    )
