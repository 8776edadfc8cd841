"""People who leave something of theirs in most tables, and what they must find again when the tables have changed or moved."""

from __future__ import annotations

from typing import Any

from tests.harness.client import PASSWORD, V1, V3, Door, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, command, promote
from tests.stories.keys import DeviceKeys, Identity

__all__ = ["find_again", "settle"]

#: letters that a database may trip over: none of ASCII, beyond 16 bits, and those that PostgreSQL cannot keep as they are
ODD = "Lǐ 来往 😀 \x00 \x01\x02 ' \\"


async def settle(server: ServerProcess) -> Json:
    """Anna, Bo and Cho come, talk, and go to sleep; what they must find again, as JSON."""
    anna, bo, cho = [await Person.arrive(server.url, name) for name in ("anna", "bo", "cho")]
    await promote(server, anna)
    room = await anna.create_room(name=ODD, preset="private_chat", invite=[bo.user_id], room_alias_name=fresh("tea"))
    await bo.join(room)
    said = [await anna.send(room, _text(number), txn=f"txn {number}") for number in range(12)]
    await bo.redact(room, await bo.say(room, "regretted"))
    await _relate(bo, room, said[0])
    await bo.receipt(room, said[5])
    lobby = await bo.create_room(preset="public_chat", visibility="public", topic="For everybody")
    await cho.join(lobby)
    await bo.say(lobby, "Welcome")
    await anna.membership("invite", room, cho)
    await bo.set_state(lobby, "im.laiwang.burn", {"after_ms": 86_400_000, "start": "sent"})
    await bo.say(lobby, "This will be gone tomorrow")
    keys = await _equip(bo)
    await cho.other_device(refresh_token=True)
    await command(server, "token", "add", "spring")
    await _set_up(anna, room)
    pictured = await anna.request("POST", "/_matrix/media/v3/upload", content=b"a picture")
    await anna.put(f"{V3}/profile/{{}}/displayname", anna.user_id, json={"displayname": f"Anna {ODD}"})
    await anna.post(f"{V3}/rooms/{{}}/report/{{}}", room, said[1], json={"reason": ODD})
    await anna.post(f"{ADMIN}/announcements", json={"body": "We move soon", "people": [cho.user_id]})
    # An announcement is told in the background.
    while not (await cho.sync(1000)).get("rooms", {}).get("invite", {}).keys() - {room}:
        pass
    for person in (anna, bo, cho):
        await person.sync()
    # What they will be told only afterwards.
    await bo.say(room, "news")
    messages = {bo.user_id: {bo.device_id: {"body": ODD}}}
    await anna.put(f"{V3}/sendToDevice/m.test/{{}}", fresh("t"), json={"messages": messages})
    await _until_followed(anna)
    settled: Json = {
        "people": [
            {"token": one.token, "user_id": one.user_id, "device_id": one.device_id, "since": one.since}
            for one in (anna, bo, cho)
        ],
        "room": room,
        "lobby": lobby,
        "first": said[0],
        "history": await _history(anna, room),
        "members": sorted(event["event_id"] for event in (await anna.get(f"{V3}/rooms/{{}}/members", room))["chunk"]),
        "profile": await anna.get(f"{V3}/profile/{{}}", anna.user_id),
        "device_keys": keys.body,
        "media": pictured["content_uri"],
    }
    for person in (anna, bo, cho):
        await person.close()
    return settled


def _text(number: int) -> Json:
    return {"msgtype": "m.text", "body": f"{number} {ODD}"}


async def _relate(person: Person, room: str, event_id: str) -> None:
    relates = {"rel_type": "m.annotation", "event_id": event_id, "key": "👍"}
    await person.send(room, {"m.relates_to": relates}, "m.reaction")
    thread = {"m.relates_to": {"rel_type": "m.thread", "event_id": event_id}}
    await person.say(room, "in a thread", **thread)


async def _equip(person: Person) -> DeviceKeys:
    keys = DeviceKeys(person)
    body = {
        "device_keys": keys.body,
        "one_time_keys": keys.one_time("A", "B"),
        "fallback_keys": keys.one_time("F", fallback=True),
    }
    await person.post(f"{V3}/keys/upload", json=body)
    uploading = {**Identity(person).upload(), "auth": {"type": "m.login.password", "password": PASSWORD}}
    uploading["auth"]["identifier"] = {"type": "m.id.user", "user": person.user_id}
    await person.post(f"{V3}/keys/device_signing/upload", json=uploading)
    backup = {
        "algorithm": "m.megolm_backup.v1.curve25519-aes-sha2",
        "auth_data": {"public_key": "abc", "signatures": {}},
    }
    version = (await person.post(f"{V3}/room_keys/version", json=backup))["version"]
    sealed = {"ciphertext": "sealed", "ephemeral": "e", "mac": "m"}
    key = {"first_message_index": 0, "forwarded_count": 0, "is_verified": True, "session_data": sealed}
    await person.request(
        "PUT", f"{V3}/room_keys/keys/{{}}/{{}}", "!r:test.local", "session", json=key, query={"version": version}
    )
    return keys


