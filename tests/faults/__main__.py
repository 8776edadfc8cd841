"""`python -m tests.faults`: all faults on a cluster under load, and a table of what each cost."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time

from tests.faults.cluster import Cluster
from tests.faults.faults import by_name
from tests.faults.promises import all_promises
from tests.faults.trial import Outcome, run_trial
from tests.faults.world import World

#: the issue's promise, asserted here and not in the tests, which run on machines that do other things as well
RECOVERY_S_MAX = 5.0
#: store, processes, whether they have a NATS
CLUSTERS = (("sqlite", 1, False), ("postgres", 1, False), ("postgres", 2, False), ("postgres", 3, True))
BAR = 30


def main() -> int:
    """Runs them; 0 when nothing broke and everything recovered in time."""
    parser = argparse.ArgumentParser(prog="make faults ARGS=…", description=__doc__)
    parser.add_argument("--store", choices=("sqlite", "postgres"), help="only on this database")
    parser.add_argument("--processes", type=int, help="only with so many")
    parser.add_argument("--only", default="", metavar="TEXT", help="only faults whose name holds this")
    parser.add_argument("--rounds", type=int, default=1, help="how often each (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="who is hit, and when (default %(default)s)")
    parser.add_argument(
        "--hold", type=float, default=1.0, help="how long faults last, as a factor (default %(default)s)"
    )
    options = parser.parse_args()
    chosen = [
        (store, processes, with_nats)
        for store, processes, with_nats in CLUSTERS
        if options.store in (None, store) and options.processes in (None, processes)
    ]
    if not chosen or not by_name(options.only):
        parser.error("there is no such fault, or no such cluster")
    progress = Progress(sum(len(by_name(options.only)) for _ in chosen) * options.rounds)
    rows: list[tuple[str, Outcome]] = []
    for cluster in chosen:
        for outcome in asyncio.run(_on(*cluster, options, progress)):
            rows.append((_name(*cluster), outcome))
    progress.clear()
    print(_table(rows))
    broken = [f"{where}, {one.fault}: {text}" for where, one in rows for text in one.broken[:10]]
    broken += [
        f"{where}, {one.fault}: recovered after {one.recovery_s:.1f} s"
        for where, one in rows
        if one.recovery_s > RECOVERY_S_MAX
    ]
    print("\n".join(["", *broken]) if broken else "\nNothing lost, twice, out of order or late.")
    return 1 if broken else 0


def _name(store: str, processes: int, with_nats: bool) -> str:
    return f"{store} ×{processes}{' with NATS' if with_nats else ''}"


async def _on(
    store: str, processes: int, with_nats: bool, options: argparse.Namespace, progress: Progress
) -> list[Outcome]:
    where = _name(store, processes, with_nats)
    progress.tell(f"{where}: starts")
    async with Cluster(store, processes, with_nats=with_nats) as cluster:
        world, promises = World(cluster, people=6, rooms=3, seed=options.seed), all_promises()
        await world.settle_in(promises)
        outcomes: list[Outcome] = []
        for _ in range(options.rounds):
            for fault in by_name(options.only):
                if fault.fits(cluster):
                    outcomes += await run_trial(
                        world, promises, [fault], hold=options.hold, step=lambda text: progress.tell(f"{where}: {text}")
                    )
                    if outcomes[-1].broken:
                        progress.clear()
                        print(f"{where}, {fault.name}:", *outcomes[-1].broken[:10], sep="\n  ")
                        print(cluster.logs())
                progress.done()
        await world.go_home()
    return outcomes


class Progress:
    """A line that moves."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._begun = time.monotonic()
        self._text = ""

    def tell(self, text: str) -> None:
        """What goes on."""
        self._text = text
        self._show()

    def done(self) -> None:
        """One more."""
        self._done += 1
        self._show()

    def _show(self) -> None:
        if not sys.stdout.isatty():
            if self._text:
                print(f"[{self._done}/{self._total}, {time.monotonic() - self._begun:.0f} s] {self._text}", flush=True)
            self._text = ""
            return
        filled = self._done * BAR // self._total
        sys.stdout.write(
            f"\r{'█' * filled}{'░' * (BAR - filled)} {self._done} of {self._total}  {self._text[:80]}\x1b[K"
        )
        sys.stdout.flush()

    def clear(self) -> None:
        """Takes the line away."""
        if sys.stdout.isatty():
            sys.stdout.write("\r\x1b[K")


def _table(rows: list[tuple[str, Outcome]]) -> str:
    lines = [
        "| on | fault | acknowledged | of it meanwhile | refused | unanswered | longest pause s | sends again s | told again s | broken |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for where, one in rows:
        lines.append(
            f"| {where} | {one.fault} | {one.acknowledged} | {one.meanwhile} | {one.refused} | {one.unanswered} |"
            f" {one.pause_s:.1f} |"
            f" {one.sends_again_s:.1f} | {one.told_again_s:.1f} | {len(one.broken)} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
