"""Registration files: what is wrong is named, what is right is understood."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.people.services.model import RegistrationWrong
from laiwang.people.services.rules import check_together, read_registration

RIGHT: dict[str, Any] = {
    "id": "bridge",
    "url": "http://localhost:29328/",
    "as_token": "secret-as",
    "hs_token": "secret-hs",
    "sender_localpart": "bridgebot",
    "rate_limited": False,
    "de.sorunome.msc2409.push_ephemeral": True,
    "namespaces": {
        "users": [{"regex": "@bridge_.*:example.org", "exclusive": True}, {"regex": "@anna:example.org"}],
        "aliases": [{"regex": "#bridge_.*", "exclusive": True}],
    },
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def test_a_right_one() -> None:
    """Keys of today and those that bridges still write."""
    service = read_registration(RIGHT, "f", "example.org")
    assert (service.id, service.url, service.sender) == ("bridge", "http://localhost:29328", "@bridgebot:example.org")
    assert not service.rate_limited
    assert service.receive_ephemeral
    assert [service.is_mine(f"@{one}:example.org") for one in ("bridge_x", "anna", "bridgebot", "x", "xbridge_y")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [service.owns_user(f"@{one}:example.org") for one in ("bridge_x", "anna", "bridgebot")] == [
        True,
        False,
        True,
    ]
    assert service.owns_alias("#bridge_room:example.org")
    assert not service.owns_alias("#room:example.org")
    assert "secret" not in repr(service)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": ""}, "the key id is wrong"),
        ({"as_token": None}, "the key as_token is wrong"),
        ({"hs_token": 5}, "the key hs_token is wrong"),
        ({"url": "ftp://x"}, "the key url is wrong"),
        ({"url": "http://[::1"}, "the key url is wrong"),
        ({"url": 1}, "the key url is wrong"),
        ({"sender_localpart": "not a name!"}, "the key sender_localpart is wrong"),
        ({"namespaces": []}, "the key namespaces is wrong"),
        ({"namespaces": {"users": {}, "rooms": "x"}}, "the key namespaces.rooms is wrong"),
        ({"namespaces": {"users": [{"regex": "("}]}}, r"the key namespaces.users\[0\].regex is wrong"),
        ({"namespaces": {"users": [{"regex": "."}, {}]}}, r"the key namespaces.users\[1\].regex is wrong"),
        ({"namespaces": {"users": [{"regex": ".", "exclusive": 1}]}}, r"namespaces.users\[0\].exclusive is wrong"),
        ({"rate_limited": "no"}, "the key rate_limited is wrong"),
        ({"receive_ephemeral": 1}, "the key receive_ephemeral is wrong"),
        ({"protocols": "irc"}, "the key protocols is wrong"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], told: str) -> None:
    """File and key."""
    with pytest.raises(RegistrationWrong, match=f"^file.yaml: .*{told}"):
        read_registration({**RIGHT, **change}, "file.yaml", "example.org")


@given(st.sampled_from(sorted({*RIGHT, "rooms", "protocols", "receive_ephemeral"})), JSON)
def test_any_value_is_understood_or_refused(key: str, value: Any) -> None:
    """Never another error."""
    try:
        assert read_registration({**RIGHT, key: value}, "f", "example.org").id
    except RegistrationWrong as error:
        told = str(error)
    else:
        return
    assert re.match(r"f: the key [\w.\[\]]+ is wrong: ", told)


@given(JSON)
def test_any_document(document: Any) -> None:
    """What is no registration is refused."""
    with pytest.raises(RegistrationWrong):
        read_registration(document, "f", "example.org")


def test_two_services_share_nothing() -> None:
    """Ids, tokens and accounts are those of one service."""
    one = read_registration(RIGHT, "a", "example.org")
    for key in ("id", "as_token", "sender_localpart"):
        other = {**RIGHT, "id": "other", "as_token": "other", "sender_localpart": "other", key: RIGHT[key]}
        with pytest.raises(RegistrationWrong, match=f"b: the key {key} is wrong: a has the same"):
            check_together({"a": one, "b": read_registration(other, "b", "example.org")})
