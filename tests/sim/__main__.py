"""`python -m tests.sim`: whole worlds from seeds, until one of them goes wrong."""

from __future__ import annotations

import argparse
import sys
import time

from tests.sim.world import STEPS, Outcome, run_world

TAIL = 60
BAR = 30


def main() -> int:
    """Runs worlds; 0 when all of them were right."""
    parser = argparse.ArgumentParser(prog="make simulate ARGS=…", description=__doc__)
    parser.add_argument("--worlds", type=int, default=300, help="how many (default %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the first one; the others follow (default %(default)s)")
    parser.add_argument(
        "--steps", type=int, default=STEPS, help="acts of all people in one world (default %(default)s)"
    )
    parser.add_argument("--processes", type=int, default=1, help="on one database (default %(default)s)")
    parser.add_argument("--trace", action="store_true", help="print everything that happened, for --worlds 1")
    options = parser.parse_args()
    begun = time.monotonic()
    total = Totals()
    for number in range(options.worlds):
        outcome = run_world(
            options.seed + number,
            options.steps,
            lines_kept=None if options.trace else TAIL,
            processes=options.processes,
        )
        total.add(outcome)
        if options.trace:
            print("\n".join(outcome.lines))
        if outcome.findings:
            _clear_line()
            _tell(outcome, options.steps, options.processes, is_traced=options.trace)
            return 1
        _show(number + 1, options.worlds, time.monotonic() - begun)
    _clear_line()
    print(f"{total} in {time.monotonic() - begun:.1f} s: nothing lost, twice, out of order or late.")
    return 0


class Totals:
    """What the worlds were made of."""

    def __init__(self) -> None:
        self.worlds = self.crashes = self.stops = self.events = self.answers = 0
        self.virtual_s = 0.0

    def add(self, outcome: Outcome) -> None:
        """One more."""
        self.worlds += 1
        self.crashes += outcome.crashes
        self.stops += outcome.stops
        self.events += outcome.events
        self.answers += outcome.answers
        self.virtual_s += outcome.virtual_s

    def __str__(self) -> str:
        return (
            f"{self.worlds} worlds, {self.virtual_s / 3600:.1f} hours of their time, {self.answers} answers, {self.events} events,"
            f" {self.crashes} crashes and {self.stops} stops"
        )


def _tell(outcome: Outcome, steps: int, processes: int, *, is_traced: bool) -> None:
    if not is_traced:
        print("\n".join(outcome.lines))
        print()
    for finding in outcome.findings[:5]:
        print(f"world {outcome.seed}: {finding}")
    again = f"--worlds 1 --seed {outcome.seed}" + (f" --steps {steps}" if steps != STEPS else "")
    again += f" --processes {processes}" if processes > 1 else ""
    print(f'\nThe same again, from its beginning: make simulate ARGS="{again} --trace"')


def _show(done: int, worlds: int, seconds: float) -> None:
    if sys.stdout.isatty():
        filled = done * BAR // worlds
        rest_s = seconds / done * (worlds - done)
        sys.stdout.write(
            f"\r{'█' * filled}{'░' * (BAR - filled)} {done} of {worlds} worlds, {rest_s:.0f} s to go \x1b[K"
        )
        sys.stdout.flush()
    elif done % 50 == 0:
        print(f"{done} of {worlds} worlds", flush=True)


def _clear_line() -> None:
    if sys.stdout.isatty():
        sys.stdout.write("\r\x1b[K")


if __name__ == "__main__":
    sys.exit(main())
