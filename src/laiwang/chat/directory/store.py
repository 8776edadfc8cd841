"""Aliases and published rooms."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, func, insert, select, update

from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import memberships

__all__ = [
    "ADD_ALIAS",
    "ALIAS",
    "ALIASES_OF",
    "IS_PUBLISHED",
    "MOVE_ALIASES",
    "PUBLISH",
    "PUBLISHED_BY_SIZE",
    "REMOVE_ALIAS",
    "UNPUBLISH",
]

aliases = Table(
    "aliases",
    metadata,
    Column("alias", Text, primary_key=True),
    Column("room_id", Text, nullable=False),
    Column("creator", Text, nullable=False),
    Index("aliases_room", "room_id"),
)
published = Table(
    "published_rooms",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("since_ms", BigInteger, nullable=False),
)

ADD_ALIAS = insert(aliases)
REMOVE_ALIAS = delete(aliases).where(aliases.c.alias == bindparam("alias"))
MOVE_ALIASES = update(aliases).where(aliases.c.room_id == bindparam("old")).values(room_id=bindparam("new"))
ALIAS = select(aliases.c.room_id, aliases.c.creator).where(aliases.c.alias == bindparam("alias"))
ALIASES_OF = select(aliases.c.alias).where(aliases.c.room_id == bindparam("room_id")).order_by(aliases.c.alias)
PUBLISH = upsert(published, ["room_id"], [])
UNPUBLISH = delete(published).where(published.c.room_id == bindparam("room_id"))
IS_PUBLISHED = select(published.c.room_id).where(published.c.room_id == bindparam("room_id"))
_joined = func.count(memberships.c.user_id)
PUBLISHED_BY_SIZE = (
    select(published.c.room_id, _joined)
    .select_from(
        published.outerjoin(
            memberships, (memberships.c.room_id == published.c.room_id) & (memberships.c.membership == "join")
        )
    )
    .group_by(published.c.room_id)
    .order_by(_joined.desc(), published.c.room_id)
)
