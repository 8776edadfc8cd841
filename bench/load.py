"""A small, fast HTTP client for load: one keep-alive connection, one request at a time, no parsing beyond what is needed."""

from __future__ import annotations

import asyncio
import itertools
import os
import time
from typing import Any
from urllib.parse import quote

import orjson

__all__ = ["Client", "Person", "percentile"]


class Client:
    """One connection to the server."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def request(self, method: str, path: str, body: bytes = b"", token: str = "") -> tuple[int, bytes]:
        """Status and body."""
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(self._host, self._port, limit=1 << 24)
        head = f"{method} {path} HTTP/1.1\r\nHost: bench\r\nContent-Length: {len(body)}\r\n"
        if token:
            head += f"Authorization: Bearer {token}\r\n"
        if body:
            head += "Content-Type: application/json\r\n"
        self._writer.write(head.encode() + b"\r\n" + body)
        reader = self._reader
        assert reader is not None
        answer = await reader.readuntil(b"\r\n\r\n")
        status = int(answer[9:12])
        lower = answer.lower()
        at = lower.index(b"content-length:") + 15
        length = int(lower[at : lower.index(b"\r\n", at)])
        return status, await reader.readexactly(length) if length else b""

    def close(self) -> None:
        """Closes the connection."""
        if self._writer is not None:
            self._writer.close()
            self._writer = self._reader = None


_txn = itertools.count(time.time_ns())


class Person:
    """Somebody with an account, on a connection of her own."""

    def __init__(self, host: str, port: int, name: str) -> None:
        self.client = Client(host, port)
        self.name = name
        self.token = ""
        self.user_id = ""
        self.since = ""

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        """A request that must succeed; the decoded answer."""
        status, answer = await self.client.request(
            method, path, b"" if body is None else orjson.dumps(body), self.token
        )
        if status != 200:
            raise RuntimeError(f"{method} {path}: {status} {answer[:300]!r}")
        return orjson.loads(answer)

    async def register(self) -> Person:
        """Makes the account."""
        answer = await self.call(
            "POST",
            "/_matrix/client/v3/register",
            {
                "username": self.name,
                "password": "bench-" + self.name,
                "device_id": "BENCH",
                "auth": {"type": "m.login.dummy"},
            },
        )
        self.token, self.user_id = answer["access_token"], answer["user_id"]
        return self

    async def create_room(self, **body: Any) -> str:
        """A new room's id."""
        room_id: str = (await self.call("POST", "/_matrix/client/v3/createRoom", body))["room_id"]
        return room_id

    async def join(self, room_id: str) -> None:
        """Joins a room."""
        await self.call("POST", f"/_matrix/client/v3/rooms/{quote(room_id, safe='')}/join", {})

    async def send(self, room_id: str, text: str) -> str:
        """Sends a text message; answers the event id."""
        path = f"/_matrix/client/v3/rooms/{quote(room_id, safe='')}/send/m.room.message/t{next(_txn)}"
        event_id: str = (await self.call("PUT", path, {"msgtype": "m.text", "body": text}))["event_id"]
        return event_id

    async def sync(self, timeout_ms: int = 0) -> bytes:
        """One poll from the last token on; the raw answer."""
        path = f"/_matrix/client/v3/sync?timeout={timeout_ms}"
        if self.since:
            path += f"&since={self.since}"
        status, answer = await self.client.request("GET", path, b"", self.token)
        if status != 200:
            raise RuntimeError(f"sync: {status} {answer[:300]!r}")
        start = answer.index(b'"next_batch":"') + 14
        self.since = answer[start : answer.index(b'"', start)].decode()
        return answer


def percentile(values: list[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def cpu_seconds(pid: int) -> float:
    """User and system CPU time that a process has used."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_bytes(pid: int) -> int:
    """Resident memory of a process."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
