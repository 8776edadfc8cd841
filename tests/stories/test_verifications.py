"""Who is verified, as what: a verification that nobody can give herself, and that is gone with what it stood for."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.harness.client import PASSWORD, V3, Json
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, audited, promote
from tests.stories.conftest import Newcomer, OwnServer
from tests.stories.offices import ORGANISATIONS, Office, found

FORBIDDEN = (403, "M_FORBIDDEN")
VERIFIED = "im.laiwang.verified"
VERIFICATION = f"{ADMIN}/verifications/{{}}/{{}}"
FIELD = f"{V3}/profile/{{}}/{{}}"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def founder(server: ServerProcess) -> AsyncIterator[str]:
    """The token of an administrator of the server."""
    person = await promote(server, await Person.arrive(server.url, "founder"))
    yield f"{person.user_id} {person.token}"
    await person.close()


@pytest.fixture
async def admin(server: ServerProcess, founder: str) -> AsyncIterator[Person]:
    """That administrator, on this test's own connections."""
    person = Person(server.url)
    person.user_id, person.token = founder.split(" ")
    yield person
    await person.close()


async def verifications(person: Person, of: Person) -> list[Json]:
    """What somebody's profile says to another."""
    profile = await person.get(f"{V3}/profile/{{}}", of.user_id)
    shown: list[Json] = profile.get(VERIFIED, [])
    if shown:
        assert (await person.get(FIELD, of.user_id, VERIFIED))[VERIFIED] == shown
    else:
        await person.get(FIELD, of.user_id, VERIFIED, expect=(404, "M_NOT_FOUND"))
    return shown


async def verify(admin: Person, office: Office, is_verified: bool = True) -> None:
    """An administrator of the server has made sure that a company is what it says."""
    await admin.put(f"{ADMIN}/organisations/{{}}/verified", office.id, json={"is_verified": is_verified})


async def search(person: Person, term: str) -> list[Json]:
    """The people whom somebody finds."""
    answer = await person.post(f"{V3}/user_directory/search", json={"search_term": term, "limit": 50})
    results: list[Json] = answer["results"]
    return results


async def rename(person: Person, name: str) -> None:
    """Shows another name."""
    await person.put(FIELD, person.user_id, "displayname", json={"displayname": name})


async def test_a_public_figure_is_verified(admin: Person, alice: Person, bob: Person) -> None:
    await rename(alice, "Singer of the lake")
    assert await verifications(bob, alice) == []
    await admin.put(VERIFICATION, alice.user_id, "figure", json={"name": " Li  Wan "})
    figure = {"kind": "figure", "name": "Li Wan"}
    assert await verifications(bob, alice) == [figure]
    (hit,) = [one for one in await search(bob, "singer of the lake") if one["user_id"] == alice.user_id]
    assert hit[VERIFIED] == [figure]
    await admin.put(VERIFICATION, alice.user_id, "shop", json={"name": "Lake records"})
    assert await verifications(bob, alice) == [figure, {"kind": "shop", "name": "Lake records"}]
    given = (await admin.get(f"{ADMIN}/verifications", limit=500))["verifications"]
    assert [one["kind"] for one in given if one["user_id"] == alice.user_id] == ["figure", "shop"]
    for _ in range(2):
        await admin.delete(VERIFICATION, alice.user_id, "figure")
    assert await verifications(bob, alice) == [{"kind": "shop", "name": "Lake records"}]
    acts = [one["act"] for one in await audited(admin, subject=alice.user_id)]
    assert acts == ["verification.give", "verification.give", "verification.take"]


async def test_nobody_gives_herself_a_verification(admin: Person, alice: Person, bob: Person) -> None:
    forged = [{"kind": "figure", "name": "Li Wan"}]
    await alice.put(FIELD, alice.user_id, VERIFIED, json={VERIFIED: forged}, expect=FORBIDDEN)
    await alice.delete(FIELD, alice.user_id, VERIFIED, expect=FORBIDDEN)
    await alice.put(VERIFICATION, alice.user_id, "figure", json={"name": "Li Wan"}, expect=FORBIDDEN)
    assert await verifications(bob, alice) == []
    for kind, name in (("king", "x"), ("figure", " "), ("figure", "a" * 121), ("figure", "a\u202eb")):
        await admin.put(VERIFICATION, alice.user_id, kind, json={"name": name}, expect=(400, "M_INVALID_PARAM"))
    await admin.put(VERIFICATION, "@nobody:test.local", "figure", json={"name": "x"}, expect=(404, "M_NOT_FOUND"))


