"""The contract of the Database port. Every adapter keeps it: the kernel relies on nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, bindparam, delete, func, insert, select, tuple_, update

from laiwang.kernel.ports import Committed, Conflict, Database, DatabaseDown, Fact, Rewrite, Tx, Unit
from laiwang.kernel.sql import upsert
from laiwang.kernel.tables import event_ids, log, memberships, rooms, transactions
from tests.adapters.stores import STORES, Published, Store

EVENT = insert(event_ids)
POSITION = select(event_ids.c.position).where(event_ids.c.event_id == bindparam("event_id"))
COUNT = select(func.count()).select_from(event_ids)
MOVE = (
    update(rooms)
    .where(rooms.c.room_id == bindparam("room"), rooms.c.depth == bindparam("expected"))
    .values(depth=bindparam("depth"))
)
ROOM = insert(rooms)
DEPTH = select(rooms.c.depth).where(rooms.c.room_id == bindparam("room"))
TXN = insert(transactions)
TXNS = select(transactions.c.txn_id, transactions.c.event_id).order_by(transactions.c.txn_id)
TXNS_OF = select(transactions.c.txn_id).where(transactions.c.txn_id.in_(bindparam("ids", expanding=True)))
END = 1 << 40


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A place for a database."""
    return STORES[request.param](tmp_path, lambda: str(request.getfixturevalue("postgres_url")))


@pytest.fixture
def published() -> Published:
    """What the adapter hands over."""
    return Published()


@pytest.fixture
async def database(store: Store, published: Published) -> AsyncIterator[Database]:
    """An open database."""
    opened = store.database(published)
    await opened.start()
    yield opened
    await opened.close()


def unit_of(*facts: tuple[str, bytes], key: str | None = None) -> Unit:
    """A unit with these (topic, body)."""
    unit = Unit()
    for topic, body in facts:
        unit.append(topic, "test", body, key=key)
    return unit


async def append(database: Database, topic: str, body: bytes, *, key: str | None = None) -> Fact:
    """One fact."""
    return (await database.commit(unit_of((topic, body), key=key))).facts[0]


def bodies(facts: Sequence[Fact]) -> list[bytes]:
    """Their bodies."""
    return [fact.body for fact in facts]


# --- appending ------------------------------------------------------------------------------------------------------------


async def test_a_new_database_is_empty(database: Database) -> None:
    """Positions begin at 1."""
    assert database.position == 0
    assert await database.facts_after(0, limit=10) == []
    assert (await append(database, "a", b"1")).position == 1
    assert database.position == 1


async def test_a_unit_is_answered_with_its_facts_in_order(database: Database) -> None:
    """What is answered is what can be read back."""
    unit = Unit()
    unit.append("room:!a", "event", b"one", mark=7, meta=b"meta", cache="decoded")
    unit.append("user:@u", "membership", b"two", key="k")
    facts = (await database.commit(unit)).facts
    assert [(one.position, one.topic, one.kind, one.key, one.mark, one.body, one.meta) for one in facts] == [
        (1, "room:!a", "event", None, 7, b"one", b"meta"),
        (2, "user:@u", "membership", "k", 0, b"two", None),
    ]
    assert facts[0].cache == "decoded"
    read = await database.facts_after(0, limit=10)
    assert [(one.position, one.topic, one.kind, one.key, one.mark, one.body, one.meta) for one in read] == [
        (one.position, one.topic, one.kind, one.key, one.mark, one.body, one.meta) for one in facts
    ]


async def test_an_empty_unit_takes_no_position(database: Database, published: Published) -> None:
    """It is applied, and that is all."""
    applied: list[Sequence[Fact]] = []
    assert (await database.commit(Unit(applied=applied.append))).facts == []
    assert applied == [[]]
    assert database.position == 0


