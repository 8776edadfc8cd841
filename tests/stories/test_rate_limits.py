"""Who is too fast is told to slow down, in a form that web clients and others can read; everybody else goes on."""

from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest

from tests.harness.client import PASSWORD, V3, Door, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.conftest import OwnServer

pytestmark = pytest.mark.process

BURST = 5
PLACES = ("messages", "joins", "invites", "logins", "registrations")
#: one in ten thousand seconds: within a test, what is used up stays used up
SLOW = {f"LAIWANG_RATE_LIMITS__{place.upper()}_PER_S": "0.0001" for place in PLACES}
BURSTS = {f"LAIWANG_RATE_LIMITS__{place.upper()}_BURST": str(BURST) for place in PLACES}


@pytest.fixture
def server(own_server: OwnServer) -> ServerProcess:
    """A server with limits that are reached soon."""
    return own_server({"LAIWANG_RATE_LIMITS__ENABLED": "true", **SLOW, **BURSTS})


@pytest.fixture
async def people(server: ServerProcess) -> AsyncIterator[list[Person]]:
    """Three people; two more may come."""
    made = [await Person.arrive(server.url, name) for name in ("alice", "bob", "carol")]
    yield made
    for person in made:
        await person.close()


async def until_refused(ask: Callable[[int], Awaitable[httpx.Response]]) -> int:
    """Asks again and again; how often that went well. The refusal's form is checked by the door (429, fields, headers)."""
    for number in range(10 * BURST):
        response = await ask(number)
        if response.status_code == 429:
            body = response.json()
            assert body["errcode"] == "M_LIMIT_EXCEEDED"
            seconds = int(response.headers["Retry-After"])
            assert seconds - 1 < body["retry_after_ms"] / 1000 <= seconds
            return number
        assert response.status_code in (200, 403), response.text
    raise AssertionError("nobody was told to slow down")


async def test_messages_and_state(people: list[Person]) -> None:
    """Messages, redactions and state come out of one bucket, each person's own; a retry of what was said costs nothing."""
    alice, bob, _ = people
    room = await alice.create_room(preset="public_chat", invite=[bob.user_id])
    await bob.join(room)

    async def send(number: int) -> httpx.Response:
        path = f"{V3}/rooms/{{}}/send/m.room.message/{{}}"
        return await alice.respond("PUT", path, room, f"t{number}", json={"body": "x"}, expect=None)

    assert await until_refused(send) == BURST
    assert (await send(0)).status_code == 200
    for method, path, ids in (
        ("PUT", f"{V3}/rooms/{{}}/redact/{{}}/t", (room, "$unknown")),
        ("PUT", f"{V3}/rooms/{{}}/state/{{}}/", (room, "m.room.topic")),
    ):
        await alice.respond(method, path, *ids, json={"topic": "x"}, expect=(429, "M_LIMIT_EXCEEDED"))
    await bob.say(room, "I have hardly spoken")


async def test_joins(people: list[Person]) -> None:
    """Joins, knocks and new rooms, by whichever way one comes in; where one is already costs nothing."""
    alice, bob, carol = people
    rooms = [await alice.create_room(preset="public_chat") for _ in range(BURST)]
    rooms.append(await carol.create_room(preset="public_chat"))

    async def join(number: int) -> httpx.Response:
        return await bob.respond("POST", f"{V3}/join/{{}}", rooms[number], json={}, expect=None)

    assert await until_refused(join) == BURST
    assert (await join(0)).status_code == 200
    last = rooms[-1]
    await bob.post(f"{V3}/rooms/{{}}/join", last, expect=(429, "M_LIMIT_EXCEEDED"))
    await bob.post(f"{V3}/knock/{{}}", last, expect=(429, "M_LIMIT_EXCEEDED"))
    await bob.set_state(last, "m.room.member", {"membership": "join"}, bob.user_id, expect=(429, "M_LIMIT_EXCEEDED"))
    await bob.create_room(expect=(429, "M_LIMIT_EXCEEDED"))
    assert len((await bob.get(f"{V3}/joined_rooms"))["joined_rooms"]) == BURST
    for room in rooms[:-1]:
        await bob.membership("leave", room)


async def test_invites(people: list[Person]) -> None:
    """Invites, by whichever way they are sent: to a room that is there, with a new one, as state."""
    alice, bob, carol = people
    rooms = [await alice.create_room() for _ in range(BURST - 1)]

    async def invite(number: int) -> httpx.Response:
        json = {"user_id": (bob if number < len(rooms) else carol).user_id}
        return await alice.respond(
            "POST", f"{V3}/rooms/{{}}/invite", rooms[number % len(rooms)], json=json, expect=None
        )

    assert await until_refused(invite) == BURST
    content = {"membership": "invite"}
    await alice.set_state(rooms[-1], "m.room.member", content, carol.user_id, expect=(429, "M_LIMIT_EXCEEDED"))
    await alice.create_room(invite=[bob.user_id, carol.user_id], expect=(429, "M_LIMIT_EXCEEDED"))
    assert set((await alice.get(f"{V3}/joined_rooms"))["joined_rooms"]) == set(rooms)
    assert len((await bob.sync())["rooms"]["invite"]) == BURST - 1


async def test_logins(people: list[Person], server: ServerProcess) -> None:
    """Guessing a password stops soon; whoever is logged in does not notice."""
    alice, *_ = people
    async with Door(server.url) as door:

        async def guess(number: int) -> httpx.Response:
            json = {"type": "m.login.password", "user": alice.user_id, "password": f"guess {number}"}
            return await door.respond("POST", f"{V3}/login", json=json, expect=None)

        assert await until_refused(guess) == BURST
        right = {"type": "m.login.password", "user": alice.user_id, "password": PASSWORD}
        await door.post(f"{V3}/login", json=right, expect=(429, "M_LIMIT_EXCEEDED"))
    auth = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": alice.user_id}, "password": "x"}
    await alice.post(f"{V3}/account/deactivate", json={"auth": auth}, expect=(429, "M_LIMIT_EXCEEDED"))
    await alice.get(f"{V3}/account/whoami")


async def test_registrations(server: ServerProcess) -> None:
    """One address makes so many accounts at once and no more."""
    async with Door(server.url) as door:

        async def register(number: int) -> httpx.Response:
            json = {"username": fresh("many"), "password": PASSWORD, "auth": {"type": "m.login.dummy"}}
            return await door.respond("POST", f"{V3}/register", json=json, expect=None)

        assert await until_refused(register) == BURST
        await door.get("/_matrix/client/versions")
