"""Rows of rooms that are not events."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from laiwang.kernel.tables import memberships

__all__ = ["FORGET"]

FORGET = (
    update(memberships)
    .where(memberships.c.user_id == bindparam("user"), memberships.c.room_id == bindparam("room"))
    .values(forgotten=1)
)
