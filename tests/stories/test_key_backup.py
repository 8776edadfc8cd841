"""Room keys in the backup: what is kept of them, what is given back, and which backup is the current one."""

from typing import Any

from tests.harness.client import PASSWORD, V3, Json
from tests.harness.person import Person
from tests.stories.conftest import OwnServer

VERSION = f"{V3}/room_keys/version"
KEYS = f"{V3}/room_keys/keys"
ROOM = f"{KEYS}/{{}}"
ONE = f"{KEYS}/{{}}/{{}}"
ALGORITHM = "m.megolm_backup.v1.curve25519-aes-sha2"
NOT_FOUND = (404, "M_NOT_FOUND")


def key(text: str = "sealed", *, first: int = 0, forwarded: int = 0, verified: bool = True) -> Json:
    """A key as clients upload it; `text` stands for what nobody but they can open."""
    return {
        "first_message_index": first,
        "forwarded_count": forwarded,
        "is_verified": verified,
        "session_data": {"ciphertext": text, "ephemeral": "e", "mac": "m"},
    }


async def begin(person: Person, public_key: str = "abc") -> str:
    """A new backup."""
    body = {"algorithm": ALGORITHM, "auth_data": {"public_key": public_key, "signatures": {}}}
    version: str = (await person.post(VERSION, json=body))["version"]
    return version


async def put(person: Person, version: str, body: Json, path: str = KEYS, *ids: str, expect: Any = 200) -> Json:
    """Upload to a backup."""
    return await person.request("PUT", path, *ids, json=body, query={"version": version}, expect=expect)


async def test_a_backup_begins_and_ends(alice: Person) -> None:
    """Described by its latest version; numbers are not given twice; deleting again is fine."""
    await alice.get(VERSION, expect=NOT_FOUND)
    first = await begin(alice)
    described = await alice.get(VERSION)
    assert described == {
        "algorithm": ALGORITHM,
        "auth_data": {"public_key": "abc", "signatures": {}},
        "count": 0,
        "etag": described["etag"],
        "version": first,
    }
    second = await begin(alice, "def")
    assert second != first
    assert (await alice.get(VERSION))["version"] == second
    assert (await alice.get(f"{VERSION}/{{}}", first))["auth_data"]["public_key"] == "abc"
    await alice.delete(f"{VERSION}/{{}}", second)
    await alice.delete(f"{VERSION}/{{}}", second)
    await alice.get(f"{VERSION}/{{}}", second, expect=NOT_FOUND)
    assert (await alice.get(VERSION))["version"] == first
    assert await begin(alice) not in (first, second)
    for unknown in ("99", "0", "-1", "none"):
        await alice.delete(f"{VERSION}/{{}}", unknown, expect=NOT_FOUND)
        await alice.get(f"{VERSION}/{{}}", unknown, expect=NOT_FOUND)


async def test_auth_data_can_change_and_nothing_else(alice: Person) -> None:
    """New signatures, the same algorithm."""
    version = await begin(alice)
    signed = {"algorithm": ALGORITHM, "auth_data": {"public_key": "abc", "signatures": {alice.user_id: {"k": "s"}}}}
    await alice.put(f"{VERSION}/{{}}", version, json=signed)
    await alice.put(f"{VERSION}/{{}}", version, json={**signed, "version": version})
    assert (await alice.get(VERSION))["auth_data"] == signed["auth_data"]
    await alice.put(f"{VERSION}/{{}}", version, json={**signed, "version": "99"}, expect=(400, "M_INVALID_PARAM"))
    await alice.put(f"{VERSION}/{{}}", version, json={**signed, "algorithm": "x"}, expect=(400, "M_INVALID_PARAM"))
    await alice.put(f"{VERSION}/{{}}", "99", json=signed, expect=NOT_FOUND)
    for wrong in ({}, {"algorithm": ALGORITHM}, {"algorithm": 1, "auth_data": {}}, {"algorithm": "a", "auth_data": []}):
        await alice.post(VERSION, json=wrong, expect=400)


