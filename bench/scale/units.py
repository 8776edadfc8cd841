"""What one thing costs: measured on this code, never assumed. What people do with it stands in assumptions.py."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path

__all__ = ["Units", "read_units"]


@dataclass(frozen=True, slots=True)
class Units:
    """Processor time in µs of one core, memory in KiB, disk in bytes. 25 November 2026: docs/performance.md, and `--measure`."""

    # docs/performance.md
    send_us: float = 148.0
    delivery_us: float = 85.0
    poll_us: float = 88.0
    page_warm_us: float = 10_000.0
    page_cold_us: float = 40_000.0
    index_us: float = 41.0
    parked_kib: float = 20.5
    #: from a message's arrival to the answer of one other, beside what the processor does: one commit and the loop's turns
    commit_ms: float = 0.9
    # python -m bench.scale --measure
    receipt_us: float = 179.0
    typing_us: float = 59.0
    return_us: float = 1_450.0
    push_us: float = 722.0
    #: 5.5 measured bare, one side: packed, written, read, published. Allowed: what does not exist yet (interest, cursors, TLS) besides
    forward_us: float = 25.0
    #: 257 of them are transaction ids, which nothing removes today
    disk_bytes: float = 1_133.0
    search_bytes: float = 63.0
    body_bytes: float = 222.0


#: names of `python -m bench` → ours, and by what to multiply
FROM_BENCH = {
    "send_cpu_us": ("send_us", 1.0),
    "delivery_cpu_us_200": ("delivery_us", 1.0),
    "empty_sync_100_rooms_cpu_us": ("poll_us", 1.0),
    "sliding_first_cpu_ms": ("page_warm_us", 1000.0),
    "search_index_cpu_us": ("index_us", 1.0),
    "idle_kib_per_sync": ("parked_kib", 1.0),
}


def read_units(path: Path | None = None) -> Units:
    """The committed figures, or those with the ones in a results file of `python -m bench` put in their place."""
    if path is None:
        return Units()
    figures = json.loads(path.read_text("utf-8"))["figures"]
    ours = {name: figures[key] * factor for key, (name, factor) in FROM_BENCH.items() if key in figures}
    known = {one.name for one in fields(Units)}
    return replace(Units(), **{name: value for name, value in ours.items() if name in known})
