"""Files of rows to entries and back. Pure.

A cell that a spreadsheet would run as a formula is given out with an apostrophe before it, and taken in without.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from laiwang.kit.folding import fold
from laiwang.kit.refusals import invalid_param
from laiwang.people.rosters.model import COLUMNS, Entry

__all__ = ["armed", "defused", "entries_in", "repeated", "written"]

ROWS_MAX: Final = 5000
CELL_CHARACTERS_MAX: Final = 1000
DEPARTMENTS_MAX: Final = 20
ENCODINGS: Final = ("utf-8-sig", "gb18030")
DELIMITERS: Final = (",", ";", "\t")
#: what makes a spreadsheet take a cell for a formula
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: other names that columns have in the files of others
_OTHER_NAMES: Final[Mapping[str, str]] = {
    "username": "user_name",
    "账号": "user_name",
    "name": "display_name",
    "displayname": "display_name",
    "姓名": "display_name",
    "mail": "email",
    "邮箱": "email",
    "externalid": "external_id",
    "工号": "external_id",
    "职位": "title",
    "职务": "title",
    "角色": "role",
    "department": "departments",
    "部门": "departments",
}


def defused(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(("'", *_FORMULA)) else cell


def armed(cell: str) -> str:
    """What a cell was before it was defused."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(("'", *_FORMULA)) else cell


def entries_in(data: bytes) -> list[Entry]:
    """The rows of a file: CSV in UTF-8 or GB 18030, with commas, semicolons or tabs between cells, the names of the columns first.

    Raises Refused 400 M_INVALID_PARAM.
    """
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[Entry] = []
    try:
        columns = _columns(next(reader, []))
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(found) >= ROWS_MAX:
                raise invalid_param(f"A roster has at most {ROWS_MAX} rows")
            if len(cells) > len(columns):
                raise invalid_param(f"Line {reader.line_num} has more cells than there are columns")
            found.append(_entry(reader.line_num, dict(zip(columns, cells, strict=False))))
    except csv.Error as error:
        raise invalid_param(f"Line {reader.line_num} is no CSV: {error}") from error
    return found


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise invalid_param("The file is neither in UTF-8 nor in GB 18030")


def _columns(names: Sequence[str]) -> list[str]:
    found = []
    for name in names:
        folded = "_".join(fold(name).split())
        found.append(_OTHER_NAMES.get(folded, folded))
    unknown = [name for name, column in zip(names, found, strict=True) if column not in COLUMNS]
    if not found or unknown:
        raise invalid_param(
            f"The first line names columns, of {', '.join(COLUMNS)}; these are none: {', '.join(unknown)[:200]}"
        )
    if len(set(found)) < len(found):
        raise invalid_param("A column is there twice")
    return found


def _entry(line: int, cells: Mapping[str, str]) -> Entry:
    found = {name: armed(cell.strip()) for name, cell in cells.items()}
    if any(len(cell) > CELL_CHARACTERS_MAX for cell in found.values()):
        raise invalid_param(f"Line {line} has a cell of more than {CELL_CHARACTERS_MAX} characters")
    paths = found.pop("departments", "")
    departments = tuple(
        path
        for path in (tuple(name.strip() for name in one.split("/") if name.strip()) for one in paths.split(";"))
        if path
    )
    if len(departments) > DEPARTMENTS_MAX:
        raise invalid_param(f"Line {line} has more than {DEPARTMENTS_MAX} departments")
    return Entry(line, departments=departments, **found)


def repeated(entries: Iterable[Entry]) -> dict[int, str]:
    """Lines that speak of somebody of whom an earlier line speaks, with what they have in common."""
    seen: dict[tuple[str, str], int] = {}
    found: dict[int, str] = {}
    for entry in entries:
        keys = [
            (name, value.casefold())
            for name, value in (
                ("external_id", entry.external_id),
                ("user_name", entry.user_name),
                ("email", entry.email),
            )
            if value
        ]
        for key in keys:
            if key in seen and entry.line not in found:
                found[entry.line] = f"Line {seen[key]} has the same {key[0]}"
        for key in keys:
            seen.setdefault(key, entry.line)
    return found


def written(rows: Iterable[Mapping[str, str]]) -> bytes:
    """A file of rows in UTF-8 with a mark that Excel knows it by, every cell defused."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([defused(row.get(name, "")) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig", "replace")
