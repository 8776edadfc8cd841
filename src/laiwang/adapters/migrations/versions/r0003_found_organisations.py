"""Tables of organisations, and of answers to writes that may be repeated.

What people had before keeps its meaning: all of them begin empty.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The step itself, inside the transaction of the whole upgrade."""
    op.create_table(
        "organisation_departments",
        sa.Column("department_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("department_id"),
    )
    op.create_index(
        "organisation_departments_sibling",
        "organisation_departments",
        ["organisation_id", "parent_id", "folded_name"],
        unique=True,
    )
    op.create_table(
        "organisation_invitations",
        sa.Column("invitation_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("department_id", sa.Text(), nullable=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.Column("used_ms", sa.BigInteger(), nullable=True),
        sa.Column("used_for", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("invitation_id"),
    )
    op.create_index("organisation_invitations_code", "organisation_invitations", ["code"], unique=True)
    op.create_index("organisation_invitations_of", "organisation_invitations", ["organisation_id", "invitation_id"])
    op.create_table(
        "organisation_members",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("joined_ms", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("is_active", sa.Integer(), nullable=False),
        sa.Column("is_managed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "user_id"),
    )
    op.create_index(
        "organisation_members_external",
        "organisation_members",
        ["organisation_id", "external_id"],
        unique=True,
        sqlite_where=sa.text("external_id IS NOT NULL"),
        postgresql_where=sa.text("external_id IS NOT NULL"),
    )
    op.create_index("organisation_members_person", "organisation_members", ["user_id"])
    op.create_table(
        "organisation_partnerships",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=False),
        sa.Column("shows", sa.Text(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "partner_id"),
    )
    op.create_index("organisation_partnerships_partner", "organisation_partnerships", ["partner_id"])
    op.create_table(
        "organisation_posts",
        sa.Column("department_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("is_supervisor", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("department_id", "user_id"),
    )
    op.create_index("organisation_posts_person", "organisation_posts", ["organisation_id", "user_id"])
    op.create_table(
        "organisation_shared_departments",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=False),
        sa.Column("department_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "partner_id", "department_id"),
    )
    op.create_index("organisation_shared_departments_department", "organisation_shared_departments", ["department_id"])
    op.create_table(
        "organisations",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_verified", sa.Integer(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id"),
    )
    op.create_table(
        "repeats",
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.Text(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key_hash"),
    )
    op.create_index("repeats_at", "repeats", ["at_ms"])
