"""Another system keeps the staff of a company: what Entra and Okta send, and what becomes of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio

from tests.harness.client import PASSWORD, V3, Door, Expected, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, promote
from tests.stories.offices import Office, found

CORE = "urn:ietf:params:scim:schemas:core:2.0"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
USERS, GROUPS = "/scim/v2/Users", "/scim/v2/Groups"


class World:
    """A verified company with a domain, its owner, and the other system."""

    def __init__(self, admin: Person, owner: Person, office: Office, domain: str) -> None:
        self.admin = admin
        self.owner = owner
        self.office = office
        self.domain = domain
        self.system = Door(owner.url)

    async def patch(self, path: str, id: str, *operations: Json, expect: Expected = 200) -> Json:
        """A PATCH of operations."""
        body = {"schemas": [PATCH], "Operations": list(operations)}
        return await self.system.request("PATCH", f"{path}/{{}}", id, json=body, expect=expect)

    async def user(self, expect: Expected = 201, **more: Any) -> Json:
        """A new user, as Entra makes one."""
        name = fresh("li")
        body = {
            "schemas": [f"{CORE}:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
            "externalId": fresh("ext"),
            "userName": f"{name}@{self.domain}",
            "active": True,
            "displayName": "Li Wan",
            "title": "Clerk",
            "emails": [{"primary": True, "type": "work", "value": f"{name}@{self.domain}"}],
            "name": {"formatted": "Li Wan", "givenName": "Li", "familyName": "Wan"},
            **more,
        }
        return await self.system.post(USERS, json=body, expect=expect)

    async def find(self, path: str, text: str) -> list[Json]:
        """What a filter finds."""
        found = await self.system.get(path, filter=text)
        assert found["totalResults"] == len(found["Resources"])
        resources: list[Json] = found["Resources"]
        return resources


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def staffed(server: ServerProcess) -> AsyncIterator[tuple[str, ...]]:
    """What the stories of this file share: tokens and ids."""
    admin = await promote(server, await Person.arrive(server.url, "founder"))
    owner = await Person.arrive(server.url, "owner")
    office = await found(admin, owner)
    domain = f"{fresh('lake')}.example"
    await owner.put(f"{office.path}/domains/{{}}", domain, json={})
    await admin.put(f"{ADMIN}/organisations/{{}}/domains/{{}}", office.id, domain, json={"is_confirmed": True})
    await admin.put(f"{ADMIN}/organisations/{{}}/verified", office.id, json={"is_verified": True})
    token = (await owner.put(f"{office.path}/scim_tokens/Entra", json={}))["token"]
    for person in (admin, owner):
        await person.close()
    yield admin.user_id, str(admin.token), owner.user_id, str(owner.token), office.id, domain, token


@pytest_asyncio.fixture
async def world(server: ServerProcess, staffed: tuple[str, ...]) -> AsyncIterator[World]:
    """The company, on this test's own connections."""
    admin, owner = Person(server.url), Person(server.url)
    admin.user_id, admin.token, owner.user_id, owner.token = staffed[:4]
    world = World(admin, owner, Office(staffed[4], owner), staffed[5])
    world.system.token = staffed[6]
    yield world
    for door in (admin, owner, world.system):
        await door.close()


async def logged_in(world: World, user_id: str) -> Person:
    """A session of somebody whose password an administrator of the server has set."""
    await world.admin.post(f"{ADMIN}/people/{{}}/password", user_id, json={"password": PASSWORD})
    person = Person(world.admin.url)
    person._take(await person.post(f"{V3}/login", json=login_of(user_id)))
    return person


def login_of(user_id: str) -> Json:
    """The body of a login."""
    identifier = {"type": "m.id.user", "user": user_id}
    return {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}


