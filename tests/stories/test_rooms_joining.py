"""Who comes in, who goes, who is put out."""

import pytest

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.stories.conftest import Newcomer

FORBIDDEN = (403, "M_FORBIDDEN")


async def membership_of(asker: Person, room: str, user: Person) -> str:
    """What the room's state says of a person."""
    value: str = (await asker.state(room, "m.room.member", user.user_id))["membership"]
    return value


async def rooms_of(person: Person) -> list[str]:
    """The rooms that a person is in."""
    rooms: list[str] = (await person.get(f"{V3}/joined_rooms"))["joined_rooms"]
    return rooms


async def knock(person: Person, room: str, expect: object = 200, **body: str) -> Json:
    """Ask to be let in."""
    return await person.post(f"{V3}/knock/{{}}", room, json=body, expect=expect)  # type: ignore[arg-type]


async def test_invite_and_join(alice: Person, bob: Person, carol: Person) -> None:
    """A private room opens to whom it invites, and to nobody else; every answer may be lost and asked for again."""
    room = await alice.create_room(preset="private_chat")
    await bob.join(room, expect=FORBIDDEN)
    await bob.membership("invite", room, carol, expect=FORBIDDEN)
    await alice.membership("invite", room, bob, reason="tea")
    assert (await alice.state(room, "m.room.member", bob.user_id))["reason"] == "tea"
    await alice.membership("invite", room, bob)
    assert await rooms_of(bob) == []
    assert await bob.join(room) == {"room_id": room}
    assert await bob.join(room) == {"room_id": room}
    assert (await bob.membership("join", room)) == {"room_id": room}
    assert await rooms_of(bob) == [room]
    await alice.membership("invite", room, bob, expect=FORBIDDEN)
    # With levels as they come, whoever is in may invite.
    await bob.membership("invite", room, carol)
    await carol.membership("join", room, reason="curious")
    assert (await alice.state(room, "m.room.member", carol.user_id))["reason"] == "curious"


async def test_join_carries_the_profile(alice: Person, bob: Person) -> None:
    """Members are shown with the names they have, from the invitation on."""
    await bob.put(f"{V3}/profile/{{}}/displayname", bob.user_id, json={"displayname": "Bob the Brewer"})
    room = await alice.create_room(invite=[bob.user_id])
    assert (await alice.state(room, "m.room.member", bob.user_id))["displayname"] == "Bob the Brewer"
    await bob.join(room)
    joined = (await alice.get(f"{V3}/rooms/{{}}/joined_members", room))["joined"]
    assert joined == {alice.user_id: joined[alice.user_id], bob.user_id: {"display_name": "Bob the Brewer"}}


async def test_strange_targets(alice: Person, bob: Person) -> None:
    """No room, no alias, no such person: each has its own answer, and an unknown room has that of a forbidden one."""
    room = await alice.create_room()
    await alice.join("!nowhere:test.local", expect=FORBIDDEN)
    await alice.join("#nowhere:test.local", expect=(404, "M_NOT_FOUND"))
    await alice.join("nowhere", expect=(400, "M_INVALID_PARAM"))
    for action in ("leave", "forget", "join"):
        await bob.membership(action, "!nowhere:test.local", expect=FORBIDDEN)
        await bob.membership(action, room, expect=FORBIDDEN)
    for action in ("invite", "kick", "ban", "unban"):
        await bob.membership(action, "!nowhere:test.local", alice, expect=FORBIDDEN)
        await bob.membership(action, room, alice, expect=FORBIDDEN)
        await alice.membership(action, room, user_id="bob", expect=(400, "M_INVALID_PARAM"))
        await alice.membership(action, room, expect=(400, "M_MISSING_PARAM"))
    await alice.membership("invite", room, user_id="@nobody.at.all:test.local", expect=(404, "M_NOT_FOUND"))
    await alice.membership("invite", room, user_id="@somebody:elsewhere.example", expect=(404, "M_NOT_FOUND"))


async def test_bodies_may_be_missing(alice: Person, bob: Person) -> None:
    """Joining and leaving need no body at all."""
    room = await alice.create_room(preset="public_chat")
    await bob.request("POST", f"{V3}/join/{{}}", room)
    await bob.request("POST", f"{V3}/rooms/{{}}/leave", room)
    await bob.request("POST", f"{V3}/rooms/{{}}/join", room)
    await bob.request("POST", f"{V3}/rooms/{{}}/leave", room)
    await bob.request("POST", f"{V3}/rooms/{{}}/forget", room)


async def test_leave(alice: Person, bob: Person) -> None:
    """Who leaves may leave again, cannot talk, and needs a new invitation."""
    room = await alice.create_room(invite=[bob.user_id])
    await bob.join(room)
    await bob.membership("leave", room, reason="late")
    await bob.membership("leave", room)
    assert (await alice.state(room, "m.room.member", bob.user_id))["reason"] == "late"
    assert await rooms_of(bob) == []
    await bob.send(room, {"msgtype": "m.text", "body": "?"}, expect=FORBIDDEN)
    await bob.join(room, expect=FORBIDDEN)


