"""People ask each other to be contacts, with our API and without it, and keep their books."""

import asyncio
from typing import Any

import pytest

from tests.harness.client import PASSWORD, V3, Json
from tests.harness.person import Person
from tests.stories.administrators import promote
from tests.stories.conftest import Newcomer, OwnServer

CONTACTS = "/api/v1/contacts"
REQUESTS = f"{CONTACTS}/requests"
NOT_FOUND = (404, "M_NOT_FOUND")
INVALID = (400, "M_INVALID_PARAM")


async def ask(one: Person, other: Person, expect: Any = 200, **more: Any) -> Json:
    """One asks another."""
    return await one.post(REQUESTS, json={"user_id": other.user_id, **more}, expect=expect)


async def book(person: Person) -> list[Json]:
    """Her contacts."""
    contacts: list[Json] = (await person.get(CONTACTS))["contacts"]
    return contacts


async def ids(person: Person) -> list[str]:
    """Their ids."""
    return [one["user_id"] for one in await book(person)]


async def befriend(one: Person, other: Person) -> str:
    """Two become contacts; answers the room."""
    room: str = (await ask(one, other))["room_id"]
    await other.post(f"{REQUESTS}/{{}}/accept", one.user_id, json={})
    return room


def password_stage(person: Person, session: str) -> Json:
    """Her password, as a stage of what needs it."""
    identifier = {"type": "m.id.user", "user": person.user_id}
    return {"type": "m.login.password", "session": session, "identifier": identifier, "password": PASSWORD}


async def test_asked_and_accepted(alice: Person, bob: Person) -> None:
    """The greeting comes with the invitation, as every client shows it; both have each other from then on."""
    await alice.put(f"{V3}/profile/{{}}/displayname", alice.user_id, json={"displayname": "爱丽丝"})
    made = await ask(alice, bob, greeting="我是隔壁的爱丽丝", source="qr")
    assert (made["state"], made["to_id"], made["source"]) == ("open", bob.user_id, "qr")
    assert await ask(alice, bob) == made, "asking again is the same request"
    invited = (await bob.sync())["rooms"]["invite"][made["room_id"]]["invite_state"]["events"]
    (mine,) = [one for one in invited if one["type"] == "m.room.member" and one["state_key"] == bob.user_id]
    assert mine["content"]["reason"] == "我是隔壁的爱丽丝"
    assert mine["content"]["is_direct"] is True
    (request,) = (await bob.get(REQUESTS))["requests"]
    assert (request["from_id"], request["display_name"]) == (alice.user_id, "爱丽丝")
    assert (request["greeting"], request["source"]) == ("我是隔壁的爱丽丝", "qr")
    assert await ids(alice) == await ids(bob) == []

    contact = await bob.post(f"{REQUESTS}/{{}}/accept", alice.user_id, json={})
    assert await bob.post(f"{REQUESTS}/{{}}/accept", alice.user_id, json={}) == contact, "accepting again is fine"
    assert (contact["user_id"], contact["initial"], contact["room_id"]) == (alice.user_id, "A", made["room_id"])
    assert (await bob.get(REQUESTS))["requests"] == []
    (sent,) = (await alice.get(REQUESTS, direction="out"))["requests"]
    assert (sent["state"], sent["to_id"]) == ("accepted", bob.user_id)
    assert await ids(alice) == [bob.user_id]
    assert await ids(bob) == [alice.user_id]
    for person, other in ((alice, bob), (bob, alice)):
        direct = await person.get(f"{V3}/user/{{}}/account_data/m.direct", person.user_id)
        assert direct == {other.user_id: [made["room_id"]]}
    assert (await ask(alice, bob))["state"] == "accepted"


