"""A store of objects for the tests of adapters."""

from collections.abc import Iterator

import pytest

from tests.harness.objects import ObjectStore, running


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    """A real S3-compatible server."""
    with running(tmp_path_factory.mktemp("objects") / "store") as store:
        yield store
