import base64
import hashlib
import json
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.matrix import serve
from laiwang.matrix.event import (
    EVENT_BYTES_MAX,
    Built,
    build,
    content_hash,
    federation_format,
    reference_hash,
    restore,
)
from laiwang.matrix.redaction import redact_body, redact_content, redact_pdu
from laiwang.matrix.versions import ROOM_VERSIONS, get_version

TYPES = [
    "m.room.message",
    "m.room.member",
    "m.room.create",
    "m.room.join_rules",
    "m.room.power_levels",
    "m.room.history_visibility",
    "m.room.redaction",
    "m.room.aliases",
    "日本",
]
KEYS = [
    "membership",
    "third_party_invite",
    "signed",
    "join_authorised_via_users_server",
    "creator",
    "room_version",
    "join_rule",
    "allow",
    "users",
    "invite",
    "notifications",
    "history_visibility",
    "redacts",
    "body",
]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
contents = st.dictionaries(
    st.sampled_from(KEYS) | texts,
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | texts, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=6,
)
versions = st.sampled_from([get_version(version_id) for version_id in ROOM_VERSIONS])


def made(version_id: str, type: str = "m.room.message", **changed: Any) -> Built:
    values: dict[str, Any] = {
        "room_id": "!room:here",
        "sender": "@ann:here",
        "state_key": None,
        "content": {"body": "hello"},
        "origin_server_ts": 1_700_000_000_000,
        "depth": 5,
        "prev_events": ["$" + "p" * 43],
        "auth_events": ["$" + "a" * 43, "$" + "b" * 43],
        **changed,
    }
    return build(get_version(version_id), type=type, **values)


def stdlib_id(redacted: dict[str, Any]) -> str:
    """An event id worked out with nothing but the standard library."""
    text = json.dumps(redacted, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return "$" + base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("event", "expected"),  # Matrix appendices, "Cryptographic Test Vectors", "Event Signing"
    [
        (
            {
                "room_id": "!x:domain",
                "sender": "@a:domain",
                "origin": "domain",
                "origin_server_ts": 1000000,
                "signatures": {},
                "hashes": {},
                "type": "X",
                "content": {},
                "prev_events": [],
                "auth_events": [],
                "depth": 3,
                "unsigned": {"age_ts": 1000000},
            },
            "5jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos",
        ),
        (
            {
                "content": {"body": "Here is the message content"},
                "event_id": "$0:domain",
                "origin": "domain",
                "origin_server_ts": 1000000,
                "type": "m.room.message",
                "room_id": "!r:domain",
                "sender": "@u:domain",
                "signatures": {},
                "unsigned": {"age_ts": 1000000},
            },
            "onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g",
        ),
    ],
)
def test_content_hashes_of_the_specification(event: dict[str, Any], expected: str) -> None:
    assert content_hash(event) == expected


def test_event_id_by_other_means() -> None:
    built = made("11")
    redacted = {
        "auth_events": ["$" + "a" * 43, "$" + "b" * 43],
        "content": {},
        "depth": 5,
        "hashes": {"sha256": built.event.content_hash},
        "origin_server_ts": 1_700_000_000_000,
        "prev_events": ["$" + "p" * 43],
        "room_id": "!room:here",
        "sender": "@ann:here",
        "type": "m.room.message",
    }
    assert built.event.event_id == stdlib_id(redacted)


@given(versions, st.sampled_from(TYPES), contents, st.none() | texts, st.none() | st.just("$target"))
def test_joined_bytes_are_the_event(
    version: Any, type: str, content: dict[str, Any], state_key: str | None, redacts: str | None
) -> None:
    create = type == "m.room.create" and version.room_id_is_create_hash
    built = made(
        version.id,
        type,
        content=content,
        state_key=state_key,
        redacts=redacts,
        room_id=None if create else "!room:here",
    )
    event = built.event
    pdu = federation_format(version, event.room_id, built.body, built.pdu)
    assert reference_hash(version, pdu) == event.event_id[1:]
    assert content_hash(pdu) == event.content_hash == pdu["hashes"]["sha256"]
    assert pdu["content"] == event.content
    assert ("room_id" in pdu) is not create
    assert restore(event.room_id, built.body, built.pdu).content == event.content

    once = redact_body(version, built.body)
    assert redact_body(version, once) == once
    redacted_pdu = federation_format(version, event.room_id, once, built.pdu)
    assert reference_hash(version, redacted_pdu) == event.event_id[1:]
    assert redact_pdu(version, pdu) == redact_pdu(version, redact_pdu(version, pdu))


