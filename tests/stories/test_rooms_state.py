"""A room's state and members: who may read it, as of when, and who may change it."""

import json
from typing import Any

import pytest

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person

FORBIDDEN = (403, "M_FORBIDDEN")
STATE = f"{V3}/rooms/{{}}/state/{{}}"
MEMBERS = f"{V3}/rooms/{{}}/members"


async def types_of(person: Person, room: str) -> set[str]:
    """The types of state that a person is shown."""
    response = await person.respond("GET", f"{V3}/rooms/{{}}/state", room)
    return {event["type"] for event in response.json()}


async def members(person: Person, room: str, **query: Any) -> dict[str, str]:
    """Membership by user id, as the endpoint tells it."""
    chunk = (await person.get(MEMBERS, room, **query))["chunk"]
    assert all(event["room_id"] == room and event["event_id"] for event in chunk)
    return {event["state_key"]: event["content"]["membership"] for event in chunk}


async def test_empty_state_key_in_each_spelling(alice: Person) -> None:
    """No state key, a trailing slash: both mean the empty key."""
    room = await alice.create_room()
    await alice.put(STATE, room, "m.room.name", json={"name": "One"})
    assert await alice.get(STATE, room, "m.room.name") == {"name": "One"}
    assert await alice.get(STATE + "/", room, "m.room.name") == {"name": "One"}
    await alice.put(STATE + "/", room, "m.room.name", json={"name": "Two"})
    assert await alice.get(STATE, room, "m.room.name") == {"name": "Two"}
    await alice.get(STATE, room, "m.room.topic", expect=(404, "M_NOT_FOUND"))
    await alice.get(STATE + "/{}", room, "m.room.name", "other", expect=(404, "M_NOT_FOUND"))


@pytest.mark.parametrize("key", ["a/b", "ключ 来往", "%2F", "?#", " ", "x" * 255])
async def test_any_state_key(alice: Person, key: str) -> None:
    """Keys and types are opaque: slashes, other scripts, escapes come back as they were sent."""
    room = await alice.create_room()
    kind = "com.example/odd"
    event_id = await alice.set_state(room, kind, {"key": key}, key=key)
    assert await alice.state(room, kind, key) == {"key": key}
    event = await alice.event(room, event_id)
    assert (event["type"], event["state_key"]) == (kind, key)


async def test_format_event(alice: Person) -> None:
    """A state event can be asked for as a whole."""
    room = await alice.create_room()
    event_id = await alice.set_state(room, "m.room.name", {"name": "One"})
    event = await alice.get(STATE, room, "m.room.name", format="event")
    assert (event["event_id"], event["content"], event["room_id"]) == (event_id, {"name": "One"}, room)
    assert await alice.get(STATE, room, "m.room.name", format="content") == {"name": "One"}
    await alice.get(STATE, room, "m.room.name", format="poem", expect=(400, "M_INVALID_PARAM"))


async def test_saying_what_stands_is_no_event(alice: Person, bob: Person) -> None:
    """The same content again is answered with the event that stands; a change tells what it replaced."""
    room = await alice.create_room(preset="public_chat", invite=[bob.user_id])
    first = await alice.set_state(room, "m.room.name", {"name": "One"})
    assert await alice.set_state(room, "m.room.name", {"name": "One"}) == first
    second = await alice.set_state(room, "m.room.name", {"name": "Two"})
    assert second != first
    event = await alice.event(room, second)
    assert event["unsigned"]["prev_content"] == {"name": "One"}
    assert event["unsigned"]["replaces_state"] == first


async def test_state_is_for_members(alice: Person, bob: Person) -> None:
    """Strangers and invited people read no state; a world-readable room shows it to everybody."""
    room = await alice.create_room(name="Secret", invite=[bob.user_id])
    await bob.get(f"{V3}/rooms/{{}}/state", room, expect=FORBIDDEN)
    await bob.get(STATE, room, "m.room.name", expect=FORBIDDEN)
    await bob.get(MEMBERS, room, expect=FORBIDDEN)
    await bob.get(f"{V3}/rooms/{{}}/joined_members", room, expect=FORBIDDEN)
    await bob.get(STATE, "!nowhere:test.local", "m.room.name", expect=FORBIDDEN)
    await bob.membership("leave", room)
    await bob.get(STATE, room, "m.room.name", expect=FORBIDDEN)
    await alice.set_state(room, "m.room.history_visibility", {"history_visibility": "world_readable"})
    assert await bob.get(STATE, room, "m.room.name") == {"name": "Secret"}
    assert "m.room.create" in await types_of(bob, room)


