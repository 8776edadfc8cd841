"""Following what happens: the first look, the next ones, and what was missed in between."""

import asyncio

import pytest

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.stories.conftest import OwnServer
from tests.stories.looking import ids, joined, rooms_in, said, state, timeline, timeline_limit


async def test_the_first_look(alice: Person, bob: Person) -> None:
    """Everything that a new device needs: rooms with their state, and a token."""
    room = await alice.create_room(name="Tea", preset="public_chat")
    await bob.join(room)
    event_id = await alice.say(room, "hello")
    answer = await bob.sync()
    part = joined(answer, room)
    assert ids(part["timeline"]["events"])[-1] == event_id
    assert all("room_id" not in event for event in part["timeline"]["events"])
    seen = state(answer, room) | {
        (event["type"], event["state_key"]): event["content"]
        for event in timeline(answer, room)
        if "state_key" in event
    }
    assert seen[("m.room.name", "")] == {"name": "Tea"}
    assert seen[("m.room.create", "")]["room_version"]
    assert {key for kind, key in seen if kind == "m.room.member"} == {alice.user_id, bob.user_id}
    assert answer["next_batch"]


async def test_a_new_account_sees_nothing(alice: Person) -> None:
    """Somebody who is nowhere gets a token and no rooms."""
    answer = await alice.sync()
    assert rooms_in(answer) == set()
    assert rooms_in(await alice.sync()) == set()


async def test_the_next_looks(alice: Person, bob: Person) -> None:
    """After the first look only news, each once; rooms without news are left out."""
    room, quiet = await alice.create_room(preset="public_chat"), await alice.create_room(preset="public_chat")
    for one in (room, quiet):
        await bob.join(one)
    await bob.sync()
    assert rooms_in(await bob.sync()) == set()
    first = await alice.say(room, "one")
    second = await bob.say(room, "two")
    answer = await bob.sync()
    assert rooms_in(answer) == {room}
    part = joined(answer, room)
    assert ids(part["timeline"]["events"]) == [first, second]
    assert part["timeline"]["limited"] is False
    assert part["state"]["events"] == []
    assert rooms_in(await bob.sync()) == set()


async def test_tokens_go_forward_and_can_be_repeated(alice: Person) -> None:
    """An answer lost on the way is given again for the same token, and one token serves any number of times."""
    room = await alice.create_room()
    phone = await alice.other_device()
    await alice.sync()
    await phone.sync()
    event_id = await alice.say(room, "once")
    for person in (alice, phone):
        for _ in range(3):
            assert ids(timeline(await person.sync(keep=False), room)) == [event_id]
    answer = await alice.sync()
    later = await alice.say(room, "later")
    assert ids(timeline(await alice.sync(), room)) == [later]
    # Back to an older token, and on from its answer
    assert ids(timeline(await alice.sync(since=answer["next_batch"]), room)) == [later]
    assert rooms_in(await alice.sync()) == set()


async def test_a_room_joined_and_a_first_look_again(alice: Person, bob: Person) -> None:
    """A device that has looked already and looks for the first time again hears all of its rooms, new ones too."""
    first, second = await alice.create_room(preset="public_chat"), await alice.create_room(preset="public_chat")
    await bob.join(first)
    await bob.sync()
    await bob.sync()
    await bob.join(second)
    assert rooms_in(await bob.sync(since="")) == {first, second}
    for room in (second, first):
        event_id = await alice.say(room, "do you hear me?")
        assert ids(timeline(await bob.sync(60_000), room)) == [event_id]


async def test_a_room_joined_while_an_answer_is_lost(alice: Person, bob: Person) -> None:
    """The answer that told of a new room was lost; asked again, the room is told again and stays followed."""
    room = await alice.create_room(preset="public_chat")
    await bob.sync()
    await bob.join(room)
    assert room in rooms_in(await bob.sync(keep=False))
    assert room in rooms_in(await bob.sync())
    event_id = await alice.say(room, "still there?")
    assert ids(timeline(await bob.sync(60_000), room)) == [event_id]


