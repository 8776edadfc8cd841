"""Domains that organisations claim, and who was taken out of an organisation and does not come back by an address."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text, bindparam, delete, or_, select, update

from laiwang.kernel.sql import metadata, partial_index, upsert

__all__ = [
    "BAR",
    "CLAIM",
    "CLAIMED",
    "CLAIMS",
    "CLAIMS_OF",
    "CONFIRM",
    "CONFIRMED_AMONG",
    "DROP",
    "DROP_BARS_OF",
    "DROP_OF",
    "HOLDER",
    "IS_BARRED",
    "WITHDRAW",
]

domains = Table(
    "organisation_domains",
    metadata,
    Column("domain", Text, primary_key=True),
    Column("organisation_id", Text, primary_key=True),
    Column("claimed_by", Text, nullable=False),
    Column("claimed_ms", BigInteger, nullable=False),
    Column("confirmed_by", Text),
    Column("confirmed_ms", BigInteger),
    # many may claim a domain, one has it
    partial_index("organisation_domains_confirmed", "domain", where="confirmed_ms IS NOT NULL", unique=True),
)
bars = Table(
    "organisation_bars",
    metadata,
    Column("organisation_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("since_ms", BigInteger, nullable=False),
)

_claim = (
    domains.c.domain,
    domains.c.organisation_id,
    domains.c.claimed_by,
    domains.c.claimed_ms,
    domains.c.confirmed_by,
    domains.c.confirmed_ms,
)
_of = domains.c.organisation_id == bindparam("of")
_this = (_of, domains.c.domain == bindparam("such"))
CLAIM = upsert(domains, ["domain", "organisation_id"], [])
CLAIMED = select(*_claim).where(*_this)
CLAIMS_OF = select(*_claim).where(_of).order_by(domains.c.domain)
CLAIMS = (
    select(*_claim)
    .where(
        or_(
            domains.c.domain > bindparam("after_domain"),
            (domains.c.domain == bindparam("after_domain")) & (domains.c.organisation_id > bindparam("after_of")),
        )
    )
    .order_by(domains.c.domain, domains.c.organisation_id)
    .limit(bindparam("most"))
)
CONFIRM = update(domains).where(*_this).values(confirmed_by=bindparam("by"), confirmed_ms=bindparam("at_ms"))
WITHDRAW = update(domains).where(*_this).values(confirmed_by=None, confirmed_ms=None)
DROP = delete(domains).where(*_this)
DROP_OF = delete(domains).where(_of)
HOLDER = select(domains.c.organisation_id).where(
    domains.c.domain == bindparam("such"), domains.c.confirmed_ms.is_not(None)
)
CONFIRMED_AMONG = (
    select(domains.c.domain, domains.c.organisation_id)
    .where(domains.c.domain.in_(bindparam("some", expanding=True)), domains.c.confirmed_ms.is_not(None))
    .order_by(domains.c.domain)
)

_barred = (bars.c.organisation_id == bindparam("of"), bars.c.user_id == bindparam("user"))
BAR = upsert(bars, ["organisation_id", "user_id"])
IS_BARRED = select(bars.c.since_ms).where(*_barred)
DROP_BARS_OF = delete(bars).where(bars.c.organisation_id == bindparam("of"))
