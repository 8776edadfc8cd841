"""Timers of rooms, who has read up to where in them, and the messages that will be burnt."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    Table,
    Text,
    bindparam,
    delete,
    exists,
    func,
    select,
    update,
)

from laiwang.kernel.sql import metadata, upsert

__all__ = [
    "ADD",
    "COUNT",
    "DUE",
    "FORGET_MARKS",
    "MARKS",
    "NEXT",
    "OF_ROOM",
    "POSTPONE",
    "PULL_IN",
    "READ",
    "REMOVE",
    "REMOVE_EVENT",
    "SET_MARK",
    "SET_TIMER",
    "TIMERS",
    "UNREAD",
]

#: `after_ms` is 0 where a timer was taken away: messages of before may still wait
timers = Table(
    "burn_timers",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("after_ms", BigInteger, nullable=False),
    Column("start", Text, nullable=False),
    sqlite_with_rowid=False,
)
marks = Table(
    "burn_marks",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("thread", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
pending = Table(
    "burn_pending",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("room_id", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("thread", Text, nullable=False),
    Column("after_ms", BigInteger, nullable=False),
    # 1 when the timer runs, 0 while somebody has not read it; then due_ms is the end of all waiting
    Column("is_running", Integer, nullable=False),
    Column("due_ms", BigInteger, nullable=False),
    Index("burn_pending_due", "due_ms"),
    Index("burn_pending_room", "room_id", "is_running", "sender", "thread", "position"),
    Index("burn_pending_event", "event_id"),
)

TIMERS = select(timers)
SET_TIMER = upsert(timers, ["room_id"])
MARKS = select(marks.c.user_id, marks.c.thread, marks.c.position).where(marks.c.room_id == bindparam("room"))
SET_MARK = upsert(marks, ["room_id", "user_id", "thread"])
#: of a room in which nothing waits any more
FORGET_MARKS = delete(marks).where(
    marks.c.room_id == bindparam("room"), ~exists().where(pending.c.room_id == marks.c.room_id)
)
ADD = upsert(pending, ["position"], [])
UNREAD = (
    select(pending.c.sender, pending.c.thread)
    .where(pending.c.room_id == bindparam("room"), pending.c.is_running == 0)
    .distinct()
)
#: starts the timers of what one person has said in one thread
READ = (
    update(pending)
    .where(
        pending.c.room_id == bindparam("room"),
        pending.c.is_running == 0,
        pending.c.sender == bindparam("author"),
        pending.c.thread == bindparam("in_thread"),
        pending.c.position <= bindparam("upto"),
    )
    .values(is_running=1, due_ms=pending.c.after_ms + bindparam("now_ms"))
)
NEXT = select(func.min(pending.c.due_ms))
DUE = (
    select(pending.c.position, pending.c.room_id, pending.c.event_id, pending.c.sender)
    .where(pending.c.due_ms <= bindparam("now_ms"))
    .order_by(pending.c.due_ms, pending.c.position)
    .limit(bindparam("most"))
)
#: a guard: touches what still waits
REMOVE = delete(pending).where(pending.c.position == bindparam("at"))
REMOVE_EVENT = delete(pending).where(pending.c.event_id == bindparam("event"), pending.c.room_id == bindparam("room"))
POSTPONE = update(pending).where(pending.c.position == bindparam("at")).values(due_ms=bindparam("until_ms"))
#: after the clock was set back: nobody waits longer than the timer says
PULL_IN = (
    update(pending)
    .where(pending.c.is_running == 1, pending.c.due_ms > pending.c.after_ms + bindparam("now_ms"))
    .values(due_ms=pending.c.after_ms + bindparam("now_ms"))
)
COUNT = select(func.count()).select_from(pending)
OF_ROOM = select(func.count(), func.min(pending.c.due_ms)).where(pending.c.room_id == bindparam("room"))
