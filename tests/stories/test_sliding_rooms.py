"""Sliding sync: what is told of a room, by membership; state, members, names, counts, visibility."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.harness.sliding import Slider, all_rooms
from tests.stories.looking import LONG_MS, ids

LAZY = [["m.room.member", "$LAZY"], ["m.room.member", "$ME"], ["m.room.topic", ""]]
CREATE = [["m.room.create", ""]]


def state(room: Json) -> dict[tuple[str, str], Json]:
    """Contents of required state; each comes once."""
    events = room.get("required_state", [])
    found = {(event["type"], event["state_key"]): event["content"] for event in events}
    assert len(found) == len(events)
    return found


def members(room: Json) -> set[str]:
    """People whose member events are in required state."""
    return {key for kind, key in state(room) if kind == "m.room.member"}


def stripped(room: Json, name: str = "invite_state") -> dict[tuple[str, str], Json]:
    """Contents of stripped state."""
    return {(event["type"], event["state_key"]): event["content"] for event in room[name]}


async def ignore(person: Person, *others: Person) -> None:
    """Ignore just these people."""
    content: Json = {"ignored_users": {other.user_id: {} for other in others}}
    await person.put(f"{V3}/user/{{}}/account_data/{{}}", person.user_id, "m.ignored_user_list", json=content)


# --- state ----------------------------------------------------------------------------------------------------------


async def test_state_that_changes_is_state_that_is_told(alice: Person) -> None:
    """A change of wanted state is in required_state and in the timeline; of other state, in the timeline alone."""
    room = await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(5, [["m.room.topic", ""], ["m.room.name", ""]])})
    await slider.ask()
    await alice.set_state(room, "m.room.topic", {"topic": "tea"})
    await alice.set_state(room, "m.room.topic", {"topic": "coffee"})
    await alice.set_state(room, "m.room.join_rules", {"join_rule": "public"})
    found = (await slider.ask())["rooms"][room]
    assert state(found) == {("m.room.topic", ""): {"topic": "coffee"}}
    assert len(found["timeline"]) == 3
    assert "name" not in found


async def test_state_is_told_beyond_a_short_timeline(alice: Person) -> None:
    """State is told also where its event does not fit into the timeline."""
    room = await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(1, [["m.room.topic", ""]])})
    await slider.ask()
    await alice.set_state(room, "m.room.topic", {"topic": "tea"})
    said = [await alice.say(room, str(number)) for number in range(3)]
    found = (await slider.ask())["rooms"][room]
    assert ids(found["timeline"]) == said[-1:]
    assert found["limited"] is True
    assert state(found) == {("m.room.topic", ""): {"topic": "tea"}}


async def test_wildcards(alice: Person) -> None:
    """Any type, any key, both; and what is asked for by name."""
    room = await alice.create_room(name="Tea")
    for key in ("a", "b"):
        await alice.set_state(room, "org.example.note", {"note": key}, key=key)
    await alice.set_state(room, "org.example.other", {"other": 1}, key="a")

    async def asked(*elements: list[str]) -> set[tuple[str, str]]:
        answer = await Slider(alice, "state", lists={"all": all_rooms(1, elements)}).ask()
        return set(state(answer["rooms"][room]))

    everything = await asked(["*", "*"])
    assert {("org.example.note", "a"), ("org.example.other", "a"), ("m.room.name", "")} <= everything
    assert ("m.room.member", alice.user_id) in everything
    assert await asked(["org.example.note", "*"]) == {("org.example.note", "a"), ("org.example.note", "b")}
    assert await asked(["*", "a"]) == {("org.example.note", "a"), ("org.example.other", "a")}
    assert await asked(["org.example.note", "b"]) == {("org.example.note", "b")}
    assert await asked(["m.room.member", "$ME"]) == {("m.room.member", alice.user_id)}
    assert await asked(["org.example.none", ""]) == set()
    assert await asked(["*", "*"], ["m.room.member", "$LAZY"]) == everything


async def test_more_state_is_told_at_once(alice: Person) -> None:
    """A rule that asks for more is answered at once, and only with what was not asked for before."""
    room = await alice.create_room(name="Tea", topic="cake")
    slider = Slider(alice, lists={"all": all_rooms(1, [["m.room.topic", ""]])})
    await slider.ask()
    slider.body["lists"] = {"all": all_rooms(1, [["m.room.topic", ""], ["m.room.name", ""]])}
    found = (await slider.ask(LONG_MS))["rooms"][room]
    assert state(found) == {("m.room.name", ""): {"name": "Tea"}}
    slider.body["lists"] = {"all": all_rooms(1, [["m.room.topic", ""]])}
    assert (await slider.ask())["rooms"] == {}
    await alice.set_state(room, "m.room.name", {"name": "Coffee"})
    assert state((await slider.ask())["rooms"][room]) == {}
    slider.body["lists"] = {"all": all_rooms(1, [["m.room.topic", ""], ["m.room.name", ""]])}
    found = (await slider.ask(LONG_MS))["rooms"][room]
    assert state(found) == {("m.room.name", ""): {"name": "Coffee"}}


async def test_lists_and_subscriptions_add_up(alice: Person) -> None:
    """A room that several rules match is told by all of them together."""
    room = await alice.create_room(name="Tea", topic="cake")
    said = [await alice.say(room, str(number)) for number in range(4)]
    lists = {"a": all_rooms(1, [["m.room.topic", ""]]), "b": all_rooms(2, [["m.room.name", ""]])}
    wanted = {"timeline_limit": 3, "required_state": CREATE}
    found = (await Slider(alice, lists=lists, room_subscriptions={room: wanted}).ask())["rooms"][room]
    assert ids(found["timeline"]) == said[1:]
    assert {kind for kind, _ in state(found)} == {"m.room.topic", "m.room.name", "m.room.create"}


async def test_name_and_avatar(alice: Person) -> None:
    """Name and avatar come when they change, and null when they are gone."""
    room = await alice.create_room(name="Tea")
    slider = Slider(alice, lists={"all": all_rooms(5, CREATE)})
    await slider.ask()
    await alice.set_state(room, "m.room.avatar", {"url": "mxc://test.local/a"})
    found = (await slider.ask())["rooms"][room]
    assert found["avatar"] == "mxc://test.local/a"
    assert "name" not in found
    await alice.set_state(room, "m.room.name", {"name": ""})
    await alice.set_state(room, "m.room.avatar", {})
    found = (await slider.ask())["rooms"][room]
    assert found["name"] is None
    assert found["avatar"] is None
    assert found["heroes"] == []


async def test_heroes(alice: Person, bob: Person, carol: Person) -> None:
    """A room without a name tells who is in it, as they call themselves; one with a name does not."""
    await bob.put(f"{V3}/profile/{{}}/displayname", bob.user_id, json={"displayname": "Bob"})
    room = await alice.create_room(invite=[bob.user_id])
    slider = Slider(alice, lists={"all": all_rooms(5, CREATE)})
    found = (await slider.ask())["rooms"][room]
    assert found["heroes"] == [{"user_id": bob.user_id, "displayname": "Bob"}]
    assert (found["joined_count"], found["invited_count"]) == (1, 1)
    await bob.join(room)
    await alice.membership("invite", room, carol)
    found = (await slider.ask())["rooms"][room]
    assert {hero["user_id"] for hero in found["heroes"]} == {bob.user_id, carol.user_id}
    assert (found["joined_count"], found["invited_count"]) == (2, 1)
    await alice.say(room, "hello")
    found = (await slider.ask())["rooms"][room]
    assert "heroes" not in found
    assert "joined_count" not in found
    await alice.set_state(room, "m.room.name", {"name": "Three"})
    assert "heroes" not in (await slider.ask())["rooms"][room]


async def test_lazy_members(alice: Person, bob: Person, carol: Person) -> None:
    """Members come when they speak or move, once; one that changed comes again; $ME is there from the beginning."""
    room = await alice.create_room(preset="public_chat", name="Tea")
    for person in (bob, carol):
        await person.join(room)
    await alice.say(room, "welcome")
    slider = Slider(bob, lists={"all": all_rooms(1, LAZY)})
    assert members((await slider.ask())["rooms"][room]) == {alice.user_id, bob.user_id}
    await alice.say(room, "again")
    assert "required_state" not in (await slider.ask())["rooms"][room]
    await carol.say(room, "hi")
    assert members((await slider.ask())["rooms"][room]) == {carol.user_id}
    await carol.put(f"{V3}/profile/{{}}/displayname", carol.user_id, json={"displayname": "Carol"})
    found = (await slider.ask(LONG_MS))["rooms"][room]
    assert state(found)["m.room.member", carol.user_id]["displayname"] == "Carol"
    await carol.say(room, "it is me")
    assert "required_state" not in (await slider.ask())["rooms"][room]
    await alice.membership("kick", room, carol)
    found = (await slider.ask())["rooms"][room]
    assert state(found)["m.room.member", carol.user_id]["membership"] == "leave"


async def test_own_membership(alice: Person) -> None:
    """A change of one's own member event comes through $ME."""
    room = await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(1, [["m.room.member", "$ME"]])})
    await slider.ask()
    await alice.put(f"{V3}/profile/{{}}/displayname", alice.user_id, json={"displayname": "Alice"})
    found = (await slider.ask(LONG_MS))["rooms"][room]
    assert state(found)["m.room.member", alice.user_id]["displayname"] == "Alice"
    assert "initial" not in found


