"""Statements as SQLite text: lists of any length mean what they say."""

import apsw
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import BigInteger, Column, MetaData, Table, Text, bindparam, select, tuple_

from laiwang.adapters.sqlite.statements import Compiled

things = Table("things", MetaData(), Column("number", BigInteger), Column("name", Text), Column("kind", Text))
CHOSEN = select(things.c.number).where(
    things.c.number.in_(bindparam("numbers", expanding=True)),
    things.c.name.not_in(bindparam("names", expanding=True)),
    things.c.kind == "even",
)
PAIRS = select(things.c.number).where(tuple_(things.c.number, things.c.name).in_(bindparam("pairs", expanding=True)))
chosen, pairs = Compiled(CHOSEN, ("numbers", "names")), Compiled(PAIRS, ("pairs",))
connection = apsw.Connection(":memory:")
connection.execute("CREATE TABLE things (number, name, kind)")
connection.executemany(
    "INSERT INTO things VALUES (?, ?, ?)", [(n, f"n{n}", "odd" if n % 2 else "even") for n in range(40)]
)

NUMBERS = st.lists(st.integers(-3, 45), max_size=20)


@given(NUMBERS, NUMBERS)
def test_lists_of_any_length(numbers: list[int], without: list[int]) -> None:
    """None, one, many, some of them twice."""
    text, bound = chosen.bind({"numbers": numbers, "names": [f"n{n}" for n in without]})
    found = sorted(row[0] for row in connection.execute(text, bound))
    assert found == sorted(n for n in set(numbers) - set(without) if 0 <= n < 40 and n % 2 == 0)


@given(NUMBERS, NUMBERS)
def test_lists_of_pairs(numbers: list[int], names: list[int]) -> None:
    """Values of several columns."""
    wanted = [(n, f"n{m}") for n, m in zip(numbers, names, strict=False)]
    text, bound = pairs.bind({"pairs": wanted})
    found = sorted(row[0] for row in connection.execute(text, bound))
    assert found == sorted({n for n, m in zip(numbers, names, strict=False) if n == m and 0 <= n < 40})
