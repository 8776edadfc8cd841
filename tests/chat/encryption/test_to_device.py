"""Messages between devices: at least once, in order, 100 at a time, bounded."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from laiwang.chat.encryption import EncryptionSettings, store
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kit.refusals import Refused

from .conftest import ALICE, BOB, CAROL, World

MakeWorld = Callable[..., Awaitable[World]]


async def send(world: World, txn_id: str, messages: Any, type: str = "m.test") -> None:
    await world.call("sendToDevice", ALICE, "PHONE", {"messages": messages}, eventType=type, txnId=txn_id)


async def send_many(world: World, first: int, last: int) -> None:
    await asyncio.gather(*(send(world, f"t{n}", {BOB: {"PHONE": {"n": n}}}) for n in range(first, last)))


def numbers(answer: Any) -> list[int]:
    return [event["content"]["n"] for event in answer.get("to_device", {}).get("events", [])]


async def test_a_message_arrives_as_it_was_sent(world: World) -> None:
    start = await world.sync(BOB, "PHONE")
    await send(world, "1", {BOB: {"PHONE": {"n": 1, "text": "你好"}}}, "m.room_key/with slash")
    answer = await world.sync(BOB, "PHONE", start["next_batch"])
    assert answer["to_device"]["events"] == [
        {"type": "m.room_key/with slash", "sender": ALICE, "content": {"n": 1, "text": "你好"}}
    ]


async def test_a_parked_sync_wakes_up(world: World) -> None:
    start = await world.sync(BOB, "PHONE")
    parked = await world.park(BOB, "PHONE", start["next_batch"])
    await send(world, "1", {BOB: {"PHONE": {"n": 7}}})
    assert numbers(await parked) == [7]


async def test_the_same_transaction_is_delivered_once(world: World) -> None:
    await asyncio.gather(*(send(world, "same", {BOB: {"PHONE": {"n": 1}}}) for _ in range(5)))
    await send(world, "same", {BOB: {"PHONE": {"n": 1}}})
    await send(world, "same", {BOB: {"PHONE": {"n": 2}}}, "m.other")
    assert numbers(await world.sync(BOB, "PHONE")) == [1, 2]


async def test_a_star_means_all_devices_and_a_name_is_more_precise(world: World) -> None:
    await send(world, "1", {ALICE: {"*": {"n": 1}, "LAPTOP": {"n": 2}}, CAROL: {"*": {"n": 3}}})
    assert numbers(await world.sync(ALICE, "PHONE")) == [1]
    assert numbers(await world.sync(ALICE, "LAPTOP")) == [2]
    assert numbers(await world.sync(CAROL, "TABLET")) == [3]


async def test_unknown_people_and_devices_are_passed_over(world: World) -> None:
    await send(world, "1", {BOB: {"NONE": {"n": 1}}, "@ghost:example.org": {"*": {"n": 2}}})
    assert await world.stored_messages(BOB, "NONE") == 0
    assert await world.stored_messages("@ghost:example.org", "*") == 0


async def test_what_was_not_acknowledged_comes_again(world: World) -> None:
    start = await world.sync(BOB, "PHONE")
    await send(world, "1", {BOB: {"PHONE": {"n": 1}}})
    first = await world.sync(BOB, "PHONE", start["next_batch"])
    assert numbers(first) == [1]
    assert numbers(await world.sync(BOB, "PHONE", start["next_batch"])) == [1]
    assert numbers(await world.sync(BOB, "PHONE", first["next_batch"])) == []


async def test_what_was_acknowledged_is_deleted(world: World) -> None:
    start = await world.sync(BOB, "PHONE")
    await send(world, "1", {BOB: {"PHONE": {"n": 1}}})
    first = await world.sync(BOB, "PHONE", start["next_batch"])
    assert await world.stored_messages(BOB, "PHONE") == 1
    await send(world, "2", {BOB: {"PHONE": {"n": 2}}})
    second = await world.sync(BOB, "PHONE", first["next_batch"])
    assert numbers(second) == [2]
    await world.encryption.to_device.sweep()
    assert await world.stored_messages(BOB, "PHONE") == 1
    assert numbers(await world.sync(BOB, "PHONE")) == [2]  # a client that starts anew does not get what it had


async def test_a_hundred_at_a_time_in_order(world: World) -> None:
    start = await world.sync(BOB, "PHONE")
    for n in range(250):
        await send(world, f"t{n}", {BOB: {"PHONE": {"n": n}}})
    got: list[int] = []
    token = start["next_batch"]
    sizes = []
    for _ in range(4):
        answer = await world.sync(BOB, "PHONE", token, timeout_ms=0)
        again = await world.sync(BOB, "PHONE", token, timeout_ms=0)
        assert numbers(again) == numbers(answer)  # the first answer was lost on its way
        token = again["next_batch"]
        sizes.append(len(numbers(again)))
        got += numbers(again)
    assert sizes == [100, 100, 50, 0]
    assert got == list(range(250))
    await world.encryption.to_device.sweep()
    assert await world.stored_messages(BOB, "PHONE") == 0


async def test_the_rest_of_a_backlog_does_not_wait_for_a_bell(world: World) -> None:
    await send_many(world, 0, 130)
    first = await world.sync(BOB, "PHONE")
    second = await world.sync(BOB, "PHONE", first["next_batch"], timeout_ms=60_000)
    assert sorted(numbers(first) + numbers(second)) == list(range(130))
    assert numbers(await world.sync(BOB, "PHONE", second["next_batch"])) == []


async def test_a_backlog_survives_a_restart(make_world: MakeWorld) -> None:
    world = await make_world()
    for n in range(150):
        await send(world, f"t{n}", {BOB: {"PHONE": {"n": n}}})
    first = await world.sync(BOB, "PHONE")
    world = await make_world()
    second = await world.sync(BOB, "PHONE", first["next_batch"])
    assert numbers(first) + numbers(second) == list(range(150))
    third = await world.sync(BOB, "PHONE", second["next_batch"])
    world = await make_world()
    fourth = await world.sync(BOB, "PHONE", third["next_batch"])
    assert numbers(fourth) == []
    await send(world, "last", {BOB: {"PHONE": {"n": 150}}})
    fifth = await world.sync(BOB, "PHONE", fourth["next_batch"])
    assert numbers(fifth) == [150]
    await world.sync(BOB, "PHONE", fifth["next_batch"])
    await world.encryption.to_device.sweep()
    assert await world.stored_messages(BOB, "PHONE") == 0


async def test_messages_wait_for_a_device_that_is_away(make_world: MakeWorld) -> None:
    world = await make_world()
    start = await world.sync(BOB, "PHONE")
    await send(world, "1", {BOB: {"PHONE": {"n": 1}}})
    world = await make_world()
    assert numbers(await world.sync(BOB, "PHONE", start["next_batch"])) == [1]


async def test_only_the_newest_are_kept(make_world: MakeWorld) -> None:
    world = await make_world(EncryptionSettings(messages_kept_max=100))
    await send_many(world, 0, 2000)
    stored = await world.stored_messages(BOB, "PHONE")
    assert 100 <= stored <= 1100
    facts = await world.kernel.database.facts(f"device:{BOB}/PHONE", 0, 1 << 60)
    assert facts[-1].position == max(fact.position for fact in facts)
    await send_many(world, 2000, 3000)
    assert await world.stored_messages(BOB, "PHONE") <= 1100


async def test_a_removed_device_gets_nothing_that_was_meant_for_it(world: World) -> None:
    await send(world, "1", {BOB: {"PHONE": {"n": 1}}})
    await world.remove_device(BOB, "PHONE")
    assert await world.stored_messages(BOB, "PHONE") == 0
    world.directory.devices[BOB]["PHONE"] = None
    assert numbers(await world.sync(BOB, "PHONE")) == []


async def test_a_removal_that_fails_takes_nothing(world: World) -> None:
    await send(world, "1", {BOB: {"PHONE": {"n": 1}}})
    unit = Unit()
    world.encryption.remove_device(unit, BOB, "PHONE")
    unit.write(store.DELETE_DEVICE_KEYS, {"of_user": BOB, "of_device": "PHONE"}, rows_expected=1)
    with pytest.raises(Conflict):
        await world.kernel.log.append(unit)
    assert numbers(await world.sync(BOB, "PHONE")) == [1]


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, "M_MISSING_PARAM"),
        ({"messages": []}, "M_BAD_JSON"),
        ({"messages": {BOB: []}}, "M_BAD_JSON"),
        ({"messages": {BOB: {"PHONE": "text"}}}, "M_BAD_JSON"),
        ({"messages": {BOB: {"PHONE": {"n": 1.5}}}}, "M_BAD_JSON"),
        ({"messages": {BOB: {"PHONE": {"text": "x" * 70_000}}}}, "M_TOO_LARGE"),
        ({"messages": {BOB: {f"D{n}": {} for n in range(5001)}}}, "M_INVALID_PARAM"),
    ],
)
async def test_malformed_messages_are_refused(world: World, body: Any, errcode: str) -> None:
    with pytest.raises(Refused) as refused:
        await world.call("sendToDevice", ALICE, "PHONE", body, eventType="m.test", txnId="1")
    assert refused.value.errcode == errcode
    assert refused.value.status == (413 if errcode == "M_TOO_LARGE" else 400)
