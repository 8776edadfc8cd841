"""Idempotency keys go when their time is over."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import insert, select

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs, Unit
from laiwang.kernel.tables import transactions
from laiwang.kit.ports import SystemChance, SystemClock
from laiwang.people.devices import Devices
from laiwang.people.devices.feature import TXNS_AT_ONCE

KEPT_MS = 1_000_000


@pytest.fixture
async def kernel(tmp_path: Path) -> AsyncIterator[Kernel]:
    """A kernel alone."""
    kernel = Kernel.build(
        server_name="example.org",
        database=lambda publish: SQLiteDatabase(tmp_path / "server.db", publish),
        blobs=cast(Blobs, None),
        clock=SystemClock(),
        chance=SystemChance(),
    )
    await kernel.start()
    yield kernel
    await kernel.stop()


async def add(kernel: Kernel, device_key: str, *ages_ms: int) -> None:
    """Keys that were used so long ago."""
    now_ms = kernel.clock.now_ms()
    unit = Unit()
    for number, age_ms in enumerate(ages_ms):
        row = {"device_key": device_key, "scope": "!room", "txn_id": f"{number}", "event_id": f"$event{number}"}
        unit.write(insert(transactions), {**row, "at_ms": now_ms - age_ms})
    await kernel.log.append(unit)


async def left(kernel: Kernel) -> list[tuple[str, str]]:
    """Device and number of those that are kept."""
    rows = await kernel.database.fetch(select(transactions.c.device_key, transactions.c.txn_id), {})
    return sorted((str(row[0]), str(row[1])) for row in rows)


def devices_of(kernel: Kernel) -> Devices:
    """Devices whose keys are kept for a thousand seconds."""
    return Devices(kernel, token_lifetime_ms=1000, txns_kept_ms=KEPT_MS)


async def test_old_ones_go(kernel: Kernel) -> None:
    """Those of all devices, many or none, also where many were used in one moment; younger ones stay."""
    devices = devices_of(kernel)
    assert await devices.drop_old_txns() > 0
    many = TXNS_AT_ONCE * 2 + 100
    await add(kernel, "@a:example.org/A", *(KEPT_MS + 60_000 + number for number in range(many)))
    await add(kernel, "@b:example.org/B", *([KEPT_MS + 60_000] * (TXNS_AT_ONCE + 5)), 0, KEPT_MS - 60_000)
    await devices.drop_old_txns()
    assert await left(kernel) == [("@b:example.org/B", f"{TXNS_AT_ONCE + number}") for number in (5, 6)]
