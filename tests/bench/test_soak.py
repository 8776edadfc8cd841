"""What the soak says of its samples."""

from __future__ import annotations

import pytest

from bench.soak import Sample, chart, growth_percent


def _samples(*memory_mib: float) -> list[Sample]:
    return [Sample(minute, mib, 5.0, 1000.0, 0.7) for minute, mib in enumerate(memory_mib, 1)]


def test_growth_leaves_out_the_time_in_which_caches_fill() -> None:
    """Flat after a steep beginning is flat; what rises to the end is told, of the memory after the beginning."""
    assert growth_percent(_samples(50, 80, 100, 100, 100, 100, 100, 100, 100)) == pytest.approx(0)
    assert growth_percent(_samples(50, 80, 95, 100, 102, 104, 106, 108, 110)) == pytest.approx(10)
    assert growth_percent(_samples(100)) == 0


def test_the_chart_has_every_sample() -> None:
    """Against axes that begin at nothing."""
    drawn = chart(_samples(50, 80, 100))
    assert "MiB" in drawn
    assert "minutes" in drawn
    assert drawn.count("<svg") == 1
