"""Followers on a real log: nothing is skipped, nothing is done twice, whatever ends in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import BigInteger, Column, MetaData, Table, Text, bindparam, delete, select, text

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.kernel import follow
from laiwang.kernel.follow import Follower, Followers
from laiwang.kernel.log import NEWEST_FACTS_MAX
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs, Fact, Rewrite, Tx, Unit, Write
from laiwang.kernel.tables import cursors
from laiwang.kit.ports import SystemChance, SystemClock

#: what the followers of these tests make; its table is not part of the product's schema
seen = Table(
    "seen", MetaData(), Column("position", BigInteger, primary_key=True), Column("who", Text, primary_key=True)
)
SAW = seen.insert().values(position=bindparam("position"), who=bindparam("who"))
SEEN = select(seen.c.position).where(seen.c.who == bindparam("who")).order_by(seen.c.position)
FORGET = delete(seen).where(seen.c.who == bindparam("who"))
CURSOR = select(cursors.c.position).where(cursors.c.follower == bindparam("who"))


def build(folder: Path) -> Kernel:
    """The machine on one folder."""
    return Kernel.build(
        server_name="example.org",
        database=lambda publish: SQLiteDatabase(folder / "server.db", publish),
        blobs=cast(Blobs, None),
        clock=SystemClock(),
        chance=SystemChance(),
    )


@pytest.fixture
async def kernel(tmp_path: Path) -> AsyncIterator[Kernel]:
    """A running machine with the table of these tests."""
    made = build(tmp_path)
    await made.start()

    async def create(tx: Tx) -> None:
        await tx.execute(text("CREATE TABLE seen (position BIGINT, who TEXT, PRIMARY KEY (position, who))"), {})

    await made.database.transaction(create)
    yield made
    await made.stop()


async def write(kernel: Kernel, count: int, topic: str = "room:!a") -> None:
    """Some facts, each in a unit of its own."""
    for number in range(count):
        unit = Unit()
        unit.append(topic, "event", b'{"number":%d}' % number)
        await kernel.log.append(unit)


async def effect(kernel: Kernel, who: str = "planner") -> list[int]:
    """What a follower has made."""
    return [row[0] for row in await kernel.database.fetch(SEEN, {"who": who})]


async def stored(kernel: Kernel, who: str) -> int:
    """The durable cursor."""
    row = await kernel.database.fetch_one(CURSOR, {"who": who})
    assert row is not None
    return int(row[0])


def planner(who: str = "planner", *, prefix: str | None = "room:", batch: int = 7, from_start: bool = True) -> Follower:
    """Notes every position that it gets; a position that comes twice is a Conflict and fails the test."""

    async def plan(facts: Sequence[Fact]) -> Unit:
        unit = Unit()
        unit.write(SAW, [{"position": fact.position, "who": who} for fact in facts])
        return unit

    forget = (Write(FORGET, {"who": who}),)
    return Follower(
        who, plan=plan, topic_prefix=prefix, batch_max=batch, from_start=from_start, forget=forget, linger_s=0.001
    )


async def catch_up(followers: Followers, follower: Follower) -> None:
    """Steps until there is nothing left."""
    while await followers.step(follower):
        pass


@pytest.mark.parametrize("within_transaction", [False, True])
async def test_every_fact_comes_once_and_in_order(kernel: Kernel, within_transaction: bool) -> None:
    follower = planner()
    if within_transaction:

        async def handle(tx: Tx, facts: Sequence[Fact]) -> None:
            await tx.execute(SAW, [{"position": fact.position, "who": "planner"} for fact in facts])

        follower = Follower("planner", handle=handle, topic_prefix="room:", batch_max=7)
    await write(kernel, 30)
    await write(kernel, 3, "user:@a")
    await write(kernel, 10)
    await catch_up(kernel.followers, follower)
    assert await effect(kernel) == [*range(1, 31), *range(34, 44)]
    assert await stored(kernel, "planner") == 43
    await catch_up(Followers(kernel.database, kernel.log, kernel.leases), follower)
    assert len(await effect(kernel)) == 40


async def test_followers_do_not_know_of_each_other(kernel: Kernel) -> None:
    await write(kernel, 20)
    slow, fast, late = planner("slow", batch=3), planner("fast"), planner("late", from_start=False)
    await kernel.followers.step(late)
    await kernel.followers.step(slow)
    await catch_up(kernel.followers, fast)
    await write(kernel, 5)
    await catch_up(kernel.followers, late)
    assert await effect(kernel, "slow") == [1, 2, 3]
    assert await effect(kernel, "fast") == [*range(1, 21)]
    assert await effect(kernel, "late") == [*range(21, 26)]
    assert await kernel.followers.cursor("slow") == 3


async def test_a_running_follower_hears_of_news_and_gets_over_a_failure(kernel: Kernel) -> None:
    failures = 2
    done = asyncio.Event()
    steady = planner()
    assert steady.plan is not None
    make = steady.plan

    async def plan(facts: Sequence[Fact]) -> Unit:
        nonlocal failures
        if failures:
            failures -= 1
            raise RuntimeError("not now")
        unit = await make(facts)
        assert unit is not None
        unit.applied = lambda _: done.set() if facts[-1].position == 25 else None
        return unit

    kernel.followers.start([Follower("planner", plan=plan, topic_prefix="room:", batch_max=7)])
    await write(kernel, 25)
    await done.wait()
    assert await effect(kernel) == [*range(1, 26)]


async def test_a_unit_that_fails_moves_no_cursor(kernel: Kernel) -> None:
    await write(kernel, 5)

    async def plan(facts: Sequence[Fact]) -> Unit:
        unit = Unit()
        unit.write(SAW, {"position": 1, "who": "planner"})
        unit.write(SAW, {"position": 1, "who": "planner"})
        return unit

    with pytest.raises(Exception, match="UNIQUE"):
        await kernel.followers.step(Follower("planner", plan=plan))
    assert await effect(kernel) == []
    assert await stored(kernel, "planner") == 0
    await catch_up(kernel.followers, planner())
    assert await effect(kernel) == [*range(1, 6)]


async def test_two_of_the_same_name_never_do_the_same_work_twice(kernel: Kernel) -> None:
    await write(kernel, 60)
    one, other = kernel.followers, Followers(kernel.database, kernel.log, kernel.leases)
    results = await asyncio.gather(
        *(each.step(planner()) for _ in range(4) for each in (one, other)), return_exceptions=True
    )
    assert any(isinstance(result, int) for result in results)
    for each in (one, other):
        while True:
            try:
                if not await each.step(planner()):
                    break
            except Exception:
                continue  # the other one was faster; the database knows where it is now
    assert await effect(kernel) == [*range(1, 61)]


async def test_an_end_in_the_middle_of_a_batch_is_made_good_by_the_next_start(kernel: Kernel, tmp_path: Path) -> None:
    await write(kernel, 40)
    planning = asyncio.Event()
    steady = planner()
    assert steady.plan is not None
    make = steady.plan

    async def plan(facts: Sequence[Fact]) -> Unit | None:
        if facts[0].position > 20:
            planning.set()
            await asyncio.Event().wait()
        return await make(facts)

    kernel.followers.start([Follower("planner", plan=plan, topic_prefix="room:", batch_max=7)])
    await planning.wait()
    await kernel.stop()
    again = build(tmp_path)
    await again.start()
    assert await effect(again) == [*range(1, await stored(again, "planner") + 1)]
    await catch_up(again.followers, planner())
    assert await effect(again) == [*range(1, 41)]
    await again.stop()


async def test_a_restart_forgets_and_makes_the_same_again(kernel: Kernel) -> None:
    await write(kernel, 20)
    await catch_up(kernel.followers, planner())
    await kernel.followers.restart("planner")
    assert await kernel.followers.step(planner()) == 7
    assert await effect(kernel) == [*range(1, 8)], "the first batch has taken away what was there"
    await catch_up(kernel.followers, planner())
    assert await effect(kernel) == [*range(1, 21)]


async def test_a_stretch_without_news_costs_no_writes(kernel: Kernel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "IDLE_POSITIONS_MAX", 10)
    await write(kernel, 1)
    await catch_up(kernel.followers, planner())
    await write(kernel, 5, "user:@a")
    assert await kernel.followers.step(planner()) == 0
    assert (await stored(kernel, "planner"), await kernel.followers.cursor("planner")) == (1, 6)
    await write(kernel, 5, "user:@a")
    assert await kernel.followers.step(planner()) == 0
    assert (await stored(kernel, "planner"), await kernel.followers.cursor("planner")) == (11, 11)
    await write(kernel, 1)
    await catch_up(kernel.followers, planner())
    assert await effect(kernel) == [1, 12]


async def test_a_plan_without_effect_costs_no_write_either(kernel: Kernel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "IDLE_POSITIONS_MAX", 10)
    steady = planner(prefix=None, batch=3)
    assert steady.plan is not None
    make = steady.plan

    async def plan(facts: Sequence[Fact]) -> Unit | None:
        wanted = [fact for fact in facts if fact.topic == "room:!a"]
        return await make(wanted) if wanted else None

    follower = Follower("planner", plan=plan, batch_max=3)
    await write(kernel, 1)
    await catch_up(kernel.followers, follower)
    await write(kernel, 5, "room:!b")
    await catch_up(kernel.followers, follower)
    assert (await stored(kernel, "planner"), await kernel.followers.cursor("planner")) == (1, 6)
    await write(kernel, 5, "room:!b")
    await catch_up(kernel.followers, follower)
    assert await stored(kernel, "planner") > 10
    await write(kernel, 1)
    await catch_up(kernel.followers, follower)
    assert await effect(kernel) == [1, 12]
    await write(kernel, 2, "room:!b")
    kernel.followers.start([follower])
    while await kernel.followers.cursor("planner") < 14:
        await kernel.database.fetch(SEEN, {"who": "planner"})
    await kernel.followers.stop()
    assert await stored(kernel, "planner") == 14, "the next start need not look again"


async def test_the_newest_facts_of_all_topics(kernel: Kernel) -> None:
    """Memory answers for what it holds and says when it does not reach back."""
    log = kernel.log
    assert log.newest_of_all(0, None, 10) == []
    unit = Unit()
    for number in range(NEWEST_FACTS_MAX + 10):
        unit.append(f"room:{number % 7}", "event", b"%d" % number)
    await log.append(unit)
    assert log.newest_of_all(0, None, 10) is None
    assert log.newest_of_all(9, None, 10) is None
    assert [fact.position for fact in log.newest_of_all(10, None, 3) or ()] == [11, 12, 13]
    assert [fact.position for fact in log.newest_of_all(10, "room:1", 2) or ()] == [16, 23]
    assert [fact.position for fact in log.newest_of_all(log.position - 1, None, 10) or ()] == [log.position]
    unit = Unit()
    unit.rewrites.append(Rewrite("room:0", 15, b"redacted", None))
    await log.append(unit)
    assert [fact.body for fact in log.newest_of_all(14, None, 1) or ()] == [b"redacted"]


def test_a_follower_says_how_it_works() -> None:
    with pytest.raises(ValueError, match="either"):
        Follower("neither")
