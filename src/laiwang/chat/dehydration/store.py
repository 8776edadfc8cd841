"""The sealed secrets of dehydrated devices, one for a person at most."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, Text, bindparam, delete, select

from laiwang.kernel.sql import metadata, upsert

__all__ = ["DROP", "OF", "SET"]

dehydrated = Table(
    "dehydrated_devices",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("device_id", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

SET = upsert(dehydrated, ["user_id"])
OF = select(dehydrated.c.device_id, dehydrated.c.data).where(dehydrated.c.user_id == bindparam("user"))
DROP = delete(dehydrated).where(dehydrated.c.user_id == bindparam("user"))
