"""Answers that were given to writes, by who asked and under which key."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text, bindparam, delete, insert, select

from laiwang.kernel.sql import metadata

__all__ = ["ADD", "ANSWERED", "DROP_OLD"]

repeats = Table(
    "repeats",
    metadata,
    # SHA-256 of who asks and of her key
    Column("key_hash", Text, primary_key=True),
    # SHA-256 of what was asked: another request under the same key is a mistake
    Column("request_hash", Text, nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Index("repeats_at", "at_ms"),
)

ADD = insert(repeats)
ANSWERED = select(repeats.c.request_hash, repeats.c.answer).where(repeats.c.key_hash == bindparam("key"))
DROP_OLD = delete(repeats).where(repeats.c.at_ms < bindparam("before_ms"))