async def test_decline_and_take_back(alice: Person, bob: Person) -> None:
    """An invitation can be declined by one and taken back by the other."""
    room = await alice.create_room(invite=[bob.user_id])
    await bob.membership("leave", room)
    assert await membership_of(alice, room, bob) == "leave"
    await alice.membership("invite", room, bob)
    await alice.membership("kick", room, bob)
    await bob.join(room, expect=FORBIDDEN)


async def test_kick(alice: Person, bob: Person, carol: Person) -> None:
    """Putting out needs the level, and more than the other one's; whoever was put out may come back where doors are open."""
    room = await alice.create_room(preset="public_chat", room_version="11")
    await bob.join(room)
    await carol.join(room)
    await bob.membership("kick", room, carol, expect=FORBIDDEN)
    levels = await alice.state(room, "m.room.power_levels")
    levels["users"] |= {bob.user_id: 50, carol.user_id: 50}
    await alice.set_state(room, "m.room.power_levels", levels)
    await bob.membership("kick", room, carol, expect=FORBIDDEN)
    await bob.membership("kick", room, alice, expect=FORBIDDEN)
    await alice.membership("kick", room, carol, reason="noise")
    assert (await bob.state(room, "m.room.member", carol.user_id))["reason"] == "noise"
    await alice.membership("kick", room, carol, expect=FORBIDDEN)
    await carol.join(room)


async def test_ban_and_unban(alice: Person, bob: Person, carol: Person) -> None:
    """A ban holds at every door until it is lifted, and lifting it lets nobody in by itself."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await bob.membership("ban", room, alice, expect=FORBIDDEN)
    await alice.membership("ban", room, bob, reason="spam")
    await alice.membership("ban", room, bob, reason="spam")
    assert await membership_of(alice, room, bob) == "ban"
    await bob.join(room, expect=FORBIDDEN)
    await bob.membership("leave", room, expect=FORBIDDEN)
    await bob.send(room, {"msgtype": "m.text", "body": "?"}, expect=FORBIDDEN)
    await alice.membership("invite", room, bob, expect=FORBIDDEN)
    await alice.membership("unban", room, bob)
    assert await membership_of(alice, room, bob) == "leave"
    await alice.membership("unban", room, bob, expect=(403, "M_BAD_STATE"))
    await alice.membership("unban", room, carol, expect=(403, "M_BAD_STATE"))
    await bob.join(room)
    # Somebody who never came can be banned as well.
    await alice.membership("ban", room, carol)
    await carol.join(room, expect=FORBIDDEN)


async def test_knock(alice: Person, bob: Person, carol: Person, newcomer: Newcomer) -> None:
    """Where the rule says so, one asks to be let in: heard, refused, or withdrawn."""
    room = await alice.create_room(
        initial_state=[{"type": "m.room.join_rules", "content": {"join_rule": "knock"}}], name="Behind the door"
    )
    assert await knock(bob, room, reason="it is cold") == {"room_id": room}
    assert (await alice.state(room, "m.room.member", bob.user_id))["reason"] == "it is cold"
    waiting = (await bob.sync())["rooms"]["knock"][room]["knock_state"]["events"]
    assert {"m.room.create", "m.room.name", "m.room.member"} <= {event["type"] for event in waiting}
    await bob.join(room, expect=FORBIDDEN)
    await alice.membership("invite", room, bob)
    await bob.join(room)
    await knock(bob, room, expect=FORBIDDEN)
    # Refused, and asked again
    await knock(carol, room)
    await alice.membership("kick", room, carol)
    await knock(carol, room)
    await carol.membership("leave", room)
    assert await membership_of(alice, room, carol) == "leave"
    dave = await newcomer("dave")
    await alice.membership("ban", room, dave)
    await knock(dave, room, expect=FORBIDDEN)


@pytest.mark.parametrize("join_rule", ["invite", "public"])
async def test_knock_where_one_does_not_knock(alice: Person, bob: Person, join_rule: str) -> None:
    """Only rooms whose rule is to knock hear it."""
    content = {"join_rule": join_rule}
    room = await alice.create_room(initial_state=[{"type": "m.room.join_rules", "content": content}])
    await knock(bob, room, expect=FORBIDDEN)


@pytest.mark.parametrize("version", ["10", "11", "12"])
async def test_restricted(alice: Person, bob: Person, carol: Person, version: str) -> None:
    """Members of one room may enter another; when they leave the first they stay, and cannot come back."""
    lobby = await alice.create_room(preset="public_chat")
    rule = {"join_rule": "restricted", "allow": [{"type": "m.room_membership", "room_id": lobby}]}
    room = await alice.create_room(room_version=version, initial_state=[{"type": "m.room.join_rules", "content": rule}])
    await bob.join(room, expect=FORBIDDEN)
    await bob.join(lobby)
    await bob.join(room)
    member = await alice.state(room, "m.room.member", bob.user_id)
    assert member["join_authorised_via_users_server"] == alice.user_id
    await bob.membership("leave", lobby)
    await bob.say(room, "still here")
    await bob.membership("leave", room)
    await bob.join(room, expect=FORBIDDEN)
    # An invitation opens the door in any case, and needs nobody's word.
    await alice.membership("invite", room, carol)
    await carol.join(room)
    assert "join_authorised_via_users_server" not in await alice.state(room, "m.room.member", carol.user_id)


async def test_restricted_with_nobody_to_vouch(alice: Person, bob: Person, carol: Person) -> None:
    """When nobody inside may invite, nobody can be let in; a word of one's own counts for nothing."""
    lobby = await alice.create_room(preset="public_chat")
    rule = {"join_rule": "restricted", "allow": [{"type": "m.room_membership", "room_id": lobby}]}
    room = await alice.create_room(
        room_version="11",
        initial_state=[{"type": "m.room.join_rules", "content": rule}],
        power_level_content_override={"invite": 100},
        invite=[carol.user_id],
    )
    await carol.join(room)
    await alice.membership("leave", room)
    await bob.join(lobby)
    await bob.join(room, expect=(400, "M_UNABLE_TO_GRANT_JOIN"))
    forged = {"membership": "join", "join_authorised_via_users_server": carol.user_id}
    await bob.set_state(room, "m.room.member", forged, key=bob.user_id, expect=(400, "M_UNABLE_TO_GRANT_JOIN"))


