"""A unit that waited too long for a slow disk is refused instead of written late, on both databases."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from laiwang.kernel.ports import DatabaseDown, Tx, Unit
from tests.adapters.stores import STORES, Published


def _unit(topic: str) -> Unit:
    unit = Unit()
    unit.append(topic, "test", b"{}")
    return unit


@pytest.mark.parametrize("name", ["sqlite", "postgres"])
async def test_what_waited_too_long_is_not_written(
    name: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sender has gone, or has asked again; nothing of it is there."""
    database = STORES[name](tmp_path, lambda: str(request.getfixturevalue("postgres_url"))).database(Published())
    await database.start()
    module = sys.modules[type(database.writer).__module__]  # type: ignore[attr-defined]
    monkeypatch.setattr(module, "WAITED_S_MAX", -1.0)

    async def work(tx: Tx) -> None:
        raise AssertionError("its turn never comes")

    for late in (database.commit(_unit("late")), database.transaction(work)):
        with pytest.raises(DatabaseDown):
            await late
    monkeypatch.undo()
    committed = await database.commit(_unit("in time"))
    assert [fact.position for fact in committed.facts] == [1]
    assert database.position == 1
    await database.close()
