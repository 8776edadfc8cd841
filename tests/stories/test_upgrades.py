"""A room gets a successor: what goes along, what stays behind, and how people follow."""

import asyncio
from typing import Any

import pytest

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person
from tests.stories.conftest import Newcomer

FORBIDDEN = (403, "M_FORBIDDEN")
TAG = f"{V3}/user/{{}}/rooms/{{}}/tags/{{}}"


async def upgrade(person: Person, room: str, version: str = "12", expect: Any = 200, **more: Any) -> str:
    """Asks for a successor and returns its id ("" when refused as expected)."""
    body = {"new_version": version, **more}
    answer = await person.post(f"{V3}/rooms/{{}}/upgrade", room, json=body, expect=expect)
    found: str = answer.get("replacement_room", "")
    return found


async def state_of(person: Person, room: str) -> dict[tuple[str, str], Json]:
    """Content by (type, state key)."""
    response = await person.respond("GET", f"{V3}/rooms/{{}}/state", room)
    return {(event["type"], event["state_key"]): event["content"] for event in response.json()}


@pytest.mark.parametrize(("old", "new"), [("10", "11"), ("11", "12"), ("12", "11"), ("11", "11"), ("12", "12")])
async def test_what_goes_along(alice: Person, bob: Person, carol: Person, old: str, new: str) -> None:
    """Looks, rules, levels, bans and aliases; the old room says where it has gone, and closes."""
    alias = fresh("alias")
    room = await alice.create_room(
        preset="public_chat",
        room_version=old,
        name="Tea",
        topic="Green",
        room_alias_name=alias,
        visibility="public",
        creation_content={"m.federate": False, "com.example.own": 1},
        initial_state=[
            {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}},
            {"type": "m.room.history_visibility", "content": {"history_visibility": "joined"}},
            {"type": "com.example.state", "state_key": "", "content": {"a": 1}},
        ],
    )
    await bob.join(room)
    await carol.join(room)
    await alice.membership("ban", room, carol, reason="spam")
    levels = await alice.state(room, "m.room.power_levels")
    levels["users"][bob.user_id] = 50
    levels["events"]["com.example.thing"] = 7
    await alice.set_state(room, "m.room.power_levels", levels)
    last = await alice.say(room, "last words")
    before = await state_of(alice, room)

    replacement = await upgrade(alice, room, new)
    assert replacement != room
    after = await state_of(alice, replacement)
    create = after["m.room.create", ""]
    assert create["room_version"] == new
    assert create["predecessor"] == {"room_id": room, "event_id": last}
    assert create["m.federate"] is False
    assert "com.example.own" not in create
    for type in ("name", "topic", "encryption", "history_visibility", "guest_access", "join_rules", "canonical_alias"):
        assert after[f"m.room.{type}", ""] == before[f"m.room.{type}", ""], type
    assert ("com.example.state", "") not in after
    assert after["m.room.member", carol.user_id] == {"membership": "ban", "reason": "spam"}
    assert ("m.room.member", bob.user_id) not in after
    own = after["m.room.power_levels", ""]
    assert own["users"].get(bob.user_id) == 50
    assert own["events"]["com.example.thing"] == 7
    assert (alice.user_id in own["users"]) == (new != "12")

    closed = await state_of(alice, room)
    assert closed["m.room.tombstone", ""]["replacement_room"] == replacement
    assert closed["m.room.canonical_alias", ""] == {}
    assert closed["m.room.power_levels", ""]["events_default"] == 50
    assert closed["m.room.power_levels", ""]["invite"] == 50
    assert (await bob.get(f"{V3}/directory/room/{{}}", f"#{alias}:test.local"))["room_id"] == replacement
    assert (await bob.get(f"{V3}/directory/list/room/{{}}", replacement))["visibility"] == "public"
    assert (await bob.get(f"{V3}/directory/list/room/{{}}", room))["visibility"] == "private"
    # Bob may still talk in the old room by his level, ordinary members may not.
    assert (await bob.join(f"#{alias}:test.local"))["room_id"] == replacement
    await carol.join(replacement, expect=FORBIDDEN)
    # Asked again, the same room.
    assert await upgrade(alice, room, new) == replacement


