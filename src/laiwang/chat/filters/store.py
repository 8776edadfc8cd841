"""Filter definitions by person and number. A digest finds the number of a definition that was posted before."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text, bindparam, delete, func, insert, select

from laiwang.kernel.sql import metadata

__all__ = ["ADD", "BY_DIGEST", "DEFINITION", "DROP_OLD", "NEWEST"]

filters = Table(
    "filters",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", Text, nullable=False),
    Column("definition", LargeBinary, nullable=False),
    Index("filters_digest", "user_id", "digest", unique=True),
    sqlite_with_rowid=False,
)
_OF_USER = filters.c.user_id == bindparam("user")

ADD = insert(filters)
BY_DIGEST = select(filters.c.number).where(_OF_USER, filters.c.digest == bindparam("posted"))
DEFINITION = select(filters.c.definition).where(_OF_USER, filters.c.number == bindparam("wanted"))
NEWEST = select(func.max(filters.c.number)).where(_OF_USER)
DROP_OLD = delete(filters).where(_OF_USER, filters.c.number <= bindparam("upto"))
