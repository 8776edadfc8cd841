"""`python -m bench.scale`: simulates Laiwang in cells, from 10 thousand people to 150 million, and prints the tables of docs/scale.md."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import uvloop

from bench.scale.assumptions import Assumptions
from bench.scale.charts import charts
from bench.scale.measure import measure
from bench.scale.report import put_in, tables
from bench.scale.scenario import Results, run
from bench.scale.units import Units, read_units

__all__ = ["SEED", "SIZES", "SMALL_SIZES", "main", "run_small", "small"]

SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 150_000_000)
SMALL_SIZES = (10_000, 1_000_000)
SEED = 1
DOCS = Path(__file__).parents[2] / "docs"
#: steps of a run beside the sizes
FURTHER_STEPS = 9
BAR = 30


class Progress:
    """A bar on a terminal, else a line for each step."""

    def __init__(self, steps: int) -> None:
        self._steps, self._done, self._begin = steps, 0, time.monotonic()
        self._is_terminal = sys.stderr.isatty()

    def __call__(self, what: str) -> None:
        """Begins the next step."""
        full = BAR * min(self._done, self._steps) // self._steps
        line = f"[{'█' * full}{'·' * (BAR - full)}] {self._done}/{self._steps}  {time.monotonic() - self._begin:4.0f} s  {what}"
        sys.stderr.write(f"\r\033[K{line}" if self._is_terminal else f"{line}\n")
        sys.stderr.flush()
        self._done += 1

    def end(self) -> None:
        """All done."""
        self._done = self._steps
        self("done")
        if self._is_terminal:
            sys.stderr.write("\n")


def small(assumed: Assumptions) -> Assumptions:
    """A sample that takes a second or two: for tests, and to try changes."""
    return replace(assumed, sample_per_cell=150, sample_cells_max=4, window_s=2.0)


def run_small(units: Units) -> Results:
    """The small run whose table stands in docs/scale.md."""
    return run(SMALL_SIZES, units, small(Assumptions()), SEED, lambda _: None)


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("people", nargs="*", type=int, help=f"sizes of the world; default {' '.join(map(str, SIZES))}")
    parser.add_argument("--seed", type=int, default=SEED, help="one seed is one history (default 1)")
    parser.add_argument("--small", action="store_true", help="a small sample of two sizes, in seconds")
    parser.add_argument(
        "--units", type=Path, help="a results file of python -m bench, instead of the committed figures"
    )
    parser.add_argument("--cell", type=int, help="people of one cell (default 50000)")
    parser.add_argument("--measure", action="store_true", help="measure the unit costs that python -m bench does not")
    parser.add_argument("--write", action="store_true", help="put tables and charts into docs/")
    options = parser.parse_args()
    if options.measure:
        for name, value in uvloop.run(measure(lambda what: print(what, "…", file=sys.stderr))).items():
            print(f"{name:30} {value:10.1f}")
        return
    units, assumed = read_units(options.units), Assumptions()
    if options.cell:
        assumed = replace(assumed, people_per_cell=options.cell)
    if options.small:
        assumed = small(assumed)
    sizes = sorted(options.people) or (SMALL_SIZES if options.small else SIZES)
    if min(sizes) < 1000:
        parser.error("fewer than a thousand people need no cells")
    progress = Progress(len(sizes) + FURTHER_STEPS)
    results = run(sizes, units, assumed, options.seed, progress)
    progress.end()
    found = tables(results)
    for name, table in found.items():
        print(f"\n{name}\n\n{table}")
    if options.write:
        _write(results, found, is_small=options.small)


def _write(results: Results, found: dict[str, str], *, is_small: bool) -> None:
    document = DOCS / "scale.md"
    if is_small:
        found = {"small": found["growth"]}
    document.write_text(put_in(document.read_text("utf-8"), found), "utf-8")
    if not is_small:
        for name, chart in charts(results).items():
            (DOCS / "images" / name).write_text(chart, "utf-8")
    print(json.dumps({"written": sorted(found)}), file=sys.stderr)


if __name__ == "__main__":
    main()
