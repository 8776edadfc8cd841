"""What people report, and what administrators do about rooms and files."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.harness.client import V1, V3, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, audited, promote
from tests.stories.conftest import Newcomer, OwnServer

FORBIDDEN = (403, "M_FORBIDDEN")
NOT_FOUND = (404, "M_NOT_FOUND")
REPORT = f"{V3}/rooms/{{}}/report"
ROOM = f"{ADMIN}/rooms/{{}}"


@pytest.fixture
async def admin(server: ServerProcess, newcomer: Newcomer) -> Person:
    """An administrator."""
    return await promote(server, await newcomer("admin"))


async def reports_by(admin: Person, reporter: Person, state: str = "open") -> list[Json]:
    """Her reports, the newest first."""
    found: list[Json] = (await admin.get(f"{ADMIN}/reports", state=state, limit=500))["reports"]
    return [one for one in found if one["reporter"] == reporter.user_id]


async def test_reports(admin: Person, alice: Person, bob: Person) -> None:
    """Of events, rooms and people: kept with the event as it was, listed, and dealt with once."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    said = await alice.say(room, "spam")
    for reason in ("first", "unpleasant"):  # the same thing again is the same report
        await bob.post(f"{REPORT}/{{}}", room, said, json={"reason": reason, "score": -100})
    await alice.redact(room, said)
    await bob.post(REPORT, room, json={"reason": "no rules here"})
    await bob.post(f"{V3}/users/{{}}/report", alice.user_id, json={"reason": ""})
    person, place, event = await reports_by(admin, bob)
    assert (event["kind"], event["room_id"], event["event_id"]) == ("event", room, said)
    assert (event["user_id"], event["reason"]) == (alice.user_id, "unpleasant")
    assert event["event"]["content"]["body"] == "spam"
    assert (place["kind"], place["room_id"], place["reason"]) == ("room", room, "no rules here")
    assert (person["kind"], person["user_id"], person["reason"]) == ("person", alice.user_id, "")
    resolve = f"{ADMIN}/reports/{{}}/resolve"
    await admin.post(resolve, str(event["id"]), json={"resolution": "talked to her"})
    await admin.post(resolve, str(event["id"]), expect=(409, "M_UNKNOWN"))
    assert await reports_by(admin, bob) == [person, place]
    (resolved,) = await reports_by(admin, bob, "resolved")
    assert (resolved["resolved_by"], resolved["resolution"]) == (admin.user_id, "talked to her")
    assert await admin.get(f"{ADMIN}/reports/{{}}", str(event["id"])) == resolved
    (entry,) = await audited(admin, subject=str(event["id"]))
    assert (entry["act"], entry["new"]) == ("report.resolve", "talked to her")
    # It may come up again.
    await bob.post(f"{REPORT}/{{}}", room, said)
    assert len(await reports_by(admin, bob)) == 3
    for unknown in ("1", "x", "9" * 30):
        await admin.get(f"{ADMIN}/reports/{{}}", unknown, expect=NOT_FOUND)
        await admin.post(resolve, unknown, expect=NOT_FOUND)
    await admin.get(f"{ADMIN}/reports", state="odd", expect=(400, "M_INVALID_PARAM"))


async def test_what_cannot_be_reported(alice: Person, bob: Person) -> None:
    """What one does not see, and what is not there."""
    room = await alice.create_room(preset="public_chat")
    said = await alice.say(room, "before")
    event = f"{REPORT}/{{}}"
    await bob.post(event, room, said, expect=NOT_FOUND)
    await alice.set_state(room, "m.room.history_visibility", {"history_visibility": "joined"})
    hidden = await alice.say(room, "hidden")
    await bob.join(room)
    await bob.post(event, room, hidden, expect=NOT_FOUND)
    await bob.post(event, room, "$nothing", expect=NOT_FOUND)
    await bob.post(event, "!nowhere:test.local", said, expect=NOT_FOUND)
    await bob.post(REPORT, "!nowhere:test.local", json={"reason": ""}, expect=NOT_FOUND)
    await bob.post(f"{V3}/users/{{}}/report", "@nobody:test.local", json={"reason": ""}, expect=NOT_FOUND)
    await bob.post(REPORT, room, expect=(400, "M_MISSING_PARAM"))
    await bob.post(REPORT, room, json={"reason": 7}, expect=(400, "M_BAD_JSON"))
    await bob.post(event, room, said, json={"reason": []}, expect=(400, "M_BAD_JSON"))
    await bob.post(REPORT, room, json={"reason": "x" * 5001}, expect=(413, "M_TOO_LARGE"))


