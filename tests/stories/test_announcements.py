"""What the operator tells everybody: each once, over restarts too, in a room of its own."""

import pytest

from tests.harness.client import PASSWORD, V3, Json
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, audited, promote
from tests.stories.conftest import Newcomer, OwnServer

ANNOUNCEMENTS = f"{ADMIN}/announcements"


@pytest.fixture
async def admin(server: ServerProcess, newcomer: Newcomer) -> Person:
    """An administrator."""
    return await promote(server, await newcomer("admin"))


CANNOT = (403, "M_CANNOT_LEAVE_SERVER_NOTICE_ROOM")


async def finished(admin: Person, announcement: Json) -> Json:
    """The announcement once everybody has it."""
    while True:
        found = await admin.get(f"{ANNOUNCEMENTS}/{{}}", str(announcement["id"]))
        if found["finished_ms"] is not None:
            return found


async def notices(person: Person) -> tuple[str, list[str]]:
    """Her room with the server, joined if need be, and what was said there, the oldest first."""
    rooms = (await person.sync(since="", keep=False))["rooms"]
    invited = list(rooms.get("invite", {}))
    for room in invited:
        await person.join(room)
    joined = invited or list(rooms["join"])
    assert len(joined) == 1
    page = (await person.messages(joined[0], limit=100, dir="f"))["chunk"]
    return joined[0], [event["content"]["body"] for event in page if event["type"] == "m.room.message"]


async def test_everybody_is_told(own_server: OwnServer) -> None:
    """In one room each, which is tagged, cannot be refused, and cannot be written to."""
    server = own_server({"LAIWANG_ANNOUNCEMENTS__NAME": "The town crier"})
    people = [await Person.arrive(server.url, name) for name in ("admin", "bo", "cai", "gone")]
    admin, bo, cai, gone = people
    await promote(server, admin)
    auth = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": gone.user_id}}
    await gone.post(f"{V3}/account/deactivate", json={"auth": {**auth, "password": PASSWORD}})
    first = await admin.post(ANNOUNCEMENTS, json={"body": "Tea is ready", "html": "<b>Tea</b> is ready"})
    done = await finished(admin, first)
    assert (done["told"], done["created_by"], done["body"]) == (3, admin.user_id, "Tea is ready")
    invitation = (await bo.sync())["rooms"]["invite"]
    (room,) = invitation
    await bo.membership("leave", room, expect=CANNOT)
    room, said = await notices(bo)
    assert said == ["Tea is ready"]
    tags = await bo.get(f"{V3}/user/{{}}/rooms/{{}}/tags", bo.user_id, room)
    assert tags == {"tags": {"m.server_notice": {}}}
    assert (await bo.state(room, "m.room.name"))["name"] == "The town crier"
    sender = (await bo.state(room, "m.room.member", "@_notices:test.local"))["displayname"]
    assert sender == "The town crier"
    await bo.send(room, {"msgtype": "m.text", "body": "thanks"}, expect=(403, "M_FORBIDDEN"))
    # The next one comes into the same room, also to who has left it.
    _, said = await notices(cai)
    await bo.membership("leave", room)
    second = await admin.post(ANNOUNCEMENTS, json={"body": "Cake too"})
    await finished(admin, second)
    assert (await notices(cai))[1] == ["Tea is ready", "Cake too"]
    assert (await notices(bo)) == (room, ["Tea is ready", "Cake too"])
    listed = (await admin.get(ANNOUNCEMENTS))["announcements"]
    assert [one["body"] for one in listed] == ["Cake too", "Tea is ready"]
    page = await admin.get(ANNOUNCEMENTS, limit=1)
    following = await admin.get(ANNOUNCEMENTS, limit=1, **{"from": page["next"]})
    assert (following["announcements"], following["next"]) == (listed[1:], None)
    assert [one["act"] for one in await audited(admin, act="announcement.create")] == ["announcement.create"] * 2
    for wrong in ({}, {"body": ""}, {"body": 7}, {"body": "x" * 10_001}):
        await admin.post(ANNOUNCEMENTS, json=wrong, expect=(400, "M_BAD_JSON"))
    await admin.get(f"{ANNOUNCEMENTS}/{{}}", "1", expect=(404, "M_NOT_FOUND"))
    # An account can end in spite of the invitation.
    auth = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": bo.user_id}}
    await bo.post(f"{V3}/account/deactivate", json={"auth": {**auth, "password": PASSWORD}})
    for person in people:
        await person.close()


async def test_some_people_are_told(admin: Person, alice: Person, bob: Person) -> None:
    """Those who are named and nobody else; a request that is made again tells nobody twice."""
    news = {"body": "For you", "people": [bob.user_id, bob.user_id], "request_id": "news-1"}
    made = await admin.post(ANNOUNCEMENTS, json=news)
    assert (made["people"], made["total"], made["told"]) == ([bob.user_id], 1, 0)
    assert (await admin.post(ANNOUNCEMENTS, json=news))["id"] == made["id"]
    done = await finished(admin, made)
    assert (done["told"], done["total"], done["people"]) == (1, 1, [bob.user_id])
    assert (await notices(bob))[1] == ["For you"]
    assert (await alice.sync()).get("rooms", {}).get("invite", {}) == {}
    (entry,) = await audited(admin, subject=str(made["id"]))
    assert entry["new"] == {"body": "For you", "people": [bob.user_id]}
    for wrong, expect in (
        (["@nobody:test.local"], (404, "M_NOT_FOUND")),
        (["nobody"], (400, "M_INVALID_PARAM")),
        ([], (400, "M_BAD_JSON")),
    ):
        await admin.post(ANNOUNCEMENTS, json={"body": "x", "people": wrong}, expect=expect)


async def test_a_killed_server_tells_the_rest(own_server: OwnServer) -> None:
    """Everybody is told once, whenever it was that the server died."""
    server = own_server()
    people = [await Person.arrive(server.url, f"person{number}") for number in range(8)]
    admin = await promote(server, people[0])
    made = await admin.post(ANNOUNCEMENTS, json={"body": "hear, hear"})
    server.kill()
    server.start()
    await finished(admin, made)
    for person in people:
        assert (await notices(person))[1] == ["hear, hear"]
        await person.close()
