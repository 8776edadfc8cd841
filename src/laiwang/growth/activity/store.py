"""What was said day by day, and by whom; kept for as many days as are shown."""

from __future__ import annotations

from sqlalchemy import BigInteger, BindParameter, Column, Index, Table, Text, and_, bindparam, delete, func, select

from laiwang.kernel.ports import Write
from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import cursors
from laiwang.people.accounts import people_made

__all__ = [
    "ADD_WRITER",
    "COHORTS",
    "DAYS_SINCE",
    "DROP_DAYS",
    "DROP_WRITERS",
    "FORGET",
    "LAST_DAYS",
    "REACHED",
    "SAVE_DAY",
    "SAVE_LAST_DAY",
    "WRITERS",
    "WROTE_SINCE",
]

days = Table(
    "activity_days",
    metadata,
    Column("day", BigInteger, primary_key=True, autoincrement=False),
    Column("messages", BigInteger, nullable=False),
    Column("people", BigInteger, nullable=False),
)
#: who wrote on which day: counts nobody twice
writers = Table(
    "activity_writers",
    metadata,
    Column("day", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
#: on which day somebody wrote last
last_days = Table(
    "activity_last_days",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("day", BigInteger, nullable=False),
    Index("activity_last_days_day", "day"),
    sqlite_with_rowid=False,
)

#: how far the counts are durable; 0 when they are to be made anew
REACHED = select(cursors.c.position).where(cursors.c.follower == bindparam("name"))
_some: BindParameter[str] = bindparam("some", expanding=True)
DAYS_SINCE = select(days).where(days.c.day >= bindparam("since")).order_by(days.c.day)
WRITERS = select(writers.c.user_id).where(writers.c.day == bindparam("of_day"), writers.c.user_id.in_(_some))
LAST_DAYS = select(last_days).where(last_days.c.user_id.in_(_some))
WROTE_SINCE = select(func.count()).select_from(last_days).where(last_days.c.day >= bindparam("since"))
SAVE_DAY = upsert(days, ["day"])
ADD_WRITER = upsert(writers, ["day", "user_id"], [])
SAVE_LAST_DAY = upsert(last_days, ["user_id"])
DROP_DAYS = delete(days).where(days.c.day < bindparam("first"))
DROP_WRITERS = delete(writers).where(writers.c.day < bindparam("first"))
_age = (bindparam("tomorrow_ms", type_=BigInteger) - 1 - people_made.c.created_ms) // bindparam(
    "month_ms", type_=BigInteger
)
#: (age of the account in months, people, who of them wrote since a day)
COHORTS = (
    select(_age, func.count(), func.count(last_days.c.day))
    .select_from(
        people_made.outerjoin(
            last_days, and_(last_days.c.user_id == people_made.c.user_id, last_days.c.day >= bindparam("since"))
        )
    )
    .where(people_made.c.created_ms >= bindparam("since_ms"), people_made.c.created_ms < bindparam("tomorrow_ms"))
    .group_by(_age)
)
#: everything that the follower has made
FORGET = [Write(delete(table), {}) for table in (days, writers, last_days)]
