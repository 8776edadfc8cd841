"""Devices and the tokens that belong to them. Tokens are stored as SHA-256 only."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, bindparam, delete, func, insert, select, update

from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import transactions

__all__ = [
    "ADD_ACCESS",
    "ADD_REFRESH",
    "ALL_OF",
    "BY_ACCESS",
    "BY_REFRESH",
    "DEHYDRATED",
    "DEVICE",
    "DROP_ACCESS_OF",
    "DROP_DEVICE",
    "DROP_OTHER_ACCESS",
    "DROP_OTHER_REFRESH",
    "DROP_REFRESH_OF",
    "DROP_TXNS_BEFORE",
    "DROP_TXNS_OF",
    "NAMES_OF",
    "RENAME",
    "SEEN",
    "SEEN_SINCE",
    "SETTLE",
    "SET_DEVICE",
    "TXN_AFTER",
]

devices = Table(
    "devices",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("device_id", Text, primary_key=True),
    Column("display_name", Text),
    Column("last_seen_ms", BigInteger),
    Column("last_seen_ip", Text),
    # 1: keys and messages alone, nobody's session (laiwang.chat.dehydration)
    Column("is_dehydrated", Integer, nullable=False),
    sqlite_with_rowid=False,
)
access_tokens = Table(
    "access_tokens",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("device_id", Text, nullable=False),
    Column("expires_ms", BigInteger),
    # the refresh token that this access token was got with, until it is used for the first time
    Column("came_of", Text),
    Index("access_tokens_device", "user_id", "device_id"),
)
refresh_tokens = Table(
    "refresh_tokens",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("device_id", Text, nullable=False),
    # the access token given together with it
    Column("access_hash", Text, nullable=False),
    Column("came_of", Text),
    Index("refresh_tokens_device", "user_id", "device_id"),
)

SET_DEVICE = upsert(devices, ["user_id", "device_id"], ["last_seen_ms", "last_seen_ip", "is_dehydrated"])
_this = (devices.c.user_id == bindparam("user"), devices.c.device_id == bindparam("device"))
_columns = (devices.c.device_id, devices.c.display_name, devices.c.last_seen_ms, devices.c.last_seen_ip)
_is_session = devices.c.is_dehydrated == 0
DEVICE = select(*_columns).where(*_this, _is_session)
ALL_OF = select(*_columns).where(devices.c.user_id == bindparam("user"), _is_session).order_by(devices.c.device_id)
DEHYDRATED = select(devices.c.device_id).where(devices.c.user_id == bindparam("user"), devices.c.is_dehydrated == 1)
NAMES_OF = select(devices.c.user_id, devices.c.device_id, devices.c.display_name).where(
    devices.c.user_id.in_(bindparam("users", expanding=True))
)
RENAME = update(devices).where(*_this).values(display_name=bindparam("name"))
SEEN = update(devices).where(*_this).values(last_seen_ms=bindparam("at_ms"), last_seen_ip=bindparam("ip"))
SEEN_SINCE = select(func.count(devices.c.user_id.distinct())).where(devices.c.last_seen_ms >= bindparam("since_ms"))
DROP_DEVICE = delete(devices).where(*_this)
ADD_ACCESS = insert(access_tokens)
ADD_REFRESH = insert(refresh_tokens)
BY_ACCESS = select(
    access_tokens.c.user_id, access_tokens.c.device_id, access_tokens.c.expires_ms, access_tokens.c.came_of
).where(access_tokens.c.token_hash == bindparam("token"))
BY_REFRESH = select(
    refresh_tokens.c.user_id, refresh_tokens.c.device_id, refresh_tokens.c.access_hash, refresh_tokens.c.came_of
).where(refresh_tokens.c.token_hash == bindparam("token"))
DROP_OTHER_ACCESS = delete(access_tokens).where(
    access_tokens.c.user_id == bindparam("user"),
    access_tokens.c.device_id == bindparam("device"),
    access_tokens.c.token_hash != bindparam("token"),
)
DROP_OTHER_REFRESH = delete(refresh_tokens).where(
    refresh_tokens.c.user_id == bindparam("user"),
    refresh_tokens.c.device_id == bindparam("device"),
    refresh_tokens.c.access_hash != bindparam("token"),
)
SETTLE = update(access_tokens).where(access_tokens.c.token_hash == bindparam("token")).values(came_of=None)
DROP_ACCESS_OF = delete(access_tokens).where(
    access_tokens.c.user_id == bindparam("user"), access_tokens.c.device_id == bindparam("device")
)
DROP_REFRESH_OF = delete(refresh_tokens).where(
    refresh_tokens.c.user_id == bindparam("user"), refresh_tokens.c.device_id == bindparam("device")
)
#: idempotency keys: of a device, and those of all devices that are old
DROP_TXNS_OF = delete(transactions).where(transactions.c.device_key == bindparam("device_key"))
DROP_TXNS_BEFORE = delete(transactions).where(transactions.c.at_ms < bindparam("before_ms"))
#: when the one was used that comes after so many of the oldest
TXN_AFTER = (
    select(transactions.c.at_ms)
    .where(transactions.c.at_ms < bindparam("before_ms"))
    .order_by(transactions.c.at_ms)
    .limit(1)
    .offset(bindparam("most"))
)
