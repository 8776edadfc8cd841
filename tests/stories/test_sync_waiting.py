"""Waiting for news: what wakes a device, and what it is told."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.harness.client import V3, fresh
from tests.harness.person import Person
from tests.stories.conftest import OwnServer
from tests.stories.looking import LONG_MS, filtered, ids, joined, later, rooms_in, said, timeline, timeline_limit

Happening = Callable[[Person, Person, str], Awaitable[object]]


async def message(alice: Person, bob: Person, room: str) -> object:
    """Somebody says something."""
    return await bob.say(room, "news")


async def own_message(alice: Person, bob: Person, room: str) -> object:
    """The waiting device itself says something, on another connection."""
    return await alice.say(room, "mine")


async def redaction(alice: Person, bob: Person, room: str) -> object:
    """Somebody takes a message back."""
    page = await bob.messages(room, limit=1)
    return await bob.redact(room, page["chunk"][0]["event_id"])


async def invitation(alice: Person, bob: Person, room: str) -> object:
    """Somebody invites."""
    return await bob.create_room(invite=[alice.user_id])


async def own_room(alice: Person, bob: Person, room: str) -> object:
    """Another connection makes a room."""
    return await alice.create_room()


async def kicked(alice: Person, bob: Person, room: str) -> object:
    """One is put out."""
    return await bob.membership("kick", room, alice)


async def account_data(alice: Person, bob: Person, room: str) -> object:
    """Another device stores a setting."""
    path = f"{V3}/user/{{}}/account_data/com.example.setting"
    return await alice.put(path, alice.user_id, json={"set": fresh("x")})


async def room_account_data(alice: Person, bob: Person, room: str) -> object:
    """Another device tags the room."""
    path = f"{V3}/user/{{}}/rooms/{{}}/tags/m.favourite"
    return await alice.put(path, alice.user_id, room, json={"order": 0.5})


async def to_device(alice: Person, bob: Person, room: str) -> object:
    """A device sends a message to this device."""
    messages = {alice.user_id: {alice.device_id: {"text": "psst"}}}
    path = f"{V3}/sendToDevice/com.example.note/{{}}"
    return await bob.put(path, fresh("txn"), json={"messages": messages})


@pytest.mark.parametrize(
    "happening",
    [message, own_message, redaction, invitation, own_room, kicked, account_data, room_account_data, to_device],
)
async def test_what_wakes(alice: Person, bob: Person, happening: Happening) -> None:
    """A waiting device is told at once, once; the next wait is a wait again."""
    room = await bob.create_room(preset="public_chat")
    await alice.join(room)
    await bob.say(room, "old news")
    await alice.sync()
    waiting = await later(alice)
    await happening(alice, bob, room)
    answer = await waiting
    assert set(answer) & {"rooms", "account_data", "to_device"}
    again = await alice.sync(0)
    assert not set(again) & {"rooms", "account_data", "to_device"}


async def test_the_end_of_the_wait(alice: Person) -> None:
    """Without news the wait ends with an empty answer and a token to go on with."""
    await alice.create_room()
    await alice.sync()
    answer = await alice.sync(50)
    assert rooms_in(answer) == set()
    assert answer["next_batch"] == alice.since


async def test_the_first_look_does_not_wait(alice: Person) -> None:
    """Without a token there is always something to say."""
    assert (await alice.sync(LONG_MS))["next_batch"]


async def test_other_rooms_do_not_wake(alice: Person, bob: Person) -> None:
    """What happens elsewhere, and in a room that one has left, wakes nobody; the next news does."""
    room, left = await alice.create_room(preset="public_chat"), await alice.create_room(preset="public_chat")
    for one in (room, left):
        await bob.join(one)
    await bob.membership("leave", left)
    await bob.sync()
    waiting = await later(bob)
    await alice.say(left, "not for bob")
    await alice.create_room()
    event_id = await alice.say(room, "for bob")
    answer = await waiting
    assert rooms_in(answer) == {room}
    assert ids(timeline(answer, room)) == [event_id]


async def test_filtered_news_do_not_end_the_wait(alice: Person, bob: Person) -> None:
    """A device that wants messages of one room waits through all others."""
    room, other = await alice.create_room(preset="public_chat"), await alice.create_room(preset="public_chat")
    for one in (room, other):
        await bob.join(one)
    await bob.sync()
    chosen = filtered(rooms=[room], timeline={"types": ["m.room.message"]})
    waiting = await later(bob, filter=chosen)
    await alice.say(other, "elsewhere")
    await alice.send(room, {}, kind="com.example.note")
    event_id = await alice.say(room, "here")
    answer = await waiting
    assert ids(timeline(answer, room)) == [event_id]
    assert rooms_in(answer) == {room}


async def test_a_newer_question_ends_an_older_one(alice: Person) -> None:
    """When a device asks again, its older question is answered with nothing and the same token; only the newer one waits on."""
    room = await alice.create_room()
    await alice.sync()
    since = alice.since
    older = await later(alice, since=since, keep=False)
    newer = await later(alice, since=since, keep=False)
    done, _ = await asyncio.wait({older, newer}, return_when=asyncio.FIRST_COMPLETED)
    [ended] = done
    answer = await ended
    assert rooms_in(answer) == set()
    assert answer["next_batch"] == since
    event_id = await alice.say(room, "for the one that waits")
    still = newer if ended is older else older
    assert ids(timeline(await still, room)) == [event_id]
    assert ids(timeline(await alice.sync(since=since), room)) == [event_id]


async def test_a_client_that_goes_away(alice: Person) -> None:
    """A question whose asker is gone keeps nothing from the next one."""
    room = await alice.create_room()
    await alice.sync()
    for number in range(5):
        waiting = await later(alice, keep=False)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        event_id = await alice.say(room, str(number))
        assert ids(timeline(await alice.sync(LONG_MS), room)) == [event_id]


async def test_a_conversation_through_waiting(alice: Person, bob: Person) -> None:
    """Two people answer each other, each waiting for the other: nothing is lost and nothing comes twice."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await alice.sync()
    await bob.sync()

    async def hear(person: Person, body: str) -> None:
        heard: list[str] = []
        while body not in heard:
            heard += said(await person.sync(LONG_MS), room)
        assert heard.count(body) == 1

    async def talk(first: bool, person: Person) -> None:
        for number in range(30):
            if (number % 2 == 0) == first:
                await person.say(room, f"{number}!")
            else:
                await hear(person, f"{number}!")

    await asyncio.gather(talk(True, alice), talk(False, bob))


