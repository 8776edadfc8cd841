"""Serving stored events by joining bytes: nothing is parsed or encoded again."""

from collections.abc import Sequence

import orjson

from laiwang.matrix.event import Event


def client_event(body: bytes, *, room_id: str | None, unsigned_parts: Sequence[bytes]) -> bytes:
    """The event as clients get it: `body` with `room_id` and `unsigned`; no `room_id` where the endpoint implies it.

    `unsigned_parts` are members of `unsigned`, each of them `"name":value` in JSON (see `unsigned_part`).
    """
    if room_id is None:
        if not unsigned_parts:
            return body
        return b'%b,"unsigned":{%b}}' % (body[:-1], b",".join(unsigned_parts))
    if not unsigned_parts:
        return b'%b,"room_id":%b}' % (body[:-1], orjson.dumps(room_id))
    return b'%b,"room_id":%b,"unsigned":{%b}}' % (body[:-1], orjson.dumps(room_id), b",".join(unsigned_parts))


def unsigned_part(name: str, value: object) -> bytes:
    """One member of `unsigned` from a value."""
    return b"%b:%b" % (orjson.dumps(name), orjson.dumps(value))


def unsigned_part_raw(name: str, value: bytes) -> bytes:
    """One member of `unsigned` from a value that is JSON already."""
    return b"%b:%b" % (orjson.dumps(name), value)


def stripped(event: Event) -> bytes:
    """The stripped state event: type, state_key, sender, content. Source: client-server API, "Stripped state"."""
    return orjson.dumps(
        {"content": event.content, "sender": event.sender, "state_key": event.state_key, "type": event.type}
    )