@given(versions, st.sampled_from(TYPES), contents)
def test_redaction_only_takes_away(version: Any, type: str, content: dict[str, Any]) -> None:
    before = json.dumps(content)
    kept = redact_content(version, type, content)
    assert kept.keys() <= content.keys()
    assert redact_content(version, type, kept) == kept
    assert json.dumps(content) == before


FULL: dict[str, Any] = {
    **dict.fromkeys(KEYS, 1),
    "third_party_invite": {"signed": {"token": "t"}, "display_name": "b"},
    **dict.fromkeys(["ban", "events", "events_default", "kick", "redact", "state_default", "users_default"], 1),
}
LEVELS = {"ban", "events", "events_default", "kick", "redact", "state_default", "users", "users_default"}
KEPT: list[tuple[str, set[str], set[str]]] = [
    (
        "m.room.member",
        {"membership", "join_authorised_via_users_server"},
        {"membership", "join_authorised_via_users_server", "third_party_invite"},
    ),
    ("m.room.create", {"creator"}, set(FULL)),
    ("m.room.join_rules", {"join_rule", "allow"}, {"join_rule", "allow"}),
    ("m.room.power_levels", LEVELS, LEVELS | {"invite"}),
    ("m.room.history_visibility", {"history_visibility"}, {"history_visibility"}),
    ("m.room.redaction", set(), {"redacts"}),
    ("m.room.aliases", set(), set()),
    ("m.room.message", set(), set()),
]


@pytest.mark.parametrize(("type", "in_10", "since_11"), KEPT)
def test_what_redaction_keeps(type: str, in_10: set[str], since_11: set[str]) -> None:
    assert redact_content(get_version("10"), type, FULL).keys() == in_10
    for version_id in ("11", "12"):
        kept = redact_content(get_version(version_id), type, FULL)
        assert kept.keys() == since_11
        if type == "m.room.member":
            assert kept["third_party_invite"] == {"signed": {"token": "t"}}


def test_redacted_pdu_keys() -> None:
    pdu = {
        "type": "x",
        "content": {"a": 1},
        "origin": "here",
        "unsigned": {},
        "redacts": "$x",
        "hashes": {},
        "depth": 1,
    }
    assert redact_pdu(get_version("10"), pdu) == {
        "type": "x",
        "content": {},
        "origin": "here",
        "hashes": {},
        "depth": 1,
    }
    assert redact_pdu(get_version("11"), pdu) == {"type": "x", "content": {}, "hashes": {}, "depth": 1}


def test_body_is_what_clients_get() -> None:
    built = made("11", "m.room.name", state_key="", content={"name": "来往"})
    assert orjson.loads(built.body) == {
        "content": {"name": "来往"},
        "event_id": built.event.event_id,
        "origin_server_ts": 1_700_000_000_000,
        "sender": "@ann:here",
        "state_key": "",
        "type": "m.room.name",
    }
    assert orjson.loads(built.pdu).keys() == {"auth_events", "depth", "hashes", "prev_events"}
    assert "state_key" not in orjson.loads(made("11").body)


@pytest.mark.parametrize("version_id", list(ROOM_VERSIONS))
def test_redactions_name_their_target_at_both_places(version_id: str) -> None:
    version = get_version(version_id)
    by_argument = made(version_id, "m.room.redaction", content={"reason": "spam"}, redacts="$target")
    body = orjson.loads(by_argument.body)
    assert (body["redacts"], body["content"]["redacts"], by_argument.event.redacts) == ("$target",) * 3
    pdu = federation_format(version, "!room:here", by_argument.body, by_argument.pdu)
    assert ("redacts" in pdu) == (version_id == "10")
    redacted = orjson.loads(redact_body(version, by_argument.body))
    assert redacted["content"] == ({} if version_id == "10" else {"redacts": "$target"})
    assert redacted.get("redacts") == (None if version_id == "10" else "$target")


