"""Domains that organisations claim, and who was taken out of one.

What people had before keeps its meaning: all of them begin empty.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The step itself, inside the transaction of the whole upgrade."""
    op.create_table(
        "organisation_bars",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "user_id"),
    )
    op.create_table(
        "organisation_domains",
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("claimed_ms", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("domain", "organisation_id"),
    )

    op.create_index(
        "organisation_domains_confirmed",
        "organisation_domains",
        ["domain"],
        unique=True,
        sqlite_where=sa.text("confirmed_ms IS NOT NULL"),
        postgresql_where=sa.text("confirmed_ms IS NOT NULL"),
    )
