"""What is left of an event when it is redacted. Source: rooms/v10 and rooms/v11 "Redactions".

Event ids are hashes of the redacted form, so that redaction leaves them as they are.
"""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from laiwang.matrix.versions import RoomVersion

_PDU_KEYS_V11: Final = frozenset(
    {
        "event_id",
        "type",
        "room_id",
        "sender",
        "state_key",
        "content",
        "hashes",
        "signatures",
        "depth",
        "prev_events",
        "auth_events",
        "origin_server_ts",
    }
)
_PDU_KEYS_V9: Final = _PDU_KEYS_V11 | {"prev_state", "origin", "membership"}

_POWER_LEVELS_V9: Final = (
    "ban",
    "events",
    "events_default",
    "kick",
    "redact",
    "state_default",
    "users",
    "users_default",
)
_CONTENT_V9: Final[Mapping[str, tuple[str, ...]]] = {
    "m.room.member": ("membership", "join_authorised_via_users_server"),
    "m.room.create": ("creator",),
    "m.room.join_rules": ("join_rule", "allow"),
    "m.room.power_levels": _POWER_LEVELS_V9,
    "m.room.history_visibility": ("history_visibility",),
}
_CONTENT_V11: Final[Mapping[str, tuple[str, ...]]] = {
    "m.room.member": ("membership", "join_authorised_via_users_server"),
    "m.room.join_rules": ("join_rule", "allow"),
    "m.room.power_levels": (*_POWER_LEVELS_V9, "invite"),
    "m.room.history_visibility": ("history_visibility",),
    "m.room.redaction": ("redacts",),
}
KEPT_TYPES: Final = frozenset({*_CONTENT_V9, *_CONTENT_V11, "m.room.create"})
"""Event types of which some content may survive; of all others none does."""


def redact_content(version: RoomVersion, type: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """The content that an event of this type keeps. A new dict; `content` is left alone."""
    if type not in KEPT_TYPES:
        return {}
    if not version.redaction_v11:
        return {key: content[key] for key in _CONTENT_V9.get(type, ()) if key in content}
    if type == "m.room.create":
        return dict(content)
    kept = {key: content[key] for key in _CONTENT_V11[type] if key in content}
    if type == "m.room.member":
        invite = content.get("third_party_invite")
        if isinstance(invite, dict) and "signed" in invite:
            kept["third_party_invite"] = {"signed": invite["signed"]}
    return kept


def redact_pdu(version: RoomVersion, pdu: Mapping[str, Any]) -> dict[str, Any]:
    """The redacted form of an event in its federation format. A new dict."""
    kept_keys = _PDU_KEYS_V11 if version.redaction_v11 else _PDU_KEYS_V9
    kept = {key: value for key, value in pdu.items() if key in kept_keys}
    kept["content"] = redact_content(version, pdu["type"], pdu.get("content") or {})
    return kept


def redact_body(version: RoomVersion, body: bytes) -> bytes:
    """The redacted form of a stored client body (see `event.build`), to be stored in its place."""
    event = orjson.loads(body)
    kept = redact_pdu(version, event)
    if version.redacts_in_content and event["type"] == "m.room.redaction" and "redacts" in event:
        kept["redacts"] = event["redacts"]  # the copy for older clients of what content keeps
    return orjson.dumps(kept, option=orjson.OPT_SORT_KEYS)
