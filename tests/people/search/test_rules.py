"""What is written down of a person, and what finds it."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from laiwang.people.search.readings import has_readings, readings_of
from laiwang.people.search.rules import lines_of_name, lines_of_readings, patterns_of

NAMES = st.text(
    st.one_of(st.sampled_from("王小明单曾吕 LiÉđ%_!\\'\n"), st.characters(exclude_categories=["Cs"])), max_size=30
)


def like(text: str, pattern: str) -> bool:
    """LIKE … ESCAPE '!' as the databases understand it."""
    expression = "".join(
        re.escape(part[1]) if part[0] == "!" else {"%": ".*", "_": "."}.get(part, re.escape(part))
        for part in re.findall(r"![!%_]|.", pattern, re.DOTALL)
    )
    return re.fullmatch(expression, text, re.DOTALL) is not None


@given(NAMES, st.data())
def test_a_person_is_found_by_each_of_her_words(name: str, data: st.DataObject) -> None:
    stored = lines_of_name("@someone:example.org", name)
    for word in name.split():
        patterns = patterns_of(word)
        if patterns is not None:
            assert all(like(stored, patterns[f"part{number}"]) for number in range(4))


@given(NAMES)
@example("单曾解仇朴盖翟乐")
def test_readings_are_few_and_of_plain_letters(name: str) -> None:
    readings = readings_of(name)
    assert bool(readings) <= has_readings(name)
    assert len(readings) <= 30 * 12 * 8 * 4
    assert all(one.isascii() and one.isalpha() and one.islower() for one in readings)
    lines = lines_of_readings("@someone:example.org", name, readings)
    for one in readings:
        patterns = patterns_of(one)
        assert patterns is not None
        assert like(lines, patterns["begin"])


def test_readings() -> None:
    assert readings_of("王小明")[:6] == ["wangxiaoming", "wxm", "xiaoming", "xm", "ming", "m"]
    assert {"shantianfang", "dantianfang", "stf"} <= set(readings_of("单田芳"))
    assert {"lvbu", "lubu"} <= set(readings_of("吕布"))
    assert readings_of("Anna さくら 서울") == []


def test_a_term_is_not_a_pattern() -> None:
    patterns = patterns_of("50%_off!x")
    assert patterns is not None
    assert like("\n50%_off!x\n", patterns["equal"])
    assert not like("\n50 off!x\n", patterns["equal"])
    assert patterns_of("  ") is None