async def test_who_reports_too_much(own_server: OwnServer) -> None:
    """Is told to slow down."""
    server = own_server({"LAIWANG_RATE_LIMITS__ENABLED": "true", "LAIWANG_RATE_LIMITS__REPORTS_BURST": "2"})
    alice = await Person.arrive(server.url)
    room = await alice.create_room()
    for expect in (200, 200, 429):
        await alice.post(REPORT, room, json={"reason": ""}, expect=expect)
    await alice.close()


async def test_lists_of_rooms(admin: Person, alice: Person, bob: Person) -> None:
    """By id or alias, page by page, each with what it looks like; and who is in them."""
    alias = fresh("room")
    room = await alice.create_room(name="Tea", topic="Green", room_alias_name=alias, visibility="public")
    await bob.join(room)
    page = await admin.get(f"{ADMIN}/rooms", search=f"#{alias}:test.local")
    assert page["total"] == 1
    (listed,) = page["rooms"]
    assert listed == {
        "room_id": room,
        "name": "Tea",
        "canonical_alias": f"#{alias}:test.local",
        "room_type": None,
        "joined": 2,
        "invited": 0,
        "join_rule": "public",
        "is_encrypted": False,
        "is_blocked": False,
    }
    details = await admin.get(ROOM, room)
    assert (details["topic"], details["version"], details["creator"]) == ("Green", "11", alice.user_id)
    assert (details["is_published"], details["aliases"]) == (True, [f"#{alias}:test.local"])
    assert (await admin.get(f"{ADMIN}/rooms", search=room[1:9]))["rooms"] == [listed]
    found: list[str] = []
    start = None
    while True:
        page = await admin.get(f"{ADMIN}/rooms", limit=5, **({"from": start} if start else {}))
        found += [one["room_id"] for one in page["rooms"]]
        start = page["next"]
        if start is None:
            break
    assert room in found
    assert found == sorted(set(found))
    first = await admin.get(f"{ROOM}/members", room, limit=1)
    second = await admin.get(f"{ROOM}/members", room, limit=1, **{"from": first["next"]})
    members = {one["user_id"]: (one["membership"], one["power_level"]) for one in first["members"] + second["members"]}
    assert members == {alice.user_id: ("join", 100), bob.user_id: ("join", 0)}
    for path in (ROOM, f"{ROOM}/members"):
        await admin.get(path, "!nowhere:test.local", expect=NOT_FOUND)


async def test_a_blocked_room(admin: Person, alice: Person, bob: Person) -> None:
    """Nobody comes in by any way; who is inside goes on."""
    room = await alice.create_room(preset="public_chat")
    knockable = await alice.create_room(
        initial_state=[{"type": "m.room.join_rules", "content": {"join_rule": "knock"}}]
    )
    for one in (room, knockable):
        for _ in range(2):
            await admin.put(f"{ROOM}/block", one, json={"is_blocked": True, "reason": "spam"})
    await bob.join(room, expect=FORBIDDEN)
    await bob.post(f"{V3}/knock/{{}}", knockable, expect=FORBIDDEN)
    await alice.membership("invite", room, bob, expect=FORBIDDEN)
    await alice.set_state(room, "m.room.member", {"membership": "invite"}, bob.user_id, expect=FORBIDDEN)
    await alice.say(room, "still here")
    assert (await admin.get(ROOM, room))["is_blocked"] is True
    await admin.put(f"{ROOM}/block", room, json={"is_blocked": False})
    await bob.join(room)
    entries = [(one["act"], one["old"], one["new"]["is_blocked"]) for one in await audited(admin, subject=room)]
    assert entries == [("room.set_blocked", False, True), ("room.set_blocked", True, False)]


