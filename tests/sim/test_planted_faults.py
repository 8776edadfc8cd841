"""The simulator finds mistakes: each is planted, and some world must find it, as what it is."""

from __future__ import annotations

import pytest

from tests.sim.faults import FAULTS, Fault
from tests.sim.world import run_world

SEEDS_MAX = 60


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_found(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that no world finds would mean that the judge is blind to it."""
    fault.plant(monkeypatch)
    found: list[str] = []
    for seed in range(SEEDS_MAX):
        found = [finding.kind for finding in run_world(seed, processes=fault.processes).findings]
        if fault.kind in found:
            return
    pytest.fail(f"{SEEDS_MAX} worlds did not find {fault.kind}; the last one found {found}")
