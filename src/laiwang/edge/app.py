"""The server put together: built from settings, started in order, drained when it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import time
from collections.abc import Callable, Generator
from pathlib import Path
from types import FrameType

import structlog
import uvicorn

from laiwang import __version__
from laiwang.adapters.blobs import DiskBlobs
from laiwang.adapters.outbound import HttpOutbound
from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.edge import capabilities
from laiwang.edge.administration import Administration, Administrator
from laiwang.edge.data_folder import DataFolder
from laiwang.edge.http import Application
from laiwang.edge.meta import Meta
from laiwang.edge.metrics import Metrics
from laiwang.edge.protocol import LaiwangProtocol
from laiwang.edge.settings import AllSettings, WrongSettings
from laiwang.edge.site import Site
from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kit.ports import SystemChance, SystemClock

__all__ = ["Server", "serve"]

WEBAPP = Path(__file__).resolve().parent.parent / "webapp"
DRAIN_S = 20
SAME_SIGNAL_S = 1.0
KEEP_ALIVE_S = 75
BACKLOG = 4096
#: Objects of a long life (rooms, sessions, routes) make every full collection dear; these numbers make them rare.
GC_THRESHOLDS = (50_000, 20, 100)
log_ = structlog.get_logger(__name__)


def _outbound(settings: AllSettings) -> HttpOutbound:
    try:
        return HttpOutbound(settings.outbound.private_hosts, user_agent=f"Laiwang/{__version__}")
    except ValueError as error:
        raise WrongSettings(f"the setting outbound.private_hosts is wrong: {error}") from error


class Server:
    """A kernel with all capabilities on a data folder, and the ASGI application in front of it."""

    def __init__(self, settings: AllSettings, folder: DataFolder) -> None:
        self.settings = settings
        self._folder = folder
        self.kernel = Kernel.build(
            server_name=folder.server_name(settings.server.name),
            database=lambda publish: SQLiteDatabase(folder.database, publish),
            blobs=DiskBlobs(folder.media),
            outbound=_outbound(settings),
            clock=SystemClock(),
            chance=SystemChance(),
            default_room_version=settings.server.default_room_version,
            room_members_max_awake=settings.server.room_members_awake_max,
        )
        self.capabilities = capabilities.build(self.kernel, settings)
        self.administrator = Administrator(self.capabilities.accounts)
        self._administration = Administration(self.administrator, folder.socket)
        self._started: list[Callable[[], object]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        manifests = self.capabilities.manifests
        metrics = Metrics()
        meta = Meta(
            self.kernel,
            manifests,
            metrics,
            public_url=settings.server.public_url,
            metrics_token=settings.metrics.token,
            support=settings.support,
            parked=lambda: self.capabilities.sync.sessions.parked,
        )
        self.routes = [*meta.routes(), *(route for one in manifests for route in one.routes)]
        self.application = Application(
            self.routes,
            self._authenticate,
            site=Site(WEBAPP),
            chance=self.kernel.chance,
            metrics=metrics,
            public_url=settings.server.public_url,
            trusted_proxies=settings.server.trusted_proxies,
            on_start=self.start,
            on_stop=self.stop,
        )

    async def _authenticate(self, token: str, peer: str, is_logout: bool) -> Caller:
        caller = await self.capabilities.accounts.authenticate(token, is_logout=is_logout)
        devices = self.capabilities.devices
        if caller.device_id is not None and devices.due(caller.user_id, caller.device_id):
            # Nobody waits for the note of when a device was last seen.
            task = asyncio.create_task(devices.seen(caller.user_id, caller.device_id, peer))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return caller

    async def start(self, *, alone: bool = False) -> None:
        """Opens the data and starts every capability; `alone` without the socket for commands."""
        await self.kernel.start()
        for one in self.capabilities.manifests:
            if one.on_start is not None:
                await one.on_start()
        self.kernel.followers.start([follower for one in self.capabilities.manifests for follower in one.followers])
        if not alone:
            await self._administration.start()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLDS)

    def drain(self) -> None:
        """Answers parked syncs; further ones do not wait."""
        self.capabilities.sync.drain()

    async def stop(self) -> None:
        """Finishes what was accepted, then closes the data."""
        self.drain()
        await self._administration.stop()
        if self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        for one in reversed(self.capabilities.manifests):
            if one.on_stop is not None:
                await one.on_stop()
        await self.kernel.stop()


class _Uvicorn(uvicorn.Server):
    """Uvicorn which drains on the first signal, ends at once on the second, and leaves with exit code 0."""

    def __init__(self, config: uvicorn.Config, server: Server, ready: Callable[[str], None]) -> None:
        super().__init__(config)
        self._laiwang = server
        self._ready = ready
        self._signalled_at = 0.0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # A terminal and its shell may both pass one Ctrl-C on; only a later one means "at once".
        now = time.monotonic()
        if not self.should_exit:
            self._signalled_at = now
            self.should_exit = True
        elif now - self._signalled_at > SAME_SIGNAL_S:
            self.force_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            self._ready(f"http://{'localhost' if host in ('0.0.0.0', '::') else shown}:{port}")

    async def shutdown(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        log_.info("stopping: open requests are answered, commits finish")
        self._laiwang.drain()
        await super().shutdown(sockets)  # type: ignore[arg-type]
        log_.info("stopped")


def serve(settings: AllSettings, folder: DataFolder, ready: Callable[[str], None]) -> int:
    """Runs until a signal; `ready` is called with the address. Answers the exit code."""
    server = Server(settings, folder)
    config = uvicorn.Config(
        server.application,
        host=settings.server.host,
        port=settings.server.port,
        loop="uvloop",
        http=LaiwangProtocol,
        ws="none",
        lifespan="on",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=DRAIN_S,
    )
    process = _Uvicorn(config, server, ready)
    try:
        process.run()
    except SystemExit as error:
        return int(error.code or 1)
    return 0 if process.started else 3
