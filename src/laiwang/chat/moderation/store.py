"""Reports, and rooms that are blocked or being shut down."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from laiwang.kernel.sql import metadata, partial_index, upsert
from laiwang.kernel.tables import log, memberships, room_state, rooms

__all__ = [
    "ADD_REPORT",
    "BLOCK",
    "BLOCKED",
    "END_SHUTDOWN",
    "NAMES",
    "OPEN_COUNT",
    "REPORT",
    "REPORTS",
    "RESOLVE",
    "ROOMS",
    "ROOM_COUNT",
    "SHUTDOWNS",
    "START_SHUTDOWN",
    "UNBLOCK",
]

reports = Table(
    "reports",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("reporter", Text, nullable=False),
    # room, event or person
    Column("kind", Text, nullable=False),
    # what is reported, in one word: the same person reports the same thing once, as long as nobody has dealt with it
    Column("subject", Text, nullable=False),
    Column("room_id", Text),
    Column("event_id", Text),
    Column("user_id", Text),
    Column("reason", Text, nullable=False),
    # the event as it was reported; it may be taken back later
    Column("event", LargeBinary),
    Column("resolved_ms", BigInteger),
    Column("resolved_by", Text),
    Column("resolution", Text),
    partial_index(
        "reports_open",
        "reporter",
        "subject",
        unique=True,
        where="resolved_ms IS NULL",
    ),
)
blocked_rooms = Table(
    "blocked_rooms",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("blocked_by", Text, nullable=False),
    Column("blocked_ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
#: a row stays until everybody is out
shutdowns = Table(
    "room_shutdowns",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    # what members are told by the server, empty for nothing
    Column("notice", Text, nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

ADD_REPORT = upsert(reports, ["reporter", "subject"], ["at_ms", "reason", "event"], index_where="resolved_ms IS NULL")
_WHICH = {"all": None, "open": reports.c.resolved_ms.is_(None), "resolved": reports.c.resolved_ms.is_not(None)}
REPORTS = {
    state: select(reports)
    .where(reports.c.id < bindparam("before"), *(() if which is None else (which,)))
    .order_by(reports.c.id.desc())
    .limit(bindparam("most"))
    for state, which in _WHICH.items()
}
OPEN_COUNT = select(func.count(reports.c.id)).where(reports.c.resolved_ms.is_(None))
REPORT = select(reports).where(reports.c.id == bindparam("report"))
#: a guard: touches a report that nobody has dealt with
RESOLVE = (
    update(reports)
    .where(reports.c.id == bindparam("report"), reports.c.resolved_ms.is_(None))
    .values(resolved_ms=bindparam("at_ms"), resolved_by=bindparam("resolver"), resolution=bindparam("given_resolution"))
)

BLOCKED = select(blocked_rooms.c.room_id, blocked_rooms.c.reason)
BLOCK = upsert(blocked_rooms, ["room_id"])
UNBLOCK = delete(blocked_rooms).where(blocked_rooms.c.room_id == bindparam("room"))
SHUTDOWNS = select(shutdowns.c.room_id, shutdowns.c.reason, shutdowns.c.notice).order_by(shutdowns.c.started_ms)
START_SHUTDOWN = upsert(shutdowns, ["room_id"], ["reason", "notice"])
END_SHUTDOWN = delete(shutdowns).where(shutdowns.c.room_id == bindparam("room"))

_found = or_(
    rooms.c.room_id.like(bindparam("pattern"), escape="\\"),
    rooms.c.room_id.in_(bindparam("named", expanding=True)),
)
_inside = (
    select(memberships.c.room_id, func.count(memberships.c.user_id).label("people"))
    .where(memberships.c.membership == "join")
    .group_by(memberships.c.room_id)
    .subquery()
)
_people = func.coalesce(_inside.c.people, 0, type_=Integer)
#: (room, people in it) by order; "largest" begins below the pair of `fewer` and `after`
ROOMS = {
    "id": select(rooms.c.room_id, bindparam("fewer", type_=BigInteger))
    .where(_found, rooms.c.room_id > bindparam("after"))
    .order_by(rooms.c.room_id)
    .limit(bindparam("most")),
    "largest": select(rooms.c.room_id, _people)
    .select_from(rooms.outerjoin(_inside, _inside.c.room_id == rooms.c.room_id))
    .where(
        _found,
        or_(
            _people < bindparam("fewer"),
            and_(_people == bindparam("fewer"), rooms.c.room_id > bindparam("after")),
        ),
    )
    .order_by(_people.desc(), rooms.c.room_id)
    .limit(bindparam("most")),
}
#: every name that a room has had, the newest of each last
NAMES = (
    select(room_state.c.room_id, log.c.body, room_state.c.position)
    .select_from(room_state.join(log, log.c.position == room_state.c.position))
    .where(
        room_state.c.type == "m.room.name",
        room_state.c.state_key == "",
        or_(
            room_state.c.room_id > bindparam("after"),
            and_(room_state.c.room_id == bindparam("after"), room_state.c.position > bindparam("at")),
        ),
    )
    .order_by(room_state.c.room_id, room_state.c.position)
    .limit(bindparam("most"))
)
ROOM_COUNT = select(func.count(rooms.c.room_id)).where(_found)
