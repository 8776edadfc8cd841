"""Making rooms: what a new room holds, and what is refused."""

from typing import Any

import pytest

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person

State = dict[tuple[str, str], Json]


async def state_of(person: Person, room: str) -> State:
    """The whole state of a room, by type and state key."""
    # The answer is a list, so it comes as a response.
    response = await person.respond("GET", f"{V3}/rooms/{{}}/state", room)
    return {(event["type"], event["state_key"]): event for event in response.json()}


async def contents(person: Person, room: str) -> State:
    """The contents of the whole state of a room, by type and state key."""
    return {key: event["content"] for key, event in (await state_of(person, room)).items()}


async def test_an_empty_request_makes_a_private_room(alice: Person, bob: Person) -> None:
    """Nothing asked for: a room of one, found by nobody, entered by invitation."""
    room = await alice.create_room()
    state = await contents(alice, room)
    assert state[("m.room.member", alice.user_id)]["membership"] == "join"
    assert state[("m.room.join_rules", "")] == {"join_rule": "invite"}
    assert ("m.room.name", "") not in state
    assert ("m.room.canonical_alias", "") not in state
    await bob.join(room, expect=(403, "M_FORBIDDEN"))
    assert (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"] == [room]


@pytest.mark.parametrize(
    ("preset", "join_rule", "guest_access"),
    [
        ("private_chat", "invite", "can_join"),
        ("trusted_private_chat", "invite", "can_join"),
        ("public_chat", "public", "forbidden"),
    ],
)
async def test_presets(alice: Person, bob: Person, preset: str, join_rule: str, guest_access: str) -> None:
    """A preset says who may enter; among the trusted, all have the maker's power."""
    room = await alice.create_room(preset=preset, invite=[bob.user_id], room_version="11")
    state = await contents(alice, room)
    assert state[("m.room.join_rules", "")]["join_rule"] == join_rule
    assert state[("m.room.history_visibility", "")]["history_visibility"] == "shared"
    assert state[("m.room.guest_access", "")]["guest_access"] == guest_access
    assert state[("m.room.member", bob.user_id)]["membership"] == "invite"
    users = {alice.user_id: 100} | ({bob.user_id: 100} if preset == "trusted_private_chat" else {})
    assert state[("m.room.power_levels", "")]["users"] == users
    # A preset is no entry in the list.
    assert (await alice.get(f"{V3}/directory/list/room/{{}}", room))["visibility"] == "private"


async def test_visibility_alone_picks_the_preset(alice: Person) -> None:
    """A room made public without a preset is open, and listed."""
    room = await alice.create_room(visibility="public")
    assert (await alice.state(room, "m.room.join_rules"))["join_rule"] == "public"
    assert (await alice.get(f"{V3}/directory/list/room/{{}}", room))["visibility"] == "public"


@pytest.mark.parametrize("version", ["10", "11", "12"])
async def test_versions(alice: Person, bob: Person, version: str) -> None:
    """Old rooms name their maker, new ones are named by the hash of their first event."""
    room = await alice.create_room(room_version=version, preset="public_chat")
    create = (await state_of(alice, room))[("m.room.create", "")]
    assert create["content"]["room_version"] == version
    assert create["content"].get("creator") == (alice.user_id if version == "10" else None)
    if version == "12":
        assert room == "!" + create["event_id"][1:]
    else:
        assert room.endswith(":test.local")
    await bob.join(room)
    said = await bob.say(room, "hello")
    assert (await alice.event(room, said))["content"]["body"] == "hello"
    assert (await alice.event(room, said))["room_id"] == room


async def test_capabilities_name_the_versions_that_can_be_made(alice: Person) -> None:
    """What the capabilities call available can be made, and the default is what one gets."""
    versions = (await alice.get(f"{V3}/capabilities"))["capabilities"]["m.room_versions"]
    for version in versions["available"]:
        room = await alice.create_room(room_version=version)
        assert (await alice.state(room, "m.room.create"))["room_version"] == version
    room = await alice.create_room()
    assert (await alice.state(room, "m.room.create"))["room_version"] == versions["default"]
    await alice.create_room(room_version="1", expect=(400, "M_UNSUPPORTED_ROOM_VERSION"))
    await alice.create_room(room_version="best", expect=(400, "M_UNSUPPORTED_ROOM_VERSION"))


async def test_creators_of_new_rooms_stand_above_levels(alice: Person, bob: Person, carol: Person) -> None:
    """Version 12: creators have no entry in the levels, trusted ones become creators, and none can be put out."""
    room = await alice.create_room(room_version="12", preset="trusted_private_chat", invite=[bob.user_id])
    state = await contents(alice, room)
    assert state[("m.room.create", "")]["additional_creators"] == [bob.user_id]
    assert state[("m.room.power_levels", "")].get("users", {}) == {}
    await bob.join(room)
    await bob.membership("kick", room, alice, expect=(403, "M_FORBIDDEN"))
    await alice.membership("kick", room, bob, expect=(403, "M_FORBIDDEN"))
    levels = state[("m.room.power_levels", "")]
    await alice.set_state(room, "m.room.power_levels", {**levels, "users": {alice.user_id: 100}}, expect=403)
    await alice.set_state(room, "m.room.power_levels", {**levels, "users": {carol.user_id: 50}})
    await alice.create_room(room_version="12", power_level_content_override={"users": {alice.user_id: 100}}, expect=400)


async def test_name_topic_and_alias(alice: Person, bob: Person) -> None:
    """A room with a name on its door."""
    localpart = fresh("tea")
    room = await alice.create_room(name="Tea", topic="All about tea", room_alias_name=localpart, preset="public_chat")
    state = await contents(alice, room)
    alias = f"#{localpart}:test.local"
    assert state[("m.room.name", "")] == {"name": "Tea"}
    assert state[("m.room.topic", "")]["topic"] == "All about tea"
    assert state[("m.room.topic", "")]["m.topic"]["m.text"][0]["body"] == "All about tea"
    assert state[("m.room.canonical_alias", "")] == {"alias": alias}
    assert (await bob.get(f"{V3}/directory/room/{{}}", alias))["room_id"] == room
    assert (await bob.join(alias))["room_id"] == room
    await bob.create_room(room_alias_name=localpart, expect=(400, "M_ROOM_IN_USE"))
    assert (await bob.get(f"{V3}/joined_rooms"))["joined_rooms"] == [room]


async def test_initial_state_wins_over_the_preset(alice: Person) -> None:
    """What is asked for in detail replaces what a preset would say; each entry stands once."""
    room = await alice.create_room(
        preset="public_chat",
        name="From the name",
        initial_state=[
            {"type": "m.room.history_visibility", "content": {"history_visibility": "joined"}},
            {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}},
            {"type": "m.room.name", "content": {"name": "From the state"}},
            {"type": "com.example.shop", "state_key": "counter", "content": {"open": True}},
        ],
    )
    state = await contents(alice, room)
    assert state[("m.room.history_visibility", "")] == {"history_visibility": "joined"}
    assert state[("m.room.encryption", "")]["algorithm"] == "m.megolm.v1.aes-sha2"
    assert state[("m.room.name", "")] == {"name": "From the name"}
    assert state[("com.example.shop", "counter")] == {"open": True}
    page = await alice.messages(room, dir="f", limit=50)
    assert [event["type"] for event in page["chunk"]].count("m.room.history_visibility") == 1
    assert [event["type"] for event in page["chunk"]][:3] == [
        "m.room.create",
        "m.room.member",
        "m.room.power_levels",
    ]


