"""What worlds have found in the kernel, told again as shortly as it can be."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import cast

import pytest
from structlog.testing import capture_logs

from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs, Unit
from laiwang.kernel.room import Draft
from laiwang.kit.ports import SeededChance, SystemClock
from laiwang.matrix.versions import get_version
from tests.sim.history import History
from tests.sim.loop import VirtualLoop
from tests.sim.process import SERVER, Process, Size
from tests.sim.store import Disk, Pace, SimDatabase

ANNA, ROOM = f"@anna:{SERVER}", f"!room:{SERVER}"
CREATE = [
    Draft("m.room.create", ANNA, {"room_version": "11"}, ""),
    Draft("m.room.member", ANNA, {"membership": "join"}, ANNA),
]


class SlowReads(Pace):
    """Reading takes longer than anything else."""

    def read_s(self) -> float:
        return 0.01


def kernel_on(disk: Disk, pace: Pace) -> Kernel:
    """A kernel that is not started."""
    return Kernel.build(
        server_name=SERVER,
        database=lambda publish: SimDatabase(disk, publish, pace),
        blobs=cast(Blobs, None),
        clock=SystemClock(),
        chance=SeededChance(1),
    )


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
async def kernel(disk: Disk) -> Kernel:
    made = kernel_on(disk, SlowReads())
    await made.start()
    return made


async def test_a_new_room_that_is_looked_for_at_once_is_in_memory_only_once(kernel: Kernel) -> None:
    """The bell of a new room rings before its maker has put it into memory; who looks for it then wakes it from the log."""
    listener = kernel.bells.listen([ROOM])

    async def look() -> object:
        await listener.wait(10)
        return await kernel.rooms.get(ROOM)

    looking = asyncio.create_task(look())
    made, _ = await kernel.rooms.create(get_version("11"), CREATE, room_id=ROOM)
    (said,) = await kernel.rooms.submit(made, [Draft("m.room.message", ANNA, {"body": "hello"})])
    assert await looking is made
    found = await kernel.rooms.get(ROOM)
    assert found is made
    assert found.head == said.event_id
    await kernel.stop()


@pytest.mark.parametrize("first", ["rooms", "memberships"])
async def test_who_goes_away_while_something_is_read_takes_nobody_along(kernel: Kernel, first: str) -> None:
    """Two ask for the same room, or for the same person's rooms; the first one's client goes away."""
    await kernel.rooms.create(get_version("11"), CREATE, room_id=ROOM)
    kernel.rooms._awake.clear()
    kernel.memberships._cache.clear()
    ask: Callable[[], Awaitable[object]] = {
        "rooms": lambda: kernel.rooms.get(ROOM),
        "memberships": lambda: kernel.memberships.of(ANNA),
    }[first]

    async def asks() -> object:
        return await ask()

    gone, stays = asyncio.create_task(asks()), asyncio.create_task(asks())
    await asyncio.sleep(0.001)
    gone.cancel()
    with suppress(asyncio.CancelledError):
        await gone
    assert await stays
    await kernel.stop()


class SlowReturn(Pace):
    """What is on disk is not known in memory for a while."""

    def __init__(self) -> None:
        self.is_durable = asyncio.Event()

    def publish_s(self) -> float:
        self.is_durable.set()
        return 0.02


async def test_no_membership_is_seen_before_its_place_in_the_log(disk: Disk) -> None:
    """Whose memberships are read from the disk while one of them is on its way back from there."""
    pace = SlowReturn()
    kernel = kernel_on(disk, pace)
    await kernel.start()
    making = asyncio.create_task(kernel.rooms.create(get_version("11"), CREATE, room_id=ROOM))
    await pace.is_durable.wait()
    assert kernel.log.position == 0
    found = await kernel.memberships.of(ANNA)
    assert found[ROOM].position <= kernel.log.position
    await making
    await kernel.stop()


class FullDisk(Pace):
    """Refuses everything when it is told to."""

    is_full = False

    def fails(self) -> bool:
        return self.is_full


def test_a_server_stops_on_a_full_disk() -> None:
    """Messages to a device that were acknowledged are deleted at the stop, if the disk lets them."""
    loop, disk, pace = VirtualLoop(), Disk(), FullDisk()
    process = Process(loop, disk, pace, History(loop.time), "boot", Size())

    async def story() -> None:
        await process.start()
        anna = await _register(process, ANNA)
        await _call(
            process, anna, "PUT", "/sendToDevice/test/1", body={"messages": {ANNA: {"PHONE": {"body": "hello"}}}}
        )
        told = await _call(process, anna, "GET", "/sync")
        await _call(process, anna, "GET", "/sync", f"since={told['next_batch']}")
        pace.is_full = True
        await process.stop()

    with capture_logs():
        try:
            loop.run_until_complete(story())
        finally:
            process.kill()
            loop.run_until_complete(asyncio.sleep(1))
            loop.close()
    assert process.is_dead


def test_what_is_said_while_a_reader_learns_of_her_new_room_is_told() -> None:
    """Bo's poll is woken because he has joined, and reads from the disk of what; meanwhile Anna speaks in the room."""
    loop, disk = VirtualLoop(), Disk()
    history = History(loop.time)
    first, second = (
        Process(loop, disk, pace, history, pace.__class__.__name__, Size()) for pace in (Pace(), SlowReads())
    )

    async def story() -> float:
        await first.start()
        anna, bo = await _register(first, ANNA), await _register(first, f"@bo:{SERVER}")
        made = await _call(first, anna, "POST", "/createRoom", body={"preset": "public_chat"})
        room = f"/rooms/{made['room_id']}"
        token = (await _call(first, bo, "GET", "/sync"))["next_batch"]
        await _call(first, anna, "PUT", f"{room}/send/m.room.message/1", body={"body": "before the restart"})
        await first.stop()
        await second.start()
        parked = asyncio.create_task(_call(second, bo, "GET", "/sync", f"since={token}&timeout=30000"))
        await _call(second, anna, "PUT", f"{room}/send/m.room.message/2", body={"body": "everybody is awake"})
        await asyncio.sleep(1)
        await _call(second, bo, "POST", f"{room}/join", body={})
        await _call(second, anna, "PUT", f"{room}/send/m.room.message/3", body={"body": "hello, Bo"})
        answer = await parked
        said_s = loop.time()
        if "hello, Bo" not in str(answer):
            answer = await _call(second, bo, "GET", "/sync", f"since={answer['next_batch']}&timeout=30000")
        assert "hello, Bo" in str(answer)
        return loop.time() - said_s

    assert loop.run_until_complete(story()) < 1
    for process in (first, second):
        process.kill()
    loop.run_until_complete(asyncio.sleep(1))
    loop.close()


async def _register(process: Process, user_id: str) -> str:
    """A new person's token."""
    accounts = process.capabilities.accounts.actions
    unit = Unit()
    await accounts.add(unit, user_id, None)
    opened = await process.spawn(accounts.open_session(user_id, {"device_id": "PHONE"}, "", unit=unit))
    return str(opened["access_token"])


async def _call(
    process: Process, token: str, method: str, path: str, query: str = "", body: object = None
) -> dict[str, str]:
    answer = await process.request(method, f"/_matrix/client/v3{path}", query, body, token, lambda _: None)[0]
    assert answer.status == 200
    return cast(dict[str, str], answer.json())
