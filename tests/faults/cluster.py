"""What the faults happen to: a database, servers on it, and the lines between them, all under the test's control."""

from __future__ import annotations

import asyncio
import os
import pwd
import signal
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.faults.disk import Disk
from tests.faults.link import Link
from tests.faults.switches import Switches
from tests.harness.nats import NatsServer
from tests.harness.postgres import UNPRIVILEGED, PostgresServer
from tests.harness.server import URL_SETTING, ServerProcess, free_port

__all__ = ["Cluster", "Member", "Postgres"]

DISK_MIB = 400
#: a small log, so that its disk is not full by itself
POSTGRES = {"max_wal_size": "64MB", "min_wal_size": "32MB", "wal_keep_size": "0", "checkpoint_timeout": "30s"}


class Postgres(PostgresServer):
    """A PostgreSQL on a disk of its own, reached over TCP, which can be killed without a goodbye."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        super().__init__(folder, {**POSTGRES, "listen_addresses": "127.0.0.1", "port": str(self.port)})
        self.switches = Switches(folder / "switches")
        self.environment = self.switches.environment
        user = pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else None
        owner, group = (user.pw_uid, user.pw_gid) if user else (os.getuid(), os.getgid())
        self.disk = Disk(folder / "data", DISK_MIB, owner=owner, group=group)

    def url(self, name: str = "postgres", port: int | None = None) -> str:
        """The address of a database, over TCP: at its own port, or at that of a line to it."""
        return f"postgresql://laiwang@127.0.0.1:{port or self.port}/{name}"

    def kill(self) -> None:
        """SIGKILL for all of its processes at once."""
        if self._process is None:
            return
        top = self._process.pid
        with suppress(OSError):
            os.kill(top, signal.SIGSTOP)  # it must not replace those that die before it
            for one in Path(f"/proc/{top}/task/{top}/children").read_text().split():
                with suppress(ProcessLookupError):
                    os.kill(int(one), signal.SIGKILL)
            os.kill(top, signal.SIGKILL)
        self._process.wait()

    def is_running(self) -> bool:
        """Whether its first process lives."""
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """At the end."""
        self.kill()
        self.disk.close()


class Member:
    """One server process with its switches and, on PostgreSQL, lines of its own to the database and to NATS."""

    def __init__(
        self,
        process: ServerProcess,
        switches: Switches,
        line: Link | None,
        nats_line: Link | None,
        disk: Disk | None,
        config: Path,
    ) -> None:
        self.process = process
        self.switches = switches
        self.line = line
        self.nats_line = nats_line
        self.disk = disk
        self._config = config
        self.url = process.url

    async def start(self) -> None:
        """Starts it, and returns when it answers."""
        await asyncio.to_thread(self.process.start)

    def write_settings(self, text: str) -> None:
        """What its file says, beside the environment."""
        self._config.write_text(text)

    def reload(self) -> None:
        """It reads the file again."""
        os.kill(self.process.pid, signal.SIGHUP)

    def pause(self) -> None:
        """It stands still, as a machine does that is moved."""
        os.kill(self.process.pid, signal.SIGSTOP)

    def resume(self) -> None:
        """It goes on."""
        os.kill(self.process.pid, signal.SIGCONT)


class Cluster:
    """`async with Cluster("postgres", processes=2)`: everything runs inside of the block. Several processes say words to each other over
    PostgreSQL, or over a NATS of their own."""

    def __init__(self, store: str, processes: int = 1, *, with_nats: bool = False) -> None:
        assert store == "postgres" or processes == 1, "only one process works on the embedded database"
        self.store = store
        self._processes = processes
        self.members: list[Member] = []
        self.postgres: Postgres | None = None
        self.nats = NatsServer() if with_nats else None
        self._folder = tempfile.TemporaryDirectory(prefix="laiwang-faults-", ignore_cleanup_errors=True)
        Path(self._folder.name).chmod(0o755)  # PostgreSQL runs as somebody else

    @property
    def urls(self) -> list[str]:
        """Of all processes."""
        return [member.url for member in self.members]

    @property
    def disk(self) -> Disk | None:
        """Where the database lies."""
        return self.postgres.disk if self.postgres is not None else self.members[0].disk

    async def __aenter__(self) -> Self:
        folder = Path(self._folder.name)
        try:
            if self.store == "postgres":
                place = folder / "pg"
                place.mkdir()
                self.postgres = Postgres(place)
                await asyncio.to_thread(self.postgres.make)
                await asyncio.to_thread(self.postgres.start)
            if self.nats is not None:
                await asyncio.to_thread(self.nats.start)
            for number in range(self._processes):
                self.members.append(await self._member(folder, number))
            # One after the other: the first makes the tables.
            for member in self.members:
                await member.start()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def _member(self, folder: Path, number: int) -> Member:
        switches = Switches(folder / f"switches{number}")
        settings = dict(switches.environment)
        line = nats_line = disk = None
        data = folder / f"data{number}"
        if self.postgres is not None:
            line = Link(self.postgres.port)
            await line.up()
            settings[URL_SETTING] = self.postgres.url(port=line.port)
        else:
            disk = Disk(data, DISK_MIB)
        if self.nats is not None:
            nats_line = Link(self.nats.port)
            await nats_line.up()
            settings["LAIWANG_NATS__URL"] = f"nats://127.0.0.1:{nats_line.port}"
        # A data folder of its own for each, as on machines of their own.
        config = folder / f"settings{number}.toml"
        process = ServerProcess(data, settings, store="given", arguments=("--config", str(config)))
        member = Member(process, switches, line, nats_line, disk, config)
        member.write_settings("")
        return member

    async def __aexit__(self, *_: object) -> None:
        for member in self.members:
            member.process.kill()
            for line in (member.line, member.nats_line):
                if line is not None:
                    await line.down()
            if member.disk is not None:
                member.disk.close()
        if self.nats is not None:
            self.nats.kill()
        if self.postgres is not None:
            self.postgres.close()
        self._folder.cleanup()

    def logs(self, lines: int = 15) -> str:
        """The ends of what the servers have printed."""
        parts = [f"--- server {n}\n{member.process.log_tail(lines)}" for n, member in enumerate(self.members)]
        if self.postgres is not None:
            told = self.postgres.log_path.read_text(errors="replace").splitlines()[-lines:]
            parts.append("--- PostgreSQL\n" + "\n".join(told))
        return "\n".join(parts)
