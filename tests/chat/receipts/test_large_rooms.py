"""Receipts in rooms so large that not everybody is woken for each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from laiwang.chat.receipts import Receipts
from tests.chat.server import ALICE, SERVER

from .conftest import World
from .test_sync import seen

PEOPLE = [f"@{letter}{letter}{letter}:{SERVER}" for letter in "bcdefghijklm"]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A server on which ten people are many."""
    one = World(tmp_path)
    one.receipts = Receipts(one.kernel, ignored_by=one.data.ignored_by, live_members_max=10)
    await one.start(one.data.manifest(), one.receipts.manifest(), ignored_by=one.data.ignored_by)
    yield one
    await one.stop()


async def test_everybody_reads(world: World) -> None:
    """Who reads and whose message it is hear of it at once; everybody else once, of all together."""
    room = await world.room_of(ALICE, *PEOPLE)
    message = await world.send(room, ALICE)
    tokens = {person: (await world.sync(person))["next_batch"] for person in (ALICE, *PEOPLE)}
    parked = {person: await world.park(person, token) for person, token in tokens.items()}
    readers, others = PEOPLE[:6], PEOPLE[6:]
    for reader in readers:
        await world.read(reader, message)
        mine = (message.event_id, "m.read", reader, None)
        assert mine in seen(await parked[reader], room)
    assert (message.event_id, "m.read", readers[0], None) in seen(await parked[ALICE], room)
    assert [person for person in others if parked[person].done()] == []
    answers = await asyncio.gather(*(parked[person] for person in others))
    told = {(message.event_id, "m.read", reader, None) for reader in readers}
    assert [seen(answer, room) for answer in answers] == [told] * len(others)


async def test_with_the_next_thing(world: World) -> None:
    """What is said next brings the receipts along, and nobody who looks is kept from them; nothing is told twice."""
    room = await world.room_of(ALICE, *PEOPLE)
    message = await world.send(room, ALICE)
    bob, carol, dave = PEOPLE[:3]
    tokens = {person: (await world.sync(person))["next_batch"] for person in (carol, dave)}
    parked = await world.park(carol, tokens[carol])
    await world.read(bob, message)
    await world.send(room, ALICE)
    told = {(message.event_id, "m.read", bob, None)}
    answer = await parked
    assert seen(answer, room) == told
    assert seen(await world.sync(dave, tokens[dave]), room) == told
    again = await world.park(carol, answer["next_batch"])
    await world.send(room, ALICE)
    assert seen(await again, room) == set()


async def test_a_private_receipt(world: World) -> None:
    """Reaches its owner's devices at once."""
    room = await world.room_of(ALICE, *PEOPLE)
    message = await world.send(room, ALICE)
    bob = PEOPLE[0]
    parked = await world.park(bob, (await world.sync(bob))["next_batch"])
    await world.read(bob, message, kind="m.read.private")
    assert seen(await parked, room) == {(message.event_id, "m.read.private", bob, None)}
