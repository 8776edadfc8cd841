"""Which timer a room has, up to where everybody has read, and which files an event names."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.burn.model import Timer
from laiwang.chat.burn.rules import AFTER_MS_MAX, read_by_all, timer_in
from laiwang.chat.media import media_in

PEOPLE = ["@a:x", "@b:x", "@c:x", "@d:x"]
THREADS = ["", "main", "$root"]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("content", "timer"),
    [
        ({"after_ms": 5000, "from": "read"}, Timer(5000, "read")),
        ({"after_ms": 5000}, Timer(5000, "read")),
        ({"after_ms": 1, "from": "sent"}, Timer(1, "sent")),
        ({"after_ms": AFTER_MS_MAX + 1}, None),
        ({"after_ms": 0}, None),
        ({"after_ms": True}, None),
        ({"after_ms": 5000.0}, None),
        ({"after_ms": 5000, "from": "never"}, None),
        ({}, None),
    ],
)
def test_timers(content: dict[str, Any], timer: Timer | None) -> None:
    """What cannot be understood is no timer: nothing is burnt by mistake."""
    assert timer_in(content) == timer


@given(st.dictionaries(st.sampled_from(["after_ms", "from", "else"]), anything))
def test_any_content_is_a_timer_or_none(content: dict[str, Any]) -> None:
    """Anybody with the power can put anything there."""
    found = timer_in(content)
    assert found is None or 0 < found.after_ms <= AFTER_MS_MAX


@given(
    st.sampled_from(PEOPLE),
    st.sampled_from(THREADS[1:]),
    st.sets(st.sampled_from(PEOPLE)),
    st.dictionaries(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(THREADS)), st.integers(1, 50)),
    st.integers(1, 50),
)
def test_read_by_all_is_what_each_of_them_has_read(
    sender: str, thread: str, joined: set[str], marks: dict[tuple[str, str], int], position: int
) -> None:
    """Against the words: every other member has a receipt at or after it, for all threads or for this one; and there is one."""
    readers = joined - {sender}
    has_read = bool(readers) and all(
        any(marks.get((reader, place), 0) >= position for place in ("", thread)) for reader in readers
    )
    assert (position <= read_by_all(sender, thread, joined, marks)) == has_read


def test_files_are_found_wherever_they_are_named() -> None:
    """Once each, those of this server only, and only what can be a file."""
    content = {
        "url": "mxc://here.org/aaa",
        "info": {"thumbnail_url": "mxc://here.org/bbb", "size": 5},
        "file": {"url": "mxc://there.org/ccc"},
        "pictures": [{"url": "mxc://here.org/aaa"}, "mxc://here.org/not/one", "mxc://here.org/"],
        "body": "see mxc://here.org/ddd",
    }
    assert media_in(content, "here.org") == {"aaa", "bbb"}