async def test_positions_have_no_gaps_under_concurrency(database: Database, published: Published) -> None:
    """Every fact has the next position, in the order in which groups are handed over; a refused unit takes none."""
    await database.commit(Unit(writes=_event("taken", 0)))

    async def write(number: int) -> Committed | None:
        unit = unit_of(*((f"topic {number % 7}", b"%d" % number) for _ in range(number % 3 + 1)))
        if number % 5 == 0:
            unit.write(EVENT, {"event_id": "taken", "position": 0})
        try:
            return await database.commit(unit)
        except Conflict:
            return None

    answers = await asyncio.gather(*(write(number) for number in range(200)))
    assert [number for number, answer in enumerate(answers) if answer is None] == list(range(0, 200, 5))
    given = [fact.position for answer in answers if answer is not None for fact in answer.facts]
    assert sorted(given) == list(range(1, len(given) + 1))
    assert [fact.position for fact in published.facts] == list(range(1, len(given) + 1))
    assert [fact.position for fact in await database.facts_after(0, limit=1000)] == list(range(1, len(given) + 1))
    assert database.position == len(given)


async def test_concurrent_units_share_a_commit(database: Database, published: Published) -> None:
    """While one group is on its way to the disk, the next one collects."""
    await asyncio.gather(*(append(database, "a", b"%d" % number) for number in range(300)))
    assert len(published.groups) < 300
    assert [position for _, position in published.groups] == [
        units[-1][1][-1].position for units, _ in published.groups
    ]


async def test_applied_and_published_before_the_answer(database: Database, published: Published) -> None:
    """When a commit returns, memory knows of it."""
    seen: list[str] = []
    unit = unit_of(("a", b"1"))
    unit.applied = lambda facts: seen.append(f"applied {facts[0].position} of {len(published.groups)}")
    await database.commit(unit)
    assert seen == ["applied 1 of 1"]


async def test_large_bodies(database: Database) -> None:
    """Bytes come back as they went in, also those larger than a page, and those that are no text."""
    body = bytes(range(256)) * 16_384
    fact = await append(database, "a", body)
    (read,) = await database.facts("a", 0, END)
    assert read.body == fact.body == body
    await append(database, "a", b"")
    assert bodies(await database.facts("a", 1, END)) == [b""]


async def test_text_is_kept(database: Database) -> None:
    """Topics and keys of every script, quotes and wildcards among them."""
    names = ("来往", "a'b\"c", "%_*?", "é", "e\u0301", "", "😀", "\0", "\1", "a\0\1\2b", "\0\0", "\1\1")
    for name in names:
        await append(database, f"user:{name}", b"x", key=name)
        found = await database.fact_by_key(f"user:{name}", name)
        assert found is not None
        assert (found.topic, found.key) == (f"user:{name}", name)
    assert [fact.key for fact in await database.facts_after(0, limit=100)] == list(names)


# --- rows and guards --------------------------------------------------------------------------------------------------------


def _event(event_id: str, position: int) -> list:  # type: ignore[type-arg]
    unit = Unit()
    unit.write(EVENT, {"event_id": event_id, "position": position})
    return unit.writes


async def test_rows_know_the_positions_of_their_unit(database: Database) -> None:
    """At(…) becomes the position that the fact gets."""
    await append(database, "a", b"0")
    unit = Unit()
    first = unit.append("a", "test", b"1")
    second = unit.append("a", "test", b"2")
    unit.write(EVENT, [{"event_id": "second", "position": second}, {"event_id": "first", "position": first}])
    await database.commit(unit)
    assert await database.fetch_one(POSITION, {"event_id": "first"}) == (2,)
    assert await database.fetch_one(POSITION, {"event_id": "second"}) == (3,)
    assert await database.fetch_one(POSITION, {"event_id": "third"}) is None


async def test_a_unique_constraint_refuses_the_whole_unit(database: Database, published: Published) -> None:
    """Nothing of it is there, and it was not handed over."""
    await database.commit(Unit(writes=_event("e", 1)))
    groups = len(published.groups)
    unit = unit_of(("a", b"1"))
    unit.write(EVENT, {"event_id": "other", "position": 1})
    unit.write(EVENT, {"event_id": "e", "position": 2})
    unit.applied = lambda facts: pytest.fail("it was refused")
    with pytest.raises(Conflict):
        await database.commit(unit)
    assert await database.facts("a", 0, END) == []
    assert await database.fetch(COUNT) == [(1,)]
    assert len(published.groups) == groups
    assert (await append(database, "a", b"2")).position == 1


