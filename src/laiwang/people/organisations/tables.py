"""Organisations, their departments, who is in them and at which posts, codes to join by, and partnerships."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from laiwang.kernel.sql import metadata, partial_index

__all__ = ["departments", "invitations", "members", "organisations", "partnerships", "posts", "shared"]

organisations = Table(
    "organisations",
    metadata,
    Column("organisation_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    # whether an administrator of the server has made sure that it is what it says
    Column("is_verified", Integer, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
)
departments = Table(
    "organisation_departments",
    metadata,
    Column("department_id", Text, primary_key=True),
    Column("organisation_id", Text, nullable=False),
    # empty at the top
    Column("parent_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded_name", Text, nullable=False),
    # what another system calls it
    Column("external_id", Text),
    Index("organisation_departments_sibling", "organisation_id", "parent_id", "folded_name", unique=True),
)
members = Table(
    "organisation_members",
    metadata,
    Column("organisation_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("title", Text),
    # how she came: founder, administrator, invitation, domain, import
    Column("source", Text, nullable=False),
    Column("joined_ms", BigInteger, nullable=False),
    # what another system calls her
    Column("external_id", Text),
    # 0: another system says that she is away; she is no member for anybody, and comes back as she was
    Column("is_active", Integer, nullable=False),
    # whether the organisation made her account, and may lock it
    Column("is_managed", Integer, nullable=False),
    Index("organisation_members_person", "user_id"),
    partial_index(
        "organisation_members_external",
        "organisation_id",
        "external_id",
        where="external_id IS NOT NULL",
        unique=True,
    ),
)
posts = Table(
    "organisation_posts",
    metadata,
    Column("department_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("organisation_id", Text, nullable=False),
    Column("is_supervisor", Integer, nullable=False),
    Index("organisation_posts_person", "organisation_id", "user_id"),
)
invitations = Table(
    "organisation_invitations",
    metadata,
    Column("invitation_id", Text, primary_key=True),
    Column("organisation_id", Text, nullable=False),
    Column("code", Text, nullable=False),
    # member or partner
    Column("kind", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("department_id", Text),
    Column("made_by", Text, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("used_by", Text),
    Column("used_ms", BigInteger),
    # the organisation that became a partner by it
    Column("used_for", Text),
    Index("organisation_invitations_code", "code", unique=True),
    Index("organisation_invitations_of", "organisation_id", "invitation_id"),
)
#: two rows for each partnership: what either shows the other
partnerships = Table(
    "organisation_partnerships",
    metadata,
    Column("organisation_id", Text, primary_key=True),
    Column("partner_id", Text, primary_key=True),
    # nothing, departments (their names), people (and who works there)
    Column("shows", Text, nullable=False),
    Column("since_ms", BigInteger, nullable=False),
    Index("organisation_partnerships_partner", "partner_id"),
)
shared = Table(
    "organisation_shared_departments",
    metadata,
    Column("organisation_id", Text, primary_key=True),
    Column("partner_id", Text, primary_key=True),
    Column("department_id", Text, primary_key=True),
    Index("organisation_shared_departments_department", "department_id"),
)
