"""What processes know together: all agree in the end, whatever words are lost, and a reader who asks any of them is told right."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from laiwang.kernel.bus import Hub, InProcessBus
from laiwang.kernel.ephemeral import Ephemeral
from laiwang.kernel.hearsay import Hearsay, Saying
from laiwang.kernel.sync import SyncToken, parse_token
from laiwang.kernel.wake import Bells
from tests.sim.loop import VirtualLoop

TOPIC = "kept"
#: a process that is gone has been noticed, and what it said has ended
SETTLED_S = 60.0


class Weather(Hub):
    """A hub that loses words."""

    def __init__(self) -> None:
        super().__init__()
        self.losing: dict[InProcessBus, int] = {}

    def carry(self, sender: InProcessBus, subject: str, word: bytes) -> None:
        """Some members miss the next words."""
        for member in self.members:
            left = self.losing.get(member, 0)
            if left:
                self.losing[member] = left - 1
            elif member is not sender:
                member.bring(subject, word)


class Clock:
    """The loop's."""

    def __init__(self, loop: asyncio.AbstractEventLoop, skew_ms: int) -> None:
        self._loop = loop
        self._skew_ms = skew_ms

    def now_ms(self) -> int:
        """As this machine has it."""
        return int(self._loop.time() * 1000) + self._skew_ms

    def monotonic(self) -> float:
        """Seconds."""
        return self._loop.time()


class Process:
    """One process with memory of one kind of saying. Late ones show a little after they were heard."""

    def __init__(self, world: World, boot: str, skew_ms: int) -> None:
        self.bus = InProcessBus(world.weather)
        self.ephemeral = Ephemeral(Bells(), boot)
        self.hearsay = Hearsay(self.bus, self.ephemeral, Clock(world.loop, skew_ms))
        self.hearsay.on("plain", self._take)
        self.hearsay.on("late", self._take_late)

    def _take(self, saying: Saying, _: bool = False) -> None:
        key = f"{saying.kind} {saying.key}"
        (self.ephemeral.open_rooms.add if saying.value is not None else self.ephemeral.open_rooms.discard)(key)
        self.ephemeral.publish(TOPIC, key, saying.value, cause=saying.cause)

    def _take_late(self, saying: Saying, _: bool) -> None:
        self.hearsay.hold(saying.cause)
        asyncio.get_running_loop().call_later(0.01, self._show, saying)

    def _show(self, saying: Saying) -> None:
        kept = self.hearsay._kept.get((saying.kind, saying.key))
        value = kept.saying.value if kept is not None else None
        self._take(structs.replace(saying, value=value))
        self.hearsay.release(saying.cause)

    async def start(self) -> None:
        """Begins."""
        await self.bus.start()
        await self.hearsay.start()

    async def stop(self) -> None:
        """Ends in order."""
        await self.hearsay.stop()
        await self.bus.stop()

    async def die(self) -> None:
        """Ends without a word."""
        await self.bus.stop()
        await self.hearsay.stop()

    @property
    def holds(self) -> dict[str, bytes]:
        """What it believes."""
        return self.ephemeral.current(TOPIC)


class Reader:
    """A client that asks any process, and knows what it was told."""

    def __init__(self) -> None:
        self.token: str | None = None
        self.knows: dict[str, bytes] = {}

    async def look(self, process: Process) -> int:
        """Asks once; how much was told."""
        ephemeral, peers = process.ephemeral, process.hearsay.peers
        since = parse_token(self.token) if self.token is not None else None
        if since is not None:
            await process.hearsay.meet(since)
        serial, is_interrupted = (0, False) if since is None else peers.place_of(since)
        if is_interrupted:
            self.knows = {}
        told = ephemeral.since(TOPIC, serial)
        for key, value in told.items():
            if value is None:
                self.knows.pop(key, None)
            else:
                self.knows[key] = value
        is_open = bool(ephemeral.open_rooms)
        self.token = str(SyncToken(0, ephemeral.serial, ephemeral.boot, is_open, 0, *peers.named(since)))
        return len(told)


class World:
    """Processes that come and go."""

    def __init__(self) -> None:
        self.loop = VirtualLoop()
        self.weather = Weather()
        self.processes: list[Process] = []
        self._boots = 0

    async def join(self, skew_ms: int = 0) -> Process:
        """One more."""
        self._boots += 1
        process = Process(self, f"b{self._boots}", skew_ms)
        self.processes.append(process)
        await process.start()
        return process

    def run(self, story: Coroutine[Any, Any, None]) -> None:
        """To the end of a story."""
        try:
            self.loop.run_until_complete(story)
        finally:
            for process in self.processes:
                self.loop.run_until_complete(process.die())
            self.loop.close()

    def pick(self, number: int) -> Process:
        """One of those that run."""
        return self.processes[number % len(self.processes)]


