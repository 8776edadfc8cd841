"""A server with receipts and the account data in which the fully-read marker stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from laiwang.chat.account_data import AccountData
from laiwang.chat.receipts import Receipts
from laiwang.kernel.room import Decided, Room
from tests.chat.server import ALICE, BOB, ChatServer


class World(ChatServer):
    """`receipts` and `data` are the capabilities."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.data = AccountData(self.kernel)
        self.receipts = Receipts(self.kernel, ignored_by=self.data.ignored_by)

    async def read(
        self, user_id: str, event: Decided, *, kind: str = "m.read", thread: str | None = None, body: Any = None
    ) -> None:
        """A receipt for an event."""
        if thread is not None:
            body = {"thread_id": thread}
        await self.call(
            "postReceipt", user_id, body, roomId=event.room.room_id, receiptType=kind, eventId=event.event_id
        )


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    one = World(tmp_path)
    await one.start(one.data.manifest(), one.receipts.manifest(), ignored_by=one.data.ignored_by)
    yield one
    await one.stop()


@pytest.fixture
async def room(world: World) -> Room:
    return await world.room_of(ALICE, BOB)
