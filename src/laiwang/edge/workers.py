"""Several processes of one server on one machine: a supervisor that keeps them, and what it gives to each.

Each worker has a listening socket of its own on the one port (SO_REUSEPORT: the kernel spreads connections evenly). The supervisor holds
all of them open, so that who connects while a worker is dead waits for the next one instead of being refused.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from laiwang.edge.data_folder import CannotListen
from laiwang.edge.listener import BACKLOG, DRAIN_S, Signals, address_of, in_words

__all__ = ["Place", "listen", "listen_for_commands", "supervise"]

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
#: a worker that lived for so long was well: its next death counts as the first
WELL_S = 60.0
#: beyond the time in which a worker lets its requests end
STOP_S = DRAIN_S + 20.0
READY = b"ready"
READY_LOOK_S = 0.02
log_ = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """What a worker is given. `line` ends when the supervisor does; the worker says on it that it is ready."""

    number: int
    count: int
    line: socket.socket
    commands: socket.socket
    listening: tuple[socket.socket, ...]

    @property
    def argument(self) -> str:
        """Names it on the command line of the worker."""
        sockets = (self.line, self.commands, *self.listening)
        return ",".join(map(str, (self.number, self.count, *(one.fileno() for one in sockets))))

    @classmethod
    def of_argument(cls, text: str) -> Place:
        """The same in the worker."""
        number, count, *fds = map(int, text.split(","))
        line, commands, *listening = (socket.socket(fileno=fd) for fd in fds)
        for one in (line, commands, *listening):
            one.setblocking(False)
            os.set_inheritable(one.fileno(), False)
        signal.signal(
            signal.SIGHUP, signal.SIG_IGN
        )  # the supervisor passes it on, to a worker that may not listen for it yet
        return cls(number, count, line, commands, tuple(listening))

    def tell_ready(self) -> None:
        """The worker answers requests."""
        self.line.send(READY)


def listen(host: str, port: int, count: int) -> list[tuple[socket.socket, ...]]:
    """Listening sockets on one port, for each worker one on every address of the host. Raises CannotListen."""
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        addresses = list(dict.fromkeys((family, address) for family, _, _, _, address in found))
        made: list[tuple[socket.socket, ...]] = []
        for family, address in addresses:
            if port:
                _bind(family, (address[0], port, *address[2:]), shared=False).close()  # somebody else's is not shared
        for _ in range(count):
            some = []
            for family, address in addresses:
                one = _bind(family, (address[0], port, *address[2:]), shared=True)
                one.listen(BACKLOG)
                port = one.getsockname()[1]
                some.append(one)
            made.append(tuple(some))
    except OSError as error:
        raise CannotListen(in_words(host, port, error)) from error
    return made


def _bind(family: int, address: tuple[object, ...], *, shared: bool) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind(address)
    except BaseException:
        one.close()
        raise
    return one


def listen_for_commands(path: Path) -> socket.socket:
    """The socket for the command line, which any worker answers."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    one = socket.socket(socket.AF_UNIX)
    before = os.umask(0o177)
    try:
        one.bind(os.fspath(path))
    finally:
        os.umask(before)
    one.listen()
    return one


def supervise(
    arguments: Sequence[str], commands: Path, *, host: str, port: int, count: int, ready: Callable[[str], None]
) -> int:
    """Runs workers (`arguments` are those of `laiwang`) until a signal; answers the exit code. Raises CannotListen."""
    sockets = listen(host, port, count)
    try:
        admin = listen_for_commands(commands)
        try:
            return asyncio.run(_Supervisor(arguments, admin, sockets, ready).run())
        finally:
            admin.close()
            commands.unlink(missing_ok=True)
    finally:
        for one in (one for some in sockets for one in some):
            one.close()