async def test_all_devices_wake(alice: Person, bob: Person) -> None:
    """Each device of each member is told, each in its own wait."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    devices = [alice, bob, *[await alice.other_device() for _ in range(3)]]
    for device in devices:
        await device.sync()
    waiting = [await later(device, filter=timeline_limit(5)) for device in devices]
    event_id = await bob.say(room, "everybody?")
    for answer in await asyncio.gather(*waiting):
        assert ids(timeline(answer, room)) == [event_id]


@pytest.mark.process
async def test_typing_ends_with_the_server(own_server: OwnServer) -> None:
    """A server that stops in order tells those who wait that nobody types any more: the next boot would not know of it."""
    server = own_server()
    async with await Person.arrive(server.url, "alice") as alice, await Person.arrive(server.url, "bob") as bob:
        room = await alice.create_room(preset="public_chat")
        await bob.join(room)
        path = f"{V3}/rooms/{{}}/typing/{{}}"
        await bob.put(path, room, bob.user_id, json={"typing": True, "timeout": LONG_MS})
        begun = await alice.sync()
        assert joined(begun, room)["ephemeral"]["events"][0]["content"]["user_ids"] == [bob.user_id]
        waiting = await later(alice)
        await bob.get(f"{V3}/account/whoami")  # by then hers is there as well
        await asyncio.to_thread(server.stop)
        ended = await waiting
        assert joined(ended, room)["ephemeral"]["events"][0]["content"]["user_ids"] == []
