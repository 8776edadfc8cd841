"""Rooms in memory: there is one of each."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

import pytest

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.kernel.log import ANY_TOPIC
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs
from laiwang.kernel.room import Draft
from laiwang.kit.ports import SystemChance, SystemClock
from laiwang.matrix.versions import get_version

ALICE = "@alice:example.org"


@pytest.mark.parametrize("version", ["11", "12"])
async def test_who_hears_of_a_new_room_finds_the_one_that_its_maker_has(tmp_path: Path, version: str) -> None:
    """A follower is woken by the commit, before the maker of the room has her answer; a second copy of the room would fall behind."""
    kernel = Kernel.build(
        server_name="example.org",
        database=lambda publish: SQLiteDatabase(tmp_path / "server.db", publish),
        blobs=cast(Blobs, None),
        clock=SystemClock(),
        chance=SystemChance(),
    )
    await kernel.start()
    listener = kernel.bells.listen((ANY_TOPIC,))

    async def follow() -> object:
        await listener.wait(60)
        facts = kernel.log.newest_of_all(0, "room:", 1)
        assert facts
        return await kernel.rooms.get(facts[0].topic.removeprefix("room:"))

    following = asyncio.create_task(follow())
    create = Draft("m.room.create", ALICE, {"room_version": version}, "")
    join = Draft("m.room.member", ALICE, {"membership": "join"}, ALICE)
    room, _ = await kernel.rooms.create(get_version(version), [create, join])
    assert await following is room
    assert await kernel.rooms.get(room.room_id) is room
    await kernel.rooms.submit(room, [Draft("m.room.message", ALICE, {"body": "x", "msgtype": "m.text"})])
    listener.close()
    await kernel.stop()