class _Life:
    """One process of a worker."""

    __slots__ = ("began_s", "is_ready", "over", "process")

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.began_s = time.monotonic()
        self.is_ready = asyncio.Event()
        #: its exit code, negative for the signal that killed it
        self.over = asyncio.create_task(process.wait())

    def signal(self, number: signal.Signals) -> None:
        if self.process.returncode is None:
            self.process.send_signal(number)

    async def ready(self) -> bool:
        """Waits until it answers requests, or is over; whether it does."""
        ready = asyncio.create_task(self.is_ready.wait())
        await asyncio.wait([ready, self.over], return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        return self.is_ready.is_set()


class _Supervisor:
    def __init__(
        self,
        arguments: Sequence[str],
        commands: socket.socket,
        sockets: Sequence[tuple[socket.socket, ...]],
        ready: Callable[[str], None],
    ) -> None:
        self._command = (sys.executable, "-m", "laiwang", *arguments)
        self._commands = commands
        self._sockets = sockets
        self._ready = ready
        self._lives: dict[_Life, int] = {}
        self._numbers = range(1, len(sockets) + 1)
        #: asked to be replaced, while it goes on
        self._renew = {number: asyncio.Event() for number in self._numbers}
        self._renewed: asyncio.Queue[bool] = asyncio.Queue()
        self._has_started = False
        self._is_stopping = False
        self._code = 0

    async def run(self) -> int:
        loop = asyncio.get_running_loop()
        signals = Signals(loop)
        replace = asyncio.Event()
        # Who closes the terminal in which it runs means its end; elsewhere workers read their settings again.
        hung_up = signals.stop.set if os.isatty(0) else lambda: self._signal(signal.SIGHUP)
        loop.add_signal_handler(signal.SIGHUP, hung_up)
        loop.add_signal_handler(signal.SIGUSR2, replace.set)
        keeping = [asyncio.create_task(self._keep(number)) for number in self._numbers]
        others = [
            asyncio.create_task(work) for work in (signals.stop.wait(), self._tell_ready(), self._replace_all(replace))
        ]
        await asyncio.wait([others[0], *keeping], return_when=asyncio.FIRST_COMPLETED)
        self._is_stopping = True
        log_.info("stopping: workers finish what they have begun", workers=len(self._lives))
        self._signal(signal.SIGTERM)
        others.append(asyncio.create_task(self._pass_on(signals)))
        _, late = await asyncio.wait(keeping, timeout=STOP_S)
        if late:
            log_.warning("workers did not stop in time", workers=sorted(self._lives.values()))
            self._code = 1
            self._signal(signal.SIGKILL)
            await asyncio.wait(keeping)
        for task in others:
            task.cancel()
        signals.close()
        return self._code

    async def _pass_on(self, signals: Signals) -> None:
        """A second signal means at once, to workers as well."""
        await signals.now.wait()
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        for life in self._lives:
            life.signal(number)

    async def _tell_ready(self) -> None:
        """Once, when all of them answer for the first time."""
        while len({number for life, number in self._lives.items() if life.is_ready.is_set()}) < len(self._numbers):
            await asyncio.gather(*(life.is_ready.wait() for life in list(self._lives)), asyncio.sleep(READY_LOOK_S))
        self._has_started = True
        self._ready(address_of(self._sockets[0][0]))

    async def _replace_all(self, replace: asyncio.Event) -> None:
        """One after the other, each by a new process of what is installed now; stops at the first that cannot start."""
        while True:
            await replace.wait()
            replace.clear()
            for number in self._numbers:
                self._renew[number].set()
                if not await self._renewed.get():
                    break

    def _is_over(self) -> bool:
        return self._is_stopping

    async def _keep(self, number: int) -> None:
        """One process after the other; over when all are to stop, or when one fails before all have been ready for the first time."""
        pause_s = 0.0
        while not self._is_over():
            code, lived_s = await self._until_dead(number, await self._begin(number))
            if self._is_over():
                # One that was still starting hears no signals yet, and has begun nothing.
                self._code = self._code or (0 if code in (0, -signal.SIGTERM) else 1)
                return
            if not self._has_started:
                self._code = code if code > 0 else 1
                return
            pause_s = FIRST_PAUSE_S if lived_s > WELL_S else min(max(FIRST_PAUSE_S, pause_s * 2), LONGEST_PAUSE_S)
            log_.error(
                "a worker died; it will be started again",
                worker=number,
                code=code,
                lived_s=round(lived_s),
                in_s=pause_s,
            )
            await asyncio.sleep(pause_s)

    async def _until_dead(self, number: int, life: _Life) -> tuple[int, float]:
        """Waits until the worker's process is over, and replaces it as often as that is asked; (exit code, seconds that it lived)."""
        renew = self._renew[number]
        while True:
            asked = asyncio.create_task(renew.wait())
            await asyncio.wait([asked, life.over], return_when=asyncio.FIRST_COMPLETED)
            asked.cancel()
            if renew.is_set():
                renew.clear()
                life = await self._succeed(number, life)
            if life.over.done():
                return life.over.result(), time.monotonic() - life.began_s

    async def _succeed(self, number: int, life: _Life) -> _Life:
        """Starts a successor, and lets the process stop when that one answers: both listen meanwhile. The one that goes on."""
        successor = await self._begin(number)
        is_ready = await successor.ready()
        if is_ready:
            life.signal(signal.SIGTERM)
            log_.info("a worker was replaced", worker=number)
        else:
            log_.error("a worker could not be replaced; it goes on", worker=number, code=successor.over.result())
        self._renewed.put_nowait(is_ready)
        return successor if is_ready else life

    async def _begin(self, number: int) -> _Life:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        place = Place(number, len(self._sockets), theirs, self._commands, self._sockets[number - 1])
        fds = (theirs.fileno(), self._commands.fileno(), *(one.fileno() for one in place.listening))
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                "--as-worker",
                place.argument,
                stdin=asyncio.subprocess.DEVNULL,
                pass_fds=fds,
                process_group=0,  # Ctrl-C at a terminal is for the supervisor, which tells them
            )
        finally:
            theirs.close()
        life = _Life(process)
        self._lives[life] = number
        hearing = asyncio.create_task(_hear(life, ours))

        def is_over(_: object) -> None:
            self._lives.pop(life, None)
            hearing.cancel()
            ours.close()

        life.over.add_done_callback(is_over)
        if self._is_stopping:
            life.signal(signal.SIGTERM)
        return life


async def _hear(life: _Life, line: socket.socket) -> None:
    if await asyncio.get_running_loop().sock_recv(line, len(READY)) == READY:
        life.is_ready.set()
