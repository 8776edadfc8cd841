"""How account data stands in the log: keyed facts in the topic of its owner, with bodies as /sync serves them."""

from __future__ import annotations

from typing import Any

import orjson

from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import NewFact
from laiwang.kit.refusals import bad_json

__all__ = [
    "GLOBAL",
    "IGNORED_USERS",
    "INVITE_PERMISSION",
    "IN_ROOMS",
    "KIND",
    "OWN_STICKERS",
    "TAGS",
    "content_in",
    "data_fact",
    "encode_content",
    "event",
    "fact_key",
    "ignored_users",
    "room_data_fact",
    "room_prefix",
    "type_of",
]

KIND = "m.account_data"
GLOBAL = "account_data/"
IN_ROOMS = "room_account_data/"
IGNORED_USERS = "m.ignored_user_list"
INVITE_PERMISSION = "m.invite_permission_config"
TAGS = "m.tag"
#: the pictures that somebody sends as stickers (MSC2545)
OWN_STICKERS = "im.ponies.user_emotes"


def room_prefix(room_id: str) -> str:
    """What the keys of a room's account data begin with."""
    return f"{IN_ROOMS}{room_id}/"


def fact_key(type: str, room_id: str | None) -> str:
    """The key of account data; `room_id` is None for the whole account."""
    return GLOBAL + type if room_id is None else room_prefix(room_id) + type


def type_of(key: str) -> str:
    """The type that the key of global account data names."""
    return key[len(GLOBAL) :]


def _head(type: str) -> bytes:
    return b'{"type":%b,"content":' % orjson.dumps(type)


def event(type: str, content: bytes) -> bytes:
    """The event as clients get it."""
    return b"%b%b}" % (_head(type), content)


def content_in(type: str, body: bytes) -> bytes:
    """The content in what `event` made."""
    return body[len(_head(type)) : -1]


def encode_content(content: Any) -> bytes:
    """Content as JSON bytes. Raises Refused 400 M_BAD_JSON for what is nested too deeply."""
    try:
        return orjson.dumps(content)
    except TypeError as error:
        raise bad_json("The content cannot be stored: it is nested too deeply") from error


def data_fact(user_id: str, type: str, content: Any) -> NewFact:
    """The fact that sets account data of the whole account, for another capability's own unit."""
    return NewFact(user_topic(user_id), KIND, event(type, encode_content(content)), fact_key(type, None))


def room_data_fact(user_id: str, room_id: str, type: str, content: Any, *, meta: bytes | None = None) -> NewFact:
    """The fact that sets account data of a room, for another capability's own unit."""
    body = event(type, encode_content(content))
    return NewFact(user_topic(user_id), KIND, body, fact_key(type, room_id), meta=meta)


def ignored_users(content: Any) -> frozenset[str]:
    """The people in the content of m.ignored_user_list, whatever its shape. Source: "Ignoring Users"."""
    users = content.get("ignored_users") if isinstance(content, dict) else None
    return frozenset(users) if isinstance(users, dict) else frozenset()


def blocks_invites(content: Any) -> bool:
    """Whether the content of m.invite_permission_config keeps every invitation away, whatever its shape. Source: "Invite permission"."""
    return isinstance(content, dict) and content.get("default_action") == "block"
