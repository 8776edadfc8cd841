"""What stands in the index for a person, and what is looked for in it.

An entry is lines, each begun and ended by a line break: so "begins with" and "is all of" are parts of the text as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from laiwang.kit.folding import fold, words_of
from laiwang.matrix.ids import localpart

__all__ = ["ESCAPE", "WORDS_MAX", "lines_of_name", "lines_of_readings", "patterns_of"]

ESCAPE: Final = "!"
WORDS_MAX: Final = 4


def lines_of_name(user_id: str, display_name: str | None) -> str:
    """Where any part of a word is found: the name, the same without spaces, and the local part of the id."""
    name = fold(display_name or "")
    return _lines((name, name.replace(" ", ""), fold(localpart(user_id))))


def lines_of_readings(user_id: str, display_name: str | None, readings: Sequence[str]) -> str:
    """What is found from its beginning only: the id, the initials of a name of several words, and readings."""
    words = fold(display_name or "").split()
    initials = ["".join(word[0] for word in words)] if len(words) > 1 else []
    return _lines((fold(user_id.removeprefix("@")), *initials, *readings))


def _lines(texts: Sequence[str]) -> str:
    found = list(dict.fromkeys(text for text in texts if text))
    return "\n" + "\n".join(found) + "\n" if found else ""


def patterns_of(term: str) -> dict[str, str] | None:
    """Patterns of LIKE by the names of the statement's parameters; None when there is nothing to look for.

    Every word must be part of a name or begin a reading. `equal`, `begin` and `word` tell better matches of the whole term from others.
    """
    words = words_of(term, WORDS_MAX)
    if not words:
        return None
    whole = _escaped(" ".join(words))
    found = {"equal": f"%\n{whole}\n%", "begin": f"%\n{whole}%", "word": f"% {whole}%"}
    for number in range(WORDS_MAX):
        word = _escaped(words[number]) if number < len(words) else ""
        found[f"part{number}"] = f"%{word}%"
        found[f"from{number}"] = f"%\n{word}%"
    return found


def _escaped(text: str) -> str:
    return text.replace(ESCAPE, ESCAPE * 2).replace("%", f"{ESCAPE}%").replace("_", f"{ESCAPE}_")
