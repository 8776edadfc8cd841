"""Sliding sync: connections, lists, windows, filters, subscriptions."""

from __future__ import annotations

import asyncio

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.harness.sliding import Slider, all_rooms
from tests.stories.conftest import Newcomer, OwnServer
from tests.stories.looking import LONG_MS, ids

CREATE = [["m.room.create", ""]]


def texts(room: dict[str, object]) -> list[str]:
    """What was said in the timeline of a room."""
    found: list[str] = []
    for event in room.get("timeline", []):  # type: ignore[attr-defined]
        if event["type"] == "m.room.message" and event["content"]:
            found.append(event["content"]["body"])
    return found


async def until_parked(person: Person, count: int = 1) -> None:
    """Waits until the server has that many requests waiting."""
    parked = -1
    while parked < count:
        shown = (await person.respond("GET", "/metrics")).text
        (parked,) = (
            int(float(line.split()[1])) for line in shown.splitlines() if line.startswith("laiwang_syncs_parked ")
        )


async def test_advertised(alice: Person) -> None:
    """Clients look for the flag before they log in."""
    versions = await alice.get("/_matrix/client/versions")
    assert versions["unstable_features"]["org.matrix.simplified_msc3575"] is True


async def test_first_answer(alice: Person) -> None:
    """A request without pos is answered at once, however long it would wait, with rooms as they are."""
    room = await alice.create_room(name="Tea", topic="and cake")
    said = await alice.say(room, "hello")
    answer = await Slider(alice, lists={"all": all_rooms(1)}).ask(LONG_MS)
    assert answer["lists"] == {"all": {"count": 1}}
    found = answer["rooms"][room]
    assert found["initial"] is True
    assert found["name"] == "Tea"
    assert (found["joined_count"], found["invited_count"]) == (1, 0)
    assert (found["limited"], found["num_live"]) == (True, 0)
    assert ids(found["timeline"]) == [said]
    kinds = {(event["type"], event["state_key"]) for event in found["required_state"]}
    assert {("m.room.create", ""), ("m.room.topic", ""), ("m.room.member", alice.user_id)} <= kinds
    assert "heroes" not in found
    page = await alice.messages(room, start=found["prev_batch"], limit=1)
    assert page["chunk"][0]["event_id"] != said


async def test_pos_is_a_pagination_token(alice: Person) -> None:
    """`pos` can be given to /messages, as `next_batch` can."""
    room = await alice.create_room()
    said = await alice.say(room, "hello")
    answer = await Slider(alice, lists={"all": all_rooms(1)}).ask()
    page = await alice.messages(room, start=answer["pos"], limit=1)
    assert ids(page["chunk"]) == [said]


