"""How invitations, departures and returns look from a device that follows."""

from typing import Any

import pytest

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.stories.looking import filtered, ids, joined, members, rooms_in, said, state, timeline

ENCRYPTED = [{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
INCLUDE_LEAVE = filtered(include_leave=True)


def stripped(answer: Json, room: str, section: str) -> dict[tuple[str, str], Json]:
    """What an invitation or a knock shows of a room."""
    events = answer["rooms"][section][room][f"{section}_state"]["events"]
    assert all(set(event) == {"type", "state_key", "sender", "content"} for event in events)
    return {(event["type"], event["state_key"]): event["content"] for event in events}


async def test_an_invitation(alice: Person, bob: Person) -> None:
    """An invitation shows what the room is and who invites, once; after that only news."""
    room = await alice.create_room(name="Tea", topic="Green", preset="private_chat", initial_state=ENCRYPTED)
    await alice.say(room, "private")
    await bob.sync()
    await alice.membership("invite", room, bob)
    answer = await bob.sync()
    assert rooms_in(answer) == set()
    shown = stripped(answer, room, "invite")
    assert shown[("m.room.name", "")] == {"name": "Tea"}
    assert shown[("m.room.join_rules", "")] == {"join_rule": "invite"}
    assert shown[("m.room.encryption", "")]["algorithm"] == "m.megolm.v1.aes-sha2"
    assert "room_version" in shown[("m.room.create", "")]
    assert shown[("m.room.member", alice.user_id)]["membership"] == "join"
    assert shown[("m.room.member", bob.user_id)]["membership"] == "invite"
    await alice.say(room, "still private")
    assert "rooms" not in await bob.sync()
    assert stripped(await bob.sync(since="", keep=False), room, "invite") == shown
    await bob.join(room)
    answer = await bob.sync()
    assert room in rooms_in(answer)
    assert rooms_in(answer, "invite") == set()


async def test_an_invitation_declined_or_withdrawn(alice: Person, bob: Person) -> None:
    """When an invitation ends, the room moves to those left, and shows nothing but that."""
    for end in ("decline", "withdraw"):
        room = await alice.create_room(invite=[bob.user_id])
        assert rooms_in(await bob.sync(), "invite") == {room}
        await alice.say(room, "private")
        await (bob.membership("leave", room) if end == "decline" else alice.membership("kick", room, bob))
        answer = await bob.sync()
        assert rooms_in(answer, "leave") == {room}
        [event] = timeline(answer, room, "leave")
        assert (event["state_key"], event["content"]["membership"]) == (bob.user_id, "leave")
        assert "rooms" not in await bob.sync()


async def test_a_knock(alice: Person, bob: Person) -> None:
    """Who knocks sees the door; an answer moves the room on."""
    rule = [{"type": "m.room.join_rules", "content": {"join_rule": "knock"}}]
    room = await alice.create_room(name="Door", initial_state=rule)
    await bob.sync()
    await alice.sync()
    await bob.post(f"{V3}/knock/{{}}", room, json={"reason": "please"})
    shown = stripped(await bob.sync(), room, "knock")
    assert shown[("m.room.member", bob.user_id)]["reason"] == "please"
    assert shown[("m.room.name", "")] == {"name": "Door"}
    assert [event["content"]["membership"] for event in timeline(await alice.sync(), room)] == ["knock"]
    await alice.membership("invite", room, bob)
    answer = await bob.sync()
    assert (rooms_in(answer, "invite"), rooms_in(answer, "knock")) == ({room}, set())


@pytest.mark.parametrize("how", ["leave", "kick", "ban"])
async def test_a_departure(alice: Person, bob: Person, how: str) -> None:
    """A room that one has left comes once more, up to the departure; then it is gone unless asked for."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await bob.sync()
    await alice.say(room, "heard")
    await alice.set_state(room, "m.room.topic", {"topic": "heard"})
    await (bob.membership("leave", room) if how == "leave" else alice.membership(how, room, bob))
    await alice.say(room, "not heard")
    await alice.set_state(room, "m.room.name", {"name": "not heard"})
    answer = await bob.sync()
    assert rooms_in(answer) == set()
    assert said(answer, room, "leave") == ["heard"]
    last = timeline(answer, room, "leave")[-1]
    assert last["state_key"] == bob.user_id
    assert last["content"]["membership"] == ("ban" if how == "ban" else "leave")
    assert "rooms" not in await bob.sync()
    await alice.say(room, "nor this")
    assert "rooms" not in await bob.sync()
    assert "rooms" not in await bob.sync(since="", keep=False)
    whole = await bob.sync(since="", keep=False, filter=INCLUDE_LEAVE)
    assert said(whole, room, "leave") == ["heard"]
    assert ("m.room.name", "") not in state(whole, room, section="leave")


async def test_a_return(alice: Person, bob: Person) -> None:
    """Who comes back gets the room as if it were new."""
    room = await alice.create_room(preset="public_chat", name="One")
    await bob.join(room)
    await bob.sync()
    await bob.membership("leave", room)
    await bob.sync()
    await alice.set_state(room, "m.room.name", {"name": "Two"})
    for number in range(12):
        await alice.say(room, str(number))
    await bob.join(room)
    answer = await bob.sync()
    assert rooms_in(answer, "leave") == set()
    assert state(answer, room)[("m.room.name", "")] == {"name": "Two"}
    assert ("m.room.create", "") in state(answer, room)
    assert members(answer, room) >= {alice.user_id}
    part = joined(answer, room)["timeline"]
    assert part["limited"] is True
    assert said(answer, room) == [str(number) for number in range(3, 12)]
    page = await bob.messages(room, start=part["prev_batch"], limit=3)
    assert [event["content"]["body"] for event in page["chunk"]] == ["2", "1", "0"]


@pytest.mark.parametrize("setting", ["shared", "joined"])
async def test_away_between_two_looks(alice: Person, bob: Person, setting: str) -> None:
    """Going and coming back unnoticed: what was said meanwhile shows only where history is shared."""
    visibility = [{"type": "m.room.history_visibility", "content": {"history_visibility": setting}}]
    room = await alice.create_room(preset="public_chat", initial_state=visibility)
    await bob.join(room)
    await bob.sync()
    await alice.say(room, "before")
    await bob.membership("leave", room)
    await alice.say(room, "away")
    await bob.join(room)
    await alice.say(room, "after")
    expected = ["before", "away", "after"] if setting == "shared" else ["before", "after"]
    assert said(await bob.sync(keep=False), room) == expected
    # The same when the server has looked already for somebody who was there all the time.
    carol = await alice.other_device()
    since = bob.since
    assert said(await carol.sync(since=since), room) == ["before", "away", "after"]
    assert said(await bob.sync(keep=False, full_state="true"), room) == expected
    assert said(await bob.sync(), room) == expected


async def test_in_and_out_between_two_looks(alice: Person, bob: Person) -> None:
    """A short visit is told as a departure."""
    room = await alice.create_room(preset="public_chat", name="Inn")
    await bob.sync()
    await bob.join(room)
    await alice.say(room, "welcome")
    await bob.membership("leave", room)
    await alice.say(room, "gone")
    answer = await bob.sync()
    assert rooms_in(answer) == set()
    assert said(answer, room, "leave") == ["welcome"]
    # An invitation that ended before it was seen
    other = await alice.create_room(invite=[bob.user_id])
    await alice.membership("kick", other, bob)
    assert rooms_in(await bob.sync(), "invite") == set()


async def test_forgotten_rooms_are_gone(alice: Person, bob: Person) -> None:
    """A forgotten room never comes again by itself."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await bob.sync()
    await bob.membership("leave", room)
    await bob.membership("forget", room)
    assert rooms_in(await bob.sync(), "leave") == set()
    assert rooms_in(await bob.sync(since="", filter=INCLUDE_LEAVE), "leave") == set()


async def test_filters(alice: Person, bob: Person) -> None:
    """Filters choose rooms and events, inline or stored."""
    one, two = await alice.create_room(preset="public_chat"), await alice.create_room(preset="public_chat")
    for room in (one, two):
        await bob.join(room)
    assert rooms_in(await bob.sync(filter=filtered(rooms=[one]), keep=False)) == {one}
    assert rooms_in(await bob.sync(filter=filtered(not_rooms=[one]), keep=False)) == {two}
    assert rooms_in(await bob.sync(filter=filtered(rooms=[one], not_rooms=[one]), keep=False)) == set()
    assert rooms_in(await bob.sync(filter=filtered(rooms=[]), keep=False)) == set()
    await bob.sync()
    await alice.say(one, "message")
    await alice.send(one, {"a": 1}, kind="com.example.note")
    await bob.say(one, "mine")
    await alice.set_state(one, "m.room.topic", {"topic": "t"})

    async def kinds(**part: Any) -> list[str]:
        answer = await bob.sync(filter=filtered(timeline=part), keep=False)
        return [event["type"] for event in timeline(answer, one)]

    assert await kinds(types=["m.room.message"]) == ["m.room.message", "m.room.message"]
    assert await kinds(types=["com.*"]) == ["com.example.note"]
    assert await kinds(not_types=["m.room.*"]) == ["com.example.note"]
    assert await kinds(types=["*"], not_types=["com.example.note"]) == ["m.room.message"] * 2 + ["m.room.topic"]
    assert await kinds(senders=[bob.user_id]) == ["m.room.message"]
    assert await kinds(not_senders=[bob.user_id], types=["m.room.message"]) == ["m.room.message"]
    assert await kinds(types=["m.room.message"], limit=1) == ["m.room.message"]
    definition = {"room": {"timeline": {"types": ["com.example.note"], "limit": 5}}, "presence": {"types": []}}
    stored = (await bob.post(f"{V3}/user/{{}}/filter", bob.user_id, json=definition))["filter_id"]
    answer = await bob.sync(filter=stored, keep=False)
    assert [event["type"] for event in timeline(answer, one)] == ["com.example.note"]
    first = await bob.sync(since="", filter=filtered(state={"types": ["m.room.create"]}), keep=False)
    assert {kind for kind, _ in state(first, one)} <= {"m.room.create"}


async def test_chosen_fields(alice: Person) -> None:
    """A client that wants only some fields gets those."""
    room = await alice.create_room()
    await alice.sync()
    await alice.send(room, {"msgtype": "m.text", "body": "text", "extra": 1})
    answer = await alice.sync(filter='{"event_fields":["type","content.body","event_id","sender","origin_server_ts"]}')
    [event] = timeline(answer, room)
    assert event["content"] == {"body": "text"}
    assert "unsigned" not in event


async def test_state_left_out_of_the_timeline_still_comes(alice: Person, bob: Person) -> None:
    """A device that wants only messages in its timelines learns of changed state all the same."""
    room = await alice.create_room(preset="public_chat", name="One")
    await bob.join(room)
    messages_only = filtered(timeline={"types": ["m.room.message"]})
    await bob.sync(filter=messages_only)
    await alice.set_state(room, "m.room.name", {"name": "Two"})
    await alice.say(room, "renamed")
    answer = await bob.sync(filter=messages_only)
    assert said(answer, room) == ["renamed"]
    assert state(answer, room) == {("m.room.name", ""): {"name": "Two"}}
    await alice.set_state(room, "m.room.name", {"name": "Three"})
    assert state(await bob.sync(filter=messages_only), room) == {("m.room.name", ""): {"name": "Three"}}


async def test_ignored_people(alice: Person, bob: Person, carol: Person) -> None:
    """What an ignored person says and whom she invites is hidden; what she changes in the room is not."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await carol.join(room)
    await bob.sync()
    path = f"{V3}/user/{{}}/account_data/m.ignored_user_list"
    await bob.put(path, bob.user_id, json={"ignored_users": {carol.user_id: {}}})
    await carol.say(room, "spam")
    heard = await alice.say(room, "ham")
    spam_room = await carol.create_room(invite=[bob.user_id])
    await carol.membership("leave", room)
    answer = await bob.sync()
    assert said(answer, room) == ["ham"]
    assert rooms_in(answer, "invite") == set()
    assert [event["type"] for event in timeline(answer, room)] == ["m.room.message", "m.room.member"]
    page = (await bob.messages(room, limit=3))["chunk"]
    assert heard in ids(page)
    assert "spam" not in [event["content"].get("body") for event in page]
    assert "spam" not in said(await bob.sync(since="", keep=False), room)
    assert "spam" in said(await alice.sync(), room)
    await bob.put(path, bob.user_id, json={"ignored_users": {}})
    assert "spam" in said(await bob.sync(since="", keep=False), room)
    assert spam_room in rooms_in(await bob.sync(since="", keep=False), "invite")
