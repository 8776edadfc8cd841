"""Relations between events: replies, threads, edits, annotations, references.

Source: client-server API, "Forming relationships between events", "Event replacements", "Threading", "Event annotations
and reactions", "Reference relations", "Threaded read receipts".
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple, TypedDict

from laiwang.kit.refusals import Refused, invalid_param, missing_param

REPLACE: Final = "m.replace"
THREAD: Final = "m.thread"
ANNOTATION: Final = "m.annotation"
REFERENCE: Final = "m.reference"

MAIN: Final = "main"
"""The thread id of everything that is in no thread."""
THREAD_ID: Final = "org.matrix.msc4023.thread_id"
"""In `unsigned`: the root of the thread that an event is in (MSC4023). Told of deleted events, whose content no longer says it."""
THREAD_HOPS_MAX: Final = 3
KEY_BYTES_MAX: Final = 65536
"""Longest key of an annotation in bytes of UTF-8. The specification allows any string that fits into an event."""


class Relation(NamedTuple):
    """What `m.relates_to` says. A plain rich reply has `in_reply_to` and neither `rel_type` nor `event_id`.

    `rel_type` and `event_id` are both given or both None: half a relation is none.
    """

    rel_type: str | None
    event_id: str | None
    key: str | None = None
    is_falling_back: bool = False
    in_reply_to: str | None = None


class Related(NamedTuple):
    """As much of an event as the rules of relations ask for. `origin_server_ts` in milliseconds.

    `has_new_content` tells of `m.new_content`; an encrypted event counts as having it, since the server cannot look.
    """

    event_id: str
    room_id: str
    sender: str
    type: str
    is_state: bool
    redacted: bool
    rel_type: str | None
    origin_server_ts: int
    has_new_content: bool = False


class ThreadBundle(TypedDict):
    """The aggregation of m.thread. `latest_event` is a served event with its own bundle."""

    latest_event: dict[str, Any]
    count: int
    current_user_participated: bool


class Reference(TypedDict):
    """One event that refers to the parent."""

    event_id: str


class ReferenceBundle(TypedDict):
    """The aggregation of m.reference."""

    chunk: list[Reference]


Bundles = TypedDict(
    "Bundles",
    {"m.replace": dict[str, Any], "m.thread": ThreadBundle, "m.reference": ReferenceBundle},
    total=False,
)
"""`unsigned.m.relations`. m.replace is the whole latest edit. Annotations are not bundled; state events get nothing."""


def relation_of(content: Mapping[str, Any]) -> Relation | None:
    """The relation in an event's content, or None. What does not match the schema is ignored, never an error."""
    relates_to = content.get("m.relates_to")
    if not isinstance(relates_to, dict):
        return None
    reply = relates_to.get("m.in_reply_to")
    in_reply_to = _string(reply.get("event_id")) if isinstance(reply, dict) else None
    rel_type, event_id = _string(relates_to.get("rel_type")), _string(relates_to.get("event_id"))
    if rel_type is None or event_id is None:
        return Relation(None, None, in_reply_to=in_reply_to) if in_reply_to is not None else None
    falling_back = relates_to.get("is_falling_back") is True
    return Relation(rel_type, event_id, _string(relates_to.get("key"), empty=True), falling_back, in_reply_to)


def has_new_content(type_: str, content: Mapping[str, Any]) -> bool:
    """Whether an event can be an edit as far as its content tells."""
    return type_ == "m.room.encrypted" or isinstance(content.get("m.new_content"), dict)


def thread_of(event_id: str, relation: Relation | None, look: Callable[[str], Relation | None]) -> str:
    """The thread that an event is in: the id of the thread's root, or `main`.

    Follows at most three relations up, as from a reaction to a message in a thread. `look` gives the relation of
    another event, None for one without or unknown. A root, and what relates to it in another way, are in the main timeline.
    """
    seen = {event_id}
    for _ in range(THREAD_HOPS_MAX):
        if relation is None or relation.event_id is None or relation.event_id in seen:
            return MAIN
        if relation.rel_type == THREAD:
            return relation.event_id
        seen.add(relation.event_id)
        relation = look(relation.event_id)
    if relation is not None and relation.rel_type == THREAD and relation.event_id is not None:
        return relation.event_id
    return MAIN


def check_sendable(relation: Relation | None, parent: Related | None, *, duplicate_annotation: bool = False) -> None:
    """Refuse to send an event whose relation is not legal.

    `parent` is the event that `relation.event_id` names, None when this room does not have it: then the relation is
    just ignored by everybody. `duplicate_annotation`: the same sender has annotated this event with the same type and
    key, and not redacted it. An edit that is not valid may be sent; it is not aggregated.
    Raises Refused 400 M_UNKNOWN for a thread on an event that has a relation, 400 M_DUPLICATE_ANNOTATION,
    400 M_MISSING_PARAM for an annotation without a key, 400 M_INVALID_PARAM for a key that is too long.
    """
    if relation is None:
        return
    if relation.rel_type == ANNOTATION:
        if relation.key is None:
            raise missing_param("key")
        if len(relation.key.encode("utf-8", "surrogatepass")) > KEY_BYTES_MAX:
            raise invalid_param(f"The key of an annotation has at most {KEY_BYTES_MAX} bytes")
        if duplicate_annotation:
            raise Refused("M_DUPLICATE_ANNOTATION", 400, "You have already annotated the event in this way")
    elif relation.rel_type == THREAD and parent is not None and parent.rel_type is not None:
        raise Refused("M_UNKNOWN", 400, "A thread cannot start from an event that itself relates to another")


def is_valid_edit(original: Related, edit: Related) -> bool:
    """Whether `edit`, which relates to `original` by m.replace, counts ("Validity of replacement events")."""
    return (
        edit.rel_type == REPLACE
        and original.room_id == edit.room_id
        and original.sender == edit.sender
        and original.type == edit.type
        and not original.is_state
        and not edit.is_state
        and original.rel_type != REPLACE
        and edit.has_new_content
        and not original.redacted
        and not edit.redacted
    )


def latest_edit(original: Related, edits: Iterable[Related]) -> Related | None:
    """The most recent valid edit: by `origin_server_ts`, then by the lexicographically largest event id."""
    valid = (edit for edit in edits if is_valid_edit(original, edit))
    return max(valid, key=lambda edit: (edit.origin_server_ts, edit.event_id), default=None)


def _string(value: object, *, empty: bool = False) -> str | None:
    return value if isinstance(value, str) and (value or empty) else None
