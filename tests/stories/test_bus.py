"""Several processes on one PostgreSQL, and a client that asks any of them: who types and who is here is one, with NATS and without."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.harness.client import V3, Door, Json
from tests.harness.nats import NatsServer, nats_server
from tests.harness.person import Person
from tests.harness.server import URL_SETTING, ServerProcess
from tests.stories.looking import LONG_MS
from tests.stories.test_two_processes import at
from tests.stories.test_typing_crash import TYPING, typing_in

pytestmark = pytest.mark.process
NATS = "LAIWANG_NATS__URL"
STATUS = f"{V3}/presence/{{}}/status"
LOOKS_MAX = 40
#: longer than anything takes that is waited for here
LOOK_MS = 20_000


class Servers:
    """Processes on one database; `nats` when they have one."""

    def __init__(self, processes: list[ServerProcess], nats: NatsServer | None) -> None:
        self.processes = processes
        self.nats = nats


@pytest.fixture(scope="module", params=["postgres", "nats"])
def servers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Two running processes."""
    from tests.harness.postgres import shared_databases

    folder = tmp_path_factory.mktemp("bus")
    settings = {URL_SETTING: shared_databases().make()}
    with ExitStack() as stack:
        nats = None
        if request.param == "nats":
            nats = stack.enter_context(nats_server())
            settings[NATS] = nats.url
        processes = [ServerProcess(folder / name, settings) for name in ("first", "second")]
        for process in processes:
            process.start()
            stack.callback(process.kill)
        yield Servers(processes, nats)


class Hopper:
    """A client whose requests go to any process, as chance will have it."""

    def __init__(self, person: Person, servers: Servers) -> None:
        self.person = person
        self.servers = servers
        self._everywhere = [(process, at(person, process)) for process in servers.processes]
        self._chance = random.Random(person.user_id)
        self.since = ""
        self.typing: dict[str, list[str]] = {}
        self.presence: dict[str, Json] = {}

    @property
    def any(self) -> Person:
        """The same device, at one of the processes."""
        return self._chance.choice([there for process, there in self._everywhere if process.running()])

    async def look(self, timeout_ms: int = LOOK_MS) -> Json:
        """One /sync."""
        answer = await self.any.sync(timeout_ms, since=self.since, keep=False)
        self.since = answer["next_batch"]
        for room in answer.get("rooms", {}).get("join", {}):
            told = typing_in(answer, room)
            if told is not None:
                self.typing[room] = told
        for event in answer.get("presence", {}).get("events", []):
            self.presence[event["sender"]] = event["content"]
        return answer

    async def until(self, done: Callable[[], bool]) -> None:
        """Looks until it knows."""
        for _ in range(LOOKS_MAX):
            if done():
                return
            await self.look()
        raise AssertionError(f"it was never told; it knows of {self.typing} and {self.presence}")


@pytest.fixture
async def pair(servers: Servers) -> AsyncIterator[tuple[Hopper, Hopper, str]]:
    """Two people in a room who have looked once."""
    anna, bo = [await Person.arrive(servers.processes[0].url, name) for name in ("anna", "bo")]
    room = await anna.create_room(preset="public_chat")
    await bo.join(room)
    hoppers = Hopper(anna, servers), Hopper(bo, servers)
    for one in hoppers:
        await one.look(0)
    yield *hoppers, room
    for person in (anna, bo):
        await person.close()


async def buses_are(servers: Servers, *, connected: bool) -> None:
    """Until the processes tell their operator so."""
    for process in servers.processes:
        async with Door(process.url) as door:
            shown = f"laiwang_bus_connected {float(connected)}"
            while shown not in (await door.http.get("/metrics")).text:  # noqa: ASYNC110 - no event comes from there
                await asyncio.sleep(0.05)


async def test_typing_is_seen_whoever_is_asked(pair: tuple[Hopper, Hopper, str]) -> None:
    """It begins at one process, ends at another, and is looked for at any."""
    anna, bo, room = pair
    for _ in range(4):
        await bo.any.put(TYPING, room, bo.person.user_id, json={"typing": True, "timeout": 120_000})
        await anna.until(lambda: anna.typing.get(room) == [bo.person.user_id])
        await bo.any.put(TYPING, room, bo.person.user_id, json={"typing": False})
        await anna.until(lambda: anna.typing.get(room) == [])
        await bo.any.put(TYPING, room, bo.person.user_id, json={"typing": True, "timeout": 120_000})
        await anna.until(lambda: anna.typing.get(room) == [bo.person.user_id])
        await bo.any.say(room, "what was typed")
        await anna.until(lambda: anna.typing.get(room) == [])
    await bo.any.put(TYPING, room, bo.person.user_id, json={"typing": True, "timeout": 1000})
    await anna.until(lambda: anna.typing.get(room) == [bo.person.user_id])
    await anna.until(lambda: anna.typing.get(room) == [])