async def test_a_guard_refuses_the_whole_unit(database: Database) -> None:
    """`rows_expected` is a condition: with another count nothing happens."""
    row = {"room_id": "!a", "version": "11", "depth": 1, "head": "$1", "position": 1}
    unit = Unit()
    unit.write(ROOM, row)
    await database.commit(unit)

    def move(expected: int, depth: int) -> Unit:
        unit = unit_of(("a", b"%d" % depth))
        unit.write(MOVE, {"room": "!a", "expected": expected, "depth": depth}, rows_expected=1)
        return unit

    await database.commit(move(1, 2))
    with pytest.raises(Conflict):
        await database.commit(move(1, 3))
    assert await database.fetch_one(DEPTH, {"room": "!a"}) == (2,)
    assert bodies(await database.facts("a", 0, END)) == [b"2"]


async def test_a_guard_without_rows_touches_none(database: Database) -> None:
    """No parameters at all are no excuse: a guard that has to touch rows refuses, one that has to touch none is content."""
    refused = unit_of(("a", b"refused"))
    refused.write(MOVE, [], rows_expected=1)
    with pytest.raises(Conflict):
        await database.commit(refused)
    content = unit_of(("a", b"content"))
    content.write(MOVE, [], rows_expected=0)
    content.write(MOVE, [])
    await database.commit(content)
    assert bodies(await database.facts("a", 0, END)) == [b"content"]


async def test_of_racing_guards_one_wins(database: Database) -> None:
    """Units of one group see each other's rows."""
    row = {"room_id": "!a", "version": "11", "depth": 0, "head": "", "position": 0}
    unit = Unit()
    unit.write(ROOM, row)
    await database.commit(unit)

    async def move(number: int) -> bool:
        unit = unit_of(("a", b"%d" % number))
        unit.write(MOVE, {"room": "!a", "expected": 0, "depth": number + 1}, rows_expected=1)
        try:
            await database.commit(unit)
        except Conflict:
            return False
        return True

    won = await asyncio.gather(*(move(number) for number in range(20)))
    assert won.count(True) == 1
    assert bodies(await database.facts("a", 0, END)) == [b"%d" % won.index(True)]
    assert await database.fetch_one(DEPTH, {"room": "!a"}) == (won.index(True) + 1,)


async def test_many_rows_and_expanding_lists(database: Database) -> None:
    """A write may carry many parameter sets or none; a read may name a list of any length."""
    unit = Unit()
    rows = [
        {"device_key": "d", "scope": "s", "txn_id": f"t{number}", "event_id": "$e", "at_ms": number}
        for number in range(5)
    ]
    unit.write(TXN, rows)
    unit.write(TXN, [])
    await database.commit(unit)
    for wanted in (["t1", "t3", "t9"], [], ["t0"]):
        found = [row[0] for row in await database.fetch(TXNS_OF, {"ids": wanted})]
        assert sorted(found) == [name for name in wanted if name < "t5"]


async def test_upsert(database: Database) -> None:
    """One row by key; what it updates is named."""
    put = upsert(transactions, ["device_key", "scope", "txn_id"], ["event_id"])
    keep = upsert(transactions, ["device_key", "scope", "txn_id"], [])
    row = {"device_key": "d", "scope": "s", "txn_id": "t", "event_id": "$1", "at_ms": 1}
    for statement, event_id in ((put, "$1"), (put, "$2"), (keep, "$3")):
        unit = Unit()
        unit.write(statement, {**row, "event_id": event_id})
        await database.commit(unit)
    assert await database.fetch(TXNS) == [("t", "$2")]


async def test_an_upsert_may_meet_itself(database: Database) -> None:
    """Several rows of the same key in one write, in one unit and in one group: the last one stays."""
    put = upsert(transactions, ["device_key", "scope", "txn_id"], ["event_id"])
    keep = upsert(transactions, ["device_key", "scope", "txn_id"], [])

    def row(txn_id: str, event_id: str) -> dict[str, object]:
        return {"device_key": "d", "scope": "s", "txn_id": txn_id, "event_id": event_id, "at_ms": 1}

    unit = Unit()
    unit.write(put, [row("put", "$1"), row("put", "$2"), row("other", "$3")])
    unit.write(put, row("put", "$4"))
    unit.write(keep, [row("keep", "$5"), row("keep", "$6")])
    again = Unit()
    again.write(put, [row("other", "$7"), row("put", "$8")])
    again.write(keep, row("keep", "$9"))
    await asyncio.gather(database.commit(unit), database.commit(again))
    assert await database.fetch(TXNS) == [("keep", "$5"), ("other", "$7"), ("put", "$8")]


