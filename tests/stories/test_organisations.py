"""A company on the server: its departments, its staff, the codes by which people and partners come, and who sees what of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.harness.client import PASSWORD, V3, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, audited, promote
from tests.stories.conftest import Newcomer
from tests.stories.offices import ORGANISATIONS, Office, found, once

FORBIDDEN = (403, "M_FORBIDDEN")
NOT_FOUND = (404, "M_NOT_FOUND")
TAKEN = (409, "M_UNKNOWN")
WRONG = (400, "M_INVALID_PARAM")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def founder(server: ServerProcess) -> AsyncIterator[str]:
    """The token of an administrator of the server."""
    person = await promote(server, await Person.arrive(server.url, "founder"))
    assert person.token is not None
    yield f"{person.user_id} {person.token}"
    await person.close()


@pytest.fixture
async def admin(server: ServerProcess, founder: str) -> AsyncIterator[Person]:
    """That administrator, on this test's own connections."""
    person = Person(server.url)
    person.user_id, person.token = founder.split(" ")
    yield person
    await person.close()


@pytest.fixture
async def office(admin: Person, alice: Person) -> Office:
    """Alice's company."""
    return await found(admin, alice)


async def end_account(person: Person) -> None:
    """Somebody leaves the server for good."""
    identifier = {"type": "m.id.user", "user": person.user_id}
    auth = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}
    await person.post(f"{V3}/account/deactivate", json={"auth": auth})


async def test_a_company_is_founded_and_staffed(office: Office, admin: Person, alice: Person, bob: Person) -> None:
    assert (await alice.get(ORGANISATIONS))["organisations"][0]["role"] == "owner"
    sales = await office.department("Sales")
    await office.hire(
        bob, "supervisor", title="  Head of  Sales ", posts=[{"department_id": sales, "is_supervisor": True}]
    )
    told = await alice.get(f"{office.path}/members/{{}}", bob.user_id)
    assert (told["role"], told["title"], told["source"]) == ("supervisor", "Head of Sales", "invitation")
    assert told["posts"] == [{"department_id": sales, "is_supervisor": True}]
    assert "source" not in {
        name for name, value in (await bob.get(f"{office.path}/members/{{}}", bob.user_id)).items() if value
    }
    (department,) = (await bob.get(f"{office.path}/departments"))["departments"]
    assert department["people"] == 1
    await alice.put(office.path, json={"name": "Lakeside Tea & Silk"})
    assert (await bob.get(office.path)) | {"created_ms": 0} == {
        "organisation_id": office.id,
        "name": "Lakeside Tea & Silk",
        "is_verified": False,
        "created_ms": 0,
        "role": "supervisor",
    }
    acts = [one["act"] for one in await audited(admin, subject=office.id)]
    assert acts == [
        f"organisation.{act}"
        for act in ("found", "add_department", "invite", "join", "set_title", "set_posts", "rename")
    ]
    own = await alice.get(f"{office.path}/audit", limit=1)
    assert own["entries"][0]["act"] == "organisation.rename"
    more = await alice.request("GET", f"{office.path}/audit", query={"from": own["next"]})
    assert [one["act"] for one in more["entries"]][::-1] == acts[:-1]
    await bob.get(f"{office.path}/audit", expect=FORBIDDEN)


async def test_only_administrators_found(bob: Person, carol: Person, admin: Person) -> None:
    await once(bob, ORGANISATIONS, json={"name": "Mine"}, expect=FORBIDDEN)
    await once(admin, ORGANISATIONS, json={"name": "Hers", "owner": "@nobody:test.local"}, expect=NOT_FOUND)
    for name in ("", "  ", "\u200b", "a" * 121, "line\x07"):
        await once(admin, ORGANISATIONS, json={"name": name}, expect=WRONG)
    await bob.get(ORGANISATIONS, all="true", expect=FORBIDDEN)
    office = await found(admin, carol)
    after = ""
    listed = []
    while True:
        page = await admin.request("GET", ORGANISATIONS, query={"all": "true", "limit": 1, "from": after})
        listed += [one["organisation_id"] for one in page["organisations"]]
        after = page["next"]
        if after is None:
            break
    assert office.id in listed
    assert len(listed) == len(set(listed))


