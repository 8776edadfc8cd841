"""Filters: checked, compiled, and equal in what they let through to the definition they came from."""

import os
import subprocess
import sys
from fnmatch import fnmatchcase
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.matrix.filters import ALL_EVENTS, LIMIT_MAX, NO_FILTER, parse_event_filter, parse_filter

TYPES = ("m.room.message", "m.room.member", "m.typing", "org.example.thing")
USERS = ("@a:x", "@b:x")
ROOMS = ("!one:x", "!two:x")
patterns = st.lists(st.sampled_from([*TYPES, "*", "m.room.*", "m.*.message", "*thing", "M.typing"]), max_size=3)
users = st.lists(st.sampled_from(USERS), max_size=2)
rooms = st.lists(st.sampled_from(ROOMS), max_size=2)
definitions = st.fixed_dictionaries(
    {},
    optional={
        "types": patterns,
        "not_types": patterns,
        "senders": users,
        "not_senders": users,
        "rooms": rooms,
        "not_rooms": rooms,
        "contains_url": st.booleans(),
        "limit": st.integers(1, 2000),
        "lazy_load_members": st.booleans(),
    },
)


@given(
    definitions,
    st.sampled_from(TYPES),
    st.sampled_from(USERS),
    st.sampled_from(ROOMS),
    st.sampled_from([{}, {"url": "mxc://x/y"}]),
)
def test_a_filter_lets_through_what_its_definition_says(
    definition: dict[str, Any], type_: str, sender: str, room_id: str, content: dict[str, Any]
) -> None:
    def included(name: str, fits: Any) -> bool:
        wanted = name not in definition or any(fits(item) for item in definition[name])
        return wanted and not any(fits(item) for item in definition.get(f"not_{name}", []))

    expected = included("types", lambda pattern: fnmatchcase(type_, pattern)) and included("senders", sender.__eq__)
    if "contains_url" in definition:
        expected = expected and definition["contains_url"] == ("url" in content)
    compiled = parse_event_filter(definition)
    assert compiled.matches(type_, sender, content) == expected
    assert compiled.matches_room(room_id) == included("rooms", room_id.__eq__)
    if compiled.passes_everything:
        assert expected
        assert compiled.matches_room(room_id)
    assert compiled.limit == min(definition.get("limit", 10), LIMIT_MAX)


@given(definitions, definitions)
def test_equal_filters_have_equal_signatures(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = parse_filter({"room": {"timeline": one}}), parse_filter({"room": {"timeline": other}})
    assert (first == second) == (first.signature == second.signature)
    assert first != second or hash(first) == hash(second)
    shuffled = {name: list(reversed(value)) if isinstance(value, list) else value for name, value in one.items()}
    assert parse_filter({"room": {"timeline": shuffled}}).signature == first.signature


def test_the_signature_does_not_depend_on_the_process() -> None:
    definition = {"room": {"rooms": [f"!{number}:x" for number in range(20)], "state": {"types": list(TYPES)}}}
    program = f"from laiwang.matrix.filters import parse_filter; print(parse_filter({definition!r}).signature)"
    signatures = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2", "3")
    }
    assert signatures == {parse_filter(definition).signature}


def test_defaults() -> None:
    nothing = parse_filter({})
    assert nothing == NO_FILTER
    assert nothing.passes_everything
    assert nothing.room.timeline is ALL_EVENTS
    assert nothing.room.timeline.limit == 10
    assert not nothing.room.include_leave
    assert nothing.event_format == "client"
    usual = parse_filter(
        {"room": {"state": {"lazy_load_members": True}, "timeline": {"limit": 50, "unread_thread_notifications": True}}}
    )
    assert usual.passes_everything
    assert usual.room.state.lazy_load_members
    assert usual.room.timeline.unread_thread_notifications
    assert not parse_filter({"room": {"not_rooms": ["!a:x"]}}).passes_everything
    assert not parse_filter({"presence": {"not_types": ["*"]}}).passes_everything
    assert not parse_filter({"event_fields": ["content"]}).passes_everything
    assert not parse_event_filter({"related_by_rel_types": ["m.thread"]}).passes_everything