async def test_redacted_state_is_told(alice: Person) -> None:
    """Redacting a state event changes state without a state event: it is told as state."""
    room = await alice.create_room()
    topic = await alice.set_state(room, "m.room.topic", {"topic": "secret"})
    name = await alice.set_state(room, "m.room.name", {"name": "Secret"})
    slider = Slider(alice, lists={"all": all_rooms(1, [["m.room.topic", ""], ["m.room.name", ""]])})
    await slider.ask()
    await alice.redact(room, topic)
    await alice.redact(room, name)
    found = (await slider.ask())["rooms"][room]
    assert state(found) == {("m.room.topic", ""): {}, ("m.room.name", ""): {}}
    assert found["name"] is None


# --- order and counts -----------------------------------------------------------------------------------------------


async def test_bump_stamp(alice: Person, bob: Person) -> None:
    """Messages bump a room, what people do not read as activity does not; invitations by when they came."""
    first, second = await alice.create_room(), await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)})
    rooms = (await slider.ask())["rooms"]
    assert rooms[first]["bump_stamp"] < rooms[second]["bump_stamp"]
    await alice.say(first, "hello")
    bumped = (await slider.ask())["rooms"][first]["bump_stamp"]
    assert bumped > rooms[second]["bump_stamp"]
    for number in range(3):
        await alice.set_state(first, "m.room.topic", {"topic": str(number)})
    assert (await slider.ask())["rooms"][first]["bump_stamp"] == bumped
    invited = await bob.create_room(invite=[alice.user_id])
    stamp = (await slider.ask())["rooms"][invited]["bump_stamp"]
    assert stamp > bumped
    await bob.say(invited, "come!")
    assert (await slider.ask())["rooms"] == {}


