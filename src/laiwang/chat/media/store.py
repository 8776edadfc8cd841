"""Tables and statements of media."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
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

from laiwang.chat.media.model import PENDING, QUARANTINED, READY
from laiwang.kernel.sql import metadata, upsert

media = Table(
    "media",
    metadata,
    Column("media_id", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    # 1 when somebody has looked at it, whole or as a thumbnail
    Column("is_fetched", Integer, nullable=False),
    Index("media_user", "user_id", "state"),
    Index("media_expiry", "state", "expires_ms"),
    Index("media_fetched", "is_fetched", "created_ms", "media_id"),
    sqlite_with_rowid=False,
)

#: a content type of "" says that no thumbnail can be made
thumbnails = Table(
    "thumbnails",
    metadata,
    Column("media_id", Text, primary_key=True),
    Column("size", Text, primary_key=True),
    Column("content_type", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

#: which events name a file, in the clear; those that were redacted do not
uses = Table(
    "media_uses",
    metadata,
    Column("media_id", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("room_id", Text, nullable=False),
    Index("media_uses_position", "position"),
    Index("media_uses_room", "room_id", "media_id"),
    sqlite_with_rowid=False,
)
#: files that go, unless they are wanted elsewhere
given_up = Table(
    "media_given_up",
    metadata,
    Column("media_id", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    sqlite_with_rowid=False,
)

#: guards nothing: being so already is fine
NOTE_FETCHED = update(media).where(media.c.media_id == bindparam("of_media")).values(is_fetched=1)
TAKEN_BYTES = select(func.coalesce(func.sum(media.c.size_bytes), 0)).where(media.c.user_id == bindparam("user"))
TOTALS = select(func.count(), func.coalesce(func.sum(media.c.size_bytes), 0))
GIVEN_UP_COUNT = select(func.count()).select_from(given_up)
#: files that nobody has looked at and no event names, in order of their age; a page begins after a file
UNUSED = (
    select(media.c.media_id, media.c.user_id, media.c.created_ms)
    .where(
        media.c.is_fetched == 0,
        media.c.state == READY,
        media.c.created_ms < bindparam("before_ms"),
        or_(
            media.c.created_ms > bindparam("after_ms"),
            (media.c.created_ms == bindparam("after_ms")) & (media.c.media_id > bindparam("after")),
        ),
        ~exists().where(uses.c.media_id == media.c.media_id),
    )
    .order_by(media.c.created_ms, media.c.media_id)
    .limit(bindparam("most"))
)
ADD_USE = upsert(uses, ["media_id", "position"], [])
DROP_USES = delete(uses).where(uses.c.position == bindparam("at"))
USE = select(uses.c.position).where(uses.c.media_id == bindparam("of_media")).limit(1)
GIVE_UP = upsert(given_up, ["media_id"])
GIVEN_UP = select(given_up.c.media_id, given_up.c.user_id).order_by(given_up.c.media_id).limit(bindparam("most"))
END_GIVING_UP = delete(given_up).where(given_up.c.media_id == bindparam("of_media"))
MEDIA = select(media).where(media.c.media_id == bindparam("media_id"))
NEW_MEDIA = insert(media)
PENDING_COUNT = select(func.count()).where(
    media.c.user_id == bindparam("user_id"), media.c.state == PENDING, media.c.expires_ms > bindparam("now_ms")
)
MAKE_READY = (
    update(media)
    .where(media.c.media_id == bindparam("of_media"), media.c.state == PENDING)
    .values(
        state=READY,
        content_type=bindparam("new_content_type"),
        file_name=bindparam("new_file_name"),
        size_bytes=bindparam("new_size_bytes"),
        sha256=bindparam("new_sha256"),
    )
)
DELETE_PENDING = delete(media).where(media.c.media_id == bindparam("of_media"), media.c.state == PENDING)
EXPIRED = (
    select(media.c.media_id)
    .where(media.c.state == PENDING, media.c.expires_ms <= bindparam("now_ms"))
    .order_by(media.c.expires_ms)
    .limit(500)
)
THUMBNAIL = select(thumbnails.c.content_type, thumbnails.c.size_bytes).where(
    thumbnails.c.media_id == bindparam("media_id"), thumbnails.c.size == bindparam("size")
)
SET_THUMBNAIL = upsert(thumbnails, ["media_id", "size"])

_named_here = select(uses.c.media_id).where(uses.c.room_id == bindparam("whose"))
#: whose files: all, those that a person has uploaded, those that messages of a room name
_WHOSE = {"all": None, "person": media.c.user_id == bindparam("whose"), "room": media.c.media_id.in_(_named_here)}
_ORDERS = {"newest": media.c.created_ms, "largest": media.c.size_bytes}
_named_last = select(func.max(uses.c.position)).where(uses.c.media_id == media.c.media_id).scalar_subquery()
#: (file, position of the newest event that names it), by whose and order; a page begins below the pair of `below` and `after`
FILES = {
    (whose, order): select(media, _named_last)
    .where(
        *(() if which is None else (which,)),
        media.c.state != PENDING,
        or_(by < bindparam("below"), (by == bindparam("below")) & (media.c.media_id > bindparam("after"))),
    )
    .order_by(by.desc(), media.c.media_id)
    .limit(bindparam("most"))
    for whose, which in _WHOSE.items()
    for order, by in _ORDERS.items()
}
_kind = case(
    (media.c.content_type.like("image/%"), "image"),
    (media.c.content_type.like("video/%"), "video"),
    (media.c.content_type.like("audio/%"), "audio"),
    else_="other",
)
#: (kind, files, bytes) by whose
KINDS = {
    whose: select(_kind, func.count(), func.sum(media.c.size_bytes))
    .where(*(() if which is None else (which,)), media.c.state != PENDING)
    .group_by(_kind)
    for whose, which in _WHOSE.items()
}
#: guards: touch a file that is not so already
SET_STATE = {
    is_quarantined: update(media)
    .where(media.c.media_id == bindparam("of_media"), media.c.state == (READY if is_quarantined else QUARANTINED))
    .values(state=QUARANTINED if is_quarantined else READY)
    for is_quarantined in (False, True)
}
DELETE_FILE = delete(media).where(media.c.media_id == bindparam("of_media"), media.c.state != PENDING)
THUMBNAILS_OF = select(thumbnails.c.size).where(thumbnails.c.media_id == bindparam("of_media"))
DELETE_THUMBNAILS = delete(thumbnails).where(thumbnails.c.media_id == bindparam("of_media"))
