"""${message}.

What people had before keeps its meaning, and nothing here takes long while a server waits for it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "${up_revision}"
down_revision = ${f'"{down_revision}"' if down_revision else None}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The step itself, inside the transaction of the whole upgrade."""
    ${upgrades if upgrades else "pass"}
