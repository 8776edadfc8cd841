"""A Unix socket in front of PostgreSQL's: it lets everything pass, until it is told to lose an answer or to hold a question."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

SOCKET = ".s.PGSQL.5432"


class Wire:
    """`url` is the database's address over this wire."""

    def __init__(self, url: str, folder: Path) -> None:
        parts = urlsplit(url)
        self._target = str(Path(parse_qs(parts.query)["host"][0]) / SOCKET)
        self._folder = folder
        self.url = parts._replace(query=urlencode({"host": str(folder)})).geturl()
        self._lost: bytes | None = None
        self._held: bytes | None = None
        self._is_held = asyncio.Event()
        self._broken: bytes | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def lose(self, answer: bytes) -> None:
        """The connection breaks once, when the server sends this; its sender has done what it says by then."""
        self._lost = answer

    def break_at(self, asked: bytes) -> None:
        """The connection breaks once, when a client says this; it does not arrive."""
        self._broken = asked

    async def held_at(self, asked: bytes) -> None:
        """Waits until a client says this: it does not arrive, and the client waits for its answer until its end."""
        self._held = asked
        await self._is_held.wait()

    async def listen(self) -> asyncio.Server:
        """Starts."""
        return await asyncio.start_unix_server(self._connected, str(self._folder / SOCKET))

    async def _connected(self, client_in: asyncio.StreamReader, client_out: asyncio.StreamWriter) -> None:
        server_in, server_out = await asyncio.open_unix_connection(self._target)
        both = (
            asyncio.create_task(self._pass_on(client_in, server_out)),
            asyncio.create_task(self._pass_on(server_in, client_out, losing=True)),
        )
        self._tasks.update(both)
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for writer in (client_out, server_out):
            writer.close()
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        self._tasks.difference_update(both)

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, losing: bool = False
    ) -> None:
        while chunk := await reader.read(65_536):
            if not losing and self._held is not None and self._held in chunk:
                self._held = None
                self._is_held.set()
                await reader.read()
                return
            if not losing and self._broken is not None and self._broken in chunk:
                self._broken = None
                return
            if losing and self._lost is not None and self._lost in chunk:
                self._lost = None
                return
            writer.write(chunk)
            await writer.drain()


@asynccontextmanager
async def wire_to(url: str) -> AsyncIterator[Wire]:
    """A wire for as long as the block runs."""
    with tempfile.TemporaryDirectory(prefix="laiwang-wire-") as folder:
        wire = Wire(url, Path(folder))
        server = await wire.listen()
        try:
            yield wire
        finally:
            server.close()