async def closed(admin: Person, room: str) -> Json:
    """The details of a room once its shutdown is done."""
    while True:
        details = await admin.get(ROOM, room)
        if not details["is_shutting_down"]:
            return details


async def test_a_room_is_shut_down(admin: Person, alice: Person, bob: Person, carol: Person) -> None:
    """Everybody is out and is told why; its name leads nowhere any more, and nobody comes back."""
    alias = fresh("gone")
    room = await alice.create_room(preset="public_chat", room_alias_name=alias, visibility="public", room_version="12")
    await bob.join(room)
    await alice.membership("invite", room, carol)
    await bob.sync()
    await admin.post(f"{ROOM}/shut_down", room, json={"reason": "against the rules"})
    details = await closed(admin, room)
    assert (details["joined"], details["invited"], details["is_blocked"], details["aliases"]) == (0, 0, True, [])
    left = (await bob.sync())["rooms"]["leave"][room]["timeline"]["events"]
    own = next(event for event in left if event.get("state_key") == bob.user_id)
    assert own["content"] == {"membership": "leave", "reason": "against the rules"}
    assert room not in (await carol.sync()).get("rooms", {}).get("invite", {})
    await bob.join(room, expect=FORBIDDEN)
    await alice.send(room, {"msgtype": "m.text", "body": "?"}, expect=FORBIDDEN)
    await bob.get(f"{V3}/directory/room/{{}}", f"#{alias}:test.local", expect=NOT_FOUND)
    acts = [one["act"] for one in await audited(admin, subject=room)]
    assert acts == ["room.set_blocked", "room.shut_down"]
    await admin.post(f"{ROOM}/shut_down", "!nowhere:test.local", expect=NOT_FOUND)


async def test_members_are_told_where_to_go(admin: Person, alice: Person, bob: Person, carol: Person) -> None:
    """The server tells each member once, and points to another room."""
    room = await alice.create_room(preset="public_chat", invite=[carol.user_id])
    await bob.join(room)
    instead = await alice.create_room(preset="public_chat")
    notice = {"notice": "We have moved", "replacement_room": instead}
    await admin.post(f"{ROOM}/shut_down", room, json={**notice, "replacement_room": "!no:where"}, expect=NOT_FOUND)
    assert (await admin.get(ROOM, room))["is_blocked"] is False
    for _ in range(2):
        await admin.post(f"{ROOM}/shut_down", room, json=notice)
    await closed(admin, room)
    (told,) = (await bob.sync())["rooms"]["invite"]
    await bob.join(told)
    said = (await bob.messages(told, filter='{"types":["m.room.message"]}'))["chunk"]
    (body,) = [event["content"]["body"] for event in said]
    assert body.startswith("We have moved\nhttps://matrix.to/#/")
    assert body.endswith(quote(instead, safe=""))
    assert (await carol.sync()).get("rooms", {}).get("invite", {}) == {}


async def test_blocks_and_shutdowns_outlive_the_server(own_server: OwnServer) -> None:
    """A server that was killed in the middle goes on when it is back."""
    server = own_server()
    admin, alice = await promote(server, await Person.arrive(server.url)), await Person.arrive(server.url)
    room, other = [await alice.create_room(preset="public_chat") for _ in range(2)]
    await admin.put(f"{ROOM}/block", other, json={"is_blocked": True})
    await admin.post(f"{ROOM}/shut_down", room)
    server.kill()
    server.start()
    assert (await closed(admin, room))["joined"] == 0
    for one in (room, other):
        await admin.join(one, expect=FORBIDDEN)
    for person in (admin, alice):
        await person.close()


