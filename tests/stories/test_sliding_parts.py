"""Sliding sync: what comes beside rooms: account data, receipts, typing, messages between devices, keys."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person
from tests.harness.sliding import Slider, all_rooms
from tests.stories.conftest import Newcomer, OwnServer
from tests.stories.keys import equip
from tests.stories.looking import LONG_MS

GLOBAL = f"{V3}/user/{{}}/account_data/{{}}"
OF_ROOM = f"{V3}/user/{{}}/rooms/{{}}/account_data/{{}}"
TYPING = f"{V3}/rooms/{{}}/typing/{{}}"
CREATE = [["m.room.create", ""]]
ON: Json = {"enabled": True}


def part(answer: Json, name: str) -> Json:
    """An extension's part, empty when it is not there."""
    found: Json = answer["extensions"].get(name, {})
    return found


def contents(events: list[Json]) -> dict[str, Json]:
    """Contents by type."""
    return {event["type"]: event["content"] for event in events}


async def whisper(sender: Person, to: Person, *numbers: int) -> None:
    """Send messages to a device, in order."""
    for number in numbers:
        messages = {to.user_id: {to.device_id: {"n": number}}}
        await sender.put(f"{V3}/sendToDevice/{{}}/{{}}", "com.example.note", fresh("txn"), json={"messages": messages})


def notes(answer: Json) -> list[Any]:
    """The numbers of the messages that came for the device."""
    return [event["content"]["n"] for event in part(answer, "to_device").get("events", [])]


# --- account data ---------------------------------------------------------------------------------------------------


async def test_account_data(alice: Person) -> None:
    """All of it at first, defaults included; then what changes; of rooms, when a list has them."""
    room, other = await alice.create_room(), await alice.create_room()
    await alice.put(GLOBAL, alice.user_id, "com.example.theme", json={"theme": "dark"})
    await alice.put(OF_ROOM, alice.user_id, room, "com.example.colour", json={"colour": "red"})
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)}, extensions={"account_data": ON})
    answer = await slider.ask()
    told = contents(part(answer, "account_data")["global"])
    assert told["com.example.theme"] == {"theme": "dark"}
    assert "m.push_rules" in told
    assert contents(part(answer, "account_data")["rooms"][room]) == {"com.example.colour": {"colour": "red"}}
    assert set(part(answer, "account_data")["rooms"]) == {room}
    assert part(await slider.ask(), "account_data") == {}
    task = asyncio.create_task(slider.ask(LONG_MS))
    await alice.put(GLOBAL, alice.user_id, "com.example.theme", json={"theme": "light"})
    answer = await task
    assert part(answer, "account_data") == {"global": [{"type": "com.example.theme", "content": {"theme": "light"}}]}
    await alice.put(f"{V3}/user/{{}}/rooms/{{}}/tags/{{}}", alice.user_id, other, "u.work", json={})
    answer = await slider.ask()
    assert answer["rooms"] == {}
    assert contents(part(answer, "account_data")["rooms"][other]) == {"m.tag": {"tags": {"u.work": {}}}}


async def test_account_data_switched_on_later(alice: Person) -> None:
    """An extension that is switched on tells all, as if it had been the first answer."""
    room = await alice.create_room()
    await alice.put(OF_ROOM, alice.user_id, room, "com.example.colour", json={"colour": "red"})
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)})
    assert "account_data" not in (await slider.ask())["extensions"]
    slider.body["extensions"] = {"account_data": ON}
    answer = await slider.ask(LONG_MS)
    assert "m.push_rules" in contents(part(answer, "account_data")["global"])
    assert room in part(answer, "account_data")["rooms"]


async def test_scopes(alice: Person) -> None:
    """Extensions speak of the rooms of the lists and subscriptions that they name."""
    room, opened = await alice.create_room(name="in the list"), await alice.create_room(name="opened")
    for one in (room, opened):
        await alice.put(OF_ROOM, alice.user_id, one, "com.example.colour", json={})
    lists = {"a": all_rooms(1, CREATE, filters={"room_name_like": "list"})}
    subscriptions = {opened: {"timeline_limit": 1, "required_state": []}}

    async def told(**scope: Any) -> set[str]:
        extensions = {"account_data": {**ON, **scope}}
        slider = Slider(alice, lists=lists, room_subscriptions=subscriptions, extensions=extensions)
        return set(part(await slider.ask(), "account_data").get("rooms", {}))

    assert await told() == {room, opened}
    assert await told(lists=["*"], rooms=["*"]) == {room, opened}
    assert await told(rooms=[]) == {room}
    assert await told(lists=[]) == {opened}
    assert await told(lists=["b"], rooms=[room]) == set()
    assert await told(lists=["a"], rooms=[opened]) == {room, opened}


