"""Who is told that somebody's keys changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from laiwang.kit.refusals import Refused

from .conftest import ALICE, BOB, CAROL, Device, World

MakeWorld = Callable[..., Awaitable[World]]


async def upload(world: World, user_id: str, device_id: str) -> None:
    device = Device(user_id, device_id)
    await world.call("uploadKeys", user_id, device_id, {"device_keys": device.keys})


def lists(answer: Any) -> tuple[list[str], list[str]]:
    found = answer.get("device_lists", {})
    return found.get("changed", []), found.get("left", [])


async def test_those_who_share_a_room_are_told_and_nobody_else(world: World) -> None:
    await world.room_of(ALICE, BOB)
    tokens = {user: (await world.sync(user, device))["next_batch"] for user, device in _devices()}
    await upload(world, ALICE, "PHONE")
    told = {user: lists(await world.sync(user, device, tokens[user])) for user, device in _devices()}
    assert told == {ALICE: ([ALICE], []), BOB: ([ALICE], []), CAROL: ([], [])}


def _devices() -> list[tuple[str, str]]:
    return [(ALICE, "LAPTOP"), (BOB, "PHONE"), (CAROL, "TABLET")]


async def test_a_parked_sync_hears_of_it(world: World) -> None:
    await world.room_of(ALICE, BOB)
    token = (await world.sync(BOB, "PHONE"))["next_batch"]
    parked = await world.park(BOB, "PHONE", token)
    await upload(world, ALICE, "PHONE")
    assert lists(await parked) == ([ALICE], [])


async def test_uploading_the_same_keys_again_is_no_change(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    await world.call("uploadKeys", ALICE, "PHONE", {"device_keys": phone.keys})
    token = (await world.sync(ALICE, "LAPTOP"))["next_batch"]
    await world.call("uploadKeys", ALICE, "PHONE", {"device_keys": phone.keys})
    assert lists(await world.sync(ALICE, "LAPTOP", token)) == ([], [])


async def test_an_initial_sync_has_no_device_lists(world: World) -> None:
    await world.room_of(ALICE, BOB)
    await upload(world, ALICE, "PHONE")
    assert "device_lists" not in await world.sync(BOB, "PHONE")


async def test_entering_and_leaving(world: World) -> None:
    room = await world.room_of(ALICE, BOB)
    token = (await world.sync(ALICE, "PHONE"))["next_batch"]
    carol = (await world.sync(CAROL, "TABLET"))["next_batch"]
    await world.move(room, CAROL, "join")
    answer = await world.sync(ALICE, "PHONE", token)
    assert lists(answer) == ([CAROL], [])
    assert lists(await world.sync(CAROL, "TABLET", carol)) == ([ALICE, BOB], [])

    carol = (await world.sync(CAROL, "TABLET"))["next_batch"]
    await world.move(room, CAROL, "leave")
    answer = await world.sync(ALICE, "PHONE", answer["next_batch"])
    assert lists(answer) == ([], [CAROL])
    assert lists(await world.sync(CAROL, "TABLET", carol)) == ([], [ALICE, BOB])


async def test_leaving_one_of_two_shared_rooms_is_no_parting(world: World) -> None:
    room = await world.room_of(ALICE, BOB)
    await world.room_of(ALICE, BOB)
    token = (await world.sync(ALICE, "PHONE"))["next_batch"]
    await world.move(room, BOB, "leave")
    assert lists(await world.sync(ALICE, "PHONE", token)) == ([], [])


async def test_a_new_display_name_is_no_change_of_keys(world: World) -> None:
    room = await world.room_of(ALICE, BOB)
    token = (await world.sync(ALICE, "PHONE"))["next_batch"]
    await world.move(room, BOB, "join", displayname="Bobby")
    await world.move(room, ALICE, "join", displayname="Ally")
    assert lists(await world.sync(ALICE, "PHONE", token)) == ([], [])


async def test_a_removed_device_is_a_change(world: World) -> None:
    await world.room_of(ALICE, BOB)
    await upload(world, BOB, "PHONE")
    token = (await world.sync(ALICE, "PHONE"))["next_batch"]
    parked = await world.park(ALICE, "PHONE", token)
    await world.remove_device(BOB, "PHONE")
    assert lists(await parked) == ([BOB], [])


async def test_changes_are_not_lost_in_a_restart(make_world: MakeWorld) -> None:
    world = await make_world()
    room = await world.room_of(ALICE, BOB)
    other = await world.room_of(ALICE, CAROL)
    start = (await world.sync(ALICE, "PHONE"))["next_batch"]
    await upload(world, BOB, "PHONE")
    await world.move(other, CAROL, "leave")
    world = await make_world()
    assert lists(await world.sync(ALICE, "PHONE", start)) == ([BOB], [CAROL])
    room_again = await world.kernel.rooms.get(room.room_id)
    assert room_again is not None
    await world.move(room_again, CAROL, "join")
    assert lists(await world.sync(ALICE, "PHONE", start)) == ([BOB, CAROL], [])


async def test_keys_changes_answers_as_sync_does(world: World) -> None:
    room = await world.room_of(ALICE, BOB)
    start = (await world.sync(ALICE, "PHONE"))["next_batch"]
    await upload(world, BOB, "PHONE")
    middle = (await world.sync(ALICE, "PHONE", start))["next_batch"]
    await world.move(room, CAROL, "join")
    await world.move(room, BOB, "leave")
    end = (await world.sync(ALICE, "PHONE", middle))["next_batch"]

    async def changes(since: str, upto: str) -> Any:
        return await world.call("getKeysChanges", ALICE, "PHONE", **{"from": since, "to": upto})

    assert await changes(middle, end) == {"changed": [CAROL], "left": [BOB]}
    assert await changes(start, end) == {"changed": [CAROL], "left": [BOB]}
    assert await changes(end, end) == {"changed": [], "left": []}


@pytest.mark.parametrize(
    "query", [{}, {"from": "s1_0_x"}, {"from": "nonsense", "to": "s1_0_x"}, {"from": "s9_0_x", "to": "s1_0_x"}]
)
async def test_keys_changes_wants_two_tokens(world: World, query: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        await world.call("getKeysChanges", ALICE, "PHONE", **query)
    assert refused.value.status == 400
