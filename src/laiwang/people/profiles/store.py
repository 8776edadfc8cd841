"""Profile fields, and who still has to be told."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text, bindparam, delete, select

from laiwang.kernel.sql import metadata, upsert

__all__ = ["DONE", "DROP", "FIELDS", "NAMED", "SET", "TO_SPREAD", "WAITING"]

profiles = Table(
    "profiles",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
#: people whose rooms do not all show the new name and picture yet
spreading = Table(
    "profiles_spreading",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("since_ms", BigInteger, nullable=False),
)

FIELDS = select(profiles.c.name, profiles.c.value).where(profiles.c.user_id == bindparam("user"))
#: values are JSON, in which letters stand as they are
NAMED = (
    select(profiles.c.user_id)
    .where(profiles.c.name == "displayname", profiles.c.value.like(bindparam("pattern"), escape="\\"))
    .order_by(profiles.c.user_id)
    .limit(bindparam("most"))
)
SET = upsert(profiles, ["user_id", "name"])
DROP = delete(profiles).where(profiles.c.user_id == bindparam("user"), profiles.c.name == bindparam("field"))
TO_SPREAD = upsert(spreading, ["user_id"])
WAITING = select(spreading.c.user_id, spreading.c.since_ms).order_by(spreading.c.since_ms)
DONE = delete(spreading).where(spreading.c.user_id == bindparam("user"), spreading.c.since_ms == bindparam("since"))
