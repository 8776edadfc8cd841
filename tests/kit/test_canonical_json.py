import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit import canonical_json
from laiwang.kit.refusals import Refused

EXAMPLES = [  # Matrix appendices, "Canonical JSON", "Examples"
    ("{}", "{}"),
    ('{"one": 1, "two": "Two"}', '{"one":1,"two":"Two"}'),
    ('{"b": "2", "a": "1"}', '{"a":"1","b":"2"}'),
    (
        (
            '{"auth": {"success": true, "mxid": "@john.doe:example.com", "profile": {"display_name": "John Doe",'
            ' "three_pids": [{"medium": "email", "address": "john.doe@example.org"},'
            ' {"medium": "msisdn", "address": "123456789"}]}}}'
        ),
        (
            '{"auth":{"mxid":"@john.doe:example.com","profile":{"display_name":"John Doe","three_pids":'
            '[{"address":"john.doe@example.org","medium":"email"},{"address":"123456789","medium":"msisdn"}]},'
            '"success":true}}'
        ),
    ),
    ('{"a": "日本語"}', '{"a":"日本語"}'),
    ('{"本": 2, "日": 1}', '{"日":1,"本":2}'),
    (r'{"a": "\u65E5"}', '{"a":"日"}'),
    ('{"a": null}', '{"a":null}'),
    ('{"a": -0}', '{"a":0}'),
]

texts = st.text(st.characters(exclude_categories=["Cs"]))
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical_json.INTEGER_MAX, canonical_json.INTEGER_MAX) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
)


def reference(value: object) -> bytes:
    """The encoder that the specification gives."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


@pytest.mark.parametrize(("given_text", "canonical"), EXAMPLES)
def test_examples_of_the_specification(given_text: str, canonical: str) -> None:
    value = json.loads(given_text)
    canonical_json.check(value)
    assert canonical_json.encode(value) == canonical.encode()


@given(values)
def test_agrees_with_the_specified_encoder_and_reads_back(value: Any) -> None:
    canonical_json.check(value)
    encoded = canonical_json.encode(value)
    assert encoded == reference(value)
    assert json.loads(encoded) == value


def test_control_characters_and_order_beyond_the_basic_plane() -> None:
    value = {"\x00": "".join(map(chr, range(0x80))), "\U0001f600": 1, "\uffff": 2, "": 3}
    assert canonical_json.encode(value) == reference(value)
    assert list(json.loads(canonical_json.encode(value))) == ["", "\x00", "\uffff", "\U0001f600"]


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        2**53,
        -(2**53),
        2**70,
        "\ud800",
        {"\udfff": 1},
        {"a": [{"b": 0.5}]},
        {1: "a"},
        {"a": b"bytes"},
        {"a": {1, 2}},
    ],
)
def test_what_has_no_canonical_form(value: object) -> None:
    with pytest.raises(Refused) as refusal:
        canonical_json.check(value)
    assert (refusal.value.status, refusal.value.errcode) == (400, "M_BAD_JSON")


@pytest.mark.parametrize("value", [2**53 - 1, -(2**53) + 1, True, None, "", [], {}, (1, 2)])
def test_what_has_one(value: object) -> None:
    canonical_json.check(value)


def nested(levels: int, innermost: object) -> object:
    value = innermost
    for level in range(levels):
        value = [value] if level % 2 else {"a": value}
    return value


def test_nesting_has_a_limit() -> None:
    canonical_json.check(nested(100, "leaf"))
    for levels in (101, 100_000):
        too_deep = nested(levels, "leaf")
        with pytest.raises(Refused):
            canonical_json.check(too_deep)
    with pytest.raises(Refused):
        canonical_json.check(nested(100, 0.5))


def test_encode_refuses_what_cannot_be_written() -> None:
    for value in ("\ud800", {1: 2}, b"bytes", 2**70):
        with pytest.raises(Refused):
            canonical_json.encode(value)
