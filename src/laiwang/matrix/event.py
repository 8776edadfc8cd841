"""An event, and how one is made: checked, measured, hashed and encoded once.

An event is kept as two pieces of JSON: `body`, what clients receive (without `room_id` and `unsigned`, which are
spliced in when it is served), and `pdu`, what only federation needs. Together they make the event in its federation
format, of which the event id is the hash.
Source: rooms/v10, v11, v12 "Event format"; server-server API, "Calculating the reference hash for an event",
"Calculating the content hash for an event"; client-server API, "Size limits".
"""

from binascii import b2a_base64
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final, NamedTuple

import msgspec
import orjson

from laiwang.kit import canonical_json, unpadded_base64
from laiwang.kit.refusals import bad_json, too_large
from laiwang.matrix.redaction import KEPT_TYPES, redact_content, redact_pdu
from laiwang.matrix.versions import RoomVersion

EVENT_BYTES_MAX: Final = 65536 - 1024
"""Largest canonical event in bytes; 1 KiB of the specified 64 is kept for signatures."""
FIELD_BYTES_MAX: Final = 255
"""Largest type, state_key, sender and room_id in bytes."""

_HASHES_BYTES: Final = len('"hashes":{"sha256":""},') + 43
_URLSAFE: Final = bytes.maketrans(b"+/", b"-_")

_SORT: Final = orjson.OPT_SORT_KEYS
_dumps: Final = orjson.dumps


class Event(msgspec.Struct, frozen=True, gc=False):
    """One event of a room, as rules see it. `origin_server_ts` is in milliseconds. `content` must not be changed.

    `content_hash` is the unpadded base64 of `hashes.sha256`; `redacts` the target of an m.room.redaction, wherever the
    room version keeps it.
    """

    event_id: str
    room_id: str
    type: str
    sender: str
    state_key: str | None
    content: dict[str, Any]
    origin_server_ts: int
    depth: int
    prev_events: tuple[str, ...]
    auth_events: tuple[str, ...]
    content_hash: str
    redacts: str | None = None


class Built(NamedTuple):
    """A new event with its bytes: `body` for clients, `pdu` for federation."""

    event: Event
    body: bytes
    pdu: bytes