async def test_who_hops_is_not_told_again_and_again(pair: tuple[Hopper, Hopper, str]) -> None:
    """While somebody types on, and afterwards, a poll at another process waits as one at the same would."""
    anna, bo, room = pair
    await bo.any.put(TYPING, room, bo.person.user_id, json={"typing": True, "timeout": 120_000})
    await anna.until(lambda: anna.typing.get(room) == [bo.person.user_id])
    await anna.until(lambda: anna.presence.get(bo.person.user_id, {}).get("presence") == "online")
    told = []
    for _ in range(12):
        answer = await anna.look(0)
        told.append(any(answer.get(part) for part in ("rooms", "presence")))
    assert not any(told[4:]), "what both processes know is told once"
    await bo.any.put(TYPING, room, bo.person.user_id, json={"typing": False})
    await anna.until(lambda: anna.typing.get(room) == [])


async def test_presence_is_one_whoever_is_asked(pair: tuple[Hopper, Hopper, str]) -> None:
    """The last word of a device counts, wherever it was said; a device that rests does not hide one that is in use."""
    anna, bo, _ = pair
    user_id = bo.person.user_id

    def state() -> object:
        return anna.presence.get(user_id, {}).get("presence")

    await bo.look(0)
    await anna.until(lambda: state() == "online")
    for wanted in ("unavailable", "online", "unavailable", "online"):
        await bo.any.sync(since=bo.since, keep=False, set_presence=wanted)
        await anna.until(lambda wanted=wanted: state() == wanted)  # type: ignore[misc]
        while (await anna.any.get(STATUS, user_id))["presence"] != wanted:
            pass  # this one may hear it later than the one that told her
    phone = Hopper(await bo.person.other_device(), bo.servers)
    await phone.any.sync(set_presence="unavailable")
    await phone.any.put(TYPING, pair[2], user_id, json={"typing": True, "timeout": 120_000})
    await anna.until(lambda: anna.typing.get(pair[2]) == [user_id])
    assert state() == "online"
    await phone.any.put(TYPING, pair[2], user_id, json={"typing": False})
    await bo.any.put(STATUS, user_id, json={"presence": "unavailable", "status_msg": "at lunch"})
    await anna.until(lambda: anna.presence[user_id].get("status_msg") == "at lunch")
    await anna.until(lambda: state() == "unavailable")


@pytest.mark.parametrize("servers", ["postgres"], indirect=True, scope="module")
async def test_a_process_dies_and_comes_again(servers: Servers, pair: tuple[Hopper, Hopper, str]) -> None:
    """What it knew alone ends with its time, for those whom it told; who asks the next one is told right."""
    anna, bo, room = pair
    user_id, (first, second) = bo.person.user_id, servers.processes
    await at(bo.person, second).put(TYPING, room, user_id, json={"typing": True, "timeout": 4000})
    await anna.until(lambda: anna.typing.get(room) == [user_id])
    second.kill()
    await anna.until(lambda: anna.typing.get(room) == [])
    second.start()
    await at(bo.person, first).put(TYPING, room, user_id, json={"typing": True, "timeout": 120_000})
    await anna.until(lambda: anna.typing.get(room) == [user_id])
    newcomer = await at(anna.person, second).sync(LONG_MS, since="", keep=False)
    assert typing_in(newcomer, room) == [user_id]
    await at(bo.person, second).put(TYPING, room, user_id, json={"typing": False})
    await anna.until(lambda: anna.typing.get(room) == [])


@pytest.mark.parametrize("servers", ["nats"], indirect=True, scope="module")
async def test_without_nats_it_comes_later(servers: Servers, pair: tuple[Hopper, Hopper, str]) -> None:
    """Messages come through the database; what is not stored comes when NATS is back."""
    assert servers.nats is not None
    anna, bo, room = pair
    user_id, (first, second) = bo.person.user_id, servers.processes
    servers.nats.kill()
    await buses_are(servers, connected=False)
    there = at(anna.person, second)
    since = (await there.sync(since="", keep=False))["next_batch"]
    poll = asyncio.create_task(there.sync(LONG_MS, since=since, keep=False))
    said = await at(bo.person, first).say(room, "without NATS")
    answer = await poll
    assert said in [event["event_id"] for event in answer["rooms"]["join"][room]["timeline"]["events"]]
    await at(bo.person, first).put(TYPING, room, user_id, json={"typing": True, "timeout": 120_000})
    servers.nats.start()
    await buses_are(servers, connected=True)
    for process in servers.processes:
        looking = Hopper(anna.person, Servers([process], None))
        await looking.until(lambda looking=looking: looking.typing.get(room) == [user_id])  # type: ignore[misc]
    await anna.until(lambda: anna.typing.get(room) == [user_id])
    await bo.any.put(TYPING, room, user_id, json={"typing": False})
    await anna.until(lambda: anna.typing.get(room) == [])
