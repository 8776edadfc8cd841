"""Verifications that administrators of the server gave; those of staff follow from their organisations."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text, bindparam, delete, or_, select

from laiwang.kernel.sql import metadata, upsert

__all__ = ["DROP", "DROP_OF", "GIVE", "OF", "PAGE"]

verifications = Table(
    "verifications",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("given_by", Text, nullable=False),
    Column("given_ms", BigInteger, nullable=False),
)

_of = verifications.c.user_id == bindparam("user")
GIVE = upsert(verifications, ["user_id", "kind"])
OF = select(verifications.c.kind, verifications.c.name).where(_of).order_by(verifications.c.kind)
DROP = delete(verifications).where(_of, verifications.c.kind == bindparam("such"))
DROP_OF = delete(verifications).where(_of)
PAGE = (
    select(
        verifications.c.user_id,
        verifications.c.kind,
        verifications.c.name,
        verifications.c.given_by,
        verifications.c.given_ms,
    )
    .where(
        or_(
            verifications.c.user_id > bindparam("after_user"),
            (verifications.c.user_id == bindparam("after_user")) & (verifications.c.kind > bindparam("after_kind")),
        )
    )
    .order_by(verifications.c.user_id, verifications.c.kind)
    .limit(bindparam("most"))
)