# --- receipts and typing --------------------------------------------------------------------------------------------


async def test_receipts(alice: Person, bob: Person) -> None:
    """First those at the events that are told, and one's own; then each that is new."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    old, new = await alice.say(room, "old"), await alice.say(room, "new")
    await bob.receipt(room, old)
    await alice.receipt(room, old, "m.read.private")
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)}, extensions={"receipts": {**ON, "rooms": ["*"]}})
    content = part(await slider.ask(), "receipts")["rooms"][room]["content"]
    assert content == {old: {"m.read.private": {alice.user_id: content[old]["m.read.private"][alice.user_id]}}}
    task = asyncio.create_task(slider.ask(LONG_MS))
    await bob.receipt(room, new)
    answer = await task
    assert set(part(answer, "receipts")["rooms"][room]["content"][new]["m.read"]) == {bob.user_id}
    assert answer["rooms"] == {}
    assert part(await slider.ask(), "receipts") == {}
    fresh_look = await Slider(alice, "new", lists=slider.body["lists"], extensions=slider.body["extensions"]).ask()
    content = part(fresh_look, "receipts")["rooms"][room]["content"]
    assert set(content) == {old, new}
    await alice.receipt(room, new)
    assert set(part(await slider.ask(), "receipts")["rooms"][room]["content"][new]["m.read"]) == {alice.user_id}


async def test_receipts_come_with_older_events(alice: Person, bob: Person) -> None:
    """An expanded timeline brings the receipts at the events that it brings."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    old = await alice.say(room, "old")
    await bob.receipt(room, old)
    await alice.say(room, "new")
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE)}, extensions={"receipts": ON})
    assert part(await slider.ask(), "receipts") == {}
    slider.body["room_subscriptions"] = {room: {"timeline_limit": 10, "required_state": []}}
    assert old in part(await slider.ask(), "receipts")["rooms"][room]["content"]


async def test_receipts_of_a_room_that_comes_back(alice: Person, bob: Person) -> None:
    """Receipts that were given while a room was outside of the window come when it is inside again."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    said = await alice.say(room, "hi")
    slider = Slider(alice, lists={"all": all_rooms(1, CREATE, last=0)}, extensions={"receipts": ON})
    await slider.ask()
    await alice.create_room()
    await slider.ask()
    await bob.receipt(room, said)
    assert part(await slider.ask(), "receipts") == {}
    slider.body["lists"] = {"all": all_rooms(1, CREATE, last=1)}
    answer = await slider.ask()
    assert said in part(answer, "receipts")["rooms"][room]["content"]


async def test_typing(alice: Person, bob: Person) -> None:
    """Who types, when it changes; a new connection is told only where somebody does."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    body: Json = {"lists": {"all": all_rooms(1, CREATE)}, "extensions": {"typing": ON}}
    slider = Slider(alice, **body)
    assert part(await slider.ask(), "typing") == {}
    task = asyncio.create_task(slider.ask(LONG_MS))
    await bob.put(TYPING, room, bob.user_id, json={"typing": True, "timeout": 30_000})
    answer = await task
    assert part(answer, "typing")["rooms"][room]["content"] == {"user_ids": [bob.user_id]}
    assert answer["rooms"] == {}
    again = await Slider(alice, "new", **body).ask()
    assert part(again, "typing")["rooms"][room]["content"] == {"user_ids": [bob.user_id]}
    await bob.put(TYPING, room, bob.user_id, json={"typing": False})
    assert part(await slider.ask(), "typing")["rooms"][room]["content"] == {"user_ids": []}
    assert part(await slider.ask(), "typing") == {}


# --- messages between devices ---------------------------------------------------------------------------------------


