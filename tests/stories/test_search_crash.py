"""The index after a power cut: nothing is missing, nothing is there twice."""

from __future__ import annotations

import asyncio

import pytest

from tests.harness.person import Person
from tests.stories.conftest import OwnServer
from tests.stories.test_search import everything

pytestmark = pytest.mark.process

ROUNDS = 4
PER_ROUND = 70


async def test_after_every_kill_a_search_finds_exactly_what_was_acknowledged(own_server: OwnServer) -> None:
    server = own_server()
    alice = await Person.arrive(server.url, "alice")
    rooms = [await alice.create_room() for _ in range(3)]
    said: set[str] = set()
    for round_ in range(ROUNDS):

        async def talk(room: str, number: int, round_: int = round_) -> None:
            text = f"albatross {round_} {number} 信天翁"
            await alice.say(room, text)
            said.add(text)

        await asyncio.gather(*(talk(rooms[number % 3], number) for number in range(PER_ROUND)))
        # The search reads the index while the follower is at work on it; then the power fails.
        assert sorted(await everything(alice, "albatross", filter={"limit": 100})) == sorted(said)
        server.kill()
        server.start()
        for term in ("albatross", "天翁"):
            found = await everything(alice, term, order_by="recent", filter={"limit": 100})
            assert sorted(found) == sorted(said)
    await alice.close()