async def test_staff_of_a_verified_company_have_a_verification(
    admin: Person, alice: Person, bob: Person, carol: Person
) -> None:
    office = await found(admin, alice, "Lakeside Bank")
    await office.hire(bob)
    assert await verifications(carol, bob) == []
    await alice.put(f"{ADMIN}/organisations/{{}}/verified", office.id, json={"is_verified": True}, expect=FORBIDDEN)
    await verify(admin, office)
    staff = [{"kind": "staff", "name": "Lakeside Bank"}]
    assert await verifications(carol, alice) == await verifications(carol, bob) == staff
    members = (await alice.get(f"{office.path}/members"))["members"]
    assert [one["verified"] for one in members] == [staff, staff]
    # It is gone at once with the membership, and comes with it.
    await alice.delete(f"{office.path}/members/{{}}", bob.user_id)
    assert await verifications(carol, bob) == []
    await office.hire(carol)
    assert await verifications(bob, carol) == staff
    # A verified company that takes another name is verified no more.
    await alice.put(office.path, json={"name": "The Central Bank"})
    assert await verifications(bob, carol) == []
    await verify(admin, office)
    assert await verifications(bob, carol) == [{"kind": "staff", "name": "The Central Bank"}]
    await admin.put(office.path, json={"name": "Lakeside Bank"})
    assert await verifications(bob, carol) == staff
    await verify(admin, office, is_verified=False)
    assert await verifications(bob, carol) == []
    await verify(admin, office)
    await alice.delete(office.path)
    assert await verifications(bob, carol) == []


async def test_a_verification_ends_with_the_account(admin: Person, alice: Person, bob: Person) -> None:
    await admin.put(VERIFICATION, alice.user_id, "figure", json={"name": "Li Wan"})
    identifier = {"type": "m.id.user", "user": alice.user_id}
    auth = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}
    await alice.post(f"{V3}/account/deactivate", json={"auth": auth})
    given = (await admin.get(f"{ADMIN}/verifications", limit=500))["verifications"]
    assert alice.user_id not in {one["user_id"] for one in given}


async def test_colleagues_are_found_first(admin: Person, alice: Person, newcomer: Newcomer) -> None:
    office = await found(admin, alice)
    friend, colleague, stranger = [await newcomer("q") for _ in range(3)]
    for person in (friend, colleague, stranger):
        await rename(person, "Quentin Lakeside")
    room = await alice.create_room(preset="private_chat", invite=[friend.user_id])
    await friend.join(room)
    found_ids = [one["user_id"] for one in await search(alice, "quentin lakeside")]
    assert found_ids[0] == friend.user_id
    await office.hire(colleague)
    assert [one["user_id"] for one in await search(alice, "quentin lakeside")][:2] == [
        colleague.user_id,
        friend.user_id,
    ]
    await colleague.delete(f"{ORGANISATIONS}/{office.id}/members/{{}}", colleague.user_id)
    assert (await search(alice, "quentin lakeside"))[0]["user_id"] == friend.user_id


async def test_colleagues_are_found_where_strangers_are_not(own_server: OwnServer) -> None:
    server = own_server({"LAIWANG_PEOPLE_SEARCH__VISIBLE": "known"})
    async with await Person.arrive(server.url, "admin") as admin, await Person.arrive(server.url, "q") as clerk:
        await promote(server, admin)
        await rename(clerk, "Quentin")
        assert await search(admin, "quentin") == []
        office = await found(admin, admin)
        await office.hire(clerk)
        assert [one["user_id"] for one in await search(admin, "quentin")] == [clerk.user_id]
