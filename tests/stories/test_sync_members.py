"""Members in /sync: lazily, in summaries, by their heroes."""

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.stories.conftest import Newcomer
from tests.stories.looking import filtered, joined, members, rooms_in, said, state

LAZY = filtered(state={"lazy_load_members": True}, timeline={"limit": 5})
REDUNDANT = filtered(state={"lazy_load_members": True, "include_redundant_members": True}, timeline={"limit": 5})


def told(answer: Json, room: str) -> set[str]:
    """People whose member events came, as state or in the timeline."""
    part = joined(answer, room)
    events = part["state"]["events"] + part["timeline"]["events"]
    return {event["state_key"] for event in events if event["type"] == "m.room.member"}


async def crowd(newcomer: Newcomer, room: str, count: int) -> list[Person]:
    """People who join a room one after the other."""
    people = [await newcomer("guest") for _ in range(count)]
    for person in people:
        await person.join(room)
    return people


async def test_lazy_members(alice: Person, newcomer: Newcomer) -> None:
    """Of many members a lazy device is told those who speak, and oneself; the others when they speak."""
    room = await alice.create_room(preset="public_chat", name="Hall")
    people = await crowd(newcomer, room, 6)
    for number in range(5):
        await people[0].say(room, str(number))
    first = await alice.sync(filter=LAZY)
    assert members(first, room) == {alice.user_id, people[0].user_id}
    assert ("m.room.create", "") in state(first, room)
    everybody = {alice.user_id} | {person.user_id for person in people}
    assert members(await alice.sync(since="", keep=False, filter=filtered(timeline={"limit": 5})), room) == everybody
    await people[3].say(room, "hello")
    answer = await alice.sync(filter=LAZY)
    assert people[3].user_id in members(answer, room)
    assert members(answer, room) <= {people[3].user_id, alice.user_id}
    for lazy in (LAZY, REDUNDANT):
        await people[3].say(room, "again")
        answer = await alice.sync(filter=lazy)
        assert said(answer, room) == ["again"]
    assert members(answer, room) == {people[3].user_id}


async def test_lazy_members_of_a_gap(alice: Person, newcomer: Newcomer) -> None:
    """Whoever came, went or changed in the gap is told to a lazy device, whether he speaks or not."""
    room = await alice.create_room(preset="public_chat", name="Hall")
    people = await crowd(newcomer, room, 4)
    await alice.sync(filter=LAZY)
    await people[0].membership("leave", room)
    await people[1].set_state(
        room, "m.room.member", {"membership": "join", "displayname": "New"}, key=people[1].user_id
    )
    [late] = await crowd(newcomer, room, 1)
    for number in range(8):
        await people[2].say(room, str(number))
    answer = await alice.sync(filter=LAZY)
    assert joined(answer, room)["timeline"]["limited"] is True
    assert members(answer, room) >= {one.user_id for one in (people[0], people[1], people[2], late)}
    assert people[3].user_id not in members(answer, room)
    assert state(answer, room)[("m.room.member", people[1].user_id)]["displayname"] == "New"


async def test_lazy_members_after_the_state(alice: Person, newcomer: Newcomer) -> None:
    """With the state after the timeline, too, those who speak come with it."""
    room = await alice.create_room(preset="public_chat", name="Hall")
    people = await crowd(newcomer, room, 3)
    await alice.sync(filter=LAZY, use_state_after="true")
    await people[1].say(room, "hello")
    answer = await alice.sync(filter=LAZY, use_state_after="true")
    assert people[1].user_id in members(answer, room, "state_after")
    assert people[2].user_id not in members(answer, room, "state_after")
    [late] = await crowd(newcomer, room, 1)
    answer = await alice.sync(filter=LAZY, use_state_after="true")
    assert late.user_id in members(answer, room, "state_after")


