"""Passes, as SHA-256 only."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, insert, select

from laiwang.kernel.sql import metadata

__all__ = ["ADD", "DROP_EXPIRED", "DROP_OF", "PASS", "USE"]

passes = Table(
    "passes",
    metadata,
    Column("token_hash", Text, primary_key=True),
    # login or openid
    Column("kind", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Index("passes_expires", "expires_ms"),
    Index("passes_user", "user_id"),
)

_this = (passes.c.token_hash == bindparam("hashed"), passes.c.kind == bindparam("of_kind"))
ADD = insert(passes)
PASS = select(passes.c.user_id).where(*_this, passes.c.expires_ms > bindparam("now_ms"))
#: a guard: touches one row only once, and only in time
USE = delete(passes).where(*_this, passes.c.expires_ms > bindparam("now_ms"))
DROP_EXPIRED = delete(passes).where(passes.c.expires_ms <= bindparam("now_ms"))
DROP_OF = delete(passes).where(passes.c.user_id == bindparam("user"))
