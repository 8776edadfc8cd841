"""Tables of text that stand straight in both scripts, and numbers of people as either language says them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

__all__ = ["people", "percent", "table"]

ENGLISH = ((1e9, "G"), (1e6, "M"), (1e3, "k"))
CHINESE = ((1e8, " 亿"), (1e4, " 万"))


def people(count: float, say: Callable[[str, str], str]) -> str:
    """A number of people to three digits: 24.7 M, 2470 万."""
    for size, unit in ENGLISH if say("en", "zh") == "en" else CHINESE:
        if abs(count) >= size * 0.9995:
            value = count / size
            digits = 2 if abs(value) < 9.995 else 1 if abs(value) < 99.95 else 0
            return f"{value:.{digits}f}" + (f" {unit}" if unit.isalpha() and unit.isascii() else unit)
    return f"{count:.0f}"


def percent(share: float) -> str:
    """A share in whole per cents, small ones to a tenth."""
    return f"{share:.1%}" if 0 < share < 0.0995 else f"{share:.0%}"


def _width(text: str) -> int:
    """How many columns it takes on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns: the first to the left, all others to the right."""
    columns = list(zip(head, *rows, strict=True))
    widths = [max(map(_width, column)) for column in columns]

    def line(cells: Sequence[str]) -> str:
        spaces = [" " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)]
        first = cells[0] + spaces[0]
        return "  ".join([first, *(space + cell for cell, space in zip(cells[1:], spaces[1:], strict=True))]).rstrip()

    return "\n".join([line(head), "  ".join("─" * width for width in widths), *map(line, rows)])
