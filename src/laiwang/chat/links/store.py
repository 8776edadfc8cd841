"""What was found behind URLs, and when."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text, bindparam, delete, select

from laiwang.kernel.sql import metadata, upsert

__all__ = ["ADD", "OLD", "REMOVE", "VERSIONS"]

links = Table(
    "links",
    metadata,
    # a hash of the URL: URLs are long
    Column("url_key", Text, primary_key=True),
    Column("fetched_ms", BigInteger, primary_key=True),
    Column("fresh_until_ms", BigInteger, nullable=False),
    Column("card", LargeBinary, nullable=False),
    # the picture on the card
    Column("media_id", Text),
    Index("links_fetched", "fetched_ms"),
)

ADD = upsert(links, ["url_key", "fetched_ms"])
VERSIONS = (
    select(links.c.fetched_ms, links.c.fresh_until_ms, links.c.card)
    .where(links.c.url_key == bindparam("of_url"))
    .order_by(links.c.fetched_ms.desc())
    .limit(bindparam("most"))
)
OLD = (
    select(links.c.url_key, links.c.fetched_ms, links.c.media_id)
    .where(links.c.fetched_ms < bindparam("before_ms"))
    .order_by(links.c.fetched_ms)
    .limit(bindparam("most"))
)
REMOVE = delete(links).where(links.c.url_key == bindparam("of_url"), links.c.fetched_ms == bindparam("at_ms"))
