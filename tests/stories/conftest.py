"""One server for all stories; tests that stop, kill or set up a server bring their own."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from pathlib import Path

import pytest
import pytest_asyncio

from tests.harness.client import Door
from tests.harness.person import Person
from tests.harness.server import STORE, ServerProcess
from tests.stories.bridges import Bridge, knows_nobody

Newcomer = Callable[..., Awaitable[Person]]
OwnServer = Callable[..., ServerProcess]

#: stories that are told twice, on the embedded database and on PostgreSQL; LAIWANG_TEST_STORE=postgres tells all of them there
ON_BOTH_STORES = {
    "test_kill",
    "test_messages",
    "test_people_search",
    "test_relation_pages",
    "test_search",
    "test_sliding_rooms",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tell some stories on both stores."""
    name = metafunc.module.__name__.rpartition(".")[2]
    is_for_both = name in ON_BOTH_STORES and "embedded" not in metafunc.fixturenames
    if "store" in metafunc.fixturenames and is_for_both and STORE not in os.environ:
        metafunc.parametrize("store", ["sqlite", "postgres"], indirect=True, scope="session")


@pytest.fixture(scope="session")
def store(request: pytest.FixtureRequest) -> str:
    """Which database the server of a story has."""
    told: str = getattr(request, "param", os.environ.get(STORE, "sqlite"))
    return told


@pytest.fixture
def embedded(store: str) -> None:
    """For stories about the files of the embedded database."""
    if store != "sqlite":
        pytest.skip("there is no embedded database")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Show the end of the server's log with a test that failed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.when == "call" and report.failed:
        for value in getattr(item, "funcargs", {}).values():
            if isinstance(value, ServerProcess):
                report.sections.append(("log of the server", value.log_tail()))


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], ServerProcess]]:
    """The shared server on a store, started when the first story asks for it."""
    running: dict[str, ServerProcess] = {}

    def on(store: str) -> ServerProcess:
        if store not in running:
            running[store] = ServerProcess(tmp_path_factory.mktemp("server") / "data", store=store)
            running[store].start()
        return running[store]

    yield on
    for process in running.values():
        process.stop()


@pytest.fixture(scope="session")
def server(servers: Callable[[str], ServerProcess], store: str) -> ServerProcess:
    """A running server with open registration, shared by every story."""
    return servers(store)


@pytest.fixture
def own_server(tmp_path: Path, store: str) -> Iterator[OwnServer]:
    """Make a server of this test's own, started, with settings on top of the usual ones."""
    made: list[ServerProcess] = []

    def make(settings: Mapping[str, str] | None = None) -> ServerProcess:
        process = ServerProcess(tmp_path / f"data{len(made)}", settings, store=store)
        made.append(process)
        process.start()
        return process

    yield make
    for process in made:
        process.kill()


@pytest.fixture
async def newcomer(server: ServerProcess) -> AsyncIterator[Newcomer]:
    """Make people: `alice = await newcomer("alice")`; they go home when the test ends."""
    people: list[Person] = []

    async def make(name: str = "person", url: str | None = None) -> Person:
        person = await Person.arrive(url or server.url, name)
        people.append(person)
        return person

    yield make
    for person in people:
        await person.close()


@pytest.fixture
async def alice(newcomer: Newcomer) -> Person:
    """A new account."""
    return await newcomer("alice")


@pytest.fixture
async def bob(newcomer: Newcomer) -> Person:
    """Another new account."""
    return await newcomer("bob")


@pytest.fixture
async def carol(newcomer: Newcomer) -> Person:
    """A third new account."""
    return await newcomer("carol")


@pytest.fixture
async def door(server: ServerProcess) -> AsyncIterator[Door]:
    """The front door, without a token."""
    async with Door(server.url) as door:
        yield door


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def module_bridge() -> AsyncIterator[Bridge]:
    """A bridge that runs while the stories of a file are told."""
    async with Bridge() as bridge:
        yield bridge


@pytest.fixture
def bridge(module_bridge: Bridge) -> Bridge:
    """The bridge, with what came in before forgotten."""
    module_bridge.taken.clear()
    module_bridge.rule = knows_nobody
    while not module_bridge.received.empty():
        module_bridge.received.get_nowait()
    return module_bridge
