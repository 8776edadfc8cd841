"""A dehydrated device: it collects keys for somebody who is logged in nowhere, and is no session (MSC3814)."""

from __future__ import annotations

from typing import Any

from tests.harness.client import PASSWORD, V3, Json, fresh
from tests.harness.person import Person
from tests.stories.keys import DeviceKeys, equip
from tests.stories.test_relations import meet

PATH = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device"
NOT_FOUND = (404, "M_NOT_FOUND")
DATA = {"algorithm": "org.matrix.msc3814.v2", "device_pickle": "sealed", "nonce": "n"}


class Dried(DeviceKeys):
    """The keys of a device to be; its id is a Curve25519 key, which may have slashes in it."""

    def __init__(self, person: Person, device_id: str) -> None:
        class Owner:
            user_id = person.user_id

        Owner.device_id = device_id  # type: ignore[attr-defined]
        super().__init__(Owner)  # type: ignore[arg-type]

    def upload(self, **more: Any) -> Json:
        """The body of the upload."""
        body: Json = {
            "device_id": self.device_id,
            "device_data": DATA,
            "device_keys": self.signed({**self.body, "dehydrated": True}),
            "one_time_keys": self.one_time("A", "B"),
            "fallback_keys": self.one_time("F", fallback=True),
            "initial_device_display_name": "dried",
        }
        return body | more


async def whisper(sender: Person, to: Person, device_id: str, *words: str) -> None:
    """Messages to one device."""
    for word in words:
        path = f"{V3}/sendToDevice/{{}}/{{}}"
        await sender.put(path, "m.word", fresh("t"), json={"messages": {to.user_id: {device_id: {"word": word}}}})


async def words(person: Person, device_id: str) -> list[str]:
    """Everything that waits for the device, page by page."""
    found: list[str] = []
    token = None
    while True:
        body: Json = {} if token is None else {"next_batch": token}
        page = await person.post(f"{PATH}/{{}}/events", device_id, json=body)
        found += [event["content"]["word"] for event in page["events"]]
        token = page["next_batch"]
        if not page["events"]:
            return found


async def devices(person: Person) -> set[str]:
    """Her sessions."""
    return {one["device_id"] for one in (await person.get(f"{V3}/devices"))["devices"]}


