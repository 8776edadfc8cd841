"""A small, fast HTTP client for load: one keep-alive connection, one request at a time, no parsing beyond what is needed."""

from __future__ import annotations

import asyncio
import itertools
import os
import time
from typing import Any
from urllib.parse import quote

import orjson

__all__ = ["Client", "Person", "cpu_seconds", "family_cpu_seconds", "memory_bytes", "percentile"]


class Client(asyncio.Protocol):
    """One connection to the server. A protocol rather than streams: the load must cost less than what it measures."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[tuple[int, bytes]] | None = None
        self._buffer = b""
        #: bytes that the answer has in all, 0 until its head has come
        self._size = 0
        self._head_size = 0
        self._heads: dict[str, bytes] = {}

    async def request(self, method: str, path: str, body: bytes = b"", token: str = "") -> tuple[int, bytes]:
        """Status and body."""
        loop = asyncio.get_running_loop()
        if self._transport is None or self._transport.is_closing():
            self._buffer, self._size = b"", 0
            self._transport, _ = await loop.create_connection(lambda: self, self.host, self.port)
        rest = self._heads.get(token)
        if rest is None:
            rest = b"Authorization: Bearer %b\r\n" % token.encode() if token else b""
            self._heads = {token: rest}
        kind = b"Content-Type: application/json\r\n" if body else b""
        self._waiter = loop.create_future()
        self._transport.write(
            b"%b %b HTTP/1.1\r\nHost: bench\r\nContent-Length: %d\r\n%b%b\r\n%b"
            % (method.encode(), path.encode(), len(body), rest, kind, body)
        )
        return await self._waiter

    def data_received(self, data: bytes) -> None:
        """Collects an answer."""
        buffer = self._buffer = self._buffer + data if self._buffer else data
        if not self._size:
            end = buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            at = buffer.find(b"content-length:", 0, end)
            if at < 0:
                at = buffer.lower().index(b"content-length:", 0, end)
            self._head_size = end + 4
            self._size = self._head_size + int(buffer[at + 15 : buffer.index(b"\r\n", at)])
        if len(buffer) >= self._size:
            answer = (int(buffer[9:12]), buffer[self._head_size : self._size])
            self._buffer, self._size = b"", 0
            if self._waiter is not None and not self._waiter.done():
                self._waiter.set_result(answer)

    def connection_lost(self, exc: Exception | None) -> None:
        """Ends a request that waits."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(exc or ConnectionResetError("the server closed the connection"))

    def close(self) -> None:
        """Closes the connection."""
        if self._transport is not None:
            waiter, self._waiter = self._waiter, None
            if waiter is not None:
                waiter.cancel()
            self._transport.close()
            self._transport = None


#: what a phone asks for in its list of rooms
ROOM_LIST_STATE = (
    ("m.room.name", ""),
    ("m.room.encryption", ""),
    ("m.room.member", "$LAZY"),
    ("m.room.member", "$ME"),
    ("m.room.topic", ""),
    ("m.room.avatar", ""),
    ("m.room.canonical_alias", ""),
    ("m.room.power_levels", ""),
    ("org.matrix.msc3401.call.member", "*"),
    ("m.room.join_rules", ""),
    ("m.room.tombstone", ""),
    ("m.room.create", ""),
    ("m.room.history_visibility", ""),
    ("m.space.parent", "*"),
    ("m.space.child", "*"),
)
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

    def move(self, host: str, port: int) -> None:
        """Asks another server from now on."""
        self.client.close()
        self.client = Client(host, port)

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

    async def again(self, device_id: str) -> Person:
        """The same account on one more device."""
        other = Person(self.client.host, self.client.port, self.name)
        answer = await other.call(
            "POST",
            "/_matrix/client/v3/login",
            {
                "type": "m.login.password",
                "identifier": {"type": "m.id.user", "user": self.user_id},
                "password": "bench-" + self.name,
                "device_id": device_id,
            },
        )
        other.token, other.user_id = answer["access_token"], answer["user_id"]
        return other

    async def slide(self, rooms: int, pos: str = "", *, conn_id: str = "room-list") -> tuple[bytes, str]:
        """One sliding sync of the first rooms, as a phone asks for its list; the raw answer and the next pos."""
        path = "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync?timeout=0"
        body = {
            "conn_id": conn_id,
            "lists": {
                "all_rooms": {
                    "ranges": [[0, rooms - 1]],
                    "timeline_limit": 1,
                    "required_state": [list(one) for one in ROOM_LIST_STATE],
                    "filters": {"not_room_types": ["m.space"]},
                }
            },
            "extensions": {
                "account_data": {"enabled": True},
                "receipts": {"enabled": True, "rooms": ["*"]},
                "typing": {"enabled": True},
            },
        }
        path += f"&pos={pos}" if pos else ""
        status, answer = await self.client.request("POST", path, orjson.dumps(body), self.token)
        if status != 200:
            raise RuntimeError(f"sliding sync: {status} {answer[:300]!r}")
        start = answer.index(b'"pos":"') + 7
        return answer, answer[start : answer.index(b'"', start)].decode()

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


def family_cpu_seconds(pid: int) -> float:
    """The same of a process and all its children, those that have ended among them."""
    used = 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                with open(f"/proc/{entry.name}/stat", encoding="ascii", errors="replace") as file:
                    fields = file.read().rsplit(") ", 1)[1].split()
            except OSError:
                continue  # it has ended while we looked
            if int(entry.name) == pid:
                used += sum(map(int, fields[11:15]))
            elif int(fields[1]) == pid:
                used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")


def memory_bytes(pid: int) -> int:
    """Resident memory of a process."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
