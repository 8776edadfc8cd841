"""For all tests: Hypothesis without a clock, so that a busy machine fails nothing, and a PostgreSQL server for those who ask."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """An empty PostgreSQL database for one test."""
    # Only here, for most runs need neither the driver nor a server.
    from tests.harness.postgres import shared_databases

    databases = shared_databases()
    url = databases.make()
    yield url
    databases.drop(url)


def pytest_sessionfinish() -> None:
    """Stops the PostgreSQL server, where one was started."""
    if harness := sys.modules.get("tests.harness.postgres"):
        harness.stop_shared()