async def test_entra_hires_and_lets_go(world: World) -> None:
    assert await world.find(USERS, 'userName eq "nobody@nowhere.example"') == []
    user = await world.user()
    id = user["id"]
    assert (user["displayName"], user["title"], user["active"]) == ("Li Wan", "Clerk", True)
    assert user["name"] == {"formatted": "Li Wan", "givenName": "Li", "familyName": "Wan"}
    member = await world.owner.get(f"{world.office.path}/members/{{}}", id)
    assert (member["display_name"], member["title"], member["external_id"]) == ("Li Wan", "Clerk", user["externalId"])
    assert member["verified"] == [{"kind": "staff", "name": "Lakeside Tea"}]
    # Found as it asks, in any case.
    for text in (
        f'userName eq "{user["userName"].upper()}"',
        f'externalId eq "{user["externalId"]}"',
        f'emails[type eq "work"].value eq "{user["userName"]}"',
        f'id eq "{id}"',
    ):
        assert [one["id"] for one in await world.find(USERS, text)] == [id], text
    assert (await world.system.get(f"{USERS}/{{}}", id)) == user
    taken = await world.user(userName=user["userName"].upper(), expect=409)
    assert (taken["status"], taken["scimType"]) == ("409", "uniqueness")

    async with await logged_in(world, id) as person:
        # Entra sends booleans as texts.
        gone = await world.patch(USERS, id, {"op": "Replace", "path": "active", "value": "False"})
        assert gone["active"] is False
        await person.get(f"{V3}/account/whoami", expect=401)
        assert id not in await world.office.members()
        assert [one["active"] for one in await world.find(USERS, f'id eq "{id}"')] == [False]
        await person.respond("POST", f"{V3}/login", json=login_of(id), headers={"Authorization": ""}, expect=None)
        assert (await world.admin.get(f"{ADMIN}/people/{{}}", id))["is_locked"] is True
    back = await world.patch(USERS, id, {"op": "replace", "value": {"active": True, "title": "Buyer"}})
    assert (back["active"], back["title"]) == (True, "Buyer")
    assert (await world.admin.get(f"{ADMIN}/people/{{}}", id))["is_locked"] is False
    # Whom an administrator of the server has locked stays locked.
    await world.admin.put("/_matrix/client/v1/admin/lock/{}", id, json={"locked": True})
    for active in (False, True):
        await world.patch(USERS, id, {"op": "replace", "path": "active", "value": active})
    assert (await world.admin.get(f"{ADMIN}/people/{{}}", id))["is_locked"] is True