async def test_ordinary_members_are_silent_in_the_old_room(alice: Person, bob: Person) -> None:
    """They are to go on in the new one, to which they are invited where it is closed."""
    room = await alice.create_room(preset="private_chat", invite=[bob.user_id], room_version="11")
    await bob.join(room)
    replacement = await upgrade(alice, room)
    await bob.send(room, {"msgtype": "m.text", "body": "hello?"}, expect=FORBIDDEN)
    invite = (await bob.sync())["rooms"]["invite"][replacement]["invite_state"]["events"]
    created = next(event for event in invite if event["type"] == "m.room.create")
    assert created["content"]["predecessor"]["room_id"] == room
    await bob.join(replacement)
    await bob.say(replacement, "here I am")


async def test_creators(alice: Person, bob: Person, carol: Person) -> None:
    """Since version 12 more people can be named creators; they lose their number and stand above all."""
    room = await alice.create_room(invite=[bob.user_id, carol.user_id], room_version="11")
    await bob.join(room)
    await carol.join(room)
    levels = await alice.state(room, "m.room.power_levels")
    levels["users"] |= {bob.user_id: 100, carol.user_id: 60}
    await alice.set_state(room, "m.room.power_levels", levels)
    replacement = await upgrade(alice, room, additional_creators=[bob.user_id, alice.user_id])
    create = await alice.state(replacement, "m.room.create")
    assert create["additional_creators"] == [bob.user_id]
    own = await alice.state(replacement, "m.room.power_levels")
    assert own["users"] == {carol.user_id: 60}
    assert own["events"]["m.room.tombstone"] == 150
    # Back to a version where creators have a number.
    await bob.join(replacement)
    third = await upgrade(bob, replacement, "11")
    own = await bob.state(third, "m.room.power_levels")
    assert own["users"] == {alice.user_id: 100, bob.user_id: 100, carol.user_id: 60}


async def test_who_may_upgrade(alice: Person, bob: Person, carol: Person) -> None:
    """Whoever may send the tombstone; nobody else, and to no version that there is not."""
    room = await alice.create_room(preset="public_chat", room_version="11")
    await bob.join(room)
    await upgrade(bob, room, expect=FORBIDDEN)
    await upgrade(carol, room, expect=FORBIDDEN)
    await upgrade(alice, "!nowhere:test.local", expect=FORBIDDEN)
    await upgrade(alice, room, "99", expect=(400, "M_UNSUPPORTED_ROOM_VERSION"))
    await alice.post(f"{V3}/rooms/{{}}/upgrade", room, expect=(400, "M_MISSING_PARAM"))
    for wrong in ("x", ["x"], [7]):
        await upgrade(alice, room, additional_creators=wrong, expect=400)
    await upgrade(alice, room, additional_creators=["@nobody:test.local"], expect=(404, "M_NOT_FOUND"))
    levels = await alice.state(room, "m.room.power_levels")
    levels["users"][bob.user_id] = 50
    levels["events"]["m.room.tombstone"] = 50
    await alice.set_state(room, "m.room.power_levels", levels)
    # Bob's level is enough for the tombstone, and for no more in the old room; the new one is as the old one was.
    replacement = await upgrade(bob, room)
    assert (await bob.state(replacement, "m.room.power_levels"))["users"] == {alice.user_id: 100}
    assert "m.room.tombstone" in {type for type, _ in await state_of(alice, room)}
    assert (await alice.state(room, "m.room.power_levels"))["events_default"] == 0


async def test_two_at_once(alice: Person, bob: Person) -> None:
    """Both are given the same successor."""
    room = await alice.create_room(preset="public_chat", room_version="11")
    await bob.join(room)
    levels = await alice.state(room, "m.room.power_levels")
    levels["users"][bob.user_id] = 100
    await alice.set_state(room, "m.room.power_levels", levels)
    both = await asyncio.gather(upgrade(alice, room, "11"), upgrade(bob, room, "11"), upgrade(alice, room, "11"))
    assert len(set(both)) == 1


