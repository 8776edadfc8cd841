"""For all tests: Hypothesis without a clock, so that a busy machine fails nothing, and a PostgreSQL server for those who ask."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.harness.postgres import Databases

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[Databases]:
    """Empty databases of one PostgreSQL server, which runs until the last test has ended."""
    # Only here, for most runs need neither the driver nor a server.
    from tests.harness.postgres import GIVEN, Databases, postgres_server

    given = os.environ.get(GIVEN)
    if given:
        yield Databases(given)
        return
    with postgres_server() as server:
        yield Databases(server.url())


@pytest.fixture
def postgres_url(postgres_databases: Databases) -> Iterator[str]:
    """An empty PostgreSQL database for one test."""
    with postgres_databases.new() as url:
        yield url
