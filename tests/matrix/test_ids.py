import pytest

from laiwang.kit.ports import SeededChance
from laiwang.kit.refusals import Refused
from laiwang.matrix import ids

HASH = "a" * 43


@pytest.mark.parametrize(
    "name",
    [
        "matrix.org",
        "matrix.org:8888",
        "1.2.3.4",
        "1.2.3.4:1234",
        "[1234:5678::abcd]",
        "[1234:5678::abcd]:5678",
        "localhost",
        "1.2.3",
    ],
)
def test_server_names(name: str) -> None:
    assert ids.is_server_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a b",
        "a:b",
        "a:",
        "a:123456",
        "256.1.1.1",
        "[::1",
        "[::g]",
        "[]",
        "[::1]x",
        "[fe80::1%eth0]",
        "ä.org",
        "a_b",
        "a\n",
    ],
)
def test_not_server_names(name: str) -> None:
    assert not ids.is_server_name(name)


@pytest.mark.parametrize(
    "user_id", ["@a:b", "@a.b_c=d-e/f+g:example.org:8448", "@Historical User:b", "@:b", "@日:b", "@a:[::1]:80"]
)
def test_user_ids(user_id: str) -> None:
    assert ids.is_user_id(user_id)
    assert ids.check_user_id(user_id) == user_id


@pytest.mark.parametrize("user_id", ["", "@", "a:b", "@a", "@a:", "#a:b", "@a\0:b", "@a:b c", "@\ud800:b", "@a:b:c"])
def test_not_user_ids(user_id: str) -> None:
    assert not ids.is_user_id(user_id)
    with pytest.raises(Refused):
        ids.check_user_id(user_id)


def test_lengths_are_bytes() -> None:
    assert ids.is_user_id("@" + "a" * 252 + ":b")
    assert not ids.is_user_id("@" + "a" * 253 + ":b")
    assert ids.is_user_id("@" + "日" * 84 + ":b")
    assert not ids.is_user_id("@" + "日" * 85 + ":b")


@pytest.mark.parametrize("room_id", ["!a:b", "!" + HASH, "!日:b"])
def test_room_ids(room_id: str) -> None:
    assert ids.check_room_id(room_id) == room_id


@pytest.mark.parametrize("room_id", ["", "!", "!a", "a:b", "!:b", "!" + HASH + "a", "!" + "é" * 43, "#a:b", None, 1])
def test_not_room_ids(room_id: object) -> None:
    with pytest.raises(Refused) as refusal:
        ids.check_room_id(room_id)
    assert refusal.value.errcode == "M_INVALID_PARAM"


def test_aliases_and_event_ids() -> None:
    assert ids.is_alias("#pub:b")
    assert not ids.is_alias("#:b")
    assert not ids.is_alias("#pub")
    assert ids.make_alias("酒馆", "b") == "#酒馆:b"
    for localpart in ("", "a:b", "a\0", "a" * 260):
        with pytest.raises(Refused):
            ids.make_alias(localpart, "b")
    assert ids.is_event_id("$" + HASH)
    assert ids.is_event_id("$old:b")
    assert not ids.is_event_id("$")
    assert not ids.is_event_id("$" + "a" * 255)


def test_parts() -> None:
    assert ids.localpart("@ann:b:80") == "ann"
    assert ids.server_name("@ann:b:80") == "b:80"
    assert ids.server_name("!" + HASH) == ""


def test_new_users() -> None:
    assert ids.make_user_id("ann.b_c=d-e/f+9", "b") == "@ann.b_c=d-e/f+9:b"
    for localpart in ("", "Ann", "日", "a b", "a" * 253, "a\n"):
        with pytest.raises(Refused) as refusal:
            ids.make_user_id(localpart, "b")
        assert refusal.value.errcode == "M_INVALID_USERNAME"


def test_other_grammars() -> None:
    assert ids.is_opaque_id("aZ0-._~")
    assert not ids.is_opaque_id("a/b")
    assert not ids.is_opaque_id("a" * 256)
    assert ids.is_namespaced_id("m.example")
    assert not ids.is_namespaced_id("M.example")
    assert ids.is_media_id("aZ0_-")
    assert not ids.is_media_id("../etc")


def test_new_room_ids_differ() -> None:
    chance = SeededChance(1)
    made = {ids.new_room_id(chance, "b") for _ in range(100)}
    assert len(made) == 100
    assert all(ids.is_room_id(room_id) for room_id in made)
