"""Departures: who left, who inherits, and how far that is."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, bindparam, insert, select, update

from laiwang.kernel.sql import metadata

__all__ = ["ADD", "FINISH", "OPEN", "PAGE", "STEP"]

departures = Table(
    "departures",
    metadata,
    Column("departure_id", Text, primary_key=True),
    Column("organisation_id", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("heir", Text, nullable=False),
    # keep, lock, deactivate
    Column("account", Text, nullable=False),
    # 1: her rooms are handed over
    Column("has_rooms", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    Column("finished_ms", BigInteger),
    # the last room that was looked at
    Column("after_room", Text, nullable=False),
    Column("rooms_done", BigInteger, nullable=False),
    Column("rooms_given", BigInteger, nullable=False),
    Column("rooms_refused", BigInteger, nullable=False),
    Index("departures_of", "organisation_id", "departure_id"),
    Index("departures_finished", "finished_ms"),
)

_shown = (
    departures.c.departure_id,
    departures.c.user_id,
    departures.c.heir,
    departures.c.account,
    departures.c.actor,
    departures.c.started_ms,
    departures.c.finished_ms,
    departures.c.rooms_done,
    departures.c.rooms_given,
    departures.c.rooms_refused,
)
_one = departures.c.departure_id == bindparam("id")
ADD = insert(departures)
PAGE = (
    select(*_shown)
    .where(departures.c.organisation_id == bindparam("of"), departures.c.departure_id > bindparam("after"))
    .order_by(departures.c.departure_id)
    .limit(bindparam("most"))
)
OPEN = (
    select(*_shown, departures.c.organisation_id, departures.c.has_rooms, departures.c.after_room)
    .where(departures.c.finished_ms.is_(None))
    .order_by(departures.c.started_ms, departures.c.departure_id)
    .limit(bindparam("most"))
)
STEP = (
    update(departures)
    .where(_one)
    .values(
        after_room=bindparam("room"),
        rooms_done=departures.c.rooms_done + 1,
        rooms_given=departures.c.rooms_given + bindparam("given"),
        rooms_refused=departures.c.rooms_refused + bindparam("refused"),
    )
)
FINISH = update(departures).where(_one).values(finished_ms=bindparam("at_ms"))
