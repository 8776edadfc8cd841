"""Who is typing: told to the room, over after a while, with a message, and when somebody leaves."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from laiwang.chat.typing.rules import timeout_in
from laiwang.kernel.room import Draft, Room
from tests.chat.server import ALICE, BOB, CAROL, section

from .conftest import World


def typing(answer: Any, room: Room) -> list[str] | None:
    """Who types as an answer has it; None when it says nothing about typing."""
    events = section(answer, room.room_id, "ephemeral")
    if not events:
        return None
    (event,) = events
    assert event["type"] == "m.typing"
    assert set(event["content"]) == {"user_ids"}
    users: list[str] = event["content"]["user_ids"]
    return users


async def test_typing_and_its_end_reach_the_room(world: World, room: Room) -> None:
    token = (await world.sync(ALICE))["next_batch"]
    parked = await world.park(ALICE, token)
    await world.types(room, BOB)
    answer = await parked
    assert typing(answer, room) == [BOB]
    parked = await world.park(ALICE, answer["next_batch"])
    await world.types(room, BOB, typing=False)
    answer = await parked
    assert typing(answer, room) == []
    assert "rooms" not in await world.sync(ALICE, answer["next_batch"])
    assert typing(await world.sync(BOB, token), room) == []


async def test_the_list_is_always_whole(world: World, room: Room) -> None:
    await world.types(room, ALICE)
    answer = await world.sync(ALICE)
    assert typing(answer, room) == [ALICE]
    await world.types(room, BOB)
    assert typing(await world.sync(ALICE, answer["next_batch"]), room) == [ALICE, BOB]


async def test_the_end_that_wakes_nobody_is_told_with_the_next_news(world: World, room: Room) -> None:
    """A message ends typing before it is durable; whatever a reader is told in between must not swallow the end."""
    await world.types(room, BOB)
    parked = await world.park(ALICE, (await world.sync(ALICE))["next_batch"])
    world.typing.stopped(room.room_id, BOB, wakes=False)
    await world.data.put(ALICE, "test", {"news": True})
    assert typing(await parked, room) == []


async def test_the_end_is_told_even_when_its_message_fails(world: World, room: Room) -> None:
    """Nothing else rings: the unit of the message was refused."""
    await world.types(room, BOB)
    parked = await world.park(ALICE, (await world.sync(ALICE))["next_batch"])
    world.typing.stopped(room.room_id, BOB, wakes=False)
    assert typing(await parked, room) == []


async def test_who_goes_on_typing_is_no_news(world: World, room: Room) -> None:
    await world.types(room, BOB)
    token = (await world.sync(ALICE))["next_batch"]
    await world.types(room, BOB)
    await world.types(room, ALICE, typing=False)
    assert "rooms" not in await world.sync(ALICE, token)


async def test_nobody_types_in_an_initial_sync_after_all_stopped(world: World, room: Room) -> None:
    await world.types(room, BOB)
    await world.types(room, BOB, typing=False)
    assert typing(await world.sync(ALICE), room) is None


async def test_who_enters_sees_who_types(world: World, room: Room) -> None:
    await world.types(room, BOB)
    token = (await world.sync(CAROL))["next_batch"]
    await world.move(room, CAROL, "join")
    assert typing(await world.sync(CAROL, token), room) == [BOB]


async def test_typing_ends_by_itself(world: World, room: Room) -> None:
    await world.types(room, BOB, timeout_ms=1)
    token = (await world.sync(ALICE))["next_batch"]
    assert world.typing.in_room(room.room_id) == [BOB]
    assert typing(await (await world.park(ALICE, token)), room) == []
    assert world.typing.in_room(room.room_id) == []


async def test_a_later_word_counts_from_anew(world: World, room: Room) -> None:
    """Of two timers of one person only the last one is alive."""
    await world.types(room, BOB, timeout_ms=1)
    await world.types(room, BOB, timeout_ms=60_000)
    await world.types(room, ALICE, timeout_ms=1)
    token = (await world.sync(ALICE))["next_batch"]
    assert typing(await (await world.park(ALICE, token)), room) == [BOB]


@pytest.mark.parametrize("type", ["m.room.message", "m.room.encrypted", "m.sticker"])
async def test_a_message_ends_typing_in_the_same_answer(world: World, room: Room, type: str) -> None:
    await world.types(room, BOB)
    await world.types(room, ALICE)
    parked = await world.park(ALICE, (await world.sync(ALICE))["next_batch"])
    await world.kernel.rooms.submit(room, [Draft(type, BOB, {"body": "hi"})])
    answer = await parked
    assert [event["type"] for event in section(answer, room.room_id, "timeline")] == [type]
    assert typing(answer, room) == [ALICE]


async def test_what_is_not_written_does_not_end_typing(world: World, room: Room) -> None:
    await world.types(room, BOB)
    message = await world.send(room, ALICE)
    relation = {"rel_type": "m.annotation", "event_id": message.event_id, "key": "x"}
    await world.kernel.rooms.submit(room, [Draft("m.reaction", BOB, {"m.relates_to": relation})])
    await world.move(room, BOB, "join", displayname="Bob")
    assert world.typing.in_room(room.room_id) == [BOB]


async def test_who_leaves_types_no_more(world: World, room: Room) -> None:
    await world.types(room, BOB)
    token = (await world.sync(ALICE))["next_batch"]
    await world.move(room, BOB, "leave")
    assert typing(await world.sync(ALICE, token), room) == []


async def test_typing_in_one_room_is_not_typing_in_another(world: World, room: Room) -> None:
    other = await world.room_of(ALICE, BOB)
    await world.types(room, BOB)
    answer = await world.sync(ALICE)
    assert (typing(answer, room), typing(answer, other)) == ([BOB], None)
    await world.send(other, BOB)
    assert world.typing.in_room(room.room_id) == [BOB]


async def test_ignored_people_do_not_seem_to_type(world: World, room: Room) -> None:
    await world.data.put(ALICE, "m.ignored_user_list", {"ignored_users": {BOB: {}}})
    await world.types(room, BOB)
    assert typing(await world.sync(ALICE), room) is None
    await world.types(room, ALICE)
    assert typing(await world.sync(ALICE), room) == [ALICE]
    assert typing(await world.sync(BOB), room) == [BOB, ALICE]


async def test_nothing_is_left_running_after_the_stop(world: World, room: Room) -> None:
    await world.types(room, BOB, timeout_ms=1)
    timers = [kept.timer for kept in world.kernel.hearsay._kept.values()]
    await world.stop()
    assert [timer is not None and timer.cancelled() for timer in timers] == [True]


# --- what is refused ------------------------------------------------------------------------------------------------------


async def test_one_tells_of_oneself_in_ones_own_rooms(world: World, room: Room) -> None:
    body = {"typing": True}
    assert await world.refusal("setTyping", BOB, body, roomId=room.room_id, userId=ALICE) == (403, "M_FORBIDDEN")
    assert await world.refusal("setTyping", CAROL, body, roomId=room.room_id, userId=CAROL) == (403, "M_FORBIDDEN")
    assert await world.refusal("setTyping", BOB, body, roomId="!no:x", userId=BOB) == (403, "M_FORBIDDEN")
    await world.move(room, BOB, "leave")
    assert await world.refusal("setTyping", BOB, body, roomId=room.room_id, userId=BOB) == (403, "M_FORBIDDEN")
    assert world.typing.in_room(room.room_id) == []


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, "M_MISSING_PARAM"),
        ({"typing": "yes"}, "M_BAD_JSON"),
        ({"typing": True, "timeout": "long"}, "M_BAD_JSON"),
        ({"typing": True, "timeout": True}, "M_BAD_JSON"),
        ({"typing": True, "timeout": 1.5}, "M_BAD_JSON"),
        ([], "M_BAD_JSON"),
        (b"{", "M_NOT_JSON"),
    ],
)
async def test_wrong_words_are_refused(world: World, room: Room, body: Any, errcode: str) -> None:
    assert await world.refusal("setTyping", BOB, body, roomId=room.room_id, userId=BOB) == (400, errcode)


@pytest.mark.parametrize(
    ("given", "timeout_ms"),
    [(None, 30_000), (-5, 1000), (0, 1000), (1000, 1000), (45_000, 45_000), (120_001, 120_000), (10**18, 120_000)],
)
def test_the_timeout_is_capped(given: int | None, timeout_ms: int) -> None:
    body: dict[str, Any] = {"typing": True} if given is None else {"typing": True, "timeout": given}
    assert timeout_in(body) == timeout_ms
    assert timeout_in({**body, "typing": False}) is None


async def test_many_at_once(world: World, room: Room) -> None:
    people = [f"@p{n}:example.org" for n in range(20)]
    for one in people:
        await world.move(room, one, "join")
    await asyncio.gather(*(world.types(room, one) for one in people))
    assert set(typing(await world.sync(ALICE), room) or ()) == set(people)
    await asyncio.gather(*(world.send(room, one) for one in people[:10]))
    assert set(typing(await world.sync(ALICE), room) or ()) == set(people[10:])
