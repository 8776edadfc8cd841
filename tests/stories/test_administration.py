"""Administrators and the people they look after: accounts, devices, registration tokens, and what is written down about it."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.harness.client import PASSWORD, V1, V3, Door, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, audited, command, promote
from tests.stories.conftest import Newcomer, OwnServer

FORBIDDEN = (403, "M_FORBIDDEN")
NOT_FOUND = (404, "M_NOT_FOUND")
PERSON = f"{ADMIN}/people/{{}}"
TOKEN = f"{ADMIN}/registration_tokens/{{}}"
LOCK = f"{V1}/admin/lock/{{}}"
SUSPEND = f"{V1}/admin/suspend/{{}}"


@pytest.fixture
async def admin(server: ServerProcess, newcomer: Newcomer) -> Person:
    """An administrator."""
    return await promote(server, await newcomer("admin"))


@pytest.fixture
async def stranger(server: ServerProcess) -> AsyncIterator[Door]:
    """Somebody without a token."""
    async with Door(server.url) as door:
        yield door


async def log_in(door: Door, user_id: str, password: str, expect: Any = 200) -> Json:
    """A login by password."""
    identifier = {"type": "m.id.user", "user": user_id}
    body = {"type": "m.login.password", "identifier": identifier, "password": password}
    return await door.post(f"{V3}/login", json=body, expect=expect)


async def test_nobody_else_gets_in(admin: Person, alice: Person, bob: Person, stranger: Door) -> None:
    """Every route of the description, asked by an ordinary person, by a suspended one and by nobody at all."""
    described = await stranger.get("/api/v1/openapi.json")
    assert described["openapi"].startswith("3.1")
    routes = [
        (method.upper(), path)
        for path, methods in described["paths"].items()
        for method in methods
        if path.startswith(ADMIN)
    ]
    assert len(routes) > 12
    for method, path in routes:
        # All other captures are of things that need not exist: who is refused does not hear whether they do.
        filled = re.sub(r"\{\w+\}", "1", path.replace("{userId}", bob.user_id))
        await alice.request(method, filled, json=None if method == "GET" else {}, expect=FORBIDDEN)
        await stranger.request(method, filled, json=None if method == "GET" else {}, expect=(401, "M_MISSING_TOKEN"))
    assert (await bob.get(f"{V3}/account/whoami"))["user_id"] == bob.user_id
    for path in (LOCK, SUSPEND):
        await alice.get(path, bob.user_id, expect=FORBIDDEN)
        await alice.get(path, "@nobody:test.local", expect=FORBIDDEN)
        await alice.put(path, bob.user_id, json={"locked": True, "suspended": True}, expect=FORBIDDEN)
    assert "m.account_moderation" not in (await alice.get(f"{V3}/capabilities"))["capabilities"]
    own = (await admin.get(f"{V3}/capabilities"))["capabilities"]
    assert own["m.account_moderation"] == {"lock": True, "suspend": True}


async def test_the_description(stranger: Door) -> None:
    """Every route says what it does, and every type it names is there."""
    described = await stranger.get("/api/v1/openapi.json")
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert len(operation["summary"]) > 10, path
    text = str(described)
    for name in described["components"]["schemas"]:
        assert name == "Error" or f"#/components/schemas/{name}" in text
    wanted = described["paths"][f"{ADMIN}/people"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert wanted == {"$ref": "#/components/schemas/NewPerson"}


async def test_an_account_made_and_ended(admin: Person, stranger: Door) -> None:
    """Made with a password or without, given another one, ended; each act written down."""
    name = fresh("mei")
    made = await admin.post(f"{ADMIN}/people", json={"name": name, "display_name": "Mei"})
    user_id, password = made["user_id"], made["password"]
    await admin.post(f"{ADMIN}/people", json={"name": name}, expect=(400, "M_USER_IN_USE"))
    for wrong in ({}, {"name": 7}, {"name": fresh("x"), "is_admin": "yes"}):
        await admin.post(f"{ADMIN}/people", json=wrong, expect=(400, "M_BAD_JSON"))
    await admin.post(f"{ADMIN}/people", json={"name": "Not a name!"}, expect=(400, "M_INVALID_USERNAME"))
    await admin.post(f"{ADMIN}/people", json={"name": fresh("x"), "password": "x"}, expect=(400, "M_WEAK_PASSWORD"))
    session = await log_in(stranger, user_id, password)
    seen = await admin.get(PERSON, user_id)
    assert (seen["display_name"], seen["devices"], seen["rooms"], seen["is_admin"]) == ("Mei", 1, 0, False)
    assert seen["last_seen_ms"] >= seen["created_ms"]
    assert await admin.post(f"{PERSON}/password", user_id, json={"password": "orchid garden"}) == {"password": None}
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    await stranger.request("GET", f"{V3}/account/whoami", headers=headers, expect=(401, "M_UNKNOWN_TOKEN"))
    await log_in(stranger, user_id, password, expect=FORBIDDEN)
    await log_in(stranger, user_id, "orchid garden")
    made_up = (await admin.post(f"{PERSON}/password", user_id, json={"log_out": False}))["password"]
    await log_in(stranger, user_id, made_up)
    assert (await admin.get(PERSON, user_id))["devices"] == 2
    await admin.post(f"{PERSON}/deactivate", user_id)
    await log_in(stranger, user_id, made_up, expect=(403, "M_USER_DEACTIVATED"))
    assert (await admin.get(PERSON, user_id))["is_deactivated"] is True
    for path in ("password", "deactivate"):
        await admin.post(f"{PERSON}/{path}", user_id, expect=NOT_FOUND)
    entries = await audited(admin, subject=user_id)
    assert [entry["act"] for entry in entries] == [
        "person.create",
        "person.reset_password",
        "person.reset_password",
        "person.deactivate",
    ]
    assert {entry["actor"] for entry in entries} == {admin.user_id}
    assert entries[0]["new"] == {"is_admin": False}
    assert password not in str(entries)
    assert "orchid" not in str(entries)


async def test_lists_of_people(admin: Person, newcomer: Newcomer) -> None:
    """Page by page, by a part of the id, by state."""
    name = fresh("lan")
    people = [await newcomer(f"{name}_{number}") for number in range(5)]
    ids = sorted(one.user_id for one in people)
    found: list[str] = []
    start = None
    while True:
        page = await admin.get(f"{ADMIN}/people", search=f"{name}_", limit=2, **({"from": start} if start else {}))
        assert page["total"] == 5
        found += [one["user_id"] for one in page["people"]]
        start = page["next"]
        if start is None:
            break
    assert found == ids
    # Nothing in a search means anything but itself.
    assert (await admin.get(f"{ADMIN}/people", search=f"{name}%"))["total"] == 0
    await admin.put(LOCK, ids[0], json={"locked": True})
    await admin.put(SUSPEND, ids[1], json={"suspended": True})
    await admin.post(f"{PERSON}/deactivate", ids[2])
    await admin.put(f"{PERSON}/administrator", ids[3], json={"is_admin": True})
    for state, expected in (
        ("locked", ids[:1]),
        ("suspended", ids[1:2]),
        ("deactivated", ids[2:3]),
        ("administrators", ids[3:4]),
        ("active", [*ids[:2], *ids[3:]]),
        ("all", ids),
    ):
        page = await admin.get(f"{ADMIN}/people", search=f"{name}_", state=state)
        assert [one["user_id"] for one in page["people"]] == expected, state
    await admin.get(f"{ADMIN}/people", state="odd", expect=(400, "M_INVALID_PARAM"))
    await admin.get(f"{ADMIN}/people", limit=0, expect=(400, "M_INVALID_PARAM"))


async def test_administrators_make_administrators(admin: Person, alice: Person) -> None:
    """And unmake them, but for themselves; what is so already is not written down again."""
    path = f"{PERSON}/administrator"
    for _ in range(2):
        await admin.put(path, alice.user_id, json={"is_admin": True})
    assert (await alice.get(PERSON, admin.user_id))["is_admin"] is True
    for refused in (LOCK, SUSPEND):
        await alice.put(refused, admin.user_id, json={"locked": True, "suspended": True}, expect=FORBIDDEN)
        await alice.get(refused, admin.user_id, expect=FORBIDDEN)
    await admin.put(path, admin.user_id, json={"is_admin": False}, expect=FORBIDDEN)
    await admin.post(f"{PERSON}/deactivate", admin.user_id, expect=FORBIDDEN)
    await admin.put(path, alice.user_id, json={"is_admin": False})
    await alice.get(PERSON, admin.user_id, expect=FORBIDDEN)
    await admin.put(path, alice.user_id, json={}, expect=(400, "M_BAD_JSON"))
    entries = [(one["act"], one["old"], one["new"]) for one in await audited(admin, subject=alice.user_id)]
    assert entries == [("person.set_admin", False, True), ("person.set_admin", True, False)]
    for strange in ("@nobody:test.local", "@alice:elsewhere"):
        expected = NOT_FOUND if "test.local" in strange else (400, "M_INVALID_PARAM")
        await admin.put(path, strange, json={"is_admin": True}, expect=expected)
        await admin.get(PERSON, strange, expect=expected)
        await admin.put(LOCK, strange, json={"locked": True}, expect=expected)
        await admin.get(f"{PERSON}/devices", strange, expect=expected)


async def test_a_locked_account(admin: Person, alice: Person, bob: Person, stranger: Door) -> None:
    """All that is left to do is to log out; the session is kept for better times."""
    room = await alice.create_room(preset="public_chat")
    other = await alice.other_device()
    assert await admin.get(LOCK, alice.user_id) == {"locked": False}
    assert await admin.put(LOCK, alice.user_id, json={"locked": True}) == {"locked": True}
    for method, path in (("GET", f"{V3}/account/whoami"), ("GET", f"{V3}/sync"), ("POST", f"{V3}/createRoom")):
        refused = await alice.request(method, path, json=None if method == "GET" else {}, expect=(401, "M_USER_LOCKED"))
        assert refused["soft_logout"] is True
    await log_in(stranger, alice.user_id, PASSWORD, expect=(401, "M_USER_LOCKED"))
    await other.post(f"{V3}/logout")
    assert await admin.get(LOCK, alice.user_id) == {"locked": True}
    # Others see her as before.
    await bob.join(room)
    assert alice.user_id in (await bob.get(f"{V3}/rooms/{{}}/joined_members", room))["joined"]
    await admin.put(LOCK, alice.user_id, json={"locked": False})
    await alice.say(room, "back again")
    await log_in(stranger, alice.user_id, PASSWORD)
    await admin.put(LOCK, alice.user_id, json={}, expect=(400, "M_MISSING_PARAM"))
    await admin.put(LOCK, alice.user_id, json={"locked": "yes"}, expect=(400, "M_BAD_JSON"))
    await admin.put(LOCK, admin.user_id, json={"locked": True}, expect=FORBIDDEN)


async def test_a_suspended_account(admin: Person, alice: Person, bob: Person) -> None:
    """It reads, leaves, takes back what it said and verifies devices; it neither speaks nor comes nor changes what others see."""
    room = await bob.create_room(preset="public_chat")
    other = await bob.create_room(preset="public_chat", invite=[alice.user_id])
    await alice.join(room)
    mine = await alice.say(room, "mine")
    levels = await bob.state(room, "m.room.power_levels")
    levels["users"][alice.user_id] = 50
    await bob.set_state(room, "m.room.power_levels", levels)
    theirs = await bob.say(room, "theirs")
    assert await admin.put(SUSPEND, alice.user_id, json={"suspended": True}) == {"suspended": True}
    assert await admin.get(SUSPEND, alice.user_id) == {"suspended": True}
    suspended = (403, "M_USER_SUSPENDED")
    await alice.send(room, {"msgtype": "m.text", "body": "no"}, expect=suspended)
    await alice.set_state(room, "m.room.topic", {"topic": "no"}, expect=suspended)
    await alice.join(other, expect=suspended)
    await alice.membership("join", other, expect=suspended)
    await alice.create_room(expect=suspended)
    await alice.post(f"{V3}/knock/{{}}", other, expect=suspended)
    for action in ("invite", "kick", "ban", "unban"):
        await alice.membership(action, room, bob, expect=suspended)
    await alice.put(f"{V3}/profile/{{}}/displayname", alice.user_id, json={"displayname": "no"}, expect=suspended)
    await alice.request("POST", "/_matrix/media/v3/upload", content=b"no", expect=suspended)
    await alice.post(f"{V3}/rooms/{{}}/upgrade", room, json={"new_version": "12"}, expect=suspended)
    await alice.redact(room, theirs, expect=suspended)
    # What is left.
    await alice.redact(room, mine)
    assert room in (await alice.sync())["rooms"]["join"]
    await alice.receipt(room, theirs)
    await alice.membership("leave", other)
    await alice.membership("leave", room)
    await alice.put(f"{V3}/sendToDevice/m.test/{{}}", fresh("t"), json={"messages": {alice.user_id: {"*": {}}}})
    await alice.other_device()
    await admin.put(SUSPEND, alice.user_id, json={"suspended": False})
    await alice.join(room)
    await alice.say(room, "yes")
    acts = [(one["act"], one["new"]) for one in await audited(admin, subject=alice.user_id)]
    assert acts == [("person.set_suspended", True), ("person.set_suspended", False)]


async def test_who_somebody_is(admin: Person, alice: Person, bob: Person) -> None:
    """Administrators see from where somebody came; others see that of themselves."""
    path = f"{V3}/admin/whois/{{}}"
    for person in (admin, alice):
        seen = await person.get(path, alice.user_id)
        (session,) = seen["devices"][alice.device_id]["sessions"]
        assert session["connections"][0]["ip"] == "127.0.0.1"
    await bob.get(path, alice.user_id, expect=FORBIDDEN)
    await admin.get(path, "@nobody:test.local", expect=NOT_FOUND)


async def test_devices(admin: Person, alice: Person) -> None:
    """Listed, and logged out one by one or all at once."""
    path = f"{PERSON}/devices"
    other = await alice.other_device(initial_device_display_name="Tablet")
    third = await alice.other_device()
    listed = {one["device_id"]: one for one in (await admin.get(path, alice.user_id))["devices"]}
    assert set(listed) == {alice.device_id, other.device_id, third.device_id}
    assert listed[other.device_id]["display_name"] == "Tablet"
    await admin.delete(f"{path}/{{}}", alice.user_id, other.device_id)
    await other.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))
    await admin.delete(f"{path}/{{}}", alice.user_id, other.device_id, expect=NOT_FOUND)
    await admin.delete(path, alice.user_id)
    for device in (alice, third):
        await device.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))
    assert await admin.get(path, alice.user_id) == {"devices": []}
    acts = [one["act"] for one in await audited(admin, subject=alice.user_id)]
    assert acts == ["device.remove", "device.remove_all"]


async def test_registration_tokens(own_server: OwnServer) -> None:
    """Made, used, changed, ended; who has one may register on a server that asks for it."""
    server = own_server({"LAIWANG_REGISTRATION__MODE": "token"})
    await command(server, "user", "add", "chief", "--admin")
    printed = await command(server, "user", "reset-password", "chief")
    async with Door(server.url) as door:
        chief = Person(server.url)
        chief._take(await log_in(door, "chief", printed.partition("password: ")[2].split()[0]))
        made = await chief.post(f"{ADMIN}/registration_tokens", json={"uses_left": 1})
        token = made["token"]
        assert made == {"token": token, "uses_left": 1, "expires_ms": None}
        named = await chief.post(f"{ADMIN}/registration_tokens", json={"token": "tea", "expires_ms": 5})
        assert named == {"token": "tea", "uses_left": None, "expires_ms": 5}
        listed = (await chief.get(f"{ADMIN}/registration_tokens"))["tokens"]
        assert [one["token"] for one in listed] == [token, "tea"]

        async def register(with_token: str, expect: Any = 200) -> None:
            auth = {"type": "m.login.registration_token", "token": with_token}
            body = {"username": fresh("person"), "password": PASSWORD, "auth": auth}
            await door.post(f"{V3}/register", json=body, expect=expect)

        await register(token)
        await register(token, expect=401)
        await register("tea", expect=401)
        changed = await chief.put(TOKEN, "tea", json={"uses_left": 2})
        assert changed == {"token": "tea", "uses_left": 2, "expires_ms": None}
        await register("tea")
        assert (await chief.get(TOKEN, "tea"))["uses_left"] == 1
        await chief.delete(TOKEN, "tea")
        for method in ("GET", "PUT", "DELETE"):
            await chief.request(method, TOKEN, "tea", json={} if method == "PUT" else None, expect=NOT_FOUND)
        await register("tea", expect=401)
        for wrong in ({"token": "no spaces"}, {"token": token}, {"token": "x" * 65}):
            await chief.post(f"{ADMIN}/registration_tokens", json=wrong, expect=(400, "M_INVALID_PARAM"))
        await chief.post(f"{ADMIN}/registration_tokens", json={"uses_left": -1}, expect=(400, "M_BAD_JSON"))
        acts = [(one["actor"], one["act"], one["subject"]) for one in await audited(chief)]
        assert acts == [
            ("command line", "person.create", "@chief:test.local"),
            ("command line", "person.reset_password", "@chief:test.local"),
            (chief.user_id, "registration_token.add", token),
            (chief.user_id, "registration_token.add", "tea"),
            (chief.user_id, "registration_token.change", "tea"),
            (chief.user_id, "registration_token.remove", "tea"),
        ]
        # What is done on the command line is written down as well.
        await command(server, "token", "add", "coffee")
        await command(server, "token", "remove", "coffee")
        assert [one["act"] for one in await audited(chief, subject="coffee")] == [
            "registration_token.add",
            "registration_token.remove",
        ]
        # Page by page, the newest first.
        ids: list[int] = []
        start = None
        while True:
            page = await chief.get(f"{ADMIN}/audit", limit=3, **({"from": start} if start else {}))
            ids += [one["id"] for one in page["entries"]]
            start = page["next"]
            if start is None:
                break
        assert ids == sorted(ids, reverse=True)
        assert len(ids) == 8
        # It outlives the server.
        server.restart()
        assert len((await chief.get(f"{ADMIN}/audit"))["entries"]) == 8
        await chief.close()


async def test_acts_at_once(admin: Person, alice: Person) -> None:
    """However many ask for the same thing, it is done once or more often, and written down as often as it was done."""
    values = [True, False] * 4
    await asyncio.gather(*(admin.put(LOCK, alice.user_id, json={"locked": value}) for value in values))
    entries = await audited(admin, subject=alice.user_id)
    last = (await admin.get(LOCK, alice.user_id))["locked"]
    assert entries[-1]["new"] is last
