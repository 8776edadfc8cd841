"""The checks find what they are for: a loss, a double, a wrong order, planted in what a server would have answered."""

from __future__ import annotations

from tests.faults.ledger import Said, broken_history, broken_stream

ROOM = "!room"
SAID = [
    Said(ROOM, "first", 1.0, "$1", 2.0),
    Said(ROOM, "second", 3.0, "$2", 4.0),
    Said(ROOM, "beside", 3.5, "$3", 4.5),
    Said(ROOM, "never acknowledged", 5.0),
]
RIGHT = [("$1", "first"), ("$2", "second"), ("$3", "beside")]


def test_a_right_history_has_nothing_wrong() -> None:
    """Also with what was said at the same time the other way round, and with what nobody was told of."""
    assert broken_history(SAID, RIGHT) == []
    assert broken_history(SAID, [RIGHT[0], RIGHT[2], RIGHT[1]]) == []
    assert broken_history(SAID, [*RIGHT, ("$4", "never acknowledged")]) == []


def test_a_loss_is_found() -> None:
    """An acknowledged message is not there."""
    assert broken_history(SAID, [RIGHT[0], RIGHT[2]]) == ["'second' was acknowledged as $2, and is not there"]


def test_a_double_is_found() -> None:
    """One message as two events, and one event twice."""
    assert "'first' is there 2 times" in broken_history(SAID, [*RIGHT, ("$5", "first")])
    assert "$1 is there 2 times" in broken_history(SAID, [RIGHT[0], *RIGHT])


def test_a_wrong_order_is_found() -> None:
    """What was acknowledged before another was said comes after it."""
    wrong = broken_history(SAID, [RIGHT[1], RIGHT[0], RIGHT[2]])
    assert wrong == ["'first' was acknowledged before 'second' was said, and comes after it"]


def test_what_nobody_said_is_found() -> None:
    """An event of nobody's."""
    assert broken_history(SAID, [*RIGHT, ("$6", "made up")]) == ["nobody said 'made up'"]


def test_a_stream_is_complete_in_order_and_without_doubles() -> None:
    """Each of the three, and none."""
    history = {ROOM: ["$1", "$2", "$3"]}
    assert broken_stream("it", {ROOM: ["$1", "$2", "$3"]}, history) == []
    assert broken_stream("it", {ROOM: ["$1", "$3"]}, history) == ["it never told $2"]
    assert broken_stream("it", {ROOM: ["$2", "$1", "$3"]}, history) == [
        "it told !room in another order than its history has"
    ]
    assert broken_stream("it", {ROOM: ["$1", "$2", "$2", "$3"]}, history) == ["it told $2 2 times"]