async def test_a_write_that_is_repeated_is_done_once(office: Office, alice: Person) -> None:
    key, path = fresh("key"), f"{office.path}/departments"
    answers = await asyncio.gather(*(once(alice, path, json={"name": "Sales"}, key=key) for _ in range(4)))
    assert all(one == answers[0] for one in answers)
    assert await office.tree() == {"Sales": None}
    await once(alice, path, json={"name": "Silk"}, key=key, expect=(422, "M_INVALID_PARAM"))
    await alice.post(path, json={"name": "Silk"}, expect=(400, "M_MISSING_PARAM"))
    # What was refused was not done, and may be asked for again.
    again = fresh("key")
    await once(alice, path, json={"name": "SALES"}, key=again, expect=TAKEN)
    await alice.delete(f"{path}/{{}}", answers[0]["department_id"])
    await once(alice, path, json={"name": "SALES"}, key=again)
    headers = {"Idempotency-Key": fresh("key")}
    (department,) = (await alice.get(path))["departments"]
    for _ in range(2):
        await alice.request("DELETE", f"{path}/{{}}", department["department_id"], headers=headers)
    assert await office.tree() == {}


async def test_the_tree_of_departments_stays_one(office: Office, alice: Person, bob: Person) -> None:
    sales = await office.department("Sales")
    north = await office.department("North", sales)
    city = await office.department("City", north)
    path = f"{office.path}/departments"
    for parent in (sales, north, city):
        await alice.put(f"{path}/{{}}", sales, json={"parent_id": parent}, expect=WRONG)
    await alice.put(f"{path}/{{}}", city, json={"parent_id": "nowhere"}, expect=WRONG)
    await once(alice, path, json={"name": "ｎｏｒｔｈ", "parent_id": sales}, expect=TAKEN)
    await office.department("North")
    await alice.put(f"{path}/{{}}", north, json={"parent_id": ""}, expect=TAKEN)
    await alice.put(f"{path}/{{}}", north, json={"parent_id": "", "name": "The North"})
    assert await office.tree() == {"Sales": None, "The North": None, "City": "The North", "North": None}
    await alice.delete(f"{path}/{{}}", north, expect=TAKEN)
    await office.hire(bob, posts=[{"department_id": city}])
    await alice.delete(f"{path}/{{}}", city, expect=TAKEN)
    await office.change(bob, posts=[])
    await alice.delete(f"{path}/{{}}", city)
    await alice.delete(f"{path}/{{}}", city, expect=NOT_FOUND)
    deep = north
    for number in range(15):
        deep = await office.department(f"Level {number}", deep)
    await once(alice, path, json={"name": "Too deep", "parent_id": deep}, expect=WRONG)
    await alice.put(f"{path}/{{}}", north, json={"parent_id": sales}, expect=WRONG)
    page = await alice.get(path, limit=7)
    assert len(page["departments"]) == 7
    rest = await alice.request("GET", path, query={"from": page["next"]})
    assert len(page["departments"]) + len(rest["departments"]) == len(await office.tree())


