"""Whatever is sent is read or refused, and lists of members behave as sets."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.people.scim.rules import filter_of, patched, wanted_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["value", "type", "primary", "active", "name", "givenName", "emails", "userName", "members"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
PATHS = st.sampled_from(
    [
        "active",
        "name.givenName",
        'emails[type eq "work"].value',
        "emails",
        'members[value eq "a"]',
        "members",
        "",
        "a[b",
    ]
) | st.text(max_size=8)
OPERATIONS = st.lists(
    st.fixed_dictionaries(
        {"op": st.sampled_from(["add", "Replace", "REMOVE", "move"])}, optional={"path": PATHS, "value": JSON}
    )
    | JSON,
    max_size=4,
)
PEOPLE = st.lists(st.sampled_from("abcdef"), max_size=6)
STEPS = st.lists(st.tuples(st.sampled_from(["add", "remove", "replace", "filter"]), PEOPLE), max_size=8)


@given(st.dictionaries(st.sampled_from(["userName", "emails", "name", "active", "members"]), JSON), OPERATIONS)
def test_whatever_is_sent_is_read_or_refused(resource: dict[str, Any], operations: list[Any]) -> None:
    with suppress(Refused):
        wanted_of(patched(resource, {"Operations": operations}))


@given(st.text(max_size=40) | st.sampled_from(['userName eq "a\\"b"', 'emails[type eq "work"].value eq "x"']))
def test_a_filter_is_read_or_refused(text: str) -> None:
    with suppress(Refused):
        attribute, _ = filter_of(text)
        assert "[" not in attribute
        assert attribute == attribute.lower()


@given(STEPS)
def test_members_are_a_set(steps: list[tuple[str, list[str]]]) -> None:
    group: dict[str, Any] = {"members": []}
    model: set[str] = set()
    for verb, people in steps:
        entries = [{"value": one} for one in people]
        if verb == "filter":
            for one in people:
                path = f'members[value eq "{one}"]'
                group = patched(group, {"Operations": [{"op": "remove", "path": path}]})
            model -= set(people)
            continue
        operation = {"op": verb, "path": "members", "value": entries}
        group = patched(group, {"Operations": [operation]})
        model = {"add": model | set(people), "remove": model - set(people), "replace": set(people)}[verb]
    assert {one["value"] for one in group["members"] or []} == model
