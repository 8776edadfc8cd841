"""Visibility from positions agrees with the specification's rules applied to each event's state."""

from hypothesis import given, settings
from hypothesis import strategies as st

from laiwang.matrix.visibility import (
    Change,
    always_visible_from,
    last_visible_position,
    membership_at,
    setting_at,
    visible,
)
from tests.matrix.visibility_reference import may_see, value_after

ME = "@me:x"
END = 14
SETTINGS = ("world_readable", "shared", "invited", "joined", "nonsense")
MEMBERSHIPS = ("join", "join", "invite", "leave", "ban", "knock")


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Change], list[Change]]:
    """Settings and memberships at places of their own."""
    places = sorted(draw(st.sets(st.integers(1, END - 2), max_size=8)))
    changes: tuple[list[Change], list[Change]] = ([], [])
    for place in places:
        if draw(st.booleans()):
            changes[0].append((place, draw(st.sampled_from(SETTINGS))))
        else:
            changes[1].append((place, draw(st.sampled_from(MEMBERSHIPS))))
    return changes


def sees(position: int, changed: list[Change], memberships: list[Change]) -> bool:
    """Ask for the event that stands at the position: a change, or a message."""
    type_, state_key = "m.room.message", None
    if position in dict(changed):
        type_, state_key = "m.room.history_visibility", ""
    elif position in dict(memberships):
        type_, state_key = "m.room.member", ME
    return visible(
        position, event_type=type_, state_key=state_key, user_id=ME, settings=changed, memberships=memberships
    )


@settings(max_examples=500)
@given(histories())
def test_every_event_is_judged_as_the_specification_says(history: tuple[list[Change], list[Change]]) -> None:
    for position in range(1, END):
        assert sees(position, *history) == may_see(position, *history)


@settings(max_examples=500)
@given(histories())
def test_last_visible_position_is_the_last(history: tuple[list[Change], list[Change]]) -> None:
    seen = [position for position in range(1, END) if may_see(position, *history)]
    last = last_visible_position(*history)
    if seen and seen[-1] == END - 1:  # nothing changes in the last two places, so it will go on like this
        assert last is None
    else:
        assert last == (seen[-1] if seen else 0)


@settings(max_examples=500)
@given(histories())
def test_always_visible_from_is_the_first_such_position(history: tuple[list[Change], list[Change]]) -> None:
    start = always_visible_from(*history)
    joined = value_after(history[1], END, "leave") == "join"
    assert (start is not None) == joined
    if start is not None:
        assert all(may_see(position, *history) for position in range(max(start, 1), END))
        assert start <= 1 or not may_see(start - 1, *history)


@given(histories(), st.integers(1, END))
def test_values_at_a_position(history: tuple[list[Change], list[Change]], position: int) -> None:
    assert membership_at(position, history[1]) == value_after(history[1], position, "leave")
    before = value_after(history[0], position - 1, "shared")
    assert setting_at(position, history[0]) == ("shared" if before == "nonsense" else before)


def test_shared_does_not_help_after_leaving_but_returning_does() -> None:
    memberships = [(2, "join"), (5, "leave")]
    assert [sees(position, [], memberships) for position in range(1, 8)] == [True] * 5 + [False] * 2
    assert last_visible_position([], memberships) == 5
    assert sees(7, [], [*memberships, (9, "join")])
    assert not sees(7, [(6, "joined")], [*memberships, (9, "join")])


def test_the_invited_see_from_the_invite() -> None:
    memberships = [(4, "invite")]
    assert [sees(position, [(1, "invited")], memberships) for position in (3, 4, 5)] == [False, True, True]
    assert not sees(5, [(1, "joined")], memberships)
    assert not sees(5, [], memberships)


def test_another_members_event_is_no_own_one() -> None:
    def sees_member_event_of(user_id: str) -> bool:
        return visible(
            3,
            event_type="m.room.member",
            state_key=user_id,
            user_id=ME,
            settings=[(1, "joined")],
            memberships=[(3, "join")],
        )

    assert sees_member_event_of(ME)
    assert not sees_member_event_of("@other:x")


def test_a_change_of_the_setting_is_seen_from_either_side() -> None:
    assert sees(3, [(1, "world_readable"), (3, "joined")], [])
    assert sees(3, [(1, "joined"), (3, "world_readable")], [])
    assert not sees(3, [(1, "joined"), (3, "invited")], [])
