"""Glob patterns, compiled once and matched in linear time.

Push rules know `*` and `?`, ignore case, and match `content.body` by whole words; filters know only `*` and heed case.
Source: appendices, "Glob-style matching"; client-server API, "Push rules" (event_match) and EventFilter.

A star becomes an atomic group that takes the nearest occurrence of what follows it. For globs the nearest one is always
as good as any later one, so nothing is ever tried twice and no pattern can make the server slow.
"""

import re
from collections.abc import Callable
from functools import lru_cache

Matcher = Callable[[str], bool]

# A place in the text that does not lie inside a word: not both neighbours are word characters.
_BOUNDARY = "(?:(?<![A-Za-z0-9_])|(?![A-Za-z0-9_]))"


def fold(text: str) -> str:
    """`text` as case-insensitive matching sees it: lower case, one character for each character of the original."""
    if text.isascii():
        return text.lower()
    # "İ" is the only character whose lower case is longer; the lower case of "Σ" depends on its neighbours.
    return text.replace("İ", "i").lower().replace("ς", "σ")


@lru_cache(maxsize=4096)
def whole_value(pattern: str) -> Matcher:
    """Matches a folded text as a whole against `pattern` (`*`, `?`), case-insensitively."""
    return _whole(fold(pattern), question_mark=True)


@lru_cache(maxsize=4096)
def whole_words(pattern: str) -> Matcher:
    """Matches any part of a folded text that starts and ends at a word boundary against `pattern` (`*`, `?`)."""
    pattern = fold(pattern)
    literal = max(re.split(r"[*?]", pattern), key=len)
    return _search(_words_regex(pattern.split("*"), question_mark=True), literal)


@lru_cache(maxsize=4096)
def literal_words(words: str) -> Matcher:
    """Matches a folded text that contains `words`, taken literally, as whole words."""
    words = fold(words)
    return _search(_words_regex([words], question_mark=False), words)


@lru_cache(maxsize=4096)
def with_stars(pattern: str) -> Matcher:
    """Matches a text as a whole against `pattern` in which only `*` is special; case matters."""
    return _whole(pattern, question_mark=False)


def _whole(pattern: str, *, question_mark: bool) -> Matcher:
    pieces = pattern.split("*")
    if len(pieces) == 1:
        if not (question_mark and "?" in pattern):
            return lambda text: text == pattern
        fixed = re.compile(_piece(pattern, question_mark), re.DOTALL)
        return lambda text: fixed.fullmatch(text) is not None
    first, *middle, last = pieces
    nearest = "".join(f"(?>.*?{_piece(piece, question_mark)})" for piece in middle if piece)
    end = rf"(?>.{{{len(last)},}})(?<={_piece(last, question_mark)})" if last else ""
    found = re.compile(_piece(first, question_mark) + nearest + end, re.DOTALL)
    return lambda text: found.match(text) is not None


def _words_regex(pieces: list[str], *, question_mark: bool) -> re.Pattern[str]:
    if len(pieces) == 1:
        return re.compile(_BOUNDARY + _piece(pieces[0], question_mark) + _BOUNDARY, re.DOTALL)
    first, *middle, last = pieces
    # A star at either end reaches to the start or end of the text, which are boundaries.
    regex = rf"\A(?>.*?{_BOUNDARY}{_piece(first, question_mark)})" if first else r"\A"
    regex += "".join(f"(?>.*?{_piece(piece, question_mark)})" for piece in middle if piece)
    if last:
        regex += f"(?>.*?{_piece(last, question_mark)}{_BOUNDARY})"
    return re.compile(regex, re.DOTALL)


def _piece(piece: str, question_mark: bool) -> str:
    """The regex of a piece without stars; its matches all have the length of the piece."""
    return "".join("." if character == "?" and question_mark else re.escape(character) for character in piece)


def _search(regex: re.Pattern[str], literal: str) -> Matcher:
    # Most texts do not contain the word at all, and a plain substring search finds that out much sooner.
    return lambda text: literal in text and regex.search(text) is not None
