"""The workloads. Each answers figures by name; what they mean stands in docs/performance.md."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar
from urllib.parse import quote

from bench.load import Person, cpu_seconds, memory_bytes, percentile
from bench.server import Server

__all__ = ["WORKLOADS", "Figures"]

Figures = dict[str, float]
T = TypeVar("T")
TEXT = "The lake is calm today, and the tea is nearly ready. Shall we meet at four?"


async def people(server: Server, prefix: str, count: int, *, at_once: int = 32) -> list[Person]:
    """That many registered people."""
    made = [Person(server.host, server.port, f"{prefix}{number}") for number in range(count)]
    await _each(made, lambda person: person.register(), at_once)
    return made


async def _each(items: Sequence[T], work: Callable[[T], Awaitable[object]], at_once: int) -> None:
    gate = asyncio.Semaphore(at_once)

    async def one(item: T) -> None:
        async with gate:
            await work(item)

    await asyncio.gather(*(one(item) for item in items))


async def start(server: Server) -> Figures:
    """Start-up and memory of a server that has nothing to do."""
    await asyncio.sleep(1.0)
    return {"start_s": server.started_s, "memory_at_rest_mib": memory_bytes(server.pid) / 2**20}


async def sends(server: Server, *, senders: int = 64, seconds: float = 8.0) -> Figures:
    """64 senders in 64 rooms, each sending the next message when the last is acknowledged; then the same at half that rate."""
    crowd = await people(server, "send", senders)
    rooms = [await person.create_room(preset="private_chat") for person in crowd]
    rate, latencies, cpu = await _send_for(server, crowd, rooms, seconds, per_second=None)
    half, paced, _ = await _send_for(server, crowd, rooms, seconds, per_second=rate / 2)
    return {
        "sends_per_s": rate,
        "send_p50_ms": percentile(latencies, 0.5) * 1000,
        "send_p99_ms": percentile(latencies, 0.99) * 1000,
        "send_cpu_us": cpu / (rate * seconds) * 1e6,
        "half_load_sends_per_s": half,
        "half_load_p50_ms": percentile(paced, 0.5) * 1000,
        "half_load_p99_ms": percentile(paced, 0.99) * 1000,
    }


async def _send_for(
    server: Server, crowd: Sequence[Person], rooms: Sequence[str], seconds: float, per_second: float | None
) -> tuple[float, list[float], float]:
    latencies: list[float] = []
    clock = time.perf_counter
    begin = clock()
    end = begin + seconds
    cpu = cpu_seconds(server.pid)

    async def send(number: int) -> None:
        person, room = crowd[number], rooms[number]
        gap = len(crowd) / per_second if per_second else 0.0
        due = begin + gap * number / len(crowd)
        while True:
            if gap:
                await asyncio.sleep(max(0.0, due - clock()))
            now = clock()
            if now >= end:
                return
            await person.send(room, TEXT)
            # Against the schedule, not against the moment of sending: a server that falls behind must not look fast.
            latencies.append(clock() - (due if gap else now))
            due += gap

    await asyncio.gather(*(send(number) for number in range(len(crowd))))
    return len(latencies) / (clock() - begin), latencies, cpu_seconds(server.pid) - cpu


async def pair(server: Server, *, messages: int = 500) -> Figures:
    """Two people: from the moment of sending to the moment when the other one's parked sync has answered."""
    a, b = await people(server, "pair", 2)
    room = await a.create_room(preset="public_chat")
    await b.join(room)
    await b.sync()
    latencies = []
    for number in range(messages):
        poll = asyncio.create_task(b.sync(30_000))
        await asyncio.sleep(0.001)
        begin = time.perf_counter()
        await a.send(room, f"{TEXT} {number}")
        while b"m.room.message" not in await poll:
            poll = asyncio.create_task(b.sync(30_000))
        latencies.append(time.perf_counter() - begin)
    return {"pair_p50_ms": percentile(latencies, 0.5) * 1000, "pair_p99_ms": percentile(latencies, 0.99) * 1000}


