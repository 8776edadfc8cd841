"""The kernel's tables.

`log` keeps no random keys: topics are interned to integers and event ids live in a table of their own, because at small commit groups
random index pages dominate the cost of an append (docs/adr/0001).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from laiwang.kernel.sql import metadata, partial_index

topics = Table(
    "topics",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

log = Table(
    "log",
    metadata,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("topic", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", Text),
    Column("mark", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("meta", LargeBinary),
    Index("log_topic", "topic", "position", "mark"),
    partial_index(
        "log_key",
        "topic",
        "key",
        unique=True,
        where="key IS NOT NULL",
    ),
)

#: the last position given; kept apart from `log` because the newest facts of the log may be deleted or replaced
log_position = Table(
    "log_position",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

event_ids = Table(
    "event_ids",
    metadata,
    Column("event_id", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

rooms = Table(
    "rooms",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("depth", BigInteger, nullable=False),
    Column("head", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

room_state = Table(
    "room_state",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("state_key", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Index("room_state_position", "room_id", "position"),
    sqlite_with_rowid=False,
)

memberships = Table(
    "memberships",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("room_id", Text, primary_key=True),
    Column("membership", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("forgotten", Integer, nullable=False),
    Index("memberships_room", "room_id", "membership"),
    sqlite_with_rowid=False,
)

transactions = Table(
    "transactions",
    metadata,
    Column("device_key", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("txn_id", Text, primary_key=True),
    Column("event_id", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Index("transactions_at", "at_ms"),
    sqlite_with_rowid=False,
)

cursors = Table(
    "cursors",
    metadata,
    Column("follower", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
)

#: processes of the cluster that are alive, until then by the database's clock; a server that is alone writes none
processes = Table(
    "processes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("label", Text, nullable=False),
    #: names of the leases that its version knows, as JSON
    Column("knows", Text, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
)

#: which process does what only one may do at a time; a higher term is a later holder
leases = Table(
    "leases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("term", BigInteger, nullable=False),
)
