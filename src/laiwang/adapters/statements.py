"""Compiles each statement once, for whichever database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy.sql.expression import Executable

__all__ = ["once"]

T = TypeVar("T")
_KEPT_MAX = 4096


def once(build: Callable[[Executable, Sequence[str]], T]) -> Callable[[Executable, Mapping[str, Any] | None], T]:
    """What `build` makes of a statement and the names of its parameters, from memory when it was asked before.

    What is built has to hold the statement: that keeps its id(), which is the key, alive.
    """
    kept: dict[int, T] = {}

    def compiled(statement: Executable, params: Mapping[str, Any] | None) -> T:
        found = kept.get(id(statement))
        if found is None:
            if len(kept) >= _KEPT_MAX:
                kept.clear()
            found = kept[id(statement)] = build(statement, tuple(params or ()))
        return found

    return compiled
