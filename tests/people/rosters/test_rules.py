"""What is written is read again as it was, and no cell of it is a formula."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.people.rosters.model import COLUMNS, Entry
from laiwang.people.rosters.rules import armed, defused, entries_in, repeated, written

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20).map(str.strip)
ROWS = st.lists(st.fixed_dictionaries({name: CELLS for name in COLUMNS if name != "departments"}), max_size=8)


@given(st.text())
def test_a_defused_cell_is_no_formula_and_loses_nothing(cell: str) -> None:
    assert armed(defused(cell)) == cell
    assert not defused(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(ROWS)
def test_a_roster_is_read_as_it_was_written(rows: list[dict[str, str]]) -> None:
    rows = [row for row in rows if any(row.values())]
    read = entries_in(written(rows))
    assert [{name: getattr(entry, name) for name in rows[0]} for entry in read] == rows if rows else read == []
    for cells in csv.reader(io.StringIO(written(rows).decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Refused):
        assert all(entry.line > 1 for entry in entries_in(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_of_spreadsheets_are_read(encoding: str) -> None:
    text = "姓名\t邮箱\t部门\t职位\r\n王小明\twang@a.example\t销售/北区; 财务\t经理\r\n\t\t\t\r\n"
    (entry,) = entries_in(text.encode(encoding))
    assert entry == Entry(
        2,
        display_name="王小明",
        email="wang@a.example",
        departments=(("销售", "北区"), ("财务",)),
        title="经理",
    )


def test_who_is_there_twice_is_told() -> None:
    entries = [
        Entry(2, user_name="anna", email="a@x.example"),
        Entry(3, user_name="bo"),
        Entry(4, user_name="ANNA"),
        Entry(5, user_name="cho", email="A@x.example"),
    ]
    assert repeated(entries) == {4: "Line 2 has the same user_name", 5: "Line 2 has the same email"}


@pytest.mark.parametrize(
    "text", ["", "\n", "name,shoe size\n", "name,name\n", 'name\n"a', "name\na,b\n", "name\n" + "a" * 1001]
)
def test_what_is_no_roster_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        entries_in(text.encode())
