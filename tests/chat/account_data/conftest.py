"""A server with account data."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from laiwang.chat.account_data import AccountData
from tests.chat.server import ChatServer


class World(ChatServer):
    """`data` is the capability."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.data = AccountData(self.kernel)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    one = World(tmp_path)
    await one.start(one.data.manifest(), ignored_by=one.data.ignored_by)
    yield one
    await one.stop()
