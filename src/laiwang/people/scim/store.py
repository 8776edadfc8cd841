"""Tokens of other systems (as SHA-256 only), and what those call people."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, bindparam, delete, select, update

from laiwang.kernel.sql import metadata, upsert

__all__ = [
    "CALLED",
    "DROP_ENDED",
    "DROP_OF",
    "DROP_TOKEN",
    "SET_HAS_LOCKED",
    "SET_TOKEN",
    "SET_USER",
    "TOKEN",
    "TOKENS",
    "USER",
]

tokens = Table(
    "scim_tokens",
    metadata,
    Column("organisation_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("token_hash", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Index("scim_tokens_hash", "token_hash", unique=True),
)
users = Table(
    "scim_users",
    metadata,
    Column("organisation_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("user_name", Text, nullable=False),
    Column("folded_name", Text, nullable=False),
    # JSON: the name in parts
    Column("name", Text, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    # 1: the account was locked because the other system sent her away, and is unlocked when she comes back
    Column("has_locked", Integer, nullable=False),
    Index("scim_users_name", "organisation_id", "folded_name", unique=True),
)

_of = bindparam("of", type_=Text)
SET_TOKEN = upsert(tokens, ["organisation_id", "name"])
TOKEN = select(tokens.c.organisation_id, tokens.c.made_by).where(tokens.c.token_hash == bindparam("hashed"))
TOKENS = (
    select(tokens.c.name, tokens.c.made_by, tokens.c.made_ms)
    .where(tokens.c.organisation_id == _of)
    .order_by(tokens.c.name)
)
DROP_TOKEN = delete(tokens).where(tokens.c.organisation_id == _of, tokens.c.name == bindparam("such"))
SET_USER = upsert(users, ["organisation_id", "user_id"], ["user_name", "folded_name", "name"])
_user = (users.c.organisation_id == _of, users.c.user_id == bindparam("user"))
USER = select(users.c.user_name, users.c.name, users.c.made_ms, users.c.has_locked, users.c.folded_name).where(*_user)
SET_HAS_LOCKED = update(users).where(*_user).values(has_locked=bindparam("flag"))
CALLED = select(users.c.user_id).where(users.c.organisation_id == _of, users.c.folded_name == bindparam("folded"))
DROP_OF = (delete(tokens).where(tokens.c.organisation_id == _of), delete(users).where(users.c.organisation_id == _of))
DROP_ENDED = delete(users).where(users.c.user_id == bindparam("user"))
