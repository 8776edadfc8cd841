"""Finding people: by parts of their names and ids, Chinese names by pinyin."""

from __future__ import annotations

import secrets

import pytest

from tests.harness.client import PASSWORD, V3, Json
from tests.harness.person import Person
from tests.stories.conftest import Newcomer, OwnServer


async def search(person: Person, term: str, **body: object) -> Json:
    """The whole answer."""
    return await person.post(f"{V3}/user_directory/search", json={"search_term": term, **body})


async def finds(person: Person, term: str) -> list[str]:
    """Ids of the people whom somebody finds."""
    return [one["user_id"] for one in (await search(person, term, limit=50))["results"]]


async def rename(person: Person, name: str | None) -> None:
    """Shows another name."""
    await person.put(f"{V3}/profile/{{}}/displayname", person.user_id, json={"displayname": name})


@pytest.mark.parametrize(
    ("name", "terms", "strangers"),
    [
        (
            "王小明",
            ["王", "小明", "wang", "wangxiaoming", "Wang Xiaoming", "xiaoming", "wxm", "xm", "WXM"],
            ["angxiao", "wmx"],
        ),
        ("单雄信", ["shan", "danxiong", "sxx", "shanxiongxin"], ["xinshan"]),
        ("吕布", ["lvbu", "lubu", "lb"], []),
        ("Nguyễn Văn Đức", ["nguyen", "van duc", "Đức", "guyễ", "nguyenvan", "nvd"], ["duc nobody"]),
        ("鈴木さくら", ["鈴木", "さくら", "サクラ", "木さ"], []),
        ("محمد العربي", ["محمد", "عرب", "العربى"], []),
        ("สมชาย ใจดี", ["สมชาย", "ชาย", "ใจดี"], []),
        ("O'Brien 100%_!", ["o'brien", "brien", "100%", "%_!"], ["1_0", "1%0"]),
    ],
)
async def test_a_name_is_found_as_it_is_typed(
    newcomer: Newcomer, name: str, terms: list[str], strangers: list[str]
) -> None:
    alice, target = await newcomer("q"), await newcomer("q")
    await rename(target, name)
    for term in terms:
        assert target.user_id in await finds(alice, term), term
    for term in strangers:
        assert target.user_id not in await finds(alice, term), term
    shown = {one["user_id"]: one["display_name"] for one in (await search(alice, terms[0]))["results"]}
    assert shown[target.user_id] == name
    await rename(target, "Renamed")
    assert target.user_id not in await finds(alice, terms[0])
    assert target.user_id in await finds(alice, "renamed")
    await rename(target, None)
    assert target.user_id not in await finds(alice, "renamed")


async def test_people_are_found_by_their_ids(alice: Person, bob: Person) -> None:
    local = bob.user_id[1:].split(":")[0]
    for term in (bob.user_id, local, local.upper(), local[1:], f"@{local}", bob.user_id[1:]):
        assert await finds(alice, term) == [bob.user_id], term
    assert await finds(alice, alice.user_id) == [], "nobody looks for herself"
    assert await finds(alice, "test.local") == []
    for nothing in ("", "  ", "\u0301"):
        assert await search(alice, nothing) == {"results": [], "limited": False}


async def test_those_with_whom_one_shares_rooms_come_first_then_the_better_match(newcomer: Newcomer) -> None:
    alice = await newcomer("alice")
    word = f"zo{secrets.token_hex(4)}"
    names = (f"{word}", f"{word} Miller", f"Miller {word}", f"x{word}x", f"y{word}y", f"z{word}z")
    people = [await newcomer("p") for _ in names]
    for person, name in zip(people, names, strict=True):
        await rename(person, name)
    for count, person in ((1, people[4]), (2, people[5])):
        for _ in range(count):
            room = await alice.create_room(preset="public_chat")
            await person.join(room)
    wanted = [people[5], people[4], *people[:4]]
    assert await finds(alice, word) == [person.user_id for person in wanted]
    limited = await search(alice, word, limit=2)
    assert ([one["user_id"] for one in limited["results"]], limited["limited"]) == (
        [people[5].user_id, people[4].user_id],
        True,
    )
    assert (await search(alice, word, limit=6))["limited"] is False


async def test_who_has_left_for_good_is_not_found(alice: Person, newcomer: Newcomer) -> None:
    leaver = await newcomer("leaver")
    word = f"gone{secrets.token_hex(4)}"
    await rename(leaver, word)
    assert await finds(alice, word) == [leaver.user_id]
    identifier = {"type": "m.id.user", "user": leaver.user_id}
    await leaver.post(
        f"{V3}/account/deactivate",
        json={"auth": {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}},
    )
    assert await finds(alice, word) == []
    assert await finds(alice, leaver.user_id) == []


async def test_a_server_may_show_only_those_whom_one_knows(newcomer: Newcomer, own_server: OwnServer) -> None:
    url = own_server({"LAIWANG_PEOPLE_SEARCH__VISIBLE": "known"}).url
    alice, bob = await newcomer("searcher", url), await newcomer("quokka", url)
    assert await finds(alice, "quokka") == []
    private = await alice.create_room(invite=[bob.user_id])
    assert await finds(alice, "quokka") == [], "an invitation is not a shared room"
    await bob.join(private)
    assert await finds(alice, "quokka") == [bob.user_id]
    await bob.membership("leave", private)
    assert await finds(alice, "quokka") == []
    public = await bob.create_room(preset="public_chat")
    assert await finds(alice, "quokka") == [bob.user_id]
    await bob.set_state(public, "m.room.join_rules", {"join_rule": "invite"})
    assert await finds(alice, "quokka") == []
    await bob.set_state(public, "m.room.history_visibility", {"history_visibility": "world_readable"})
    assert await finds(alice, "quokka") == [bob.user_id]
    await bob.set_state(public, "m.room.history_visibility", {"history_visibility": "shared"})
    assert await finds(alice, "quokka") == []


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, "M_MISSING_PARAM"),
        ({"search_term": ["x"]}, "M_BAD_JSON"),
        ({"search_term": "x" * 256}, "M_INVALID_PARAM"),
        ({"search_term": "x", "limit": "5"}, "M_BAD_JSON"),
        ({"search_term": "x", "limit": -1}, "M_BAD_JSON"),
        ({"search_term": "x", "limit": True}, "M_BAD_JSON"),
    ],
)
async def test_a_wrong_request_is_refused(alice: Person, body: Json, errcode: str) -> None:
    await alice.post(f"{V3}/user_directory/search", json=body, expect=(400, errcode))


async def test_who_searches_too_often_has_to_wait(newcomer: Newcomer, own_server: OwnServer) -> None:
    url = own_server({"LAIWANG_RATE_LIMITS__ENABLED": "true", "LAIWANG_RATE_LIMITS__SEARCHES_BURST": "3"}).url
    alice = await newcomer("alice", url)
    for _ in range(3):
        await search(alice, "x")
    for path, body in (
        ("user_directory/search", {"search_term": "x"}),
        ("search", {"search_categories": {"room_events": {"search_term": "x"}}}),
    ):
        await alice.post(f"{V3}/{path}", json=body, expect=(429, "M_LIMIT_EXCEEDED"))
