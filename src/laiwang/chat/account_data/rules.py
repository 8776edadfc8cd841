"""What may be stored, and how tags change. Source: "Client Config", "Room Tagging"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from laiwang.kit.refusals import Refused, bad_json, forbidden, invalid_param, too_large
from laiwang.matrix.ids import check_room_id

__all__ = [
    "CONTENT_BYTES_MAX",
    "check_own",
    "check_room",
    "check_settable",
    "check_size",
    "check_tag",
    "tags_in",
    "with_tag",
    "without_tag",
]

CONTENT_BYTES_MAX = 65_536
TYPE_BYTES_MAX = 255
TAG_BYTES_MAX = 255
#: other endpoints write these, and they have rules of their own
OF_THE_SERVER = frozenset({"m.fully_read", "m.push_rules"})


def check_own(user_id: str, caller: str) -> str:
    """Account data is nobody else's business, not even an administrator's. Raises Refused 403."""
    if user_id != caller:
        raise forbidden("Account data can be read and changed only by its owner")
    return user_id


def check_room(room_id: str) -> str:
    """A room id fit for a key. Raises Refused 400 M_INVALID_PARAM."""
    # No room of this server has a slash in its id, and the key of a fact is taken apart at slashes.
    if "/" in check_room_id(room_id):
        raise invalid_param("Not a room id of this server")
    return room_id


def check_settable(type: str) -> str:
    """A type that clients may set. Raises Refused 405 M_BAD_JSON (as the specification has it) or 400 M_INVALID_PARAM."""
    if type in OF_THE_SERVER:
        raise Refused("M_BAD_JSON", 405, f"{type} cannot be set in this way")
    if not type or len(type.encode("utf-8", "surrogatepass")) > TYPE_BYTES_MAX:
        raise invalid_param(f"The type of account data has 1 to {TYPE_BYTES_MAX} bytes")
    return type


def check_size(content: bytes) -> bytes:
    """Raises Refused 413 M_TOO_LARGE."""
    if len(content) > CONTENT_BYTES_MAX:
        raise too_large(f"Account data of one type has at most {CONTENT_BYTES_MAX} bytes")
    return content


def check_tag(tag: str, value: Mapping[str, Any]) -> None:
    """The name of a tag and what is said about it. Raises Refused 400 M_INVALID_PARAM or M_BAD_JSON."""
    if not tag or len(tag.encode("utf-8", "surrogatepass")) > TAG_BYTES_MAX:
        raise invalid_param(f"A tag has 1 to {TAG_BYTES_MAX} bytes")
    if "order" not in value:
        return
    order = value["order"]
    if not isinstance(order, (int, float)) or isinstance(order, bool):
        raise bad_json("order must be a number")
    if not 0 <= order <= 1:
        raise invalid_param("order must be from 0 to 1")


def tags_in(content: Mapping[str, Any] | None) -> dict[str, Any]:
    """The tags in the content of m.tag. Clients may also PUT that content as a whole, in whatever shape."""
    tags = content.get("tags") if content is not None else None
    return {tag: value for tag, value in tags.items() if isinstance(value, dict)} if isinstance(tags, dict) else {}


def with_tag(content: Mapping[str, Any] | None, tag: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """The content of m.tag with a tag set."""
    return {"tags": {**tags_in(content), tag: dict(value)}}


def without_tag(content: Mapping[str, Any] | None, tag: str) -> dict[str, Any] | None:
    """The content of m.tag without a tag; None when it was not there, so that nothing changes."""
    tags = tags_in(content)
    if tag not in tags:
        return None
    return {"tags": {name: value for name, value in tags.items() if name != tag}}
