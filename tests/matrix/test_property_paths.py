"""Paths to properties, with their escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.matrix.property_paths import MISSING, split_path, walk
from tests.matrix.push_reference import names_of


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("content.body", ("content", "body")),
        (r"content.m\.relates_to.rel_type", ("content", "m.relates_to", "rel_type")),
        (r"content.m\\foo", ("content", r"m\foo")),
        (r"a\x.b", (r"a\x", "b")),
        ("a\\", ("a\\",)),
        ("", ("",)),
    ],
)
def test_examples(path: str, names: tuple[str, ...]) -> None:
    assert split_path(path) == names


@given(st.text(alphabet="a.\\x", max_size=12))
def test_every_path_is_read_as_the_specification_says(path: str) -> None:
    assert list(split_path(path)) == names_of(path)


@given(st.lists(st.text(alphabet="ab.\\"), min_size=1, max_size=4))
def test_escaped_names_come_back(names: list[str]) -> None:
    path = ".".join(name.replace("\\", "\\\\").replace(".", "\\.") for name in names)
    assert split_path(path) == tuple(names)


def test_walk() -> None:
    assert walk({"a": {"b": None}}, ("a", "b")) is None
    assert walk({"a": {"b": None}}, ("a", "c")) is MISSING
    assert walk({"a": [1]}, ("a", "0")) is MISSING
    assert walk({"a": 1}, ()) == {"a": 1}