async def test_to_device(alice: Person, bob: Person) -> None:
    """Messages come until they are acknowledged by `since`, in order, and wake a waiting request."""
    slider = Slider(alice, "encryption", extensions={"to_device": ON})
    first = await slider.ask()
    assert notes(first) == []
    since = part(first, "to_device")["next_batch"]
    task = asyncio.create_task(slider.ask(LONG_MS, extensions={"to_device": {**ON, "since": since}}))
    await whisper(bob, alice, 1)
    answer = await task
    assert notes(answer) == [1]
    await whisper(bob, alice, 2)
    # The token did not come back, so nothing is acknowledged: not by a newer pos, nor by a new connection.
    assert notes(await slider.ask(extensions={"to_device": {**ON, "since": since}})) == [1, 2]
    assert notes(await Slider(alice, "encryption", extensions={"to_device": ON}).ask()) == [1, 2]
    since = part(answer, "to_device")["next_batch"]
    slider.pos = None
    answer = await slider.ask(extensions={"to_device": {**ON, "since": since}})
    assert notes(answer) == [2]
    since = part(answer, "to_device")["next_batch"]
    assert notes(await slider.ask(extensions={"to_device": {**ON, "since": since}})) == []
    # What was acknowledged is gone, also for one who has lost the token.
    assert notes(await slider.ask()) == []


async def test_to_device_limit(alice: Person, bob: Person) -> None:
    """A device with more waiting than one answer holds gets them one answer after the other, without waiting."""
    await whisper(bob, alice, *range(7))
    slider = Slider(alice, "encryption")
    since = None
    got = []
    for _ in range(3):
        ask: Json = {**ON, "limit": 3, **({} if since is None else {"since": since})}
        answer = await slider.ask(LONG_MS, extensions={"to_device": ask})
        got.append(notes(answer))
        since = part(answer, "to_device")["next_batch"]
    assert got == [[0, 1, 2], [3, 4, 5], [6]]


async def test_to_device_after_a_restart(own_server: OwnServer, newcomer: Newcomer) -> None:
    """The token of the messages outlives the connection: what was acknowledged does not come again, the rest does."""
    server = own_server()
    alice, bob = await newcomer("alice", server.url), await newcomer("bob", server.url)
    slider = Slider(alice, "encryption", extensions={"to_device": ON})
    await whisper(bob, alice, 1)
    answer = await slider.ask()
    since = part(answer, "to_device")["next_batch"]
    await whisper(bob, alice, 2)
    server.restart()
    extensions = {"to_device": {**ON, "since": since}}
    await slider.ask(extensions=extensions, expect=(400, "M_UNKNOWN_POS"))
    assert notes(await slider.ask(pos=None, extensions=extensions)) == [2]


# --- keys -------------------------------------------------------------------------------------------------------------


async def test_keys(alice: Person, bob: Person) -> None:
    """Counts come always and wake when a key is taken; whose devices changed comes when there was a pos."""
    room = await alice.create_room(preset="public_chat")
    await equip(alice, "a", "b")
    slider = Slider(alice, "encryption", extensions={"e2ee": ON})
    first = part(await slider.ask(), "e2ee")
    assert "device_lists" not in first
    assert first["device_one_time_keys_count"]["signed_curve25519"] == 2
    task = asyncio.create_task(slider.ask(LONG_MS))
    claim = {alice.user_id: {alice.device_id: "signed_curve25519"}}
    await bob.post(f"{V3}/keys/claim", json={"one_time_keys": claim})
    assert part(await task, "e2ee")["device_one_time_keys_count"]["signed_curve25519"] == 1
    task = asyncio.create_task(slider.ask(LONG_MS))
    await bob.join(room)
    answer = await task
    assert part(answer, "e2ee")["device_lists"] == {"changed": [bob.user_id], "left": []}
    assert answer["rooms"] == {}
    task = asyncio.create_task(slider.ask(LONG_MS))
    await equip(bob)
    assert part(await task, "e2ee")["device_lists"]["changed"] == [bob.user_id]
    task = asyncio.create_task(slider.ask(LONG_MS))
    await bob.membership("leave", room)
    assert part(await task, "e2ee")["device_lists"] == {"changed": [], "left": [bob.user_id]}


async def test_messages_do_not_wake_an_encryption_connection(alice: Person, bob: Person) -> None:
    """A connection that asks for keys and messages between devices is not answered because people talk."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    slider = Slider(alice, "encryption", extensions={"e2ee": ON, "to_device": ON})
    await slider.ask()
    task = asyncio.create_task(slider.ask(LONG_MS))
    listener = Slider(alice, "room-list", lists={"all": all_rooms(1, CREATE)})
    await listener.ask()
    hearing = asyncio.create_task(listener.ask(LONG_MS))
    await bob.say(room, "talk")
    await hearing
    await whisper(bob, alice, 1)
    answer = await task
    assert notes(answer) == [1]


async def test_presence(alice: Person, bob: Person) -> None:
    """Syncing makes one appear online, unless one says otherwise."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    place = f"{V3}/presence/{{}}/status"
    await Slider(bob).ask()
    assert (await alice.get(place, bob.user_id))["presence"] == "online"