async def test_bump_stamp_after_a_long_time(alice: Person) -> None:
    """The last message counts, however much else happened since."""
    room = await alice.create_room()
    await alice.say(room, "hello")
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)})
    before = (await slider.ask())["rooms"][room]["bump_stamp"]
    for number in range(260):
        await alice.set_state(room, "org.example.tick", {"n": number})
    assert (await slider.ask())["rooms"][room]["bump_stamp"] == before
    assert (await Slider(alice, "new", lists=slider.body["lists"]).ask())["rooms"][room]["bump_stamp"] == before


async def test_unread_counts(alice: Person, bob: Person) -> None:
    """Counts come with every news of a room, and alone when one reads on another device."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    slider = Slider(bob, lists={"all": all_rooms(5, CREATE)})
    await slider.ask()
    said = await alice.say(room, f"{bob.user_id}: tea?", **{"m.mentions": {"user_ids": [bob.user_id]}})
    found = (await slider.ask())["rooms"][room]
    assert (found["notification_count"], found["highlight_count"]) == (1, 1)
    task = asyncio.create_task(slider.ask(LONG_MS))
    await bob.receipt(room, said)
    found = (await task)["rooms"][room]
    assert (found["notification_count"], found["highlight_count"]) == (0, 0)
    assert "timeline" not in found


async def test_direct_rooms(alice: Person, bob: Person) -> None:
    """Whether a room is direct comes when it is, and when that changes."""
    room = await alice.create_room(invite=[bob.user_id])
    slider = Slider(alice, lists={"all": all_rooms(5, CREATE)})
    assert "is_dm" not in (await slider.ask())["rooms"][room]
    place = (f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, "m.direct")
    task = asyncio.create_task(slider.ask(LONG_MS))
    await alice.put(*place, json={bob.user_id: [room]})
    assert (await task)["rooms"][room]["is_dm"] is True
    assert (await Slider(alice, "new", lists=slider.body["lists"]).ask())["rooms"][room]["is_dm"] is True
    await alice.put(*place, json={"what": "ever", bob.user_id: []})
    assert (await slider.ask())["rooms"][room]["is_dm"] is False


# --- coming and going -----------------------------------------------------------------------------------------------


async def test_invitation(alice: Person, bob: Person) -> None:
    """An invitation comes as stripped state, the create event among it; joining makes the room new."""
    slider = Slider(bob, lists={"all": all_rooms(5, [["m.room.member", "$ME"]])})
    await slider.ask()
    task = asyncio.create_task(slider.ask(LONG_MS))
    room = await alice.create_room(name="Tea", invite=[bob.user_id])
    answer = await task
    while room not in answer["rooms"]:
        answer = await slider.ask(LONG_MS)
    found = answer["rooms"][room]
    assert found["initial"] is True
    told = stripped(found)
    assert told["m.room.create", ""]["room_version"]
    assert told["m.room.name", ""] == {"name": "Tea"}
    assert told["m.room.member", bob.user_id]["membership"] == "invite"
    assert told["m.room.member", alice.user_id]["membership"] == "join"
    assert not {"timeline", "required_state", "joined_count", "heroes"} & found.keys()
    assert (await slider.ask())["rooms"] == {}
    await bob.join(room)
    found = (await slider.ask())["rooms"][room]
    assert found["initial"] is True
    assert "invite_state" not in found
    assert state(found)["m.room.member", bob.user_id]["membership"] == "join"


async def test_knock(alice: Person, bob: Person) -> None:
    """A knock looks like an invitation in which one knocks."""
    room = await alice.create_room(initial_state=[{"type": "m.room.join_rules", "content": {"join_rule": "knock"}}])
    slider = Slider(bob, lists={"all": all_rooms(5, [["m.room.member", "$ME"]])})
    await slider.ask()
    await bob.post(f"{V3}/knock/{{}}", room)
    told = stripped((await slider.ask())["rooms"][room])
    assert told["m.room.member", bob.user_id]["membership"] == "knock"
    assert ("m.room.create", "") in told
    await alice.membership("kick", room, bob)
    found = (await slider.ask())["rooms"][room]
    assert "invite_state" not in found
    assert state(found)["m.room.member", bob.user_id]["membership"] == "leave"


@pytest.mark.parametrize("how", ["leave", "kick", "ban", "forget"])
async def test_out(alice: Person, bob: Person, how: str) -> None:
    """That one is out is told, with all that one may still see; nothing later is."""
    room = await alice.create_room(preset="public_chat", name="Tea")
    await bob.join(room)
    slider = Slider(bob, lists={"all": all_rooms(5, [["m.room.topic", ""]])})
    await slider.ask()
    task = asyncio.create_task(slider.ask(LONG_MS))
    await alice.set_state(room, "m.room.topic", {"topic": "before"})
    await task
    await alice.say(room, "bye")
    if how in ("leave", "forget"):
        await bob.membership("leave", room)
    else:
        await alice.membership(how, room, bob)
    if how == "forget":
        await bob.membership("forget", room)
    await alice.say(room, "he is gone")
    await alice.set_state(room, "m.room.topic", {"topic": "after"})
    answer = await slider.ask()
    found = answer["rooms"][room]
    left = "ban" if how == "ban" else "leave"
    assert state(found) == {("m.room.member", bob.user_id): found["timeline"][-1]["content"]}
    assert found["timeline"][-1]["content"]["membership"] == left
    assert found["timeline"][0]["content"] == {"msgtype": "m.text", "body": "bye"}
    assert len(found["timeline"]) == 2
    assert (await slider.ask())["rooms"] == {}
    # Who was put out finds the room also on a new device; who went knows.
    fresh = await Slider(bob, "new", lists=slider.body["lists"]).ask()
    if how in ("leave", "forget"):
        assert fresh["rooms"] == {}
        return
    seen = fresh["rooms"][room]
    assert seen["initial"] is True
    assert seen["name"] == "Tea"
    assert state(seen)["m.room.topic", ""] == {"topic": "before"}
    assert state(seen)["m.room.member", bob.user_id]["membership"] == left
    assert not {"joined_count", "heroes"} & seen.keys()
    await bob.membership("forget", room)
    answer = await slider.ask()
    assert answer["lists"]["all"]["count"] == 0


async def test_out_of_a_room_outside_of_the_window(alice: Person, bob: Person) -> None:
    """That one is out is told wherever the room stands in the list, if the room was told before."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    slider = Slider(bob, lists={"all": all_rooms(5, CREATE, last=0)})
    await slider.ask()
    await bob.create_room()
    await slider.ask()
    await bob.membership("leave", room)
    answer = await slider.ask()
    assert state(answer["rooms"][room])["m.room.member", bob.user_id]["membership"] == "leave"


