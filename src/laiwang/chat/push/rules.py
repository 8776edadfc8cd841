"""What a push gateway is told. Pure. Source: Push Gateway API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from laiwang.matrix.default_push_rules import POLL
from laiwang.matrix.event import Event
from laiwang.matrix.ids import is_event_id
from laiwang.matrix.push_evaluation import Outcome
from laiwang.matrix.relations import THREAD, relation_of

__all__ = ["counts_only", "is_urgent", "notification", "rejected_in", "tweaks_of", "web_payload"]

CONTENT_BYTES_MAX = 16_384
#: a push service takes 4096 bytes, sealed
WEB_BODY_CHARACTERS_MAX = 400
WEB_NAME_CHARACTERS_MAX = 100
EVENT_ID_ONLY = "event_id_only"


def tweaks_of(outcome: Outcome) -> dict[str, Any]:
    """The tweaks among the actions of a rule; one without a value is true."""
    return {
        str(action["set_tweak"]): action.get("value", True)
        for action in outcome.actions
        if isinstance(action, dict) and isinstance(action.get("set_tweak"), str)
    }


def is_urgent(event_type: str, tweaks: Mapping[str, Any]) -> bool:
    """Whether a phone is woken for it at once: what makes a sound or is a highlight, and what may be so once it is decrypted."""
    return event_type == "m.room.encrypted" or bool(tweaks.get("highlight")) or "sound" in tweaks


def _device(shown: Mapping[str, Any], created_ms: int) -> dict[str, Any]:
    return {
        "app_id": shown["app_id"],
        "pushkey": shown["pushkey"],
        "pushkey_ts": created_ms // 1000,
        "data": {name: value for name, value in shown["data"].items() if name != "url"},
    }


def _counts(unread: int, missed_calls: int) -> dict[str, int]:
    return {"unread": unread, **({"missed_calls": missed_calls} if missed_calls else {})}


def counts_only(shown: Mapping[str, Any], created_ms: int, unread: int, missed_calls: int) -> dict[str, Any]:
    """A badge that changed. `unread` is told when it is 0 too: that is how a badge goes away."""
    counts = _counts(unread, missed_calls)
    return {"notification": {"counts": counts, "devices": [_device(shown, created_ms)]}}


def notification(
    shown: Mapping[str, Any],
    created_ms: int,
    *,
    event: Event,
    tweaks: Mapping[str, Any],
    unread: int,
    missed_calls: int,
    user_id: str,
    sender_name: str | None,
    room_name: str | None,
    room_alias: str | None,
) -> dict[str, Any]:
    """One event for one pusher, in the format that it asked for: `event_id_only`, or everything that is known."""
    found: dict[str, Any] = {
        "event_id": event.event_id,
        "room_id": event.room_id,
        "prio": "high" if is_urgent(event.type, tweaks) else "low",
        "counts": _counts(unread, missed_calls),
    }
    device = _device(shown, created_ms)
    if shown["data"].get("format") != EVENT_ID_ONLY:
        found |= {"type": event.type, "sender": event.sender}
        for name, value in (("sender_display_name", sender_name), ("room_name", room_name), ("room_alias", room_alias)):
            if value:
                found[name] = value
        if event.type == "m.room.member":
            found["user_is_target"] = event.state_key == user_id
        if len(orjson.dumps(event.content)) <= CONTENT_BYTES_MAX:
            found["content"] = event.content
        device["tweaks"] = dict(tweaks)
    return {"notification": {**found, "devices": [device]}}


def rejected_in(body: bytes) -> frozenset[str]:
    """The push keys that a gateway's answer calls invalid; none in an answer that is not of the right form."""
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return frozenset()
    found = value.get("rejected") if isinstance(value, dict) else None
    return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()


def web_payload(
    event: Event, *, is_preview: bool, unread: int, sender_name: str | None, room_name: object
) -> dict[str, Any]:
    """What a browser is told: enough to show it and to open the right conversation. docs/capabilities/push.md."""
    kind = _KINDS.get(event.type, "event")
    if event.type == "m.room.member":
        kind = "invite" if event.content.get("membership") == "invite" else "event"
    found: dict[str, Any] = {
        "kind": kind,
        "room_id": event.room_id,
        "event_id": event.event_id,
        "sender": event.sender,
        "unread": unread,
    }
    relation = relation_of(event.content)
    if relation is not None and relation.rel_type == THREAD and is_event_id(relation.event_id or ""):
        found["thread_id"] = relation.event_id
    body = event.content.get(POLL_TEXT if event.type == POLL else "body")
    if sender_name:
        found["sender_name"] = sender_name[:WEB_NAME_CHARACTERS_MAX]
    if isinstance(room_name, str) and room_name:
        found["room_name"] = room_name[:WEB_NAME_CHARACTERS_MAX]
    if kind == "message" and is_preview and isinstance(body, str):
        found["body"] = body[:WEB_BODY_CHARACTERS_MAX]
    return found


#: where a poll says in plain text what it asks (MSC1767)
POLL_TEXT = "org.matrix.msc1767.text"
_KINDS = {
    POLL: "message",
    "m.room.message": "message",
    "m.sticker": "message",
    "m.room.encrypted": "encrypted",
    "m.call.invite": "call",
}