async def _set_up(person: Person, room: str) -> None:
    await person.put(f"{V3}/user/{{}}/account_data/m.test", person.user_id, json={"note": ODD})
    await person.post(f"{V3}/user/{{}}/filter", person.user_id, json={"room": {"timeline": {"limit": 5}}})
    actions = {"actions": ["notify"], "pattern": "plum"}
    await person.put(f"{V3}/pushrules/global/content/plum", json=actions)
    pusher: dict[str, Any] = {
        "app_display_name": "Test", "app_id": "test", "data": {"url": "https://push.invalid/_matrix/push/v1/notify"},
        "device_display_name": "phone", "kind": "http", "lang": "en", "pushkey": "key", "append": False,
    }  # fmt: skip
    await person.post(f"{V3}/pushers/set", json=pusher)


async def _until_followed(person: Person) -> None:
    """What follows the log has come to where it is."""
    asked = {"search_categories": {"room_events": {"search_term": "news"}}}
    while not (await person.post(f"{V3}/search", json=asked))["search_categories"]["room_events"]["results"]:
        pass
    while not sum(day["messages"] for day in (await person.get(f"{ADMIN}/activity"))["days"]):
        pass


async def _history(person: Person, room: str) -> list[Json]:
    # `unsigned` tells how old they are now.
    chunk = (await person.messages(room, limit="100"))["chunk"]
    return [{name: part for name, part in event.items() if name != "unsigned"} for event in chunk]


async def find_again(url: str, settled: Json, *, with_files: bool = True) -> None:
    """Each device goes on where it was: no login, no fresh start, nothing lost, nothing twice."""
    anna, bo, cho = people = [Person(url) for _ in range(3)]
    for person, known in zip(people, settled["people"], strict=True):
        person.token, person.user_id, person.device_id = known["token"], known["user_id"], known["device_id"]
        person.since = known["since"]
    room = settled["room"]
    news = await bo.sync()
    assert [event["content"] for event in news["to_device"]["events"]] == [{"body": ODD}]
    news = await anna.sync()
    assert list(news["rooms"]["join"]) == [room]
    assert [e["content"]["body"] for e in news["rooms"]["join"][room]["timeline"]["events"]] == ["news"]
    assert await _history(anna, room) == settled["history"]
    members = (await anna.get(f"{V3}/rooms/{{}}/members", room))["chunk"]
    assert sorted(event["event_id"] for event in members) == settled["members"]
    assert await anna.get(f"{V3}/profile/{{}}", anna.user_id) == settled["profile"]
    assert (await anna.get(f"{V3}/user/{{}}/account_data/m.test", anna.user_id)) == {"note": ODD}
    # A request whose answer was lost is known again.
    assert await anna.send(room, _text(0), txn="txn 0") == settled["first"]
    wanted = {"one_time_keys": {bo.user_id: {bo.device_id: "signed_curve25519"}}}
    claimed = (await anna.post(f"{V3}/keys/claim", json=wanted))["one_time_keys"][bo.user_id][bo.device_id]
    assert len(claimed) == 1
    queried = await anna.post(f"{V3}/keys/query", json={"device_keys": {bo.user_id: []}})
    assert queried["device_keys"][bo.user_id][bo.device_id]["keys"] == settled["device_keys"]["keys"]
    if with_files:
        name = settled["media"].removeprefix("mxc://")
        found = await anna.http.get(f"{V1}/media/download/{name}", headers={"Authorization": f"Bearer {anna.token}"})
        assert found.content == b"a picture"
    assert room in (await cho.sync(since=None))["rooms"]["invite"]
    await cho.join(room)
    await bo.sync()
    sent = await anna.say(room, "life goes on")
    told = await bo.sync(10_000)
    assert [event["event_id"] for event in told["rooms"]["join"][room]["timeline"]["events"]] == [sent]
    async with Door(url) as door:
        identifier = {"type": "m.id.user", "user": cho.user_id}
        body = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}
        await door.post(f"{V3}/login", json=body)
    for person in people:
        await person.close()