async def test_invitation_declined_and_taken_back(alice: Person, bob: Person) -> None:
    """An invitation that is over is told, however it ended; a new device hears nothing of it."""
    slider = Slider(bob, lists={"all": all_rooms(5, CREATE)})
    declined = await alice.create_room(invite=[bob.user_id])
    withdrawn = await alice.create_room(invite=[bob.user_id])
    assert set((await slider.ask())["rooms"]) == {declined, withdrawn}
    await bob.membership("leave", declined)
    await alice.membership("kick", withdrawn, bob)
    rooms = (await slider.ask())["rooms"]
    assert set(rooms) == {declined, withdrawn}
    for found in rooms.values():
        assert set(state(found)) == {("m.room.member", bob.user_id)}
        assert len(found["timeline"]) == 1
        assert "invite_state" not in found
    fresh = await Slider(bob, "new", lists=slider.body["lists"]).ask()
    assert (fresh["rooms"], fresh["lists"]["all"]["count"]) == ({}, 0)


async def test_coming_back(alice: Person, bob: Person) -> None:
    """Whoever was away, even between two looks, is told the room anew, and nothing that was hidden meanwhile."""
    room = await alice.create_room(
        preset="public_chat",
        initial_state=[{"type": "m.room.history_visibility", "content": {"history_visibility": "joined"}}],
    )
    await bob.join(room)
    slider = Slider(bob, lists={"all": all_rooms(20, [["m.room.topic", ""]])})
    await slider.ask()
    await bob.membership("leave", room)
    await alice.say(room, "behind his back")
    await alice.set_state(room, "m.room.topic", {"topic": "new"})
    await bob.join(room)
    said = await alice.say(room, "welcome back")
    found = (await slider.ask())["rooms"][room]
    assert found["initial"] is True
    assert found["timeline"][-1]["event_id"] == said
    assert "behind his back" not in str(found)
    assert state(found) == {("m.room.topic", ""): {"topic": "new"}}


