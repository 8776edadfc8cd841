"""The server under test: a process of its own, pinned to one core."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path

__all__ = ["Server"]

SETTINGS = {
    "LAIWANG_SERVER__NAME": "bench.local",
    "LAIWANG_REGISTRATION__MODE": "open",
    "LAIWANG_RATE_LIMITS__ENABLED": "false",
    "LAIWANG_PASSWORDS__HASHING": "fast",
    "LAIWANG_LOGGING__LEVEL": "warning",
}

#: `python -m laiwang` as an installation has it: tools of development bring rich, which structlog would import at the start
LAIWANG = "import sys; sys.modules['rich'] = None; from laiwang.edge.cli import main; sys.exit(main())"


class Server:
    """`with Server() as server:` starts on an empty data folder and stops in the end. `started_s` is the time to the first answer.

    `database` is the address of an empty PostgreSQL database; without one the embedded one is used. `settings` come on top of the usual.
    """

    host = "127.0.0.1"

    def __init__(
        self,
        *,
        core: int | None = 0,
        data: Path | None = None,
        database: str = "",
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self._core = core
        self._settings = {**SETTINGS, "LAIWANG_DATABASE__URL": database, **(settings or {})}
        self._folder = None if data else tempfile.TemporaryDirectory(prefix="laiwang-bench-")
        self.data = data or Path(self._folder.name if self._folder else ".")
        self.port = _free_port()
        self.started_s = 0.0

    def __enter__(self) -> Server:
        core = self._core
        command = [sys.executable, "-c", LAIWANG, "serve", "--data", str(self.data), "--port", str(self.port)]
        begin = time.monotonic()
        self.process = subprocess.Popen(
            command,
            env={**os.environ, **self._settings},
            stdout=subprocess.DEVNULL,
            stderr=None,
            preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
        )
        while True:
            try:
                with urllib.request.urlopen(f"http://{self.host}:{self.port}/healthz", timeout=1):
                    break
            except OSError:
                if self.process.poll() is not None or time.monotonic() - begin > 30:
                    raise RuntimeError("the server did not start") from None
                time.sleep(0.005)
        self.started_s = time.monotonic() - begin
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self._folder is not None:
            self._folder.cleanup()

    @property
    def pid(self) -> int:
        """Process id."""
        return self.process.pid


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
