"""The words of rosters, and the bodies of their API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from msgspec import Struct

__all__ = ["COLUMNS", "Entry", "Outcome", "Report", "RowReport"]

#: of a roster that is given out; one that is taken in has some of them, in any order
COLUMNS: Final = ("user_name", "display_name", "email", "external_id", "title", "role", "departments")
Outcome = Literal["made", "added", "changed", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row; what is empty says nothing. `departments` are paths of names from the top."""

    line: int
    user_name: str = ""
    display_name: str = ""
    email: str = ""
    external_id: str = ""
    title: str = ""
    role: str = ""
    departments: tuple[tuple[str, ...], ...] = ()


class RowReport(Struct):
    """What became of a row: an account was `made`, a person who has one `added`, somebody who is there `changed` or found `unchanged`; or
    the row was `refused`, and why. `line` is that of the file, where 1 is the names of the columns."""

    line: int
    outcome: Outcome
    user_id: str | None = None
    reason: str | None = None


class Report(Struct):
    """What became of a roster, or would (`is_preview`): how many rows had which outcome, and each row on its own."""

    is_preview: bool
    counts: dict[Outcome, int]
    rows: list[RowReport]
