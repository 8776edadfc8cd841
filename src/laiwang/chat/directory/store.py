"""Aliases and published rooms."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    select,
    union,
    update,
)

from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import memberships

__all__ = [
    "ADD_ALIAS",
    "ALIAS",
    "ALIASES_OF",
    "IS_PUBLISHED",
    "MOVE_ALIASES",
    "ON_ANY_NETWORK_BY_SIZE",
    "ON_NETWORK_BY_SIZE",
    "PUBLISH",
    "PUBLISHED_BY_SIZE",
    "PUBLISH_ON_NETWORK",
    "REMOVE_ALIAS",
    "REMOVE_ALIASES_OF",
    "UNPUBLISH",
    "UNPUBLISH_ON_NETWORK",
    "UNPUBLISH_ON_NETWORKS",
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

published_networks = Table(
    "published_networks",
    metadata,
    Column("service_id", Text, primary_key=True),
    Column("network_id", Text, primary_key=True),
    Column("room_id", Text, primary_key=True),
)

ADD_ALIAS = insert(aliases)
REMOVE_ALIAS = delete(aliases).where(aliases.c.alias == bindparam("alias"))
REMOVE_ALIASES_OF = delete(aliases).where(aliases.c.room_id == bindparam("room"))
MOVE_ALIASES = update(aliases).where(aliases.c.room_id == bindparam("old")).values(room_id=bindparam("new"))
ALIAS = select(aliases.c.room_id, aliases.c.creator).where(aliases.c.alias == bindparam("alias"))
ALIASES_OF = select(aliases.c.alias).where(aliases.c.room_id == bindparam("room_id")).order_by(aliases.c.alias)
PUBLISH = upsert(published, ["room_id"], [])
UNPUBLISH = delete(published).where(published.c.room_id == bindparam("room_id"))
IS_PUBLISHED = select(published.c.room_id).where(published.c.room_id == bindparam("room_id"))
_joined = func.count(memberships.c.user_id)
PUBLISH_ON_NETWORK = upsert(published_networks, ["service_id", "network_id", "room_id"], [])
UNPUBLISH_ON_NETWORK = delete(published_networks).where(
    published_networks.c.service_id == bindparam("service"),
    published_networks.c.network_id == bindparam("network"),
    published_networks.c.room_id == bindparam("room_id"),
)
UNPUBLISH_ON_NETWORKS = delete(published_networks).where(published_networks.c.room_id == bindparam("room_id"))
_on_network = select(published_networks.c.room_id).where(
    published_networks.c.service_id == bindparam("service"), published_networks.c.network_id == bindparam("network")
)


def _by_size(rooms: Select[tuple[str]]) -> Select[tuple[str, int]]:
    """(room, joined members) of rooms, the largest first."""
    found = rooms.subquery()
    return (
        select(found.c.room_id, _joined)
        .select_from(
            found.outerjoin(
                memberships, (memberships.c.room_id == found.c.room_id) & (memberships.c.membership == "join")
            )
        )
        .group_by(found.c.room_id)
        .order_by(_joined.desc(), found.c.room_id)
    )


PUBLISHED_BY_SIZE = _by_size(select(published.c.room_id))
ON_NETWORK_BY_SIZE = _by_size(_on_network)
ON_ANY_NETWORK_BY_SIZE = _by_size(
    select(union(select(published.c.room_id), select(published_networks.c.room_id)).subquery().c.room_id)
)
