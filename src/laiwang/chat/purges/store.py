"""What is to be purged, and how far it is."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, insert, select, update

from laiwang.kernel.sql import metadata, partial_index

__all__ = ["ADD", "ADVANCE", "FINISH", "NEXT", "ONE", "OPEN", "PAGE"]

purges = Table(
    "purges",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("room_id", Text, nullable=False),
    Column("requested_by", Text, nullable=False),
    Column("before_event_id", Text),
    Column("before_ms", BigInteger),
    Column("looked_at", BigInteger, nullable=False),
    Column("deleted", BigInteger, nullable=False),
    Column("files", BigInteger, nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    Column("finished_ms", BigInteger),
    # what stands at this position and after it stays
    Column("before_position", BigInteger, nullable=False),
    # everything up to here has been looked at
    Column("reached", BigInteger, nullable=False),
    Index("purges_room", "room_id", "id"),
    # one at a time
    partial_index("purges_open", "room_id", unique=True, where="finished_ms IS NULL"),
)
_told = [column for column in purges.columns if column.name not in ("before_position", "reached")]

ADD = insert(purges)
ONE = select(*_told).where(purges.c.id == bindparam("purge"), purges.c.room_id == bindparam("room"))
OPEN = select(*_told).where(purges.c.room_id == bindparam("room"), purges.c.finished_ms.is_(None))
PAGE = (
    select(*_told)
    .where(purges.c.room_id == bindparam("room"), purges.c.id < bindparam("before"))
    .order_by(purges.c.id.desc())
    .limit(bindparam("most"))
)
#: the oldest one that is not done
NEXT = (
    select(purges.c.id, purges.c.room_id, purges.c.before_ms, purges.c.before_position, purges.c.reached)
    .where(purges.c.finished_ms.is_(None))
    .order_by(purges.c.id)
    .limit(1)
)
ADVANCE = (
    update(purges)
    .where(purges.c.id == bindparam("purge"))
    .values(
        reached=bindparam("upto"),
        looked_at=purges.c.looked_at + bindparam("seen"),
        deleted=purges.c.deleted + bindparam("gone"),
        files=purges.c.files + bindparam("given_up"),
    )
)
FINISH = update(purges).where(purges.c.id == bindparam("purge")).values(finished_ms=bindparam("now_ms"))
