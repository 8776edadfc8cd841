"""Receipts as /sync tells them."""

from __future__ import annotations

from typing import Any

import orjson
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.receipts.model import Receipt, served
from laiwang.kernel.room import Room
from tests.chat.server import ALICE, BOB, CAROL, section

from .conftest import World


def seen(answer: Any, room: Room) -> set[tuple[str, str, str, str | None]]:
    """(event id, kind, person, thread) of all receipts in an answer."""
    found = set()
    for event in section(answer, room.room_id, "ephemeral"):
        assert event["type"] == "m.receipt"
        for event_id, kinds in event["content"].items():
            for kind, users in kinds.items():
                for user_id, data in users.items():
                    assert isinstance(data["ts"], int)
                    found.add((event_id, kind, user_id, data.get("thread_id")))
    return found


async def test_receipts_reach_everybody_in_the_room_in_one_event(world: World, room: Room) -> None:
    first, second = await world.send(room, BOB), await world.send(room, BOB)
    token = (await world.sync(ALICE))["next_batch"]
    parked = await world.park(ALICE, token)
    await world.read(BOB, first)
    assert seen(await parked, room) == {(first.event_id, "m.read", BOB, None)}
    await world.read(ALICE, second, thread="main")
    answer = await world.sync(ALICE, token)
    assert len(section(answer, room.room_id, "ephemeral")) == 1
    told = {(first.event_id, "m.read", BOB, None), (second.event_id, "m.read", ALICE, "main")}
    assert seen(answer, room) == told
    assert seen(await world.sync(BOB), room) == told
    assert "rooms" not in await world.sync(ALICE, answer["next_batch"])


async def test_a_private_receipt_is_for_its_owner(world: World, room: Room) -> None:
    event = await world.send(room, BOB)
    tokens = {user_id: (await world.sync(user_id))["next_batch"] for user_id in (ALICE, BOB)}
    parked = await world.park(ALICE, tokens[ALICE])
    await world.read(ALICE, event, kind="m.read.private")
    told = {(event.event_id, "m.read.private", ALICE, None)}
    assert seen(await parked, room) == told
    assert seen(await world.sync(ALICE), room) == told
    assert seen(await world.sync(BOB), room) == set()
    assert "rooms" not in await world.sync(BOB, tokens[BOB])


async def test_the_fully_read_marker_is_told_with_the_room(world: World, room: Room) -> None:
    event = await world.send(room, BOB)
    parked = await world.park(ALICE, (await world.sync(ALICE))["next_batch"])
    await world.read(ALICE, event, kind="m.fully_read")
    expected = [{"type": "m.fully_read", "content": {"event_id": event.event_id}}]
    assert section(await parked, room.room_id, "account_data") == expected


async def test_an_older_receipt_is_no_news(world: World, room: Room) -> None:
    first, second = await world.send(room, BOB), await world.send(room, BOB)
    await world.read(ALICE, second)
    token = (await world.sync(BOB))["next_batch"]
    await world.read(ALICE, first)
    await world.read(ALICE, second)
    assert "rooms" not in await world.sync(BOB, token)


async def test_who_enters_sees_how_far_the_members_have_read(world: World, room: Room) -> None:
    event = await world.send(room, BOB)
    await world.move(room, CAROL, "join")
    for user_id in (ALICE, BOB, CAROL):
        await world.read(user_id, event)
    await world.read(CAROL, event, kind="m.read.private")
    await world.move(room, CAROL, "leave")
    await world.move(room, BOB, "leave")
    token = (await world.sync(CAROL))["next_batch"]
    await world.move(room, CAROL, "join")
    entered = await world.sync(CAROL, token)
    expected = {(event.event_id, kind, user_id, None) for kind, user_id in [("m.read", ALICE), ("m.read", CAROL)]}
    expected.add((event.event_id, "m.read.private", CAROL, None))
    assert seen(entered, room) == expected
    assert seen(await world.sync(CAROL), room) == expected
    await world.move(room, CAROL, "join", displayname="Carol")
    assert seen(await world.sync(CAROL, entered["next_batch"]), room) == set()


async def test_receipts_of_ignored_people_are_left_out(world: World, room: Room) -> None:
    event = await world.send(room, BOB)
    await world.data.put(ALICE, "m.ignored_user_list", {"ignored_users": {BOB: {}, ALICE: {}}})
    token = (await world.sync(ALICE))["next_batch"]
    await world.read(BOB, event)
    await world.read(ALICE, event)
    own = {(event.event_id, "m.read", ALICE, None)}
    assert seen(await world.sync(ALICE, token), room) == own
    assert seen(await world.sync(ALICE), room) == own
    assert (event.event_id, "m.read", BOB, None) in seen(await world.sync(BOB), room)


async def test_a_filter_may_leave_receipts_out(world: World, room: Room) -> None:
    await world.read(ALICE, await world.send(room, BOB))
    filter = {"room": {"ephemeral": {"not_types": ["m.receipt"]}}}
    assert seen(await world.sync(ALICE, filter=filter), room) == set()


RECEIPTS = st.builds(
    Receipt,
    kind=st.sampled_from(["m.read", "m.read.private"]),
    user_id=st.sampled_from([ALICE, BOB]),
    event_id=st.sampled_from(["$1", "$2"]),
    ts=st.integers(0, 1 << 50),
    thread=st.sampled_from(["", "main", "$1", "$2"]),
    position=st.just(1),
)


@given(st.lists(RECEIPTS, unique_by=lambda one: (one.kind, one.user_id, one.thread)))
def test_no_receipt_is_lost_but_those_that_one_without_a_thread_covers(receipts: list[Receipt]) -> None:
    """Whatever events they are spread over."""
    told = []
    for body in served(receipts):
        event = orjson.loads(body)
        assert event["type"] == "m.receipt"
        for event_id, kinds in event["content"].items():
            for kind, users in kinds.items():
                for user_id, data in users.items():
                    told.append((event_id, kind, user_id, data.get("thread_id", ""), data["ts"]))
    whole = {(one.event_id, one.kind, one.user_id) for one in receipts if not one.thread}
    expected = {
        (one.event_id, one.kind, one.user_id, one.thread, one.ts)
        for one in receipts
        if not one.thread or (one.event_id, one.kind, one.user_id) not in whole
    }
    assert len(told) == len(expected)
    assert set(told) == expected