number = st.integers(0, 5)
acts = st.one_of(
    st.tuples(
        st.just("say"), number, st.sampled_from("abc"), st.sampled_from([b"1", b"2", None]), st.floats(0.5, 40.0)
    ),
    st.tuples(st.just("say late"), number, st.sampled_from("ab"), st.sampled_from([b"1", None]), st.just(30.0)),
    st.tuples(st.just("wait"), st.sampled_from([0.0, 0.001, 0.02, 1.0, 6.0, 30.0, 400.0])),
    st.tuples(st.just("lose"), number, st.integers(1, 12)),
    st.tuples(st.just("look"), number),
    st.tuples(st.just("join"), st.sampled_from([-3000, 0, 3000])),
    st.tuples(st.just("die"), number),
    st.tuples(st.just("stop"), number),
)


@given(st.lists(acts, max_size=40))
@settings(max_examples=60, deadline=None)
def test_all_agree_and_a_reader_is_told_right(story: list[Any]) -> None:
    """Whoever asks any process, in any order, knows in the end what all of them know; and is not told for ever."""
    world = World()

    async def live() -> None:
        reader = Reader()
        await world.join()
        await world.join(2000)
        for what, *rest in story:
            match what:
                case "say" | "say late":
                    which, key, value, lasts_s = rest
                    kind = "plain" if what == "say" else "late"
                    world.pick(which).hearsay.say(kind, key, value, lasts_s=lasts_s)
                case "wait":
                    await asyncio.sleep(rest[0])
                case "lose":
                    world.weather.losing[world.pick(rest[0]).bus] = rest[1]
                case "look":
                    await reader.look(world.pick(rest[0]))
                case "join" if len(world.processes) < 5:
                    await world.join(rest[0])
                case "die" | "stop" if len(world.processes) > 1:
                    process = world.pick(rest[0])
                    world.processes.remove(process)
                    await (process.die() if what == "die" else process.stop())
                case _:
                    pass
        world.weather.losing.clear()
        for process in world.processes:
            process.hearsay.say("plain", f"of {process.ephemeral.boot}", b"1", lasts_s=1000.0)
        await asyncio.sleep(SETTLED_S)
        beliefs = [process.holds for process in world.processes]
        assert all(one == beliefs[0] for one in beliefs), (story, beliefs)
        assert len(beliefs[0]) >= len(world.processes)
        for process in [*world.processes, *world.processes]:
            await reader.look(process)
            assert reader.knows == process.holds, (story, reader.token)
        for process in [*world.processes, *reversed(world.processes)]:
            assert await reader.look(process) == 0, ("told again and again", story, reader.token)

    world.run(live())


def test_what_a_dead_process_said_ends_with_its_time() -> None:
    """And not before; what nobody hears of again has ended everywhere."""
    world = World()

    async def live() -> None:
        one, two = await world.join(), await world.join()
        one.hearsay.say("plain", "a", b"1", lasts_s=20.0)
        await asyncio.sleep(0.1)
        world.processes.remove(one)
        await one.die()
        await asyncio.sleep(15)
        three = await world.join()
        await asyncio.sleep(0.2)
        assert two.holds == {"plain a": b"1"} == three.holds
        await asyncio.sleep(10)
        assert two.holds == {} == three.holds

    world.run(live())


def test_the_last_saying_counts_wherever_it_was_said() -> None:
    """Two processes whose clocks differ by seconds; the second one has heard the first."""
    world = World()

    async def live() -> None:
        ahead, behind = await world.join(5000), await world.join(-5000)
        await asyncio.sleep(0.1)
        for value in (b"1", b"2", None, b"3", None):
            ahead.hearsay.say("plain", "a", value, lasts_s=30)
            await asyncio.sleep(0.001)
            behind.hearsay.say("plain", "a", b"other", lasts_s=30)
            await asyncio.sleep(0.001)
            assert ahead.holds == {"plain a": b"other"} == behind.holds

    world.run(live())


def test_the_same_again_is_said_only_when_it_makes_a_difference() -> None:
    """A client may repeat itself as often as it wants."""
    world = World()

    async def live() -> None:
        one, two = await world.join(), await world.join()
        await asyncio.sleep(0.1)
        said = one.bus.counts.said
        for _ in range(100):
            one.hearsay.say("plain", "a", b"1", lasts_s=30)
            await asyncio.sleep(0.01)
        assert one.bus.counts.said - said <= 3
        await asyncio.sleep(29.5)
        assert one.holds == two.holds == {"plain a": b"1"}
        await asyncio.sleep(1)
        assert one.holds == two.holds == {}

    world.run(live())
