"""Clients that we did not write meet a server of their own."""

from collections.abc import Iterator

import pytest

from tests.harness.server import ServerProcess


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Show the end of the server's log with a test that failed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    server = getattr(item, "funcargs", {}).get("server")
    if report.when == "call" and report.failed and isinstance(server, ServerProcess):
        report.sections.append(("log of the server", server.log_tail()))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A running server with open registration, shared by all clients."""
    process = ServerProcess(tmp_path_factory.mktemp("clients") / "data")
    process.start()
    yield process
    process.stop()
