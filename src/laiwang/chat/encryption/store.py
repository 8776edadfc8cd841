"""Tables and statements of encryption.

Keys are kept as JSON bytes. One-time keys have a number that grows, because they are handed out oldest first.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import log, memberships, room_state, topics, transactions

device_keys = Table(
    "device_keys",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("device_id", Text, primary_key=True),
    Column("json", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

one_time_keys = Table(
    "one_time_keys",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("device_id", Text, nullable=False),
    Column("algorithm", Text, nullable=False),
    Column("key_id", Text, nullable=False),
    Column("json", LargeBinary, nullable=False),
    UniqueConstraint("user_id", "device_id", "algorithm", "key_id"),
    Index("one_time_keys_oldest", "user_id", "device_id", "algorithm", "id"),
)

fallback_keys = Table(
    "fallback_keys",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("device_id", Text, primary_key=True),
    Column("algorithm", Text, primary_key=True),
    Column("key_id", Text, nullable=False),
    Column("json", LargeBinary, nullable=False),
    Column("used", Integer, nullable=False),
    sqlite_with_rowid=False,
)

cross_signing_keys = Table(
    "cross_signing_keys",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("usage", Text, primary_key=True),
    Column("public_key", Text, nullable=False),
    Column("json", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

#: signatures that were uploaded apart from the key they cover; `target_key` is a device id or a public master key
key_signatures = Table(
    "key_signatures",
    metadata,
    Column("target_user", Text, primary_key=True),
    Column("target_key", Text, primary_key=True),
    Column("signer_user", Text, primary_key=True),
    Column("signer_key", Text, primary_key=True),
    Column("signature", Text, nullable=False),
    Index("key_signatures_signer", "signer_user", "signer_key"),
    sqlite_with_rowid=False,
)


def _of_device(table: Table) -> tuple[object, object]:
    return table.c.user_id == bindparam("of_user"), table.c.device_id == bindparam("of_device")


_users: BindParameter[Any] = bindparam("users", expanding=True)
_rooms: BindParameter[Any] = bindparam("rooms", expanding=True)

# --- device keys ------------------------------------------------------------------------------------------------------

DEVICE_KEYS_OF_USERS = select(device_keys.c.user_id, device_keys.c.device_id, device_keys.c.json).where(
    device_keys.c.user_id.in_(_users)
)
DEVICE_KEYS = select(device_keys.c.json).where(*_of_device(device_keys))  # type: ignore[arg-type]
SET_DEVICE_KEYS = upsert(device_keys, ["user_id", "device_id"])
DELETE_DEVICE_KEYS = delete(device_keys).where(*_of_device(device_keys))  # type: ignore[arg-type]

# --- one-time and fallback keys ---------------------------------------------------------------------------------------

ONE_TIME_KEYS = select(one_time_keys.c.algorithm, one_time_keys.c.key_id, one_time_keys.c.json).where(
    *_of_device(one_time_keys)  # type: ignore[arg-type]
)
ONE_TIME_KEY_COUNTS = (
    select(one_time_keys.c.algorithm, func.count())
    .where(*_of_device(one_time_keys))  # type: ignore[arg-type]
    .group_by(one_time_keys.c.algorithm)
)
ADD_ONE_TIME_KEY = insert(one_time_keys).values(
    user_id=bindparam("user_id"),
    device_id=bindparam("device_id"),
    algorithm=bindparam("algorithm"),
    key_id=bindparam("key_id"),
    json=bindparam("json"),
)
DELETE_ONE_TIME_KEYS = delete(one_time_keys).where(*_of_device(one_time_keys))  # type: ignore[arg-type]

_wanted: BindParameter[Any] = bindparam("wanted", expanding=True)
_older = one_time_keys.alias("older")
#: the oldest key of each wanted (user, device, algorithm), gone from the table in the same breath
TAKE_ONE_TIME_KEYS = (
    delete(one_time_keys)
    .where(
        tuple_(one_time_keys.c.user_id, one_time_keys.c.device_id, one_time_keys.c.algorithm).in_(_wanted),
        one_time_keys.c.id
        == select(func.min(_older.c.id))
        .where(
            _older.c.user_id == one_time_keys.c.user_id,
            _older.c.device_id == one_time_keys.c.device_id,
            _older.c.algorithm == one_time_keys.c.algorithm,
        )
        .scalar_subquery(),
    )
    .returning(
        one_time_keys.c.user_id,
        one_time_keys.c.device_id,
        one_time_keys.c.algorithm,
        one_time_keys.c.key_id,
        one_time_keys.c.json,
    )
)
FALLBACK_KEYS = select(
    fallback_keys.c.algorithm, fallback_keys.c.key_id, fallback_keys.c.json, fallback_keys.c.used
).where(*_of_device(fallback_keys))  # type: ignore[arg-type]
SET_FALLBACK_KEY = upsert(fallback_keys, ["user_id", "device_id", "algorithm"])
DELETE_FALLBACK_KEYS = delete(fallback_keys).where(*_of_device(fallback_keys))  # type: ignore[arg-type]
USE_FALLBACK_KEYS = (
    update(fallback_keys)
    .where(tuple_(fallback_keys.c.user_id, fallback_keys.c.device_id, fallback_keys.c.algorithm).in_(_wanted))
    .values(used=1)
    .returning(
        fallback_keys.c.user_id,
        fallback_keys.c.device_id,
        fallback_keys.c.algorithm,
        fallback_keys.c.key_id,
        fallback_keys.c.json,
    )
)

# --- cross-signing ----------------------------------------------------------------------------------------------------

CROSS_SIGNING_KEYS = select(
    cross_signing_keys.c.user_id,
    cross_signing_keys.c.usage,
    cross_signing_keys.c.public_key,
    cross_signing_keys.c.json,
).where(cross_signing_keys.c.user_id.in_(_users))
SET_CROSS_SIGNING_KEY = upsert(cross_signing_keys, ["user_id", "usage"])
NEW_CROSS_SIGNING_KEY = insert(cross_signing_keys)
DELETE_CROSS_SIGNING_KEY = delete(cross_signing_keys).where(
    cross_signing_keys.c.user_id == bindparam("of_user"), cross_signing_keys.c.usage == bindparam("of_usage")
)
DELETE_CROSS_SIGNING_KEYS_OF = delete(cross_signing_keys).where(cross_signing_keys.c.user_id == bindparam("of_user"))
DELETE_SIGNATURES_OF_PERSON = (
    delete(key_signatures).where(key_signatures.c.signer_user == bindparam("of_user")),
    delete(key_signatures).where(key_signatures.c.target_user == bindparam("of_user")),
)
SIGNATURES = select(
    key_signatures.c.target_user,
    key_signatures.c.target_key,
    key_signatures.c.signer_user,
    key_signatures.c.signer_key,
    key_signatures.c.signature,
).where(
    key_signatures.c.target_user.in_(_users),
    # What somebody signs of others with her user-signing key says whom she trusts: only she may read it.
    or_(
        key_signatures.c.signer_user == key_signatures.c.target_user,
        key_signatures.c.signer_user == bindparam("reader"),
    ),
)
SET_SIGNATURE = upsert(key_signatures, ["target_user", "target_key", "signer_user", "signer_key"])
DELETE_SIGNATURES_ON = delete(key_signatures).where(
    key_signatures.c.target_user == bindparam("of_user"), key_signatures.c.target_key == bindparam("of_key")
)
DELETE_SIGNATURES_BY = delete(key_signatures).where(
    key_signatures.c.signer_user == bindparam("of_user"), key_signatures.c.signer_key == bindparam("of_key")
)

# --- messages for devices ---------------------------------------------------------------------------------------------

_topic_id = select(topics.c.id).where(topics.c.name == bindparam("topic_name")).scalar_subquery()
DELETE_MESSAGES = delete(log).where(log.c.topic == _topic_id, log.c.position <= bindparam("upto"))
_kept = log.alias("kept")
#: all but the newest `keep` messages of a topic
TRIM_MESSAGES = delete(log).where(
    log.c.topic == _topic_id,
    log.c.position
    <= select(_kept.c.position)
    .where(_kept.c.topic == _topic_id)
    .order_by(_kept.c.position.desc())
    .limit(1)
    .offset(bindparam("keep"))
    .scalar_subquery(),
)
NEW_TXN = insert(transactions)
TXN = select(transactions.c.at_ms).where(
    transactions.c.device_key == bindparam("device_key"),
    transactions.c.scope == bindparam("scope"),
    transactions.c.txn_id == bindparam("txn_id"),
)

# --- who shares rooms with whom ---------------------------------------------------------------------------------------

#: member events of rooms in a window: (room, person), whatever became of it
MEMBER_EVENTS = (
    select(room_state.c.room_id, room_state.c.state_key)
    .where(
        room_state.c.room_id.in_(_rooms),
        room_state.c.position > bindparam("since"),
        room_state.c.position <= bindparam("upto"),
        room_state.c.type == "m.room.member",
    )
    .distinct()
)
JOINED_PAIRS = select(memberships.c.room_id, memberships.c.user_id).where(
    memberships.c.room_id.in_(_rooms), memberships.c.membership == "join", memberships.c.user_id.in_(_users)
)
JOINED_USERS = (
    select(memberships.c.user_id)
    .where(memberships.c.room_id.in_(_rooms), memberships.c.membership == "join")
    .distinct()
)
