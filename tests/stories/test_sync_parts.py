"""What comes with /sync beside rooms: settings, messages between devices, keys, presence."""

import asyncio
from typing import Any

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person
from tests.stories.conftest import OwnServer
from tests.stories.keys import equip
from tests.stories.looking import LONG_MS, filtered, joined, later, rooms_in

GLOBAL = f"{V3}/user/{{}}/account_data/{{}}"
OF_ROOM = f"{V3}/user/{{}}/rooms/{{}}/account_data/{{}}"
TAGS = f"{V3}/user/{{}}/rooms/{{}}/tags"
TO_DEVICE = f"{V3}/sendToDevice/{{}}/{{}}"
FORBIDDEN = (403, "M_FORBIDDEN")


def settings(answer: Json) -> dict[str, Any]:
    """Global account data by type; each type comes once."""
    events = answer.get("account_data", {}).get("events", [])
    found = {event["type"]: event["content"] for event in events}
    assert len(found) == len(events)
    return found


def room_settings(answer: Json, room: str) -> dict[str, Any]:
    """Account data of a room by type."""
    events = answer.get("rooms", {}).get("join", {}).get(room, {}).get("account_data", {}).get("events", [])
    return {event["type"]: event["content"] for event in events}


def notes(answer: Json) -> list[Any]:
    """The numbers of the messages that came for the device."""
    return [event["content"]["n"] for event in answer.get("to_device", {}).get("events", [])]


async def whisper(sender: Person, to: dict[str, dict[str, Any]], txn: str | None = None) -> None:
    """Send messages to devices: user id → device id → number."""
    messages = {user: {device: {"n": n} for device, n in devices.items()} for user, devices in to.items()}
    await sender.put(TO_DEVICE, "com.example.note", txn or fresh("txn"), json={"messages": messages})


async def test_settings(alice: Person, bob: Person) -> None:
    """Settings reach all devices of their owner, the newest only, and nobody else."""
    phone = await alice.other_device()
    await phone.sync()
    await bob.sync()
    await alice.put(GLOBAL, alice.user_id, "com.example.theme", json={"theme": "light"})
    await alice.put(GLOBAL, alice.user_id, "com.example.theme", json={"theme": "dark"})
    assert settings(await phone.sync()) == {"com.example.theme": {"theme": "dark"}}
    assert settings(await phone.sync()) == {}
    assert settings(await phone.sync(since="", keep=False))["com.example.theme"] == {"theme": "dark"}
    assert await phone.get(GLOBAL, alice.user_id, "com.example.theme") == {"theme": "dark"}
    assert settings(await bob.sync()) == {}
    await bob.get(GLOBAL, alice.user_id, "com.example.theme", expect=FORBIDDEN)
    await bob.put(GLOBAL, alice.user_id, "com.example.theme", json={}, expect=FORBIDDEN)
    await alice.get(GLOBAL, alice.user_id, "com.example.none", expect=(404, "M_NOT_FOUND"))
    chosen = '{"account_data":{"not_types":["com.example.theme"]}}'
    await alice.put(GLOBAL, alice.user_id, "com.example.theme", json={"theme": "blue"})
    assert settings(await phone.sync(filter=chosen)) == {}


async def test_settings_of_rooms(alice: Person) -> None:
    """Settings and tags of a room come with the room, though nothing else happened in it."""
    room, other = await alice.create_room(), await alice.create_room()
    phone = await alice.other_device()
    await phone.sync()
    await alice.put(OF_ROOM, alice.user_id, room, "com.example.colour", json={"colour": "red"})
    answer = await phone.sync()
    assert rooms_in(answer) == {room}
    assert room_settings(answer, room) == {"com.example.colour": {"colour": "red"}}
    assert joined(answer, room)["timeline"]["events"] == []
    await alice.put(f"{TAGS}/{{}}", alice.user_id, room, "u.work", json={"order": 0.25})
    await alice.put(f"{TAGS}/{{}}", alice.user_id, room, "m.favourite", json={})
    tags = {"tags": {"u.work": {"order": 0.25}, "m.favourite": {}}}
    assert room_settings(await phone.sync(), room) == {"m.tag": tags}
    assert await phone.get(TAGS, alice.user_id, room) == tags
    await phone.delete(f"{TAGS}/{{}}", alice.user_id, room, "u.work")
    assert room_settings(await phone.sync(), room) == {"m.tag": {"tags": {"m.favourite": {}}}}
    first = await phone.sync(since="", keep=False)
    assert set(room_settings(first, room)) == {"com.example.colour", "m.tag"}
    assert room_settings(first, other) == {}
    await alice.get(OF_ROOM, alice.user_id, other, "com.example.colour", expect=(404, "M_NOT_FOUND"))


