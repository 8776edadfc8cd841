"""A server with stored filters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from laiwang.chat.filters import Filters
from tests.chat.server import ChatServer


class World(ChatServer):
    """`filters` is the capability."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.filters = Filters(self.kernel)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    one = World(tmp_path)
    await one.start(one.filters.manifest(), find_filter=one.filters.find)
    yield one
    await one.stop()