async def test_files(admin: Person, alice: Person, bob: Person) -> None:
    """Listed by person; kept from everybody and given back; deleted with their thumbnails."""
    ids = []
    for number in range(3):
        response = await alice.respond(
            "POST",
            "/_matrix/media/v3/upload",
            content=b"file %d" % number,
            query={"filename": f"{number}.txt"},
            headers={"Content-Type": "text/plain"},
        )
        ids.append(response.json()["content_uri"].rpartition("/")[2])
    files = f"{ADMIN}/people/{{}}/files"
    first = await admin.get(files, alice.user_id, limit=2)
    second = await admin.get(files, alice.user_id, limit=2, **{"from": first["next"]})
    listed = first["files"] + second["files"]
    assert {one["media_id"] for one in listed} == set(ids)
    assert listed == sorted(listed, key=lambda one: (-one["created_ms"], one["media_id"]))
    assert {one["size_bytes"] for one in listed} == {6}
    assert listed[0]["content_uri"] == f"mxc://test.local/{listed[0]['media_id']}"
    assert (await admin.get(files, bob.user_id))["files"] == []

    async def look(media_id: str, expect: Any = 200) -> None:
        await bob.respond("GET", f"{V1}/media/download/test.local/{{}}", media_id, expect=expect)

    await look(ids[0])
    quarantine = f"{ADMIN}/files/{{}}/quarantine"
    for _ in range(2):
        await admin.put(quarantine, ids[0], json={"is_quarantined": True})
        await look(ids[0], expect=NOT_FOUND)
    assert [one["is_quarantined"] for one in (await admin.get(files, alice.user_id))["files"]].count(True) == 1
    await admin.put(quarantine, ids[0], json={"is_quarantined": False})
    await look(ids[0])
    await admin.delete(f"{ADMIN}/files/{{}}", ids[0])
    await look(ids[0], expect=NOT_FOUND)
    for method, path in (("DELETE", f"{ADMIN}/files/{{}}"), ("PUT", quarantine)):
        body = {"is_quarantined": True} if method == "PUT" else None
        await admin.request(method, path, ids[0], json=body, expect=NOT_FOUND)
    acts = [one["act"] for one in await audited(admin, subject=ids[0])]
    assert acts == ["file.set_quarantined", "file.set_quarantined", "file.delete"]


