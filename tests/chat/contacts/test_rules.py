"""What makes people contacts, and the letters of names."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.contacts.rules import asked_by, decided_by, initial_of, tidy_labels, with_room
from laiwang.matrix.event import Event

ANNA, BERT = "@anna:x", "@bert:x"
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


def member(sender: str, target: str | None, content: dict[str, Any], type: str = "m.room.member") -> Event:
    """A member event."""
    return Event("$e", "!r:x", type, sender, target, content, 7, 2, (), (), "")


@pytest.mark.parametrize(
    ("event", "is_asked"),
    [
        (member(ANNA, BERT, {"membership": "invite", "is_direct": True}), True),
        (member(ANNA, BERT, {"membership": "invite", "is_direct": "yes"}), False),
        (member(ANNA, BERT, {"membership": "invite"}), False),
        (member(ANNA, BERT, {"membership": "join", "is_direct": True}), False),
        (member(ANNA, ANNA, {"membership": "invite", "is_direct": True}), False),
        (member(ANNA, BERT, {"membership": "invite", "is_direct": True}, "m.room.topic"), False),
    ],
)
def test_what_asks(event: Event, is_asked: bool) -> None:
    """An invitation of somebody else to a direct chat, and nothing else."""
    assert (asked_by(event) is not None) is is_asked


@given(json_values, json_values)
def test_whatever_stands_in_an_invitation(reason: Any, source: Any) -> None:
    """Is brought to what is kept: a greeting that is not too long, a source that is known."""
    content = {"membership": "invite", "is_direct": True, "reason": reason, "im.laiwang.source": source}
    asked = asked_by(member(ANNA, BERT, content))
    assert asked is not None
    assert asked.greeting == (reason if isinstance(reason, str) else "")
    assert asked.source == "chat"


def test_a_long_greeting_is_cut() -> None:
    """As long as one may write over our own API."""
    asked = asked_by(member(ANNA, BERT, {"membership": "invite", "is_direct": True, "reason": "x" * 5000}))
    assert asked is not None
    assert len(asked.greeting) == 300


@pytest.mark.parametrize(
    ("event", "before", "state"),
    [
        (member(BERT, BERT, {"membership": "join"}), "invite", "accepted"),
        (member(BERT, BERT, {"membership": "leave"}), "invite", "declined"),
        (member(ANNA, BERT, {"membership": "leave"}), "invite", "withdrawn"),
        (member(ANNA, BERT, {"membership": "ban"}), "invite", "withdrawn"),
        (member(BERT, BERT, {"membership": "join"}), None, None),
        (member(BERT, BERT, {"membership": "join"}), "join", None),
        (member(BERT, BERT, {"membership": "leave"}), "join", None),
        (member(ANNA, BERT, {"membership": "invite"}), "invite", None),
        (member(ANNA, None, {"membership": "join"}), "invite", None),
    ],
)
def test_what_decides(event: Event, before: str | None, state: str | None) -> None:
    """What the invited one does, or what is done with the invitation."""
    decision = decided_by(event, before)
    assert (decision.state if decision is not None else None) == state


@pytest.mark.parametrize(
    ("name", "readings", "initial"),
    [
        ("anna", (), "A"),
        ("Éric", (), "E"),
        ("张三", ("zhang", "z"), "Z"),
        ("単", (), "#"),
        ("  bo", (), "B"),
        ("7eleven", (), "#"),
        ("", (), "#"),
        ("Ωmega", (), "#"),
        ("ａnna", (), "A"),
    ],
)
def test_letters(name: str, readings: tuple[str, ...], initial: str) -> None:
    """A to Z, or #."""
    assert initial_of(name, readings) == initial


@given(st.text(max_size=5), st.lists(st.text(max_size=3), max_size=3))
def test_every_name_has_a_letter(name: str, readings: list[str]) -> None:
    """One of twenty-seven."""
    assert initial_of(name, readings) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"


@given(st.lists(st.text(max_size=4), max_size=8))
def test_labels_are_tidy(labels: list[str]) -> None:
    """None is empty or stands there twice, none is lost, and doing it again changes nothing."""
    tidy = tidy_labels(labels)
    assert len(set(tidy)) == len(tidy)
    assert set(tidy) == {one.strip() for one in labels} - {""}
    assert tidy_labels(tidy) == tidy


@given(st.none() | st.dictionaries(st.sampled_from([ANNA, BERT]), json_values, max_size=2))
def test_direct_chats(content: dict[str, Any] | None) -> None:
    """Whatever a client wrote there, the room stands there once, and what is about others stays."""
    new = with_room(content, ANNA, "!r:x")
    if new is None:
        assert content is not None
        assert "!r:x" in content[ANNA]
        return
    assert new[ANNA].count("!r:x") == 1
    assert {key: value for key, value in new.items() if key != ANNA} == {
        key: value for key, value in (content or {}).items() if key != ANNA
    }
    assert with_room(new, ANNA, "!r:x") is None