async def test_keys_go_in_and_come_out(alice: Person) -> None:
    """In bulk, by room and one by one; count and etag tell what changed."""
    version = await begin(alice)
    assert await alice.get(KEYS, version=version) == {"rooms": {}}
    sent = {"rooms": {"!a:x": {"sessions": {"s/1": key("1"), "s2": key("2")}}, "!b:x": {"sessions": {"s3": key("3")}}}}
    first = await put(alice, version, sent)
    assert first["count"] == 3
    assert await alice.get(KEYS, version=version) == sent
    assert await alice.get(ROOM, "!a:x", version=version) == sent["rooms"]["!a:x"]
    assert await alice.get(ONE, "!a:x", "s/1", version=version) == key("1")
    assert await put(alice, version, sent) == first  # nothing new
    second = await put(alice, version, {"sessions": {"s4": key("4")}}, ROOM, "!b:x")
    assert (second["count"], second["etag"] != first["etag"]) == (4, True)
    third = await put(alice, version, key("5"), ONE, "!c:x", "s5")
    assert third["count"] == 5
    assert (await alice.get(VERSION))["etag"] == third["etag"]
    assert await alice.get(ROOM, "!nowhere:x", version=version) == {"sessions": {}}
    await alice.get(ONE, "!a:x", "nothing", version=version, expect=NOT_FOUND)


async def test_the_better_key_is_kept(alice: Person) -> None:
    """Verified first, then from an earlier message on, then forwarded less often."""
    version = await begin(alice)

    async def kept(uploaded: Json) -> str:
        await put(alice, version, uploaded, ONE, "!a:x", "s")
        found = await alice.get(ONE, "!a:x", "s", version=version)
        text: str = found["session_data"]["ciphertext"]
        return text

    assert await kept(key("first", first=5, forwarded=3, verified=False)) == "first"
    assert await kept(key("later", first=6, forwarded=0, verified=False)) == "first"
    assert await kept(key("again", first=5, forwarded=3, verified=False)) == "first"
    assert await kept(key("nearer", first=5, forwarded=1, verified=False)) == "nearer"
    assert await kept(key("earlier", first=2, forwarded=9, verified=False)) == "earlier"
    assert await kept(key("verified", first=40, forwarded=9, verified=True)) == "verified"
    assert await kept(key("unverified", first=0, forwarded=0, verified=False)) == "verified"


async def test_keys_are_deleted(alice: Person) -> None:
    """One, a room's, all; what is not there is no error, a backup that is not there is."""
    version = await begin(alice)
    sessions = {"s1": key(), "s2": key()}
    await put(alice, version, {"rooms": {"!a:x": {"sessions": sessions}, "!b:x": {"sessions": sessions}}})

    async def delete(path: str, *ids: str, of: str = version, expect: Any = 200) -> Json:
        return await alice.request("DELETE", path, *ids, query={"version": of}, expect=expect)

    left = await delete(ONE, "!a:x", "s1")
    assert left["count"] == 3
    assert await delete(ONE, "!a:x", "s1") == left
    assert (await delete(ROOM, "!b:x"))["count"] == 1
    assert await alice.get(KEYS, version=version) == {"rooms": {"!a:x": {"sessions": {"s2": key()}}}}
    assert (await delete(KEYS))["count"] == 0
    await delete(KEYS, of="77", expect=NOT_FOUND)
    await alice.request("DELETE", KEYS, expect=(400, "M_MISSING_PARAM"))


async def test_keys_go_into_the_current_backup_only(alice: Person) -> None:
    """A device that missed the change is told the current version."""
    await put(alice, "1", {"rooms": {}}, expect=NOT_FOUND)
    old = await begin(alice)
    await put(alice, old, key("old"), ONE, "!a:x", "s")
    new = await begin(alice)
    for path, ids, body in (
        (KEYS, (), {"rooms": {}}),
        (ROOM, ("!a:x",), {"sessions": {}}),
        (ONE, ("!a:x", "s"), key()),
    ):
        refused = await put(alice, old, body, path, *ids, expect=(403, "M_WRONG_ROOM_KEYS_VERSION"))
        assert refused["current_version"] == new
    # What is in the old one can still be read, until it goes.
    assert await alice.get(ONE, "!a:x", "s", version=old) == key("old")
    await alice.delete(f"{VERSION}/{{}}", old)
    await alice.get(ONE, "!a:x", "s", version=old, expect=NOT_FOUND)
    await alice.get(KEYS, version=old, expect=NOT_FOUND)
    await alice.get(ROOM, "!a:x", version=old, expect=NOT_FOUND)