def test_redactions_by_content_since_version_11() -> None:
    assert made("11", "m.room.redaction", content={"redacts": "$target"}).event.redacts == "$target"
    assert made("11", "m.room.redaction", content={"redacts": 1}).event.redacts is None
    assert made("10", "m.room.redaction", content={"redacts": "$target"}).event.redacts is None
    assert made("11", "m.room.message", content={"redacts": "$target"}).event.redacts is None


def test_room_of_version_12_is_its_create_event() -> None:
    built = made("12", "m.room.create", room_id=None, state_key="", prev_events=[], auth_events=[])
    assert built.event.room_id == "!" + built.event.event_id[1:]


@pytest.mark.parametrize("content", [{"a": 0.5}, {"a": 2**53}, {"a": "\ud800"}, {"a": {"b": [1.0]}}])
def test_content_must_be_canonical(content: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refusal:
        made("11", content=content)
    assert refusal.value.errcode == "M_BAD_JSON"


@pytest.mark.parametrize("field", ["type", "state_key", "sender", "room_id"])
def test_fields_have_255_bytes(field: str) -> None:
    prefix = "" if field in ("type", "state_key") else "@" if field == "sender" else "!"
    changed: dict[str, Any] = {"state_key": "", "type": "t"}
    for letter, count in (("a", 255), ("é", 127), ('"', 255)):
        text = prefix + letter * (count - len(prefix))
        made("11", **{**changed, field: text})
        with pytest.raises(Refused) as refusal:
            made("11", **{**changed, field: text + letter * (len(prefix) + 1)})
        assert (refusal.value.status, refusal.value.errcode) == (413, "M_TOO_LARGE")


def test_surrogates_in_fields_are_refused() -> None:
    for changed in ({"type": "\ud800"}, {"state_key": "\ud800"}):
        with pytest.raises(Refused):
            made("11", **{"type": "t", **changed})


def test_events_have_63_kibibytes() -> None:
    def size(built: Built) -> int:
        pdu = federation_format(get_version("11"), "!room:here", built.body, built.pdu)
        return len(orjson.dumps(pdu))

    free = EVENT_BYTES_MAX - size(made("11", content={"body": ""}))
    assert size(made("11", content={"body": "a" * free})) == EVENT_BYTES_MAX
    with pytest.raises(Refused) as refusal:
        made("11", content={"body": "a" * (free + 1)})
    assert (refusal.value.status, refusal.value.errcode) == (413, "M_TOO_LARGE")


def test_unknown_versions() -> None:
    for version_id in ("9", "13", "", "org.example"):
        with pytest.raises(Refused) as refusal:
            get_version(version_id)
        assert refusal.value.errcode == "M_UNSUPPORTED_ROOM_VERSION"


def test_serving() -> None:
    built = made("11", "m.room.name", state_key="", content={"name": 'a}"'})
    body = orjson.loads(built.body)
    parts = [serve.unsigned_part("transaction_id", "t"), serve.unsigned_part_raw("redacted_because", b'{"a":1}')]
    unsigned = {"transaction_id": "t", "redacted_because": {"a": 1}}
    room_id = '!"odd":here'

    def served(room: str | None, *members: bytes) -> Any:
        return orjson.loads(serve.client_event(built.body, room_id=room, unsigned_parts=members))

    assert served(None) == body
    assert served(room_id) == {**body, "room_id": room_id}
    assert served(None, *parts) == {**body, "unsigned": unsigned}
    assert served(room_id, *parts) == {**body, "room_id": room_id, "unsigned": unsigned}
    assert orjson.loads(serve.stripped(built.event)) == {
        "type": "m.room.name",
        "state_key": "",
        "sender": "@ann:here",
        "content": {"name": 'a}"'},
    }