async def test_names_follow_and_users_go(world: World) -> None:
    user = await world.user()
    id = user["id"]
    operations = [
        {"op": "Add", "path": "name.givenName", "value": "Lili"},
        {"op": "Add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "value": "x"},
        {"op": "Remove", "path": "title"},
    ]
    changed = await world.patch(USERS, id, *operations)
    assert changed["displayName"] == "Lili Wan"
    assert "title" not in changed
    replaced = await world.system.put(
        f"{USERS}/{{}}", id, json={"userName": user["userName"], "displayName": "Li W.", "externalId": "new ext"}
    )
    assert (replaced["displayName"], replaced["externalId"], replaced["active"]) == ("Li W.", "new ext", True)
    response = await world.system.respond("DELETE", f"{USERS}/{{}}", id, expect=204)
    assert response.content == b""
    assert (await world.system.get(f"{USERS}/{{}}", id, expect=404))["schemas"] == [
        "urn:ietf:params:scim:api:messages:2.0:Error"
    ]
    await world.system.respond("DELETE", f"{USERS}/{{}}", id, expect=404)
    await world.patch(USERS, id, {"op": "replace", "path": "active", "value": True}, expect=404)
    assert id not in await world.office.members()
    # The same person comes again, with the account that she had.
    again = await world.user(userName=user["userName"], emails=user["emails"], externalId="new ext")
    assert again["id"] == id
    assert (await world.admin.get(f"{ADMIN}/people/{{}}", id))["is_locked"] is False


async def test_groups_are_departments(world: World) -> None:
    first, second = [(await world.user())["id"] for _ in range(2)]
    name = fresh("Sales ")
    group = await world.system.post(
        GROUPS,
        json={"schemas": [f"{CORE}:Group"], "displayName": name, "externalId": "g1", "members": [{"value": first}]},
        expect=201,
    )
    id = group["id"]
    await world.system.post(GROUPS, json={"displayName": name.upper()}, expect=409)
    assert await world.office.members(department=id) == [first]
    (found,) = await world.find(GROUPS, f'displayName eq "{name}"')
    assert found["externalId"] == "g1"
    listed = await world.system.get(GROUPS, excludedAttributes="members")
    assert all("members" not in one for one in listed["Resources"])
    # Entra adds and removes lists, Okta removes by a filter.
    await world.patch(GROUPS, id, {"op": "Add", "path": "members", "value": [{"value": second}, {"value": first}]})
    assert set(await world.office.members(department=id)) == {first, second}
    await world.patch(GROUPS, id, {"op": "Remove", "path": "members", "value": [{"value": first}]})
    assert await world.office.members(department=id) == [second]
    assert (await world.system.get(f"{USERS}/{{}}", second))["groups"] == [{"value": id, "display": name}]
    await world.patch(GROUPS, id, {"op": "remove", "path": f'members[value eq "{second}"]'})
    assert await world.office.members(department=id) == []
    await world.patch(GROUPS, id, {"op": "replace", "value": {"id": id, "displayName": f"{name} East"}})
    assert f"{name} East" in await world.office.tree()
    await world.patch(GROUPS, id, {"op": "add", "path": "members", "value": [{"value": "@nobody:x"}]}, expect=400)
    await world.patch(GROUPS, id, {"op": "add", "path": "members", "value": [{"value": first}]})
    await world.system.respond("DELETE", f"{GROUPS}/{{}}", id, expect=204)
    await world.system.get(f"{GROUPS}/{{}}", id, expect=404)
    assert first in await world.office.members()


async def test_nobody_is_taken_who_did_not_ask(world: World, server: ServerProcess) -> None:
    async with await Person.arrive(server.url, "stranger") as stranger:
        name = stranger.user_id[1:].partition(":")[0]
        # Her name is hers: whoever is called so elsewhere gets another.
        user = await world.user(userName=f"{name}@{world.domain}", emails=[])
        assert user["id"] != stranger.user_id
        assert user["userName"] == f"{name}@{world.domain}"
        await world.user(emails=[{"value": "new@elsewhere.example"}], expect=403)
        await world.system.get(f"{USERS}/{{}}", stranger.user_id, expect=404)
        await world.patch(USERS, stranger.user_id, {"op": "replace", "path": "active", "value": False}, expect=404)
        # Of the owner, in whose name the token acts, it does not let go.
        await world.system.request("DELETE", f"{USERS}/{{}}", world.owner.user_id, expect=403)


async def test_what_is_offered_and_what_is_refused(world: World) -> None:
    config = await world.system.get("/scim/v2/ServiceProviderConfig")
    assert config["patch"]["supported"] is True
    assert config["bulk"]["supported"] is False
    assert {one["id"] for one in (await world.system.get("/scim/v2/ResourceTypes"))["Resources"]} == {"User", "Group"}
    assert len((await world.system.get("/scim/v2/Schemas"))["Resources"]) == 2
    everybody = await world.system.get(USERS, count=1, startIndex=1)
    assert (everybody["itemsPerPage"], everybody["startIndex"]) == (1, 1)
    assert everybody["totalResults"] == len(await world.office.members())
    for text in ("userName co x", 'shoeSize eq "1"', "x" * 2000, ""):
        expected = 200 if not text else 400
        await world.system.get(USERS, filter=text, expect=expected)
    id = world.owner.user_id
    for operation in ({"op": "move"}, {"op": "add"}, {"op": "add", "path": "a[b"}, {"op": "replace", "value": 1}):
        await world.patch(USERS, id, operation, expect=400)
    for body in ({}, {"userName": 1}, {"userName": "x", "active": "perhaps"}, {"userName": "x", "title": "\x07"}):
        refused = await world.system.post(USERS, json=body, expect=400)
        assert refused["status"] == "400"


async def test_a_token_ends_with_what_it_stands_for(world: World, server: ServerProcess) -> None:
    path = f"{world.office.path}/scim_tokens"
    made = await world.owner.put(f"{path}/Okta", json={})
    async with Door(server.url) as other:
        other.token = made["token"]
        await other.get(USERS)
        listed = (await world.owner.get(path))["tokens"]
        assert [(one["name"], one["token"]) for one in listed] == [("Entra", None), ("Okta", None)]
        # A new one of that name ends the old one.
        again = await world.owner.put(f"{path}/Okta", json={})
        assert (await other.get(USERS, expect=401))["status"] == "401"
        other.token = again["token"]
        await other.get(USERS)
        await world.owner.delete(f"{path}/Okta")
        await other.get(USERS, expect=401)
        for token in (None, "nonsense", world.owner.token):
            other.token = token
            await other.get(USERS, expect=401)
        # Whoever administers nothing any more has no token either.
        async with await Person.arrive(server.url, "second") as second:
            await world.office.hire(second, "owner")
            other.token = (await second.put(f"{path}/Hers", json={}))["token"]
            await other.get(USERS)
            await world.office.change(second, role="staff")
            await other.get(USERS, expect=401)
            await second.put(f"{path}/Hers", json={}, expect=403)
