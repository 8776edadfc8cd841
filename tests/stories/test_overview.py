"""What administrators look at: numbers, settings, people and rooms by their names, and acts by their time."""

from typing import Any

import pytest

from tests.harness.client import fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, promote
from tests.stories.conftest import Newcomer, OwnServer
from tests.stories.test_relations import edit, reaction

WRONG = (400, "M_INVALID_PARAM")


@pytest.fixture
async def admin(server: ServerProcess, newcomer: Newcomer) -> Person:
    """An administrator."""
    return await promote(server, await newcomer("admin"))


async def test_numbers(own_server: OwnServer) -> None:
    """They are those of what happened."""
    server = own_server({"LAIWANG_MEDIA__QUOTA_BYTES_PER_PERSON": "1000"})
    people = [await Person.arrive(server.url, name) for name in ("root", "bo", "cai")]
    root, bo, cai = people
    await promote(server, root)
    room = await bo.create_room(preset="public_chat")
    await bo.respond("POST", "/_matrix/media/v3/upload", content=b"seven b", headers={"Content-Type": "text/plain"})
    await cai.post("/_matrix/client/v3/rooms/{}/report", room, json={"reason": "loud"})
    await cai.join(room)
    await root.put(f"{ADMIN}/rooms/{{}}/block", room, json={"is_blocked": True})
    await root.put("/_matrix/client/v1/admin/suspend/{}", cai.user_id, json={"suspended": True})
    numbers = await root.get(f"{ADMIN}/overview")
    assert (numbers["people"], numbers["administrators"], numbers["suspended"], numbers["locked"]) == (3, 1, 1, 0)
    assert (numbers["seen_in_day"], numbers["seen_in_month"]) == (3, 3)
    assert (numbers["rooms"], numbers["blocked_rooms"], numbers["open_reports"]) == (1, 1, 1)
    assert (numbers["files"], numbers["files_bytes"], numbers["server_name"]) == (1, 7, "test.local")
    assert [day["people"] for day in numbers["registered"]][:-2] == [0] * 28
    assert sum(day["people"] for day in numbers["registered"]) == 3
    said = await bo.say(room, "hello")
    await bo.say(room, "again")
    await root.put("/_matrix/client/v1/admin/suspend/{}", cai.user_id, json={"suspended": False})
    await cai.send(room, {"msgtype": "m.text", "body": "me too"})
    await cai.send(room, reaction(said, "👍"), "m.reaction")
    await cai.send(room, edit(said, "not mine"))
    while (activity := await root.get(f"{ADMIN}/activity"))["wrote_in_day"] < 2 or activity["days"][-1]["messages"] < 3:
        pass  # it is counted a moment later
    assert (activity["people"], activity["wrote_in_week"], activity["wrote_in_month"]) == (3, 2, 2)
    assert [(day["messages"], day["people"]) for day in activity["days"]] == [(0, 0)] * 29 + [(3, 2)]
    assert [day["begin_ms"] for day in activity["days"]] == [day["begin_ms"] for day in numbers["registered"]]
    await bo.get(f"{ADMIN}/activity", expect=(403, "M_FORBIDDEN"))
    files = await root.get(f"{ADMIN}/people/{{}}/files", bo.user_id)
    assert (files["taken_bytes"], files["quota_bytes"]) == (7, 1000)
    for person in people:
        await person.close()


async def test_settings_are_shown_without_their_secrets(own_server: OwnServer) -> None:
    """What differs from the defaults is marked, and a secret says only that it is set."""
    server = own_server({"LAIWANG_METRICS__TOKEN": "open sesame", "LAIWANG_LINKS__ENABLED": "false"})
    admin = await promote(server, await Person.arrive(server.url))
    found = {one["name"]: one for one in (await admin.get(f"{ADMIN}/settings"))["settings"]}
    links, token, turn = found["links.enabled"], found["metrics.token"], found["turn.secret"]
    assert (links["value"], links["default"], links["is_changed"]) == (False, True, True)
    assert (token["value"], token["is_secret"], turn["value"], turn["is_changed"]) == ("…", True, "", False)
    assert "sesame" not in str(found)
    await admin.close()


