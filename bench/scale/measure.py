"""Unit costs that `python -m bench` does not measure, taken from a real server: disk, receipts, typing, coming back, push, forwarding.

`python -m bench.scale --measure` prints them; bench/scale/units.py keeps those of the measuring machine.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import msgspec

from bench.load import Person, cpu_seconds
from bench.server import Server
from laiwang.adapters.outbound import HttpOutbound
from laiwang.kernel.log import Log
from laiwang.kernel.ports import Database, Fact, Unit
from laiwang.kernel.wake import Bells

__all__ = ["measure"]

ROOMS, MEMBERS, MESSAGES = 32, 8, 4096
#: of the length of what people say: 6 to 110 characters, 41 on average
LINES = (
    "好的，明天见！",
    "Are you on your way already?",
    "今天晚上七点老地方吃饭，别迟到了，我订了靠窗的桌子",
    "ok 👍",
    "I sent the papers to the office this morning; ask Lin if they have not arrived by three, she knows who has them.",
)

GATEWAY = """
import asyncio, sys
async def serve(reader, writer):
    while True:
        head = await reader.readuntil(b"\\r\\n\\r\\n")
        size = int(head.lower().split(b"content-length:")[1].split(b"\\r\\n")[0])
        await reader.readexactly(size)
        writer.write(b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: 15\\r\\n\\r\\n" + b'{"rejected":[]}')
async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


async def measure(tell: Callable[[str], None]) -> dict[str, float]:
    """Every figure by name: bytes, and microseconds of processor time."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="laiwang-scale-") as folder:
        data = Path(folder) / "data"
        with Server(core=None, data=data) as server:
            tell("talking")
            people = [Person(server.host, server.port, f"scale{number}") for number in range(ROOMS)]
            await asyncio.gather(*(one.register() for one in people))
            figures.update(await _talk(server, people))
            tell("coming back")
            figures.update(await _return(server, people[0]))
            for one in people:
                one.client.close()
        tell("disk")
        figures.update(_disk(data))
    tell("push")
    figures["push_us"] = await _push()
    tell("forwarding")
    figures["forward_us"] = await _forward()
    return figures


async def _spent(server: Server, work: Callable[[], Awaitable[object]], count: int) -> float:
    before = cpu_seconds(server.pid)
    await work()
    return (cpu_seconds(server.pid) - before) / count * 1e6


async def _talk(server: Server, people: list[Person]) -> dict[str, float]:
    rooms = []
    for number, owner in enumerate(people):
        room = await owner.create_room(preset="public_chat", name=f"Room {number}")
        for other in range(1, MEMBERS):
            await people[(number + other) % ROOMS].join(room)
        rooms.append(room)
    last: dict[int, str] = {}

    async def talk(number: int) -> None:
        for turn in range(MESSAGES // ROOMS):
            last[number] = await people[number].send(rooms[number], LINES[(turn + number) % len(LINES)])

    async def read(number: int) -> None:
        # Each writes receipts in her own room and in six others, in which she has read nothing yet.
        for other in range(MEMBERS - 1):
            room = (number - other) % ROOMS
            path = f"/_matrix/client/v3/rooms/{quote(rooms[room], safe='')}/receipt/m.read/{quote(last[room], safe='')}"
            await people[number].call("POST", path, {})

    async def type_(number: int) -> None:
        one = people[number]
        path = f"/_matrix/client/v3/rooms/{quote(rooms[number], safe='')}/typing/{quote(one.user_id, safe='')}"
        for _ in range(16):
            await one.call("PUT", path, {"typing": True, "timeout": 30_000})

    def all_of(work: Callable[[int], Awaitable[None]]) -> Callable[[], Awaitable[object]]:
        return lambda: asyncio.gather(*(work(number) for number in range(ROOMS)))

    send = await _spent(server, all_of(talk), MESSAGES)
    receipt = await _spent(server, all_of(read), ROOMS * (MEMBERS - 1))
    typing = await _spent(server, all_of(type_), ROOMS * 16)
    return {"send_here_us": send, "receipt_us": receipt, "typing_us": typing}


async def _return(server: Server, person: Person, rooms: int = 50, times: int = 200) -> dict[str, float]:
    """A device whose session nobody remembers asks from a token on: everything is looked at once."""
    for number in range(rooms):
        await person.create_room(preset="public_chat", name=f"More {number}")
    await person.sync()
    older = person.since
    figures = {}
    await person.send(await person.create_room(preset="public_chat"), LINES[0])

    async def again() -> None:
        for _ in range(times):
            person.since = older
            await person.sync()

    figures["return_us"] = await _spent(server, again, times)
    return figures


def _disk(data: Path) -> Mapping[str, float]:
    """Bytes of each message by what they are for, after everything was written to the main file."""
    path = next(data.glob("*.db"))
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sizes: dict[str, int] = dict(database.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall())
        owner: dict[str, str] = dict(
            database.execute("SELECT name, tbl_name FROM sqlite_master WHERE rootpage > 0").fetchall()
        )
        (events,) = database.execute("SELECT count(*) FROM event_ids").fetchone()
        (body,) = database.execute("SELECT avg(length(body)) FROM log").fetchone()
    by_table: dict[str, float] = {}
    for name, size in sizes.items():
        table = owner.get(name, name)
        by_table[table] = by_table.get(table, 0) + size
    per = {table: size / events for table, size in by_table.items() if size / events > 1}
    search = sum(size for table, size in per.items() if table.startswith("search_"))
    return {
        "body_bytes": float(body),
        "disk_bytes": sum(per.values()) - search,
        "search_bytes": search,
        **{f"disk_bytes {table}": size for table, size in sorted(per.items(), key=lambda one: -one[1])[:8]},
    }


async def _push(times: int = 1500) -> float:
    """One notification to a push gateway, by the way that pushers go; without TLS, which stays open anyway."""
    gateway = await asyncio.create_subprocess_exec(sys.executable, "-c", GATEWAY, stdout=asyncio.subprocess.PIPE)
    try:
        assert gateway.stdout is not None
        port = int(await gateway.stdout.readline())
        outbound = HttpOutbound(user_agent="bench")
        body = b'{"notification":{"event_id":"$x","room_id":"!r","counts":{"unread":3},"devices":[{"app_id":"a","pushkey":"k"}]}}'
        url = f"http://127.0.0.1:{port}/_matrix/push/v1/notify"

        async def send(count: int) -> None:
            for _ in range(count):
                await outbound.send("POST", url, headers={"content-type": "application/json"}, body=body, trusted=True)

        await send(20)
        before = time.process_time()
        await asyncio.gather(*(send(times // 8) for _ in range(8)))
        spent = time.process_time() - before
        await outbound.close()
    finally:
        gateway.terminate()
        await gateway.wait()
    return spent / (times // 8 * 8) * 1e6


class _NoDatabase:
    """What a Log that only publishes needs of a database."""

    position = 0


async def _forward(times: int = 20_000) -> float:
    """One fact from cell to cell, one side of it: packed, written to a stream, read, unpacked, published. Half of both."""
    log = Log(_as_database(), Bells())
    body = (
        b'{"content":{"body":"'
        + b"x" * 60
        + b'","msgtype":"m.text"},"event_id":"$'
        + b"y" * 43
        + b'","type":"m.room.message"}'
    )
    done = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        decode = msgspec.msgpack.Decoder(tuple[int, str, str, str | None, int, bytes, bytes | None]).decode
        for number in range(times):
            size = int.from_bytes(await reader.readexactly(4), "big")
            position, topic, kind, key, mark, kept, meta = decode(await reader.readexactly(size))
            log.publish([(Unit(), [Fact(position, topic, kind, key, mark, kept, meta)])], number + 1)
        done.set()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
    encode = msgspec.msgpack.Encoder().encode
    before = time.process_time()
    for number in range(times):
        packed = encode((number + 1, f"room:!{number % 100}:x", "m.room.message", None, 1, body, b"{}"))
        writer.write(len(packed).to_bytes(4, "big") + packed)
        await writer.drain()
        await asyncio.sleep(0)  # one by one: in company it costs less
    await done.wait()
    spent = time.process_time() - before
    writer.close()
    server.close()
    return spent / times / 2 * 1e6


def _as_database() -> Database:
    nothing: object = _NoDatabase()
    return nothing  # type: ignore[return-value]