async def test_messages_between_devices(alice: Person, bob: Person) -> None:
    """A message for a device comes until the device shows by its next token that it has got it, and never again."""
    phone = await alice.other_device()
    for device in (alice, phone):
        await device.sync()
    before = phone.since
    await whisper(bob, {alice.user_id: {phone.device_id: 1}})
    for _ in range(2):
        assert notes(await phone.sync(keep=False)) == [1]
    answer = await phone.sync()
    [event] = answer["to_device"]["events"]
    assert event == {"type": "com.example.note", "sender": bob.user_id, "content": {"n": 1}}
    assert notes(await phone.sync()) == []
    assert notes(await phone.sync(since=before, keep=False)) == []
    assert notes(await alice.sync()) == []
    await whisper(bob, {alice.user_id: {"*": 2}, bob.user_id: {"*": 3}, "@nobody.at.all:test.local": {"*": 4}})
    assert notes(await phone.sync()) == [2]
    assert notes(await alice.sync()) == [2]
    # A device that never looked gets what was sent since it came.
    tablet = await alice.other_device()
    await whisper(bob, {alice.user_id: {tablet.device_id: 5, "NONE": 6}})
    assert notes(await tablet.sync()) == [5]


async def test_a_message_to_devices_sent_again(alice: Person, bob: Person) -> None:
    """A retry is one message."""
    await alice.sync()
    txn = fresh("txn")
    for _ in range(3):
        await whisper(bob, {alice.user_id: {alice.device_id: 1}}, txn)
    assert notes(await alice.sync()) == [1]
    assert notes(await alice.sync()) == []


async def test_many_messages_between_devices(own_server: OwnServer) -> None:
    """More than fit into one answer come in order over several, across a restart of the server, none lost and none twice."""
    server = own_server()
    async with await Person.arrive(server.url) as alice, await Person.arrive(server.url) as bob:
        await alice.sync()
        for number in range(250):
            await whisper(bob, {alice.user_id: {alice.device_id: number}})
        found = notes(await alice.sync(LONG_MS))
        assert 0 < len(found) <= 100
        lost = notes(await alice.sync(LONG_MS, keep=False))
        server.restart()
        again = notes(await alice.sync(LONG_MS))
        assert again[: len(lost)] == lost
        found += again
        while len(found) < 250:
            found += notes(await alice.sync(LONG_MS))
        assert found == list(range(250))
        assert notes(await alice.sync()) == []


async def test_counts_of_keys(alice: Person, bob: Person) -> None:
    """The number of one-time keys is told with every answer, none too, and wakes the device when one is taken."""
    assert (await alice.sync())["device_one_time_keys_count"] == {"signed_curve25519": 0}
    assert (await alice.sync())["device_unused_fallback_key_types"] == []
    keys = await equip(alice, "A", "B")
    answer = await alice.sync()
    assert answer["device_one_time_keys_count"] == {"signed_curve25519": 2}
    await alice.post(f"{V3}/keys/upload", json={"fallback_keys": keys.one_time("F", fallback=True)})
    assert (await alice.sync())["device_unused_fallback_key_types"] == ["signed_curve25519"]
    waiting = await later(alice)
    claim = {"one_time_keys": {alice.user_id: {alice.device_id: "signed_curve25519"}}}
    await bob.post(f"{V3}/keys/claim", json=claim)
    while (await waiting)["device_one_time_keys_count"] != {"signed_curve25519": 1}:
        waiting = await later(alice)
    for _ in range(2):
        await bob.post(f"{V3}/keys/claim", json=claim)
    answer = await alice.sync()
    assert answer["device_one_time_keys_count"] == {"signed_curve25519": 0}
    assert answer["device_unused_fallback_key_types"] == []


