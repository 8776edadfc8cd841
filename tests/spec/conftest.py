"""One server for whatever is thrown at it, and people in a room of their own who must not notice."""

from collections.abc import Iterator

import pytest

from tests.harness.server import ServerProcess


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A running server with open registration."""
    process = ServerProcess(tmp_path_factory.mktemp("any-input") / "data")
    process.start()
    yield process
    assert process.running(), process.log_tail()
    assert process.stop() == 0