async def test_state_after_leaving_is_that_of_the_leave(alice: Person, bob: Person, carol: Person) -> None:
    """Who left reads the room as it was then."""
    room = await alice.create_room(preset="public_chat", name="Before")
    await bob.join(room)
    await bob.membership("leave", room)
    await alice.set_state(room, "m.room.name", {"name": "After"})
    await alice.set_state(room, "m.room.topic", {"topic": "New"})
    await carol.join(room)
    assert await bob.state(room, "m.room.name") == {"name": "Before"}
    await bob.state(room, "m.room.topic", expect=(404, "M_NOT_FOUND"))
    assert "m.room.topic" not in await types_of(bob, room)
    assert await members(bob, room) == {alice.user_id: "join", bob.user_id: "leave"}
    assert await bob.state(room, "m.room.member", bob.user_id) == {"membership": "leave"}
    await bob.state(room, "m.room.member", carol.user_id, expect=(404, "M_NOT_FOUND"))
    await bob.get(f"{V3}/rooms/{{}}/joined_members", room, expect=FORBIDDEN)
    await bob.set_state(room, "m.room.topic", {"topic": "Mine"}, expect=FORBIDDEN)


@pytest.mark.parametrize("end", ["unban", "decline"])
async def test_state_stays_that_of_the_departure(alice: Person, bob: Person, end: str) -> None:
    """What happens to one's membership after one has left, a ban lifted or an invitation declined, shows nothing new."""
    room = await alice.create_room(preset="public_chat", name="Before")
    await bob.join(room)
    await (alice.membership("ban", room, bob) if end == "unban" else bob.membership("leave", room))
    await alice.set_state(room, "m.room.name", {"name": "After"})
    if end == "unban":
        await alice.membership("unban", room, bob)
    else:
        await alice.membership("invite", room, bob)
        await bob.membership("leave", room)
    assert await bob.state(room, "m.room.name") == {"name": "Before"}
    for limit in (1, 50):
        filter = json.dumps({"room": {"include_leave": True, "timeline": {"limit": limit}}})
        answer = await bob.sync(filter=filter, keep=False)
        assert "After" not in json.dumps(answer["rooms"]["leave"])


async def test_members_with_filters(alice: Person, bob: Person, carol: Person) -> None:
    """All members, some, or all but some."""
    room = await alice.create_room(invite=[bob.user_id, carol.user_id])
    await bob.join(room)
    everybody = {alice.user_id: "join", bob.user_id: "join", carol.user_id: "invite"}
    assert await members(alice, room) == everybody
    assert await members(alice, room, membership="invite") == {carol.user_id: "invite"}
    assert await members(alice, room, not_membership="join") == {carol.user_id: "invite"}
    await bob.membership("leave", room)
    assert await members(alice, room, membership="join") == {alice.user_id: "join"}
    both = await members(alice, room, membership="join", not_membership="leave")
    assert both == {alice.user_id: "join"}
    await alice.get(MEMBERS, room, membership="friend", expect=(400, "M_INVALID_PARAM"))