async def test_units_of_a_group_run_in_their_order(database: Database) -> None:
    """Each sees what those before it have done, whatever is done for many at once."""
    add, move, drop = ROOM, MOVE, delete(rooms).where(rooms.c.room_id == bindparam("room"))

    def unit_with(*writes: tuple[Any, dict[str, object], int | None]) -> Unit:
        unit = Unit()
        for statement, params, rows in writes:
            unit.write(statement, params, rows_expected=rows)
        return unit

    def row(room_id: str) -> dict[str, object]:
        return {"room_id": room_id, "version": "11", "depth": 1, "head": "", "position": 0}

    units = [
        unit_with((add, row("!a"), None), (add, row("!b"), None)),
        unit_with((move, {"room": "!a", "expected": 1, "depth": 2}, 1), (drop, {"room": "!b"}, 1)),
        unit_with((add, row("!b"), None), (move, {"room": "!a", "expected": 2, "depth": 3}, 1)),
        unit_with((move, {"room": "!b", "expected": 1, "depth": 7}, 1), (drop, {"room": "!a"}, 1)),
        unit_with((move, {"room": "!a", "expected": 3, "depth": 4}, 0), (add, row("!a"), None)),
        unit_with((move, {"room": "!a", "expected": 1, "depth": 9}, 1)),
    ]
    await asyncio.gather(*(database.commit(unit) for unit in units))
    assert await database.fetch_one(DEPTH, {"room": "!a"}) == (9,)
    assert await database.fetch_one(DEPTH, {"room": "!b"}) == (7,)


async def test_a_guard_counts_for_its_own_write(database: Database) -> None:
    """Rows that another unit of the group has touched too many do not make up for its own."""
    rows = [
        {"device_key": "d", "scope": scope, "txn_id": f"{scope}{number}", "event_id": "$e", "at_ms": 0}
        for scope in "ab"
        for number in range(2)
    ]
    unit = Unit()
    unit.write(TXN, rows)
    await database.commit(unit)
    forget = delete(transactions).where(transactions.c.scope == bindparam("of_scope"))

    async def drop(scope: str, expected: int) -> bool:
        unit = Unit()
        unit.write(forget, {"of_scope": scope}, rows_expected=expected)
        try:
            await database.commit(unit)
        except Conflict:
            return False
        return True

    done = await asyncio.gather(drop("a", 1), drop("b", 2), drop("c", 1), drop("c", 0))
    assert list(done) == [False, True, False, True]
    assert [row[0] for row in await database.fetch(TXNS)] == ["a0", "a1"]


async def test_texts_are_compared_alike(database: Database) -> None:
    """In order by code points; LIKE minds no case of ASCII letters, and no other case."""
    names = [
        "a",
        "B",
        "b",
        "Z",
        "_",
        "é",
        "É",
        "来",
        "😀",
        "a%",
        "!",
        "",
        "_b",
        "ab",
        "\0",
        "\1",
        "\0\0",
        "\0\2",
        "\1\0",
        "\2",
    ]
    unit = Unit()
    unit.write(EVENT, [{"event_id": name, "position": 0} for name in names])
    await database.commit(unit)
    assert [
        row[0] for row in await database.fetch(select(event_ids.c.event_id).order_by(event_ids.c.event_id))
    ] == sorted(names)
    like = select(event_ids.c.event_id).where(event_ids.c.event_id.like(bindparam("pattern"), escape="\\"))
    for pattern, found in (
        ("b", "Bb"),
        ("é", "é"),
        ("_b", ["_b", "ab"]),
        ("a\\%", ["a%"]),
        ("%来%", "来"),
        ("A%", ["a", "a%", "ab"]),
    ):
        rows = await database.fetch(like.order_by(event_ids.c.event_id), {"pattern": pattern})
        assert [row[0] for row in rows] == sorted(found), pattern


