"""The list of public rooms: who is in it, how it is searched, page by page."""

from typing import Any

from tests.harness.client import V3, Door, Json, fresh
from tests.harness.person import Person
from tests.stories.conftest import Newcomer

LIST = f"{V3}/publicRooms"
LISTED = f"{V3}/directory/list/room/{{}}"
FORBIDDEN = (403, "M_FORBIDDEN")


async def found(person: Person, term: str, **filter: Any) -> list[Json]:
    """The rooms that a search finds."""
    body = {"filter": {"generic_search_term": term, **filter}}
    rooms: list[Json] = (await person.post(LIST, json=body))["chunk"]
    return rooms


async def test_a_room_as_the_list_shows_it(alice: Person, bob: Person, door: Door) -> None:
    """Name, topic, address and size, kept up to date; anybody may look."""
    word = fresh("orchard")
    room = await alice.create_room(
        visibility="public",
        name=f"The {word}",
        topic="Apples",
        room_alias_name=word,
        creation_content={"type": "m.space"},
    )
    [listed] = await found(bob, word)
    assert listed == {
        "room_id": room,
        "name": f"The {word}",
        "topic": "Apples",
        "canonical_alias": f"#{word}:test.local",
        "num_joined_members": 1,
        "world_readable": False,
        "guest_can_join": False,
        "join_rule": "public",
        "room_type": "m.space",
    }
    await bob.join(room)
    await alice.set_state(room, "m.room.name", {"name": f"{word}, renamed"})
    [listed] = await found(bob, word.upper())
    assert (listed["num_joined_members"], listed["name"]) == (2, f"{word}, renamed")
    assert room in [one["room_id"] for one in await all_rooms(door)]


async def all_rooms(door: Door, limit: int = 100) -> list[Json]:
    """The whole list, walked page by page."""
    rooms: list[Json] = []
    since: str | None = None
    while True:
        page = await door.get(LIST, limit=limit, since=since)
        assert len(page["chunk"]) <= limit
        rooms += page["chunk"]
        since = page.get("next_batch")
        if since is None:
            return rooms


async def test_pages(alice: Person, newcomer: Newcomer) -> None:
    """Pages leave nothing out and repeat nothing, the largest rooms first; a token goes back as well."""
    word = fresh("field")
    rooms = [await alice.create_room(visibility="public", name=f"{word} {number}") for number in range(7)]
    for person in [await newcomer() for _ in range(2)]:
        await person.join(rooms[3])
    body: Json = {"limit": 3, "filter": {"generic_search_term": word}}
    pages = [await alice.post(LIST, json=body)]
    while "next_batch" in pages[-1]:
        pages.append(await alice.post(LIST, json={**body, "since": pages[-1]["next_batch"]}))
    assert [len(page["chunk"]) for page in pages] == [3, 3, 1]
    assert all(page["total_room_count_estimate"] == 7 for page in pages)
    walked = [room["room_id"] for page in pages for room in page["chunk"]]
    assert walked[0] == rooms[3]
    assert sorted(walked) == sorted(rooms)
    assert "prev_batch" not in pages[0]
    back = await alice.post(LIST, json={**body, "since": pages[1]["prev_batch"]})
    assert back["chunk"] == pages[0]["chunk"]
    ids = [room["room_id"] for room in await all_rooms(alice, limit=5)]
    assert len(ids) == len(set(ids))
    assert set(rooms) <= set(ids)


async def test_search(alice: Person, bob: Person) -> None:
    """A word of the name, the topic or the address, in whatever case; or a kind of room."""
    word = fresh("garden")
    named = await alice.create_room(visibility="public", name=f"Rose {word}")
    about = await alice.create_room(visibility="public", topic=f"{word.upper()} work")
    addressed = await alice.create_room(visibility="public", room_alias_name=f"x-{word}")
    space = await alice.create_room(visibility="public", name=word, creation_content={"type": "m.space"})
    hidden = await alice.create_room(preset="public_chat", name=word)
    assert {room["room_id"] for room in await found(bob, word)} == {named, about, addressed, space}
    assert hidden not in {room["room_id"] for room in await found(bob, word)}
    assert [room["room_id"] for room in await found(bob, word, room_types=["m.space"])] == [space]
    plain = await found(bob, word, room_types=[None])
    assert {room["room_id"] for room in plain} == {named, about, addressed}
    assert await found(bob, fresh("nothing")) == []


async def test_visibility(alice: Person, bob: Person, door: Door) -> None:
    """Only those who keep the room's address put it on the list and take it off."""
    word = fresh("market")
    room = await alice.create_room(preset="public_chat", name=word)
    assert await door.get(LISTED, room) == {"visibility": "private"}
    await bob.put(LISTED, room, json={"visibility": "public"}, expect=FORBIDDEN)
    await bob.join(room)
    await bob.put(LISTED, room, json={"visibility": "public"}, expect=FORBIDDEN)
    await alice.put(LISTED, room, json={"visibility": "hidden"}, expect=(400, "M_INVALID_PARAM"))
    await alice.put(LISTED, room, json={"visibility": "public"})
    await alice.put(LISTED, room, json={"visibility": "public"})
    assert await door.get(LISTED, room) == {"visibility": "public"}
    assert len(await found(bob, word)) == 1
    await alice.put(LISTED, room, json={"visibility": "private"})
    assert await found(bob, word) == []
    await door.get(LISTED, "!nowhere:test.local", expect=(404, "M_NOT_FOUND"))
    await alice.put(LISTED, "!nowhere:test.local", json={"visibility": "public"}, expect=(404, "M_NOT_FOUND"))


async def test_refused(alice: Person) -> None:
    """Wrong questions to the list, and to a list that is not this server's."""
    await alice.post(LIST, json={"limit": "many"}, expect=(400, "M_BAD_JSON"))
    await alice.post(LIST, json={"filter": []}, expect=(400, "M_BAD_JSON"))
    await alice.post(LIST, json={"filter": {"generic_search_term": 7}}, expect=(400, "M_BAD_JSON"))
    await alice.post(LIST, json={"since": "garbage"}, expect=(400, "M_INVALID_PARAM"))
    await alice.get(LIST, since="garbage", expect=(400, "M_INVALID_PARAM"))
    await alice.get(LIST, limit="many", expect=(400, "M_INVALID_PARAM"))
    await alice.get(LIST, server="elsewhere.example", expect=(404, "M_NOT_FOUND"))
