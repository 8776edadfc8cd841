"""Accounts and registration tokens."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from laiwang.kernel.sql import NOW_MS, metadata, upsert

__all__ = [
    "ACCOUNT",
    "ADD",
    "ADD_REGISTRATION_TOKEN",
    "ADD_UIA_SESSION",
    "BUCKET",
    "CHANGE_REGISTRATION_TOKEN",
    "COUNT",
    "CREATED",
    "DEACTIVATE",
    "DROP_FULL_BUCKETS",
    "DROP_OLDEST_UIA_SESSIONS",
    "DROP_OLD_UIA_SESSIONS",
    "DROP_REGISTRATION_TOKEN",
    "END_UIA_SESSION",
    "KNOWN",
    "LIST",
    "LIST_COUNT",
    "MADE_PER_DAY",
    "MATCHES",
    "NEW_BUCKET",
    "PEOPLE",
    "PEOPLE_AMONG",
    "PEOPLE_COUNT",
    "REGISTRATION_TOKEN",
    "REGISTRATION_TOKENS",
    "SAVE_UIA_SESSION",
    "SET_ADMIN",
    "SET_LOCKED",
    "SET_PASSWORD",
    "SET_SUSPENDED",
    "SOMEBODY",
    "TAKE_FROM_BUCKET",
    "UIA_SESSION",
    "USE_REGISTRATION_TOKEN",
    "people_made",
]

accounts = Table(
    "accounts",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("password_hash", Text),
    Column("is_admin", Integer, nullable=False),
    Column("is_deactivated", Integer, nullable=False),
    Column("is_locked", Integer, nullable=False),
    Column("is_suspended", Integer, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
)
#: what somebody has proved so far on her way through an authentication of several steps. Only who has the session's id can read it: the
#: key of `sealed` is made of it, and the row has its SHA-256 alone
uia_sessions = Table(
    "uia_sessions",
    metadata,
    Column("id_hash", Text, primary_key=True),
    Column("started_ms", BigInteger, nullable=False),
    #: how often it was written: of two answers at once one is taken
    Column("step", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("uia_sessions_started", "started_ms"),
    sqlite_with_rowid=False,
)
#: what was done lately that may not be done often, for all processes: when it will count no more, in microseconds of the database's clock
rate_buckets = Table(
    "rate_buckets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("free_us", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
registration_tokens = Table(
    "registration_tokens",
    metadata,
    Column("token", Text, primary_key=True),
    Column("uses_left", BigInteger),
    Column("expires_ms", BigInteger),
    Column("created_ms", BigInteger, nullable=False),
)

_this = accounts.c.user_id == bindparam("user")
ADD = insert(accounts)
ACCOUNT = select(
    accounts.c.password_hash,
    accounts.c.is_admin,
    accounts.c.is_deactivated,
    accounts.c.is_locked,
    accounts.c.is_suspended,
).where(_this)
KNOWN = select(accounts.c.user_id).where(
    accounts.c.user_id.in_(bindparam("users", expanding=True)), accounts.c.is_deactivated == 0
)
COUNT = select(func.count(accounts.c.user_id))
SET_PASSWORD = update(accounts).where(_this).values(password_hash=bindparam("hashed"))
SET_ADMIN = update(accounts).where(_this).values(is_admin=bindparam("admin"))
SET_LOCKED = update(accounts).where(_this).values(is_locked=bindparam("locked"))
SET_SUSPENDED = update(accounts).where(_this).values(is_suspended=bindparam("suspended"))
DEACTIVATE = update(accounts).where(_this).values(is_deactivated=1, password_hash=None)
#: which accounts a list is about, by the state that is asked for
MATCHES = {
    "all": true(),
    "active": accounts.c.is_deactivated == 0,
    "administrators": accounts.c.is_admin == 1,
    "locked": accounts.c.is_locked == 1,
    "suspended": accounts.c.is_suspended == 1,
    "deactivated": accounts.c.is_deactivated == 1,
}
_found = or_(
    accounts.c.user_id.like(bindparam("pattern"), escape="\\"),
    accounts.c.user_id.in_(bindparam("named", expanding=True)),
)
_listed = (
    accounts.c.user_id,
    accounts.c.is_admin,
    accounts.c.is_deactivated,
    accounts.c.is_locked,
    accounts.c.is_suspended,
    accounts.c.created_ms,
)
#: by (order, state); "newest" begins below the pair of `before_ms` and `after`
LIST = {
    **{
        ("id", state): select(*_listed)
        .where(matches, _found, accounts.c.user_id > bindparam("after"))
        .order_by(accounts.c.user_id)
        .limit(bindparam("most"))
        for state, matches in MATCHES.items()
    },
    **{
        ("newest", state): select(*_listed)
        .where(
            matches,
            _found,
            or_(
                accounts.c.created_ms < bindparam("before_ms"),
                (accounts.c.created_ms == bindparam("before_ms")) & (accounts.c.user_id > bindparam("after")),
            ),
        )
        .order_by(accounts.c.created_ms.desc(), accounts.c.user_id)
        .limit(bindparam("most"))
        for state, matches in MATCHES.items()
    },
}
LIST_COUNT = {
    state: select(func.count(accounts.c.user_id)).where(matches, _found) for state, matches in MATCHES.items()
}
#: who can log in by herself: neither ghosts of bridges nor the server's own account
PEOPLE = (
    select(accounts.c.user_id)
    .where(
        accounts.c.is_deactivated == 0,
        accounts.c.password_hash.is_not(None),
        accounts.c.user_id > bindparam("after"),
    )
    .order_by(accounts.c.user_id)
    .limit(bindparam("most"))
)
#: (user id, when her account was made), of people, for statements of capabilities above that count by both
people_made = (
    select(accounts.c.user_id, accounts.c.created_ms)
    .where(accounts.c.is_deactivated == 0, accounts.c.password_hash.is_not(None))
    .subquery("people_made")
)
_day = accounts.c.created_ms // bindparam("day_ms", type_=BigInteger)
#: (day since 1970, accounts made on it), ghosts of bridges and the server's own account left out
MADE_PER_DAY = (
    select(_day, func.count(accounts.c.user_id))
    .where(accounts.c.created_ms >= bindparam("since_ms"), accounts.c.password_hash.is_not(None))
    .group_by(_day)
    .order_by(_day)
)
#: which of some ids are those of people, gone or not
PEOPLE_AMONG = select(accounts.c.user_id).where(
    accounts.c.password_hash.is_not(None), accounts.c.user_id.in_(bindparam("some", expanding=True))
)
PEOPLE_COUNT = select(func.count(accounts.c.user_id)).where(
    accounts.c.is_deactivated == 0, accounts.c.password_hash.is_not(None)
)
SOMEBODY = select(accounts.c.user_id).limit(1)
CREATED = select(accounts.c.created_ms).where(_this)
_token = registration_tokens.c.token == bindparam("token")
_this_session = uia_sessions.c.id_hash == bindparam("hashed")
_in_time = uia_sessions.c.started_ms > NOW_MS - bindparam("longest_ms")
ADD_UIA_SESSION = insert(uia_sessions).values(
    id_hash=bindparam("id_hash"), started_ms=NOW_MS, step=1, sealed=bindparam("sealed")
)
UIA_SESSION = select(uia_sessions.c.step, uia_sessions.c.sealed).where(_this_session, _in_time)
SAVE_UIA_SESSION = (
    update(uia_sessions)
    .where(_this_session, uia_sessions.c.step == bindparam("before"))
    .values(step=uia_sessions.c.step + 1, sealed=bindparam("newly_sealed"))
)
END_UIA_SESSION = delete(uia_sessions).where(_this_session)
DROP_OLD_UIA_SESSIONS = delete(uia_sessions).where(~_in_time)
DROP_OLDEST_UIA_SESSIONS = delete(uia_sessions).where(
    uia_sessions.c.started_ms
    < select(uia_sessions.c.started_ms)
    .order_by(uia_sessions.c.started_ms.desc())
    .limit(1)
    .offset(bindparam("most"))
    .scalar_subquery()
)
_now_us = NOW_MS * 1000
_free_us = case((rate_buckets.c.free_us > _now_us, rate_buckets.c.free_us), else_=_now_us)
NEW_BUCKET = upsert(rate_buckets, ["name"], [])
#: a guard: takes from a bucket what costs so much, and touches no row when that is more than there is
TAKE_FROM_BUCKET = (
    update(rate_buckets)
    .where(
        rate_buckets.c.name == bindparam("of_bucket"),
        _free_us + bindparam("cost_us", type_=BigInteger) - _now_us <= bindparam("room_us", type_=BigInteger),
    )
    .values(free_us=_free_us + bindparam("cost_us", type_=BigInteger))
)
#: how much of it is taken
BUCKET = select(_free_us - _now_us).where(rate_buckets.c.name == bindparam("of_bucket"))
DROP_FULL_BUCKETS = delete(rate_buckets).where(rate_buckets.c.free_us < _now_us)
ADD_REGISTRATION_TOKEN = insert(registration_tokens)
REGISTRATION_TOKEN = select(registration_tokens.c.uses_left, registration_tokens.c.expires_ms).where(_token)
REGISTRATION_TOKENS = select(
    registration_tokens.c.token, registration_tokens.c.uses_left, registration_tokens.c.expires_ms
).order_by(registration_tokens.c.created_ms)
DROP_REGISTRATION_TOKEN = delete(registration_tokens).where(_token)
CHANGE_REGISTRATION_TOKEN = (
    update(registration_tokens).where(_token).values(uses_left=bindparam("uses"), expires_ms=bindparam("expires"))
)
#: a guard: touches one row only while the token is good
USE_REGISTRATION_TOKEN = (
    update(registration_tokens)
    .where(
        _token,
        (registration_tokens.c.uses_left.is_(None)) | (registration_tokens.c.uses_left > 0),
        (registration_tokens.c.expires_ms.is_(None)) | (registration_tokens.c.expires_ms > bindparam("now_ms")),
    )
    .values(uses_left=registration_tokens.c.uses_left - 1)
)