async def test_people_by_name(admin: Person, newcomer: Newcomer) -> None:
    """A part of the name or of the id, in either order, page by page."""
    mark = fresh("n")
    people = [await newcomer(name) for name in ("zoe", "yan", "xia")]
    for number, one in enumerate(people):
        profile = "/_matrix/client/v3/profile/{}/displayname"
        await one.put(profile, one.user_id, json={"displayname": f'王 "{mark}" 100%_{number}'})
    ids = [one.user_id for one in people]

    async def found(**query: Any) -> list[str]:
        listed: list[str] = []
        start: str | None = None
        while True:
            place: dict[str, Any] = {"from": start} if start else {}
            page = await admin.get(f"{ADMIN}/people", limit=2, **query, **place)
            listed += [one["user_id"] for one in page["people"]]
            start = page["next"]
            if start is None:
                assert page["total"] == len(listed)
                return listed

    assert await found(search=mark) == sorted(ids)
    assert await found(search=f'王 "{mark}" 100%_', order="newest") == ids[::-1]
    assert await found(search=f"{mark}_100") == []
    assert await found(search=f'{mark}" 100%_2') == [ids[2]]
    await admin.get(f"{ADMIN}/people", order="odd", expect=WRONG)


async def test_rooms_by_name_and_size(admin: Person, alice: Person, bob: Person) -> None:
    """The name that a room has now, whatever its case; the largest first; and those that somebody is in."""
    mark = fresh("Tea")
    small = await alice.create_room(name=f"{mark} small")
    large = await alice.create_room(name=f"{mark} large", preset="public_chat")
    former = await alice.create_room(name=f"{mark} former")
    await alice.set_state(former, "m.room.name", {"name": "something else"})
    await bob.join(large)

    async def found(path: str = f"{ADMIN}/rooms", **query: Any) -> list[str]:
        listed: list[str] = []
        start: str | None = None
        while True:
            place: dict[str, Any] = {"from": start} if start else {}
            page = await admin.get(path, limit=1, **query, **place)
            listed += [one["room_id"] for one in page["rooms"]]
            start = page["next"]
            if start is None:
                return listed

    assert await found(search=mark.upper()) == sorted([small, large])
    assert await found(search=mark, order="largest") == [large, small]
    mine = await found(f"{ADMIN}/people/{alice.user_id}/rooms")
    assert mine == sorted([small, large, former])
    sizes: list[int] = []
    place: dict[str, Any] | None = {}
    while place is not None:  # others use this server as well
        page = await admin.get(f"{ADMIN}/rooms", order="largest", limit=500, **place)
        sizes += [one["joined"] for one in page["rooms"]]
        place = {"from": page["next"]} if page["next"] else None
    assert sizes == sorted(sizes, reverse=True)
    assert page["total"] == len(sizes)
    for wrong in ({"order": "odd"}, {"order": "largest", "from": "many"}, {"order": "largest", "from": "²  !x:y"}):
        await admin.get(f"{ADMIN}/rooms", **wrong, expect=WRONG)


async def test_acts_by_their_time(admin: Person, alice: Person) -> None:
    """From one moment to another."""
    for suspended in (True, False):
        await admin.put("/_matrix/client/v1/admin/suspend/{}", alice.user_id, json={"suspended": suspended})
    entries = (await admin.get(f"{ADMIN}/audit", subject=alice.user_id))["entries"]
    lifted, suspended = entries
    query = {"subject": alice.user_id, "since_ms": lifted["at_ms"]}
    assert lifted in (await admin.get(f"{ADMIN}/audit", **query))["entries"]
    assert (await admin.get(f"{ADMIN}/audit", **{**query, "since_ms": lifted["at_ms"] + 1}))["entries"] == []
    until = await admin.get(f"{ADMIN}/audit", subject=alice.user_id, until_ms=suspended["at_ms"] - 1)
    assert until["entries"] == []
    await admin.get(f"{ADMIN}/audit", since_ms="yesterday", expect=WRONG)