async def test_waiting_for_a_message(alice: Person, bob: Person) -> None:
    """A waiting request is answered by what happens; the answer says how much of it is live."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    slider = Slider(bob, lists={"all": all_rooms(5, CREATE)})
    await slider.ask()
    task = asyncio.create_task(slider.ask(LONG_MS))
    said = await alice.say(room, "tea?")
    found = (await task)["rooms"][room]
    assert ids(found["timeline"]) == [said]
    assert found["num_live"] == 1
    assert "initial" not in found
    assert "required_state" not in found
    assert (found["notification_count"], found["highlight_count"]) == (1, 0)


async def test_nothing_new(alice: Person) -> None:
    """With nothing to tell the time-out is waited for; the new pos goes on from there."""
    await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms()})
    first = await slider.ask()
    second = await slider.ask(1)
    assert second["rooms"] == {}
    assert second["pos"] != first["pos"]
    assert second["lists"] == {"all": {"count": 1}}


async def test_windows_and_order(alice: Person) -> None:
    """Lists are ordered by latest activity; a window that grows tells of the rooms that were not told of."""
    rooms = [await alice.create_room(name=f"room {number}") for number in range(5)]
    await alice.say(rooms[1], "up")
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE, last=1)})
    first = await slider.ask()
    assert set(first["rooms"]) == {rooms[1], rooms[4]}
    assert first["lists"]["all"]["count"] == 5
    slider.body["lists"] = {"all": all_rooms(1, CREATE, last=9)}
    second = await slider.ask()
    assert set(second["rooms"]) == {rooms[0], rooms[2], rooms[3]}
    assert all(room["initial"] for room in second["rooms"].values())
    slider.body["lists"] = {"all": all_rooms(1, CREATE, last=0)}
    assert (await slider.ask())["rooms"] == {}
    said = await alice.say(rooms[0], "me first")
    third = await slider.ask()
    assert set(third["rooms"]) == {rooms[0]}
    assert ids(third["rooms"][rooms[0]]["timeline"]) == [said]


async def test_rooms_outside_of_the_window_catch_up(alice: Person) -> None:
    """What happened in a room while it was outside of every window is told when it comes back in."""
    quiet = await alice.create_room(name="quiet")
    slider = Slider(alice, lists={"all": all_rooms(3, CREATE, last=0)})
    await slider.ask()
    busy = await alice.create_room(name="busy")
    assert set((await slider.ask())["rooms"]) == {busy}
    missed = [await alice.say(quiet, str(number)) for number in range(5)]
    await alice.set_state(quiet, "m.room.topic", {"topic": "new"})
    await alice.say(busy, "again")
    assert set((await slider.ask())["rooms"]) == {busy}
    slider.body["lists"] = {"all": all_rooms(3, [["m.room.topic", ""]], last=1)}
    found = (await slider.ask())["rooms"][quiet]
    assert ids(found["timeline"])[:2] == missed[-2:]
    assert found["limited"] is True
    assert "initial" not in found
    assert [event["content"] for event in found["required_state"]] == [{"topic": "new"}]


async def test_ranges(alice: Person) -> None:
    """Several ranges are one window; without ranges all rooms are in it."""
    rooms = [await alice.create_room(name=f"room {number}") for number in range(6)]
    rooms.reverse()
    some = {**all_rooms(1, CREATE), "ranges": [[0, 1], [4, 9]]}
    answer = await Slider(alice, lists={"some": some}).ask()
    assert set(answer["rooms"]) == {*rooms[:2], *rooms[4:]}
    every = {"timeline_limit": 1, "required_state": CREATE}
    answer = await Slider(alice, lists={"every": every}).ask()
    assert set(answer["rooms"]) == set(rooms)


async def test_subscription(alice: Person) -> None:
    """A subscribed room is told of wherever it stands in the lists; more of it is told at once when more is wanted."""
    room = await alice.create_room(name="open")
    said = [await alice.say(room, str(number)) for number in range(4)]
    await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE, last=0)})
    assert room not in (await slider.ask())["rooms"]
    wanted = {"timeline_limit": 3, "required_state": [["m.room.name", ""]]}
    slider.body["room_subscriptions"] = {room: wanted}
    found = (await slider.ask(LONG_MS))["rooms"][room]
    assert ids(found["timeline"]) == said[1:]
    assert [event["type"] for event in found["required_state"]] == ["m.room.name"]
    said.append(await alice.say(room, "five"))
    assert ids((await slider.ask())["rooms"][room]["timeline"]) == said[-1:]


async def test_expanded_timeline(alice: Person) -> None:
    """A higher limit brings the events that were not sent; then they are not sent again."""
    room = await alice.create_room()
    said = [await alice.say(room, str(number)) for number in range(6)]
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)})
    await slider.ask()
    said.append(await alice.say(room, "more"))
    assert ids((await slider.ask())["rooms"][room]["timeline"]) == said[-1:]
    slider.body["room_subscriptions"] = {room: {"timeline_limit": 5, "required_state": []}}
    found = (await slider.ask(LONG_MS))["rooms"][room]
    assert found["unstable_expanded_timeline"] is True
    assert ids(found["timeline"]) == said[-5:]
    assert found["num_live"] == 0
    slider.body["room_subscriptions"] = {room: {"timeline_limit": 2, "required_state": []}}
    assert (await slider.ask())["rooms"] == {}
    slider.body["room_subscriptions"] = {room: {"timeline_limit": 5, "required_state": []}}
    assert (await slider.ask())["rooms"] == {}


async def test_expansion_is_needless(alice: Person) -> None:
    """Events that were all sent one by one are not sent again because the limit grew."""
    room = await alice.create_room()
    await alice.say(room, "old")
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)})
    await slider.ask()
    for number in range(3):
        await alice.say(room, str(number))
        await slider.ask()
    slider.body["lists"] = {"all": all_rooms(4, CREATE)}
    assert (await slider.ask())["rooms"] == {}


async def test_rooms_of_strangers(alice: Person, bob: Person) -> None:
    """A subscription to a room that one has nothing to do with, or that is not there, is passed over."""
    room = await alice.create_room()
    wanted = {"timeline_limit": 3, "required_state": [["*", "*"]]}
    answer = await Slider(bob, room_subscriptions={room: wanted, "!nowhere:test.local": wanted}).ask()
    assert answer["rooms"] == {}


async def test_filters(alice: Person, bob: Person) -> None:
    """Each filter takes what it says, and several of them only what all take."""
    direct = await alice.create_room(invite=[bob.user_id], is_direct=True)
    await alice.put(f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, "m.direct", json={bob.user_id: [direct]})
    secret = await alice.create_room(
        name="Secret garden",
        initial_state=[{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}],
    )
    space = await alice.create_room(name="Space", creation_content={"type": "m.space"})
    plain = await alice.create_room(name="Plain garden")
    invited = await bob.create_room(name="Bob's", invite=[alice.user_id])
    await alice.set_state(space, "m.space.child", {"via": ["test.local"]}, key=plain)
    await alice.put(f"{V3}/user/{{}}/rooms/{{}}/tags/{{}}", alice.user_id, plain, "m.favourite", json={"order": 0.5})
    every = {direct, secret, space, plain, invited}

    async def matching(**filters: object) -> set[str]:
        answer = await Slider(alice, "filters", lists={"some": all_rooms(1, CREATE, filters=filters)}).ask()
        assert answer["lists"]["some"]["count"] == len(answer["rooms"])
        return set(answer["rooms"])

    assert await matching() == every
    assert await matching(is_dm=True) == {direct}
    assert await matching(is_dm=False) == every - {direct}
    assert await matching(is_encrypted=True) == {secret}
    assert await matching(is_encrypted=False) == every - {secret}
    assert await matching(is_invite=True) == {invited}
    assert await matching(is_invite=False) == every - {invited}
    assert await matching(room_types=["m.space"]) == {space}
    assert await matching(room_types=["m.space", None]) == every
    assert await matching(not_room_types=["m.space"]) == every - {space}
    assert await matching(room_types=["m.space"], not_room_types=["m.space"]) == set()
    assert await matching(spaces=[space]) == {plain}
    assert await matching(spaces=[plain, "!nowhere:test.local"]) == set()
    assert await matching(room_name_like="GARDEN") == {secret, plain}
    assert await matching(tags=["m.favourite"]) == {plain}
    assert await matching(not_tags=["m.favourite"]) == every - {plain}
    assert await matching(tags=["m.favourite"], not_tags=["m.favourite"]) == set()
    assert await matching(room_name_like="garden", is_encrypted=False) == {plain}


async def test_filtered_lists_follow(alice: Person, bob: Person) -> None:
    """A room enters a list when it comes to pass the filters, and news of it are told then."""
    room = await alice.create_room(name="Plain")
    lists = {
        "secret": all_rooms(1, CREATE, filters={"is_encrypted": True}),
        "liked": all_rooms(1, CREATE, filters={"tags": ["m.favourite"]}),
        "direct": all_rooms(1, CREATE, filters={"is_dm": True}),
        "named": all_rooms(1, CREATE, filters={"room_name_like": "fancy"}),
    }
    slider = Slider(alice, lists=lists)
    assert (await slider.ask())["rooms"] == {}
    task = asyncio.create_task(slider.ask(LONG_MS))
    await alice.put(f"{V3}/user/{{}}/rooms/{{}}/tags/{{}}", alice.user_id, room, "m.favourite", json={})
    answer = await task
    assert answer["lists"]["liked"]["count"] == 1
    assert answer["rooms"][room]["initial"] is True
    await alice.set_state(room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await alice.set_state(room, "m.room.name", {"name": "Fancy"})
    await alice.put(f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, "m.direct", json={bob.user_id: [room]})
    answer = await slider.ask()
    assert {name: one["count"] for name, one in answer["lists"].items()} == dict.fromkeys(lists, 1)
    assert answer["rooms"][room]["is_dm"] is True
    assert answer["rooms"][room]["name"] == "Fancy"
    await alice.delete(f"{V3}/user/{{}}/rooms/{{}}/tags/{{}}", alice.user_id, room, "m.favourite")
    assert (await slider.ask())["lists"]["liked"]["count"] == 0


async def test_filters_follow_invitations(alice: Person, bob: Person) -> None:
    """A room that one is invited to enters a list as it would on a new connection."""
    room = await bob.create_room(name="Plain", invite=[alice.user_id])
    slider = Slider(alice, lists={"named": all_rooms(1, CREATE, filters={"room_name_like": "fancy"})})
    assert (await slider.ask())["rooms"] == {}
    task = asyncio.create_task(slider.ask(LONG_MS))
    await bob.set_state(room, "m.room.name", {"name": "Fancy"})
    assert (await task)["rooms"][room]["invite_state"]


async def test_space_children_follow(alice: Person) -> None:
    """A room enters the list of a space when the space names it."""
    space = await alice.create_room(creation_content={"type": "m.space"})
    room = await alice.create_room()
    slider = Slider(alice, lists={"in": all_rooms(1, CREATE, filters={"spaces": [space]})})
    assert (await slider.ask())["rooms"] == {}
    await alice.set_state(space, "m.space.child", {"via": ["test.local"]}, key=room)
    assert set((await slider.ask())["rooms"]) == {room}
    await alice.set_state(space, "m.space.child", {}, key=room)
    assert (await slider.ask())["lists"]["in"]["count"] == 0


async def test_a_lost_answer_is_given_again(alice: Person) -> None:
    """Coming back with an older pos gives the same and what is new since; nothing is lost, also with other rules."""
    room = await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(5, CREATE)})
    await slider.ask()
    one = await alice.say(room, "one")
    lost = await slider.ask(keep=False)
    assert ids(lost["rooms"][room]["timeline"]) == [one]
    two = await alice.say(room, "two")
    again = await slider.ask(keep=False)
    assert ids(again["rooms"][room]["timeline"]) == [one, two]
    changed = await slider.ask(lists={"other": all_rooms(5, [["m.room.create", ""], ["m.room.topic", ""]])})
    assert ids(changed["rooms"][room]["timeline"]) == [one, two]
    assert (await slider.ask(pos=lost["pos"], expect=(400, "M_UNKNOWN_POS")))["errcode"] == "M_UNKNOWN_POS"
    assert (await slider.ask())["rooms"] == {}


async def test_a_newer_request_takes_over(alice: Person) -> None:
    """A client that asks again while its request waits gets the news with the newer one."""
    room = await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(5, CREATE)})
    await slider.ask()
    older = asyncio.create_task(slider.ask(LONG_MS, keep=False))
    await until_parked(alice)
    newer = asyncio.create_task(slider.ask(LONG_MS))
    gone = await older
    assert gone["rooms"] == {}
    assert gone["pos"] == slider.pos
    said = await alice.say(room, "hello")
    assert ids((await newer)["rooms"][room]["timeline"]) == [said]


async def test_unknown_pos(alice: Person, bob: Person) -> None:
    """Tokens that were never given, or to somebody else, or for another connection, are not known."""
    slider = Slider(alice, lists={"all": all_rooms()})
    pos = (await slider.ask())["pos"]
    for wrong in ("nonsense", "s1_2_x.y.1", "s1", pos + "0", pos[:-1]):
        await slider.ask(pos=wrong, expect=(400, "M_UNKNOWN_POS"))
    await Slider(alice, "other").ask(pos=pos, expect=(400, "M_UNKNOWN_POS"))
    await Slider(bob).ask(pos=pos, expect=(400, "M_UNKNOWN_POS"))
    phone = await alice.other_device()
    await Slider(phone).ask(pos=pos, expect=(400, "M_UNKNOWN_POS"))
    await slider.ask()
    fresh = (await slider.ask(pos=None, keep=False))["pos"]
    await slider.ask(expect=(400, "M_UNKNOWN_POS"))
    await slider.ask(pos=fresh)


async def test_restart(own_server: OwnServer, newcomer: Newcomer) -> None:
    """A restart ends connections: the client begins anew and misses nothing."""
    server = own_server()
    alice = await newcomer("alice", server.url)
    room = await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms(2, CREATE)}, extensions={"to_device": {"enabled": True}})
    first = await slider.ask()
    said = await alice.say(room, "before")
    server.restart()
    await slider.ask(expect=(400, "M_UNKNOWN_POS"))
    answer = await slider.ask(
        pos=None, extensions={"to_device": {"enabled": True, "since": first["extensions"]["to_device"]["next_batch"]}}
    )
    assert said in ids(answer["rooms"][room]["timeline"])
    assert answer["rooms"][room]["initial"] is True


async def test_several_connections(alice: Person) -> None:
    """Connections of one device know nothing of each other; too many end the one that was used least."""
    room = await alice.create_room()
    sliders = [Slider(alice, f"c{number}", lists={"all": all_rooms(5, CREATE)}) for number in range(4)]
    for slider in sliders:
        await slider.ask()
    tasks = [asyncio.create_task(slider.ask(LONG_MS)) for slider in sliders]
    said = await alice.say(room, "hello")
    for answer in await asyncio.gather(*tasks):
        assert ids(answer["rooms"][room]["timeline"]) == [said]
    parked = asyncio.create_task(sliders[0].ask(LONG_MS))
    await until_parked(alice)
    for number in range(10):
        await Slider(alice, f"more{number}").ask()
    assert (await parked)["rooms"] == {}
    for slider in sliders:
        await slider.ask(expect=(400, "M_UNKNOWN_POS"))


async def test_beginning_anew_ends_what_waits(alice: Person) -> None:
    """A client that begins anew under the same name does not keep its older request waiting."""
    await alice.create_room()
    slider = Slider(alice, lists={"all": all_rooms()})
    await slider.ask()
    parked = asyncio.create_task(slider.ask(LONG_MS, keep=False))
    await until_parked(alice)
    begun = await Slider(alice, lists={"all": all_rooms()}).ask()
    assert begun["rooms"]
    assert (await parked)["rooms"] == {}
    await slider.ask(expect=(400, "M_UNKNOWN_POS"))


async def test_bad_requests(alice: Person) -> None:
    """What is of the wrong type or out of bounds is refused."""
    good = all_rooms()
    bad_json: list[Json] = [
        {"lists": []},
        {"lists": {"a": {"ranges": [[0, 1]]}}},
        {"lists": {"a": {**good, "ranges": [[0]]}}},
        {"lists": {"a": {**good, "ranges": [[-1, 1]]}}},
        {"lists": {"a": {**good, "timeline_limit": -1}}},
        {"lists": {"a": {**good, "timeline_limit": "1"}}},
        {"lists": {"a": {**good, "required_state": [["x"]]}}},
        {"lists": {"a": {**good, "filters": {"is_dm": 1}}}},
        {"room_subscriptions": {"!a:b": 3}},
        {"extensions": {"to_device": {"enabled": "yes"}}},
        {"conn_id": 7},
    ]
    for body in bad_json:
        await Slider(alice).ask(expect=(400, "M_BAD_JSON"), **body)
    invalid: list[Json] = [
        {"lists": {str(number): good for number in range(101)}},
        {"lists": {"a": {**good, "ranges": [[3, 1]]}}},
        {"lists": {"x" * 300: good}},
        {"room_subscriptions": {f"!{n}:b": {"timeline_limit": 1} for n in range(101)}},
        {"lists": {"a": {**good, "required_state": [["m.room.name", "$LAZY"]]}}},
        {"conn_id": "x" * 300},
        {"extensions": {"to_device": {"enabled": True, "since": "nonsense"}}},
    ]
    for body in invalid:
        await Slider(alice).ask(expect=(400, "M_INVALID_PARAM"), **body)
    unstable = "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync"
    await alice.request("POST", unstable, json={}, query={"timeout": "soon"}, expect=(400, "M_INVALID_PARAM"))
    await alice.request("POST", unstable, json={}, query={"set_presence": "odd"}, expect=(400, "M_INVALID_PARAM"))
    merged = {"lists": {"no spaces": {"timeline_limit": 1, "required_state": {}}}}
    await alice.request("POST", "/_matrix/client/v4/sync", json=merged, expect=(400, "M_INVALID_PARAM"))
    await alice.request("POST", unstable, content=b"{", expect=(400, "M_NOT_JSON"))
    await alice.request(
        "POST", "/_matrix/client/v4/sync", json={"set_presence": "odd"}, expect=(400, "M_INVALID_PARAM")
    )