async def test_power_override(alice: Person, bob: Person) -> None:
    """An override replaces levels one by one and leaves the others."""
    room = await alice.create_room(
        room_version="11", preset="public_chat", power_level_content_override={"events_default": 50, "invite": 7}
    )
    levels = await alice.state(room, "m.room.power_levels")
    assert (levels["events_default"], levels["invite"], levels["users"][alice.user_id]) == (50, 7, 100)
    await bob.join(room)
    await bob.send(room, {"msgtype": "m.text", "body": "may I?"}, expect=(403, "M_FORBIDDEN"))


async def test_power_override_that_locks_the_maker_out(alice: Person) -> None:
    """A room whose maker could not write its own first state is not made at all."""
    for levels in ({"users": {}, "state_default": 50}, {"users": {alice.user_id: "high"}}, {"ban": 1.5}):
        body = {"room_version": "11", "name": "Locked", "power_level_content_override": levels}
        refused = await alice.post(f"{V3}/createRoom", json=body, expect=400)
        assert refused["errcode"] in {"M_INVALID_ROOM_STATE", "M_BAD_JSON"}
    assert (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"] == []


async def test_direct_chat(alice: Person, bob: Person) -> None:
    """`is_direct` travels with the invitation, so that the other side sorts the room as a chat of two."""
    room = await alice.create_room(preset="trusted_private_chat", is_direct=True, invite=[bob.user_id])
    member = await alice.state(room, "m.room.member", bob.user_id)
    assert member["membership"] == "invite"
    assert member["is_direct"] is True
    await bob.join(room)
    assert (await bob.state(room, "m.room.member", bob.user_id))["membership"] == "join"


async def test_creation_content(alice: Person) -> None:
    """What the maker puts into the first event stays; what the server says about the room cannot be forged."""
    room = await alice.create_room(
        room_version="11",
        creation_content={
            "type": "m.space",
            "m.federate": False,
            "room_version": "1",
            "creator": "@mallory:test.local",
        },
    )
    create = await alice.state(room, "m.room.create")
    assert create["type"] == "m.space"
    assert create["m.federate"] is False
    assert create["room_version"] == "11"
    assert "creator" not in create


async def test_everything_in_one(alice: Person, bob: Person, carol: Person) -> None:
    """The order of a new room's events: first what gives power, last the invitations."""
    room = await alice.create_room(
        preset="private_chat",
        name="All",
        topic="of it",
        room_alias_name=fresh("all"),
        invite=[bob.user_id, carol.user_id, bob.user_id],
        initial_state=[{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}],
    )
    page = await alice.messages(room, dir="f", limit=50)
    assert [event["type"] for event in page["chunk"]] == [
        "m.room.create",
        "m.room.member",
        "m.room.power_levels",
        "m.room.canonical_alias",
        "m.room.join_rules",
        "m.room.history_visibility",
        "m.room.guest_access",
        "m.room.encryption",
        "m.room.name",
        "m.room.topic",
        "m.room.member",
        "m.room.member",
    ]


@pytest.mark.parametrize(
    ("body", "expect"),
    [
        ({"preset": "cosy"}, (400, "M_INVALID_PARAM")),
        ({"visibility": "hidden"}, (400, "M_INVALID_PARAM")),
        ({"name": 7}, (400, "M_BAD_JSON")),
        ({"invite": "@bob:test.local"}, (400, "M_BAD_JSON")),
        ({"invite": ["bob"]}, (400, "M_INVALID_PARAM")),
        ({"invite": ["@nobody.at.all:test.local"]}, (404, "M_NOT_FOUND")),
        ({"initial_state": [{"type": "m.room.create", "content": {}}]}, (400, "M_INVALID_PARAM")),
        ({"initial_state": [{"type": "m.room.name"}]}, (400, "M_BAD_JSON")),
        ({"initial_state": [{"type": "x" * 256, "content": {}}]}, (413, "M_TOO_LARGE")),
        ({"initial_state": [{"type": "com.example.big", "content": {"text": "x" * 66_000}}]}, (413, "M_TOO_LARGE")),
        ({"room_alias_name": "with:colon"}, 400),
        ({"room_alias_name": "x" * 300}, 400),
        ({"power_level_content_override": {"invite": "many"}, "room_version": "11"}, (400, "M_INVALID_ROOM_STATE")),
    ],
)
async def test_refused(alice: Person, body: dict[str, Any], expect: Any) -> None:
    """A request that cannot be kept leaves no room behind."""
    await alice.create_room(expect=expect, **body)
    assert (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"] == []
