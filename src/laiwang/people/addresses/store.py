"""Addresses, the proofs that somebody has one, the links that were mailed (as SHA-256 only), and the outbox."""

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
    insert,
    select,
    update,
)

from laiwang.kernel.sql import metadata, upsert

__all__ = [
    "ADD",
    "ADD_LINK",
    "ADD_MAIL",
    "ADD_PROOF",
    "CONFIRM",
    "DROP_EXPIRED_LINKS",
    "DROP_EXPIRED_PROOFS",
    "DROP_LINKS",
    "DROP_MAIL",
    "DROP_OF",
    "EXTEND",
    "LINKED",
    "MAILS_DUE",
    "MAIL_COUNT",
    "NEXT_MAIL",
    "OF",
    "OWNER",
    "POSTPONE",
    "PROOF",
    "PROOF_ASKED",
    "REMOVE",
    "SPEND",
    "SPEND_FOR_NEW",
    "WAITS",
]

addresses = Table(
    "addresses",
    metadata,
    # canonical; at most one person has it
    Column("address", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("validated_ms", BigInteger, nullable=False),
    Column("added_ms", BigInteger, nullable=False),
    Index("addresses_user", "user_id"),
)
proofs = Table(
    "address_proofs",
    metadata,
    Column("sid", Text, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("secret_hash", Text, nullable=False),
    Column("attempt", BigInteger, nullable=False),
    Column("language", Text, nullable=False),
    Column("next_link", Text),
    Column("expires_ms", BigInteger, nullable=False),
    Column("validated_ms", BigInteger),
    # who has used it, for the same request to be recognised when it comes again
    Column("spent_by", Text),
    Index("address_proofs_asked", "address", "secret_hash", "purpose", unique=True),
    Index("address_proofs_expires", "expires_ms"),
)
links = Table(
    "address_links",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("sid", Text, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Index("address_links_sid", "sid"),
    Index("address_links_expires", "expires_ms"),
)
outbox = Table(
    "outbox",
    metadata,
    Column("mail_id", Text, primary_key=True),
    Column("letter", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("language", Text, nullable=False),
    # the proof whose link it brings; none in a mail without a link
    Column("sid", Text),
    Column("tries", Integer, nullable=False),
    Column("due_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Index("outbox_due", "due_ms"),
)

_address = addresses.c.address == bindparam("of_address")
_sid = proofs.c.sid == bindparam("of_sid")
_now = bindparam("now_ms", type_=BigInteger)

ADD = insert(addresses)
OWNER = select(addresses.c.user_id).where(_address)
OF = (
    select(addresses.c.address, addresses.c.validated_ms, addresses.c.added_ms)
    .where(addresses.c.user_id == bindparam("user"))
    .order_by(addresses.c.added_ms, addresses.c.address)
)
REMOVE = delete(addresses).where(_address, addresses.c.user_id == bindparam("user"))
DROP_OF = delete(addresses).where(addresses.c.user_id == bindparam("user"))

#: a proof that was asked for again begins anew when the older one is over
ADD_PROOF = upsert(
    proofs,
    ["address", "secret_hash", "purpose"],
    ["sid", "attempt", "language", "next_link", "expires_ms", "validated_ms", "spent_by"],
)
PROOF_ASKED = select(proofs.c.sid, proofs.c.attempt, proofs.c.validated_ms).where(
    proofs.c.address == bindparam("of_address"),
    proofs.c.secret_hash == bindparam("hashed"),
    proofs.c.purpose == bindparam("for_purpose"),
    proofs.c.expires_ms > _now,
)
PROOF = select(
    proofs.c.address, proofs.c.secret_hash, proofs.c.purpose, proofs.c.validated_ms, proofs.c.spent_by
).where(_sid, proofs.c.expires_ms > _now)
#: guards: each touches one row only once, and only in time
CONFIRM = (
    update(proofs)
    .where(_sid, proofs.c.validated_ms.is_(None), proofs.c.expires_ms > _now)
    .values(validated_ms=_now, expires_ms=bindparam("until_ms"))
)
_spendable = (_sid, proofs.c.validated_ms.is_not(None), proofs.c.spent_by.is_(None), proofs.c.expires_ms > _now)
SPEND = update(proofs).where(*_spendable).values(spent_by=bindparam("user"))
#: and only while the address is nobody's
SPEND_FOR_NEW = (
    update(proofs)
    .where(*_spendable, ~exists(select(addresses.c.address).where(addresses.c.address == proofs.c.address)))
    .values(spent_by=bindparam("user"))
)
EXTEND = update(proofs).where(_sid, proofs.c.validated_ms.is_(None)).values(expires_ms=bindparam("until_ms"))
DROP_EXPIRED_PROOFS = delete(proofs).where(proofs.c.expires_ms <= _now)

ADD_LINK = insert(links)
#: (sid, purpose, address, language, next link) of a link that can still be used
LINKED = (
    select(proofs.c.sid, proofs.c.purpose, proofs.c.address, proofs.c.language, proofs.c.next_link)
    .join(links, links.c.sid == proofs.c.sid)
    .where(links.c.token_hash == bindparam("hashed"), links.c.expires_ms > _now, proofs.c.validated_ms.is_(None))
)
DROP_LINKS = delete(links).where(links.c.sid == bindparam("of_sid"))
DROP_EXPIRED_LINKS = delete(links).where(links.c.expires_ms <= _now)

ADD_MAIL = insert(outbox)
#: whether such a mail is on its way to an address already
WAITS = (
    select(outbox.c.mail_id)
    .where(outbox.c.address == bindparam("of_address"), outbox.c.letter == bindparam("such"))
    .limit(1)
)
MAIL_COUNT = select(func.count(outbox.c.mail_id))
MAILS_DUE = (
    select(
        outbox.c.mail_id,
        outbox.c.letter,
        outbox.c.address,
        outbox.c.language,
        outbox.c.sid,
        outbox.c.tries,
        outbox.c.expires_ms,
    )
    .where(outbox.c.due_ms <= _now)
    .order_by(outbox.c.due_ms)
    .limit(bindparam("most"))
)
NEXT_MAIL = select(func.min(outbox.c.due_ms))
POSTPONE = (
    update(outbox)
    .where(outbox.c.mail_id == bindparam("of_mail"))
    .values(tries=outbox.c.tries + 1, due_ms=bindparam("until_ms"))
)
DROP_MAIL = delete(outbox).where(outbox.c.mail_id == bindparam("of_mail"))