def build(
    version: RoomVersion,
    *,
    room_id: str | None,
    type: str,
    sender: str,
    state_key: str | None,
    content: dict[str, Any],
    origin_server_ts: int,
    depth: int,
    prev_events: Sequence[str],
    auth_events: Sequence[str],
    redacts: str | None = None,
) -> Built:
    """Make the event that these values describe.

    `room_id` is None for the m.room.create event of a room version whose room ids are hashes, and only there; the event
    returned carries the new room's id. `redacts` is put where the room version wants it.
    Raises Refused 400 M_BAD_JSON when `content` has no canonical form, 413 M_TOO_LARGE when the event or one of its
    fields is too large.
    """
    # This runs for each event that is sent, so it is spelled out rather than handed to a general encoder: every piece
    # is encoded once, and canonical order of the whole is the order in which the pieces are joined.
    if type == "m.room.redaction":
        if redacts is not None:
            # Before v11 the copy in content is for newer clients; as a part of the event it needs no care when serving.
            content = {**content, "redacts": redacts}
        elif version.redacts_in_content and isinstance(content.get("redacts"), str):
            redacts = content["redacts"]
    else:
        redacts = None
    canonical_json.check(content)
    try:
        encoded_content = _dumps(content, option=_SORT)
        encoded_type = _dumps(type)
        last = b'"sender":%b,"type":%b}' % (_dumps(sender), encoded_type)
        if state_key is not None:
            last = b'"sender":%b,"state_key":%b,"type":%b}' % (_dumps(sender), _dumps(state_key), encoded_type)
        room = b"" if room_id is None else b'"room_id":%b,' % _dumps(room_id)
        target = b"" if redacts is None else b'"redacts":%b,' % _dumps(redacts)
    except TypeError as error:
        raise bad_json(f"Not a JSON value: {error}") from None
    if len(last) + len(room) > FIELD_BYTES_MAX:  # otherwise no single field can be longer than that
        _check_field_sizes(type=type, sender=sender, state_key=state_key, room_id=room_id)
    prev = tuple(prev_events)
    auth = tuple(auth_events)
    encoded_auth = _dumps(auth)
    encoded_prev = _dumps(prev)
    moment = b'"origin_server_ts":%d,' % origin_server_ts
    links = b'"prev_events":%b,' % encoded_prev
    hashed_target = b"" if version.redacts_in_content else target

    unhashed = b'{"auth_events":%b,"content":%b,"depth":%d,%b%b%b%b%b' % (
        encoded_auth,
        encoded_content,
        depth,
        moment,
        links,
        hashed_target,
        room,
        last,
    )
    content_hash = b2a_base64(sha256(unhashed).digest(), newline=False)[:43]
    if len(unhashed) + _HASHES_BYTES > EVENT_BYTES_MAX:
        raise too_large(f"An event is at most {EVENT_BYTES_MAX} bytes")

    kept = _dumps(redact_content(version, type, content), option=_SORT) if type in KEPT_TYPES else b"{}"
    redacted = b'{"auth_events":%b,"content":%b,"depth":%d,"hashes":{"sha256":"%b"},%b%b%b%b' % (
        encoded_auth,
        kept,
        depth,
        content_hash,
        moment,
        links,
        room,
        last,
    )
    digest = b2a_base64(sha256(redacted).digest(), newline=False)[:43].translate(_URLSAFE)
    opaque = digest.decode("ascii")
    event_id = "$" + opaque
    content_hash_text = content_hash.decode("ascii")
    event = Event(
        event_id,
        "!" + opaque if room_id is None else room_id,
        type,
        sender,
        state_key,
        content,
        origin_server_ts,
        depth,
        prev,
        auth,
        content_hash_text,
        redacts,
    )
    body = b'{"content":%b,"event_id":"$%b",%b%b%b' % (encoded_content, digest, moment, target, last)
    pdu = b'{"auth_events":%b,"depth":%d,"hashes":{"sha256":"%b"},"prev_events":%b}' % (
        encoded_auth,
        depth,
        content_hash,
        encoded_prev,
    )
    return Built(event, body, pdu)


def _check_field_sizes(**fields: str | None) -> None:
    for name, text in fields.items():
        if text is not None and len(text.encode()) > FIELD_BYTES_MAX:
            raise too_large(f"{name} is longer than {FIELD_BYTES_MAX} bytes")


def restore(room_id: str, body: bytes, pdu: bytes) -> Event:
    """The event behind its two stored pieces, as `build` made them (redacted ones too)."""
    shown = orjson.loads(body)
    linked = orjson.loads(pdu)
    content = shown["content"]
    redacts = shown.get("redacts")
    return Event(
        shown["event_id"],
        room_id,
        shown["type"],
        shown["sender"],
        shown.get("state_key"),
        content,
        shown["origin_server_ts"],
        linked["depth"],
        tuple(linked["prev_events"]),
        tuple(linked["auth_events"]),
        linked["hashes"]["sha256"],
        redacts,
    )


def federation_format(version: RoomVersion, room_id: str, body: bytes, pdu: bytes) -> dict[str, Any]:
    """The event in its federation format, unsigned, from its two stored pieces: what its id is the hash of."""
    whole: dict[str, Any] = {**orjson.loads(body), **orjson.loads(pdu)}
    del whole["event_id"]
    if version.redacts_in_content:
        whole.pop("redacts", None)
    if not (version.room_id_is_create_hash and whole["type"] == "m.room.create"):
        whole["room_id"] = room_id
    return whole


def content_hash(pdu: Mapping[str, Any]) -> str:
    """The content hash of an event in federation format, standard unpadded base64."""
    covered = {key: value for key, value in pdu.items() if key not in ("unsigned", "signatures", "hashes")}
    return unpadded_base64.encode(sha256(canonical_json.encode(covered)).digest())


def reference_hash(version: RoomVersion, pdu: Mapping[str, Any]) -> str:
    """The reference hash of an event in federation format, URL-safe unpadded base64: its event id without the sigil."""
    redacted = redact_pdu(version, pdu)
    redacted.pop("signatures", None)
    redacted.pop("event_id", None)
    return unpadded_base64.encode_urlsafe(sha256(canonical_json.encode(redacted)).digest())
