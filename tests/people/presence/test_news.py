"""Who is here, in /sync: nothing falls between a poll that ends and the bell."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from laiwang.kernel.room import Room
from laiwang.people.presence import Presence, PresenceSettings
from tests.chat.server import ALICE, BOB, ChatServer


class World(ChatServer):
    """`presence` is the capability."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.presence = Presence(self.kernel, PresenceSettings())


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A server that tells who is here."""
    one = World(tmp_path)
    await one.start(one.presence.manifest())
    yield one
    await one.stop()


@pytest.fixture
async def room(world: World) -> Room:
    """A room with both in it."""
    return await world.room_of(ALICE, BOB)


def seen(answer: Any) -> dict[str, str]:
    """Whose presence an answer tells."""
    return {one["sender"]: one["content"]["presence"] for one in answer.get("presence", {}).get("events", [])}


async def test_a_poll_that_ends_before_the_bell_skips_nobody(world: World, room: Room) -> None:
    """Bob comes, and while the server looks up who is to hear of it, Alice's poll ends: her next one tells her."""
    assert room.joined_count == 2
    # A restart of what is known of memberships: Bob's are read from the database when he comes.
    world.kernel.memberships._cache.pop(BOB, None)
    token = (await world.sync(ALICE))["next_batch"]
    coming = asyncio.create_task(world.presence.seen(BOB, "B", "online"))
    empty = await world.sync(ALICE, token, timeout=0)
    heard = seen(empty)
    if not heard:
        heard = seen(await world.sync(ALICE, empty["next_batch"], timeout=2_000))
    assert heard == {BOB: "online"}
    await coming


async def test_the_last_word_counts(world: World, room: Room) -> None:
    """Of two changes while the first is on its way, the newer one is told, and told last."""
    world.kernel.memberships._cache.pop(BOB, None)
    parked = await world.park(ALICE, (await world.sync(ALICE))["next_batch"])
    changes = [asyncio.create_task(world.presence.seen(BOB, "B", state)) for state in ("online", "unavailable")]
    assert seen(await parked) == {BOB: "unavailable"}
    assert seen(await world.sync(ALICE)) == {BOB: "unavailable"}
    await asyncio.gather(*changes)
