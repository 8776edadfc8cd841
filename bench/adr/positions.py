"""Ways to give positions in one order to several processes that write: `python -m bench.adr.positions [SECONDS]`. For docs/adr/0011.

Every process is a group commit with 64 senders, each of whom waits until her unit is durable and could be shown to a reader who follows
the order. A unit is a fact, the row of its id and the guard that moves its room, as for a message. The server writes to the disk in
earnest.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import uvloop

from bench.load import percentile
from tests.harness.postgres import postgres_server, run_sql

SENDERS = 64
GROUP_MAX = 512
BODY = b"x" * 400
TABLES = (
    "CREATE TABLE log (position bigint PRIMARY KEY, topic bigint NOT NULL, body bytea NOT NULL, writer xid8)",
    "CREATE INDEX log_topic ON log (topic, position)",
    'CREATE TABLE event_ids (event_id text COLLATE "C" PRIMARY KEY, position bigint NOT NULL)',
    'CREATE TABLE rooms (room_id text COLLATE "C" PRIMARY KEY, depth bigint NOT NULL)',
    "INSERT INTO rooms SELECT 'room ' || number, 0 FROM generate_series(0, 9999) AS number",
    "CREATE TABLE counter (id bigint PRIMARY KEY, value bigint NOT NULL) WITH (fillfactor = 10)",
    "INSERT INTO counter VALUES (1, 0)",
    "CREATE SEQUENCE positions",
)
FACTS = "INSERT INTO log (position, topic, body) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])"
FACTS_WITH_XID = (
    "INSERT INTO log (position, topic, body, writer) SELECT *, pg_current_xact_id()"
    " FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])"
)
IDS = "INSERT INTO event_ids SELECT * FROM unnest($1::text[], $2::bigint[])"
MOVE = "UPDATE rooms SET depth = depth + 1 WHERE room_id = $1 RETURNING 1"
ADD = "UPDATE counter SET value = value + $1 WHERE id = 1 RETURNING value"
HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"

Group = list[tuple[int, str]]  # (room, event id)


async def facts(connection: Any, group: Group, positions: list[int], sql: str = FACTS) -> None:
    """Facts and ids at their positions."""
    await connection.execute(sql, positions, [room for room, _ in group], [BODY] * len(group))
    await connection.execute(IDS, [event_id for _, event_id in group], positions)


async def guards(connection: Any, group: Group) -> None:
    """Every room moves on. Rooms in one order, else processes that lock them before the counter lock each other out."""
    moved = await connection.fetchmany(MOVE, [(f"room {room}",) for room in sorted(room for room, _ in group)])
    assert len(moved) == len(group)


async def row_first(connection: Any, group: Group) -> None:
    """The counter's row is taken before anything else."""
    await connection.execute("BEGIN")
    last = await connection.fetchval(ADD, len(group))
    await facts(connection, group, list(range(last - len(group) + 1, last + 1)))
    await guards(connection, group)
    await connection.execute("COMMIT")


async def row_last(connection: Any, group: Group) -> None:
    """What needs no position comes before it."""
    await connection.execute("BEGIN")
    await guards(connection, group)
    last = await connection.fetchval(ADD, len(group))
    await facts(connection, group, list(range(last - len(group) + 1, last + 1)))
    await connection.execute("COMMIT")


async def advisory_lock(connection: Any, group: Group) -> None:
    """A lock of its own around the commit; the last position is read from the log."""
    await connection.execute("BEGIN")
    await guards(connection, group)
    await connection.execute("SELECT pg_advisory_xact_lock(1)")
    last = await connection.fetchval("SELECT max(position) FROM log") or 0
    await facts(connection, group, list(range(last + 1, last + 1 + len(group))))
    await connection.execute("COMMIT")


async def sequence(connection: Any, group: Group) -> None:
    """Positions as they come, with gaps; a reader waits until no older transaction is open."""
    await connection.execute("BEGIN")
    await guards(connection, group)
    taken = await connection.fetch("SELECT nextval('positions') FROM generate_series(1, $1)", len(group))
    await facts(connection, group, [row[0] for row in taken], FACTS_WITH_XID)
    own = await connection.fetchval("SELECT pg_current_xact_id()::text::bigint")
    await connection.execute("COMMIT")
    while await connection.fetchval(HORIZON) <= own:
        pass


WAYS: dict[str, Callable[[Any, Group], Awaitable[None]]] = {
    "counter row, taken first": row_first,
    "counter row, taken last": row_last,
    "advisory lock": advisory_lock,
    "sequence and horizon": sequence,
}


async def _write(url: str, way: str, number: int, seconds: float) -> list[float]:
    connection = await asyncpg.connect(url, statement_cache_size=100, server_settings={"jit": "off"})
    waiting: deque[tuple[tuple[int, str], asyncio.Future[None]]] = deque()
    news = asyncio.Event()
    took: list[float] = []
    end = time.monotonic() + seconds

    async def send(sender: int) -> None:
        turn = 0
        while time.monotonic() < end:
            turn += 1
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            begin = time.monotonic()
            waiting.append(((number * 5000 + sender * 37 + turn % 37, f"${number}.{sender}.{turn}"), done))
            news.set()
            await done
            took.append(time.monotonic() - begin)

    senders = asyncio.gather(*(send(sender) for sender in range(SENDERS)))
    while not senders.done():
        await asyncio.wait((senders, asyncio.ensure_future(news.wait())), return_when=asyncio.FIRST_COMPLETED)
        news.clear()
        group = [waiting.popleft() for _ in range(min(GROUP_MAX, len(waiting)))]
        if group:
            await WAYS[way](connection, [one for one, _ in group])
            for _, done in group:
                done.set_result(None)
    await connection.close()
    return took


def _process(url: str, way: str, number: int, seconds: float) -> list[float]:
    return uvloop.run(_write(url, way, number, seconds))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", nargs="?", type=float, default=5.0)
    seconds: float = parser.parse_args().seconds
    print("| way | 1 process: units/s | p50 ms | p99 ms | 2 processes: units/s | p50 ms | p99 ms |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with postgres_server({}) as server, multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(abs, range(2))  # both are up
        for way in WAYS:
            cells = []
            for processes in (1, 2):
                url = server.url(f"bench{processes}")
                name = f"bench{processes}"
                asyncio.run(run_sql(server.url(), f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"))
                asyncio.run(run_sql(url, *TABLES))
                took = pool.starmap(_process, [(url, way, number, seconds) for number in range(processes)])
                every = [1000 * one for some in took for one in some]
                cells += [f"{len(every) / seconds:,.0f}"]
                cells += [f"{percentile(every, share):.1f}" for share in (0.5, 0.99)]
            print(f"| {way} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
