"""The machine is in trouble: a locked database, a full disk. People are told to try again, never that they are logged out."""

import asyncio
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import httpx
import pytest

from tests.harness.client import V3, fresh
from tests.harness.person import Person
from tests.harness.postgres import postgres_server
from tests.harness.server import URL_SETTING, ServerProcess
from tests.stories.conftest import Newcomer, OwnServer

pytestmark = pytest.mark.process

NO_LIMIT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@contextmanager
def locked(server: ServerProcess) -> Iterator[None]:
    """Another program holds the database."""
    with closing(sqlite3.connect(server.data / "laiwang.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full_disk(server: ServerProcess) -> Iterator[None]:
    """No file of the server's can grow, the log included."""
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    yield
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, NO_LIMIT)


async def ask(person: Person, method: str, path: str, json: Any = None) -> httpx.Response:
    """A request whose answer may be a 503, held to its form."""
    headers = {"Authorization": f"Bearer {person.token}"}
    response = await person.http.request(method, path, json=json, headers=headers)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.status_code in (200, 503), response.text
    if response.status_code == 503:
        body = response.json()
        assert body["errcode"] == "M_UNKNOWN"
        assert type(body["retry_after_ms"]) is int
        assert response.headers["Retry-After"].isdigit()
        assert "Retry-After" in response.headers["Access-Control-Expose-Headers"]
    return response


@pytest.mark.usefixtures("embedded")
@pytest.mark.parametrize("trouble", [locked, full_disk], ids=lambda trouble: trouble.__name__)
async def test_a_database_that_cannot_be_written(own_server: OwnServer, newcomer: Newcomer, trouble: Any) -> None:
    """Writes are Busy and can be repeated with the same transaction id; reads go on; afterwards all is as if nothing had been."""
    server = own_server()
    alice = await newcomer("alice", server.url)
    bob = await newcomer("bob", server.url)
    stranger = await newcomer("stranger", server.url)  # her token is in the database, and soon in no memory
    room = await alice.create_room(invite=[bob.user_id])
    await bob.join(room)
    before = await alice.say(room, "before")
    await bob.sync()
    server.restart()
    txn = fresh("t")
    send = f"{V3}/rooms/{room}/send/m.room.message/{txn}"
    with trouble(server):
        writes = await asyncio.gather(
            ask(alice, "PUT", send, {"body": "during"}),
            ask(alice, "POST", f"{V3}/createRoom", {}),
            ask(bob, "POST", f"{V3}/rooms/{room}/read_markers", {"m.read": before, "m.fully_read": before}),
            ask(bob, "PUT", f"{V3}/user/{bob.user_id}/account_data/org.example", {"a": 1}),
            ask(bob, "POST", f"{V3}/rooms/{room}/leave", {}),
            ask(stranger, "PUT", f"{V3}/profile/{stranger.user_id}/displayname", {"displayname": "Stranger"}),
            ask(stranger, "PUT", f"{V3}/sendToDevice/a/{txn}", {"messages": {bob.user_id: {"*": {}}}}),
            ask(stranger, "POST", "/_matrix/media/v3/upload", {}),
            ask(stranger, "POST", f"{V3}/logout", {}),
        )
        assert {response.status_code for response in writes} == {503}
        for path in (f"{V3}/account/whoami", f"{V3}/sync", f"{V3}/devices", f"{V3}/joined_rooms"):
            for person in (alice, bob, stranger):
                assert (await ask(person, "GET", path)).status_code == 200
        assert (await ask(alice, "GET", f"{V3}/rooms/{room}/messages?dir=b")).status_code == 200
        anonymous = await alice.http.get(f"{V3}/account/whoami", headers={"Authorization": "Bearer none"})
        assert anonymous.json()["errcode"] == "M_UNKNOWN_TOKEN"
    again = await ask(alice, "PUT", send, {"body": "during"})
    assert again.status_code == 200
    page = await bob.messages(room)
    assert [event["content"]["body"] for event in page["chunk"] if event["type"] == "m.room.message"] == [
        "during",
        "before",
    ]
    assert (await bob.get(f"{V3}/joined_rooms"))["joined_rooms"] == [room]
    assert (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"] == [room]
    assert (await stranger.get(f"{V3}/account/whoami"))["user_id"] == stranger.user_id
    assert await stranger.get(f"{V3}/profile/{{}}", stranger.user_id) == {}
    answer = await bob.sync()
    assert not answer.get("to_device", {}).get("events")
    assert server.stop() == 0


@pytest.mark.usefixtures("embedded")
async def test_a_database_that_cannot_be_read(own_server: OwnServer, newcomer: Newcomer) -> None:
    """Whose token cannot be looked up gets 503: a 401 would make clients throw their keys away."""
    server = own_server()
    alice = await newcomer("alice", server.url)
    room = await alice.create_room()
    server.stop()
    with closing(sqlite3.connect(server.data / "laiwang.db")) as quiet:
        quiet.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    server.start()
    database = server.data / "laiwang.db"
    whole = database.read_bytes()
    with database.open("r+b") as file:
        file.write(bytes(len(whole)))  # the disk has lost its mind
    for path in (f"{V3}/account/whoami", f"{V3}/sync", f"{V3}/rooms/{room}/state"):
        assert (await ask(alice, "GET", path)).status_code == 503
    login = {"type": "m.login.password", "user": alice.user_id, "password": "x"}
    assert (await alice.http.post(f"{V3}/login", json=login)).status_code == 503
    with database.open("r+b") as file:
        file.write(whole)
    assert (await alice.get(f"{V3}/account/whoami"))["user_id"] == alice.user_id
    await alice.say(room, "back")


async def test_a_database_server_that_goes_away(own_server: OwnServer, newcomer: Newcomer) -> None:
    """PostgreSQL stops as in a power cut and comes back: people are told to try again, and what was acknowledged is there."""
    with postgres_server() as database:
        server = own_server({URL_SETTING: database.url()})
        alice, bob = await newcomer("alice", server.url), await newcomer("bob", server.url)
        room = await alice.create_room(invite=[bob.user_id])
        await bob.join(room)
        await alice.say(room, "before")
        send = f"{V3}/rooms/{room}/send/m.room.message/{fresh('t')}"
        await asyncio.to_thread(database.stop, gently=False)
        whoami = f"{V3}/account/whoami"
        assert (await ask(alice, "PUT", send, {"body": "during"})).status_code == 503
        assert (await ask(alice, "POST", f"{V3}/createRoom", {})).status_code == 503
        unknown = await alice.http.get(whoami, headers={"Authorization": "Bearer of-whom-nobody-can-say"})
        assert unknown.status_code == 503
        await asyncio.to_thread(database.start)
        while (await ask(alice, "PUT", send, {"body": "during"})).status_code == 503:
            pass
        page = await bob.messages(room)
        said = [event["content"]["body"] for event in page["chunk"] if event["type"] == "m.room.message"]
        assert said == ["during", "before"]
        assert server.stop() == 0
