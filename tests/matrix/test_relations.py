"""Relations: read from any content, sent only when legal, edits only when valid."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.matrix.relations import (
    MAIN,
    Related,
    Relation,
    check_sendable,
    has_new_content,
    is_valid_edit,
    latest_edit,
    relation_of,
    thread_of,
)

ORIGINAL = Related("$o", "!r:x", "@a:x", "m.room.message", False, False, None, 1)
EDIT = Related("$e", "!r:x", "@a:x", "m.room.message", False, False, "m.replace", 2, True)

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["rel_type", "event_id", "key", "m.in_reply_to", "is_falling_back"]), inner)
    ),
)


@given(json_values)
def test_any_rubbish_is_read(value: Any) -> None:
    relation = relation_of({"m.relates_to": value})
    if relation is not None:
        assert (relation.rel_type is None) == (relation.event_id is None)
        assert relation.rel_type is not None or relation.in_reply_to is not None
        assert all(part is None or isinstance(part, str) for part in (*relation[:3], relation.in_reply_to))


def test_relations_are_read() -> None:
    assert relation_of({}) is None
    assert relation_of({"m.relates_to": {"rel_type": "m.thread"}}) is None
    assert relation_of({"m.relates_to": {"m.in_reply_to": {"event_id": "$p"}}}) == Relation(
        None, None, in_reply_to="$p"
    )
    thread = {"rel_type": "m.thread", "event_id": "$r", "is_falling_back": True, "m.in_reply_to": {"event_id": "$p"}}
    assert relation_of({"m.relates_to": thread}) == Relation("m.thread", "$r", None, True, "$p")
    reaction = {"rel_type": "m.annotation", "event_id": "$r", "key": "👍"}
    assert relation_of({"m.relates_to": reaction}) == Relation("m.annotation", "$r", "👍")


def to(event_id: str, rel_type: str = "m.reference") -> Relation:
    return Relation(rel_type, event_id)


def test_threads_are_found_within_three_hops() -> None:
    known = {
        "$in": to("$root", "m.thread"),
        "$1": to("$in"),
        "$2": to("$1"),
        "$3": to("$2"),
        "$4": to("$3"),
        "$edit_of_root": to("$root", "m.replace"),
        "$a": to("$b"),
        "$b": to("$a"),
        "$reply": Relation(None, None, in_reply_to="$in"),
    }

    def thread(event_id: str) -> str:
        return thread_of(event_id, known.get(event_id), known.get)

    assert {event_id: thread(event_id) for event_id in ["$root", *known]} == {
        "$root": MAIN,
        "$in": "$root",
        "$1": "$root",
        "$2": "$root",
        "$3": "$root",
        "$4": MAIN,
        "$edit_of_root": MAIN,
        "$a": MAIN,
        "$b": MAIN,
        "$reply": MAIN,
    }


def refused(relation: Relation, parent: Related | None, **more: bool) -> str:
    with pytest.raises(Refused) as caught:
        check_sendable(relation, parent, **more)
    assert caught.value.status == 400
    return caught.value.errcode


def test_what_may_be_sent() -> None:
    thread = to("$o", "m.thread")
    check_sendable(None, None)
    check_sendable(thread, ORIGINAL)
    check_sendable(thread, None)
    check_sendable(to("$o"), EDIT)
    assert refused(thread, EDIT) == "M_UNKNOWN"
    assert refused(thread, ORIGINAL._replace(rel_type="m.reference")) == "M_UNKNOWN"
    reaction = Relation("m.annotation", "$o", "👍")
    check_sendable(reaction, ORIGINAL)
    assert refused(reaction, ORIGINAL, duplicate_annotation=True) == "M_DUPLICATE_ANNOTATION"
    assert refused(Relation("m.annotation", "$o"), ORIGINAL) == "M_MISSING_PARAM"
    assert refused(Relation("m.annotation", "$o", "来" * 22000), ORIGINAL) == "M_INVALID_PARAM"


def test_valid_edits() -> None:
    assert is_valid_edit(ORIGINAL, EDIT)
    assert not is_valid_edit(ORIGINAL, ORIGINAL)
    for change in (
        {"room_id": "!other:x"},
        {"sender": "@b:x"},
        {"type": "m.sticker"},
        {"is_state": True},
        {"redacted": True},
        {"has_new_content": False},
        {"rel_type": "m.thread"},
    ):
        assert not is_valid_edit(ORIGINAL, EDIT._replace(**change)), change
    for change in ({"is_state": True}, {"redacted": True}, {"rel_type": "m.replace"}):
        assert not is_valid_edit(ORIGINAL._replace(**change), EDIT), change
    assert is_valid_edit(ORIGINAL._replace(rel_type="m.thread"), EDIT)


def test_the_latest_edit() -> None:
    later, same_time = (
        EDIT._replace(event_id="$a", origin_server_ts=9),
        EDIT._replace(event_id="$b", origin_server_ts=9),
    )
    strangers = EDIT._replace(sender="@b:x", origin_server_ts=99)
    assert latest_edit(ORIGINAL, [later, EDIT, same_time, strangers]) == same_time
    assert latest_edit(ORIGINAL, [strangers]) is None
    assert latest_edit(ORIGINAL, []) is None


def test_new_content() -> None:
    assert has_new_content("m.room.message", {"m.new_content": {}})
    assert not has_new_content("m.room.message", {"m.new_content": "x"})
    assert has_new_content("m.room.encrypted", {})
