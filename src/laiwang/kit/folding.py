"""Folding: what a text is for somebody who searches it. Case, width, diacritics, tone marks and invisible characters do not count.

What is a letter of its own in its language stays: vowels of Thai and Hindi, voice marks of kana (が is not か), Hangul syllables. Hiragana
and katakana are one. Traditional and simplified characters stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

__all__ = ["fold", "found_in", "words_of"]

# Marks that change how a letter is read or stressed but not which one it is, tatweel, and what cannot be seen.
_DROPPED: Final = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0e48-\u0e4b\u0ec8-\u0ecb"
    "\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
    "\U000e0000-\U000e0fff]+"
)
_LETTERS: Final[Mapping[str, str]] = {
    **{chr(code): chr(code - 0x60) for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)},  # katakana
    **dict(zip("đðħıłøŧɨʉ", "ddhilotiu", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    # Arabic letters that other keyboards and languages write in another way
    **dict.fromkeys("\u0649\u06cc\u06d0\u06d2", "\u064a"),
    **dict.fromkeys("\u0629\u06c1\u06be\u06d5\u06c3", "\u0647"),
    **dict.fromkeys("\u0671\u0672\u0673\u0675", "\u0627"),
    "\u06a9": "\u0643",
    **dict(zip("‘’‚‛“”„‟‐‑‒–—―−", "''''\"\"\"\"-------", strict=True)),
}
_MAPPED: Final = re.compile(f"[{re.escape(''.join(_LETTERS))}]")
_ASCII_CONTROLS: Final = re.compile("[\u0000-\u0008\u000e-\u001b\u007f]+")
_MARK_CATEGORIES: Final = frozenset({"Mn", "Mc", "Me", "Cf"})


def fold(text: str) -> str:
    """The text in the form in which it is compared: without line breaks, one space between words. Folding twice changes nothing more."""
    return " ".join(_folded(text).split())


def _folded(text: str) -> str:
    if text.isascii():
        return _ASCII_CONTROLS.sub("", text).lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", _MAPPED.sub(_letter, _DROPPED.sub("", plain)))


def _letter(match: re.Match[str]) -> str:
    return _LETTERS[match[0]]


def words_of(term: str, words_max: int) -> list[str]:
    """The folded words of what somebody searches for, each once; punctuation around a word does not count. Languages that are written
    without spaces are not parted: a sentence of them is one word."""
    found: dict[str, None] = {}
    for word in fold(term).split(" "):
        first, last = 0, len(word)
        while first < last and _is_edge(word[first]):
            first += 1
        while last > first and _is_edge(word[last - 1]):
            last -= 1
        found[word[first:last] or word] = None
    found.pop("", None)
    return list(found)[:words_max]


def _is_edge(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def found_in(text: str, word: str) -> str | None:
    """The part of a text as it was written that is `word` when folded, None when there is none."""
    at = text.find(word)
    if at >= 0:
        return word
    pieces: list[str] = []
    starts: list[int] = []
    index = 0
    while index < len(text):
        end = index + 1
        while end < len(text) and unicodedata.category(text[end]) in _MARK_CATEGORIES:
            end += 1
        piece = _folded(text[index:end])
        pieces.append(piece)
        starts += [index] * len(piece)
        index = end
    at = "".join(pieces).find(word)
    if at < 0:
        return None
    stop = at + len(word)
    return text[starts[at] : starts[stop] if stop < len(starts) else len(text)]
