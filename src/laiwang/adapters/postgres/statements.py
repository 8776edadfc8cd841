"""SQLAlchemy Core statements as PostgreSQL text, compiled once per statement.

Statements mean here what they mean on SQLite: texts are compared by their code points, LIKE does not mind the case of ASCII letters,
a sum of integers is an integer, and every integer has 64 bits. A list is one array parameter, so that one text serves all lengths.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import eq
from typing import Any

from sqlalchemy import BinaryExpression, BindParameter, Column, Integer, LargeBinary, String, Table, Tuple
from sqlalchemy.dialects.postgresql.base import PGCompiler, PGDialect, PGTypeCompiler
from sqlalchemy.sql import visitors
from sqlalchemy.sql.expression import Executable, Insert, Update

from laiwang.adapters.postgres.texts import all_kept
from laiwang.adapters.statements import once

__all__ = ["DIALECT", "Compiled", "compiled", "types_of"]

#: a parameter as `_Compiler.bindparam_string` writes it
_PARAMETER = re.compile(r"CAST\(\$(\d+) AS (bigint|text|bytea)\)")


def _kind(type_: Any) -> str | None:
    """PostgreSQL's word for one of our four types."""
    if isinstance(type_, Integer):
        return "bigint"
    if isinstance(type_, String):
        return "text"
    return "bytea" if isinstance(type_, LargeBinary) else None


class _Compiler(PGCompiler):
    """What SQLAlchemy writes for PostgreSQL, with the types of parameters said, and with SQLite's meaning where the two differ."""

    lists_of_texts: tuple[str, ...] = ()

    def bindparam_string(self, name: str, *args: Any, **kw: Any) -> str:
        """A parameter with its type: PostgreSQL cannot guess it everywhere."""
        text: str = super().bindparam_string(name, *args, **kw)
        kind = _kind(kw.get("bindparam_type"))
        return text if kind is None else f"CAST({text} AS {kind})"

    def visit_in_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """x IN (a list)."""
        return self._in(binary, operator, "= ANY", "IN", **kw)

    def visit_not_in_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """x NOT IN (a list)."""
        return self._in(binary, operator, "<> ALL", "NOT IN", **kw)

    def _in(self, binary: Any, operator: Any, array: str, rows: str, **kw: Any) -> str:
        wanted = binary.right
        if not (isinstance(wanted, BindParameter) and wanted.expanding):
            return str(self._generate_generic_binary(binary, f" {rows} ", **kw))
        left = binary.left._compiler_dispatch(self, **kw)
        if not wanted.required:
            return f"{left} {array} ({self._constant_list(wanted.effective_value, binary.left.type)})"
        if not isinstance(binary.left, Tuple):
            return f"{left} {array} ({self._list(wanted.key, binary.left.type)})"
        lists = [self._list(f"{wanted.key}__{place}", one.type) for place, one in enumerate(binary.left.clauses)]
        return f"{left} {rows} (SELECT * FROM unnest({', '.join(lists)}))"

    def _constant_list(self, values: Any, type_: Any) -> str:
        """Values that the statement itself has."""
        kind = _kind(type_)
        constant: BindParameter[Any] = BindParameter(
            "values", all_kept(values) if kind == "text" else list(values), unique=True
        )
        return f"CAST({self.process(constant)} AS {kind}[])"

    def _list(self, name: str, type_: Any) -> str:
        kind = _kind(type_)
        if kind == "text":
            self.lists_of_texts = (*self.lists_of_texts, name)
        return f"CAST({self.process(BindParameter(name, required=True))} AS {kind}[])"

    def visit_like_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """As SQLite: ASCII letters of either case are alike."""
        return self._like(binary, "ILIKE", **kw)

    def visit_not_like_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """See visit_like_op_binary."""
        return self._like(binary, "NOT ILIKE", **kw)

    def _like(self, binary: Any, word: str, **kw: Any) -> str:
        escape = binary.modifiers.get("escape")
        sides = (binary.left._compiler_dispatch(self, **kw), binary.right._compiler_dispatch(self, **kw))
        return f"{sides[0]} {word} {sides[1]}" + (f" ESCAPE '{escape}'" if escape else "")

    def visit_sum_func(self, function: Any, **kw: Any) -> str:
        """PostgreSQL's sum of bigint is a numeric."""
        return f"CAST(sum{self.function_argspec(function, **kw)} AS bigint)"


