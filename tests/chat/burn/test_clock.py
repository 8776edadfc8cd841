"""Timers and the clock of the server, which may be set, and stops of the server at any moment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from laiwang.chat.burn import BURN, Burn, BurnSettings
from laiwang.chat.media import Media, MediaSettings
from laiwang.chat.messages import Messages
from laiwang.chat.receipts import Receipts
from laiwang.kernel.capability import Caller, Request
from laiwang.kernel.events import stored
from laiwang.kernel.room import Draft, Room
from tests.chat.server import ALICE, BOB, ChatServer, ignores_nobody

HOUR_MS = 3_600_000
START_MS = 1_800_000_000_000


class SetClock:
    """Wall time that stands where it is put."""

    def __init__(self) -> None:
        self.now = START_MS

    def now_ms(self) -> int:
        return self.now

    def monotonic(self) -> float:
        return self.now / 1000


async def _shows_nothing(user_id: str, uri: str) -> bool:
    return False


class World:
    """A server in a folder that can be stopped and started, with a clock that can be set."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.clock = SetClock()

    async def start(self) -> None:
        server = self.server = ChatServer(self._folder)
        kernel = server.kernel
        kernel.clock = self.clock
        messages = Messages(kernel, check_limit=lambda _: None, ignored_by=ignores_nobody)
        receipts = Receipts(kernel, ignored_by=ignores_nobody)
        media = Media(kernel, MediaSettings(), is_shown=_shows_nothing)
        self.burn = Burn(kernel, BurnSettings(), messages, media)
        manifests = [one.manifest() for one in (messages, receipts, media, self.burn)]
        await server.start(*manifests)
        kernel.followers.start([follower for one in manifests for follower in one.followers])

    async def timer(self, room_id: str) -> Any:
        request = Request("GET", {"roomId": room_id}, b"", (), b"", "127.0.0.1", Caller(ALICE, "D"))
        response = await self.burn.timer(request)
        assert isinstance(response.body, bytes)
        return orjson.loads(response.body)

    async def told(self, room_id: str, **expected: Any) -> None:
        """Returns once the server says so."""
        while not expected.items() <= (await self.timer(room_id)).items():
            pass

    async def set_timer(self, room: Room, after_ms: int, start: str) -> None:
        draft = Draft(BURN, ALICE, {"after_ms": after_ms, "from": start}, "")
        await self.server.kernel.rooms.submit(room, [draft])

    async def room(self, room_id: str) -> Room:
        found = await self.server.kernel.rooms.get(room_id)
        assert found is not None
        return found

    async def is_burnt(self, room_id: str, event_id: str) -> bool:
        fact = await self.server.kernel.rooms.event_fact(room_id, event_id)
        assert fact is not None
        return stored(fact).redacted


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    world = World(tmp_path)
    await world.start()
    yield world
    await world.server.stop()


async def test_a_clock_that_is_set_back(world: World) -> None:
    """Nobody waits longer than the timer says; what waits for readers still waits for them."""
    room = await world.server.room_of(ALICE, BOB)
    await world.set_timer(room, 10_000, "sent")
    sent = await world.server.send(room, ALICE)
    await world.told(room.room_id, pending=1, next_due_ms=START_MS + 10_000)
    await world.server.stop()
    world.clock.now -= HOUR_MS
    await world.start()
    await world.told(room.room_id, pending=1, next_due_ms=START_MS - HOUR_MS + 10_000)
    await world.server.stop()
    world.clock.now += 10_000
    await world.start()
    await world.told(room.room_id, pending=0, next_due_ms=None)
    assert await world.is_burnt(room.room_id, sent.event_id)


async def test_stops_at_every_step(world: World) -> None:
    """Sent, read and due, with a stop after each: burnt once, and one of before the timer never."""
    room = await world.server.room_of(ALICE, BOB)
    before = await world.server.send(room, ALICE)
    await world.set_timer(room, 5_000, "read")
    sent = [await world.server.send(room, ALICE) for _ in range(3)]
    await world.server.stop()
    await world.start()
    await world.told(room.room_id, pending=3, after_ms=5_000, start="read")
    last = sent[-1].event_id
    await world.server.call("postReceipt", BOB, roomId=room.room_id, receiptType="m.read", eventId=last)
    await world.server.stop()
    await world.start()
    await world.told(room.room_id, pending=3, next_due_ms=START_MS + 5_000)
    await world.server.stop()
    world.clock.now += 4_999
    await world.start()
    await world.told(room.room_id, pending=3)
    await world.server.stop()
    world.clock.now += 1
    await world.start()
    await world.told(room.room_id, pending=0)
    assert [await world.is_burnt(room.room_id, one.event_id) for one in (before, *sent)] == [False, True, True, True]
    head = (await world.room(room.room_id)).depth
    await world.server.stop()
    world.clock.now += HOUR_MS
    await world.start()
    await world.told(room.room_id, pending=0)
    assert (await world.room(room.room_id)).depth == head