async def test_knock_restricted(alice: Person, bob: Person, carol: Person) -> None:
    """Those of the lobby walk in, the others knock."""
    lobby = await alice.create_room(preset="public_chat")
    rule = {"join_rule": "knock_restricted", "allow": [{"type": "m.room_membership", "room_id": lobby}]}
    room = await alice.create_room(initial_state=[{"type": "m.room.join_rules", "content": rule}])
    await bob.join(lobby)
    await bob.join(room)
    await carol.join(room, expect=FORBIDDEN)
    await knock(carol, room)
    await bob.membership("invite", room, carol)
    await carol.join(room)


async def test_membership_as_state_takes_the_same_path(alice: Person, bob: Person, carol: Person) -> None:
    """Invitations and departures written as state obey the same rules."""
    room = await alice.create_room()
    await alice.set_state(room, "m.room.member", {"membership": "invite"}, key=bob.user_id)
    await carol.set_state(room, "m.room.member", {"membership": "join"}, key=carol.user_id, expect=FORBIDDEN)
    await bob.set_state(room, "m.room.member", {"membership": "join", "displayname": "Bobby"}, key=bob.user_id)
    joined = (await alice.get(f"{V3}/rooms/{{}}/joined_members", room))["joined"]
    assert joined[bob.user_id] == {"display_name": "Bobby"}
    await bob.set_state(room, "m.room.member", {"membership": "join"}, key=alice.user_id, expect=FORBIDDEN)
    await bob.set_state(room, "m.room.member", {"membership": "gone"}, key=bob.user_id, expect=403)
    await bob.set_state(room, "m.room.member", {}, key=bob.user_id, expect=400)
    nobody = "@nobody.at.all:test.local"
    await alice.set_state(room, "m.room.member", {"membership": "invite"}, key=nobody, expect=(404, "M_NOT_FOUND"))
    await bob.set_state(room, "m.room.member", {"membership": "leave"}, key=bob.user_id)
    assert await rooms_of(bob) == []


async def test_forget(alice: Person, bob: Person) -> None:
    """A room left can be forgotten: its history is gone for this one person, until she joins again."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await bob.membership("forget", room, expect=(400, "M_UNKNOWN"))
    await bob.membership("leave", room)
    await bob.messages(room)
    left = await bob.sync(filter='{"room":{"include_leave":true}}')
    assert room in left["rooms"]["leave"]
    await bob.membership("forget", room)
    await bob.membership("forget", room)
    await bob.messages(room, expect=FORBIDDEN)
    await bob.get(f"{V3}/rooms/{{}}/members", room, expect=FORBIDDEN)
    left = await bob.sync(filter='{"room":{"include_leave":true}}', since="", keep=False)
    assert room not in left.get("rooms", {}).get("leave", {})
    await bob.join(room)
    await bob.messages(room)
    assert room in (await bob.sync(since="", keep=False))["rooms"]["join"]


async def test_forget_after_a_ban(alice: Person, bob: Person) -> None:
    """A ban can be forgotten too, and holds."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await alice.membership("ban", room, bob)
    await bob.membership("forget", room)
    await bob.join(room, expect=FORBIDDEN)
