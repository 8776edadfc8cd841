"""Globs match what the specification says, and no pattern makes them slow."""

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from laiwang.matrix.globs import fold, literal_words, whole_value, whole_words, with_stars
from tests.matrix.push_reference import glob_matches, words_match

PATTERNS = st.text(alphabet="ab*?_ -.İΣ来", max_size=10) | st.text(alphabet="ab*?", max_size=5)
TEXTS = st.text(alphabet="abAB_ -.\nİΣς来", max_size=16) | st.text(alphabet="ab ", max_size=5)


@settings(max_examples=1000)
@example("a*a", "a")
@example("ab*?b", "ab")
@given(PATTERNS, TEXTS)
def test_whole_value_agrees_with_trying_everything(pattern: str, text: str) -> None:
    assert whole_value(pattern)(fold(text)) == glob_matches(fold(pattern), fold(text))


@settings(max_examples=1000)
@example("a*a", "a")
@example("ab*?b", "ab")
@given(PATTERNS, TEXTS)
def test_whole_words_agree_with_trying_everything(pattern: str, text: str) -> None:
    assert whole_words(pattern)(fold(text)) == words_match(fold(pattern), fold(text))


@given(PATTERNS, TEXTS)
def test_stars_alone_agree_with_trying_everything(pattern: str, text: str) -> None:
    assert with_stars(pattern)(text) == glob_matches(pattern, text, question_mark=False)


@given(PATTERNS, TEXTS)
def test_a_pattern_made_from_the_text_matches(pattern: str, text: str) -> None:
    stars = "".join("*" if index % 3 == 0 else character for index, character in enumerate(text) if character != "*")
    assert whole_value(stars)(fold(text))
    assert whole_words(stars)(fold(text))


@pytest.mark.parametrize(
    ("pattern", "body", "matches"),
    [
        ("ex*ple", "An example event.", True),
        ("ex*ple", "exple", True),
        ("ex*ple", "An exciting triple-whammy", True),
        ("ex*ple", "complexple", False),
        ("cake", "Cakes", False),
        ("cake", "CAKE!", True),
        ("cake", "cake_", False),
        ("蛋糕", "我要吃蛋糕吗", True),
        ("cake", "我要cake吃", True),
        (":)", "well:)", True),
    ],
)
def test_body_examples(pattern: str, body: str, matches: bool) -> None:
    assert whole_words(pattern)(fold(body)) is matches


@pytest.mark.parametrize(
    ("value", "matches"),
    [("Lunch plans", True), ("LUNCH", True), (" lunch", False), ("lunc", False), ("lunc\nh", True)],
)
def test_value_examples(value: str, matches: bool) -> None:
    assert whole_value("lunc?*")(fold(value)) is matches


def test_display_names_are_literal() -> None:
    assert literal_words("a*b?")(fold("hello A*B? there"))
    assert not literal_words("a*b")(fold("hello axxb there"))
    assert not literal_words("ann")(fold("anna"))


def test_folding_keeps_the_number_of_characters() -> None:
    for code in range(sys.maxunicode + 1):
        assert len(fold(chr(code))) == 1


@pytest.mark.parametrize("pattern", ["a*" * 40 + "b", "*a" * 40 + "b", "?*" * 40 + "b", "*" + "?" * 100 + "b"])
def test_hostile_patterns_end(pattern: str) -> None:
    # A backtracking matcher would still be busy when the suite's time limit ends it.
    body = "a " * 16_000
    assert not whole_value(pattern)(body)
    assert not whole_words(pattern)(body)
    assert not with_stars(pattern)(body)
