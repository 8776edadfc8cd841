"""Ways in which a process hears of what another has written: `python -m bench.adr.wakes [SECONDS]`. For docs/adr/0019-the-bus.md.

Two processes on one PostgreSQL that writes to the disk in earnest. One commits units: as many as it can with 64 senders, then half as many
a second, evenly. The other notes when it is handed each, and how long after the commit returned that was.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import time
from multiprocessing.connection import Connection
from typing import Any

import uvloop

import laiwang.edge.capabilities  # noqa: F401 - every capability adds its tables to the schema
from bench.load import percentile
from laiwang.adapters.buses.nats import NatsBus, NatsDoor
from laiwang.adapters.buses.postgres import PostgresBus
from laiwang.adapters.postgres import PostgresDatabase
from laiwang.adapters.postgres import writer as adapter
from laiwang.kernel.bus import Bus
from laiwang.kernel.ports import Unit
from tests.harness.nats import nats_server
from tests.harness.postgres import postgres_server, run_sql

SENDERS = 64
BODY = b"x" * 400
WORDS = 2000


def _bus(way: str, nats_url: str) -> Bus | None:
    return NatsBus(NatsDoor([nats_url]), "bench") if way == "NATS" else None


async def _connected(bus: Bus | None) -> None:
    if bus is not None:
        await bus.start()
        while not bus.is_connected:  # noqa: ASYNC110 - no event comes from there
            await asyncio.sleep(0.01)


def _reader(url: str, way: str, nats_url: str, pipe: Connection) -> None:
    if way == "poll of 0.1 s":
        adapter.POLL_S = 0.1
    seen: dict[int, float] = {}

    def take(units: Any, _: int) -> None:
        now = time.monotonic()
        for _, facts in units:
            for fact in facts:
                seen[fact.position] = now

    async def read() -> None:
        bus = _bus(way, nats_url)
        database = PostgresDatabase(url, take, bus=bus)
        await _connected(bus)
        if way == "poll of 0.1 s":
            database.writer._hear_of = lambda told: None  # type: ignore[method-assign]
        await database.start()
        pipe.send("ready")
        await asyncio.to_thread(pipe.recv)
        pipe.send(seen)
        await database.close()

    uvloop.run(read())


async def _write(url: str, way: str, nats_url: str, seconds: float) -> tuple[float, dict[int, float]]:
    bus = _bus(way, nats_url)
    database = PostgresDatabase(url, lambda *_: None, bus=bus)
    await _connected(bus)
    await database.start()
    done: dict[int, float] = {}

    async def once(number: int) -> None:
        unit = Unit()
        unit.append(f"room:{number % 500}", "event", BODY)
        facts = (await database.commit(unit)).facts
        done[facts[0].position] = time.monotonic()

    async def send(number: int) -> None:
        while time.monotonic() < end:
            await once(number)

    began = time.monotonic()
    end = began + seconds
    await asyncio.gather(*(send(number) for number in range(SENDERS)))
    rate = len(done) / (time.monotonic() - began)
    done.clear()
    began, tasks = time.monotonic(), []
    for number in range(int(rate / 2 * seconds)):
        await asyncio.sleep(max(0.0, began + number / (rate / 2) - time.monotonic()))
        tasks.append(asyncio.create_task(once(number)))
    await asyncio.gather(*tasks)
    await asyncio.sleep(1.5)
    await database.close()
    return rate, done


async def _words(one: Bus, two: Bus) -> tuple[float, list[float]]:
    """Microseconds of one core for a word on both sides, and how long single ones take."""
    heard, took = asyncio.Event(), []
    count = 0

    def hear(_: str, word: bytes) -> None:
        nonlocal count
        count += 1
        if word:
            took.append(time.monotonic() - float(word))
            heard.set()

    two.subscribe("bench", hear)
    await _connected(one)
    await _connected(two)
    await asyncio.sleep(0.5)
    for _ in range(300):
        heard.clear()
        one.publish("bench", repr(time.monotonic()))
        await heard.wait()
        await asyncio.sleep(0.002)
    count, began = 0, time.process_time()
    while count < WORDS:
        for _ in range(20):
            one.publish("bench", b"")
        await asyncio.sleep(0.001)
    spent = time.process_time() - began
    await one.stop()
    await two.stop()
    return spent / count * 1e6, took


def main() -> None:
    """Prints two tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.adr.wakes")
    parser.add_argument("seconds", type=float, nargs="?", default=4.0)
    seconds = parser.parse_args().seconds
    spawn = multiprocessing.get_context("spawn")
    with postgres_server({}) as server, nats_server() as nats:
        print("| way | units/s | half of it: p50 ms | p99 ms | max ms |\n|---|---:|---:|---:|---:|")
        for number, way in enumerate(("LISTEN and NOTIFY", "NATS", "poll of 0.1 s")):
            url = server.url(f"wakes{number}")
            asyncio.run(run_sql(server.url(), f"CREATE DATABASE wakes{number} TEMPLATE template0 ENCODING 'UTF8'"))
            here, there = spawn.Pipe()
            process = spawn.Process(target=_reader, args=(url, way, nats.url, there))
            process.start()
            here.recv()
            rate, done = uvloop.run(_write(url, way, nats.url, seconds))
            here.send("enough")
            seen = here.recv()
            process.join()
            late = sorted(max(0.0, seen[position] - at) * 1000 for position, at in done.items())
            figures = f"{percentile(late, 0.5):.1f} | {percentile(late, 0.99):.1f} | {late[-1]:.0f}"
            print(f"| {way} | {rate:,.0f} | {figures} |", flush=True)
        print("\n| words over | µs a word, both sides | p50 ms | p99 ms |\n|---|---:|---:|---:|")
        for name, pair in (
            ("PostgreSQL", lambda: (PostgresBus(server.url()), PostgresBus(server.url()))),
            ("NATS", lambda: tuple(NatsBus(NatsDoor([nats.url]), "bench") for _ in range(2))),
        ):
            cost, took = uvloop.run(_words(*pair()))
            took = sorted(one * 1000 for one in took)
            print(f"| {name} | {cost:.0f} | {percentile(took, 0.5):.2f} | {percentile(took, 0.99):.2f} |", flush=True)


if __name__ == "__main__":
    main()