async def test_roles_bound_what_people_do(office: Office, admin: Person, alice: Person, newcomer: Newcomer) -> None:
    head, boss, clerk, other = [await newcomer(name) for name in ("head", "boss", "clerk", "other")]
    sales, silk = await office.department("Sales"), await office.department("Silk")
    north = await office.department("North", sales)
    await office.hire(boss, "administrator")
    await office.hire(head, "supervisor", posts=[{"department_id": sales, "is_supervisor": True}])
    await office.hire(clerk)
    # A supervisor moves people within her departments, and nobody anywhere else.
    await office.change(clerk, by=head, posts=[{"department_id": north}])
    await office.change(clerk, by=head, posts=[{"department_id": silk}], expect=FORBIDDEN)
    await office.change(clerk, by=head, posts=[{"department_id": north, "is_supervisor": True}], expect=WRONG)
    await office.change(clerk, by=head, title="Chief", expect=FORBIDDEN)
    await office.change(clerk, by=head, role="supervisor", expect=FORBIDDEN)
    await office.change(clerk, by=clerk, posts=[], expect=FORBIDDEN)
    # And invites staff into them.
    await office.code(by=head, department_id=silk, expect=FORBIDDEN)
    await office.code(by=head, expect=FORBIDDEN)
    await office.code(by=head, department_id=north, role="supervisor", expect=FORBIDDEN)
    await other.post(f"{ORGANISATIONS}/join", json={"code": await office.code(by=head, department_id=north)})
    assert set(await office.members(department=sales, below="true")) == {head.user_id, clerk.user_id, other.user_id}
    assert set(await office.members(department=north)) == {clerk.user_id, other.user_id}
    # An administrator neither makes administrators nor touches them.
    await office.change(clerk, by=boss, role="administrator", expect=FORBIDDEN)
    await office.change(alice, by=boss, role="staff", expect=FORBIDDEN)
    await boss.delete(f"{office.path}/members/{{}}", alice.user_id, expect=FORBIDDEN)
    await office.code(by=boss, role="administrator", expect=FORBIDDEN)
    await office.change(clerk, by=boss, role="supervisor", posts=[{"department_id": silk, "is_supervisor": True}])
    await office.change(clerk, by=boss, role="staff")
    assert (await boss.get(f"{office.path}/members/{{}}", clerk.user_id))["posts"] == [
        {"department_id": silk, "is_supervisor": False}
    ]
    await boss.delete(office.path, expect=FORBIDDEN)
    await boss.delete(f"{office.path}/members/{{}}", clerk.user_id)
    await clerk.get(office.path, expect=NOT_FOUND)
    await office.change(clerk, by=boss, role="staff", expect=NOT_FOUND)
    # An administrator of the server adds people and does what owners do.
    await office.change(clerk, by=admin, role="owner")
    assert (await clerk.get(office.path))["role"] == "owner"
    assert (await admin.get(office.path))["role"] is None
    assert await office.members(role="owner", by=admin) == sorted([alice.user_id, clerk.user_id])


async def test_there_is_always_an_owner(office: Office, alice: Person, bob: Person, carol: Person) -> None:
    await office.hire(bob, "administrator")
    await office.hire(carol)
    await office.change(alice, role="staff", expect=TAKEN)
    await alice.delete(f"{office.path}/members/{{}}", alice.user_id, expect=TAKEN)
    # Whoever stands next takes over when the only owner's account ends.
    await end_account(alice)
    assert (await bob.get(office.path))["role"] == "owner"
    assert await office.members(by=carol) == sorted([bob.user_id, carol.user_id])
    await bob.delete(f"{office.path}/members/{{}}", bob.user_id, expect=TAKEN)
    await office.change(carol, by=bob, role="owner")
    outcomes = await asyncio.gather(
        *(one.respond("DELETE", f"{office.path}/members/{{}}", one.user_id, expect=None) for one in (bob, carol))
    )
    assert sorted(one.status_code for one in outcomes) == [200, 409]


async def test_an_organisation_ends_with_its_last_member(office: Office, admin: Person, alice: Person) -> None:
    await office.department("Sales")
    await end_account(alice)
    await admin.get(office.path, expect=NOT_FOUND)


