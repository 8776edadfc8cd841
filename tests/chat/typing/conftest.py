"""A server that tells who is typing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from laiwang.chat.account_data import AccountData
from laiwang.chat.typing import Typing
from laiwang.kernel.room import Room
from tests.chat.server import ALICE, BOB, ChatServer


class World(ChatServer):
    """`typing` is the capability; `data` keeps who is ignored."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.data = AccountData(self.kernel)
        self.typing = Typing(self.kernel, ignored_by=self.data.ignored_by)

    async def types(self, room: Room, user_id: str, *, timeout_ms: int = 60_000, typing: bool = True) -> None:
        """Says that somebody types, or stopped."""
        body: dict[str, Any] = {"typing": typing, "timeout": timeout_ms}
        await self.call("setTyping", user_id, body, roomId=room.room_id, userId=user_id)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    one = World(tmp_path)
    await one.start(one.data.manifest(), one.typing.manifest(), ignored_by=one.data.ignored_by)
    yield one
    await one.stop()


@pytest.fixture
async def room(world: World) -> Room:
    return await world.room_of(ALICE, BOB)
