"""An application service that encrypts: devices of its own making, and all that they need to know in its transactions."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, cast

import pytest
import pytest_asyncio
from mautrix.appservice import AppService
from mautrix.types import ASToDeviceEvent, DeviceLists

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.bridges import AS_TOKEN, HS_TOKEN, SETTING, Bridge, Ghost, register, registration, write
from tests.stories.keys import DeviceKeys, Identity, equip

pytestmark = pytest.mark.asyncio(loop_scope="module")

ENCRYPTS = {"org.matrix.msc3202": True, "io.element.msc4190": True}
MSC3202 = "org.matrix.msc3202."
TO_DEVICE = "de.sorunome.msc2409.to_device"


@pytest.fixture(scope="module")
def encrypted(module_bridge: Bridge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server with the bridge."""
    folder = tmp_path_factory.mktemp("encrypted")
    file = write(folder, registration(module_bridge.url, **ENCRYPTS))
    process = ServerProcess(folder / "data", {SETTING: file})
    process.start()
    yield process
    process.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def bot(encrypted: ServerProcess) -> AsyncIterator[Ghost]:
    """The bridge itself."""
    async with Ghost.of(encrypted.url, "@bridgebot:test.local") as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def anna(encrypted: ServerProcess) -> AsyncIterator[Person]:
    """A person of this server."""
    async with await Person.arrive(encrypted.url, "anna") as anna:
        yield anna


async def with_device(bot: Ghost) -> Ghost:
    """A ghost with a device of the service's making, and keys."""
    ghost = await register(bot)
    device_id = fresh("DEV")
    path = f"{V3}/devices/{{}}"
    made = await ghost.respond("PUT", path, device_id, json={"display_name": "Bridge"}, expect=201)
    assert made.json() == {}
    await ghost.put(path, device_id, json={"display_name": "Bridge"})
    assert (await ghost.get(path, device_id))["display_name"] == "Bridge"
    ghost.device_id = device_id
    ghost.http.params = ghost.http.params.set("org.matrix.msc3202.device_id", device_id)
    assert (await ghost.get(f"{V3}/account/whoami"))["device_id"] == device_id
    return ghost


def parts(bridge: Bridge, name: str) -> list[Any]:
    """What came in under a name, in order."""
    return [body[name] for _, body in bridge.taken if name in body]


