"""Departures: who left an organisation, and how far her rooms are handed over.

What people had before keeps its meaning: all of them begin empty.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The step itself, inside the transaction of the whole upgrade."""
    op.create_table(
        "departures",
        sa.Column("departure_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("heir", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("has_rooms", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("started_ms", sa.BigInteger(), nullable=False),
        sa.Column("finished_ms", sa.BigInteger(), nullable=True),
        sa.Column("after_room", sa.Text(), nullable=False),
        sa.Column("rooms_done", sa.BigInteger(), nullable=False),
        sa.Column("rooms_given", sa.BigInteger(), nullable=False),
        sa.Column("rooms_refused", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("departure_id"),
    )

    op.create_index("departures_finished", "departures", ["finished_ms"])
    op.create_index("departures_of", "departures", ["organisation_id", "departure_id"])
