"""A group is never left without anybody who can give levels, and nobody gets more than the leaver had."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.offboarding.rules import POWER_LEVELS, bequeathed
from laiwang.matrix.power_levels import PowerLevels
from tests.matrix.room_builder import ANN, BEN, CAT, DAN, Room

#: Ann leaves, Ben inherits
LEVELS = st.fixed_dictionaries({}, optional={person: st.integers(-10, 150) for person in (ANN, BEN, CAT, DAN)})
PEOPLE = st.sets(st.sampled_from([BEN, CAT, DAN])).map(lambda some: {ANN, *some})


@pytest.mark.parametrize("version_id", ["10", "11", "12"])
@given(users=LEVELS, people=PEOPLE, needed=st.integers(0, 120))
def test_the_heir_can_do_what_only_the_leaver_could(
    version_id: str, users: dict[str, int], people: set[str], needed: int
) -> None:
    room = Room(version_id)
    if version_id == "12":
        users = {person: level for person, level in users.items() if person != ANN}
    content: dict[str, Any] = {"users": users, "events": {POWER_LEVELS: needed}, "ban": 50}
    before = PowerLevels(room.version, room.create, room.draft(POWER_LEVELS, ANN, content, ""))

    def able(levels: PowerLevels, person: str) -> bool:
        return levels.user(person) >= needed

    wanted = bequeathed(content, before, people, leaver=ANN, heir=BEN)
    is_only_one = able(before, ANN) and not any(able(before, one) for one in people - {ANN, BEN})
    if wanted is None:
        assert not is_only_one or len(people) < 3 or able(before, BEN)
        return
    assert is_only_one
    after = PowerLevels(room.version, room.create, room.draft(POWER_LEVELS, ANN, wanted, ""))
    assert able(after, BEN)
    assert after.user(BEN) <= before.user(ANN)
    assert {**wanted, "users": {**wanted["users"], BEN: 0}} == {**content, "users": {**users, BEN: 0}}