class _Types(PGTypeCompiler):
    """Our four types in tables."""

    def visit_integer(self, type_: Any, **kw: Any) -> str:
        """64 bits, as on SQLite."""
        return "bigint"

    def visit_text(self, type_: Any, **kw: Any) -> str:
        """Compared by code points, as on SQLite, whatever language the database was made for."""
        return 'text COLLATE "C"'


class _TypesOfColumns(PGTypeCompiler):
    """Our types for columns, and SQLAlchemy's own for what it asks a database about itself."""

    def visit_integer(self, type_: Any, **kw: Any) -> str:
        """See _Types."""
        return "bigint" if isinstance(kw.get("type_expression"), Column) else super().visit_integer(type_, **kw)

    def visit_text(self, type_: Any, **kw: Any) -> str:
        """See _Types."""
        is_column = isinstance(kw.get("type_expression"), Column)
        return 'text COLLATE "C"' if is_column else super().visit_text(type_, **kw)


def types_of(dialect: Any) -> PGTypeCompiler:
    """Our types, for a dialect that makes tables (revisions)."""
    return _TypesOfColumns(dialect)


class _Dialect(PGDialect):
    statement_compiler = _Compiler
    type_compiler_cls = _Types
    supports_statement_cache = False
    _backslash_escapes = False  # standard_conforming_strings, which every supported version has on


