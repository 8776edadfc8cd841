"""A listener with a few routes of its own, in this process."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from laiwang.edge.connection import Connection
from laiwang.edge.connections import Connections
from laiwang.edge.gate import Gate, LimitSettings
from laiwang.edge.http import Application
from laiwang.edge.metrics import Metrics
from laiwang.edge.proxies import TrustedProxies
from laiwang.kernel.capability import Caller, Request, Response, Route, answer
from laiwang.kit.ports import SystemChance
from laiwang.kit.refusals import unknown_token

API = "/_matrix/test"


class Here:
    """The listener: its port, its connections, and what its handlers saw."""

    def __init__(self, limits: LimitSettings | None = None) -> None:
        #: long polls that wait
        self.waiting = 0
        gate = Gate(limits, lambda: self.waiting)
        self.connections = Connections(gate)
        self.port = 0
        #: clients' ends of connections, closed with it
        self.closing: list[asyncio.StreamWriter] = []
        self.parked = asyncio.Event()
        self.left = asyncio.Event()
        self.finish = asyncio.Event()
        self.finished = asyncio.Event()
        self.upload_failed: asyncio.Future[BaseException] = asyncio.get_running_loop().create_future()
        routes = (
            Route("GET", f"{API}/echo/{{word}}", self._echo, auth="none"),
            Route("PUT", f"{API}/echo/{{word}}", self._echo, auth="none", body_bytes_max=1000),
            Route("GET", f"{API}/wait", self._wait, auth="none", long_poll=True),
            Route("POST", f"{API}/work", self._work, auth="none"),
            Route("POST", f"{API}/upload", self._upload, auth="none", streamed=True, body_bytes_max=8 << 20),
            Route("GET", f"{API}/chunks/{{count}}", self._chunks, auth="none"),
            Route("GET", f"{API}/large/{{bytes}}", self._large, auth="none"),
            Route("GET", f"{API}/broken", self._broken, auth="none"),
            Route("GET", f"{API}/me", self._me),
        )
        self.application = Application(
            routes,
            self._authenticate,
            site=lambda method, path, headers: None,
            chance=SystemChance(),
            metrics=Metrics(),
            gate=gate,
            trusted_proxies=TrustedProxies(("127.0.0.1",)),
        )

    async def _authenticate(self, token: str, peer: str, is_logout: bool, query: bytes) -> Caller:
        if token != "good":
            raise unknown_token()
        return Caller("@a:test", "D")

    async def _echo(self, request: Request) -> Response:
        return answer(
            {
                "word": request.params["word"],
                "query": request.query,
                "body": request.body.decode(),
                "peer": request.peer,
            }
        )

    async def _wait(self, request: Request) -> Response:
        self.parked.set()
        self.waiting += 1
        try:
            await self.finish.wait()
        except asyncio.CancelledError:
            self.left.set()
            raise
        finally:
            self.waiting -= 1
        return answer({})

    async def _work(self, request: Request) -> Response:
        self.parked.set()
        await self.finish.wait()
        self.finished.set()
        return answer({})

    async def _upload(self, request: Request) -> Response:
        assert request.stream is not None
        size = 0
        try:
            async for chunk in request.stream():
                size += len(chunk)
                if request.arg("enough") is not None:
                    return answer({"read": "enough"})
        except BaseException as error:
            self.upload_failed.set_result(error)
            raise
        return answer({"size": size})

    async def _chunks(self, request: Request) -> Response:
        count = int(request.params["count"])

        async def chunks() -> AsyncIterator[bytes]:
            try:
                for number in range(count):
                    yield b"%06d\n" % number
                    if number == 0 and request.arg("parked") is not None:
                        self.parked.set()
                        await self.finish.wait()
                if request.arg("broken") is not None:
                    raise FileNotFoundError("a file that has gone")
            finally:
                self.finished.set()

        size = 7 * count if request.arg("sized") else None
        return Response(chunks(), content_type=b"text/plain", size_bytes=size)

    async def _large(self, request: Request) -> Response:
        return answer({"text": ("来往 " * int(request.params["bytes"]))[: int(request.params["bytes"])]})

    async def _broken(self, request: Request) -> Response:
        raise RuntimeError("a fault of our own")

    async def _me(self, request: Request) -> Response:
        return answer({"user_id": request.caller.user_id})


@contextlib.asynccontextmanager
async def listening(limits: LimitSettings | None = None) -> AsyncIterator[Here]:
    """The listener, on the loop that runs."""
    here = Here(limits)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(here.application, here.connections, loop), "127.0.0.1", 0)
    here.port = server.sockets[0].getsockname()[1]
    yield here
    here.finish.set()
    server.close()
    for connection in list(here.connections.open):
        connection.abort()
    await here.connections.wait_for_none()
    for writer in here.closing:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


@pytest.fixture
async def here() -> AsyncIterator[Here]:
    """The listener, listening."""
    async with listening() as here:
        yield here
