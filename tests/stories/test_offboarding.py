"""Somebody leaves her company: what she could do ends at once, and what only she looked after gets an heir."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.harness.client import PASSWORD, V3, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, audited, promote
from tests.stories.conftest import Newcomer, OwnServer
from tests.stories.offices import Office, found, once

FORBIDDEN = (403, "M_FORBIDDEN")
NOT_FOUND = (404, "M_NOT_FOUND")
LEVELS = "m.room.power_levels"


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


async def offboard(by: Person, office: Office, leaver: Person, heir: Person, **more: object) -> Json:
    """Starts it."""
    expect = more.pop("expect", 200)
    path = f"{office.path}/members/{{}}/offboard"
    body = {"heir": heir.user_id, **more}
    return await once(by, path, leaver.user_id, json=body, expect=expect)  # type: ignore[arg-type]


async def finished(by: Person, office: Office, departure: Json) -> Json:
    """The departure, once everything is handed over."""
    while True:
        for one in (await by.get(f"{office.path}/departures"))["departures"]:
            if one["departure_id"] == departure["departure_id"] and one["finished_ms"] is not None:
                answer: Json = one
                return answer
        await asyncio.sleep(0.02)


async def hired(admin: Person, office: Office, server: ServerProcess) -> Person:
    """A member whose account the company made: she has no other life here."""
    await admin.put(f"{ADMIN}/organisations/{{}}/verified", office.id, json={"is_verified": True})
    roster = f"user_name\n{fresh('clerk')}\n".encode()
    report = await office.owner.request("POST", f"{office.path}/roster", content=roster)
    user_id = report["rows"][0]["user_id"]
    await admin.post(f"{ADMIN}/people/{{}}/password", user_id, json={"password": PASSWORD})
    person = Person(server.url)
    identifier = {"type": "m.id.user", "user": user_id}
    login = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}
    person._take(await person.post(f"{V3}/login", json=login))
    return person


async def test_a_leaver_hands_over(
    server: ServerProcess, admin: Person, alice: Person, bob: Person, carol: Person
) -> None:
    office = await found(admin, alice)
    heir = await office.hire(bob)
    async with await hired(admin, office, server) as leaver:
        other = await leaver.other_device()
        alone = await leaver.create_room(preset="private_chat", invite=[carol.user_id, alice.user_id], name="Customers")
        shared = await leaver.create_room(preset="private_chat", invite=[carol.user_id, bob.user_id], name="Team")
        pair = await leaver.create_room(preset="private_chat", invite=[carol.user_id], is_direct=True)
        for room in (alone, shared, pair):
            await carol.join(room)
        await alice.join(alone)
        await bob.join(shared)
        levels = await leaver.state(shared, LEVELS)
        levels["users"][carol.user_id] = 100
        await leaver.set_state(shared, LEVELS, levels)

        await offboard(alice, office, leaver, leaver, expect=(400, "M_INVALID_PARAM"))
        await offboard(alice, office, leaver, carol, expect=(400, "M_INVALID_PARAM"))
        await offboard(alice, office, alice, bob, expect=FORBIDDEN)
        await offboard(bob, office, leaver, bob, expect=FORBIDDEN)
        await offboard(carol, office, leaver, bob, expect=NOT_FOUND)
        key = fresh("key")
        path, body = f"{office.path}/members/{{}}/offboard", {"heir": heir.user_id}
        answers = await asyncio.gather(*(once(alice, path, leaver.user_id, json=body, key=key) for _ in range(3)))
        assert answers[0] == answers[1] == answers[2]
        # At once: no session, no login, no member.
        for device in (leaver, other):
            await device.get(f"{V3}/account/whoami", expect=401)
        identifier = {"type": "m.id.user", "user": leaver.user_id}
        login = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}
        answer = await leaver.respond("POST", f"{V3}/login", json=login, headers={"Authorization": ""}, expect=None)
        assert answer.status_code in (401, 403)
        assert leaver.user_id not in await office.members()
        assert (await admin.get(f"{ADMIN}/people/{{}}", leaver.user_id))["is_locked"] is True

        done = await finished(alice, office, answers[0])
        assert (done["rooms_done"], done["rooms_given"], done["rooms_refused"]) == (3, 1, 0)
        # The heir has her level and is invited; where somebody else administers, nothing changes.
        assert (await alice.state(alone, LEVELS))["users"][heir.user_id] == 100
        await heir.join(alone)
        await heir.set_state(alone, "m.room.name", {"name": "Ours"})
        assert heir.user_id not in (await carol.state(shared, LEVELS))["users"]
        assert heir.user_id not in (await carol.state(pair, LEVELS))["users"]
        acts = [one["act"] for one in await audited(admin, subject=office.id)]
        assert acts[-2:] == ["organisation.offboard", "organisation.handed_over"]
        await offboard(alice, office, leaver, heir, expect=NOT_FOUND)


async def test_an_account_of_ones_own_stays(admin: Person, alice: Person, bob: Person, carol: Person) -> None:
    office = await found(admin, alice)
    await office.hire(bob)
    await office.hire(carol, "administrator")
    room = await bob.create_room(preset="private_chat", invite=[alice.user_id, carol.user_id])
    await alice.join(room)
    for account in ("lock", "deactivate"):
        await offboard(alice, office, bob, carol, account=account, expect=FORBIDDEN)
    # What was refused has changed nothing.
    assert bob.user_id in await office.members()
    await offboard(carol, office, alice, bob, account="keep", expect=FORBIDDEN)
    await offboard(admin, office, alice, bob, account="keep", expect=(409, "M_UNKNOWN"))
    done = await finished(alice, office, await offboard(carol, office, bob, alice, account="keep"))
    assert done["rooms_done"] == 0
    await bob.get(f"{V3}/account/whoami")
    await bob.get(office.path, expect=NOT_FOUND)
    assert alice.user_id not in (await bob.state(room, LEVELS))["users"]


async def test_an_administrator_of_the_server_ends_an_account(
    admin: Person, alice: Person, bob: Person, newcomer: Newcomer
) -> None:
    office = await found(admin, alice)
    leaver = await office.hire(await newcomer("leaver"))
    await office.hire(bob)
    # Since version 12 a creator stands above all levels; her heir gets the highest that there is.
    room = await leaver.create_room(
        preset="private_chat", room_version="12", invite=[alice.user_id, bob.user_id], name="Board"
    )
    await alice.join(room)
    await bob.join(room)
    await office.change(admin, by=admin, role="staff")
    await offboard(alice, office, admin, bob, expect=FORBIDDEN)
    done = await finished(alice, office, await offboard(admin, office, leaver, bob, account="deactivate"))
    assert (done["rooms_done"], done["rooms_given"]) == (1, 1)
    assert (await alice.state(room, "m.room.member", leaver.user_id))["membership"] == "leave"
    await bob.set_state(room, "m.room.name", {"name": "Ours"})
    assert (await admin.get(f"{ADMIN}/people/{{}}", leaver.user_id))["is_deactivated"] is True


async def test_a_handover_goes_on_after_a_crash(own_server: OwnServer) -> None:
    server = own_server()
    people = [await Person.arrive(server.url, name) for name in ("admin", "heir", "leaver", "guest")]
    try:
        admin, heir, leaver, guest = people
        await promote(server, admin)
        office = await found(admin, admin)
        for person in (heir, leaver):
            await office.hire(person)
        rooms = [await leaver.create_room(preset="public_chat") for _ in range(12)]
        for room in rooms:
            await guest.join(room)
            await admin.join(room)
        departure = await offboard(admin, office, leaver, heir, account="deactivate")
        server.kill()
        server.start()
        await finished(admin, office, departure)
        for room in rooms:
            assert (await guest.state(room, LEVELS))["users"][heir.user_id] == 100
            assert (await guest.state(room, "m.room.member", leaver.user_id))["membership"] == "leave"
    finally:
        for person in people:
            await person.close()