def test_rooms_are_chosen_before_their_parts() -> None:
    chosen = parse_filter({"room": {"rooms": ["!a:x", "!b:x"], "not_rooms": ["!b:x"]}}).room
    assert [chosen.matches(room_id) for room_id in ("!a:x", "!b:x", "!c:x")] == [True, False, False]


def test_nobody_sends_account_data() -> None:
    assert parse_event_filter({"not_senders": ["@a:x"], "senders": ["@b:x"]}).matches("m.tag", None)


def test_one_child_has_to_fit_both() -> None:
    threads = parse_event_filter({"related_by_rel_types": ["m.thread"], "related_by_senders": ["@a:x"]})
    assert threads.needs_relations
    assert threads.matches_children([("m.reference", "@b:x"), ("m.thread", "@a:x")])
    assert not threads.matches_children([("m.reference", "@a:x"), ("m.thread", "@b:x")])
    assert ALL_EVENTS.matches_children([])


@pytest.mark.parametrize(
    ("definition", "errcode"),
    [
        ([], "M_BAD_JSON"),
        ({"room": []}, "M_BAD_JSON"),
        ({"room": {"timeline": "x"}}, "M_BAD_JSON"),
        ({"room": {"timeline": {"limit": "10"}}}, "M_BAD_JSON"),
        ({"room": {"timeline": {"limit": True}}}, "M_BAD_JSON"),
        ({"room": {"timeline": {"limit": -1}}}, "M_INVALID_PARAM"),
        ({"room": {"timeline": {"types": "m.room.message"}}}, "M_BAD_JSON"),
        ({"room": {"timeline": {"types": [1]}}}, "M_BAD_JSON"),
        ({"room": {"timeline": {"senders": ["alice"]}}}, "M_INVALID_PARAM"),
        ({"room": {"rooms": ["one"]}}, "M_INVALID_PARAM"),
        ({"room": {"include_leave": "yes"}}, "M_BAD_JSON"),
        ({"room": {"state": {"lazy_load_members": 1}}}, "M_BAD_JSON"),
        ({"presence": 1}, "M_BAD_JSON"),
        ({"event_fields": "content"}, "M_BAD_JSON"),
        ({"event_format": 1}, "M_BAD_JSON"),
        ({"event_format": "xml"}, "M_INVALID_PARAM"),
        ({"anything": "x" * 70000}, "M_INVALID_PARAM"),
        ({"anything": "\ud800"}, "M_BAD_JSON"),
    ],
)
def test_definitions_that_are_refused(definition: object, errcode: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_filter(definition)
    assert (caught.value.status, caught.value.errcode) == (400, errcode)


def test_unknown_keys_are_ignored() -> None:
    assert parse_filter({"org.example": 1, "room": {"timeline": {"org.example": {}}}}).passes_everything


EVENT = {
    "event_id": "$e",
    "type": "m.room.message",
    "sender": "@a:x",
    "origin_server_ts": 1,
    "content": {"body": "hi", "m.relates_to": {"rel_type": "m.thread", "event_id": "$r"}, "other": 1},
    "unsigned": {"age": 5},
}
ALWAYS = {name: EVENT[name] for name in ("event_id", "type", "sender", "origin_server_ts")}


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        (["content.body"], {"content": {"body": "hi"}}),
        (["content", "content.body"], {"content": EVENT["content"]}),
        ([r"content.m\.relates_to.rel_type"], {"content": {"m.relates_to": {"rel_type": "m.thread"}}}),
        (["content.nothing.deeper", "content.body.deeper", "nothing"], {"content": {}}),
        ([], {"content": {}}),
        (["unsigned.age"], {"content": {}, "unsigned": {"age": 5}}),
        (["unsigned.nothing"], {"content": {}}),
    ],
)
def test_event_fields(fields: list[str], kept: dict[str, Any]) -> None:
    before = repr(EVENT)
    assert parse_filter({"event_fields": fields}).apply_event_fields(EVENT) == {**ALWAYS, **kept}
    assert repr(EVENT) == before


def test_without_event_fields_the_event_is_served_as_it_is() -> None:
    assert NO_FILTER.apply_event_fields(EVENT) is EVENT