async def test_backups_are_nobody_elses(alice: Person, bob: Person) -> None:
    """Numbers are counted by person, and keys are found by person."""
    version = await begin(alice)
    await put(alice, version, key(), ONE, "!a:x", "s")
    await bob.get(VERSION, expect=NOT_FOUND)
    await bob.get(ONE, "!a:x", "s", version=version, expect=NOT_FOUND)
    await bob.delete(f"{VERSION}/{{}}", version, expect=NOT_FOUND)
    assert (await alice.get(VERSION))["count"] == 1


async def test_wrong_uploads(alice: Person) -> None:
    """Of the wrong shape: refused, and nothing of the request is kept."""
    version = await begin(alice)
    body: Any
    for body in (
        {},
        {"rooms": []},
        {"rooms": {"!a:x": []}},
        {"rooms": {"!a:x": {"sessions": {"s": key(), "t": {}}}}},
        {"rooms": {"!a:x": {"sessions": {"s": {**key(), "first_message_index": -1}}}}},
        {"rooms": {"!a:x": {"sessions": {"s": {**key(), "forwarded_count": "1"}}}}},
        {"rooms": {"!a:x": {"sessions": {"s": {**key(), "is_verified": 1}}}}},
        {"rooms": {"!a:x": {"sessions": {"s": {**key(), "session_data": "x"}}}}},
    ):
        await put(alice, version, body, expect=(400, "M_BAD_JSON"))
    await put(alice, version, key("x" * 20_000), ONE, "!a:x", "s", expect=(413, "M_TOO_LARGE"))
    await put(alice, version, {"rooms": {"!" * 300: {"sessions": {}}}}, expect=(413, "M_TOO_LARGE"))
    await alice.get(KEYS, expect=(400, "M_MISSING_PARAM"))
    assert await alice.get(KEYS, version=version) == {"rooms": {}}


async def test_many_keys_come_in_pages(alice: Person) -> None:
    """More than are read at once, in several rooms: each comes once."""
    version = await begin(alice)
    rooms = {
        f"!room{number}:x": {"sessions": {f"session{one:04}": key(str(one)) for one in range(size)}}
        for number, size in enumerate((3, 1500, 997, 1, 600))
    }
    assert (await put(alice, version, {"rooms": rooms}))["count"] == 3101
    assert await alice.get(KEYS, version=version) == {"rooms": rooms}
    assert await alice.get(ROOM, "!room1:x", version=version) == rooms["!room1:x"]


async def test_a_full_backup(own_server: OwnServer) -> None:
    """Better keys still replace those that are there; more do not go in."""
    server = own_server({"LAIWANG_KEY_BACKUP__KEYS_MAX": "2"})
    alice = await Person.arrive(server.url, "alice")
    version = await begin(alice)
    await put(alice, version, {"sessions": {"s1": key(first=3), "s2": key(first=3)}}, ROOM, "!a:x")
    await put(alice, version, key(), ONE, "!a:x", "s3", expect=(413, "M_TOO_LARGE"))
    assert (await put(alice, version, key("better"), ONE, "!a:x", "s1"))["count"] == 2
    # Who leaves for good leaves no keys behind.
    auth = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": alice.user_id}}
    await alice.post(f"{V3}/account/deactivate", json={"auth": {**auth, "password": PASSWORD}})
    await alice.close()
    server.stop()
    assert server.rows("SELECT count(*) FROM key_backup_keys") == [(0,)]
    if (server.data / "laiwang.db").exists():  # the embedded database: not a byte of them is left in the file
        assert b"better" not in (server.data / "laiwang.db").read_bytes()


async def test_there_are_few_backups(alice: Person) -> None:
    """A client that begins one after the other is stopped."""
    for _ in range(50):
        version = await begin(alice)
    await alice.post(VERSION, json={"algorithm": ALGORITHM, "auth_data": {}}, expect=(413, "M_TOO_LARGE"))
    await alice.delete(f"{VERSION}/{{}}", version)
    await begin(alice)