async def test_spaces_follow(alice: Person, bob: Person) -> None:
    """A space keeps its children; spaces that one looks after show the successor in the place of the old room."""
    parent = await alice.create_room(creation_content={"type": "m.space"})
    foreign = await bob.create_room(creation_content={"type": "m.space"}, preset="public_chat")
    child = await alice.create_room()
    room = await alice.create_room(creation_content={"type": "m.space"}, room_version="11")
    via = {"via": ["test.local"]}
    await alice.set_state(room, "m.space.child", {**via, "suggested": True}, child)
    await alice.set_state(room, "m.space.child", {}, "!gone:test.local")
    for space, person in ((parent, alice), (foreign, bob)):
        await person.set_state(space, "m.space.child", {**via, "order": "x"}, room)
        await alice.set_state(room, "m.space.parent", via, space)
    await alice.join(foreign)
    replacement = await upgrade(alice, room)
    after = await state_of(alice, replacement)
    assert after["m.room.create", ""]["type"] == "m.space"
    assert after["m.space.child", child] == {**via, "suggested": True}
    assert ("m.space.child", "!gone:test.local") not in after
    assert after["m.space.parent", parent] == via
    assert (await state_of(alice, parent))["m.space.child", replacement] == {**via, "order": "x"}
    assert (await state_of(alice, parent))["m.space.child", room] == {}
    assert ("m.space.child", replacement) not in await state_of(bob, foreign)


async def test_what_follows_a_person(alice: Person, bob: Person) -> None:
    """Tags, direct chats and push rules for the old room hold for the new one, once she joins it."""
    room = await alice.create_room(preset="trusted_private_chat", invite=[bob.user_id], room_version="11")
    await bob.join(room)
    await bob.put(TAG, bob.user_id, room, "m.favourite", json={"order": 0.5})
    direct = {alice.user_id: [room], "@other:test.local": ["!x:test.local"]}
    await bob.put(f"{V3}/user/{{}}/account_data/m.direct", bob.user_id, json=direct)
    rules = f"{V3}/pushrules/global/{{}}/{{}}"
    mute = {"actions": [], "conditions": [{"kind": "event_match", "key": "room_id", "pattern": room}]}
    await bob.put(rules, "override", room, json=mute)
    await bob.put(rules, "room", room, json={"actions": ["notify"]})
    await bob.put(f"{rules}/enabled", "room", room, json={"enabled": False})
    replacement = await upgrade(alice, room)
    await bob.join(replacement)
    tags = await bob.get(f"{V3}/user/{{}}/rooms/{{}}/tags", bob.user_id, replacement)
    assert tags == {"tags": {"m.favourite": {"order": 0.5}}}
    kept = await bob.get(f"{V3}/user/{{}}/account_data/m.direct", bob.user_id)
    assert kept == {alice.user_id: [room, replacement], "@other:test.local": ["!x:test.local"]}
    moved = await bob.get(rules, "override", replacement)
    assert moved["conditions"] == [{"kind": "event_match", "key": "room_id", "pattern": replacement}]
    moved = await bob.get(rules, "room", replacement)
    assert (moved["enabled"], moved["actions"]) == (False, ["notify"])
    # Joining again changes nothing any more.
    await bob.request("DELETE", TAG, bob.user_id, replacement, "m.favourite")
    await bob.membership("leave", replacement)
    await alice.membership("invite", replacement, bob)
    await bob.join(replacement)
    tags = await bob.get(f"{V3}/user/{{}}/rooms/{{}}/tags", bob.user_id, replacement)
    assert tags == {"tags": {}}


async def test_not_every_successor_is_one(alice: Person, bob: Person) -> None:
    """A room that claims to replace another one takes nothing from it."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await bob.put(TAG, bob.user_id, room, "m.favourite", json={})
    predecessor = {"room_id": room, "event_id": "$x"}
    claimed = await alice.create_room(preset="public_chat", creation_content={"predecessor": predecessor})
    await bob.join(claimed)
    tags = await bob.get(f"{V3}/user/{{}}/rooms/{{}}/tags", bob.user_id, claimed)
    assert tags == {"tags": {}}


async def test_a_crowd_is_invited(alice: Person, newcomer: Newcomer) -> None:
    """More people than fit into one unit, and those who want no invitations left in peace."""
    people = [await newcomer("guest") for _ in range(4)]
    room = await alice.create_room(invite=[one.user_id for one in people], room_version="11")
    for one in people:
        await one.join(room)
    await people[0].put(
        f"{V3}/user/{{}}/account_data/m.invite_permission_config", people[0].user_id, json={"default_action": "block"}
    )
    await people[1].membership("leave", room)
    replacement = await upgrade(alice, room)
    members = {
        key: content for (type, key), content in (await state_of(alice, replacement)).items() if "member" in type
    }
    assert {key for key, content in members.items() if content["membership"] == "invite"} == {
        one.user_id for one in people[2:]
    }
