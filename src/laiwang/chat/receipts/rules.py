"""What a receipt may say. Source: Client-Server API, "Receipts" and "Threaded read receipts"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from laiwang.chat.receipts.model import FULLY_READ, PRIVATE, PUBLIC
from laiwang.kit.refusals import bad_json, invalid_param
from laiwang.matrix.ids import check_event_id
from laiwang.matrix.relations import MAIN

__all__ = ["check_kind", "check_relation", "markers_in", "thread_in"]

KINDS = (FULLY_READ, PUBLIC, PRIVATE)


def check_kind(kind: str) -> str:
    """One of the three. Raises Refused 400 M_INVALID_PARAM."""
    if kind not in KINDS:
        raise invalid_param(f"The type of a receipt is one of {', '.join(KINDS)}")
    return kind


def thread_in(kind: str, body: Mapping[str, Any]) -> str:
    """The thread that the body of a receipt names, empty when it names none. Raises Refused 400 M_INVALID_PARAM."""
    if "thread_id" not in body:
        return ""
    thread = body["thread_id"]
    if not isinstance(thread, str) or not thread:
        raise invalid_param("thread_id must be a string that is not empty")
    if kind == FULLY_READ:
        raise invalid_param(f"{FULLY_READ} has no thread_id")
    return thread


def markers_in(body: Mapping[str, Any]) -> dict[str, str]:
    """Event ids by kind in the body of /read_markers. Raises Refused 400 M_BAD_JSON or M_INVALID_PARAM."""
    found = {}
    for kind in KINDS:
        event_id = body.get(kind)
        if event_id is None:
            continue
        if not isinstance(event_id, str):
            raise bad_json(f"{kind} must be an event id")
        found[kind] = check_event_id(event_id)
    return found


def check_relation(thread: str, own: str, ancestors: Collection[str]) -> None:
    """Whether an event can be read in a thread. `own` is the thread that it is in; `ancestors` are its own id and those of the
    events that it relates to. A root, and what relates to it, are in `main`, but count as read in the root's thread as well.

    Raises Refused 400 M_INVALID_PARAM.
    """
    if thread != own and not (own == MAIN and thread in ancestors):
        raise invalid_param("The event is not in the thread that thread_id names")