async def until_changed(person: Person, user_id: str) -> Json:
    """Follow until the keys of a person are said to have changed; that part of the answer."""
    while True:
        lists: Json = (await person.sync(LONG_MS, filter=filtered())).get("device_lists", {})
        if user_id in lists.get("changed", []):
            return lists


async def test_changed_devices(alice: Person, bob: Person, carol: Person) -> None:
    """Who shares an encrypted room is told of new keys, new devices and lost ones; strangers are not."""
    state = [{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
    room = await alice.create_room(preset="public_chat", initial_state=state)
    await bob.join(room)
    for one in (alice, bob, carol):
        await one.sync()
    assert "device_lists" not in await alice.sync()
    await equip(bob)
    await until_changed(alice, bob.user_id)
    since = alice.since
    phone = await bob.other_device()
    await equip(phone)
    await until_changed(alice, bob.user_id)
    changes = await alice.request("GET", f"{V3}/keys/changes", query={"from": since, "to": alice.since})
    assert changes["changed"] == [bob.user_id]
    await phone.post(f"{V3}/logout")
    await until_changed(alice, bob.user_id)
    assert bob.user_id not in (await carol.sync()).get("device_lists", {}).get("changed", [])
    # Coming into a room and going out of the last one shared
    await carol.join(room)
    assert carol.user_id in (await until_changed(alice, carol.user_id))["changed"]
    assert {alice.user_id, bob.user_id} <= set((await carol.sync()).get("device_lists", {}).get("changed", []))
    await carol.membership("leave", room)
    left: set[str] = set()
    while carol.user_id not in left:
        left |= set((await alice.sync(LONG_MS, filter=filtered())).get("device_lists", {}).get("left", []))
    assert {alice.user_id, bob.user_id} <= set((await carol.sync()).get("device_lists", {}).get("left", []))


async def test_presence(alice: Person, bob: Person, carol: Person) -> None:
    """Those who share a room see each other come, say what they do, and go; strangers see nothing."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await alice.sync()
    await carol.sync()
    path = f"{V3}/presence/{{}}/status"

    async def until(wanted: str) -> Json:
        while True:
            for event in (await alice.sync(LONG_MS)).get("presence", {}).get("events", []):
                if event["sender"] == bob.user_id and event["content"]["presence"] == wanted:
                    content: Json = event["content"]
                    return content

    await bob.sync()
    await until("online")
    await bob.put(path, bob.user_id, json={"presence": "unavailable", "status_msg": "lunch"})
    assert (await until("unavailable"))["status_msg"] == "lunch"
    await bob.put(path, bob.user_id, json={"presence": "offline"})
    await until("offline")
    assert (await alice.get(path, bob.user_id))["presence"] == "offline"
    senders = {event["sender"] for event in (await carol.sync()).get("presence", {}).get("events", [])}
    assert not senders & {alice.user_id, bob.user_id}
    await bob.sync(set_presence="offline")
    assert (await alice.get(path, bob.user_id))["presence"] == "offline"


async def test_everything_at_once(alice: Person, bob: Person) -> None:
    """One answer holds the news of all kinds."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await alice.sync()
    await asyncio.gather(
        bob.say(room, "hello"),
        alice.put(GLOBAL, alice.user_id, "com.example.a", json={"a": 1}),
        alice.put(OF_ROOM, alice.user_id, room, "com.example.b", json={"b": 2}),
        whisper(bob, {alice.user_id: {alice.device_id: 1}}),
        bob.create_room(invite=[alice.user_id]),
    )
    answer = await alice.sync()
    assert notes(answer) == [1]
    assert settings(answer) == {"com.example.a": {"a": 1}}
    assert room_settings(answer, room) == {"com.example.b": {"b": 2}}
    assert len(joined(answer, room)["timeline"]["events"]) == 1
    assert len(rooms_in(answer, "invite")) == 1
