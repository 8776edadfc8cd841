"""Rules that people changed, and pushers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, select

from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import log, topics

__all__ = [
    "CANDIDATES",
    "DROP_PUSHER",
    "DROP_PUSHERS_OF_DEVICE",
    "DROP_PUSHERS_OF_OTHERS",
    "PUSHERS",
    "RULES",
    "SET_PUSHER",
    "SET_RULES",
    "push_rules",
    "pushers",
]

push_rules = Table(
    "push_rules",
    metadata,
    Column("user_id", Text, primary_key=True),
    # what differs from the predefined rules (laiwang.matrix.push_rules.Ruleset.to_json)
    Column("changes", Text, nullable=False),
)
pushers = Table(
    "pushers",
    metadata,
    Column("app_id", Text, primary_key=True),
    Column("pushkey", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("device_id", Text, nullable=False),
    # as GET /pushers serves it
    Column("shown", Text, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Index("pushers_user", "user_id", "device_id"),
)

RULES = select(push_rules.c.changes).where(push_rules.c.user_id == bindparam("user"))
SET_RULES = upsert(push_rules, ["user_id"])

PUSHERS = (
    select(pushers.c.shown)
    .where(pushers.c.user_id == bindparam("user"))
    .order_by(pushers.c.created_ms, pushers.c.app_id, pushers.c.pushkey)
)
SET_PUSHER = upsert(pushers, ["app_id", "pushkey", "user_id"])
_this_key = (pushers.c.app_id == bindparam("app"), pushers.c.pushkey == bindparam("key"))
DROP_PUSHER = delete(pushers).where(*_this_key, pushers.c.user_id == bindparam("user"))
DROP_PUSHERS_OF_OTHERS = delete(pushers).where(*_this_key, pushers.c.user_id != bindparam("user"))
DROP_PUSHERS_OF_DEVICE = delete(pushers).where(
    pushers.c.user_id == bindparam("user"), pushers.c.device_id == bindparam("device")
)

#: newest events of a topic in a range that may notify somebody in a thread: the index of the log holds all that is asked here
CANDIDATES = (
    select(log.c.position)
    .where(
        log.c.topic == select(topics.c.id).where(topics.c.name == bindparam("topic_name")).scalar_subquery(),
        log.c.position > bindparam("since"),
        log.c.position <= bindparam("upto"),
        log.c.mark > 1,
    )
    .order_by(log.c.position.desc())
    .limit(bindparam("most"))
)
