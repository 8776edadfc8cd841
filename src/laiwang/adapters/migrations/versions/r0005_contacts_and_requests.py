"""Contacts and requests to be one.

What people had before keeps its meaning, and nothing here takes long while a server waits for it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The step itself, inside the transaction of the whole upgrade."""
    op.create_table(
        "contact_requests",
        sa.Column("from_id", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("greeting", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("decided_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("from_id", "to_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("contact_requests", schema=None) as batch_op:
        batch_op.create_index("contact_requests_room", ["room_id"], unique=False)
        batch_op.create_index("contact_requests_to", ["to_id", "made_ms"], unique=False)

    op.create_table(
        "contacts",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("labels", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "contact_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index("contacts_contact", ["contact_id"], unique=False)

    op.create_table(
        "contacts_unsuggested",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user_id"),
        sqlite_with_rowid=False,
    )