async def test_with_any_client(alice: Person, bob: Person) -> None:
    """Whoever invites to a direct chat asks, and whoever joins has accepted, without our API."""
    room = await alice.create_room(is_direct=True, preset="trusted_private_chat", invite=[bob.user_id])
    (request,) = (await bob.get(REQUESTS))["requests"]
    assert (request["from_id"], request["source"], request["greeting"]) == (alice.user_id, "chat", "")
    await bob.join(room)
    assert await ids(alice) == [bob.user_id]
    assert await ids(bob) == [alice.user_id]


async def test_a_further_chat_with_a_contact_asks_nothing(alice: Person, bob: Person) -> None:
    """Who is a contact is not asked again, whatever chats follow."""
    await befriend(alice, bob)
    await alice.create_room(is_direct=True, preset="trusted_private_chat", invite=[bob.user_id])
    assert (await bob.get(REQUESTS))["requests"] == []
    assert await ids(bob) == [alice.user_id]


async def test_groups_make_nobody_a_contact(alice: Person, bob: Person) -> None:
    """Being invited to a group and joining it is no request."""
    room = await alice.create_room(preset="private_chat", invite=[bob.user_id])
    assert (await bob.get(REQUESTS))["requests"] == []
    await bob.join(room)
    assert await ids(bob) == []


async def test_declined_and_taken_back(alice: Person, bob: Person) -> None:
    """Nobody is a contact then, and one can ask again."""
    first = await ask(alice, bob)
    await bob.post(f"{REQUESTS}/{{}}/decline", alice.user_id, json={})
    await bob.post(f"{REQUESTS}/{{}}/decline", alice.user_id, json={}, expect=NOT_FOUND)
    await bob.post(f"{REQUESTS}/{{}}/accept", alice.user_id, json={}, expect=NOT_FOUND)
    assert (await alice.get(REQUESTS, direction="out"))["requests"][0]["state"] == "declined"
    second = await ask(alice, bob)
    assert second["room_id"] != first["room_id"]
    await alice.delete(f"{REQUESTS}/{{}}", bob.user_id)
    await alice.delete(f"{REQUESTS}/{{}}", bob.user_id, expect=NOT_FOUND)
    assert (await alice.get(REQUESTS, direction="out"))["requests"][0]["state"] == "withdrawn"
    assert (await bob.get(REQUESTS))["requests"] == []
    assert second["room_id"] not in (await bob.sync()).get("rooms", {}).get("invite", {})
    assert await ids(alice) == []


async def test_both_ask(alice: Person, bob: Person) -> None:
    """Who is asked by somebody whom she asks accepts."""
    room = (await ask(alice, bob))["room_id"]
    met = await ask(bob, alice)
    assert (met["state"], met["room_id"]) == ("accepted", room)
    assert await ids(alice) == [bob.user_id]


async def test_many_presses_ask_once(alice: Person, bob: Person) -> None:
    """At the same moment."""
    made = await asyncio.gather(*(ask(alice, bob) for _ in range(6)))
    assert len({one["room_id"] for one in made}) == 1
    assert len((await bob.sync())["rooms"]["invite"]) == 1