DIALECT: PGDialect = _Dialect(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


class Compiled:
    """SQL text with numbered parameters; `bind` puts values into their order and adds the statement's own constants."""

    __slots__ = (
        "_constants",
        "_pairs",
        "_texts",
        "bulk",
        "bulk_guard",
        "columns",
        "guard_kinds",
        "is_returning",
        "keys",
        "order",
        "sql",
        "statement",
        "tables",
    )

    def __init__(self, statement: Executable, names: Sequence[str]) -> None:
        self.statement = statement  # keeps the id() that is the cache's key alive
        # A bare insert(table) takes its columns from the parameters; every other statement names what it binds.
        is_insert = isinstance(statement, Insert)
        text: Any = statement.inline() if is_insert else statement  # type: ignore[attr-defined]
        compiler: Any = text.compile(dialect=DIALECT, column_keys=list(names) if is_insert else None)
        self.sql = str(compiler)
        self.order: tuple[str, ...] = tuple(compiler.positiontup)
        self._texts: tuple[str, ...] = compiler.lists_of_texts
        self._constants = {
            name: bind.effective_value
            for bind, name in compiler.bind_names.items()
            if not bind.required and name not in names
        }
        #: lists of rows of values, which are given column by column
        self._pairs = sorted({name.rpartition("__")[0] for name in self.order if name not in names and "__" in name})
        self.is_returning = bool(getattr(statement, "_returning", ()))
        #: tables that it reads or writes
        self.tables = frozenset(_tables(statement))
        #: for an insert of plain rows: the same for many rows at once, each column an array; the parameters, and which are texts
        self.columns: tuple[tuple[str, bool], ...] = ()
        self.bulk = self._as_bulk(statement, names, compiler) if is_insert and not self.is_returning else None
        #: parameters by which rows must differ, so that one statement can do all of them at once; empty where they may be alike
        self.keys: tuple[str, ...] = ()
        #: for an update by primary key: the same for many rows at once, which answers with the number given with each row that was touched
        self.bulk_guard: str | None = None
        #: kinds of its columns, the number among them
        self.guard_kinds: tuple[str, ...] = ()
        if isinstance(statement, Update):
            self.keys = _keys_of_update(statement)
            if self.keys and not self.is_returning and len(self.tables) == 1:
                self.bulk_guard = self._as_bulk_guard()
        elif is_insert:
            after = getattr(statement, "_post_values_clause", None)
            self.keys = () if after is None else tuple(after.keys)

    def bind(self, params: Mapping[str, Any]) -> list[Any]:
        """Values in the order of the text."""
        if self._pairs:
            params = dict(params)
            for name in self._pairs:
                rows = params.pop(name)
                width = sum(1 for one in self.order if one.startswith(f"{name}__"))
                columns = list(zip(*rows, strict=True)) or [()] * width
                params |= {f"{name}__{place}": list(values) for place, values in enumerate(columns)}
        if self._texts:
            params = {**params, **{name: all_kept(params[name]) for name in self._texts}}
        if self._constants:
            params = {**self._constants, **params}
        return [params[name] for name in self.order]

    def _as_bulk(self, statement: Any, names: Sequence[str], compiler: Any) -> str | None:
        """INSERT … SELECT from arrays, when every value is a parameter of its own."""
        given = statement._values
        if statement.select is not None:
            return None  # its rows are those of a query
        if given is None:
            values = {name: name for name in names}
        elif all(isinstance(one, BindParameter) and one.required for one in given.values()):
            values = {str(getattr(column, "key", column)): one.key for column, one in given.items()}
        else:
            return None
        kinds = [_kind(statement.table.c[column].type) for column in values]
        arrays = ", ".join(f"${place}::{kind}[]" for place, kind in enumerate(kinds, 1))
        self.columns = tuple((name, kind == "text") for name, kind in zip(values.values(), kinds, strict=True))
        preparer = compiler.preparer
        columns = ", ".join(preparer.quote(column) for column in values)
        after = statement._post_values_clause
        tail = f" {after._compiler_dispatch(compiler)}" if after is not None else ""
        return f"INSERT INTO {preparer.quote(statement.table.name)} ({columns}) SELECT * FROM unnest({arrays}){tail}"

    def _as_bulk_guard(self) -> str | None:
        """UPDATE … FROM arrays: every parameter is a column of them."""
        kinds = {int(place): kind for place, kind in _PARAMETER.findall(self.sql)}
        if set(kinds) != set(range(1, len(self.order) + 1)):
            return None  # one that is written without its type, as a list is
        setting, _, where = _PARAMETER.sub(r"given.p\1", self.sql).partition(" WHERE ")
        self.guard_kinds = (*(kinds[place] for place in sorted(kinds)), "bigint")
        arrays = ", ".join(f"${place}::{kind}[]" for place, kind in enumerate(self.guard_kinds, 1))
        columns = ", ".join(f"p{place}" for place in sorted(kinds))
        return f"{setting} FROM unnest({arrays}) AS given({columns}, number) WHERE {where} RETURNING given.number"

    def bind_bulk_guard(self, rows: Sequence[Mapping[str, Any]], numbers: Sequence[int]) -> list[list[Any]]:
        """Columns of many rows of an update, and a number for each."""
        columns = [*zip(*map(self.bind, rows), strict=True), numbers]
        return [
            all_kept(column) if kind == "text" else list(column)
            for column, kind in zip(columns, self.guard_kinds, strict=True)
        ]

    def bind_bulk(self, rows: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
        """Columns of many rows."""
        return [
            all_kept(row[name] for row in rows) if is_text else [row[name] for row in rows]
            for name, is_text in self.columns
        ]


def _keys_of_update(statement: Update) -> tuple[str, ...]:
    """The parameters that a row's whole primary key has to equal, where it does and stays as it is; else none."""
    table: Any = statement.table
    equals = {
        one.left: one.right.key
        for one in statement._where_criteria
        if isinstance(one, BinaryExpression) and one.operator is eq and isinstance(one.right, BindParameter)
    }
    set_columns = {str(getattr(column, "key", column)) for column in statement._values or ()}
    keys = [equals.get(column, "") for column in table.primary_key.columns]
    has_all = all(keys) and not any(column.key in set_columns for column in table.primary_key.columns)
    return tuple(keys) if has_all else ()


def _tables(statement: Any) -> list[str]:
    own = [statement.table.name] if getattr(statement, "table", None) is not None else []
    return own + [one.name for one in visitors.iterate(statement) if isinstance(one, Table)]


#: the text of a statement, compiled now or before
compiled = once(Compiled)