async def test_a_gap_is_filled_by_pages(alice: Person, bob: Person) -> None:
    """When more happened than fits, the newest come, and the page before them brings the rest without gap or repetition."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await bob.sync()
    sent = [await alice.say(room, str(number)) for number in range(25)]
    answer = await bob.sync(filter=timeline_limit(10))
    part = joined(answer, room)["timeline"]
    assert part["limited"] is True
    assert ids(part["events"]) == sent[-10:]
    page = await bob.messages(room, start=part["prev_batch"], limit=15)
    assert ids(page["chunk"]) == sent[14::-1]
    await alice.say(room, "25")
    assert joined(await bob.sync(filter=timeline_limit(10)), room)["timeline"]["limited"] is False
    # The default is bounded as well.
    for number in range(30):
        await alice.say(room, f"again {number}")
    part = joined(await bob.sync(), room)["timeline"]
    assert part["limited"] is True
    assert len(part["events"]) == 10


async def test_state_before_and_in_the_timeline(alice: Person, bob: Person) -> None:
    """State that changed in the gap comes as state, what changed in the timeline only there."""
    room = await alice.create_room(preset="public_chat", name="One", topic="First")
    await bob.join(room)
    await bob.sync()
    await alice.set_state(room, "m.room.name", {"name": "Two"})
    await alice.set_state(room, "m.room.topic", {"topic": "Second"})
    for number in range(5):
        await alice.say(room, str(number))
    await alice.set_state(room, "m.room.name", {"name": "Three"})
    answer = await bob.sync(filter=timeline_limit(3), keep=False)
    assert state(answer, room) == {("m.room.name", ""): {"name": "Two"}, ("m.room.topic", ""): {"topic": "Second"}}
    assert [event["type"] for event in timeline(answer, room)][-1] == "m.room.name"
    whole = await bob.sync(filter=timeline_limit(50), keep=False)
    assert state(whole, room) == {}
    assert len(timeline(whole, room)) == 8
    first = await bob.sync(since="", keep=False, filter=timeline_limit(3))
    assert state(first, room)[("m.room.name", "")] == {"name": "Two"}
    assert ("m.room.create", "") in state(first, room)


async def test_full_state(alice: Person, bob: Person) -> None:
    """`full_state` brings the state of all rooms, with or without news, and does not wait."""
    room, quiet = await alice.create_room(preset="public_chat", name="One"), await alice.create_room(name="Quiet")
    await bob.join(room)
    await alice.sync()
    event_id = await alice.say(room, "news")
    answer = await alice.sync(60_000, full_state="true")
    assert rooms_in(answer) == {room, quiet}
    assert ids(timeline(answer, room)) == [event_id]
    assert timeline(answer, quiet) == []
    assert state(answer, quiet)[("m.room.name", "")] == {"name": "Quiet"}
    assert ("m.room.member", bob.user_id) in state(answer, room)
    again = await alice.sync(60_000, full_state="true")
    assert rooms_in(again) == {room, quiet}


@pytest.mark.parametrize("parameter", ["use_state_after", "org.matrix.msc4222.use_state_after"])
async def test_state_after(alice: Person, bob: Person, parameter: str) -> None:
    """State as of the end of the timeline, under the name asked for, even when there is none."""
    name = "state_after" if parameter == "use_state_after" else "org.matrix.msc4222.state_after"
    query: Json = {parameter: "true"}
    room = await alice.create_room(preset="public_chat", name="One")
    await bob.join(room)
    first = await bob.sync(**query)
    assert "state" not in joined(first, room)
    assert state(first, room, name)[("m.room.name", "")] == {"name": "One"}
    assert ("m.room.member", bob.user_id) in state(first, room, name)
    await alice.say(room, "no state")
    quiet = await bob.sync(**query)
    assert joined(quiet, room)[name] == {"events": []}
    await alice.set_state(room, "m.room.name", {"name": "Two"})
    await alice.say(room, "and more")
    for number in range(5):
        await alice.say(room, str(number))
    await alice.set_state(room, "m.room.name", {"name": "Three"})
    for limit in (2, 50):
        answer = await bob.sync(filter=timeline_limit(limit), keep=False, **query)
        assert state(answer, room, name) == {("m.room.name", ""): {"name": "Three"}}
        assert "state" not in joined(answer, room)
    without = await bob.sync(keep=False)
    assert name not in joined(without, room)


@pytest.mark.parametrize(
    "token", ["garbage", "s", "s1_2", "s-1_0_x", "sx_0_x", "p", "s99999999999999999999_0_x", "s1_x_y"]
)
async def test_tokens_that_are_none(alice: Person, token: str) -> None:
    """A token that this server never gave is refused, not guessed at."""
    await alice.get(f"{V3}/sync", since=token, expect=(400, "M_INVALID_PARAM"))


async def test_a_token_ahead_of_the_log(alice: Person) -> None:
    """A token from before a backup was restored tells nothing: the answer is a first look, at once."""
    room = await alice.create_room(name="Kept")
    ahead = "s999999999_0_x"
    answer = await alice.sync(60_000, since=ahead)
    assert state(answer, room) or timeline(answer, room)
    names = [event["content"] for event in timeline(answer, room) if event["type"] == "m.room.name"]
    assert names == [{"name": "Kept"}]
    event_id = await alice.say(room, "goes on")
    assert ids(timeline(await alice.sync(60_000), room)) == [event_id]


async def test_tokens_outlive_a_restart(own_server: OwnServer) -> None:
    """A device goes on from where it was when the server comes back."""
    server = own_server()
    async with await Person.arrive(server.url) as alice:
        room = await alice.create_room()
        await alice.sync()
        event_id = await alice.say(room, "before")
        server.restart()
        assert ids(timeline(await alice.sync(), room)) == [event_id]
        after = await alice.say(room, "after")
        assert ids(timeline(await alice.sync(60_000), room)) == [after]


async def test_wrong_questions(alice: Person) -> None:
    """Parameters of the wrong kind."""
    path = f"{V3}/sync"
    await alice.get(path, timeout="soon", expect=400)
    await alice.get(path, filter="{", expect=400)
    await alice.get(path, filter='{"room":[]}', expect=400)
    await alice.get(path, filter="999999", expect=400)
    await alice.get(path, set_presence="asleep", expect=(400, "M_INVALID_PARAM"))


async def test_many_at_once_see_the_same(alice: Person, bob: Person) -> None:
    """While several people talk at once, each device sees every message once and in the order of the room's history."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    phone = await alice.other_device()
    await asyncio.gather(*(one.sync() for one in (alice, bob, phone)))

    async def talk(person: Person, count: int) -> None:
        for number in range(count):
            await person.say(room, f"{person.user_id} {number}")

    async def follow(person: Person) -> list[str]:
        found: list[str] = []
        while len(found) < 60:
            answer = await person.sync(60_000, filter=timeline_limit(50))
            if room in rooms_in(answer):
                assert joined(answer, room)["timeline"]["limited"] is False
            found += said(answer, room)
        return found

    following = [asyncio.create_task(follow(one)) for one in (alice, bob, phone)]
    await asyncio.gather(talk(alice, 20), talk(bob, 20), talk(phone, 20))
    seen = [await task for task in following]
    page: list[Json] = (await alice.messages(room, limit=60))["chunk"]
    history = [event["content"]["body"] for event in reversed(page)]
    assert seen == [history] * 3
