"""The process as the outside sees it: it listens, drains on the first signal, ends at once on the second, and leaves with exit code 0."""

from __future__ import annotations

import asyncio
import errno
import os
import resource
import signal
import socket
import time
from collections.abc import Callable, Sequence

import structlog
import uvloop

from laiwang.edge.connection import Connection
from laiwang.edge.connections import Answerer, Connections
from laiwang.edge.data_folder import CannotListen
from laiwang.edge.gate import Gate

__all__ = ["BACKLOG", "DRAIN_S", "Life", "Signals", "address_of", "in_words", "run"]

DRAIN_S = 20.0
#: a terminal and its shell may both pass one Ctrl-C on; only a later one means "at once"
SAME_SIGNAL_S = 1.0
SWEEP_S = 5.0
BACKLOG = 4096
#: the database, files that are read, requests to others
FILES_BESIDE = 1536
log_ = structlog.get_logger(__name__)


class Life:
    """What is started, drained and stopped around the connections: `laiwang.edge.app.Server`."""

    async def start(self) -> None:
        """Called before the first connection."""

    def reload(self) -> None:
        """Called on SIGHUP."""

    def drain(self) -> None:
        """Answers what waits; nothing waits from now on."""

    async def stop(self) -> None:
        """Called after the last connection."""


class Signals:
    """The first one asks to stop, a later one to stop at once."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.stop = asyncio.Event()
        self.now = asyncio.Event()
        self._at = 0.0
        self._loop = loop
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._heard)

    def _heard(self) -> None:
        now = time.monotonic()
        if not self.stop.is_set():
            self._at = now
            self.stop.set()
        elif now - self._at > SAME_SIGNAL_S:
            self.now.set()

    def close(self) -> None:
        """Hears no more of them."""
        for number in (signal.SIGINT, signal.SIGTERM):
            self._loop.remove_signal_handler(number)


def run(
    life: Life,
    answerer: Answerer,
    *,
    host: str,
    port: int,
    ready: Callable[[str], None],
    listening: Sequence[socket.socket] = (),
    line: socket.socket | None = None,
    gate: Gate | None = None,
) -> None:
    """Runs until a signal; `ready` is called with the address. Raises CannotListen, and what the start raises.

    With sockets that are `listening` it listens there, and at nothing else; the end of the `line` is a signal to stop.
    """
    gate = gate or Gate()
    _allow_files(gate)
    uvloop.run(_run(life, answerer, host, port, ready, listening, line, gate))


def _allow_files(gate: Gate) -> None:
    """Every connection is an open file, of which a process may have few unless it asks; where it may not have as many, there will be fewer
    connections."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = gate.limits.connections_max + FILES_BESIDE
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return
    granted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (granted, hard))
    if granted < wanted:
        count = max(granted - FILES_BESIDE, granted // 2)
        log_.info("the system allows fewer open files than limits.connections_max needs", connections_max=count)
        gate.allow_connections(count)


async def _run(
    life: Life,
    answerer: Answerer,
    host: str,
    port: int,
    ready: Callable[[str], None],
    listening: Sequence[socket.socket],
    line: socket.socket | None,
    gate: Gate,
) -> None:
    loop = asyncio.get_running_loop()
    signals = Signals(loop)
    # Who closes the terminal in which it runs means its end, as ever.
    hung_up = signals.stop.set if line is None and os.isatty(0) else life.reload
    loop.add_signal_handler(signal.SIGHUP, hung_up)
    connections = Connections(gate)
    if line is not None:
        # Nothing is ever said on it: it ends with whoever holds the other side.
        loop.add_reader(line, signals.stop.set)
    await life.start()
    try:

        def connection() -> Connection:
            return Connection(answerer, connections, loop)

        try:
            if listening:
                servers = [await loop.create_server(connection, sock=one, backlog=BACKLOG) for one in listening]
            else:
                servers = [await loop.create_server(connection, host, port, backlog=BACKLOG, reuse_address=True)]
        except OSError as error:
            raise CannotListen(in_words(host, port, error)) from error
        sweeper = asyncio.create_task(_sweep(connections), name="connections sweep")
        try:
            ready(address_of(servers[0].sockets[0]))
            await signals.stop.wait()
            log_.info("stopping: open requests are answered, commits finish")
        finally:
            for server in servers:
                server.close()
            life.drain()
            await _close(connections, signals)
            sweeper.cancel()
    finally:
        await life.stop()
        signals.close()
        if line is not None:
            loop.remove_reader(line)
    log_.info("stopped")


def in_words(host: str, port: int, error: OSError) -> str:
    """Why an address cannot be listened on."""
    said = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
    hint = "; choose another port with --port" if error.errno in (errno.EADDRINUSE, errno.EACCES) else ""
    return f"cannot listen on {host}, port {port}: {said}{hint}"


def address_of(listening: socket.socket) -> str:
    """How a client of this machine reaches it."""
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{'localhost' if host in ('0.0.0.0', '::') else shown}:{port}"


async def _sweep(connections: Connections) -> None:
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(SWEEP_S)
        now = loop.time()
        connections.sweep(now)


async def _close(connections: Connections, signals: Signals) -> None:
    """Lets every request that has begun be answered, for a bounded time."""
    for connection in list(connections.open):
        connection.shut_down()
    waits = (asyncio.create_task(connections.wait_for_none()), asyncio.create_task(signals.now.wait()))
    await asyncio.wait(waits, timeout=DRAIN_S, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    tasks = [task for connection in list(connections.open) if (task := connection.abort()) is not None]
    if tasks:
        log_.warning("requests were given up", count=len(tasks))
        await asyncio.gather(*tasks, return_exceptions=True)
