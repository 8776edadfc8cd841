"""Who can be found: one row for each account that has not ended, and the rooms that everybody may look into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Select,
    Table,
    Text,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from laiwang.kernel.sql import metadata, upsert
from laiwang.kernel.tables import memberships
from laiwang.people.search.rules import ESCAPE, WORDS_MAX

__all__ = ["ADD", "CHANGE", "CLOSE", "OPEN", "REMOVE", "IsNear", "find", "is_called"]

#: a condition on two people, by their ids
IsNear = Callable[[ColumnElement[str], ColumnElement[str]], ColumnElement[bool]]
people = Table(
    "people_search",
    metadata,
    Column("user_id", Text, primary_key=True),
    #: lines in which any part is found
    Column("name", Text, nullable=False),
    #: lines that are found from their beginning
    Column("readings", Text, nullable=False),
    sqlite_with_rowid=False,
)
#: rooms that are public by their join rules, or world-readable, with the type of the event that says so
open_rooms = Table(
    "people_search_open_rooms",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("why", Text, primary_key=True),
    sqlite_with_rowid=False,
)

ADD = insert(people)
CHANGE = (
    update(people)
    .where(people.c.user_id == bindparam("user"))
    .values(name=bindparam("new_name"), readings=bindparam("new_readings"))
)
REMOVE = delete(people).where(people.c.user_id == bindparam("user"))
OPEN = upsert(open_rooms, ["room_id", "why"], [])
CLOSE = delete(open_rooms).where(open_rooms.c.room_id == bindparam("room"), open_rooms.c.why == bindparam("reason"))

_own = memberships.alias("own")
_theirs = memberships.alias("theirs")
#: how many rooms somebody is in together with the one who asks
_shared = (
    select(_theirs.c.user_id, func.count(_theirs.c.room_id).label("rooms"))
    .select_from(_own.join(_theirs, _theirs.c.room_id == _own.c.room_id))
    .where(_own.c.user_id == bindparam("me"), _own.c.membership == "join", _theirs.c.membership == "join")
    .group_by(_theirs.c.user_id)
    .subquery()
)
_rooms = func.coalesce(_shared.c.rooms, 0)


def _like(column: Any, pattern: str) -> Any:
    return column.like(bindparam(pattern), escape=ESCAPE)


def _has_parts() -> list[Any]:
    """Every word is part of a name or begins a reading."""
    return [
        or_(_like(people.c.name, f"part{number}"), _like(people.c.readings, f"from{number}"))
        for number in range(WORDS_MAX)
    ]


def is_called(user_id: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether somebody has a name in which all words of `patterns_of` are; for statements of other capabilities."""
    return exists(select(people.c.user_id).where(people.c.user_id == user_id, *_has_parts()))


def find(*, only_known: bool, is_near: IsNear) -> Select[tuple[str]]:
    """Who is near first (`is_near(user id, me)`, a condition), then most shared rooms, then the better match, then by id.

    A statement to be kept: it is compiled once.
    """
    near = is_near(people.c.user_id, bindparam("me", type_=Text))
    match = case(
        (or_(_like(people.c.name, "equal"), _like(people.c.readings, "equal")), 0),
        (or_(_like(people.c.name, "begin"), _like(people.c.readings, "begin")), 1),
        (_like(people.c.name, "word"), 2),
        else_=3,
    )
    found = (
        select(people.c.user_id)
        .select_from(people.outerjoin(_shared, _shared.c.user_id == people.c.user_id))
        .where(
            people.c.user_id != bindparam("me"),
            *_has_parts(),
        )
        .order_by(case((near, 0), else_=1), _rooms.desc(), match, people.c.user_id)
        .limit(bindparam("most"))
    )
    if not only_known:
        return found
    in_the_open = (
        select(memberships.c.room_id)
        .select_from(memberships.join(open_rooms, open_rooms.c.room_id == memberships.c.room_id))
        .where(memberships.c.user_id == people.c.user_id, memberships.c.membership == "join")
    )
    return found.where(or_(_rooms > 0, near, exists(in_the_open)))
