"""What other systems call people, and the tokens by which they keep the staff of an organisation.

What people had before keeps its meaning: all of them begin empty.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The step itself, inside the transaction of the whole upgrade."""
    op.create_table(
        "scim_tokens",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "name"),
    )

    op.create_index("scim_tokens_hash", "scim_tokens", ["token_hash"], unique=True)

    op.create_table(
        "scim_users",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("has_locked", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "user_id"),
    )

    op.create_index("scim_users_name", "scim_users", ["organisation_id", "folded_name"], unique=True)
