"""What clients keep on the server for a person: one's own only, replaced as a whole, told to her other devices."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from laiwang.chat.account_data import feature
from tests.chat.server import ALICE, BOB, section

from .conftest import World

ROOM = "!lake:example.org"


def told(answer: Any) -> dict[str, Any]:
    return {event["type"]: event["content"] for event in answer.get("account_data", {}).get("events", [])}


async def put(world: World, type: str, content: Any, user_id: str = ALICE) -> None:
    await world.call("setAccountData", user_id, content, userId=user_id, type=type)


async def test_what_was_put_comes_back(world: World) -> None:
    await put(world, "org.example.colour", {"blue": [1, 2.5, None]})
    await put(world, "org.example.colour", {"red": {"deep": True}})
    got = await world.call("getAccountData", ALICE, userId=ALICE, type="org.example.colour")
    assert got == {"red": {"deep": True}}
    assert await world.data.content(ALICE, "org.example.colour") == got
    assert await world.data.content(BOB, "org.example.colour") is None


async def test_a_room_has_account_data_of_its_own(world: World) -> None:
    names = {"userId": ALICE, "roomId": ROOM, "type": "org.example.colour"}
    assert await world.refusal("getAccountDataPerRoom", ALICE, **names) == (404, "M_NOT_FOUND")
    await world.call("setAccountDataPerRoom", ALICE, {"blue": 1}, **names)
    assert await world.call("getAccountDataPerRoom", ALICE, **names) == {"blue": 1}
    assert await world.refusal("getAccountData", ALICE, userId=ALICE, type=names["type"]) == (404, "M_NOT_FOUND")


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("getAccountData", None),
        ("setAccountData", {}),
        ("getAccountDataPerRoom", None),
        ("setAccountDataPerRoom", {}),
        ("getRoomTags", None),
        ("setRoomTag", {}),
        ("deleteRoomTag", None),
    ],
)
async def test_account_data_is_nobody_elses_business(world: World, operation: str, body: Any) -> None:
    names = {"userId": ALICE, "roomId": ROOM, "type": "a", "tag": "u.a"}
    assert await world.refusal(operation, BOB, body, **names) == (403, "M_FORBIDDEN")


@pytest.mark.parametrize("type", ["m.fully_read", "m.push_rules"])
async def test_what_the_server_keeps_cannot_be_put(world: World, type: str) -> None:
    assert await world.refusal("setAccountData", ALICE, {}, userId=ALICE, type=type) == (405, "M_BAD_JSON")
    names = {"userId": ALICE, "roomId": ROOM, "type": type}
    assert await world.refusal("setAccountDataPerRoom", ALICE, {}, **names) == (405, "M_BAD_JSON")


@pytest.mark.parametrize("room_id", ["lake", "@alice:example.org", "!no-server", "!a/b:example.org"])
async def test_a_room_id_must_be_one(world: World, room_id: str) -> None:
    names = {"userId": ALICE, "roomId": room_id, "type": "a", "tag": "u.a"}
    for operation in ("setAccountDataPerRoom", "setRoomTag"):
        assert await world.refusal(operation, ALICE, {}, **names) == (400, "M_INVALID_PARAM")
    for operation in ("getAccountDataPerRoom", "getRoomTags", "deleteRoomTag"):
        assert await world.refusal(operation, ALICE, None, **names) == (400, "M_INVALID_PARAM")


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"[]", (400, "M_BAD_JSON")),
        (b"{", (400, "M_NOT_JSON")),
        (b"", (400, "M_NOT_JSON")),
        (b'{"a":' * 400 + b"1" + b"}" * 400, (400, "M_BAD_JSON")),
        (b'{"a":"' + b"x" * 65_536 + b'"}', (413, "M_TOO_LARGE")),
    ],
)
async def test_wrong_content_is_refused(world: World, body: bytes, refusal: tuple[int, str]) -> None:
    assert await world.refusal("setAccountData", ALICE, body, userId=ALICE, type="a") == refusal


@pytest.mark.parametrize("type", ["", "x" * 256, "é" * 128])
async def test_a_type_has_a_bounded_length(world: World, type: str) -> None:
    assert await world.refusal("setAccountData", ALICE, {}, userId=ALICE, type=type) == (400, "M_INVALID_PARAM")


async def test_the_number_of_types_is_bounded(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feature, "TYPES_MAX", 3)
    monkeypatch.setattr(feature, "TYPES_IN_ROOMS_MAX", 1)
    for type in "abc":
        await put(world, type, {})
    await put(world, "a", {"changed": True})
    assert await world.refusal("setAccountData", ALICE, {}, userId=ALICE, type="d") == (413, "M_TOO_LARGE")
    await put(world, "d", {}, BOB)
    await world.data.put(ALICE, "a", {}, ROOM)
    with pytest.raises(Exception, match="at most 1 types"):
        await world.data.put(ALICE, "a", {}, "!other:example.org")


# --- /sync ----------------------------------------------------------------------------------------------------------------


async def test_an_initial_sync_has_everything_and_later_ones_what_is_new(world: World) -> None:
    await put(world, "a", {"n": 1})
    await put(world, 'odd"type,"content":', {"n": 2})
    first = await world.sync(ALICE)
    assert told(first) == {"a": {"n": 1}, 'odd"type,"content":': {"n": 2}}
    await put(world, "a", {"n": 3})
    await put(world, "b", {"n": 4}, BOB)
    second = await world.sync(ALICE, first["next_batch"])
    assert told(second) == {"a": {"n": 3}}
    assert "account_data" not in await world.sync(ALICE, second["next_batch"])


async def test_a_parked_sync_hears_of_it(world: World) -> None:
    token = (await world.sync(ALICE))["next_batch"]
    parked = await world.park(ALICE, token)
    await put(world, "a", {"n": 1})
    assert told(await parked) == {"a": {"n": 1}}


async def test_the_same_content_again_is_no_news(world: World) -> None:
    await put(world, "a", {"n": 1})
    token = (await world.sync(ALICE))["next_batch"]
    await put(world, "a", {"n": 1})
    assert "account_data" not in await world.sync(ALICE, token)


async def test_defaults_are_told_to_those_who_changed_nothing(world: World) -> None:
    world.data.defaults.append(lambda user_id: ("m.push_rules", b'{"global":{"owner":"%b"}}' % user_id.encode()))
    first = await world.sync(ALICE)
    assert told(first) == {"m.push_rules": {"global": {"owner": ALICE}}}
    assert "account_data" not in await world.sync(ALICE, first["next_batch"])
    got = await world.call("getAccountData", ALICE, userId=ALICE, type="m.push_rules")
    assert got == {"global": {"owner": ALICE}}
    await world.data.put(ALICE, "m.push_rules", b'{"global":{}}')
    assert told(await world.sync(ALICE, first["next_batch"])) == {"m.push_rules": {"global": {}}}
    assert told(await world.sync(ALICE)) == {"m.push_rules": {"global": {}}}


async def test_the_filter_of_the_sync_holds(world: World) -> None:
    for type in ("org.a", "org.b", "com.c"):
        await put(world, type, {"url": "mxc://a/b"} if type == "org.b" else {})
    assert set(told(await world.sync(ALICE, filter={"account_data": {"types": ["org.*"]}}))) == {"org.a", "org.b"}
    assert set(told(await world.sync(ALICE, filter={"account_data": {"not_types": ["org.a"]}}))) == {"org.b", "com.c"}
    assert set(told(await world.sync(ALICE, filter={"account_data": {"contains_url": True}}))) == {"org.b"}
    assert told(await world.sync(ALICE, filter={"account_data": {"types": []}})) == {}


async def test_room_account_data_stands_with_its_room(world: World) -> None:
    room, other = await world.room_of(ALICE, BOB), await world.room_of(ALICE)
    await world.data.put(ALICE, "a", {"n": 1}, room.room_id)
    first = await world.sync(ALICE)
    assert section(first, room.room_id, "account_data") == [{"type": "a", "content": {"n": 1}}]
    assert section(first, other.room_id, "account_data") == []
    parked = await world.park(ALICE, first["next_batch"])
    await world.data.put(ALICE, "b", {"n": 2}, room.room_id)
    second = await parked
    assert list(second["rooms"]["join"]) == [room.room_id]
    assert section(second, room.room_id, "account_data") == [{"type": "b", "content": {"n": 2}}]
    assert "rooms" not in await world.sync(ALICE, second["next_batch"])
    assert section(await world.sync(BOB), room.room_id, "account_data") == []


async def test_who_enters_a_room_is_told_what_she_once_said_about_it(world: World) -> None:
    room = await world.room_of(BOB)
    await world.data.put(ALICE, "a", {"n": 1}, room.room_id)
    token = (await world.sync(ALICE))["next_batch"]
    await world.move(room, ALICE, "join")
    entered = await world.sync(ALICE, token)
    assert section(entered, room.room_id, "account_data") == [{"type": "a", "content": {"n": 1}}]
    await world.move(room, ALICE, "join", displayname="Alice")
    renamed = await world.sync(ALICE, entered["next_batch"])
    assert section(renamed, room.room_id, "timeline")
    assert section(renamed, room.room_id, "account_data") == []


# --- ignoring people ------------------------------------------------------------------------------------------------------


async def test_the_ignore_list_is_known_at_once_and_after_a_restart(world: World, tmp_path: Path) -> None:
    assert await world.data.ignored_by(ALICE) == frozenset()
    await put(world, "m.ignored_user_list", {"ignored_users": {BOB: {}}})
    assert await world.data.ignored_by(ALICE) == {BOB}
    await put(world, "m.ignored_user_list", {"ignored_users": [BOB]})
    assert await world.data.ignored_by(ALICE) == frozenset()
    await put(world, "m.ignored_user_list", {"ignored_users": {BOB: {}}})
    await world.stop()
    again = World(tmp_path)
    await again.start(again.data.manifest())
    assert await again.data.ignored_by(ALICE) == {BOB}
    assert await again.data.ignored_by(BOB) == frozenset()
    await again.stop()


async def test_a_write_during_the_first_look_wins(world: World) -> None:
    writes = [put(world, "m.ignored_user_list", {"ignored_users": {BOB: {}, f"@{n}:x": {}}}) for n in range(20)]
    await asyncio.gather(*writes, *(world.data.ignored_by(ALICE) for _ in range(20)))
    content = await world.data.content(ALICE, "m.ignored_user_list")
    assert content is not None
    assert await world.data.ignored_by(ALICE) == set(content["ignored_users"])
