"""Schema changes, one Alembic revision each, for both engines.

A new database gets today's tables at once; a test shows that both ways end alike.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["HEAD", "upgrade"]

#: the newest revision; a test keeps it equal to what the revision files say
HEAD = "0001"


def upgrade(url: str) -> None:
    """Brings the database at a SQLAlchemy URL up to HEAD."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("sqlalchemy.url", url)
    command.upgrade(config, "head")
