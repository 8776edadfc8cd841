"""Trees stay trees, and roles bound what people do."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.people.organisations.rules import (
    DEPTH_MAX,
    ROLES,
    TOP,
    check_grant,
    check_move,
    depth_of,
    is_under,
    rank_of,
    with_those_below,
)

#: what is asked of a tree: a department (0 is the top, one beyond the last a new one) and its parent
MOVES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=80)


@given(MOVES)
def test_whatever_is_moved_the_departments_are_a_tree(moves: list[tuple[int, int]]) -> None:
    parents: dict[str, str] = {}
    for number, parent_number in moves:
        department = str(number) if str(number) in parents else None
        parent = str(parent_number) if parent_number else TOP
        with suppress(Refused):
            check_move(parents, department, parent)
            parents[department or str(len(parents) + 1)] = parent
    for department in parents:
        path = [department]
        while parents[path[-1]] != TOP:
            path.append(parents[path[-1]])
            assert len(path) <= DEPTH_MAX
        assert depth_of(parents, department) == len(path)
        for above in parents:
            assert is_under(parents, department, (above,)) == (above in path)
            assert (department in with_those_below(parents, (above,))) == (above in path)


@given(st.sampled_from(ROLES), st.sampled_from(ROLES))
def test_nobody_gives_more_than_she_has(actor: str, role: str) -> None:
    may = actor == "owner" or (actor == "administrator" and rank_of(role) < rank_of(actor))
    if may:
        check_grant(actor, role)  # type: ignore[arg-type]
    else:
        with pytest.raises(Refused):
            check_grant(actor, role)  # type: ignore[arg-type]
