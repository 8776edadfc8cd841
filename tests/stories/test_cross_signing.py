"""People who vouch for devices and for each other, begin anew, and go."""

from tests.harness.client import PASSWORD, V3, Json
from tests.harness.person import Person
from tests.stories.conftest import Newcomer, OwnServer
from tests.stories.keys import DeviceKeys, Identity, equip, public

UPLOAD = f"{V3}/keys/device_signing/upload"


def password_of(person: Person, session: str | None = None) -> Json:
    """What user-interactive authentication asks for."""
    found = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": person.user_id},
        "password": PASSWORD,
    }
    return found | ({"session": session} if session is not None else {})


async def keys_of(reader: Person, owner: Person) -> Json:
    """What the server tells a reader of somebody's keys."""
    return await reader.post(f"{V3}/keys/query", json={"device_keys": {owner.user_id: []}})


async def vouch(signer: Person, identity: Identity, device: DeviceKeys, other: Identity) -> None:
    """She signs her own device, and the master key of somebody whom she has met."""
    master = other.upload()["master_key"]
    body = {
        signer.user_id: {device.device_id: identity.signed(device.body, "self_signing")},
        other.user_id: {public(other.keys["master"]): identity.signed(master, "user_signing")},
    }
    assert await signer.post(f"{V3}/keys/signatures/upload", json=body) == {"failures": {}}


async def two_who_have_met(alice: Person, bob: Person) -> tuple[str, Identity, Identity, DeviceKeys]:
    """Both have an identity, and each has verified the other."""
    room = await alice.create_room(invite=[bob.user_id])
    await bob.join(room)
    hers, his = Identity(alice), Identity(bob)
    devices = [await equip(alice), await equip(bob)]
    for person, identity in ((alice, hers), (bob, his)):
        await person.post(UPLOAD, json=identity.upload())
    await vouch(alice, hers, devices[0], his)
    await vouch(bob, his, devices[1], hers)
    return room, hers, his, devices[0]


async def test_beginning_anew(alice: Person, bob: Person) -> None:
    """New keys need the password; whoever shares a room hears of them; what the old ones had signed and what was signed of them is gone."""
    _, old, _, device = await two_who_have_met(alice, bob)
    await bob.sync()
    new = Identity(alice)
    asked = await alice.post(UPLOAD, json=new.upload(), expect=401)
    assert [flow["stages"] for flow in asked["flows"]] == [["m.login.password"]]
    wrong = {**password_of(alice, asked["session"]), "password": "not it"}
    await alice.post(UPLOAD, json={**new.upload(), "auth": wrong}, expect=401)
    assert public(old.keys["master"]) in str((await keys_of(bob, alice))["master_keys"])
    await alice.post(UPLOAD, json={**new.upload(), "auth": password_of(alice, asked["session"])})
    assert alice.user_id in (await bob.sync(timeout_ms=20_000))["device_lists"]["changed"]
    told = await keys_of(bob, alice)
    assert public(new.keys["master"]) in str(told["master_keys"][alice.user_id]["keys"])
    everything = str(told) + str(await keys_of(alice, alice)) + str(await keys_of(alice, bob))
    assert not any(f"ed25519:{public(key)}" in everything for key in old.keys.values())
    signatures = told["device_keys"][alice.user_id][device.device_id]["signatures"][alice.user_id]
    assert set(signatures) == {f"ed25519:{device.device_id}"}


async def test_an_identity_goes_with_its_account(own_server: OwnServer, newcomer: Newcomer) -> None:
    """Nobody is told of keys for somebody who is no more, and none are kept: neither hers, nor what she or others signed with them."""
    server = own_server()
    alice, bob = await newcomer("alice", server.url), await newcomer("bob", server.url)
    await two_who_have_met(alice, bob)
    assert alice.user_id in (await keys_of(bob, alice))["master_keys"]
    await alice.post(f"{V3}/account/deactivate", json={"auth": password_of(alice)})
    told = await keys_of(bob, alice)
    for part in ("device_keys", "master_keys", "self_signing_keys"):
        assert not told.get(part, {}).get(alice.user_id), part
    server.stop()
    for table, column in (
        ("device_keys", "user_id"),
        ("cross_signing_keys", "user_id"),
        ("key_signatures", "target_user"),
        ("key_signatures", "signer_user"),
    ):
        people = {row[0] for row in server.rows(f"SELECT {column} FROM {table}")}
        assert people == {bob.user_id}, (table, column)
