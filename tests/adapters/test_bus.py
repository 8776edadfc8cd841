"""The contract of the Bus port, over every adapter: words come to all others, once, in order; and nothing breaks when they do not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from urllib.parse import urlsplit

import pytest
from structlog.testing import capture_logs

from laiwang.adapters.buses.nats import NatsBus, NatsDoor
from laiwang.adapters.buses.postgres import PostgresBus
from laiwang.kernel.bus import OUTBOX_WORDS_MAX, WORD_BYTES_MAX, Bus, Hub, InProcessBus
from tests.harness.nats import NatsServer, nats_server
from tests.harness.postgres import run_sql

PAUSE_S = 0.005


class Ear:
    """What one process heard."""

    def __init__(self, bus: Bus, prefix: str = "test") -> None:
        self.bus = bus
        self.words: list[tuple[str, bytes]] = []
        self.missed = 0
        self._rang = asyncio.Event()
        bus.subscribe(prefix, self._hear, missed=self._miss)

    def _hear(self, subject: str, word: bytes) -> None:
        self.words.append((subject, word))
        self._rang.set()

    def _miss(self) -> None:
        self.missed += 1
        self._rang.set()

    async def until(self, enough: Callable[[], bool]) -> None:
        """Waits until what was heard is enough."""
        while not enough():
            self._rang.clear()
            await self._rang.wait()

    async def heard(self, count: int) -> list[bytes]:
        """The first words, when there are so many."""
        await self.until(lambda: len(self.words) >= count)
        return [word for _, word in self.words]


async def meet(*buses: Bus) -> None:
    """Until each hears every other one."""
    ears = [Ear(bus, "meet") for bus in buses]
    while any(len(set(ear.words)) < len(buses) - 1 for ear in ears):
        for number, bus in enumerate(buses):
            bus.publish("meet", str(number))
        await asyncio.sleep(PAUSE_S)


async def until(done: Callable[[], bool]) -> None:
    """For what rings nobody."""
    while not done():  # noqa: ASYNC110 - see there
        await asyncio.sleep(PAUSE_S)


Make = Callable[[], Bus]
Buses = Callable[[], Awaitable[Bus]]


@pytest.fixture(scope="module")
def nats() -> Iterator[NatsServer]:
    """A running NATS."""
    with nats_server() as server:
        yield server


@pytest.fixture(params=["in_process", "postgres", "nats"])
def make(request: pytest.FixtureRequest) -> Make:
    """Makes a bus of one and the same place, not started."""
    if request.param == "in_process":
        hub = Hub()
        return lambda: InProcessBus(hub)
    if request.param == "nats":
        door = NatsDoor([request.getfixturevalue("nats").url])
        return lambda: NatsBus(door, f"{request.node.name}.example")
    url = request.getfixturevalue("postgres_url")
    return lambda: PostgresBus(url)


@pytest.fixture
async def buses(make: Make) -> AsyncIterator[Buses]:
    """Starts buses that are stopped when the test ends."""
    started: list[Bus] = []

    async def start() -> Bus:
        bus = make()
        await bus.start()
        started.append(bus)
        return bus

    yield start
    for bus in started:
        await bus.stop()


async def test_others_hear_each_word_once_and_in_order(buses: Buses) -> None:
    """Whoever said it does not hear it."""
    one, two, three = await buses(), await buses(), await buses()
    ears = [Ear(bus) for bus in (one, two, three)]
    await meet(one, two, three)
    for number in range(300):
        one.publish("test", str(number))
    expected = [b"%d" % number for number in range(300)]
    assert await ears[1].heard(300) == expected
    assert await ears[2].heard(300) == expected
    two.publish("test", "over")
    await ears[0].heard(1)
    assert ears[0].words == [("test", b"over")]
    assert ears[1].words[300:] == []
    assert [ear.missed for ear in ears] == [0, 0, 0]


async def test_a_subject_goes_on_with_a_dot(buses: Buses) -> None:
    """Who listens to a subject hears what begins with it, name by name."""
    one, two = await buses(), await buses()
    ear, deeper = Ear(two), Ear(two, "test.deep")
    await meet(one, two)
    for subject in ("test", "testing", "test.deep", "test.deep.er", "test.deeper", "other.test", "test.end"):
        one.publish(subject)
    await ear.heard(5)
    assert [subject for subject, _ in ear.words] == ["test", "test.deep", "test.deep.er", "test.deeper", "test.end"]
    assert [subject for subject, _ in deeper.words] == ["test.deep", "test.deep.er"]


@pytest.mark.parametrize("size", [0, 1, 5798, 5799, 5800, 8000, WORD_BYTES_MAX])
async def test_words_of_any_bytes_and_size_come_whole(buses: Buses, size: int) -> None:
    """Also between others, and zeros."""
    one, two = await buses(), await buses()
    ear = Ear(two)
    await meet(one, two)
    word = (bytes(range(256)) * (size // 256 + 1))[:size]
    for each in (b"before", word, b"after"):
        one.publish("test", each)
    assert await ear.heard(3) == [b"before", word, b"after"]


async def test_what_is_no_word_is_refused_at_once(make: Make) -> None:
    """A mistake of ours is told to whoever made it, not to others."""
    bus = make()
    for subject in ("", ".", "a..b", "a.", "a b", "a*", ">", "ä"):
        with pytest.raises(ValueError, match="no subject"):
            bus.publish(subject)
        with pytest.raises(ValueError, match="no subject"):
            bus.subscribe(subject, lambda subject, word: None)
    with pytest.raises(ValueError, match="bytes"):
        bus.publish("test", bytes(WORD_BYTES_MAX + 1))


async def test_one_who_does_not_understand_does_not_deafen_others(buses: Buses) -> None:
    """It is logged."""
    one, two = await buses(), await buses()

    def fail(subject: str, word: bytes) -> None:
        raise RuntimeError("not understood")

    two.subscribe("test", fail)
    ear = Ear(two)
    await meet(one, two)
    with capture_logs() as logs:
        one.publish("test", "1")
        one.publish("test", "2")
        assert await ear.heard(2) == [b"1", b"2"]
    assert [line["event"] for line in logs] == ["a word of another process was not understood"] * 2


async def test_a_bus_that_runs_not_takes_words_and_loses_them(make: Make) -> None:
    """Before its start and after its stop nobody has to ask; what does not fit is dropped, the oldest first, and counted."""
    bus = make()
    for _ in range(OUTBOX_WORDS_MAX + 5):
        bus.publish("test", "lost")
    assert not bus.is_connected
    assert bus.counts.said == OUTBOX_WORDS_MAX + 5
    if not isinstance(bus, InProcessBus):
        assert bus.counts.dropped == 5
    await bus.start()
    await bus.stop()
    await bus.stop()
    bus.publish("test", "lost")
    assert not bus.is_connected


async def test_the_last_words_are_said(buses: Buses, make: Make) -> None:
    """Who stops in order says goodbye."""
    two = await buses()
    ear = Ear(two)
    one = make()
    await one.start()
    await meet(one, two)
    one.publish("test", "goodbye")
    await one.stop()
    assert await ear.heard(1) == [b"goodbye"]


# --- PostgreSQL -------------------------------------------------------------------------------------------------------


async def test_a_lost_connection_comes_back_and_is_told(postgres_url: str) -> None:
    """Whoever listens learns that it may have missed something."""
    one, two = PostgresBus(postgres_url), PostgresBus(postgres_url)
    ear = Ear(two)
    await one.start()
    await two.start()
    await meet(one, two)
    name = urlsplit(postgres_url).path[1:]
    await run_sql(
        postgres_url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE datname = '{name}' AND application_name = 'laiwang bus'",
    )
    await ear.until(lambda: ear.missed == 1)
    await meet(one, two)
    one.publish("test", "again")
    assert await ear.heard(1) == [b"again"]
    assert two.counts.lost_connections == 1
    await one.stop()
    await two.stop()


async def test_rubbish_on_the_channel_is_passed_over(postgres_url: str) -> None:
    """Others may use the database as well."""
    one, two = PostgresBus(postgres_url), PostgresBus(postgres_url)
    ear = Ear(two)
    await one.start()
    await two.start()
    await meet(one, two)
    rubbish = ("", "rubbish", "a 1 0 1 ?", "a 1 0 1 AAAA", "a 1 1 2 AAAA", "a x 0 1 AAAA")
    await run_sql(postgres_url, *(f"SELECT pg_notify('laiwang_bus', '{text}')" for text in rubbish))
    one.publish("test", "sense")
    assert await ear.heard(1) == [b"sense"]
    assert two.counts.dropped == len(rubbish)
    await one.stop()
    await two.stop()


async def test_nobody_waits_for_a_database_that_is_not_there() -> None:
    """Start and stop return at once."""
    bus = PostgresBus("postgresql://laiwang@/none?host=/nonexistent")
    await bus.start()
    bus.publish("test", "lost")
    await asyncio.sleep(0)
    assert not bus.is_connected
    await bus.stop()


# --- NATS ---------------------------------------------------------------------------------------------------------------


async def test_nats_goes_and_comes_again() -> None:
    """What is said meanwhile waits, and listeners learn that they may have missed something."""
    with nats_server() as server:
        one, two = (NatsBus(NatsDoor([server.url]), "test.example") for _ in range(2))
        ear = Ear(two)
        await one.start()
        await two.start()
        await meet(one, two)
        server.kill()
        await until(lambda: not one.is_connected and not two.is_connected)
        for number in range(OUTBOX_WORDS_MAX + 10):
            one.publish("test", str(number))
        assert one.counts.dropped == 10
        server.start()
        await ear.until(lambda: ear.missed == 1)
        await meet(one, two)
        assert {bus.counts.lost_connections for bus in (one, two)} == {1}
        one.publish("test", "again")
        await ear.until(lambda: ("test", b"again") in ear.words)
        words = [int(word) for _, word in ear.words[:-1]]
        assert words == sorted(set(words)), "in order and each once, though some may be lost"
        await one.stop()
        await two.stop()


async def test_servers_that_share_nats_do_not_hear_each_other(nats: NatsServer) -> None:
    """Whatever they are called."""
    names = ("a.example", "a-example", "a_example", "[::1]:80", "a", "a.example.a")
    pairs = [[NatsBus(NatsDoor([nats.url]), name) for _ in range(2)] for name in names]
    ears = [Ear(two) for _, two in pairs]
    for pair in pairs:
        await asyncio.gather(*(bus.start() for bus in pair))
        await meet(*pair)
    for number, (one, _) in enumerate(pairs):
        one.publish("test.a", str(number))
    for number, ear in enumerate(ears):
        assert await ear.heard(1) == [b"%d" % number]
    for pair in pairs:
        await asyncio.gather(*(bus.stop() for bus in pair))


async def test_a_wrong_password_is_told_once_and_tried_again() -> None:
    """The password stands in the address."""
    with nats_server("--user", "laiwang", "--pass", "right") as server:
        wrong, right, other = (
            NatsBus(NatsDoor([server.url.replace("//", f"//laiwang:{word}@")]), "test.example")
            for word in ("wrong", "right", "right")
        )
        with capture_logs() as logs:
            await asyncio.gather(*(bus.start() for bus in (wrong, right, other)))
            await meet(right, other)
            await until(lambda: bool(logs))
        assert not wrong.is_connected
        assert [line["event"] for line in logs] == ["the bus has no NATS"]
        assert "wrong" not in logs[0]["reason"]
        await asyncio.gather(*(bus.stop() for bus in (wrong, right, other)))


async def test_nobody_waits_for_a_nats_that_is_not_there() -> None:
    """Start and stop return at once."""
    bus = NatsBus(NatsDoor(["nats://127.0.0.1:1"]), "test.example")
    await bus.start()
    bus.publish("test", "lost")
    await asyncio.sleep(0)
    assert not bus.is_connected
    await bus.stop()