async def test_keys_and_messages_of_devices(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """A message reaches the device of a ghost once, with the counts of its keys; changes of devices are told where rooms are shared."""
    ghost = await with_device(bot)
    keys = DeviceKeys(ghost)
    body = {
        "device_keys": keys.body,
        "one_time_keys": keys.one_time("A", "B"),
        "fallback_keys": keys.one_time("F", fallback=True),
    }
    assert (await ghost.post(f"{V3}/keys/upload", json=body))["one_time_key_counts"] == {"signed_curve25519": 2}

    def counted(count: int) -> bool:
        found = parts(bridge, f"{MSC3202}device_one_time_keys_count")
        of_ghost = [one[ghost.user_id][ghost.device_id] for one in found if ghost.user_id in one]
        return bool(of_ghost) and of_ghost[-1] == {"signed_curve25519": count}

    await bridge.until(lambda: counted(2))
    assert parts(bridge, f"{MSC3202}device_unused_fallback_key_types")[-1][ghost.user_id] == {
        ghost.device_id: ["signed_curve25519"]
    }
    # Nobody shares a room with anna: her devices are none of its business.
    room = await anna.create_room(preset="public_chat")
    await equip(anna)
    await ghost.join(room)
    await equip(anna)
    await bridge.until(lambda: any(anna.user_id in one["changed"] for one in parts(bridge, f"{MSC3202}device_lists")))

    wanted = {"one_time_keys": {ghost.user_id: {ghost.device_id: "signed_curve25519"}}}
    await anna.post(f"{V3}/keys/claim", json=wanted)
    await bridge.until(lambda: counted(1))
    for number in range(3):
        messages = {ghost.user_id: {ghost.device_id: {"number": number}}}
        await anna.put(f"{V3}/sendToDevice/{{}}/{{}}", "m.room.encrypted", fresh("t"), json={"messages": messages})

    def received() -> list[Json]:
        return [event for one in parts(bridge, TO_DEVICE) for event in one]

    await bridge.until(lambda: len(received()) == 3)
    assert received() == [
        {
            "type": "m.room.encrypted",
            "sender": anna.user_id,
            "content": {"number": number},
            "to_user_id": ghost.user_id,
            "to_device_id": ghost.device_id,
        }
        for number in range(3)
    ]
    # The ghost itself writes to devices, in the name of its own.
    messages = {anna.user_id: {anna.device_id: {"back": 1}}}
    await ghost.put(f"{V3}/sendToDevice/{{}}/{{}}", "m.room.encrypted", fresh("t"), json={"messages": messages})
    answer = await anna.sync(timeout_ms=60_000)
    while "to_device" not in answer:
        answer = await anna.sync(timeout_ms=60_000)
    assert answer["to_device"]["events"][0]["sender"] == ghost.user_id
    await anna.membership("leave", room)
    await bridge.until(lambda: any(anna.user_id in one["left"] for one in parts(bridge, f"{MSC3202}device_lists")))


async def test_what_was_not_taken_comes_again(
    bot: Ghost, anna: Person, bridge: Bridge, encrypted: ServerProcess
) -> None:
    """Messages to devices are in the transaction that is kept: after a kill it comes again under its id."""
    ghost = await with_device(bot)
    await equip(ghost, "A")
    await bridge.until(
        lambda: any(ghost.user_id in one for one in parts(bridge, f"{MSC3202}device_one_time_keys_count"))
    )
    bridge.takes = False
    messages = {ghost.user_id: {"*": {"word": "sealed"}}}
    await anna.put(f"{V3}/sendToDevice/{{}}/{{}}", "m.room.encrypted", fresh("t"), json={"messages": messages})
    refused = await bridge.next()
    while TO_DEVICE not in refused.json:
        refused = await bridge.next()
    encrypted.kill()
    bridge.takes = True
    bridge.taken.clear()
    encrypted.start()
    await bridge.until(lambda: bool(parts(bridge, TO_DEVICE)))
    ((txn_id, body),) = [(txn, body) for txn, body in bridge.taken if TO_DEVICE in body]
    assert refused.path.endswith(txn_id)
    assert [event["content"] for event in body[TO_DEVICE]] == [{"word": "sealed"}]
    assert body[f"{MSC3202}device_one_time_keys_count"][ghost.user_id] == {ghost.device_id: {"signed_curve25519": 1}}


async def test_devices_without_logins(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """A service that manages devices logs nobody in, and needs no password for anything of its ghosts."""
    body: Json = {"type": "m.login.application_service", "username": fresh("_bridge_")}
    unsupported = (400, "M_APPSERVICE_LOGIN_UNSUPPORTED")
    await bot.post(f"{V3}/register", json=body, expect=unsupported)
    ghost = await with_device(bot)
    login = {"type": "m.login.application_service", "identifier": {"type": "m.id.user", "user": ghost.user_id}}
    await bot.post(f"{V3}/login", json=login, expect=unsupported)
    for _ in range(2):  # again, with other keys
        await ghost.post(f"{V3}/keys/device_signing/upload", json=Identity(ghost).upload())
    await ghost.delete(f"{V3}/devices/{{}}", ghost.device_id)
    await bot.get(f"{V3}/account/whoami", device_id=fresh("NONE"), expect=(400, "M_UNKNOWN_DEVICE"))
    # Nobody else makes devices like that.
    await anna.put(f"{V3}/devices/{{}}", fresh("DEV"), json={}, expect=(404, "M_NOT_FOUND"))


@pytest.mark.filterwarnings("ignore:loop argument is deprecated:DeprecationWarning")  # the library's own
async def test_mautrix_understands_it(bot: Ghost, anna: Person, bridge: Bridge) -> None:
    """The library of the bridges reads the transactions, byte for byte as they were sent."""
    ghost = await with_device(bot)
    room = await anna.create_room(preset="public_chat")
    await ghost.join(room)
    await equip(ghost, "A", "B")
    await equip(anna)
    messages = {
        ghost.user_id: {
            ghost.device_id: {"algorithm": "m.olm.v1.curve25519-aes-sha2", "ciphertext": {}, "sender_key": "x"}
        }
    }
    await anna.put(f"{V3}/sendToDevice/{{}}/{{}}", "m.room.encrypted", fresh("t"), json={"messages": messages})

    def is_here() -> bool:
        told = [event["to_user_id"] for one in parts(bridge, TO_DEVICE) for event in one]
        lists = [user for one in parts(bridge, f"{MSC3202}device_lists") for user in one["changed"]]
        return ghost.user_id in told and anna.user_id in lists

    await bridge.until(is_here)
    service = AppService(
        server=bot.url,
        domain="test.local",
        as_token=AS_TOKEN,
        hs_token=HS_TOKEN,
        bot_localpart="bridgebot",
        id="bridge",
        encryption_events=True,
    )
    heard: list[Any] = []
    service.to_device_handler = _noting(heard)
    service.otk_handler = _noting(heard)
    service.device_list_handler = _noting(heard)
    for txn_id, taken in bridge.taken:
        await service.handle_transaction(
            txn_id,
            events=[],
            extra_data=cast(Any, {}),
            to_device=taken.get(TO_DEVICE),
            device_lists=DeviceLists.deserialize(taken.get(f"{MSC3202}device_lists", {})),
            otk_counts=taken.get(f"{MSC3202}device_one_time_keys_count"),
        )
    letters = [one for one in heard if isinstance(one, ASToDeviceEvent)]
    assert letters[-1].to_user_id == ghost.user_id
    assert any(isinstance(one, DeviceLists) and anna.user_id in one.changed for one in heard)
    assert any(isinstance(one, dict) and ghost.user_id in one for one in heard)


def _noting(heard: list[Any]) -> Any:
    async def note(what: Any) -> None:
        heard.append(what)

    return note