async def test_who_talks_already_has_accepted(alice: Person, bob: Person) -> None:
    """A chat of two from before is enough, once; who ended it is asked again."""
    room = await befriend(alice, bob)
    await bob.delete(f"{CONTACTS}/{{}}", alice.user_id)
    await bob.delete(f"{CONTACTS}/{{}}", alice.user_id)
    assert await ids(alice) == await ids(bob) == []
    assert room not in (await bob.get(f"{V3}/joined_rooms"))["joined_rooms"]
    assert room in (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"]
    assert (await ask(alice, bob))["state"] == "open"

    carol_room = await alice.create_room(invite=[bob.user_id], preset="trusted_private_chat")
    await bob.join(carol_room)
    await alice.put(f"{V3}/user/{{}}/account_data/m.direct", alice.user_id, json={bob.user_id: [carol_room, 7], "x": 1})
    await alice.delete(f"{REQUESTS}/{{}}", bob.user_id)
    assert (await ask(alice, bob, source="group"))["state"] == "accepted"
    (contact,) = await book(bob)
    assert (contact["room_id"], contact["source"]) == (carol_room, "group")


async def test_remarks_and_labels(alice: Person, bob: Person, newcomer: Newcomer) -> None:
    """One's own, on all one's devices, and seen by nobody else."""
    chen = await newcomer("chen")
    await chen.put(f"{V3}/profile/{{}}/displayname", chen.user_id, json={"displayname": "陈小明"})
    for other in (bob, chen):
        await befriend(alice, other)
    since = (await alice.sync())["next_batch"]
    changed = await alice.put(
        f"{CONTACTS}/{{}}", bob.user_id, json={"remark": " 张师傅 ", "labels": ["茶", "茶", " ", "杭州"]}
    )
    assert (changed["remark"], changed["labels"], changed["initial"]) == ("张师傅", ["茶", "杭州"], "Z")
    told = (await alice.sync(since=since))["account_data"]["events"]
    assert [one["type"] for one in told] == ["im.laiwang.contacts"]
    assert (await alice.get(f"{CONTACTS}/{{}}", chen.user_id))["initial"] == "C"
    await alice.put(f"{CONTACTS}/{{}}", chen.user_id, json={"labels": ["茶"]})
    assert (await alice.get(f"{CONTACTS}/labels"))["labels"] == [
        {"label": "杭州", "contacts": 1},
        {"label": "茶", "contacts": 2},
    ]
    kept = await alice.put(f"{CONTACTS}/{{}}", bob.user_id, json={"remark": ""})
    assert (kept["remark"], kept["labels"], kept["initial"]) == (None, ["茶", "杭州"], bob.user_id[1].upper())
    (mine,) = await book(bob)
    assert (mine["remark"], mine["labels"]) == (None, [])

    first = await alice.get(CONTACTS, limit=1)
    second = await alice.get(CONTACTS, limit=1, **{"from": first["next"]})
    assert first["total"] == second["total"] == 2
    assert "next" not in second or second["next"] is None
    assert sorted(one["user_id"] for page in (first, second) for one in page["contacts"]) == sorted(
        [bob.user_id, chen.user_id]
    )


async def test_friends_of_friends(alice: Person, bob: Person, newcomer: Newcomer) -> None:
    """Who shares at least two contacts is suggested, unless she does not want to be."""
    carl, dora = await newcomer("carl"), await newcomer("dora")
    for other in (bob, carl):
        await befriend(alice, other)
    await befriend(bob, dora)
    assert (await alice.get(f"{CONTACTS}/suggestions"))["suggestions"] == []
    await befriend(carl, dora)
    (one,) = (await alice.get(f"{CONTACTS}/suggestions"))["suggestions"]
    assert (one["user_id"], one["shared_count"]) == (dora.user_id, 2)
    assert one["shared"] == sorted([bob.user_id, carl.user_id])
    assert (await dora.get(f"{CONTACTS}/settings")) == {"suggested": True}
    for _ in range(2):
        await dora.put(f"{CONTACTS}/settings", json={"suggested": False})
    assert (await alice.get(f"{CONTACTS}/suggestions"))["suggestions"] == []
    await dora.put(f"{CONTACTS}/settings", json={"suggested": True})
    await alice.put(
        f"{V3}/user/{{}}/account_data/m.ignored_user_list", alice.user_id, json={"ignored_users": {dora.user_id: {}}}
    )
    assert (await alice.get(f"{CONTACTS}/suggestions"))["suggestions"] == []


async def test_who_wants_to_hear_nothing(alice: Person, bob: Person) -> None:
    """Who is ignored may ask and sees nothing of it; who wants no invitations is not asked at all."""
    await bob.put(
        f"{V3}/user/{{}}/account_data/m.ignored_user_list", bob.user_id, json={"ignored_users": {alice.user_id: {}}}
    )
    assert (await ask(alice, bob))["state"] == "open"
    assert (await bob.get(REQUESTS))["requests"] == []
    await bob.put(f"{V3}/user/{{}}/account_data/m.ignored_user_list", bob.user_id, json={"ignored_users": {}})
    assert len((await bob.get(REQUESTS))["requests"]) == 1
    await alice.delete(f"{REQUESTS}/{{}}", bob.user_id)
    await bob.put(
        f"{V3}/user/{{}}/account_data/m.invite_permission_config", bob.user_id, json={"default_action": "block"}
    )
    await ask(alice, bob, expect=(403, "M_INVITE_BLOCKED"))
    assert (await alice.get(REQUESTS, direction="out"))["requests"][0]["state"] == "withdrawn"


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ({}, (400, "M_BAD_JSON")),
        ({"user_id": "bob"}, INVALID),
        ({"user_id": "@nobody-here:test.local"}, NOT_FOUND),
        ({"user_id": "@a:test.local", "greeting": "x" * 301}, (400, "M_BAD_JSON")),
        ({"user_id": "@a:test.local", "source": "spam"}, (400, "M_BAD_JSON")),
        ({"user_id": 7}, (400, "M_BAD_JSON")),
    ],
)
async def test_what_cannot_be_asked(alice: Person, body: Json, refused: tuple[int, str]) -> None:
    """It is said why."""
    await alice.post(REQUESTS, json=body, expect=refused)


