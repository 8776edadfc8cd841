import pytest

from laiwang.matrix.membership import Transition, transition

CHANGES = [  # before, after, by himself, by somebody else
    (None, "join", "joined", "joined"),
    ("invite", "join", "joined", "joined"),
    ("leave", "join", "joined", "joined"),
    ("join", "join", "profile_changed", "profile_changed"),
    (None, "invite", "invited", "invited"),
    ("invite", "invite", "unchanged", "unchanged"),
    ("knock", "invite", "invited", "invited"),
    ("join", "leave", "left", "kicked"),
    ("invite", "leave", "invite_rejected", "invite_revoked"),
    ("knock", "leave", "knock_retracted", "knock_rejected"),
    ("ban", "leave", "unbanned", "unbanned"),
    ("leave", "leave", "unchanged", "unchanged"),
    ("join", "ban", "kicked_and_banned", "kicked_and_banned"),
    ("leave", "ban", "banned", "banned"),
    ("ban", "ban", "unchanged", "unchanged"),
    (None, "knock", "knocked", "knocked"),
    ("knock", "knock", "unchanged", "unchanged"),
]


@pytest.mark.parametrize(("before", "after", "by_self", "by_other"), CHANGES)
def test_changes(before: str | None, after: str, by_self: str, by_other: str) -> None:
    assert transition(before, after, by_self=True) == Transition(by_self)
    assert transition(before, after, by_self=False) == Transition(by_other)


def test_unknown_membership() -> None:
    with pytest.raises(ValueError, match="not a membership"):
        transition(None, "JOIN", by_self=True)
