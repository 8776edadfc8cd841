"""An administrator has the old history of a room deleted, and the room goes on."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from contextlib import closing

import pytest

from tests.harness.client import V1, V3, Json
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.harness.sliding import Slider, all_rooms
from tests.stories.administrators import ADMIN, audited, command, promote
from tests.stories.conftest import Newcomer, OwnServer
from tests.stories.looking import ids, joined, timeline
from tests.stories.test_relations import edit, meet, reaction, relating
from tests.stories.test_search import finds

PURGES = f"{ADMIN}/rooms/{{}}/purges"
NOT_FOUND = (404, "M_NOT_FOUND")


@pytest.fixture
async def admin(server: ServerProcess, newcomer: Newcomer) -> Person:
    """An administrator."""
    return await promote(server, await newcomer("admin"))


async def finished(admin: Person, purge: Json) -> Json:
    """The purge once it is done."""
    while True:
        found = await admin.get(f"{PURGES}/{{}}", purge["room_id"], str(purge["id"]))
        if found["finished_ms"] is not None:
            return found


async def purge(admin: Person, room: str, **until: object) -> Json:
    """Has it done."""
    return await finished(admin, await admin.post(PURGES, room, json=until))


async def test_history_goes_and_the_room_goes_on(admin: Person, alice: Person, bob: Person) -> None:
    """Messages, edits, reactions and threads before an event go from everywhere; state and what came later stay."""
    room = await meet(alice, bob)
    await alice.set_state(room, "m.room.name", {"name": "walrus club"})
    root = await alice.say(room, "the walrus sings")
    await alice.send(room, edit(root, "the walrus dances"))
    await bob.send(room, relating("m.thread", root, "walrus in a thread"))
    like = await bob.send(room, reaction(root, "👍"), "m.reaction")
    early = await bob.sync(keep=False)
    assert joined(early, room)["unread_notifications"]["notification_count"] == 0
    for number in range(130):  # more than one batch
        await bob.say(room, f"walrus number {number}")
    assert joined(await alice.sync(keep=False), room)["unread_notifications"]["notification_count"] > 100
    kept = await bob.say(room, "the last walrus")
    late = await bob.send(room, reaction(root, "👎"), "m.reaction")
    reply = await alice.send(room, relating("m.thread", root, "late reply"))
    assert len(await finds(alice, "walrus", filter={"limit": 10})) == 10
    token = (await alice.sync(keep=False))["next_batch"]

    done = await purge(admin, room, before_event_id=kept)
    assert (done["deleted"], done["files"]) == (134, 0)
    assert done["looked_at"] > 134
    for person in (alice, bob):
        for gone in (root, like):
            await person.event(room, gone, expect=NOT_FOUND)
        assert await finds(person, "walrus") == ["the last walrus", ""]
        found: list[str] = []
        page: Json = {"end": None}
        while "end" in page:
            page = await person.messages(room, limit=7, **({"from": page["end"]} if page["end"] else {}))
            found += [event["event_id"] for event in page["chunk"] if "state_key" not in event]
        assert found == [reply, late, kept]
    # The name is state, so it is still there and still found; a first sync has what is left, with nothing dangling.
    assert (await alice.state(room, "m.room.name"))["name"] == "walrus club"
    first = await alice.sync(since="", keep=False, filter=json.dumps({"room": {"timeline": {"limit": 500}}}))
    assert [event["event_id"] for event in timeline(first, room) if "state_key" not in event] == [kept, late, reply]
    assert (await alice.get(f"{V1}/rooms/{{}}/threads", room))["chunk"] == []
    await alice.get(f"{V1}/rooms/{{}}/relations/{{}}", room, root, expect=NOT_FOUND)
    await alice.get(f"{V3}/rooms/{{}}/context/{{}}", room, root, expect=NOT_FOUND)
    slid = (await Slider(alice, lists={"all": all_rooms(20)}).ask())["rooms"][room]
    assert [event["event_id"] for event in slid["timeline"] if "state_key" not in event] == [kept, late, reply]
    # Who was in the middle of it goes on with the token that she has.
    await bob.say(room, "hello again")
    answer = await alice.sync(since=token, keep=False)
    assert [event["content"]["body"] for event in timeline(answer, room)] == ["hello again"]
    # Of what is unread, only the late reply is left.
    fresh = await bob.sync(since="", keep=False)
    assert joined(fresh, room)["unread_notifications"]["notification_count"] == 1
    (entry,) = await audited(admin, subject=room)
    assert (entry["act"], entry["new"]) == ("room.purge", {"before_event_id": kept, "before_ms": None})


async def test_counts_and_files(admin: Person, alice: Person, bob: Person) -> None:
    """What is unread and gone is not counted; files go with the last message that named them."""
    room, other = await meet(alice, bob), await meet(alice, bob)
    await alice.sync()
    uris = {}
    for name in ("only here", "also there"):
        uploaded = await bob.request("POST", "/_matrix/media/v3/upload", content=name.encode())
        uris[name] = uploaded["content_uri"]
        await bob.send(room, {"msgtype": "m.file", "body": name, "url": uris[name]})
    await bob.send(other, {"msgtype": "m.file", "body": "again", "url": uris["also there"]})
    assert joined(await alice.sync(), room)["unread_notifications"]["notification_count"] == 2
    # Somebody else passes it on: with both messages it goes, whoever uploaded it.
    await alice.send(room, {"msgtype": "m.file", "body": "passed on", "url": uris["only here"]})
    last = await bob.say(room, "last")
    assert (await purge(admin, room, before_ms=1))["deleted"] == 0  # nothing was said so early
    done = await purge(admin, room, before_event_id=last)
    assert (done["deleted"], done["files"]) == (3, 2)
    assert joined(await alice.sync(), room)["unread_notifications"]["notification_count"] == 1
    gone, kept = (uri.removeprefix("mxc://").split("/") for uri in uris.values())
    path = f"{V1}/media/download"
    while (await bob.respond("GET", f"{path}/{gone[0]}/{gone[1]}", expect=None)).status_code == 200:
        pass  # the bytes go a moment later
    await alice.respond("GET", f"{path}/{kept[0]}/{kept[1]}")


async def test_what_is_asked(admin: Person, alice: Person, bob: Person) -> None:
    """Only administrators; one of event and time; a room and an event that are there; the same again is the same."""
    room = await meet(alice, bob)
    said = await alice.say(room, "x")
    await alice.post(PURGES, room, json={"before_event_id": said}, expect=(403, "M_FORBIDDEN"))
    await admin.post(PURGES, room, json={}, expect=(400, "M_BAD_JSON"))
    await admin.post(PURGES, room, json={"before_event_id": said, "before_ms": 5}, expect=(400, "M_BAD_JSON"))
    await admin.post(PURGES, room, json={"before_event_id": "$nothing"}, expect=NOT_FOUND)
    await admin.post(PURGES, "!nowhere:laiwang.test", json={"before_ms": 5}, expect=NOT_FOUND)
    await admin.get(f"{PURGES}/{{}}", room, "17", expect=NOT_FOUND)
    await admin.get(f"{PURGES}/{{}}", room, "x", expect=NOT_FOUND)
    started = await asyncio.gather(*(admin.post(PURGES, room, json={"before_event_id": said}) for _ in range(4)))
    for one in started:
        await finished(admin, one)
    everything = await purge(admin, room, before_ms=1 << 52)
    assert everything["deleted"] == 1
    # With all of its messages gone, the room is as good as new.
    assert all("state_key" in event for event in (await bob.messages(room, limit=100))["chunk"])
    again = await bob.say(room, "first")
    assert ids(timeline(await alice.sync(), room))[-1] == again
    listed = (await admin.get(PURGES, room, limit=1))["purges"]
    assert listed == [everything]


@pytest.mark.process
async def test_it_goes_on_after_a_kill(own_server: OwnServer) -> None:
    """What is interrupted is neither lost nor done twice, and nothing of it stays in the index."""
    server = own_server()
    admin = await promote(server, await Person.arrive(server.url, "admin"))
    room = await admin.create_room()
    await asyncio.gather(*(admin.say(room, f"pangolin {number}") for number in range(700)))
    kept = await admin.say(room, "pangolin kept")
    assert len(await finds(admin, "pangolin", filter={"limit": 100})) == 100
    started = await admin.post(PURGES, room, json={"before_event_id": kept})
    while (await admin.get(f"{PURGES}/{{}}", room, str(started["id"])))["deleted"] == 0:
        pass
    server.kill()
    server.start()
    done = await finished(admin, started)
    assert done["deleted"] == 700
    assert await finds(admin, "pangolin") == ["pangolin kept"]
    await admin.close()
    texts = b"".join(row[0] for row in server.rows("SELECT text FROM search_texts"))
    assert texts.count(b"pangolin") == 1
    assert server.rows("SELECT count(*) FROM relations") == [(0,)]
    bodies = [row[0] for row in server.rows("SELECT body FROM log") if b"pangolin" in row[0]]
    assert len(bodies) == 1


@pytest.mark.process
@pytest.mark.usefixtures("embedded")
async def test_the_space_comes_back(own_server: OwnServer) -> None:
    """With the command for it, while the server is stopped; what was not deleted is still there."""
    server = own_server()
    admin = await promote(server, await Person.arrive(server.url, "admin"))
    room = await admin.create_room()
    for _ in range(60):
        await admin.say(room, os.urandom(15_000).hex())
    kept = await admin.say(room, "kept")
    assert (await purge(admin, room, before_event_id=kept))["deleted"] == 60
    with pytest.raises(AssertionError, match="laiwang:"):  # not while it runs
        await command(server, "compact")
    server.stop()
    file = server.data / "laiwang.db"
    before = sum(one.stat().st_size for one in server.data.glob("laiwang.db*"))
    assert "→" in await command(server, "compact")
    assert file.stat().st_size < before / 2
    assert not list(server.data.glob("*.compact"))
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    server.start()
    assert (await admin.event(room, kept))["content"]["body"] == "kept"
    await admin.say(room, "and on")
    await admin.close()
