from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.matrix import auth
from laiwang.matrix.power_levels import CREATOR_LEVEL, SCALAR_DEFAULTS, PowerLevels
from laiwang.matrix.versions import ROOM_VERSIONS
from tests.matrix.room_builder import ANN, BEN, CAT, DAN, STRANGER, Room

LEVELS = "m.room.power_levels"
TYPES = [LEVELS, "m.room.name", "m.room.message"]
levels = st.integers(-2, 6)
contents = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(SCALAR_DEFAULTS, levels),
        "users": st.dictionaries(st.sampled_from([BEN, CAT, DAN, STRANGER]), levels),
        "events": st.dictionaries(st.sampled_from(TYPES), levels),
        "notifications": st.dictionaries(st.sampled_from(["room", "other"]), levels),
    },
)


def entries(content: dict[str, Any]) -> dict[tuple[str, str], int]:
    """All levels that power levels name, by where they stand."""
    named: dict[tuple[str, str], int] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            named.update({(name, key): level for key, level in value.items()})
        else:
            named[name, ""] = value
    return named


@given(st.sampled_from(list(ROOM_VERSIONS)), contents, contents)
def test_nobody_reaches_above_himself(version_id: str, old: dict[str, Any], new: dict[str, Any]) -> None:
    room = Room(version_id)
    room.put(LEVELS, ANN, old, "")
    room.member(CAT, "join")
    own = room.state.power_levels.user(CAT)
    try:
        room.check(LEVELS, CAT, new, "")
    except auth.AuthFailed:
        return
    assert own >= room.state.power_levels.event(LEVELS, True)
    before, after = entries(old), entries(new)
    for place in before.keys() | after.keys():
        was, becomes = before.get(place), after.get(place)
        if was == becomes:
            continue
        assert was is None or was <= own
        assert becomes is None or becomes <= own
        if place[0] == "users" and place[1] != CAT and was is not None:
            assert was < own


@given(st.sampled_from(list(ROOM_VERSIONS)), contents)
def test_nothing_changed_is_never_out_of_reach(version_id: str, content: dict[str, Any]) -> None:
    room = Room(version_id)
    room.put(LEVELS, ANN, content, "")
    room.member(CAT, "join")
    if room.state.power_levels.user(CAT) >= room.state.power_levels.event(LEVELS, True):
        room.check(LEVELS, CAT, content, "")


@pytest.mark.parametrize("version_id", list(ROOM_VERSIONS))
def test_defaults(version_id: str) -> None:
    room = Room(version_id)
    for _ in range(2):
        now = room.state.power_levels
        assert (now.users_default, now.events_default, now.state_default) == (0, 0, 50)
        assert (now.ban, now.kick, now.redact, now.invite) == (50, 50, 50, 0)
        assert now.notifications("room") == 50
        assert now.event("m.room.name", True) == 50
        assert now.event("m.room.message", False) == 0
        assert now.user(BEN) == 0
        room.put(LEVELS, ANN, {}, "")


def test_creators() -> None:
    assert Room("10", create_content={"creator": BEN}).state.power_levels.user(BEN) == 100
    room = Room("11", create_content={"additional_creators": [BEN]})
    assert (room.state.power_levels.user(ANN), room.state.power_levels.user(BEN)) == (100, 0)
    room.put(LEVELS, ANN, {}, "")
    assert room.state.power_levels.user(ANN) == 0
    room = Room("12", create_content={"additional_creators": [BEN]})
    for _ in range(2):
        now = room.state.power_levels
        assert (now.user(ANN), now.user(BEN), now.user(CAT)) == (CREATOR_LEVEL, CREATOR_LEVEL, 0)
        assert now.creators == {ANN, BEN}
        room.put(LEVELS, ANN, {}, "")


def test_named_levels() -> None:
    room = Room("11")
    room.levels({BEN: 7}, users_default=1, events={"a": 3}, notifications={"room": 9}, redact=7)
    now = room.state.power_levels
    assert (now.user(BEN), now.user(CAT), now.event("a", True), now.event("a", False)) == (7, 1, 3, 3)
    assert now.notifications("room") == 9
    assert now.may_redact(CAT, CAT)
    assert now.may_redact(BEN, CAT)
    assert not now.may_redact(CAT, BEN)


def test_malformed_levels_count_as_absent() -> None:
    room = Room("11")
    room.put(LEVELS, ANN, {"ban": "1", "users": {BEN: "9", CAT: True}, "events": [], "invite": None}, "")
    now = PowerLevels(room.version, room.create, room.state.get(LEVELS, ""))
    assert (now.ban, now.invite, now.user(BEN), now.user(CAT), now.event("a", False)) == (50, 0, 0, 0, 0)


def test_state_copies_are_independent() -> None:
    room = Room("11")
    copy = room.state.copy()
    copy.apply(room.draft("m.room.name", ANN, {"name": "n"}, ""))
    assert room.state.get("m.room.name", "") is None
    assert len(copy) == len(room.state) + 1
    assert copy.membership(ANN) == "join"
    assert copy.membership(BEN) is None