async def test_members_at_a_time_gone_by(alice: Person, bob: Person, carol: Person) -> None:
    """`at` takes a token of a sync or of a page, and answers as of then."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    then = (await alice.sync())["next_batch"]
    await bob.membership("leave", room)
    await carol.join(room)
    assert await members(alice, room, at=then) == {alice.user_id: "join", bob.user_id: "join"}
    now = (await alice.messages(room, limit=1))["start"]
    assert await members(alice, room, at=now, membership="join") == {alice.user_id: "join", carol.user_id: "join"}
    # A time after the leave shows the one who left no more than his leave.
    assert await members(bob, room, at=now) == {alice.user_id: "join", bob.user_id: "leave"}
    await alice.get(MEMBERS, room, at="yesterday", expect=(400, "M_INVALID_PARAM"))


async def test_levels_are_kept(alice: Person, bob: Person) -> None:
    """Each kind of event has its level, for reading, writing and changing the levels themselves."""
    room = await alice.create_room(preset="public_chat", room_version="11")
    await bob.join(room)
    await bob.set_state(room, "m.room.name", {"name": "Mine"}, expect=FORBIDDEN)
    levels = await alice.state(room, "m.room.power_levels")
    raised: Json = {**levels, "events": {**levels["events"], "m.room.message": 10, "com.example.note": 0}}
    raised["users"] = {**levels["users"], bob.user_id: 50}
    await bob.set_state(room, "m.room.power_levels", raised, expect=FORBIDDEN)
    await alice.set_state(room, "m.room.power_levels", raised)
    await bob.set_state(room, "m.room.name", {"name": "Ours"})
    await bob.set_state(room, "m.room.power_levels", raised | {"ban": 0}, expect=FORBIDDEN)
    lowered: Json = {**raised, "users": {**levels["users"]}}
    await alice.set_state(room, "m.room.power_levels", lowered)
    await bob.send(room, {"msgtype": "m.text", "body": "too low"}, expect=FORBIDDEN)
    await bob.send(room, {"text": "a note"}, kind="com.example.note")
    await bob.set_state(room, "com.example.note", {"text": "as state"})


async def test_levels_that_are_none(alice: Person) -> None:
    """Levels are whole numbers, and nobody gives more than she has."""
    room = await alice.create_room(room_version="11")
    levels = await alice.state(room, "m.room.power_levels")
    broken: Json
    for broken in ({"ban": "50"}, {"users": {alice.user_id: "100"}}, {"events": []}, {"users": {"bob": 5}}):
        await alice.set_state(room, "m.room.power_levels", {**levels, **broken}, expect=403)
    await alice.set_state(room, "m.room.power_levels", {**levels, "invite": 101}, expect=FORBIDDEN)
    assert await alice.state(room, "m.room.power_levels") == levels


async def test_state_keys_that_are_people(alice: Person, bob: Person) -> None:
    """A key that begins with @ belongs to that person alone."""
    room = await alice.create_room(preset="public_chat", power_level_content_override={"state_default": 0})
    await bob.join(room)
    await bob.set_state(room, "com.example.mood", {"mood": "fine"}, key=bob.user_id)
    await bob.set_state(room, "com.example.mood", {"mood": "bad"}, key=alice.user_id, expect=FORBIDDEN)
    await alice.set_state(room, "com.example.mood", {"mood": "bad"}, key=bob.user_id, expect=FORBIDDEN)


async def test_what_cannot_be_state(alice: Person) -> None:
    """The first event is written once, encryption is never switched off, and contents are objects of bounded size."""
    room = await alice.create_room()
    await alice.set_state(room, "m.room.create", {"room_version": "11", "type": "m.space"}, expect=FORBIDDEN)
    await alice.set_state(room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await alice.set_state(room, "m.room.encryption", {}, expect=FORBIDDEN)
    too_large = (413, "M_TOO_LARGE")
    await alice.set_state(room, "com.example.big", {"text": "x" * 66_000}, expect=too_large)
    await alice.set_state(room, "com.example.key", {}, key="ü" * 128, expect=too_large)
    await alice.set_state(room, "t" * 256, {}, expect=too_large)
    await alice.put(STATE, room, "com.example.list", json=["a"], expect=(400, "M_BAD_JSON"))
    await alice.set_state(room, "com.example.float", {"height": 1.5}, expect=(400, "M_BAD_JSON"))
    await alice.set_state(room, "com.example.int", {"large": 2**53}, expect=(400, "M_BAD_JSON"))
    await alice.request("PUT", STATE, room, "com.example.text", content=b"{", expect=(400, "M_NOT_JSON"))


async def test_aliases(alice: Person, bob: Person, carol: Person) -> None:
    """An alias is made by a member, resolves for everybody, and is removed by its maker or who may."""
    room = await alice.create_room(preset="public_chat")
    alias, other = f"#{fresh('lane')}:test.local", f"#{fresh('road')}:test.local"
    path = f"{V3}/directory/room/{{}}"
    await carol.get(path, alias, expect=(404, "M_NOT_FOUND"))
    await carol.put(path, alias, json={"room_id": room}, expect=FORBIDDEN)
    await bob.join(room)
    await bob.put(path, alias, json={"room_id": room})
    found = await carol.get(path, alias)
    assert found == {"room_id": room, "servers": ["test.local"]}
    await alice.put(path, alias, json={"room_id": room}, expect=409)
    await alice.put(path, other, json={"room_id": room})
    await alice.put(path, "#x:elsewhere.example", json={"room_id": room}, expect=400)
    await alice.put(path, "no alias", json={"room_id": room}, expect=400)
    await alice.put(path, f"#{fresh('x')}:test.local", json={}, expect=(400, "M_MISSING_PARAM"))
    assert sorted((await bob.get(f"{V3}/rooms/{{}}/aliases", room))["aliases"]) == sorted([alias, other])
    await carol.get(f"{V3}/rooms/{{}}/aliases", room, expect=FORBIDDEN)
    await bob.delete(path, other, expect=FORBIDDEN)
    await carol.delete(path, other, expect=FORBIDDEN)
    await alice.delete(path, alias)
    await alice.delete(path, alias, expect=(404, "M_NOT_FOUND"))
    await carol.get(path, alias, expect=(404, "M_NOT_FOUND"))


async def test_canonical_alias(alice: Person) -> None:
    """The address on the door must lead to this door, unless it stood there before."""
    room, elsewhere = await alice.create_room(), await alice.create_room()
    path = f"{V3}/directory/room/{{}}"
    alias, other = f"#{fresh('main')}:test.local", f"#{fresh('side')}:test.local"
    kind = "m.room.canonical_alias"
    await alice.set_state(room, kind, {"alias": alias}, expect=(400, "M_BAD_ALIAS"))
    await alice.put(path, alias, json={"room_id": room})
    await alice.set_state(room, kind, {"alias": alias})
    await alice.put(path, other, json={"room_id": elsewhere})
    await alice.set_state(room, kind, {"alias": alias, "alt_aliases": [other]}, expect=(400, "M_BAD_ALIAS"))
    await alice.set_state(room, kind, {"alias": "main"}, expect=(400, "M_INVALID_PARAM"))
    await alice.delete(path, alias)
    await alice.set_state(room, kind, {"alias": alias, "alt_aliases": []})
    await alice.set_state(room, kind, {})
    await alice.set_state(room, kind, {"alias": alias}, expect=(400, "M_BAD_ALIAS"))
