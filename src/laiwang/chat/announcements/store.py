"""Announcements with how far each has come, and the rooms in which people get them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text, bindparam, select, update

from laiwang.kernel.sql import metadata, partial_index, upsert

__all__ = ["ADD", "ADVANCE", "ANNOUNCEMENT", "OF_REQUEST", "PAGE", "ROOM", "SET_ROOM", "UNFINISHED"]

announcements = Table(
    "announcements",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("created_by", Text, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("html", Text),
    # a JSON list of ids; everybody without
    Column("people", Text),
    # how the administrator named the request, so that a retry is recognised
    Column("request_id", Text),
    # everybody up to this id has got it
    Column("after_user", Text, nullable=False),
    Column("told", BigInteger, nullable=False),
    Column("finished_ms", BigInteger),
    partial_index("announcements_request", "created_by", "request_id", unique=True, where="request_id IS NOT NULL"),
)
notice_rooms = Table(
    "notice_rooms",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("room_id", Text, nullable=False),
    sqlite_with_rowid=False,
)

#: touches no row when there is one of that request already
ADD = upsert(announcements, ["created_by", "request_id"], [], index_where="request_id IS NOT NULL")
OF_REQUEST = select(announcements).where(
    announcements.c.created_by == bindparam("maker"), announcements.c.request_id == bindparam("request")
)
ANNOUNCEMENT = select(announcements).where(announcements.c.id == bindparam("announcement"))
PAGE = (
    select(announcements)
    .where(announcements.c.id < bindparam("before"))
    .order_by(announcements.c.id.desc())
    .limit(bindparam("most"))
)
UNFINISHED = select(announcements).where(announcements.c.finished_ms.is_(None)).order_by(announcements.c.id)
ADVANCE = (
    update(announcements)
    .where(announcements.c.id == bindparam("announcement"))
    .values(
        after_user=bindparam("reached"),
        told=announcements.c.told + bindparam("more"),
        finished_ms=bindparam("ended_ms"),
    )
)
ROOM = select(notice_rooms.c.room_id).where(notice_rooms.c.user_id == bindparam("user"))
SET_ROOM = upsert(notice_rooms, ["user_id"])