async def test_what_is_not_there(alice: Person, bob: Person) -> None:
    """Oneself, strangers, wrong pages."""
    await ask(alice, alice, expect=INVALID)
    await alice.get(f"{CONTACTS}/{{}}", bob.user_id, expect=NOT_FOUND)
    await alice.put(f"{CONTACTS}/{{}}", bob.user_id, json={"remark": "x"}, expect=NOT_FOUND)
    await alice.get(REQUESTS, direction="up", expect=INVALID)
    await alice.get(CONTACTS, limit="many", expect=INVALID)
    await alice.put(f"{CONTACTS}/{{}}", bob.user_id, json={"labels": ["x" * 41]}, expect=(400, "M_BAD_JSON"))


async def test_the_server_and_bots_are_no_contacts(own_server: OwnServer) -> None:
    """An announcement comes as a direct chat and asks nobody."""
    process = own_server()
    root, anna = await Person.arrive(process.url, "root"), await Person.arrive(process.url, "anna")
    await promote(process, root)
    await root.post("/api/v1/admin/announcements", json={"body": "hello"})
    invited: Json = {}
    while not invited:
        invited = (await anna.sync(timeout_ms=2000)).get("rooms", {}).get("invite", {})
    assert (await anna.get(REQUESTS))["requests"] == []
    for room in invited:
        await anna.join(room)
    assert await ids(anna) == []
    for one in (root, anna):
        await one.close()


async def test_an_account_that_ends_is_nobody_s_contact(alice: Person, bob: Person, newcomer: Newcomer) -> None:
    """And its requests go."""
    carl = await newcomer("carl")
    await befriend(alice, bob)
    await ask(bob, carl)
    asked = await bob.post(f"{V3}/account/deactivate", expect=401)
    await bob.post(f"{V3}/account/deactivate", json={"auth": password_stage(bob, asked["session"])})
    assert await ids(alice) == []
    assert (await carl.get(REQUESTS))["requests"] == []


async def test_after_a_restart(own_server: OwnServer) -> None:
    """Everything that was answered is there."""
    process = own_server()
    anna, bert = await Person.arrive(process.url, "anna"), await Person.arrive(process.url, "bert")
    room = await befriend(anna, bert)
    await anna.put(f"{CONTACTS}/{{}}", bert.user_id, json={"remark": "Bertie", "labels": ["x"]})
    before = await book(anna)
    process.kill()
    process.start()
    assert await book(anna) == before
    assert (before[0]["remark"], before[0]["room_id"]) == ("Bertie", room)
    for one in (anna, bert):
        await one.close()