async def test_hidden_history(alice: Person, bob: Person) -> None:
    """A newcomer sees no more of the past than the room allows, in the first timeline and in an expanded one."""
    room = await alice.create_room(
        preset="public_chat",
        initial_state=[{"type": "m.room.history_visibility", "content": {"history_visibility": "joined"}}],
    )
    await alice.say(room, "secret")
    await bob.join(room)
    said = await alice.say(room, "hello")
    slider = Slider(bob, lists={"all": all_rooms(1, CREATE)})
    found = (await slider.ask())["rooms"][room]
    assert ids(found["timeline"]) == [said]
    slider.body["room_subscriptions"] = {room: {"timeline_limit": 50, "required_state": []}}
    found = (await slider.ask())["rooms"][room]
    assert found["timeline"][-2]["content"]["membership"] == "join"
    assert "secret" not in str(found)


async def test_ignored_people(alice: Person, bob: Person, carol: Person) -> None:
    """What ignored people say and to what they invite is not told, and stirs nothing; ignoring takes effect at once."""
    room = await alice.create_room(preset="public_chat")
    for person in (bob, carol):
        await person.join(room)
    slider = Slider(alice, lists={"all": all_rooms(10, CREATE)})
    first = (await slider.ask())["rooms"][room]
    await ignore(alice, bob)
    await slider.ask()
    await bob.say(room, "noise")
    invited = await bob.create_room(invite=[alice.user_id])
    assert (await slider.ask())["rooms"] == {}
    said = await carol.say(room, "tea?")
    found = (await slider.ask())["rooms"][room]
    assert ids(found["timeline"]) == [said]
    assert found["bump_stamp"] > first["bump_stamp"]
    fresh = await Slider(alice, "new", lists=slider.body["lists"]).ask()
    assert "noise" not in str(fresh)
    assert set(fresh["rooms"]) == {room}
    await ignore(alice)
    assert invited in (await slider.ask())["rooms"]


