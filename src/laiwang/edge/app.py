"""The server put together: built from settings, started in order, drained when it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import structlog

from laiwang import __version__
from laiwang.adapters.outbound import HttpOutbound
from laiwang.adapters.smtp import SmtpMailer
from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.edge import blobs, capabilities, logs
from laiwang.edge.administration import Administration, Administrator
from laiwang.edge.configuration import Configuration
from laiwang.edge.data_folder import DataFolder
from laiwang.edge.gate import Gate
from laiwang.edge.http import Application
from laiwang.edge.listener import Life, run
from laiwang.edge.meta import Meta
from laiwang.edge.metrics import Metrics
from laiwang.edge.openapi import OwnApi
from laiwang.edge.proxies import TrustedProxies
from laiwang.edge.reload import Reload, Reloaded
from laiwang.edge.settings import AllSettings, WrongSettings
from laiwang.edge.siblings import METRICS, Siblings
from laiwang.edge.site import Site
from laiwang.edge.workers import Place
from laiwang.kernel.bus import Bus, InProcessBus
from laiwang.kernel.capability import Caller, Live
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Database
from laiwang.kit.ports import SystemChance, SystemClock
from laiwang.kit.refusals import Refused
from laiwang.people.addresses import WrongEmailSettings
from laiwang.people.services import RegistrationWrong

__all__ = ["Server", "serve"]

WEBAPP = Path(__file__).resolve().parent.parent / "webapp"
#: Objects of a long life (rooms, sessions, routes) make every full collection dear; these numbers make them rare.
GC_THRESHOLDS = (50_000, 20, 100)
log_ = structlog.get_logger(__name__)


def _outbound(settings: AllSettings) -> HttpOutbound:
    try:
        return HttpOutbound(settings.outbound.private_hosts, user_agent=f"Laiwang/{__version__}")
    except ValueError as error:
        raise WrongSettings(f"the setting outbound.private_hosts is wrong: {error}") from error


def _proxies(settings: AllSettings) -> TrustedProxies:
    try:
        return TrustedProxies(settings.server.trusted_proxies)
    except ValueError as error:
        raise WrongSettings(f"the setting server.trusted_proxies is wrong: {error}") from error


def _database(settings: AllSettings, folder: DataFolder, bus: Bus, publish: Callable[..., None]) -> Database:
    if not settings.database.url:
        folder.check_not_moved()
        return SQLiteDatabase(folder.database, publish)
    # Only here: its dialect and driver cost a tenth of a second of every start.
    from laiwang.adapters.postgres import PostgresDatabase

    return PostgresDatabase(settings.database.url, publish, bus=bus if settings.nats.url else None)


def _bus(settings: AllSettings, server_name: str) -> Bus:
    nats = settings.nats
    if not settings.database.url:
        if nats.url:
            raise WrongSettings(
                "the setting nats.url needs database.url: on the embedded database there is one process"
            )
        return InProcessBus()
    if not nats.url:
        from laiwang.adapters.buses.postgres import PostgresBus

        return PostgresBus(settings.database.url)
    from laiwang.adapters.buses.nats import NatsBus, NatsDoor

    urls = [part.strip() for part in nats.url.split(",") if part.strip()]
    door = NatsDoor(urls, nats.credentials_file, nats.ca_file, nats.cert_file, nats.key_file)
    try:
        door.check()
    except OSError as error:
        raise WrongSettings(f"a file of the settings nats.* cannot be used: {error}") from error
    return NatsBus(door, server_name)


class Server(Life):
    """A kernel with all capabilities on a data folder, and the application in front of it; one of several workers with a `place`."""

    def __init__(
        self,
        settings: AllSettings,
        folder: DataFolder,
        place: Place | None = None,
        *,
        read: Callable[[], AllSettings] | None = None,
    ) -> None:
        self._folder = folder
        self._blobs = blobs.of_settings(settings.blobs, folder)
        server_name = folder.server_name(settings.server.name)
        bus = _bus(settings, server_name)
        self.kernel = Kernel.build(
            server_name=server_name,
            database=lambda publish: _database(settings, folder, bus, publish),
            blobs=self._blobs,
            outbound=_outbound(settings),
            mailer=SmtpMailer(
                settings.email.host,
                settings.email.port,
                security=settings.email.security,
                username=settings.email.username,
                password=settings.email.password,
            ),
            bus=bus,
            clock=SystemClock(),
            chance=SystemChance(),
            default_room_version=settings.server.default_room_version,
            room_members_max_awake=settings.server.room_members_awake_max,
        )
        self.kernel.leases.label = f"{socket.gethostname()}/{os.getpid()}"
        try:
            self.capabilities = capabilities.build(self.kernel, settings)
        except RegistrationWrong as error:
            raise WrongSettings(f"the setting application_services.files is wrong: {error}") from error
        except WrongEmailSettings as error:
            raise WrongSettings(f"the setting {error}") from error
        able = self.capabilities
        self.administrator = Administrator(able.accounts, able.administration, able.forecast, self._reload_all)
        siblings = None if place is None else Siblings(place.number, place.count, folder.socket_of_worker)
        self._doors = [Administration(self.administrator.run, folder.socket, None if place is None else place.commands)]
        if siblings is not None:
            self._doors.append(Administration(self._tell_sibling, siblings.socket))
        self._started: list[Callable[[], object]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        manifests = self.capabilities.manifests
        metrics = Metrics()
        self.gate = Gate(settings.limits, self._parked)
        meta = Meta(
            self.kernel,
            manifests,
            metrics,
            public_url=settings.server.public_url,
            metrics_token=settings.metrics.token,
            support=settings.support,
            parked=self._parked,
            gate=self.gate,
            siblings=siblings,
        )
        self._figures = meta.figures
        configuration = Configuration(settings)
        worker = None if place is None else place.number
        logging = Live("logging", lambda found: logs.set_up(found, worker=worker))
        live = [logging, Live("limits", self.gate.take), *(one for manifest in manifests for one in manifest.live)]
        self._reload = Reload(settings, read or (lambda: settings), live, configuration.show)
        self._is_worker = place is not None
        declared = [route for one in manifests for route in one.routes] + [*configuration.routes()]
        self.routes = [*meta.routes(), *OwnApi(declared).routes(), *declared]
        self.application = Application(
            self.routes,
            self._authenticate,
            site=Site(WEBAPP),
            chance=self.kernel.chance,
            metrics=metrics,
            gate=self.gate,
            public_url=settings.server.public_url,
            trusted_proxies=_proxies(settings),
        )

    def _parked(self) -> int:
        return self.capabilities.sync.sessions.parked + self.capabilities.sliding_sync.connections.parked

    async def _authenticate(self, token: str, peer: str, is_logout: bool, query: bytes) -> Caller:
        caller = await self.capabilities.accounts.authenticate(token, is_logout=is_logout, query=query)
        devices = self.capabilities.devices
        if caller.device_id is not None and devices.due(caller.user_id, caller.device_id):
            # Nobody waits for the note of when a device was last seen.
            task = asyncio.create_task(devices.seen(caller.user_id, caller.device_id, peer))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return caller

    def reload(self) -> None:
        """On SIGHUP the settings are read again; the log says what came of it."""
        with contextlib.suppress(WrongSettings):
            self._reload.again()

    async def _reload_all(self) -> Reloaded:
        """The command, and what came of it. One of several workers has the supervisor tell the others. Raises Refused."""
        try:
            reloaded = self._reload.again()
        except WrongSettings as error:
            raise Refused("M_UNKNOWN", 400, str(error)) from error
        if self._is_worker:
            os.kill(os.getppid(), signal.SIGHUP)
        return reloaded

    async def _tell_sibling(self, command: str, _: Mapping[str, Any]) -> str:
        if command != METRICS:
            raise Refused("M_UNRECOGNIZED", 404, "Workers ask each other for figures only")
        return (await self._figures()).decode()

    async def start(self, *, alone: bool = False) -> None:
        """Opens the data and starts every capability; `alone` without the socket for commands."""
        if not alone:
            await self._blobs.start(self.kernel.server_name)
        await self.kernel.start()
        for one in self.capabilities.manifests:
            if one.on_start is not None:
                await one.on_start()
        self.kernel.followers.start([follower for one in self.capabilities.manifests for follower in one.followers])
        if not alone:
            for door in self._doors:
                await door.start()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLDS)

    def drain(self) -> None:
        """Answers parked syncs; further ones do not wait."""
        self.capabilities.typing.drain()
        self.capabilities.sync.drain()
        self.capabilities.sliding_sync.drain()

    async def stop(self) -> None:
        """Finishes what was accepted, then closes the data."""
        self.drain()
        for door in self._doors:
            await door.stop()
        if self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.kernel.leases.stop()
        for one in reversed(self.capabilities.manifests):
            if one.on_stop is not None:
                await one.on_stop()
        await self.kernel.stop()


def serve(
    settings: AllSettings,
    folder: DataFolder,
    ready: Callable[[str], None],
    place: Place | None = None,
    *,
    read: Callable[[], AllSettings] | None = None,
) -> None:
    """Runs until a signal; `ready` is called with the address, `read` reads the settings again.

    Raises CannotListen, WrongSettings, BlobsUnfit, FolderMoved.
    """
    server = Server(settings, folder, place, read=read)
    run(
        server,
        server.application,
        host=settings.server.host,
        port=settings.server.port,
        ready=ready,
        listening=() if place is None else place.listening,
        line=None if place is None else place.line,
        gate=server.gate,
    )