async def test_files_of_a_room(admin: Person, alice: Person, bob: Person) -> None:
    """By what its readable messages name: how large, of which kind, when named last, whether looked at; the largest first."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    uris = []
    for person, kind, size in (
        (alice, "image/png", 3),
        (bob, "video/mp4", 9),
        (bob, "text/plain", 5),
        (bob, "text/plain", 700),
    ):
        response = await person.respond(
            "POST", "/_matrix/media/v3/upload", content=b"x" * size, headers={"Content-Type": kind}
        )
        uris.append(response.json()["content_uri"])
    for uri in (uris[0], uris[1], uris[2], uris[0]):
        last = await alice.send(room, {"msgtype": "m.file", "body": "f", "url": uri})
    await bob.respond("GET", f"{V1}/media/download/test.local/{{}}", uris[1].rpartition("/")[2])
    path = f"{ADMIN}/rooms/{{}}/files"
    found: list[Json] = []
    place: dict[str, Any] | None = {}
    while place is not None:
        page = await admin.get(path, room, order="largest", limit=1, **place)
        found += page["files"]
        place = {"from": page["next"]} if page["next"] else None
    assert [one["content_uri"] for one in found] == [uris[1], uris[2], uris[0]]
    assert [one["is_fetched"] for one in found] == [True, False, False]
    assert [one["user_id"] for one in found] == [bob.user_id, bob.user_id, alice.user_id]
    assert found[2]["named_ms"] == (await alice.event(room, last))["origin_server_ts"]
    assert page["kinds"] == [
        {"kind": "video", "files": 1, "size_bytes": 9},
        {"kind": "other", "files": 1, "size_bytes": 5},
        {"kind": "image", "files": 1, "size_bytes": 3},
    ]
    assert page["taken_bytes"] == 17
    await alice.redact(room, last)
    await admin.delete(f"{ADMIN}/files/{{}}", found[0]["media_id"])
    left = (await admin.get(path, room))["files"]
    assert {one["content_uri"] for one in left} == {uris[0], uris[2]}
    everything = await admin.get(f"{ADMIN}/files", order="largest", limit=500)
    assert uris[3] in [one["content_uri"] for one in everything["files"]]
    (unnamed,) = [one for one in everything["files"] if one["content_uri"] == uris[3]]
    assert unnamed["named_ms"] is None
    for wrong in ({"order": "odd"}, {"from": "many"}, {"from": "² x"}):
        await admin.get(path, room, **wrong, expect=(400, "M_INVALID_PARAM"))
    for where in (f"{ADMIN}/files", f"{ADMIN}/rooms/{room}/files"):
        await alice.get(where, expect=(403, "M_FORBIDDEN"))


async def test_a_reported_event_among_others(admin: Person, alice: Person, bob: Person) -> None:
    """An administrator sees what was said around it, which is written down, and takes it back for everybody."""
    room = await alice.create_room(preset="private_chat", invite=[bob.user_id])
    await bob.join(room)
    said = [await alice.say(room, f"line {number}") for number in range(9)]
    await bob.post(f"{REPORT}/{{}}", room, said[4], json={"reason": "rude"})
    await bob.post(REPORT, room, json={"reason": "all of it"})
    place, event = await reports_by(admin, bob)
    context = f"{ADMIN}/reports/{{}}/context"
    around = await admin.get(context, str(event["id"]))
    bodies = [one["content"].get("body") for one in around["events"] if one["type"] == "m.room.message"]
    assert bodies == [f"line {number}" for number in range(9)]
    assert around["is_redacted"] is False
    assert await admin.get(context, str(place["id"])) == {"events": [], "is_redacted": False}
    redact = f"{ROOM}/events/{{}}/redact"
    for _ in range(2):
        await admin.post(redact, room, said[4], json={"reason": "against the rules"})
    seen = await bob.get(f"{V3}/rooms/{{}}/event/{{}}", room, said[4])
    assert seen["content"] == {}
    assert seen["unsigned"]["redacted_because"]["content"]["reason"] == "against the rules"
    around = await admin.get(context, str(event["id"]))
    assert around["is_redacted"] is True
    # Who has left can no longer take it back herself: somebody with power does.
    await bob.say(room, "also rude")
    rude = (await bob.messages(room, limit=1))["chunk"][0]["event_id"]
    await bob.membership("leave", room)
    await admin.post(redact, room, rude)
    taken = await alice.get(f"{V3}/rooms/{{}}/event/{{}}", room, rude)
    assert taken["unsigned"]["redacted_because"]["sender"] == alice.user_id
    create = (await alice.messages(room, dir="f", limit=1))["chunk"][0]["event_id"]
    await admin.post(redact, room, create, expect=FORBIDDEN)
    await admin.post(redact, room, "$nothing", expect=NOT_FOUND)
    await admin.post(redact, "!nowhere:test.local", rude, expect=NOT_FOUND)
    await admin.get(context, "1", expect=NOT_FOUND)
    await alice.membership("leave", room)
    await admin.post(redact, room, said[0], expect=FORBIDDEN)
    assert [one["act"] for one in await audited(admin, subject=room)] == ["event.redact", "event.redact"]
    looked = [one["act"] for one in await audited(admin, subject=str(event["id"]))]
    assert looked == ["report.look_around", "report.look_around"]