async def test_numbers_are_whole_and_have_64_bits(database: Database) -> None:
    """In every column, in sums, and where they are divided."""
    big = 1 << 53
    unit = Unit()
    unit.write(
        insert(memberships),
        [
            {"user_id": "@u", "room_id": f"!{n}", "membership": "join", "position": big + n, "forgotten": big}
            for n in range(3)
        ],
    )
    await database.commit(unit)
    total = func.coalesce(func.sum(memberships.c.position), 0)
    rows = await database.fetch(
        select(total, total // bindparam("by", type_=BigInteger), func.max(memberships.c.forgotten)), {"by": 1000}
    )
    assert rows == [(3 * big + 3, (3 * big + 3) // 1000, big)]
    assert all(type(value) is int for value in rows[0])
    assert await database.fetch(select(total).where(memberships.c.user_id == "@nobody")) == [(0,)]


async def test_lists_that_are_part_of_a_statement(database: Database) -> None:
    """Constants, beside lists that are parameters."""
    unit = Unit()
    unit.write(EVENT, [{"event_id": f"${number}", "position": number} for number in range(6)])
    await database.commit(unit)
    chosen = select(event_ids.c.position).where(
        event_ids.c.event_id.in_(["$1", "$2", "$3", "$4"]),
        event_ids.c.position.not_in([2, 9]),
        event_ids.c.event_id.not_in(bindparam("without", expanding=True)),
    )
    rows = await database.fetch(chosen.order_by(event_ids.c.position), {"without": ["$3"]})
    assert rows == [(1,), (4,)]


async def test_lists_of_pairs(database: Database) -> None:
    """Values of several columns at once, none of them among the rest."""
    unit = Unit()
    unit.write(
        TXN, [{"device_key": d, "scope": s, "txn_id": "t", "event_id": "$e", "at_ms": 0} for d in "ab" for s in "xy"]
    )
    await database.commit(unit)
    pairs = tuple_(transactions.c.device_key, transactions.c.scope).in_(bindparam("pairs", expanding=True))
    chosen = select(transactions.c.device_key, transactions.c.scope).where(pairs).order_by(transactions.c.device_key)
    assert await database.fetch(chosen, {"pairs": [("a", "y"), ("b", "x"), ("c", "x")]}) == [("a", "y"), ("b", "x")]
    assert await database.fetch(chosen, {"pairs": []}) == []


# --- keyed facts, rewrites, deletions ---------------------------------------------------------------------------------------


async def test_a_keyed_fact_replaces_the_older_one(database: Database) -> None:
    """By (topic, key); the position of the older one is not given again."""
    await append(database, "a", b"1", key="k")
    await append(database, "a", b"2", key="other")
    await append(database, "b", b"3", key="k")
    await append(database, "a", b"4", key="k")
    assert bodies(await database.facts("a", 0, END)) == [b"2", b"4"]
    assert bodies(await database.facts("b", 0, END)) == [b"3"]
    found = await database.fact_by_key("a", "k")
    assert found is not None
    assert (found.position, found.body) == (4, b"4")
    assert await database.fact_by_key("a", "nobody") is None
    assert await database.fact_by_key("nowhere", "k") is None
    assert [fact.position for fact in await database.facts_after(0, limit=10)] == [2, 3, 4]


async def test_one_unit_may_say_a_key_twice(database: Database) -> None:
    """The later one counts."""
    unit = unit_of(("a", b"1"), ("a", b"2"), key="k")
    await database.commit(unit)
    assert bodies(await database.facts("a", 0, END)) == [b"2"]
    assert database.position == 2


async def test_a_rewrite_takes_effect_in_place(database: Database) -> None:
    """Body and meta are new, the mark is gone, the position stays."""
    unit = Unit()
    unit.append("a", "test", b"secret", mark=1, meta=b"m")
    await database.commit(unit)
    again = unit_of(("a", b"redaction"))
    again.rewrites.append(Rewrite("a", 1, b"{}", b"why"))
    await database.commit(again)
    first, second = await database.facts("a", 0, END)
    assert (first.position, first.body, first.meta, first.mark) == (1, b"{}", b"why", 0)
    assert second.position == 2


async def test_deleting_keyed_facts(database: Database) -> None:
    """A fact can be taken out by its key; one that is not there is no error; positions go on."""
    await append(database, "a", b"1", key="k")
    unit = Unit()
    unit.delete_fact("a", "k")
    unit.delete_fact("a", "nobody")
    unit.delete_fact("nowhere", "k")
    await database.commit(unit)
    assert await database.facts("a", 0, END) == []
    assert (await append(database, "a", b"2", key="k")).position == 2


# --- reading ranges ---------------------------------------------------------------------------------------------------------


async def test_ranges_of_a_topic(database: Database) -> None:
    """since < position <= upto, from either end, with a limit."""
    for number in range(1, 21):
        await append(database, "odd" if number % 2 else "even", b"%d" % number)
    odd = [b"%d" % number for number in range(1, 21, 2)]
    assert bodies(await database.facts("odd", 0, END)) == odd
    assert bodies(await database.facts("odd", 5, 11)) == [b"7", b"9", b"11"]
    assert bodies(await database.facts("odd", 4, 12)) == [b"5", b"7", b"9", b"11"]
    assert bodies(await database.facts("odd", 0, END, limit=2)) == odd[:2]
    assert bodies(await database.facts("odd", 0, 15, limit=2, newest_first=True)) == [b"15", b"13"]
    assert bodies(await database.facts("odd", 0, END, newest_first=True)) == odd[::-1]
    assert await database.facts("odd", 0, END, limit=0) == []
    assert await database.facts("odd", 20, 20) == []
    assert await database.facts("nothing", 0, END) == []


async def test_facts_by_position(database: Database) -> None:
    """In the order of positions, each once; a missing one is left out; any number of them."""
    unit = unit_of(*(("a", b"%d" % number) for number in range(1, 1301)))
    await database.commit(unit)
    assert bodies(await database.facts_at([30, 10, 20, 10, 5000])) == [b"10", b"20", b"30"]
    assert await database.facts_at([]) == []
    assert len(await database.facts_at(range(1, 1301))) == 1300


async def test_facts_of_all_topics(database: Database) -> None:
    """In order, from a position on, those of a prefix alone where one is given: a prefix is no pattern."""
    for topic in ("room:a", "user:b", "room:c", "ro%m:d", "roam:e"):
        await append(database, topic, topic.encode())
    assert [fact.topic for fact in await database.facts_after(1, limit=3)] == ["user:b", "room:c", "ro%m:d"]
    found = await database.facts_after(0, limit=10, topic_prefix="room:")
    assert [(fact.position, fact.topic) for fact in found] == [(1, "room:a"), (3, "room:c")]
    assert [fact.topic for fact in await database.facts_after(0, limit=10, topic_prefix="ro%m:")] == ["ro%m:d"]


async def test_marks_are_counted(database: Database) -> None:
    """(mark, count) of what is marked in a range."""
    unit = Unit()
    for mark in (0, 1, 1, 5, 0, 1, 5):
        unit.append("a", "test", b"x", mark=mark)
    unit.append("b", "test", b"x", mark=1)
    await database.commit(unit)
    assert sorted(await database.marks("a", 0, END)) == [(1, 3), (5, 2)]
    assert sorted(await database.marks("a", 2, 4)) == [(1, 1), (5, 1)]
    assert await database.marks("a", 7, END) == []


# --- transactions -----------------------------------------------------------------------------------------------------------


async def test_a_transaction_reads_what_it_writes(database: Database, published: Published) -> None:
    """Rows at once; facts and rows with their positions at its end; all of it handed over as a unit."""
    await append(database, "a", b"1")

    async def work(tx: Tx) -> str:
        assert await tx.execute(EVENT, {"event_id": "now", "position": 0}) == 1
        assert await tx.fetch_one(POSITION, {"event_id": "now"}) == (0,)
        at = tx.append("a", "test", b"2")
        assert await tx.execute(EVENT, {"event_id": "late", "position": at}) == -1
        assert await tx.fetch(COUNT) == [(1,)]
        rows = [{"event_id": f"many {number}", "position": 0} for number in range(3)]
        assert await tx.execute(EVENT, rows) == 3
        return "answer"

    assert await database.transaction(work) == "answer"
    assert await database.fetch_one(POSITION, {"event_id": "late"}) == (2,)
    assert await database.fetch(COUNT) == [(5,)]
    assert bodies(published.facts) == [b"1", b"2"]
    assert database.position == 2


async def test_a_transaction_that_raises_leaves_nothing(database: Database, published: Published) -> None:
    """The exception comes back; rows and facts are undone; the next one gets their positions."""

    async def work(tx: Tx) -> None:
        await tx.execute(EVENT, {"event_id": "e", "position": 0})
        tx.append("a", "test", b"never")
        raise LookupError("changed my mind")

    with pytest.raises(LookupError, match="changed my mind"):
        await database.transaction(work)
    assert await database.fetch(COUNT) == [(0,)]
    assert published.facts == []
    assert (await append(database, "a", b"1")).position == 1


async def test_a_conflict_inside_a_transaction_can_be_caught(database: Database) -> None:
    """A statement that was refused did nothing; the transaction goes on."""
    await database.commit(Unit(writes=_event("e", 1)))

    async def work(tx: Tx) -> None:
        with pytest.raises(Conflict):
            await tx.execute(EVENT, {"event_id": "e", "position": 2})
        await tx.execute(delete(event_ids), {})
        await tx.execute(EVENT, {"event_id": "f", "position": 3})

    await database.transaction(work)
    assert await database.fetch_one(POSITION, {"event_id": "f"}) == (3,)
    assert await database.fetch(COUNT) == [(1,)]


async def test_a_late_conflict_undoes_the_transaction(database: Database) -> None:
    """Rows that wait for positions are written at the end, where they may still be refused."""
    await database.commit(Unit(writes=_event("e", 1)))

    async def work(tx: Tx) -> None:
        await tx.execute(EVENT, {"event_id": "early", "position": 0})
        await tx.execute(EVENT, {"event_id": "e", "position": tx.append("a", "test", b"1")})

    with pytest.raises(Conflict):
        await database.transaction(work)
    assert await database.fetch(COUNT) == [(1,)]
    assert await database.facts("a", 0, END) == []


async def test_transactions_run_one_after_the_other(database: Database) -> None:
    """Reading and adding one is safe inside of one."""

    async def work(tx: Tx) -> None:
        row = await tx.fetch_one(COUNT)
        assert row is not None
        await tx.execute(EVENT, {"event_id": str(row[0]), "position": 0})

    await asyncio.gather(
        *(database.transaction(work) for _ in range(20)),
        *(append(database, "a", b"%d" % number) for number in range(20)),
    )
    assert await database.fetch(COUNT) == [(20,)]
    assert database.position == 20


async def test_a_group_is_handed_over_in_the_order_of_positions(database: Database, published: Published) -> None:
    """Also where a transaction came before a unit into the same group."""
    inside, done = asyncio.Event(), asyncio.Event()

    async def hold(tx: Tx) -> None:
        inside.set()
        await done.wait()

    async def work(tx: Tx) -> None:
        tx.append("a", "test", b"transaction")

    holding = asyncio.create_task(database.transaction(hold))
    await inside.wait()
    both = asyncio.gather(database.transaction(work), append(database, "a", b"unit"))
    await asyncio.sleep(0)  # both wait for the writer now
    done.set()
    await asyncio.gather(holding, both)
    assert [fact.position for fact in published.facts] == [1, 2]
    assert bodies(await database.facts("a", 0, END)) == [fact.body for fact in published.facts]


async def test_readers_see_whole_commits_only(database: Database, published: Published) -> None:
    """An open transaction is invisible; what was handed over is visible."""
    inside, done = asyncio.Event(), asyncio.Event()

    async def work(tx: Tx) -> None:
        await tx.execute(EVENT, {"event_id": "e", "position": 0})
        tx.append("a", "test", b"1")
        inside.set()
        await done.wait()

    running = asyncio.create_task(database.transaction(work))
    await inside.wait()
    assert await database.fetch(COUNT) == [(0,)]
    assert await database.facts("a", 0, END) == []
    done.set()
    await running
    assert await database.fetch(COUNT) == [(1,)]
    assert bodies(await database.facts("a", 0, END)) == [b"1"]


async def test_who_gives_up_waiting_for_a_transaction_holds_up_nobody(database: Database) -> None:
    """Cancelled before its turn, it never runs, and the next one does."""
    inside, done = asyncio.Event(), asyncio.Event()

    async def first(tx: Tx) -> None:
        inside.set()
        await done.wait()

    async def never(tx: Tx) -> None:
        pytest.fail("it was given up")

    running = asyncio.create_task(database.transaction(first))
    await inside.wait()
    waiting = asyncio.create_task(database.transaction(never))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    done.set()
    await running
    assert (await append(database, "a", b"1")).position == 1


async def test_who_gives_up_inside_a_transaction_undoes_it(database: Database) -> None:
    """Cancelled in the middle: nothing of it is written."""
    inside = asyncio.Event()

    async def work(tx: Tx) -> None:
        await tx.execute(EVENT, {"event_id": "e", "position": 0})
        inside.set()
        await asyncio.Event().wait()

    running = asyncio.create_task(database.transaction(work))
    await inside.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert await database.fetch(COUNT) == [(0,)]
    assert (await append(database, "a", b"1")).position == 1


async def test_who_gives_up_waiting_for_a_commit_loses_only_the_answer(database: Database) -> None:
    """An accepted unit is written."""
    giving_up = asyncio.create_task(append(database, "a", b"1"))
    await asyncio.sleep(0)
    giving_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await giving_up
    await append(database, "a", b"2")
    assert bodies(await database.facts("a", 0, END)) == [b"1", b"2"]


# --- life -------------------------------------------------------------------------------------------------------------------


async def test_a_reopened_database_goes_on(store: Store, published: Published) -> None:
    """Everything is there, and positions go on after the last one, even when the last fact is gone."""
    first = store.database(published)
    await first.start()
    await append(first, "a", b"1")
    await append(first, "a", b"2", key="k")
    unit = Unit()
    unit.delete_fact("a", "k")
    await first.commit(unit)
    await first.close()

    again = store.database(Published())
    await again.start()
    assert again.position == 2
    assert bodies(await again.facts("a", 0, END)) == [b"1"]
    assert (await append(again, "a", b"3")).position == 3
    await again.close()


async def test_closing_finishes_what_was_accepted(store: Store, published: Published) -> None:
    """Commits that wait are written and answered; later ones are refused."""
    database = store.database(published)
    await database.start()
    waiting = [asyncio.create_task(append(database, "a", b"%d" % number)) for number in range(50)]
    await asyncio.sleep(0)
    await database.close()
    answered = await asyncio.gather(*waiting)
    assert sorted(fact.position for fact in answered) == list(range(1, 51))
    with pytest.raises(DatabaseDown):
        await append(database, "a", b"late")

    async def work(tx: Tx) -> None:
        pytest.fail("it is closed")

    with pytest.raises(DatabaseDown):
        await database.transaction(work)
    again = store.database(Published())
    await again.start()
    assert len(await again.facts("a", 0, END)) == 50
    await again.close()


async def test_a_fault_in_publishing_answers_everybody(database: Database, published: Published) -> None:
    """The rows are durable; whoever waits hears of the fault instead of waiting for ever."""
    published.failing = True
    with pytest.raises(RuntimeError, match="publishing fails"):
        await append(database, "a", b"1")
    published.failing = False
    assert (await append(database, "a", b"2")).position == 2
    assert bodies(await database.facts("a", 0, END)) == [b"1", b"2"]


async def test_rows_of_the_log_are_the_facts(database: Database) -> None:
    """Stores may join the log's table: it says the same as the port's own methods."""
    await append(database, "a", b"1", key="k")
    await append(database, "b", b"2")
    rows = await database.fetch(select(log.c.position, log.c.body).order_by(log.c.position))
    assert rows == [(fact.position, fact.body) for fact in await database.facts_after(0, limit=10)]
