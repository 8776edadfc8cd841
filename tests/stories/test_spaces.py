"""What a room shows from outside, and the tree of rooms below a space."""

from typing import Any

import pytest

from tests.harness.client import V1, V3, Door, Json, fresh
from tests.harness.person import Person

SUMMARY = f"{V1}/room_summary/{{}}"
HIERARCHY = f"{V1}/rooms/{{}}/hierarchy"
FORBIDDEN = (403, "M_FORBIDDEN")
NOT_FOUND = (404, "M_NOT_FOUND")


async def space(person: Person, name: str, **body: Any) -> str:
    """A new space."""
    return await person.create_room(name=name, creation_content={"type": "m.space"}, **body)


async def adopt(person: Person, parent: str, child: str, **content: Any) -> None:
    """Puts a room into a space."""
    await person.set_state(parent, "m.space.child", {"via": ["test.local"], **content}, child)


async def walk(person: Person, root: str, **query: Any) -> list[str]:
    """All pages of a tree, by room id."""
    found: list[str] = []
    start = None
    while True:
        answer = await person.get(HIERARCHY, root, **query, **({"from": start} if start else {}))
        found += [room["room_id"] for room in answer["rooms"]]
        start = answer.get("next_batch")
        if start is None:
            return found


def rule(join_rule: str, **more: Any) -> list[Json]:
    """The initial state of a room with this join rule."""
    return [{"type": "m.room.join_rules", "content": {"join_rule": join_rule, **more}}]


async def test_the_summary_of_a_room(alice: Person, bob: Person, door: Door) -> None:
    """Name, topic, members, version; with one's membership for those who have one; by id or alias."""
    alias = fresh("tea")
    room = await alice.create_room(
        preset="public_chat",
        name="Tea",
        topic="Green",
        room_alias_name=alias,
        initial_state=[{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}],
    )
    summary = await alice.get(SUMMARY, room)
    assert summary == {
        "room_id": room,
        "name": "Tea",
        "topic": "Green",
        "canonical_alias": f"#{alias}:test.local",
        "num_joined_members": 1,
        "guest_can_join": False,
        "world_readable": False,
        "join_rule": "public",
        "encryption": "m.megolm.v1.aes-sha2",
        "room_version": "11",
        "membership": "join",
    }
    for person in (bob, door):
        seen = await person.get(SUMMARY, f"#{alias}:test.local")
        assert seen == {key: value for key, value in summary.items() if key != "membership"}
    unstable = await bob.get("/_matrix/client/unstable/im.nheko.summary/summary/{}", room)
    assert unstable["name"] == "Tea"
    await bob.join(room)
    await bob.membership("leave", room)
    assert (await bob.get(SUMMARY, room))["membership"] == "leave"


async def test_who_gets_a_summary(alice: Person, bob: Person, door: Door) -> None:
    """Of a closed room nobody who is not in it or invited; of others everybody, but for who was banned."""
    closed = await alice.create_room(name="Closed")
    knockable = await alice.create_room(initial_state=rule("knock"))
    readable = await alice.create_room(
        initial_state=[{"type": "m.room.history_visibility", "content": {"history_visibility": "world_readable"}}]
    )
    home = await alice.create_room()
    restricted = await alice.create_room(
        initial_state=rule("restricted", allow=[{"type": "m.room_membership", "room_id": home}])
    )
    for person in (bob, door):
        await person.get(SUMMARY, closed, expect=NOT_FOUND)
        await person.get(SUMMARY, restricted, expect=NOT_FOUND)
        assert (await person.get(SUMMARY, knockable))["join_rule"] == "knock"
        assert (await person.get(SUMMARY, readable))["world_readable"] is True
    await alice.membership("invite", closed, bob)
    assert (await bob.get(SUMMARY, closed))["membership"] == "invite"
    await alice.membership("invite", home, bob)
    await bob.join(home)
    assert (await bob.get(SUMMARY, restricted))["allowed_room_ids"] == [home]
    await alice.membership("ban", knockable, bob)
    await bob.get(SUMMARY, knockable, expect=NOT_FOUND)
    for strange, expected in (("!no:where", NOT_FOUND), ("#no:where", NOT_FOUND), ("tea", (400, "M_INVALID_PARAM"))):
        await bob.get(SUMMARY, strange, expect=expected)


async def test_a_tree(alice: Person, bob: Person) -> None:
    """Depth first, children in their order, each space with the events that name its children."""
    root = await space(alice, "Root", preset="public_chat")
    inner = await space(alice, "Inner", preset="public_chat")
    late, early, leaf, secret = [
        await alice.create_room(name=name, preset=preset)
        for name, preset in (
            ("Late", "public_chat"),
            ("Early", "public_chat"),
            ("Leaf", "public_chat"),
            ("Secret", "private_chat"),
        )
    ]
    await adopt(alice, root, late)
    await adopt(alice, root, secret, order="a")
    await adopt(alice, root, inner, order="c", suggested=True)
    await adopt(alice, root, early, order="b")
    await adopt(alice, inner, leaf, suggested=True)
    await adopt(alice, inner, root)  # a loop
    assert await walk(alice, root) == [root, secret, early, inner, leaf, late]
    assert await walk(bob, root) == [root, early, inner, leaf, late]
    answer = await bob.get(HIERARCHY, root)
    top = answer["rooms"][0]
    assert (top["name"], top["room_type"], top["join_rule"]) == ("Root", "m.space", "public")
    named = [(child["type"], child["state_key"]) for child in top["children_state"]]
    assert named == [("m.space.child", one) for one in (secret, early, inner, late)]
    assert top["children_state"][1]["content"] == {"via": ["test.local"], "order": "b"}
    assert top["children_state"][1]["sender"] == alice.user_id
    assert [room["children_state"] for room in answer["rooms"] if room["room_id"] in (early, leaf, late)] == [[]] * 3
    assert await walk(bob, root, suggested_only="true") == [root, inner, leaf]
    assert await walk(bob, root, max_depth=1) == [root, early, inner, late]
    assert await walk(bob, root, max_depth=0) == [root]
    # Taken out again.
    await alice.set_state(root, "m.space.child", {}, early)
    assert await walk(bob, root) == [root, inner, leaf, late]
    # A room that is no space has no children, whatever it says.
    await adopt(alice, leaf, early)
    assert await walk(bob, leaf) == [leaf]


