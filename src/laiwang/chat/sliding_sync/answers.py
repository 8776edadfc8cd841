"""Writing answers: the same facts under the names of either shape."""

from __future__ import annotations

from collections.abc import Mapping

import orjson

from laiwang.chat.sliding_sync.looks import Answer
from laiwang.chat.sliding_sync.model import RoomAnswer

__all__ = ["MERGED", "UNSTABLE", "encode"]

#: field → its name in a shape; what is missing is left out
UNSTABLE: Mapping[str, bytes] = {
    "initial": b"initial",
    "name": b"name",
    "avatar": b"avatar",
    "heroes": b"heroes",
    "is_dm": b"is_dm",
    # Knocks come under the name of invitations; the person's own member event among them tells which it is.
    "stripped_state": b"invite_state",
    "required_state": b"required_state",
    "timeline": b"timeline",
    "expanded_timeline": b"unstable_expanded_timeline",
    "limited": b"limited",
    "num_live": b"num_live",
    "prev_batch": b"prev_batch",
    "bump_stamp": b"bump_stamp",
    "joined_count": b"joined_count",
    "invited_count": b"invited_count",
    "notification_count": b"notification_count",
    "highlight_count": b"highlight_count",
}
MERGED: Mapping[str, bytes] = {
    **{name: shown for name, shown in UNSTABLE.items() if name not in ("notification_count", "highlight_count")},
    "stripped_state": b"stripped_state",
    "rejected_state": b"stripped_state",
    "expanded_timeline": b"expanded_timeline",
    "membership": b"membership",
}


def encode(answer: Answer, pos: str, names: Mapping[str, bytes], txn_id: str | None = None) -> bytes:
    """The body of an answer."""
    lists = ((name, b'{"count":%d}' % window.count) for name, window in answer.mark.windows.items())
    parts = [b'"pos":"%b"' % pos.encode()]
    if txn_id is not None:
        parts.append(b'"txn_id":%b' % orjson.dumps(txn_id))
    parts.append(b'"lists":%b' % _object(dict(lists)))
    with_lists = names is MERGED
    rooms = {
        one.room_id: _room(one, names, answer.lists_of.get(one.room_id, []) if with_lists else [])
        for one in answer.rooms
    }
    parts.append(b'"rooms":%b' % _object(rooms))
    parts.append(b'"extensions":%b' % _object(answer.extensions.parts))
    return b"{%b}" % b",".join(parts)


def _room(one: RoomAnswer, names: Mapping[str, bytes], lists: list[str]) -> bytes:
    parts = [b'"%b":%b' % (names[name], value) for name, value in one.fields.items() if name in names]
    if lists:
        parts.append(b'"lists":%b' % orjson.dumps(lists))
    return b"{%b}" % b",".join(parts)


def _object(parts: Mapping[str, bytes]) -> bytes:
    return b"{%b}" % b",".join(b"%b:%b" % (orjson.dumps(name), value) for name, value in parts.items())
