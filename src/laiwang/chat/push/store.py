"""Rules that people changed, pushers, and what is still to be delivered to them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, bindparam, delete, select

from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import log, topics

__all__ = [
    "ADD_PENDING",
    "ADD_WEB_KEY",
    "ALL_PUSHERS",
    "CANDIDATES",
    "DONE",
    "DONE_ALL",
    "DROP_OLD",
    "DROP_PUSHER",
    "DROP_PUSHERS_OF_DEVICE",
    "DROP_PUSHERS_OF_OTHERS",
    "KNOWN_PUSHERS",
    "NOTIFYING",
    "PENDING",
    "PENDING_PUSHERS",
    "PUSHER",
    "PUSHERS",
    "RULES",
    "SET_PUSHER",
    "SET_RULES",
    "WEB_KEY",
    "push_pending",
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
    # http: a push gateway; web: a browser's own push service
    Column("kind", Text, nullable=False),
    # as GET /pushers serves it, or the subscription of a browser
    Column("shown", Text, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    # the log's position when it was new: what was said before is not told
    Column("since", BigInteger, nullable=False),
    Index("pushers_user", "user_id", "device_id"),
)
push_pending = Table(
    "push_pending",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("app_id", Text, primary_key=True),
    Column("pushkey", Text, primary_key=True),
    # of the event; 0: only the counts have changed
    Column("position", BigInteger, primary_key=True),
    # tweaks as JSON, empty when there are none
    Column("tweaks", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

web_push_key = Table(
    "web_push_key",
    metadata,
    Column("id", Integer, primary_key=True),
    # PEM; whoever has it can speak to the browsers of this server's people as this server
    Column("private", Text, nullable=False),
)

ADD_WEB_KEY = upsert(web_push_key, ["id"], [])
WEB_KEY = select(web_push_key.c.private).where(web_push_key.c.id == 1)

RULES = select(push_rules.c.changes).where(push_rules.c.user_id == bindparam("user"))
SET_RULES = upsert(push_rules, ["user_id"])

PUSHERS = (
    select(pushers.c.shown)
    .where(pushers.c.user_id == bindparam("user"), pushers.c.kind == bindparam("kind"))
    .order_by(pushers.c.created_ms, pushers.c.app_id, pushers.c.pushkey)
)
ALL_PUSHERS = select(
    pushers.c.user_id, pushers.c.app_id, pushers.c.pushkey, pushers.c.device_id, pushers.c.kind, pushers.c.since
)
KNOWN_PUSHERS = select(pushers.c.app_id, pushers.c.pushkey, pushers.c.device_id, pushers.c.kind, pushers.c.since).where(
    pushers.c.user_id == bindparam("user")
)
SET_PUSHER = upsert(pushers, ["app_id", "pushkey", "user_id"], ["device_id", "kind", "shown", "created_ms"])
_this_key = (pushers.c.app_id == bindparam("app"), pushers.c.pushkey == bindparam("key"))
_this_pusher = (*_this_key, pushers.c.user_id == bindparam("user"))
PUSHER = select(pushers.c.kind, pushers.c.shown, pushers.c.created_ms).where(*_this_pusher)
DROP_PUSHER = delete(pushers).where(*_this_pusher)
DROP_PUSHERS_OF_OTHERS = delete(pushers).where(*_this_key, pushers.c.user_id != bindparam("user"))
DROP_PUSHERS_OF_DEVICE = delete(pushers).where(
    pushers.c.user_id == bindparam("user"), pushers.c.device_id == bindparam("device")
)

_pending_of = (
    push_pending.c.user_id == bindparam("user"),
    push_pending.c.app_id == bindparam("app"),
    push_pending.c.pushkey == bindparam("key"),
)
ADD_PENDING = upsert(push_pending, ["user_id", "app_id", "pushkey", "position"], [])
PENDING = (
    select(push_pending.c.position, push_pending.c.tweaks, push_pending.c.at_ms)
    .where(*_pending_of)
    .order_by(push_pending.c.position)
    .limit(bindparam("most"))
)
PENDING_PUSHERS = select(push_pending.c.user_id, push_pending.c.app_id, push_pending.c.pushkey).distinct()
DONE = delete(push_pending).where(*_pending_of, push_pending.c.position == bindparam("at"))
DONE_ALL = delete(push_pending).where(*_pending_of)
#: of what waits for somebody who cannot be reached, only the newest is kept
DROP_OLD = delete(push_pending).where(
    *_pending_of,
    push_pending.c.position
    <= select(push_pending.c.position)
    .where(*_pending_of)
    .order_by(push_pending.c.position.desc())
    .limit(1)
    .offset(bindparam("keep"))
    .scalar_subquery(),
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
#: likewise those that may notify somebody anywhere
NOTIFYING = (
    select(log.c.position)
    .where(
        log.c.topic == select(topics.c.id).where(topics.c.name == bindparam("topic_name")).scalar_subquery(),
        log.c.position > bindparam("since"),
        log.c.position <= bindparam("upto"),
        log.c.mark > 0,
    )
    .order_by(log.c.position.desc())
    .limit(bindparam("most"))
)