async def test_pages_of_a_tree(alice: Person) -> None:
    """Pages of any size make up the whole; what was asked first cannot change on the way."""
    root = await space(alice, "Root")
    rooms = [root]
    for number in range(3):
        inner = await space(alice, f"Space {number}")
        await adopt(alice, root, inner, order=str(number))
        rooms.append(inner)
        for leaf in range(2):
            room = await alice.create_room(name=f"Room {leaf}")
            await adopt(alice, inner, room, order=str(leaf))
            rooms.append(room)
    for limit in (1, 2, 3, 50):
        assert await walk(alice, root, limit=limit) == rooms
    answer = await alice.get(HIERARCHY, root, limit=4)
    token = answer["next_batch"]
    for changed in ({"max_depth": 1}, {"suggested_only": "true"}, {"from": "nonsense"}):
        await alice.get(HIERARCHY, root, **{"from": token, **changed}, expect=(400, "M_INVALID_PARAM"))
    await alice.get(HIERARCHY, rooms[1], **{"from": token}, expect=(400, "M_INVALID_PARAM"))
    # The room that ended a page may be gone by the next one.
    await alice.set_state(rooms[1], "m.space.child", {}, rooms[3])
    left = [room["room_id"] for room in (await alice.get(HIERARCHY, root, **{"from": token}))["rooms"]]
    assert left == rooms[4:]
    for wrong in ({"limit": 0}, {"max_depth": -1}, {"suggested_only": "x"}):
        await alice.get(HIERARCHY, root, **wrong, expect=(400, "M_INVALID_PARAM"))


async def test_trees_that_one_may_not_see(alice: Person, bob: Person) -> None:
    """The root has to be visible; so has every space on the way down."""
    root = await space(alice, "Root")
    inner = await space(alice, "Inner")
    leaf = await alice.create_room(preset="public_chat")
    await adopt(alice, root, inner)
    await adopt(alice, inner, leaf)
    await bob.get(HIERARCHY, root, expect=FORBIDDEN)
    await bob.get(HIERARCHY, "!nowhere:test.local", expect=FORBIDDEN)
    await alice.membership("invite", root, bob)
    assert await walk(bob, root) == [root]
    await alice.set_state(inner, "m.room.join_rules", {"join_rule": "knock"})
    assert await walk(bob, root) == [root, inner, leaf]


@pytest.mark.parametrize("query", [{}, {"user_id": "bob"}])
async def test_mutual_rooms_of_nobody(alice: Person, query: dict[str, str]) -> None:
    """Somebody has to be named."""
    await alice.get(f"{V1}/mutual_rooms", **query, expect=400)


async def test_mutual_rooms(alice: Person, bob: Person) -> None:
    """The rooms that both are in now."""
    both = [await alice.create_room(invite=[bob.user_id]) for _ in range(3)]
    for room in both[:2]:
        await bob.join(room)
    await alice.create_room()
    answer = await alice.get(f"{V1}/mutual_rooms", user_id=bob.user_id)
    assert answer == {"joined": sorted(both[:2]), "count": 2}
    assert await bob.get(f"{V1}/mutual_rooms", user_id=alice.user_id) == answer
    await bob.membership("leave", both[0])
    unstable = "/_matrix/client/unstable/uk.half-shot.msc2666/user/mutual_rooms"
    assert (await alice.get(unstable, user_id=bob.user_id))["joined"] == [both[1]]
    assert await alice.get(f"{V1}/mutual_rooms", user_id="@nobody:test.local") == {"joined": [], "count": 0}
    await alice.get(f"{V1}/mutual_rooms", user_id=alice.user_id, expect=(400, "M_INVALID_PARAM"))
    await alice.get(f"{V1}/mutual_rooms", user_id=bob.user_id, **{"from": "x"}, expect=(400, "M_INVALID_PARAM"))
    await alice.get(f"{V3}/mutual_rooms", user_id=bob.user_id, expect=(404, "M_UNRECOGNIZED"))


async def test_many_mutual_rooms(alice: Person, bob: Person) -> None:
    """They come in pages."""
    rooms = []
    for _ in range(103):
        rooms.append(await alice.create_room(preset="public_chat"))
        await bob.join(rooms[-1])
    first = await alice.get(f"{V1}/mutual_rooms", user_id=bob.user_id)
    second = await alice.get(f"{V1}/mutual_rooms", user_id=bob.user_id, **{"from": first["next_batch"]})
    assert first["joined"] + second["joined"] == sorted(rooms)
    assert (first["count"], second["count"], "next_batch" in second) == (103, 103, False)