async def test_no_invitations_wanted(alice: Person, bob: Person) -> None:
    """Whoever wants no invitations has none on her lists, also not those from before; they come back when she does."""
    room = await bob.create_room(invite=[alice.user_id])
    place = (f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, "m.invite_permission_config")
    await alice.put(*place, json={"default_action": "block"})
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)})
    assert (await slider.ask())["rooms"] == {}
    await alice.put(*place, json={})
    answer = await slider.ask()
    assert answer["lists"]["all"]["count"] == 1
    assert answer["rooms"][room]["invite_state"]


async def test_own_transaction_ids(alice: Person) -> None:
    """The device that sent an event is told with which transaction id."""
    room = await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)})
    await slider.ask()
    await alice.send(room, {"msgtype": "m.text", "body": "hi"}, txn="t-own")
    (event,) = (await slider.ask())["rooms"][room]["timeline"]
    assert event["unsigned"]["transaction_id"] == "t-own"


async def test_relations_come_with_gaps(alice: Person) -> None:
    """Events of a first timeline bring their aggregated relations."""
    room = await alice.create_room()
    said = await alice.say(room, "draft")
    edit: dict[str, Any] = {
        "msgtype": "m.text",
        "body": "* final",
        "m.new_content": {"msgtype": "m.text", "body": "final"},
        "m.relates_to": {"rel_type": "m.replace", "event_id": said},
    }
    await alice.send(room, edit)
    found = (await Slider(alice, lists={"all": all_rooms(5, CREATE)}).ask())["rooms"][room]
    (event,) = (event for event in found["timeline"] if event["event_id"] == said)
    assert event["unsigned"]["m.relations"]["m.replace"]["content"]["body"] == "* final"


