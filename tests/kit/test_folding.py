"""Folding: what counts when somebody searches."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.folding import fold, found_in, words_of

#: letters of many scripts with what hangs on them, so that neighbours meet that change each other
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aẶđĐßİıſéeカガｶﾞ゛か\u3099한ᄒ\u1161\u11abกิ้ำ\u064b\u0651أةىक्षि\u200d\u0301 \n\t.,’ﬁΣς"),
    ),
    max_size=40,
)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_twice_changes_no_character_of_unicode() -> None:
    for code in range(sys.maxunicode + 1):
        if not 0xD800 <= code < 0xE000:
            once = fold(f"a{chr(code)}")
            assert fold(once) == once, hex(code)


@given(TEXTS)
def test_a_folded_text_is_one_line_without_control_characters(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert not any(unicodedata.category(one) == "Cc" for one in folded)


@given(TEXTS)
def test_case_and_form_of_the_same_text_do_not_count(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert fold(text.lower().casefold()) == fold(text.casefold())


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Nguyễn Văn ĐỨC", "nguyen van duc"),
        ("ＡＢＣ　ｶﾞｯｺｳ", "abc がっこう"),
        ("スズムシ ヴ", "すずむし ゔ"),
        ("Straße STRASSE", "strasse strasse"),
        ("مُحَمَّد أحمد مكتبة", "محمد احمد مكتبه"),
        ("กิ้งก่า", "กิงกา"),
        ("한국어", "한국어"),
        ("हिन्दी", "हिन्दी"),
        ("漢字 汉字", "漢字 汉字"),
        ("Ἀθῆναι ΣΊΣΥΦΟΣ", "αθηναι σισυφοσ"),
        ("a\r\n\u200b b\u00ad­c", "a bc"),
        ("“quoted” don’t", '"quoted" don\'t'),
        ("Øre Łódź œuvre", "ore lodz oeuvre"),
    ],
)
def test_what_folding_does(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_words_stand_without_the_punctuation_around_them() -> None:
    assert words_of("  Hello, “World”! hello… don't (C++) ?! ", 9) == ["hello", "world", "don't", "c++", "?!"]
    assert words_of("今天，天气很好。", 9) == ["今天,天气很好"]
    assert words_of("\u0301 \u200b", 9) == []
    assert words_of("a b c d", 2) == ["a", "b"]


@given(TEXTS, TEXTS, TEXTS)
def test_what_was_found_stands_in_the_text(before: str, inside: str, after: str) -> None:
    text = before + inside + after
    for word in words_of(inside, 5):
        found = found_in(text, word)
        assert found is None or found in text or found == word
        if found is not None and found != word:
            assert word in fold(found) or fold(word) in fold(found)


def test_what_was_found_keeps_its_form() -> None:
    assert found_in("Tôi ở Đà Nẵng nhé", "da nang") == "Đà Nẵng"
    assert found_in("e\u0301te\u0301", "ete") == "e\u0301te\u0301"
    assert found_in("plain text", "text") == "text"
    assert found_in("plain text", "other") is None