async def test_a_code_is_good_once(office: Office, admin: Person, alice: Person, bob: Person, carol: Person) -> None:
    code = await office.code()
    look = await carol.post(f"{ORGANISATIONS}/look", json={"code": code})
    assert (look["organisation"], look["kind"], look["role"]) == ("Lakeside Tea", "member", "staff")
    joins = await asyncio.gather(
        *(one.respond("POST", f"{ORGANISATIONS}/join", json={"code": code}, expect=None) for one in (bob, carol))
    )
    assert sorted(one.status_code for one in joins) == [200, 404]
    winner, loser = (bob, carol) if joins[0].status_code == 200 else (carol, bob)
    # Whoever used it may ask again, and was let in once.
    again = await winner.post(f"{ORGANISATIONS}/join", json={"code": code})
    assert again == joins[0 if winner is bob else 1].json()
    await loser.post(f"{ORGANISATIONS}/look", json={"code": code}, expect=NOT_FOUND)
    await winner.post(f"{ORGANISATIONS}/join", json={"code": await office.code()}, expect=TAKEN)
    listed = (await alice.get(f"{office.path}/invitations"))["invitations"]
    used = next(one for one in listed if one["code"] == code)
    assert used["used_by"] == winner.user_id
    await alice.delete(f"{office.path}/invitations/{{}}", used["invitation_id"], expect=TAKEN)
    withdrawn = next(one for one in listed if one["code"] != code)
    await loser.delete(f"{office.path}/invitations/{{}}", withdrawn["invitation_id"], expect=NOT_FOUND)
    await alice.delete(f"{office.path}/invitations/{{}}", withdrawn["invitation_id"])
    await loser.post(f"{ORGANISATIONS}/join", json={"code": withdrawn["code"]}, expect=NOT_FOUND)
    for body in ({"lifetime_ms": 1}, {"kind": "guest"}, {"role": 1}):
        await once(alice, f"{office.path}/invitations", json=body, expect=(400, "M_BAD_JSON"))
    for body in ({"role": "king"}, {"department_id": "nowhere"}):
        await once(alice, f"{office.path}/invitations", json=body, expect=WRONG)


async def test_strangers_see_nothing(office: Office, alice: Person, bob: Person) -> None:
    department = await office.department("Sales")
    described = await bob.get("/api/v1/openapi.json")
    asked = 0
    for path, methods in described["paths"].items():
        if not path.startswith(f"{ORGANISATIONS}/{{organisationId}}"):
            continue
        filled = path.format(
            organisationId=office.id,
            departmentId=department,
            userId=alice.user_id,
            invitationId="x",
            partnerId=office.id,
            domain="tea.example",
            name="Entra",
        )
        for method, operation in methods.items():
            body = {"name": "Mine", "shows": "people", "heir": bob.user_id} if "requestBody" in operation else None
            headers = {"Idempotency-Key": fresh("key")}
            await bob.request(method.upper(), filled, json=body, headers=headers, expect=NOT_FOUND)
            asked += 1
    assert asked > 15
    assert (await bob.get(ORGANISATIONS))["organisations"] == []