async def deliveries(server: Server) -> Figures:
    """One room of 50, 200 and 1,000 members, all of them syncing; the next message when everybody has the last one."""
    figures: Figures = {}
    crowd = await people(server, "member", 1000)
    sender = (await people(server, "speaker", 1))[0]
    for size in (50, 200, 1000):
        room = await sender.create_room(preset="public_chat")
        members = crowd[:size]
        await _each(members, lambda person, room=room: person.join(room), 16)  # type: ignore[misc]
        await _each(members, lambda person: person.sync(), 16)
        rounds = max(10, 6000 // size)
        latencies: list[float] = []
        begin = time.perf_counter()
        cpu = cpu_seconds(server.pid)
        for number in range(rounds):
            sent = time.perf_counter()

            async def hear(person: Person, sent: float = sent, latencies: list[float] = latencies) -> None:
                while b"m.room.message" not in await person.sync(30_000):
                    pass
                latencies.append(time.perf_counter() - sent)

            polls = [asyncio.create_task(hear(person)) for person in members]
            await sender.send(room, f"{TEXT} {number}")
            await asyncio.gather(*polls)
        spent = time.perf_counter() - begin
        figures[f"deliveries_per_s_{size}"] = rounds * size / spent
        figures[f"delivery_p99_ms_{size}"] = percentile(latencies, 0.99) * 1000
        figures[f"delivery_cpu_us_{size}"] = (cpu_seconds(server.pid) - cpu) / (rounds * size) * 1e6
        for person in members:
            await person.call("POST", f"/_matrix/client/v3/rooms/{quote(room, safe='')}/leave", {})
            person.since = ""
    return figures


async def idle(server: Server, *, count: int = 10_000) -> Figures:
    """Parked long polls: what one costs in memory with all that the server keeps for its person and device, and in processor time while
    nothing happens."""
    before = memory_bytes(server.pid)
    crowd = await people(server, "idle", count, at_once=64)
    for person in crowd:
        person.client.close()
    await _each(crowd, lambda person: person.sync(), 64)
    for person in crowd:
        person.client.close()
    polls = [asyncio.create_task(person.sync(100_000)) for person in crowd]
    await asyncio.sleep(max(10.0, count / 1000))
    cpu = cpu_seconds(server.pid)
    await asyncio.sleep(5.0)
    spent = cpu_seconds(server.pid) - cpu
    after = memory_bytes(server.pid)
    for poll in polls:
        poll.cancel()
    await asyncio.gather(*polls, return_exceptions=True)
    for person in crowd:
        person.client.close()
    return {
        "idle_syncs": count,
        "idle_kib_per_sync": (after - before) / count / 1024,
        "idle_cpu_percent": spent / 5.0 * 100,
        "memory_with_idle_mib": after / 2**20,
    }


async def syncs(server: Server) -> Figures:
    """Initial sync of 100 and 500 rooms, and an incremental one that has nothing to tell: processor time of the server."""
    figures: Figures = {}
    for count in (100, 500):
        owner, reader = await people(server, f"rooms{count}x", 2)
        for _ in range(count):
            room = await owner.create_room(preset="public_chat", name="A room by the lake")
            await reader.join(room)
            for _ in range(5):
                await owner.send(room, TEXT)
        cpu, wall = [], []
        for _ in range(5):
            reader.since = ""
            begin, used = time.perf_counter(), cpu_seconds(server.pid)
            answer = await reader.sync()
            wall.append(time.perf_counter() - begin)
            cpu.append(cpu_seconds(server.pid) - used)
        figures[f"initial_sync_{count}_rooms_cpu_ms"] = percentile(cpu, 0.5) * 1000
        figures[f"initial_sync_{count}_rooms_ms"] = percentile(wall, 0.5) * 1000
        figures[f"initial_sync_{count}_rooms_kib"] = len(answer) / 1024
        used = cpu_seconds(server.pid)
        for _ in range(2000):
            await reader.sync()
        figures[f"empty_sync_{count}_rooms_cpu_us"] = (cpu_seconds(server.pid) - used) / 2000 * 1e6
    return figures


async def sliding(server: Server, *, count: int = 1000) -> Figures:
    """Sliding sync of an account in 1,000 rooms: the first answer with twenty of them, one message among all of them listed, a look at
    nothing new; and what a waiting connection that listens to all rooms costs in memory."""
    owner, reader = await people(server, "slide", 2)
    rooms = []
    for number in range(count):
        room = await owner.create_room(preset="public_chat", name=f"Room {number} by the lake")
        await reader.join(room)
        await owner.send(room, TEXT)
        rooms.append(room)
    figures: Figures = {}
    cpu, wall = [], []
    for _ in range(5):
        begin, used = time.perf_counter(), cpu_seconds(server.pid)
        answer, _ = await reader.slide(20)
        wall.append(time.perf_counter() - begin)
        cpu.append(cpu_seconds(server.pid) - used)
    figures["sliding_first_cpu_ms"] = percentile(cpu, 0.5) * 1000
    figures["sliding_first_ms"] = percentile(wall, 0.5) * 1000
    figures["sliding_first_kib"] = len(answer) / 1024
    for last, name in ((20, "window"), (count, "all")):
        _, pos = await reader.slide(last)
        used = cpu_seconds(server.pid)
        for number in range(500):
            await owner.send(rooms[number % count], TEXT)
        sending = cpu_seconds(server.pid) - used
        _, pos = await reader.slide(last, pos)
        used = cpu_seconds(server.pid)
        for number in range(500):
            await owner.send(rooms[number % count], TEXT)
            answer, pos = await reader.slide(last, pos)
            assert b"m.room.message" in answer
        figures[f"sliding_news_{name}_cpu_us"] = (cpu_seconds(server.pid) - used - sending) / 500 * 1e6
        used = cpu_seconds(server.pid)
        for _ in range(1000):
            _, pos = await reader.slide(last, pos)
        figures[f"sliding_empty_{name}_cpu_us"] = (cpu_seconds(server.pid) - used) / 1000 * 1e6
    before = memory_bytes(server.pid)
    for number in range(200):
        device = await reader.again(f"D{number}")
        for conn_id in ("one", "two"):
            await device.slide(20, conn_id=conn_id)
        device.client.close()
    figures["sliding_kib_per_connection"] = (memory_bytes(server.pid) - before) / 400 / 1024
    return figures


async def pages(server: Server, *, events: int = 5000) -> Figures:
    """Backward pagination through a long room, 100 events a page, by eight readers."""
    owner = (await people(server, "writer", 1))[0]
    room = await owner.create_room(preset="public_chat")
    writers = await people(server, "author", 16)
    for writer in writers:
        await writer.join(room)

    async def write(writer: Person) -> None:
        for number in range(events // len(writers)):
            await writer.send(room, f"{TEXT} {number}")

    await asyncio.gather(*(write(writer) for writer in writers))
    read = 0
    deadline = time.perf_counter() + 6
    cpu = cpu_seconds(server.pid)

    async def page(reader: Person) -> None:
        nonlocal read
        start = ""
        path = f"/_matrix/client/v3/rooms/{quote(room, safe='')}/messages?dir=b&limit=100"
        while time.perf_counter() < deadline:
            answer = await reader.call("GET", path + (f"&from={start}" if start else ""))
            read += 1
            start = answer.get("end", "")

    begin = time.perf_counter()
    await asyncio.gather(*(page(reader) for reader in writers[:8]))
    spent = time.perf_counter() - begin
    return {"pages_per_s": read / spent, "page_cpu_us": (cpu_seconds(server.pid) - cpu) / read * 1e6}


async def growth(server: Server, *, members: Sequence[int] = (10, 1000, 10_000)) -> Figures:
    """Processor time of a send as the room grows in idle members and in history."""
    figures: Figures = {}
    crowd = await people(server, "grown", max(members), at_once=64)
    for person in crowd[64:]:
        person.client.close()
    for size in members:
        owner = crowd[0]
        room = await owner.create_room(preset="public_chat")

        async def enter(person: Person, room: str = room) -> None:
            await person.join(room)
            person.client.close()

        await _each(crowd[1:size], enter, 64)
        figures[f"send_cpu_us_{size}_members"] = await _cost(server, owner, room)
    owner = crowd[0]
    room = await owner.create_room(preset="public_chat")
    writers = crowd[1:33]
    for writer in writers:
        await writer.join(room)
    sent = 0
    for history in (100, 10_000, 100_000):

        async def write(writer: Person, count: int) -> None:
            for _ in range(count):
                await writer.send(room, TEXT)

        share = (history - sent) // len(writers)
        await asyncio.gather(*(write(writer, share) for writer in writers))
        sent = history
        figures[f"send_cpu_us_{history}_events"] = await _cost(server, owner, room)
    return figures


async def _cost(server: Server, sender: Person, room: str, count: int = 1000) -> float:
    used = cpu_seconds(server.pid)
    for _ in range(count):
        await sender.send(room, TEXT)
    return (cpu_seconds(server.pid) - used) / count * 1e6


WORKLOADS: dict[str, Callable[[Server], Awaitable[Figures]]] = {
    "start": start,
    "sends": sends,
    "pair": pair,
    "deliveries": deliveries,
    "syncs": syncs,
    "sliding": sliding,
    "pages": pages,
    "idle": idle,
    "growth": growth,
}
