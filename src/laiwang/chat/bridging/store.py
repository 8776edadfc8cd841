"""How far each application service has been told, and the transaction that it has not taken yet."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text, bindparam, select

from laiwang.kernel.sql import metadata, upsert

__all__ = ["PLACE", "SET_PLACE", "service_places"]

service_places = Table(
    "service_places",
    metadata,
    Column("service_id", Text, primary_key=True),
    # everything up to here has been taken, or does not concern the service
    Column("position", BigInteger, nullable=False),
    # the open transaction: its id (empty when none is open), where it ends, and its events as a JSON list of positions
    Column("txn_id", Text, nullable=False),
    Column("target", BigInteger, nullable=False),
    Column("positions", Text, nullable=False),
)

PLACE = select(
    service_places.c.position, service_places.c.txn_id, service_places.c.target, service_places.c.positions
).where(service_places.c.service_id == bindparam("service"))
SET_PLACE = upsert(service_places, ["service_id"])
