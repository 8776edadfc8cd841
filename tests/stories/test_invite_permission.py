"""People who want no invitations, people who ask to be let in, and what needs nothing from the server but to be kept."""

from tests.harness.client import V3, Json
from tests.harness.person import Person

CONFIG = f"{V3}/user/{{}}/account_data/m.invite_permission_config"
BLOCKED = (403, "M_INVITE_BLOCKED")


async def invited(person: Person) -> set[str]:
    """The rooms that she is invited to, as her devices hear of them."""
    return set((await person.sync(since="", keep=False)).get("rooms", {}).get("invite", {}))


async def test_blocking_invitations(alice: Person, bob: Person) -> None:
    """By whatever way an invitation is sent, it is refused, until she wants them again."""
    old = await alice.create_room(invite=[bob.user_id])
    room = await alice.create_room(preset="private_chat")
    await bob.sync()
    await bob.put(CONFIG, bob.user_id, json={"default_action": "block"})
    await alice.membership("invite", room, bob, expect=BLOCKED)
    await alice.set_state(room, "m.room.member", {"membership": "invite"}, bob.user_id, expect=BLOCKED)
    await alice.create_room(invite=[bob.user_id], expect=BLOCKED)
    # Older invitations are not shown meanwhile; others see them in the room.
    assert await invited(bob) == set()
    assert (await alice.state(old, "m.room.member", bob.user_id))["membership"] == "invite"
    value: Json
    for value in ({}, {"default_action": "allow"}, {"default_action": 7}, {"other": "block"}):
        await bob.put(CONFIG, bob.user_id, json=value)
        assert await invited(bob) == {old}
        await alice.create_room(invite=[bob.user_id])
        await bob.put(CONFIG, bob.user_id, json={"default_action": "block"})
        await alice.membership("invite", room, bob, expect=BLOCKED)
        await bob.put(CONFIG, bob.user_id, json={})
        for one in await invited(bob) - {old}:
            await bob.membership("leave", one)
    # Nobody else is concerned.
    await bob.put(CONFIG, bob.user_id, json={"default_action": "block"})
    await bob.create_room(invite=[alice.user_id])
    features = (await alice.get("/_matrix/client/versions"))["unstable_features"]
    assert features["org.matrix.msc4380.stable"] is True


async def test_ignored_people_invite_in_vain(alice: Person, bob: Person) -> None:
    """They are not told so."""
    await bob.put(
        f"{V3}/user/{{}}/account_data/m.ignored_user_list", bob.user_id, json={"ignored_users": {alice.user_id: {}}}
    )
    room = await alice.create_room(invite=[bob.user_id])
    assert await invited(bob) == set()
    await bob.put(f"{V3}/user/{{}}/account_data/m.ignored_user_list", bob.user_id, json={"ignored_users": {}})
    assert await invited(bob) == {room}


async def test_knocking(alice: Person, bob: Person, carol: Person) -> None:
    """Whoever knocks is let in or sent away; until then she sees the door and nothing behind it."""
    rule = [{"type": "m.room.join_rules", "content": {"join_rule": "knock"}}]
    room = await alice.create_room(name="Club", initial_state=rule)
    await alice.say(room, "secret")
    for person, reason in ((bob, "please"), (carol, "me too")):
        await person.post(f"{V3}/knock/{{}}", room, json={"reason": reason})
        await person.post(f"{V3}/knock/{{}}", room, json={"reason": reason})
        await person.join(room, expect=(403, "M_FORBIDDEN"))
        assert (await person.messages(room))["chunk"] == []
    knocks = (await bob.sync())["rooms"]["knock"][room]["knock_state"]["events"]
    assert {"m.room.create", "m.room.name", "m.room.member"} <= {event["type"] for event in knocks}
    assert (await alice.state(room, "m.room.member", bob.user_id))["reason"] == "please"
    await alice.membership("invite", room, bob)
    assert room in (await bob.sync())["rooms"]["invite"]
    await bob.join(room)
    await carol.sync()
    await alice.membership("kick", room, carol, reason="full")
    left = (await carol.sync())["rooms"]["leave"][room]["timeline"]["events"]
    assert left[-1]["content"] == {"membership": "leave", "reason": "full"}
    # She may try again, and give up by herself.
    await carol.post(f"{V3}/knock/{{}}", room)
    await carol.membership("leave", room)
    await alice.membership("ban", room, carol)
    await carol.post(f"{V3}/knock/{{}}", room, expect=(403, "M_FORBIDDEN"))
    public = await alice.create_room(preset="public_chat")
    await carol.post(f"{V3}/knock/{{}}", public, expect=(403, "M_FORBIDDEN"))


async def test_pins_and_polls(alice: Person, bob: Person) -> None:
    """What clients agree on among themselves: kept, told, and in the hands of those who may set state."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    said = await alice.say(room, "read this")
    await bob.set_state(room, "m.room.pinned_events", {"pinned": [said]}, expect=(403, "M_FORBIDDEN"))
    await alice.set_state(room, "m.room.pinned_events", {"pinned": [said]})
    assert await bob.state(room, "m.room.pinned_events") == {"pinned": [said]}
    answers = [{"m.id": "a", "m.text": [{"body": "yes"}]}, {"m.id": "b", "m.text": [{"body": "no"}]}]
    question = {"question": {"m.text": [{"body": "Tea?"}]}, "kind": "m.disclosed", "answers": answers}
    poll = await alice.send(room, {"m.poll": question, "m.text": [{"body": "Tea?"}]}, kind="m.poll.start")
    relates = {"m.relates_to": {"rel_type": "m.reference", "event_id": poll}}
    vote = await bob.send(room, {**relates, "m.selections": ["a"]}, kind="m.poll.response")
    end = await alice.send(room, {**relates, "m.text": [{"body": "yes"}]}, kind="m.poll.end")
    found = await bob.get("/_matrix/client/v1/rooms/{}/relations/{}/m.reference", room, poll)
    assert [event["event_id"] for event in found["chunk"]] == [end, vote]
    space = await alice.create_room(creation_content={"type": "m.space"})
    assert (await alice.state(space, "m.room.create"))["type"] == "m.space"
