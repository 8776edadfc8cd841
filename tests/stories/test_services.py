"""Application services: bridges and bots speak for many, and hear of all that concerns them."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.harness.client import V1, V3, Door, fresh
from tests.harness.elsewhere import Elsewhere, Received, Say
from tests.harness.person import Person
from tests.harness.server import ServerProcess, environment
from tests.stories.bridges import (
    SETTING,
    Bridge,
    Ghost,
    register,
    registration,
    write,
)
from tests.stories.conftest import OwnServer

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module")
def url(module_bridge: Bridge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the bridge."""
    folder = tmp_path_factory.mktemp("bridged")
    process = ServerProcess(folder / "data", {SETTING: write(folder, registration(module_bridge.url))})
    process.start()
    yield process.url
    process.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def bot(url: str) -> AsyncIterator[Ghost]:
    """The bridge itself."""
    async with Ghost.of(url, "@bridgebot:test.local") as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def anna(url: str) -> AsyncIterator[Person]:
    """A person of this server."""
    async with await Person.arrive(url, "anna") as anna:
        yield anna


async def test_ghosts_speak_and_the_bridge_hears(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """A ghost is invited, joins, talks; what is said in the room comes in once and in order."""
    ghost = await register(bot)
    assert (await ghost.get(f"{V3}/account/whoami")) == {"user_id": ghost.user_id, "is_guest": False}
    await ghost.put(f"{V3}/profile/{{}}/displayname", ghost.user_id, json={"displayname": "Ghost"})
    room = await anna.create_room(preset="private_chat", invite=[ghost.user_id], name="Haunted")
    await bridge.until(lambda: any(event["type"] == "m.room.member" for event in bridge.events))
    invite = next(event for event in bridge.events if event.get("state_key") == ghost.user_id)
    assert (invite["room_id"], invite["content"]["membership"]) == (room, "invite")
    await ghost.join(room)
    said = [await anna.say(room, str(number)) for number in range(5)]
    own = await ghost.say(room, "boo")
    await bridge.heard(own)
    heard = [event for event in bridge.events if event["type"] == "m.room.message" and event["room_id"] == room]
    assert [event["event_id"] for event in heard] == [*said, own]
    event = await anna.event(room, own)
    assert (event["sender"], event["content"]["body"]) == (ghost.user_id, "boo")
    stranger_room = await anna.create_room()
    quiet = await anna.say(stranger_room, "nobody of the bridge is here")
    last = await anna.say(room, "last")
    await bridge.heard(last)
    assert quiet not in [event["event_id"] for event in bridge.events]


async def test_nobody_else_takes_what_is_exclusive(bot: Ghost, anna: Person, url: str) -> None:
    """Names and aliases of the bridge are its own, and it has no others."""
    taken = {"username": "_bridge_anna", "password": "a long password", "auth": {"type": "m.login.dummy"}}
    await anna.post(f"{V3}/register", json=taken, expect=(400, "M_INVALID_USERNAME"))
    await anna.post(f"{V3}/register", json={**taken, "username": "bridgebot"}, expect=(400, "M_EXCLUSIVE"))
    await anna.get(f"{V3}/register/available", username="bridgebot", expect=(400, "M_EXCLUSIVE"))
    service = {"type": "m.login.application_service", "inhibit_login": True}
    await bot.post(f"{V3}/register", json={**service, "username": "somebody"}, expect=(400, "M_EXCLUSIVE"))
    await bot.post(f"{V3}/register", json={**service, "username": "bridgebot"}, expect=(400, "M_USER_IN_USE"))
    await bot.post(f"{V3}/register", json=service, expect=(400, "M_MISSING_PARAM"))
    await anna.post(f"{V3}/register", json={**service, "username": "_bridge_x"}, expect=(401, "M_UNKNOWN_TOKEN"))
    async with Door(url) as door:
        await door.post(f"{V3}/register", json={**service, "username": "_bridge_x"}, expect=(401, "M_MISSING_TOKEN"))
    room = await anna.create_room()
    alias = "#_bridge_room:test.local"
    await anna.put(f"{V3}/directory/room/{{}}", alias, json={"room_id": room}, expect=(400, "M_EXCLUSIVE"))
    await anna.create_room(room_alias_name="_bridge_other", expect=(400, "M_EXCLUSIVE"))
    await bot.create_room(room_alias_name="_bridge_own")
    assert (await anna.get(f"{V3}/directory/room/{{}}", "#_bridge_own:test.local"))["room_id"]


async def test_masks_fit_only_ones_own(bot: Ghost, anna: Person, url: str) -> None:
    """The bridge speaks for whom it has registered in its namespace, on devices that they have."""
    for user_id in (anna.user_id, "@_bridge_unknown:test.local", "nonsense"):
        async with Ghost.of(url, user_id) as mask:
            await mask.get(f"{V3}/account/whoami", expect=(403, "M_FORBIDDEN"))
    ghost = await register(bot)
    await ghost.get(f"{V3}/account/whoami", device_id="NONE", expect=(400, "M_UNKNOWN_DEVICE"))
    await ghost.put(f"{V3}/devices/{{}}", "MADE", json={"display_name": "Made"}, expect=201)
    await ghost.put(f"{V3}/devices/{{}}", "MADE", json={"display_name": "Made again"})
    answer = await ghost.get(f"{V3}/account/whoami", device_id="MADE")
    assert answer == {"user_id": ghost.user_id, "device_id": "MADE", "is_guest": False}
    await ghost.delete(f"{V3}/devices/{{}}", "MADE")
    await anna.put(f"{V3}/devices/{{}}", "MADE", json={}, expect=(404, "M_NOT_FOUND"))
    async with Ghost.of(url, bot.user_id) as unmasked:
        unmasked.http.params = {}
        assert (await unmasked.get(f"{V3}/account/whoami"))["user_id"] == bot.user_id


async def test_logging_in_for_a_ghost(bot: Ghost, anna: Person, url: str) -> None:
    """A bridge that wants a device with a token of its own, as for encryption."""
    flows = (await anna.get(f"{V3}/login"))["flows"]
    assert {"type": "m.login.application_service"} in flows
    ghost = await register(bot)
    body = {"type": "m.login.application_service", "identifier": {"type": "m.id.user", "user": ghost.user_id}}
    answer = await bot.post(f"{V3}/login", json={**body, "device_id": "BRIDGE"})
    assert (answer["user_id"], answer["device_id"]) == (ghost.user_id, "BRIDGE")
    person = Person(url)
    person.token = answer["access_token"]
    assert (await person.get(f"{V3}/account/whoami"))["device_id"] == "BRIDGE"
    await person.close()
    theirs = {**body, "identifier": {"type": "m.id.user", "user": anna.user_id}}
    await bot.post(f"{V3}/login", json=theirs, expect=(400, "M_EXCLUSIVE"))
    await anna.post(f"{V3}/login", json=body, expect=(401, "M_UNKNOWN_TOKEN"))


async def test_what_happened_elsewhere_keeps_its_time(bot: Ghost, anna: Person) -> None:
    """History of another network is brought in with the times that it had; people cannot do that."""
    room = await bot.create_room(preset="public_chat")
    content = {"msgtype": "m.text", "body": "long ago"}
    path = f"{V3}/rooms/{{}}/send/m.room.message/{{}}"
    sent = await bot.request("PUT", path, room, fresh("txn"), json=content, query={"ts": 1234567})
    assert (await bot.event(room, sent["event_id"]))["origin_server_ts"] == 1234567
    state = f"{V3}/rooms/{{}}/state/m.room.topic"
    set_ = await bot.request("PUT", state, room, json={"topic": "x"}, query={"ts": 1234568})
    assert (await bot.event(room, set_["event_id"]))["origin_server_ts"] == 1234568
    await anna.join(room)
    hers = await anna.request("PUT", path, room, fresh("txn"), json=content, query={"ts": 1234567})
    assert (await anna.event(room, hers["event_id"]))["origin_server_ts"] > 1234568
    wrong = {"ts": "yesterday"}
    await bot.request("PUT", path, room, fresh("txn"), json=content, query=wrong, expect=(400, "M_INVALID_PARAM"))


async def test_rate_limits_are_lifted(own_server: OwnServer, tmp_path: Path) -> None:
    """A bridge with `rate_limited: false` may be fast; people may not, nor a bridge without it."""
    limits = {
        "LAIWANG_RATE_LIMITS__ENABLED": "true",
        "LAIWANG_RATE_LIMITS__MESSAGES_BURST": "2",
        "LAIWANG_RATE_LIMITS__MESSAGES_PER_S": "0.01",
    }
    slow = registration(None, id="slow", as_token="slow", hs_token="slow", sender_localpart="slow", namespaces={})
    slow["rate_limited"] = True
    files = [write(tmp_path, registration(None)), write(tmp_path, slow, "slow.yaml")]
    server = own_server({**limits, SETTING: ",".join(files)})
    async with (
        Ghost.of(server.url, "@bridgebot:test.local") as bot,
        await Person.arrive(server.url) as anna,
        Ghost.of(server.url, "@slow:test.local") as tired,
    ):
        tired.token = "slow"
        room = await bot.create_room(preset="public_chat")
        for person in (anna, tired):
            await person.join(room)
        for number in range(10):
            await bot.say(room, str(number))
        for person in (anna, tired):
            await person.say(room, "one")
            await person.say(room, "two")
            await person.send(room, {"msgtype": "m.text", "body": "three"}, expect=(429, "M_LIMIT_EXCEEDED"))


async def test_ephemeral_data(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """Who types, who has read, who is here: for rooms with ghosts."""
    ghost = await register(bot)
    room = await anna.create_room(preset="private_chat", invite=[ghost.user_id])
    await ghost.join(room)
    event_id = await ghost.say(room, "boo")
    await anna.put(f"{V3}/rooms/{{}}/typing/{{}}", room, anna.user_id, json={"typing": True, "timeout": 30000})
    await anna.receipt(room, event_id)
    await anna.put(f"{V3}/presence/{{}}/status", anna.user_id, json={"presence": "online", "status_msg": "hi"})

    def types() -> set[str]:
        return {event["type"] for event in bridge.ephemeral}

    await bridge.until(lambda: types() >= {"m.typing", "m.receipt", "m.presence"})
    typing = next(event for event in bridge.ephemeral if event["type"] == "m.typing")
    assert (typing["room_id"], typing["content"]["user_ids"]) == (room, [anna.user_id])
    receipt = next(event for event in bridge.ephemeral if event["type"] == "m.receipt")
    assert receipt["room_id"] == room
    assert anna.user_id in receipt["content"][event_id]["m.read"]
    presence = next(event for event in bridge.ephemeral if event["type"] == "m.presence")
    assert presence["sender"] == anna.user_id
    bodies = [body for _, body in bridge.taken if body.get("ephemeral")]
    assert all(body["ephemeral"] == body["de.sorunome.msc2409.ephemeral"] for body in bodies)


async def test_a_bridge_in_trouble_misses_nothing(own_server: OwnServer, tmp_path: Path) -> None:
    """It refuses, the server is killed, it comes back: every event comes in once, in order, and a transaction keeps its id."""
    async with Bridge() as bridge:
        await trouble(bridge, own_server({SETTING: write(tmp_path, registration(bridge.url))}))


async def trouble(bridge: Bridge, server: ServerProcess) -> None:
    """See above."""
    async with Ghost.of(server.url, "@bridgebot:test.local") as bot, await Person.arrive(server.url) as anna:
        ghost = await register(bot)
        room = await anna.create_room(preset="private_chat", invite=[ghost.user_id])
        await ghost.join(room)
        said = [await anna.say(room, "before")]
        await bridge.heard(said[0])
        bridge.takes = False
        said += [await anna.say(room, f"{number}") for number in range(3)]
        refused = await bridge.next()
        while said[1] not in refused.body.decode():
            refused = await bridge.next()
        server.kill()
        server.start()
        again = await bridge.next()
        while said[1] not in again.body.decode():
            again = await bridge.next()
        assert again.path == refused.path
        ids = [event["event_id"] for event in refused.json["events"]]
        assert [event["event_id"] for event in again.json["events"]] == ids
        said += [await anna.say(room, f"after {number}") for number in range(3)]
        await ghost.membership("leave", room)
        bridge.takes = True
        await bridge.heard(said[-1])
        heard = [event["event_id"] for event in bridge.events if event["type"] == "m.room.message"]
        assert heard == said
        server.kill()
        server.start()
        await anna.say(room, "the ghost has gone")
        other = await anna.create_room(invite=[ghost.user_id])
        await bridge.until(lambda: any(event["room_id"] == other for event in bridge.events))
        heard = [event["event_id"] for event in bridge.events if event["type"] == "m.room.message"]
        assert heard == said


async def test_people_and_rooms_that_are_made_when_asked_for(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """An invitation to a ghost that is not there yet, and an alias that nobody made: the bridge is asked, and makes them."""
    asked: list[str] = []

    def answer(request: Received) -> Say:
        asked.append(request.path)
        return Say(404, {"errcode": "M_NOT_FOUND", "error": "no"})

    bridge.rule = answer
    room = await anna.create_room(preset="private_chat")
    unknown = "@_bridge_unknown:test.local"
    body = {"user_id": unknown}
    await anna.post(f"{V3}/rooms/{{}}/invite", room, json=body, expect=(404, "M_NOT_FOUND"))
    await anna.get(f"{V3}/directory/room/{{}}", "#_bridge_none:test.local", expect=(404, "M_NOT_FOUND"))
    await anna.get(f"{V3}/directory/room/{{}}", "#other:test.local", expect=(404, "M_NOT_FOUND"))
    assert [path for path in asked if "ping" not in path] == [
        f"/_matrix/app/v1/users/{unknown}",
        "/_matrix/app/v1/rooms/#_bridge_none:test.local",
    ]
    # What a bridge does while it is asked: register, then say yes.
    bridge.answering.clear()
    bridge.rule = lambda _: Say()
    late = "@_bridge_late:test.local"
    inviting = asyncio.create_task(anna.post(f"{V3}/rooms/{{}}/invite", room, json={"user_id": late}))
    while (await bridge.next()).path != f"/_matrix/app/v1/users/{late}":
        pass
    await register(bot, "_bridge_late")
    bridge.answering.set()
    await inviting
    assert (await anna.state(room, "m.room.member", late))["membership"] == "invite"


async def test_ping(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """Both ways are tried; what is wrong is told."""
    path = f"{V1}/appservice/{{}}/ping"
    bridge.rule = lambda request: Say() if request.json == {"transaction_id": "t1"} else Say(418, {"teapot": True})
    answer = await bot.post(path, "bridge", json={"transaction_id": "t1"})
    assert answer["duration_ms"] >= 0
    wrong = await bot.post(path, "bridge", expect=(502, "M_BAD_STATUS"))
    assert (wrong["status"], json.loads(wrong["body"])) == (418, {"teapot": True})
    await bot.post(path, "other", expect=(403, "M_FORBIDDEN"))
    await anna.post(path, "bridge", expect=(403, "M_FORBIDDEN"))


async def test_ping_of_a_bridge_that_is_not_there(own_server: OwnServer, tmp_path: Path) -> None:
    """Not reached, or never to be."""
    async with Elsewhere() as gone:
        nowhere = gone.url
    server = own_server({SETTING: write(tmp_path, registration(nowhere))})
    async with Ghost.of(server.url, "@bridgebot:test.local") as bot:
        await bot.post(f"{V1}/appservice/{{}}/ping", "bridge", expect=(502, "M_CONNECTION_FAILED"))
    server = own_server({SETTING: write(tmp_path, registration(None))})
    async with Ghost.of(server.url, "@bridgebot:test.local") as bot:
        await bot.post(f"{V1}/appservice/{{}}/ping", "bridge", expect=(400, "M_URL_NOT_SET"))


async def test_third_party_networks(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """Protocols, people and places of other networks, as the bridge tells them."""
    protocol = {
        "user_fields": ["loft"],
        "location_fields": ["loft"],
        "icon": "mxc://test.local/pigeon",
        "field_types": {"loft": {"regexp": ".+", "placeholder": "home"}},
        "instances": [{"network_id": "pigeons", "desc": "Pigeons", "fields": {}}],
    }
    user = {"userid": "@_bridge_p:test.local", "protocol": "carrier", "fields": {"loft": "home"}}
    place = {"alias": "#_bridge_p:test.local", "protocol": "carrier", "fields": {"loft": "home"}}

    def answer(request: Received) -> Say:
        what = request.path.removeprefix("/_matrix/app/v1/thirdparty/")
        found = {
            "protocol/carrier": protocol,
            "user/carrier": [user] if request.query.get("loft") == "home" else [],
            "location/carrier": [place, "nonsense"],
            "user": [user],
            "location": [place],
        }
        return Say(json=found[what])

    bridge.rule = answer
    third = f"{V3}/thirdparty"
    shown = {**protocol, "instances": [{**protocol["instances"][0], "instance_id": "bridge|pigeons"}]}  # type: ignore[index]
    assert await anna.get(f"{third}/protocols") == {"carrier": shown}
    assert await anna.get(f"{third}/protocol/carrier") == shown
    await anna.get(f"{third}/protocol/semaphore", expect=(404, "M_NOT_FOUND"))
    assert (await anna.respond("GET", f"{third}/user/carrier", query={"loft": "home"})).json() == [user]
    await anna.get(f"{third}/user/carrier", loft="away", expect=(404, "M_NOT_FOUND"))
    assert (await anna.respond("GET", f"{third}/location/carrier", query={"loft": "home"})).json() == [place]
    assert (await anna.respond("GET", f"{third}/user", query={"userid": user["userid"]})).json() == [user]
    assert (await anna.respond("GET", f"{third}/location", query={"alias": place["alias"]})).json() == [place]
    room = await bot.create_room(preset="public_chat", name="Loft")
    listed = f"{V3}/directory/list/appservice/{{}}/{{}}"
    await bot.put(listed, "pigeons", room, json={"visibility": "public"})
    await anna.put(listed, "pigeons", room, json={"visibility": "public"}, expect=(403, "M_FORBIDDEN"))

    async def rooms(**body: Any) -> list[str]:
        return [one["room_id"] for one in (await anna.post(f"{V3}/publicRooms", json=body))["chunk"]]

    assert room not in await rooms()
    assert await rooms(third_party_instance_id="bridge|pigeons") == [room]
    assert room in await rooms(include_all_networks=True)
    await bot.put(listed, "pigeons", room, json={"visibility": "private"})
    assert await rooms(third_party_instance_id="bridge|pigeons") == []


def refused_start(folder: Path, files: str) -> str:
    """What `laiwang serve` says when it does not start."""
    server = ServerProcess(folder / "data", {SETTING: files})
    ended = subprocess.run(
        [sys.executable, "-m", "laiwang", "serve", "--data", str(server.data), "--port", str(server.port)],
        env={**environment(), **server._settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    return ended.stderr


async def test_a_wrong_registration_stops_the_start(tmp_path: Path) -> None:
    """The operator is told which setting, which file and which key."""
    wrong = write(tmp_path, {**registration(None), "hs_token": 5})
    said = await asyncio.to_thread(refused_start, tmp_path, wrong)
    assert "application_services.files" in said
    assert "bridge.yaml: the key hs_token is wrong" in said
    assert "none.yaml" in await asyncio.to_thread(refused_start, tmp_path, str(tmp_path / "none.yaml"))
    assert "not YAML" in await asyncio.to_thread(refused_start, tmp_path, write(tmp_path, "a: [b"))
