"""What gateways are told is what their protocol allows, whatever was said."""

from __future__ import annotations

import gzip
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from laiwang.chat.push.rules import counts_only, is_urgent, notification, rejected_in, tweaks_of
from laiwang.matrix.default_push_rules import outcome_of
from laiwang.matrix.event import Event
from tests.harness.elsewhere import SPEC

_PATH = json.loads(gzip.decompress((SPEC / "push-gateway-api.json.gz").read_bytes()))["paths"]
SCHEMA = Draft202012Validator(
    _PATH["/_matrix/push/v1/notify"]["post"]["requestBody"]["content"]["application/json"]["schema"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(max_size=8), JSON, max_size=4)
NAMES = st.none() | st.text(max_size=8)


def pusher(data: dict[str, Any]) -> dict[str, Any]:
    return {"app_id": "app", "pushkey": "key", "data": {**data, "url": "https://example.org"}}


@given(
    OBJECTS,
    st.sampled_from([{}, {"format": "event_id_only"}, {"format": "other", "x": 1}]),
    st.sampled_from(["m.room.message", "m.room.member", "m.room.encrypted"]),
    OBJECTS,
    NAMES,
    st.integers(0, 99),
)
def test_notifications_are_of_the_form(
    content: dict[str, Any], data: dict[str, Any], type: str, tweaks: dict[str, Any], name: str | None, unread: int
) -> None:
    """Any content, tweaks and names; nothing but ids in the format for that."""
    event = Event("$e", "!r:x", type, "@a:x", "@b:x", content, 1, 1, (), (), "")
    told = notification(
        pusher(data),
        5000,
        event=event,
        tweaks=tweaks,
        unread=unread,
        missed_calls=0,
        user_id="@b:x",
        sender_name=name,
        room_name=name,
        room_alias=name,
    )
    SCHEMA.validate(told)
    found = told["notification"]
    assert found["devices"][0]["pushkey_ts"] == 5
    assert "url" not in found["devices"][0]["data"]
    if data.get("format") == "event_id_only":
        assert not {"content", "sender", "type", "room_name", "sender_display_name"} & set(found)
    else:
        assert found["content"] == content


def test_large_content_is_left_out() -> None:
    """A gateway gets no more than a phone could show."""
    event = Event("$e", "!r:x", "m.room.message", "@a:x", None, {"body": "x" * 20_000}, 1, 1, (), (), "")
    told = notification(
        pusher({}),
        0,
        event=event,
        tweaks={},
        unread=1,
        missed_calls=0,
        user_id="@b:x",
        sender_name=None,
        room_name=None,
        room_alias=None,
    )
    assert "content" not in told["notification"]


@given(st.integers(0, 99), st.integers(0, 9))
def test_a_badge_alone(unread: int, missed: int) -> None:
    """Zero unread is told, for that is how a badge goes away; zero missed calls are not."""
    told = counts_only(pusher({}), 0, unread, missed)
    SCHEMA.validate(told)
    assert told["notification"]["counts"] == {"unread": unread, **({"missed_calls": missed} if missed else {})}


@given(st.binary(max_size=50) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_answer_of_a_gateway_can_be_read(body: bytes) -> None:
    """Nonsense rejects nobody."""
    assert isinstance(rejected_in(body), frozenset)


@given(st.lists(st.text(max_size=5) | st.integers(), max_size=5))
def test_rejected_keys(keys: list[Any]) -> None:
    """Strings alone count."""
    assert rejected_in(json.dumps({"rejected": keys}).encode()) == {key for key in keys if isinstance(key, str)}


def test_tweaks_and_priority() -> None:
    """What makes a sound, a highlight, and what nobody can read wakes a phone at once."""
    actions = ("notify", {"set_tweak": "sound", "value": "bell"}, {"set_tweak": "highlight"}, {"other": 1})
    tweaks = tweaks_of(outcome_of(actions))
    assert tweaks == {"sound": "bell", "highlight": True}
    assert is_urgent("m.room.message", tweaks)
    assert is_urgent("m.room.encrypted", {})
    assert not is_urgent("m.room.message", {"highlight": False})
