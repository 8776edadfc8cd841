"""Contacts, requests, and who is not to be suggested."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    update,
)

from laiwang.kernel.sql import metadata, upsert

__all__ = [
    "ADD",
    "ADD_ACCEPTED",
    "ASK",
    "CHANGE",
    "CONTACT",
    "COUNT",
    "DECIDE",
    "DROP_CONTACTS",
    "DROP_REQUESTS",
    "END",
    "INCOMING",
    "IS_UNSUGGESTED",
    "LABELS",
    "OUTGOING",
    "PAGE",
    "REQUEST",
    "SET_SUGGESTED",
    "SHARED",
    "SUGGEST",
    "UNSUGGEST",
]

contacts = Table(
    "contacts",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("contact_id", Text, primary_key=True),
    Column("remark", Text),
    # a JSON list
    Column("labels", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("room_id", Text, nullable=False),
    Column("since_ms", BigInteger, nullable=False),
    Index("contacts_contact", "contact_id"),
    sqlite_with_rowid=False,
)
#: the newest between two people in one direction
requests = Table(
    "contact_requests",
    metadata,
    Column("from_id", Text, primary_key=True),
    Column("to_id", Text, primary_key=True),
    Column("room_id", Text, nullable=False),
    Column("greeting", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("decided_ms", BigInteger),
    Index("contact_requests_to", "to_id", "made_ms"),
    Index("contact_requests_room", "room_id"),
    sqlite_with_rowid=False,
)
unsuggested = Table(
    "contacts_unsuggested",
    metadata,
    Column("user_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

CONTACT = select(contacts).where(contacts.c.user_id == bindparam("user"), contacts.c.contact_id == bindparam("contact"))
COUNT = select(func.count()).select_from(contacts).where(contacts.c.user_id == bindparam("user"))
PAGE = (
    select(contacts)
    .where(contacts.c.user_id == bindparam("user"), contacts.c.contact_id > bindparam("after"))
    .order_by(contacts.c.contact_id)
    .limit(bindparam("most"))
)
LABELS = select(contacts.c.labels).where(contacts.c.user_id == bindparam("user"), contacts.c.labels != "[]")
ADD = upsert(contacts, ["user_id", "contact_id"], [])
CHANGE = (
    update(contacts)
    .where(contacts.c.user_id == bindparam("user"), contacts.c.contact_id == bindparam("contact"))
    .values(remark=bindparam("new_remark"), labels=bindparam("new_labels"))
)
#: both sides
END = delete(contacts).where(
    or_(
        and_(contacts.c.user_id == bindparam("user"), contacts.c.contact_id == bindparam("contact")),
        and_(contacts.c.user_id == bindparam("contact"), contacts.c.contact_id == bindparam("user")),
    )
)

ASK = upsert(requests, ["from_id", "to_id"])
REQUEST = select(requests).where(requests.c.from_id == bindparam("asker"), requests.c.to_id == bindparam("asked"))
_newest = requests.c.made_ms.desc()
#: a further chat of two with a contact asks nothing any more
_of_a_stranger = (
    ~select(literal(1))
    .where(contacts.c.user_id == requests.c.to_id, contacts.c.contact_id == requests.c.from_id)
    .exists()
)
INCOMING = (
    select(requests)
    .where(
        requests.c.to_id == bindparam("user"),
        requests.c.state == "open",
        requests.c.made_ms < bindparam("before"),
        _of_a_stranger,
    )
    .order_by(_newest)
    .limit(bindparam("most"))
)
OUTGOING = (
    select(requests)
    .where(requests.c.from_id == bindparam("user"), requests.c.made_ms < bindparam("before"))
    .order_by(_newest)
    .limit(bindparam("most"))
)
_decided = and_(
    requests.c.room_id == bindparam("room"), requests.c.to_id == bindparam("person"), requests.c.state == "open"
)


def _accepted(user: Column[str], contact: Column[str]):  # type: ignore[no-untyped-def]
    """One side of what an accepted invitation makes."""
    there = contacts.alias()
    known = select(literal(1)).where(there.c.user_id == user, there.c.contact_id == contact).exists()
    made = select(
        user,
        contact,
        null(),
        literal("[]"),
        requests.c.source,
        requests.c.room_id,
        bindparam("at_ms", type_=BigInteger),
    )
    return insert(contacts).from_select(
        ["user_id", "contact_id", "remark", "labels", "source", "room_id", "since_ms"], made.where(_decided, ~known)
    )


#: both sides, before DECIDE
ADD_ACCEPTED = (
    _accepted(requests.c.from_id, requests.c.to_id),
    _accepted(requests.c.to_id, requests.c.from_id),
)
DECIDE = update(requests).where(_decided).values(state=bindparam("outcome"), decided_ms=bindparam("at_ms"))
#: of how many of one's contacts the contacts are looked through, the newest first
LOOKED_THROUGH_MAX = 300
_mine = (
    select(contacts.c.user_id, contacts.c.contact_id)
    .where(contacts.c.user_id == bindparam("user"))
    .order_by(contacts.c.since_ms.desc(), contacts.c.contact_id)
    .limit(LOOKED_THROUGH_MAX)
    .subquery("mine")
)
_theirs, _known = contacts.alias("theirs"), contacts.alias("known")
_shared = func.count()
SUGGEST = (
    select(_theirs.c.contact_id, _shared)
    .select_from(_mine.join(_theirs, _theirs.c.user_id == _mine.c.contact_id))
    .where(
        _theirs.c.contact_id != bindparam("user"),
        ~select(literal(1))
        .where(_known.c.user_id == bindparam("user"), _known.c.contact_id == _theirs.c.contact_id)
        .exists(),
        ~select(literal(1)).where(unsuggested.c.user_id == _theirs.c.contact_id).exists(),
    )
    .group_by(_theirs.c.contact_id)
    .having(_shared >= bindparam("least"))
    .order_by(_shared.desc(), _theirs.c.contact_id)
    .limit(bindparam("most"))
)
SHARED = (
    select(_mine.c.contact_id)
    .select_from(_mine.join(_theirs, _theirs.c.user_id == _mine.c.contact_id))
    .where(_theirs.c.contact_id == bindparam("person"))
    .order_by(_mine.c.contact_id)
    .limit(bindparam("most"))
)
IS_UNSUGGESTED = select(unsuggested).where(unsuggested.c.user_id == bindparam("user"))
UNSUGGEST = upsert(unsuggested, ["user_id"], [])
SET_SUGGESTED = delete(unsuggested).where(unsuggested.c.user_id == bindparam("user"))

DROP_CONTACTS = delete(contacts).where(
    or_(contacts.c.user_id == bindparam("user"), contacts.c.contact_id == bindparam("user"))
)
DROP_REQUESTS = delete(requests).where(
    or_(requests.c.from_id == bindparam("user"), requests.c.to_id == bindparam("user"))
)
