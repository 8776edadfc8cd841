"""A Laiwang server as a process of its own: start, stop, kill, restart on the same data."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx

#: "postgres": servers of tests that name no store run on PostgreSQL
STORE = "LAIWANG_TEST_STORE"
URL_SETTING = "LAIWANG_DATABASE__URL"
START_TIMEOUT_S = 40
STOP_TIMEOUT_S = 30

SERVER_NAME = "test.local"
SETTINGS = {
    "LAIWANG_SERVER__NAME": SERVER_NAME,
    "LAIWANG_REGISTRATION__MODE": "open",
    "LAIWANG_RATE_LIMITS__ENABLED": "false",
    "LAIWANG_PASSWORDS__HASHING": "fast",
}


def free_port() -> int:
    """A TCP port on loopback that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def environment() -> dict[str, str]:
    """What a command of ours finds around it: nothing of Laiwang's, neither what the tests are told nor what the machine has set."""
    return {name: value for name, value in os.environ.items() if not name.startswith("LAIWANG_")}


class ServerFailed(RuntimeError):
    """The server did not start or did not stop; the text holds the end of its log."""


class ServerProcess:
    """`laiwang serve` on one data folder, and with the store "postgres" on a database of its own; the port stays the same over restarts."""

    def __init__(
        self,
        data: Path,
        settings: Mapping[str, str | None] | None = None,
        port: int | None = None,
        *,
        store: str | None = None,
        arguments: Sequence[str] = (),
    ) -> None:
        self.data = data
        self._arguments = arguments
        self.port = free_port() if port is None else port
        self._place = ("--data", str(data), "--port", str(self.port))
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_path = data.parent / f"{data.name}.log"
        found = {**SETTINGS, **(settings or {})}
        # None: not even the one that tests usually have
        self._settings = {name: value for name, value in found.items() if value is not None}
        if (store or os.environ.get(STORE)) == "postgres":
            from tests.harness.postgres import shared_databases

            self._settings.setdefault(URL_SETTING, shared_databases().make())
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def database(self) -> dict[str, str]:
        """The settings of another server that is to have the same database."""
        return {URL_SETTING: url} if (url := self._settings.get(URL_SETTING)) else {}

    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The id of the running process."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start and wait until /healthz answers. Raises ServerFailed."""
        assert not self.running(), "the server runs already"
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "laiwang", "serve", *self._place, *self._arguments],
                env={**environment(), **self._settings},
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            if not self.running():
                raise ServerFailed(f"the server ended while starting\n{self.log_tail()}")
            try:
                if httpx.get(f"{self.url}/healthz", timeout=2, trust_env=False).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        self.kill()
        raise ServerFailed(f"the server did not answer within {START_TIMEOUT_S} s\n{self.log_tail()}")

    def stop(self) -> int:
        """Ask the server to stop as an operator does, wait, and return its exit status. Raises ServerFailed."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ServerFailed(f"the server did not stop within {STOP_TIMEOUT_S} s\n{self.log_tail()}") from None

    def kill(self) -> None:
        """End the process as a power cut does: SIGKILL, no goodbye."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def restart(self) -> None:
        """Stop in order and start again on the same data."""
        self.stop()
        self.start()

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a query finds in the server's database, whichever it has; the server may run or not."""
        if url := self._settings.get(URL_SETTING):
            from tests.harness.postgres import query

            return query(url, sql)
        with closing(sqlite3.connect(self.data / "laiwang.db")) as database:
            return database.execute(sql).fetchall()

    def log_tail(self, lines: int = 60) -> str:
        """The end of what the server has printed."""
        if not self.log_path.exists():
            return "(no log)"
        return "\n".join(self.log_path.read_text(errors="replace").splitlines()[-lines:])
