"""The rules of the index: what stands somewhere is found there, and the order of results is one."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from laiwang.chat.search.model import Entry
from laiwang.chat.search.rules import (
    Probe,
    grams_of,
    hits_in_block,
    matches,
    pack_entries,
    pack_grams,
    rank,
    unpack_entries,
)
from laiwang.kit.folding import fold, words_of

LETTERS = st.one_of(
    st.sampled_from("abcdefe fg ,.đéÑßnö"),
    st.sampled_from("今天気鈴虫的你好カタがひら"),
    st.sampled_from("한국어서울"),
    st.sampled_from("ขอบคุณกิ้ง"),
    st.sampled_from("السَّلام"),
    st.sampled_from("🎉🎊𠀋"),
    st.characters(exclude_categories=("Cs", "Cc")),
)
TEXTS = st.text(LETTERS, max_size=60)
LINES = st.text(LETTERS, min_size=1, max_size=60).map(fold).filter(bool)


@given(TEXTS.map(fold), st.data())
def test_the_grams_of_a_part_are_grams_of_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert grams_of(text[start:end]) <= grams_of(text)


@given(st.lists(LINES, min_size=1, max_size=20), st.data())
def test_every_part_of_a_line_is_found(lines: list[str], data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    words = words_of(line[start:end], 50)
    assume(words)
    packed = pack_grams(grams_of("\n".join(lines)))
    assert Probe(words).may_hold(packed)
    assert Probe(words).may_hold(b"")
    # A mark that begins the part may have belonged to the letter before it.
    if fold(line[start:end]) in line:
        assert matches(line, words, frozenset({""}))


@given(st.lists(LINES, min_size=30, max_size=60))
def test_a_block_is_told_apart_by_most_grams_that_it_does_not_have(lines: list[str]) -> None:
    packed = pack_grams(grams_of("\n".join(lines)))
    strangers = [f"{chr(0x6000 + number)}{chr(0x7000 + number)}" for number in range(200)]
    text = "\n".join(lines)
    passed = sum(Probe([word]).may_hold(packed) for word in strangers if word not in text)
    assert passed <= 100


@given(
    st.integers(1, 1 << 40),
    st.lists(st.tuples(st.integers(0, 1 << 33), st.integers(0, 1 << 33), LINES), min_size=1, max_size=40),
)
def test_a_block_is_what_was_packed(first: int, found: list[tuple[int, int, str]]) -> None:
    positions = sorted({step for step, _, _ in found})
    entries = [
        Entry(first + at, first + at + (later if later % 3 == 0 else 0), line)
        for at, (_, later, line) in zip(positions, found, strict=False)
    ]
    assert unpack_entries(first, *pack_entries(first, entries)) == entries


@given(LINES, st.lists(LINES, min_size=1, max_size=4), st.integers(0, 1 << 45), st.integers(0, 1 << 45))
def test_a_rank_is_a_number_that_falls_with_age(line: str, terms: list[str], age_ms: int, later_ms: int) -> None:
    words = [word for term in terms for word in words_of(term, 5)] or ["a"]
    ranks = [rank(line, words, age) for age in sorted((age_ms, later_ms))]
    assert 0 < ranks[1] <= ranks[0] <= 1
    assert rank(line, words, -5) == rank(line, words, 0)


def test_what_ranks_higher() -> None:
    day_ms = 86_400_000

    def of(line: str, *words: str, days: int = 0) -> float:
        return rank(line, words, days * day_ms)

    assert of("tea", "tea") > of("green tea", "tea") > of("steam", "tea")
    assert of("green tea", "green", "tea") > of("tea so green", "green", "tea")
    assert of("今天喝茶", "喝茶") > of("今天喝茶然后回家睡觉", "喝茶")
    assert of("steam", "tea", days=0) > of("tea", "tea", days=365)
    assert of("tea", "tea", days=7) > of("steam", "tea", days=0)


def test_kinds_of_lines_are_told_apart() -> None:
    assert matches("\x01lake", ["lake"], frozenset({"\x01"}))
    assert not matches("\x01lake", ["lake"], frozenset({"", "\x02"}))
    assert not matches("lake", ["lake"], frozenset({"\x01"}))


@given(st.lists(st.tuples(st.sampled_from(["", "\x01", "\x02"]), LINES), min_size=1, max_size=30), st.data())
def test_the_hits_of_a_block_are_the_lines_that_match(lines: list[tuple[str, str]], data: st.DataObject) -> None:
    entries = [Entry(7 + 3 * at, 7 + 3 * at + at % 2, tag + line) for at, (tag, line) in enumerate(lines)]
    words = data.draw(st.lists(st.text(LETTERS, min_size=1, max_size=2).map(fold).filter(bool), min_size=1, max_size=3))
    tags = frozenset(data.draw(st.sets(st.sampled_from(["", "\x01", "\x02"]))))
    hits = hits_in_block(7, *pack_entries(7, entries), [word.encode() for word in words], tags)
    assert hits == [one for one in entries if matches(one.line, words, tags)]
