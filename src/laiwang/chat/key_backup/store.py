"""Backups and the keys in them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text, bindparam, delete, select, tuple_, update

from laiwang.kernel.sql import metadata, upsert

__all__ = [
    "COUNT_OF_VERSIONS",
    "CURRENT",
    "DROP_ALL_KEYS",
    "DROP_ALL_VERSIONS",
    "DROP_KEY",
    "DROP_KEYS",
    "DROP_KEYS_OF_ROOM",
    "DROP_VERSION",
    "KEY",
    "KEYS_AFTER",
    "KEYS_OF_ROOM_AFTER",
    "KNOWN",
    "LAST_VERSION",
    "MOVE",
    "NEW_VERSION",
    "SET_AUTH_DATA",
    "SET_KEY",
    "SET_LAST_VERSION",
    "VERSION",
]

versions = Table(
    "key_backup_versions",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("algorithm", Text, nullable=False),
    Column("auth_data", LargeBinary, nullable=False),
    Column("etag", BigInteger, nullable=False),
    Column("count", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
#: the last version that a person was given: no number is given twice, and one that was deleted is known to have been
last_versions = Table(
    "key_backup_last_versions",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("version", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
keys = Table(
    "key_backup_keys",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("room_id", Text, primary_key=True),
    Column("session_id", Text, primary_key=True),
    Column("first_message_index", BigInteger, nullable=False),
    Column("forwarded_count", BigInteger, nullable=False),
    Column("is_verified", Integer, nullable=False),
    Column("session_data", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

_shown = (versions.c.version, versions.c.algorithm, versions.c.auth_data, versions.c.etag, versions.c.count)
_mine = versions.c.user_id == bindparam("user")
_this = (_mine, versions.c.version == bindparam("of_version"))
CURRENT = select(*_shown).where(_mine).order_by(versions.c.version.desc()).limit(1)
VERSION = select(*_shown).where(*_this)
COUNT_OF_VERSIONS = select(versions.c.version).where(_mine)
NEW_VERSION = upsert(versions, ["user_id", "version"])
SET_AUTH_DATA = update(versions).where(*_this).values(auth_data=bindparam("new_auth_data"))
DROP_VERSION = delete(versions).where(*_this)
DROP_ALL_VERSIONS = delete(versions).where(_mine)
#: another etag, and another count
MOVE = update(versions).where(*_this).values(etag=versions.c.etag + 1, count=versions.c.count + bindparam("more"))
LAST_VERSION = select(last_versions.c.version).where(last_versions.c.user_id == bindparam("user"))
SET_LAST_VERSION = upsert(last_versions, ["user_id"])

_of_version = (keys.c.user_id == bindparam("user"), keys.c.version == bindparam("of_version"))
_of_room = (*_of_version, keys.c.room_id == bindparam("room"))
_key = (keys.c.first_message_index, keys.c.forwarded_count, keys.c.is_verified, keys.c.session_data)
KEY = select(*_key).where(*_of_room, keys.c.session_id == bindparam("session"))
KNOWN = select(keys.c.session_id, *_key).where(*_of_room, keys.c.session_id.in_(bindparam("sessions", expanding=True)))
#: a page of everything, in the order of the primary key
KEYS_AFTER = (
    select(keys.c.room_id, keys.c.session_id, *_key)
    .where(
        *_of_version,
        tuple_(keys.c.room_id, keys.c.session_id) > tuple_(bindparam("after_room"), bindparam("after_session")),
    )
    .order_by(keys.c.room_id, keys.c.session_id)
    .limit(bindparam("most"))
)
KEYS_OF_ROOM_AFTER = (
    select(keys.c.room_id, keys.c.session_id, *_key)
    .where(*_of_room, keys.c.session_id > bindparam("after_session"))
    .order_by(keys.c.session_id)
    .limit(bindparam("most"))
)
SET_KEY = upsert(keys, ["user_id", "version", "room_id", "session_id"])
DROP_KEY = delete(keys).where(*_of_room, keys.c.session_id == bindparam("session"))
DROP_KEYS_OF_ROOM = delete(keys).where(*_of_room)
DROP_KEYS = delete(keys).where(*_of_version)
DROP_ALL_KEYS = delete(keys).where(keys.c.user_id == bindparam("user"))