async def test_a_partner_comes_by_invitation_and_sees_what_it_is_shown(
    office: Office, alice: Person, bob: Person, carol: Person, newcomer: Newcomer
) -> None:
    clerk = await newcomer("clerk")
    code = await office.code(kind="partner")
    await bob.post(f"{ORGANISATIONS}/join", json={"code": code}, expect=WRONG)
    joined = await bob.post(f"{ORGANISATIONS}/join", json={"code": code, "name": "Silk Road"})
    assert joined["partner_id"] == office.id
    assert joined == await bob.post(f"{ORGANISATIONS}/join", json={"code": code, "name": "Silk Road"})
    theirs = Office(joined["organisation_id"], bob)
    # The partner's owner keeps her own staff; neither is in the other's house.
    await theirs.hire(carol)
    assert await theirs.members() == sorted([bob.user_id, carol.user_id])
    await alice.get(theirs.path, expect=NOT_FOUND)
    await bob.get(f"{office.path}/members", expect=NOT_FOUND)

    sales, silk = await office.department("Sales"), await office.department("Silk")
    await office.hire(clerk, title="Clerk", posts=[{"department_id": sales}, {"department_id": silk}])
    shown, directory = f"{office.path}/partners/{theirs.id}", f"{theirs.path}/partners/{office.id}/directory"
    nothing: Json = {"departments": [], "members": [], "next": None}
    assert await carol.get(directory) == nothing
    await alice.put(shown, json={"shows": "departments", "departments": [sales]})
    view = await carol.get(directory)
    assert [(one["name"], one["people"]) for one in view["departments"]] == [("Sales", 0)]
    assert view["members"] == []
    await alice.put(shown, json={"shows": "people", "departments": [sales]})
    (member,) = (await carol.get(directory))["members"]
    assert (member["user_id"], member["title"]) == (clerk.user_id, "Clerk")
    assert member["posts"] == [{"department_id": sales, "is_supervisor": False}]
    assert (await carol.get(directory, search="nobody"))["members"] == []
    assert (await alice.get(shown))["departments"] == [sales]
    assert (await carol.get(f"{theirs.path}/partners"))["partners"][0]["shows_us"] == "people"
    await alice.get(f"{office.path}/partners/{theirs.id}/directory")
    await carol.put(f"{theirs.path}/partners/{office.id}", json={"shows": "people"}, expect=FORBIDDEN)
    await alice.put(shown, json={"shows": "people", "departments": ["nowhere"]}, expect=WRONG)
    await alice.delete(f"{office.path}/members/{{}}", clerk.user_id)
    assert (await carol.get(directory))["members"] == []
    # Either side ends it, and nothing is seen any more.
    await bob.delete(f"{theirs.path}/partners/{office.id}")
    await carol.get(directory, expect=NOT_FOUND)
    assert (await alice.get(f"{office.path}/partners"))["partners"] == []
    # An organisation that is there already becomes a partner as well.
    again = {"code": await office.code(kind="partner"), "organisation_id": theirs.id}
    await carol.post(f"{ORGANISATIONS}/join", json=again, expect=FORBIDDEN)
    await bob.post(f"{ORGANISATIONS}/join", json=again)
    more = {"code": await office.code(kind="partner"), "organisation_id": theirs.id}
    await bob.post(f"{ORGANISATIONS}/join", json=more, expect=TAKEN)
    await alice.delete(office.path)
    assert (await bob.get(f"{theirs.path}/partners"))["partners"] == []


async def test_the_directory_is_searched_as_people_type(office: Office, alice: Person, newcomer: Newcomer) -> None:
    names = {"王小明": await newcomer("q"), "Nguyễn Văn Đức": await newcomer("q"), "Anna Bo": await newcomer("q")}
    for name, person in names.items():
        await person.put(f"{V3}/profile/{{}}/displayname", person.user_id, json={"displayname": name})
        await office.hire(person)
    stranger = await newcomer("q")
    await stranger.put(f"{V3}/profile/{{}}/displayname", stranger.user_id, json={"displayname": "王小明"})
    for term, name in (
        ("小明", "王小明"),
        ("wxm", "王小明"),
        ("xiaoming", "王小明"),
        ("van duc", "Nguyễn Văn Đức"),
        ("ANNA", "Anna Bo"),
        ("ab", "Anna Bo"),
    ):
        assert await office.members(search=term) == [names[name].user_id], term
    assert await office.members(search="nobody at all") == []
    first = await alice.get(f"{office.path}/members", limit=2)
    rest = await alice.request("GET", f"{office.path}/members", query={"from": first["next"]})
    listed = [one["user_id"] for one in (*first["members"], *rest["members"])]
    assert listed == sorted([alice.user_id, *(one.user_id for one in names.values())])


async def test_who_is_suspended_changes_nothing(office: Office, admin: Person, alice: Person, bob: Person) -> None:
    await office.hire(bob, "administrator")
    await admin.put("/_matrix/client/v1/admin/suspend/{}", bob.user_id, json={"suspended": True})
    await once(bob, f"{office.path}/departments", json={"name": "Sales"}, expect=(403, "M_USER_SUSPENDED"))
    await bob.delete(f"{office.path}/members/{{}}", bob.user_id)
    assert await office.members() == [alice.user_id]
    assert (await admin.get(f"{ADMIN}/audit", subject=office.id))["entries"][0]["actor"] == bob.user_id
