"""A stored event, decoded once.

The log keeps the bytes that clients get (`body`) and, beside them, `meta`: {"pdu": federation fields, "unsigned": the parts of `unsigned`
that are the same for every reader, "device": who sent it, "txn": under which transaction id, "thread": position of its thread root}.
"""

from __future__ import annotations

from typing import Any

import msgspec
import orjson

from laiwang.kernel.ports import Fact
from laiwang.matrix.event import Event
from laiwang.matrix.serve import client_event

__all__ = ["Stored", "encode_meta", "event_id_of", "is_plain_message", "room_topic", "served", "stored"]

SERVED_FRESH_MS = 1000


class _Body(msgspec.Struct):
    event_id: str
    type: str
    sender: str
    content: dict[str, Any]
    origin_server_ts: int
    state_key: str | None = None
    redacts: str | None = None


class _Pdu(msgspec.Struct):
    depth: int = 0
    prev_events: tuple[str, ...] = ()
    auth_events: tuple[str, ...] = ()
    hashes: dict[str, str] = {}


class _Meta(msgspec.Struct):
    pdu: _Pdu = msgspec.field(default_factory=_Pdu)
    unsigned: msgspec.Raw = msgspec.Raw(b"")
    device: str = ""
    txn: str = ""
    thread: int = 0
    redacted: bool = False


_decode_body = msgspec.json.Decoder(_Body).decode
_decode_meta = msgspec.json.Decoder(_Meta).decode


class Stored:
    """An event with what the server knows about it. `unsigned` is JSON without its braces, empty when there is nothing static."""

    __slots__ = ("device", "entry", "event", "outcome", "redacted", "served", "thread", "txn", "unsigned")

    def __init__(
        self, event: Event, unsigned: bytes, device: str, txn: str, thread: int, redacted: bool, outcome: Any = None
    ) -> None:
        self.event = event
        self.unsigned = unsigned
        self.device = device
        self.txn = txn
        self.thread = thread
        self.redacted = redacted
        #: how default push rules judged it; None when it was read back from the log and nobody asked yet
        self.outcome = outcome
        #: what unread counts hold of it, the same for all who have not read it
        self.entry: Any = None
        #: (as served without a reader's own fields, when): one rendering for everybody who is told at the same moment
        self.served: tuple[bytes, int] | None = None


def room_topic(room_id: str) -> str:
    """The topic of a room's events."""
    return f"room:{room_id}"


def stored(fact: Fact) -> Stored:
    """The decoded event of a fact of a room topic; decoded at most once per fact in memory."""
    found = fact.cache
    if found is None:
        body = _decode_body(fact.body)
        meta = _decode_meta(fact.meta) if fact.meta else _Meta()
        event = Event(
            event_id=body.event_id,
            room_id=fact.topic[5:],
            type=body.type,
            sender=body.sender,
            state_key=body.state_key,
            content=body.content,
            origin_server_ts=body.origin_server_ts,
            depth=meta.pdu.depth,
            prev_events=meta.pdu.prev_events,
            auth_events=meta.pdu.auth_events,
            content_hash=meta.pdu.hashes.get("sha256", ""),
            redacts=body.redacts or body.content.get("redacts") if body.type == "m.room.redaction" else None,
        )
        unsigned = bytes(meta.unsigned)
        found = fact.cache = Stored(
            event, unsigned[1:-1] if unsigned else b"", meta.device, meta.txn, meta.thread, meta.redacted
        )
    assert isinstance(found, Stored)
    return found


def encode_meta(pdu: bytes, unsigned: bytes, device: str, txn: str, thread: int, *, redacted: bool = False) -> bytes:
    """`meta` of an event fact. `unsigned` is JSON without braces."""
    parts = [b'{"pdu":', pdu]
    if unsigned:
        parts += [b',"unsigned":{', unsigned, b"}"]
    if device:
        parts += [b',"device":', orjson.dumps(device), b',"txn":', orjson.dumps(txn)]
    if thread:
        parts.append(b',"thread":%d' % thread)
    if redacted:
        parts.append(b',"redacted":true')
    parts.append(b"}")
    return b"".join(parts)


def served(
    fact: Fact,
    now_ms: int,
    *,
    device_key: str = "",
    room_id: str | None = None,
    membership: str | None = None,
    relations: bytes | None = None,
) -> bytes:
    """The event as one reader gets it: with age, what it replaced or why it was redacted, the sender's own transaction id, the reader's
    membership at the event, and bundled relations. `room_id` is None in /sync. Source: CS "Room event format"."""
    if fact.cache is None:
        unread = _served_unread(fact, now_ms, device_key, room_id, membership, relations)
        if unread is not None:
            return unread
    known = fact.cache if fact.cache is not None else stored(fact)
    own = known.device != "" and known.device == device_key
    plain = membership == "join" and not own and room_id is None and relations is None
    if plain and known.served is not None and now_ms - known.served[1] < SERVED_FRESH_MS:
        ready: bytes = known.served[0]
        return ready
    parts = [b'"age":%d' % max(0, now_ms - known.event.origin_server_ts)]
    if known.unsigned:
        parts.append(known.unsigned)
    if own:
        parts.append(b'"transaction_id":%b' % orjson.dumps(known.txn))
    if membership is not None:
        parts.append(b'"membership":%b' % orjson.dumps(membership))
    if relations is not None:
        parts.append(b'"m.relations":%b' % relations)
    done = client_event(fact.body, room_id=room_id, unsigned_parts=parts)
    if plain:
        known.served = (done, now_ms)
    return done


# --- events that nobody has to look into ------------------------------------------------------------------------------
# A body is canonical JSON: its keys are sorted, so `content` comes first, and what follows `event_id` are numbers and strings. A quote
# inside of a string is escaped, so these byte strings cannot stand anywhere else after the content. Decoding costs four times as much.

_EVENT_ID = b'"event_id":"'
_AT = b'"origin_server_ts":'
_STATE_KEY = b'"state_key":"'


def event_id_of(fact: Fact) -> str:
    """The id of the event, without decoding it."""
    if fact.cache is not None:
        known: Stored = fact.cache
        return known.event.event_id
    start = fact.body.rindex(_EVENT_ID) + len(_EVENT_ID)
    return fact.body[start : fact.body.index(b'"', start)].decode()


def is_plain_message(fact: Fact) -> bool:
    """Whether the event is no state and has not been redacted, without decoding it."""
    if fact.cache is not None:
        known: Stored = fact.cache
        return known.event.state_key is None and not known.redacted
    return fact.body.rfind(_STATE_KEY, fact.body.rindex(_EVENT_ID)) < 0 and not (fact.meta or b"").endswith(
        b',"redacted":true}'
    )


def _served_unread(
    fact: Fact, now_ms: int, device_key: str, room_id: str | None, membership: str | None, relations: bytes | None
) -> bytes | None:
    """`served` for an event that has nothing in `unsigned` of its own and is not the reader's; None for every other."""
    meta = fact.meta or b""
    if b'"unsigned":' in meta or (device_key and b'"device":%b,' % orjson.dumps(device_key) in meta):
        return None
    body = fact.body
    start = body.rindex(_AT) + len(_AT)
    end = body.find(b",", start)
    at = int(body[start : end if end > 0 else -1])
    parts = [b'"age":%d' % max(0, now_ms - at)]
    if membership is not None:
        parts.append(b'"membership":%b' % orjson.dumps(membership))
    if relations is not None:
        parts.append(b'"m.relations":%b' % relations)
    return client_event(body, room_id=room_id, unsigned_parts=parts)
