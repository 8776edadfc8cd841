"""How a Chinese name is read. The library's table of characters is loaded when the first such name comes, not with the server."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from itertools import islice, product
from typing import Any, Final

__all__ = ["has_readings", "readings_of"]

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
CHARACTERS_MAX: Final = 8
READINGS_PER_CHARACTER_MAX: Final = 4
READINGS_MAX: Final = 12


def has_readings(name: str) -> bool:
    """Whether there is anything to read."""
    return _HAN.search(name) is not None


def readings_of(name: str) -> list[str]:
    """What somebody may type for a name: its pinyin without tones from any syllable on, and the initials of these syllables. Of characters
    with several readings, as many surnames are, each reading counts (单 is dan, chan and shan)."""
    found: dict[str, None] = {}
    for run in _HAN.findall(name):
        for syllables in _combined(_syllables(run[:CHARACTERS_MAX])):
            for first in range(len(syllables)):
                rest = syllables[first:]
                found["".join(rest)] = None
                found["".join(syllable[0] for syllable in rest)] = None
    # Pinyin writes ü, keyboards write v for it, and many people write u.
    return [one for text in found for one in dict.fromkeys((text, text.replace("v", "u")))]


def _combined(choices: Sequence[Sequence[str]]) -> Iterable[Sequence[str]]:
    """Readings of the whole, the usual ones first; those of the first character vary first, since surnames are read in odd ways."""
    return (tuple(reversed(one)) for one in islice(product(*reversed(choices)), READINGS_MAX))


def _syllables(run: str) -> list[list[str]]:
    library = _library()
    found = library.pinyin(run, style=library.Style.NORMAL, heteronym=True, errors="ignore")
    return [[one for one in syllables if one][:READINGS_PER_CHARACTER_MAX] for syllables in found]


@cache
def _library() -> Any:
    # Without its phrases, which tell the readings of words apart, it takes 13 MiB instead of 57; names are no words.
    before = os.environ.get("PYPINYIN_NO_PHRASES")
    os.environ["PYPINYIN_NO_PHRASES"] = "1"
    try:
        return import_module("pypinyin")
    finally:
        if before is None:
            del os.environ["PYPINYIN_NO_PHRASES"]
        else:
            os.environ["PYPINYIN_NO_PHRASES"] = before