async def test_a_dehydrated_device_collects_what_is_sent(alice: Person, bob: Person) -> None:
    room = await meet(alice, bob)
    assert room
    await equip(alice)
    await bob.sync()
    await alice.get(PATH, expect=NOT_FOUND)
    await alice.delete(PATH, expect=NOT_FOUND)
    dried = Dried(alice, "dry/ing+" + fresh("k"))
    upload = dried.upload()
    for _ in range(2):  # the same again is no other device
        assert await alice.put(PATH, json=upload) == {"device_id": dried.device_id}
    assert await alice.get(PATH) == {"device_id": dried.device_id, "device_data": DATA}

    # Others see its keys, and take one-time keys, then the fallback key.
    assert alice.user_id in (await bob.sync())["device_lists"]["changed"]
    keys = (await bob.post(f"{V3}/keys/query", json={"device_keys": {alice.user_id: []}}))["device_keys"][alice.user_id]
    assert set(keys) == {alice.device_id, dried.device_id}
    assert keys[dried.device_id]["dehydrated"] is True
    wanted = {"one_time_keys": {alice.user_id: {dried.device_id: "signed_curve25519"}}}
    taken = [(await bob.post(f"{V3}/keys/claim", json=wanted))["one_time_keys"][alice.user_id] for _ in range(3)]
    names = [next(iter(one[dried.device_id])) for one in taken]
    assert sorted(names) == [f"signed_curve25519:{name}" for name in "ABF"]

    # It is no session: not in her list, not to be renamed, and logging out everywhere leaves it.
    assert await devices(alice) == {alice.device_id}
    await alice.get(f"{V3}/devices/{{}}", dried.device_id, expect=NOT_FOUND)
    await whisper(bob, alice, dried.device_id, *(str(number) for number in range(120)))
    await whisper(bob, alice, "*", "to all of them")
    await alice.post(f"{V3}/logout/all")
    login = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": alice.user_id}}
    again = await alice.post(f"{V3}/login", json=login | {"password": PASSWORD})
    alice.token = again["access_token"]
    expected = [*(str(number) for number in range(120)), "to all of them"]
    # Reading deletes nothing: who is interrupted begins again.
    assert await words(alice, dried.device_id) == expected
    assert await words(alice, dried.device_id) == expected
    pages = [await alice.get(f"{PATH}/{{}}/events", dried.device_id, limit=70)]
    pages.append(await alice.get(f"{PATH}/{{}}/events", dried.device_id, **{"from": pages[0]["next_batch"]}))
    assert [event["content"]["word"] for page in pages for event in page["events"]] == expected
    assert "next_batch" not in pages[1]
    assert "to_device" not in await alice.sync(since="", keep=False)

    # The next one replaces it with all that was its.
    other = Dried(alice, fresh("other"))
    await alice.put(PATH, json=other.upload(device_data=DATA | {"nonce": "m"}))
    assert (await alice.get(PATH))["device_data"]["nonce"] == "m"
    await alice.post(f"{PATH}/{{}}/events", dried.device_id, json={}, expect=(403, "M_FORBIDDEN"))
    keys = (await bob.post(f"{V3}/keys/query", json={"device_keys": {alice.user_id: []}}))["device_keys"][alice.user_id]
    assert set(keys) == {other.device_id}
    assert await words(alice, other.device_id) == []
    assert await alice.delete(PATH) == {"device_id": other.device_id}
    await alice.get(PATH, expect=NOT_FOUND)
    keys = (await bob.post(f"{V3}/keys/query", json={"device_keys": {alice.user_id: []}}))["device_keys"][alice.user_id]
    assert keys == {}


async def test_what_is_refused(alice: Person, bob: Person) -> None:
    dried = Dried(alice, fresh("dry"))
    wrong: Json
    for wrong in ({"device_id": ""}, {"device_id": 5}, {"device_data": "x"}, {"device_data": {}}):
        await alice.put(PATH, json=dried.upload(**wrong), expect=(400, "M_BAD_JSON"))
    await alice.put(PATH, json=dried.upload(device_keys=None), expect=(400, "M_MISSING_PARAM"))
    await alice.put(PATH, json=dried.upload(device_id="other"), expect=(400, "M_INVALID_PARAM"))
    await alice.put(PATH, json=dried.upload(device_data=DATA | {"x": "x" * 200_000}), expect=(413, "M_TOO_LARGE"))
    own = Dried(alice, alice.device_id)
    await alice.put(PATH, json=own.upload(), expect=(400, "M_INVALID_PARAM"))
    await alice.get(PATH, expect=NOT_FOUND)
    await alice.put(PATH, json=dried.upload())
    for token in ("x", "d", "dx", "d" + "9" * 30, 5):
        events = f"{PATH}/{{}}/events"
        await alice.post(events, dried.device_id, json={"next_batch": token}, expect=(400, "M_INVALID_PARAM"))
    await bob.post(f"{PATH}/{{}}/events", dried.device_id, json={}, expect=(403, "M_FORBIDDEN"))


async def test_it_goes_with_the_account(alice: Person, bob: Person) -> None:
    await meet(alice, bob)
    dried = Dried(alice, fresh("dry"))
    await alice.put(PATH, json=dried.upload())
    auth = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": alice.user_id},
        "password": PASSWORD,
    }
    await alice.post(f"{V3}/account/deactivate", json={"auth": auth})
    keys = await bob.post(f"{V3}/keys/query", json={"device_keys": {alice.user_id: []}})
    assert keys["device_keys"].get(alice.user_id, {}) == {}
