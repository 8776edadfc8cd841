"""Two people with matrix-nio."""

from collections.abc import AsyncIterator, Awaitable, Callable

import nio
import pytest

from tests.clients.nio.companion import PASSWORD, Companion, good
from tests.harness.client import fresh
from tests.harness.server import ServerProcess

Meet = Callable[[str], Awaitable[Companion]]


@pytest.fixture
async def meet(server: ServerProcess) -> AsyncIterator[Meet]:
    """Make people with accounts: `alice = await meet("alice")`; they sync until the test ends."""
    met: list[Companion] = []

    async def make(name: str) -> Companion:
        companion = Companion(server.url, fresh(name))
        met.append(companion)
        localpart = companion.client.user
        made = good(await companion.client.register(localpart, PASSWORD, "nio"), nio.RegisterResponse)
        assert made.user_id == f"@{localpart}:test.local"
        companion.begin()
        return companion

    yield make
    for companion in met:
        await companion.close()


@pytest.fixture
async def alice(meet: Meet) -> Companion:
    """A person."""
    return await meet("alice")


@pytest.fixture
async def bob(meet: Meet) -> Companion:
    """Another person."""
    return await meet("bob")


@pytest.fixture
async def room(alice: Companion, bob: Companion) -> str:
    """A room that Alice made, that Bob was invited to and has joined; both know that he is there."""
    made = good(
        await alice.client.room_create(name="Tea house", topic="Longjing", invite=[bob.user_id]),
        nio.RoomCreateResponse,
    )
    room_id: str = made.room_id
    await bob.until(lambda: room_id in bob.client.invited_rooms)
    good(await bob.client.join(room_id), nio.JoinResponse)
    for companion in (alice, bob):
        await companion.until(
            lambda client=companion.client: (  # type: ignore[misc]
                room_id in client.rooms and bob.user_id in client.rooms[room_id].users and client.rooms[room_id].name
            )
        )
    return room_id
