"""The fault suite in a bounded form: the faults that find the most, each for a short time. `make faults` runs all of them in full."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest

from tests.faults.cluster import Cluster
from tests.faults.faults import Fault, by_name
from tests.faults.promises import Messages, all_promises
from tests.faults.trial import run_trial
from tests.faults.world import World

pytestmark = pytest.mark.process

ON_SQLITE = ("a server is killed", "settings are read again", "the disk is full", "fsync is slow")
ON_POSTGRES = ("a server is killed", "PostgreSQL is killed", "a server's line to the database is half open")
HOLD = 0.3


def _chosen(names: tuple[str, ...]) -> list[Fault]:
    return [fault for name in names for fault in by_name(name)]


async def _survive(cluster: Cluster, names: tuple[str, ...]) -> None:
    world, promises = World(cluster, people=4, rooms=2, seed=1), all_promises()
    await world.settle_in(promises)
    outcomes = await run_trial(world, promises, _chosen(names), hold=HOLD)
    await world.go_home()
    broken = [f"{outcome.fault}: {text}" for outcome in outcomes for text in outcome.broken]
    assert not broken, "\n".join([*broken[:20], cluster.logs()])
    assert all(outcome.acknowledged for outcome in outcomes)


async def test_the_embedded_server_survives() -> None:
    """One process and its disk. A message that is taken out of the database behind its back is missed."""
    async with Cluster("sqlite") as cluster:
        await _survive(cluster, ON_SQLITE)
        await _lose_a_message(cluster)


async def test_two_servers_on_postgresql_survive() -> None:
    """Each on a line of its own to the database."""
    async with Cluster("postgres", 2) as cluster:
        await _survive(cluster, ON_POSTGRES)


async def _lose_a_message(cluster: Cluster) -> None:
    """What checks everything must see a loss, or the rest of this file proves nothing."""
    (member,) = cluster.members
    world, messages = World(cluster, people=2, rooms=1, seed=2), Messages(wait_s=0)
    await world.settle_in([messages])
    await world.has_acknowledged(20)
    async with world.quiet():
        assert await messages.broken(world) == []
        lost = world.ledger.said[10]
        await asyncio.to_thread(member.process.stop)
        with closing(sqlite3.connect(member.process.data / "laiwang.db", isolation_level=None)) as database:
            database.execute(
                "DELETE FROM log WHERE position IN (SELECT position FROM event_ids WHERE event_id = ?)",
                (lost.event_id,),
            )
        await member.start()
        broken = await messages.broken(world)
    await world.go_home()
    assert f"process 0: {lost.body!r} was acknowledged as {lost.event_id}, and is not there" in broken
