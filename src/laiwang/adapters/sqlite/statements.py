"""SQLAlchemy Core statements as SQLite text, compiled once per statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.sql.expression import Executable, Insert

from laiwang.adapters.statements import once

__all__ = ["Compiled", "compiled"]

_DIALECT = SQLiteDialect(paramstyle="named")


class Compiled:
    """SQL text with named parameters; `bind` adds the statement's own constants and expands IN lists."""

    __slots__ = ("_compiler", "_constants", "_expanded", "_lists", "expands", "sql", "statement")

    def __init__(self, statement: Executable, names: Sequence[str]) -> None:
        self.statement = statement  # keeps the id() that is the cache's key alive
        # A bare insert(table) takes its columns from the parameters; every other statement names what it binds.
        keys = list(names) if isinstance(statement, Insert) else None
        compiler: Any = statement.compile(dialect=_DIALECT, column_keys=keys)  # type: ignore[attr-defined]
        self._compiler = compiler
        self.sql = str(compiler)
        self.expands = bool(compiler.post_compile_params)
        self._lists = sorted({bind.key for bind in compiler.post_compile_params})
        #: sizes of the lists → text, and the names under which each list's values are bound
        self._expanded: dict[tuple[int, ...], tuple[str, dict[str, Sequence[str]]]] = {}
        self._constants = {
            name: bind.effective_value
            for bind, name in compiler.bind_names.items()
            if not bind.required and name not in names
        }

    def bind(self, params: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        """Text and parameters to run."""
        if self.expands:
            return self._expand(params)
        if self._constants:
            return self.sql, {**self._constants, **params}
        return self.sql, params

    def _expand(self, params: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        lists = {name: params[name] for name in self._lists if name in params}
        if len(lists) < len(self._lists) or any(one and not isinstance(one[0], (str, int)) for one in lists.values()):
            state = self._compiler.construct_expanded_state(dict(params), escape_names=False)
            return state.statement, state.parameters
        # Lists are filled up to powers of two with what they have already, so that few texts serve all lengths.
        filled = {name: [*one, *one[-1:] * (_room_for(len(one)) - len(one))] for name, one in lists.items()}
        key = tuple(len(one) for one in filled.values())
        found = self._expanded.get(key)
        if found is None:
            state = self._compiler.construct_expanded_state({**params, **filled}, escape_names=False)
            found = self._expanded[key] = (state.statement, dict(state.parameter_expansion))
        text, names = found
        bound = {**self._constants, **params}
        for name, values in filled.items():
            del bound[name]
            bound.update(zip(names.get(name, ()), values, strict=False))
        return text, bound


def _room_for(count: int) -> int:
    return 1 << (count - 1).bit_length() if count > 1 else count


#: the text of a statement, compiled now or before
compiled = once(Compiled)