async def test_a_lazy_newcomer(alice: Person, bob: Person) -> None:
    """Who comes into a room while following lazily learns of himself and of those who speak."""
    room = await alice.create_room(preset="public_chat", name="Hall")
    await bob.sync(filter=LAZY)
    await alice.say(room, "hello")
    await bob.join(room)
    answer = await bob.sync(filter=LAZY)
    assert told(answer, room) >= {alice.user_id, bob.user_id}


async def test_summaries(alice: Person, bob: Person, carol: Person) -> None:
    """A nameless room is called by its people: counts and heroes come when they change, and only then."""
    room = await alice.create_room(invite=[bob.user_id, carol.user_id])
    summary = joined(await alice.sync(), room)["summary"]
    assert summary == {
        "m.joined_member_count": 1,
        "m.invited_member_count": 2,
        "m.heroes": [bob.user_id, carol.user_id],
    }
    await alice.say(room, "no change")
    assert joined(await alice.sync(), room).get("summary", {}) == {}
    await bob.join(room)
    summary = joined(await alice.sync(), room)["summary"]
    assert (summary["m.joined_member_count"], summary["m.invited_member_count"]) == (2, 1)
    await carol.membership("leave", room)
    summary = joined(await alice.sync(), room)["summary"]
    assert (summary["m.joined_member_count"], summary["m.invited_member_count"]) == (2, 0)
    assert summary["m.heroes"] == [bob.user_id]
    await bob.membership("leave", room)
    summary = joined(await alice.sync(), room)["summary"]
    assert summary["m.joined_member_count"] == 1
    # Nobody is left: the room is called by those who were there.
    assert set(summary["m.heroes"]) == {bob.user_id, carol.user_id}


async def test_heroes_come_with_their_names(alice: Person, newcomer: Newcomer) -> None:
    """A lazy device gets the member events of the heroes, or it could not show them; at most five, oneself never."""
    room = await alice.create_room(preset="public_chat")
    people = await crowd(newcomer, room, 7)
    for number in range(5):
        await alice.say(room, str(number))
    answer = await alice.sync(filter=LAZY)
    heroes = joined(answer, room)["summary"]["m.heroes"]
    assert heroes == [person.user_id for person in people[:5]]
    assert set(heroes) <= members(answer, room)
    assert people[6].user_id not in members(answer, room)
    named = await alice.create_room(name="Named")
    assert joined(await alice.sync(filter=LAZY), named)["summary"].get("m.heroes", []) == []


async def test_summaries_of_a_device_that_wants_messages_only(alice: Person, bob: Person) -> None:
    """Counts change for a device whose timeline leaves member events out, too."""
    room = await alice.create_room(preset="public_chat")
    messages_only = filtered(timeline={"types": ["m.room.message"]})
    await alice.sync(filter=messages_only)
    await bob.join(room)
    answer = await alice.sync(filter=messages_only)
    assert joined(answer, room)["summary"]["m.joined_member_count"] == 2


async def test_a_new_name_reaches_the_rooms(alice: Person, bob: Person) -> None:
    """Who changes the name is shown with it in every room, and to those who see him there."""
    room, other = await alice.create_room(preset="public_chat"), await alice.create_room(preset="public_chat")
    for one in (room, other):
        await bob.join(one)
    await alice.sync()
    await bob.put(f"{V3}/profile/{{}}/displayname", bob.user_id, json={"displayname": "Robert"})
    names: dict[str, str] = {}
    while set(names) != {room, other}:
        answer = await alice.sync(60_000)
        for found in rooms_in(answer):
            for event in joined(answer, found)["timeline"]["events"]:
                if event.get("state_key") == bob.user_id:
                    names[found] = event["content"]["displayname"]
                    assert event["unsigned"]["prev_content"].get("displayname") != "Robert"
    assert set(names.values()) == {"Robert"}
    assert (await alice.get(f"{V3}/rooms/{{}}/joined_members", room))["joined"][bob.user_id]["display_name"] == "Robert"
