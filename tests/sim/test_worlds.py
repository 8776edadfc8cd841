"""Hundreds of worlds in which the server crashes, and the proof that one seed is one history."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.sim.world import run_world

WORLDS = 320
PARTS = 8
PER_PART = WORLDS // PARTS

DIGESTS = """
from tests.sim.world import run_world
print(*(run_world(seed).digest for seed in range(6)))
"""


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_lost_twice_out_of_order_or_late(part: int) -> None:
    """Every one of these worlds crashes at least once. A seed that fails here can be looked at with `make simulate`."""
    crashes = 0
    for seed in range(part * PER_PART, (part + 1) * PER_PART):
        outcome = run_world(seed)
        assert outcome.crashes >= 1
        told = "\n".join([*outcome.lines[-30:], *map(str, outcome.findings[:5])])
        assert not outcome.findings, f'{told}\nmake simulate ARGS="--worlds 1 --seed {seed} --trace"'
        crashes += outcome.crashes
    assert crashes > PER_PART


@pytest.mark.parametrize(("processes", "part"), [(2, 0), (2, 1), (3, 2)])
def test_any_process_serves_any_request(processes: int, part: int) -> None:
    """Processes on one database, each with a memory of its own; they crash and come back one by one, and clients ask any of them."""
    for seed in range(part * PER_PART, (part + 1) * PER_PART):
        outcome = run_world(seed, processes=processes)
        told = "\n".join([*outcome.lines[-30:], *map(str, outcome.findings[:5])])
        again = f'make simulate ARGS="--worlds 1 --seed {seed} --processes {processes} --trace"'
        assert not outcome.findings, f"{told}\n{again}"


def test_a_seed_is_a_history() -> None:
    """The same seeds give the same answers at the same times, byte for byte, whatever order Python gives to sets."""
    digests = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for hash_seed in ("1", "2")
    ]
    assert digests[0] == digests[1]
    assert len(set(digests[0])) == len(digests[0]) == 6


def test_a_world_runs_twice_in_one_process() -> None:
    """Nothing of a world stays behind for the next one."""
    assert run_world(11).digest == run_world(11).digest