# --- the merged shape -----------------------------------------------------------------------------------------------


def merged(person: Person, **body: Any) -> Slider:
    """A connection in the merged shape."""
    slider = Slider(person, **body)
    slider.is_merged = True
    return slider


async def test_merged_shape(alice: Person, bob: Person) -> None:
    """The same under the names of MSC4186: membership and lists, stripped state, no counts."""
    room = await alice.create_room(preset="public_chat", name="Tea")
    invited = await bob.create_room(invite=[alice.user_id])
    said = [await alice.say(room, str(number)) for number in range(3)]
    some = {"timeline_limit": 1, "required_state": {"include": [{"type": "m.room.create"}]}}
    lists = {"all": {**some, "range": [0, 9]}, "invited": {**some, "filters": {"is_invited": True}}}
    slider = merged(alice, lists=lists)
    answer = await slider.ask(LONG_MS)
    assert {name: one["count"] for name, one in answer["lists"].items()} == {"all": 2, "invited": 1}
    assert answer["rooms"][room]["lists"] == ["all"]
    assert answer["rooms"][room]["membership"] == "join"
    assert sorted(answer["rooms"][invited]["lists"]) == ["all", "invited"]
    assert answer["rooms"][invited]["membership"] == "invite"
    assert ("m.room.create", "") in stripped(answer["rooms"][invited], "stripped_state")
    slider.body["room_subscriptions"] = {room: {**some, "timeline_limit": 3}}
    found = (await slider.ask(LONG_MS))["rooms"][room]
    assert found["expanded_timeline"] is True
    assert ids(found["timeline"]) == said
    await alice.membership("leave", invited)
    await alice.membership("leave", room)
    answer = await slider.ask()
    assert {one["membership"] for one in answer["rooms"].values()} == {"leave"}
    over = stripped(answer["rooms"][invited], "stripped_state")
    assert over["m.room.member", alice.user_id]["membership"] == "leave"


async def test_merged_required_state(alice: Person, bob: Person) -> None:
    """What is included, unless it is excluded; members lazily, unless they are named."""
    room = await alice.create_room(preset="public_chat", name="Tea")
    await bob.join(room)
    await alice.say(room, "hi")

    async def asked(**required: Any) -> set[tuple[str, str]]:
        lists = {"all": {"timeline_limit": 1, "required_state": required}}
        return set(state((await merged(alice, lists=lists).ask())["rooms"][room]))

    me, him = ("m.room.member", alice.user_id), ("m.room.member", bob.user_id)
    everything = await asked(include=[{}])
    assert {me, him, ("m.room.name", "")} <= everything
    assert await asked(include=[{}], exclude=[{"type": "m.room.name"}]) == everything - {("m.room.name", "")}
    assert await asked(include=[{}], lazy_members=True) == everything - {him}
    named = {"type": "m.room.member", "state_key": bob.user_id}
    assert await asked(include=[{}, named], lazy_members=True) == everything
    assert await asked(lazy_members=True) == {me}
    assert await asked(include=[{"state_key": bob.user_id}]) == {him}
    assert await asked() == set()


async def test_merged_counts_alone_are_no_news(alice: Person, bob: Person) -> None:
    """Where counts are not told, their change is no reason to answer."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    said = await alice.say(room, "hi")
    slider = merged(bob, lists={"all": {"timeline_limit": 1, "required_state": {}}})
    await slider.ask()
    await bob.receipt(room, said)
    assert (await slider.ask())["rooms"] == {}
