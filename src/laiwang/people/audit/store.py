"""The list of administrative acts. There is no statement that changes or removes an entry."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, bindparam, insert, or_, select

from laiwang.kernel.sql import metadata

__all__ = ["ADD", "PAGE"]

audit = Table(
    "audit",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at_ms", BigInteger, nullable=False),
    # a user id, or "command line"
    Column("actor", Text, nullable=False),
    Column("act", Text, nullable=False),
    # what it was done to: the id of a person, a room, a file, …
    Column("subject", Text, nullable=False),
    # JSON
    Column("old", Text),
    Column("new", Text),
    Index("audit_subject", "subject", "id"),
)

ADD = insert(audit)


def _is(name: str) -> object:
    return or_(bindparam(name, type_=Text).is_(None), audit.c[name] == bindparam(name))


PAGE = (
    select(audit.c.id, audit.c.at_ms, audit.c.actor, audit.c.act, audit.c.subject, audit.c.old, audit.c.new)
    .where(
        audit.c.id < bindparam("before"),
        audit.c.at_ms >= bindparam("since_ms"),
        audit.c.at_ms <= bindparam("until_ms"),
        _is("actor"),  # type: ignore[arg-type]
        _is("act"),  # type: ignore[arg-type]
        _is("subject"),  # type: ignore[arg-type]
    )
    .order_by(audit.c.id.desc())
    .limit(bindparam("most"))
)
