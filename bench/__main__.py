"""`python -m bench [WORKLOAD …]`: runs workloads, each on a fresh server, prints a table and writes bench/results/."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvloop

from bench import app, compare, rules, search, soak
from bench.server import Server
from bench.workloads import WORKLOADS, Figures

#: figure → (aim, whether more is better); the aims of docs/performance.md
AIMS: dict[str, tuple[float, bool]] = {
    "sends_per_s": (5000, True),
    "half_load_p99_ms": (25, False),
    "deliveries_per_s_200": (15_000, True),
    "deliveries_per_s_1000": (15_000, True),
    "pair_p50_ms": (3, False),
    "initial_sync_100_rooms_cpu_ms": (25, False),
    "initial_sync_500_rooms_cpu_ms": (100, False),
    "empty_sync_100_rooms_cpu_us": (100, False),
    "sliding_first_cpu_ms": (50, False),
    "pages_per_s": (3000, True),
    "idle_kib_per_sync": (25, False),
    "start_s": (1, False),
    "memory_at_rest_mib": (120, False),
    "search_slowest_ms": (100, False),
    "app_interactive_ms": (2000, False),
    "timeline_up_longest_task_ms": (50, False),
    "timeline_down_longest_task_ms": (50, False),
    "timeline_news_longest_task_ms": (50, False),
    "timeline_typing_longest_task_ms": (50, False),
    "search_index_cpu_us": (50, False),
    "postgres_to_sqlite_rate": (1, True),
    "postgres_to_sqlite_own_cores": (1, True),
    **{
        f"{setup}_{figure}": aim
        for setup in ("postgres_2", "postgres_nats_2")
        for figure, aim in {
            "to_1_own_cores": (1.6, True),
            "to_1_by_the_order": (1.6, True),
            "delivery_p99_ms": (50, False),
            "failover_failed": (0, False),
            "failover_lost_or_twice": (0, False),
        }.items()
    },
    "search_index_bytes_per_message": (150, False),
}
RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    known = [*WORKLOADS, "rules", "search", "stores", "app", "soak"]
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=f"of {', '.join(known)}; default all but soak")
    parser.add_argument(
        "--messages", type=int, default=search.MESSAGES, help="how many are searched by the workload search"
    )
    parser.add_argument("--events", type=int, default=10_000, help="how long the conversation of the workload app is")
    parser.add_argument("--rounds", type=int, default=6, help="how often setups take turns in the workload stores")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each of these turns is")
    parser.add_argument(
        "--store",
        choices=("sqlite", "postgres"),
        default="sqlite",
        help="the database of the server; PostgreSQL writes to the disk in earnest, and its figures are called postgres_…",
    )
    parser.add_argument("--minutes", type=float, default=30, help="how long the workload soak runs")
    parser.add_argument("--no-write", action="store_true", help="do not write bench/results/")
    options = parser.parse_args()
    unknown = set(options.workloads) - set(known)
    if unknown:
        parser.error(f"no such workload: {', '.join(sorted(unknown))}")
    options.workloads = options.workloads or [name for name in known if name != "soak"]
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536) if hard > 0 else 65_536, hard))
    cores = sorted(os.sched_getaffinity(0))
    with databases(options.store) as new_database:  # before this process is pinned: the database may use every core
        _measure(options, cores, new_database)


@contextmanager
def databases(store: str) -> Iterator[Callable[[], str]]:
    """What makes the address of an empty database; empty itself for the embedded one."""
    if store == "sqlite":
        yield str
        return
    from tests.harness.postgres import Databases, postgres_server

    with postgres_server({"shared_buffers": "256MB"}) as server:
        yield Databases(server.url()).make


def _measure(options: argparse.Namespace, cores: list[int], new_database: Callable[[], str]) -> None:
    if len(cores) > 1:
        os.sched_setaffinity(0, set(cores[1:]))
    figures: Figures = {}
    chosen = options.workloads
    for number, name in enumerate(chosen, 1):
        begin = time.monotonic()
        print(f"[{number}/{len(chosen)}] {name} …", file=sys.stderr, flush=True)
        if name == "search":
            found = uvloop.run(search.measure(options.messages))
        elif name == "soak":
            with Server(core=cores[0], database=new_database()) as server:
                found, samples = uvloop.run(soak.measure(server, options.minutes, _tell))
            if not options.no_write:
                soak.CHART.write_text(soak.chart(samples), "utf-8")
        elif name == "rules":
            found = rules.measure()
        elif name == "stores":
            os.sched_setaffinity(0, set(cores))  # load, servers and database share the machine
            found = uvloop.run(compare.measure(rounds=options.rounds, seconds=options.seconds, tell=_tell))
            figures.update(found)
            for figure, value in found.items():
                print(f"    {_line(figure, value)}", file=sys.stderr)
            continue
        elif name == "app":
            os.sched_setaffinity(0, set(cores))  # browser and server share the machine
            with Server(core=None, database=new_database()) as server:
                found = uvloop.run(app.measure(server, events=options.events))
        else:
            with Server(core=cores[0], database=new_database()) as server:
                found = uvloop.run(_run(name, server))
        if options.store != "sqlite":
            found = {f"{options.store}_{figure}": value for figure, value in found.items()}
        figures.update(found)
        for figure, value in found.items():
            print(f"    {_line(figure, value)}", file=sys.stderr)
        print(f"    ({time.monotonic() - begin:.0f} s)", file=sys.stderr, flush=True)
    table = _table(figures)
    print(table)
    if not options.no_write:
        _write(figures, table)


def _tell(text: str) -> None:
    print(f"    {text}", file=sys.stderr, flush=True)


async def _run(name: str, server: Server) -> Figures:
    return await WORKLOADS[name](server)


def _line(figure: str, value: float) -> str:
    aim = AIMS.get(figure)
    if aim is None:
        return f"{figure:36} {value:12,.2f}"
    met = value >= aim[0] if aim[1] else value <= aim[0]
    return f"{figure:36} {value:12,.2f}   aim {'≥' if aim[1] else '≤'} {aim[0]:,g}: {'met' if met else 'MISSED'}"


def _table(figures: Figures) -> str:
    rows = ["| figure | measured | aim |", "|---|---:|---:|"]
    for figure, value in figures.items():
        aim = AIMS.get(figure)
        rows.append(
            f"| {figure} | {value:,.2f} | {'' if aim is None else ('≥ ' if aim[1] else '≤ ') + format(aim[0], ',g')} |"
        )
    return "\n".join(rows)


def _write(figures: Figures, table: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    latest = RESULTS / "latest.json"
    known: dict[str, object] = json.loads(latest.read_text("utf-8")) if latest.exists() else {}
    old = known.get("figures")
    merged = {**(old if isinstance(old, dict) else {}), **{name: round(value, 3) for name, value in figures.items()}}
    machine = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    latest.write_text(
        json.dumps({"date": time.strftime("%Y-%m-%d"), "machine": machine, "figures": merged}, indent=1) + "\n",
        "utf-8",
    )
    (RESULTS / "latest.md").write_text(table + "\n", "utf-8")


if __name__ == "__main__":
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    main()
