"""Alembic, run inside a transaction of the caller's: every step of an upgrade, and the check that it led to today's tables, or nothing.

Revisions speak SQLAlchemy's own dialects; column types are brought to ours by the adapter that opens the connection.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import structlog
from alembic.autogenerate import compare_metadata, produce_migrations, render_python_code
from alembic.config import Config
from alembic.operations import ops
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from laiwang.adapters.migrations import FOLDER, HEAD
from laiwang.kernel.ports import DatabaseUnfit
from laiwang.kernel.sql import fingerprint, metadata

__all__ = ["differences", "directory", "new_revision", "upgrade"]

#: what a database has beside the tables of the metadata; the last three on PostgreSQL alone (adapters/postgres)
_BESIDE = frozenset({"alembic_version", "schema_fingerprint", "log_changes", "log_position.changes", "filled_from"})
log_ = structlog.get_logger(__name__)


def directory(folder: Path = FOLDER) -> ScriptDirectory:
    """The revisions in a folder."""
    return ScriptDirectory(str(folder), file_template="r%(rev)s_%(slug)s")


def upgrade(connection: Connection, where: str, upto: str | None = None, folder: Path = FOLDER) -> None:
    """Takes the database from its revision to the newest, inside the open transaction of the connection. Raises DatabaseUnfit when that
    does not lead to today's tables; then the caller rolls back. With `upto` to that revision, whatever tables it leads to."""
    revision = MigrationContext.configure(connection).get_current_revision()
    goal = upto or HEAD
    log_.info("upgrading the database", database=where, revision=revision, upto=goal)
    script = directory(folder)

    def steps(current: Any, _: MigrationContext) -> Any:
        return script._upgrade_revs(goal, cast(str, current))

    with EnvironmentContext(Config(), script, fn=steps, destination_rev=goal) as environment:
        # The transaction is the caller's: Alembic neither opens nor ends one.
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()
    if upto is not None:
        return
    if found := differences(connection):
        raise DatabaseUnfit(
            f"{where} cannot be upgraded: its tables are not those of revision {revision}, as if a development version had made them; "
            f"nothing was changed ({found[0]})"
        )
    connection.execute(text("CREATE TABLE IF NOT EXISTS schema_fingerprint (fingerprint TEXT NOT NULL)"))
    connection.execute(text("DELETE FROM schema_fingerprint"))
    connection.execute(text("INSERT INTO schema_fingerprint VALUES (:today)"), {"today": fingerprint()})
    log_.info("the database is upgraded", database=where, revision=goal)


def differences(connection: Connection) -> list[Any]:
    """What a revision would still have to do for the database to have today's tables."""
    context = MigrationContext.configure(connection, opts={"include_object": _is_ours, "compare_type": _differ})
    return cast("list[Any]", compare_metadata(context, metadata))


def _is_ours(thing: Any, name: str | None, kind: str, reflected: bool, _: Any) -> bool:
    parent = getattr(thing, "table", None)
    return name not in _BESIDE and f"{parent.name if parent is not None else ''}.{name}" not in _BESIDE


def _differ(context: Any, found_column: Any, column: Any, found: Any, wanted: Any) -> bool:
    """Types are of three sorts: how wide an integer is differs between the engines and means nothing."""
    return bool(found._type_affinity is not wanted._type_affinity)


def new_revision(connection: Connection, message: str) -> str:
    """Writes the revision that leads from the revisions there are to today's tables, and answers its path. The connection is to a database
    of the newest revision, made by the revisions."""
    context = MigrationContext.configure(connection, opts={"include_object": _is_ours, "compare_type": _differ})
    wanted = produce_migrations(context, metadata).upgrade_ops
    assert wanted is not None
    _say_predicates(wanted)
    code = render_python_code(wanted, render_as_batch=True, migration_context=context)
    code = "\n".join(line for line in code.splitlines() if not line.lstrip().startswith("# ###")).lstrip()
    written = directory().generate_revision(f"{int(HEAD) + 1:04}", message, head="head", refresh=False, upgrades=code)
    assert written is not None
    return str(written.path)


def _say_predicates(operations: Any) -> None:
    """The predicate of an index, for PostgreSQL as well: a Table names it for SQLite alone, to load no dialect that is not used."""
    for one in operations.ops:
        if isinstance(one, ops.CreateIndexOp) and "sqlite_where" in one.kw:
            one.kw.pop("info", None)
            one.kw["postgresql_where"] = one.kw["sqlite_where"]
        if hasattr(one, "ops"):
            _say_predicates(one)
