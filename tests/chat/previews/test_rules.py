"""The walk through a space, against the plain meaning of "within so many steps"."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.previews.rules import Child, Token, Walk, is_child, may_look, ordered
from laiwang.kit.refusals import Refused

NAMES = [f"!{letter}:x" for letter in "abcdefgh"]
#: who names whom; loops, rooms that name themselves and rooms that nobody names are all among them
graphs = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
depths = st.integers(0, 6)


def walked(graph: dict[str, list[str]], depth_max: int, hidden: frozenset[str]) -> list[str]:
    """The rooms in the order in which they are shown."""
    walk = Walk(NAMES[0], depth_max)
    shown = []
    while (step := walk.next()) is not None:
        room_id, is_new = step
        if room_id in hidden:
            continue
        if is_new:
            shown.append(room_id)
        walk.enter(graph.get(room_id, []))
    return shown


def within(graph: dict[str, list[str]], depth_max: int, hidden: frozenset[str]) -> set[str]:
    """The rooms that some path of so many steps leads to, without a hidden room on the way."""
    if NAMES[0] in hidden:
        return set()
    depth = {NAMES[0]: 0}
    waiting = deque([NAMES[0]])
    while waiting:
        room_id = waiting.popleft()
        for child in graph.get(room_id, []):
            if depth[room_id] < depth_max and child not in hidden and child not in depth:
                depth[child] = depth[room_id] + 1
                waiting.append(child)
    return set(depth)


@given(graphs, depths, st.frozensets(st.sampled_from(NAMES), max_size=3))
def test_every_room_within_reach_once(graph: dict[str, list[str]], depth_max: int, hidden: frozenset[str]) -> None:
    """Loops end, nothing comes twice, and nothing is missed because a longer path led there first."""
    shown = walked(graph, depth_max, hidden)
    assert len(shown) == len(set(shown))
    assert set(shown) == within(graph, depth_max, hidden)


@given(graphs)
def test_depth_first(graph: dict[str, list[str]]) -> None:
    """What is below the first child comes before the second one, unless it is the second one's place as well."""
    tree = {"!a:x": ["!b:x", "!c:x"], "!b:x": ["!d:x", "!e:x"], "!d:x": ["!f:x"]}
    assert walked(tree, 9, frozenset()) == ["!a:x", "!b:x", "!d:x", "!f:x", "!e:x", "!c:x"]
    assert walked(graph, 9, frozenset())[:1] == ["!a:x"]


orders = st.none() | st.text(st.characters(min_codepoint=0x1E, max_codepoint=0x80), max_size=52)
children = st.lists(
    st.builds(
        lambda room_id, order, at: Child(room_id, {"order": order} if order is not None else {}, at),
        st.sampled_from(NAMES),
        orders,
        st.integers(0, 3),
    ),
    unique_by=lambda child: child.room_id,
)


@given(children)
def test_order_of_siblings(several: list[Child]) -> None:
    """Client-Server API, "Ordering of children within a space": whoever has a valid order first, then by age, then by id."""
    found = ordered(several)
    assert ordered(found[::-1]) == found
    with_order = [child for child in found if child.order is not None]
    assert found[: len(with_order)] == with_order
    assert [child.order for child in with_order] == sorted(child.order or "" for child in with_order)
    rest = [(child.origin_server_ts, child.room_id) for child in found[len(with_order) :]]
    assert rest == sorted(rest)


def test_the_example_of_the_specification() -> None:
    """As it stands there."""
    example = [
        Child("!b:example.org", {"order": " "}, 1640341000000),
        Child("!a:example.org", {"order": "aaaa"}, 1640141000000),
        Child("!c:example.org", {"order": "first"}, 1640841000000),
        Child("!e:example.org", {}, 1640641000000),
        Child("!d:example.org", {}, 1640741000000),
    ]
    assert ordered(example[::-1]) == example


@given(st.text(max_size=20), st.text(max_size=20), st.integers(0, 1000), depths, st.booleans())
def test_tokens_come_back(root: str, after: str, shown: int, depth_max: int, only_suggested: bool) -> None:
    """What is handed out is understood."""
    token = Token(root, after, shown, depth_max, only_suggested)
    assert Token.parse(str(token)) == token


@given(st.text(max_size=40))
def test_what_is_no_token_is_refused(text: str) -> None:
    """Never anything but a refusal."""
    with pytest.raises(Refused) as refused:
        Token.parse(text)
    assert refused.value.errcode == "M_INVALID_PARAM"


@pytest.mark.parametrize("via", [None, "x", [], [1], ["a", 1], {}])
def test_a_child_names_servers(via: object) -> None:
    """Otherwise it has been taken out."""
    assert not is_child({"via": via})
    assert is_child({"via": ["x"]})


@given(
    st.sampled_from([None, "join", "invite", "knock", "leave", "ban"]),
    st.sampled_from(["public", "knock", "knock_restricted", "restricted", "invite", "private"]),
    st.booleans(),
    st.booleans(),
)
def test_who_may_look(membership: str | None, join_rule: str, is_world_readable: bool, is_allowed: bool) -> None:
    """Members and guests; everybody where doors or windows are open; whoever was banned has to look through a window."""
    seen = may_look(
        membership=membership, join_rule=join_rule, is_world_readable=is_world_readable, is_allowed=is_allowed
    )
    if is_world_readable or membership in ("join", "invite", "knock"):
        assert seen
    elif membership == "ban":
        assert not seen
    else:
        open_door = join_rule in ("public", "knock", "knock_restricted") or (join_rule == "restricted" and is_allowed)
        assert seen is open_door
