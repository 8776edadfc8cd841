"""A network line between two processes that a test can cut, freeze, slow down or make half-open."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.harness.server import free_port

__all__ = ["Link"]

CHUNK_BYTES = 65_536


class Link:
    """Connections to `port` come out at `target`, a port or a Unix socket.

    What was swallowed while the line was deaf is gone, and so are its connections for both ends, though neither is told: like a firewall
    that forgot them, or a machine that was switched off.
    """

    def __init__(self, target: int | Path) -> None:
        self._target = target
        self.port = free_port()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._is_deaf = False
        self._delay_s = 0.0
        #: counts the times that the line was deaf: connections of an earlier one swallow for ever
        self._age = 0

    async def up(self) -> None:
        """Connections pass."""
        if self._server is None:
            self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)

    async def cut(self) -> None:
        """Breaks every connection, and takes no new ones."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
        await self._break_all()

    async def _break_all(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def freeze(self) -> None:
        """Nothing passes any more, and nobody is told; what is under way arrives when it thaws."""
        self._flowing.clear()

    def thaw(self) -> None:
        """Everything passes again."""
        self._flowing.set()

    def slow(self, delay_ms: int) -> None:
        """Each piece arrives later, either way; 0: at once."""
        self._delay_s = delay_ms / 1000

    def deafen(self) -> None:
        """What the target says no longer arrives, while the target still hears everything."""
        self._is_deaf = True

    def renew(self) -> None:
        """New connections pass in both directions; those that were there never will again."""
        self._is_deaf = False
        self._age += 1

    async def down(self) -> None:
        """At the end of the test."""
        self.thaw()
        await self.cut()

    async def _connected(self, here_in: asyncio.StreamReader, here_out: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        writers, age = [here_out], self._age
        try:
            await self._flowing.wait()
            if isinstance(self._target, Path):
                there_in, there_out = await asyncio.open_unix_connection(self._target)
            else:
                there_in, there_out = await asyncio.open_connection("127.0.0.1", self._target)
            writers.append(there_out)
            async with asyncio.TaskGroup() as group:
                group.create_task(self._pass_on(here_in, there_out.write, there_out.drain, lambda: self._age != age))
                group.create_task(
                    self._pass_on(there_in, here_out.write, here_out.drain, lambda: self._is_deaf or self._age != age)
                )
        except (OSError, BaseExceptionGroup, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            for writer in writers:
                writer.transport.abort()

    async def _pass_on(
        self,
        reader: asyncio.StreamReader,
        write: Callable[[bytes], None],
        drain: Callable[[], Awaitable[None]],
        is_swallowed: Callable[[], bool],
    ) -> None:
        while chunk := await reader.read(CHUNK_BYTES):
            if self._delay_s:
                await asyncio.sleep(self._delay_s)
            await self._flowing.wait()
            if not is_swallowed():
                write(chunk)
                await drain()
        if is_swallowed():
            await asyncio.Event().wait()  # of a connection that nobody knows any more, an end is not told either
        raise ConnectionError("one side is gone")
