"""Another server, in the test's own process and on a real socket: a push gateway, an application service, whatever is called."""

import asyncio
import gzip
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote

from jsonschema import Draft202012Validator

SPEC = Path(__file__).resolve().parents[1] / "spec"
WAIT_S = 30


@dataclass(frozen=True)
class Received:
    """One request, as it came in."""

    method: str
    #: decoded
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Say:
    """An answer."""

    status: int = 200
    json: Any = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    #: instead of JSON: bytes of this type
    content: bytes | None = None
    content_type: str = "application/json"


Rule = Callable[[Received], Say]


class Elsewhere:
    """`answer` decides what is said to each request; `next` waits for the next one that came in. Use as an async context manager."""

    def __init__(self, answer: Rule | None = None, port: int = 0) -> None:
        self.answer: Rule = answer or (lambda _: Say())
        self.received: asyncio.Queue[Received | Exception] = asyncio.Queue()
        self.port = port
        #: cleared: requests are taken in and get no answer until it is set
        self.answering = asyncio.Event()
        self.answering.set()
        self._connections: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port, limit=1 << 22)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.answering.set()
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        await self._server.wait_closed()

    async def next(self, timeout_s: float = WAIT_S) -> Received:
        """The next request. Raises TimeoutError, and what `answer` raised."""
        found = await asyncio.wait_for(self.received.get(), timeout_s)
        if isinstance(found, Exception):
            raise found
        return found

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, target, _ = head[0].split(" ")
                kept = dict(line.split(": ", 1) for line in head[1:] if line)
                headers = {name.lower(): value for name, value in kept.items()}
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                path, _, query = target.partition("?")
                request = Received(method, unquote(path), dict(parse_qsl(query)), headers, body)
                try:
                    said = self.answer(request)
                except Exception as error:
                    self.received.put_nowait(error)  # the test hears of it, not the server
                    return
                self.received.put_nowait(request)
                await self.answering.wait()
                content = json.dumps(said.json).encode() if said.content is None else said.content
                lines = [
                    f"HTTP/1.1 {said.status} -",
                    f"Content-Length: {len(content)}",
                    f"Content-Type: {said.content_type}",
                ]
                lines += [f"{name}: {value}" for name, value in said.headers.items()]
                writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + content)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


@cache
def _request_schema(document: str, method: str, template: str) -> Draft202012Validator:
    spec = json.loads(gzip.decompress((SPEC / f"{document}.json.gz").read_bytes()))
    schema = spec["paths"][template][method]["requestBody"]["content"]["application/json"]["schema"]
    return Draft202012Validator({"components": spec.get("components", {}), **schema})


def check_request(document: str, template: str, request: Received) -> Any:
    """Hold what our server has sent to the specification `document` of the other side; its body."""
    body = request.json
    _request_schema(document, request.method.lower(), template).validate(body)
    return body
