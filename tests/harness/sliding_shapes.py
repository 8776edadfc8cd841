"""The two shapes of sliding sync answers as JSON schemas.

OpenAPI has nothing of it yet. Sources: MSC4186 as merged, the types of ruma for the unstable shape, and the MSCs of the extensions.
"""

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

Json = dict[str, Any]

UNSTABLE = "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync"
MERGED = "/_matrix/client/v4/sync"

_COUNT = {"type": "integer", "minimum": 0}
_TEXT = {"type": "string"}


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> Json:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


def _map(values: Any) -> Json:
    return {"type": "object", "additionalProperties": values}


def _list(items: Any, **more: Any) -> Json:
    return {"type": "array", "items": items, **more}


_EVENT: Json = {"content": {"type": "object"}, "event_id": {"type": "string", "pattern": "^\\$"}, "sender": _TEXT}
_EVENT |= {"type": _TEXT, "origin_server_ts": _COUNT}
TIMELINE_EVENT = _object(_EVENT, {"state_key": _TEXT, "unsigned": {"type": "object"}, "redacts": _TEXT})
STATE_EVENT = _object({**_EVENT, "state_key": _TEXT}, {"unsigned": {"type": "object"}})
STRIPPED = _object({"content": {"type": "object"}, "sender": _TEXT, "type": _TEXT, "state_key": _TEXT})
PLAIN_EVENT = _object({"type": _TEXT, "content": {"type": "object"}})
TO_DEVICE_EVENT = _object({"type": _TEXT, "content": {"type": "object"}, "sender": _TEXT})
HERO = _object({"user_id": _TEXT}, {"displayname": _TEXT, "avatar_url": _TEXT})


def _named(name: str) -> Json:
    return _object({"type": {"const": name}, "content": {"type": "object"}})


EXTENSIONS = _object(
    {},
    {
        "to_device": _object({"next_batch": _TEXT, "events": _list(TO_DEVICE_EVENT, maxItems=100)}),
        "e2ee": _object(
            {"device_one_time_keys_count": _map(_COUNT), "device_unused_fallback_key_types": _list(_TEXT)},
            {"device_lists": _object({"changed": _list(_TEXT), "left": _list(_TEXT)})},
        ),
        "account_data": {**_object({}, {"global": _list(PLAIN_EVENT), "rooms": _map(_list(PLAIN_EVENT))})},
        "receipts": _object({"rooms": _map(_named("m.receipt"))}),
        "typing": _object({"rooms": _map(_named("m.typing"))}),
    },
)
_ROOM = {
    "initial": {"const": True},
    "name": {"type": ["string", "null"]},
    "avatar": {"type": ["string", "null"]},
    "heroes": _list(HERO, maxItems=5),
    "is_dm": {"type": "boolean"},
    "required_state": _list(STATE_EVENT),
    "timeline": _list(TIMELINE_EVENT),
    "limited": {"type": "boolean"},
    "num_live": _COUNT,
    "prev_batch": _TEXT,
    "joined_count": _COUNT,
    "invited_count": _COUNT,
}
_BUMP = {"bump_stamp": _COUNT}
UNSTABLE_ROOM = _object(
    _BUMP,
    {
        **_ROOM,
        "invite_state": _list(STRIPPED, minItems=1),
        "unstable_expanded_timeline": {"const": True},
        "notification_count": _COUNT,
        "highlight_count": _COUNT,
    },
)
MERGED_ROOM = _object(
    {**_BUMP, "membership": {"enum": ["join", "invite", "knock", "leave", "ban"]}},
    {
        **_ROOM,
        "stripped_state": _list(STRIPPED, minItems=1),
        "expanded_timeline": {"const": True},
        "lists": _list(_TEXT, minItems=1, uniqueItems=True),
    },
)


def _answer(room: Json, **more: Any) -> Json:
    return _object(
        {
            "pos": {"type": "string", "minLength": 1},
            "lists": _map(_object({"count": _COUNT})),
            "rooms": {"type": "object", "propertyNames": {"pattern": "^!"}, "additionalProperties": room},
            "extensions": EXTENSIONS,
        },
        more,
    )


SHAPES = {UNSTABLE: _answer(UNSTABLE_ROOM, txn_id=_TEXT), MERGED: _answer(MERGED_ROOM)}


@cache
def validator(path: str) -> Validator | None:
    """What holds answers of a path to their shape, None for other paths."""
    schema = SHAPES.get(path)
    return None if schema is None else Draft202012Validator(schema)
