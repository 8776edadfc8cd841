"""A NATS server for tests, from a package with its binary: on loopback, stopped and started again at the same port."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.harness.server import free_port

BINARY = Path(sys.executable).parent / "nats-server"
START_TIMEOUT_S = 20


class NatsServer:
    """`url` is its address."""

    def __init__(self, *options: str) -> None:
        self.port = free_port()
        self.url = f"nats://127.0.0.1:{self.port}"
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts and waits until somebody can connect."""
        self._process = subprocess.Popen(
            [str(BINARY), "-a", "127.0.0.1", "-p", str(self.port), *self._options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + START_TIMEOUT_S
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1) as found:
                    if found.recv(4) == b"INFO":
                        return
            except OSError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("NATS did not start") from None
                time.sleep(0.02)

    def kill(self) -> None:
        """Ends it as a power cut does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextmanager
def nats_server(*options: str) -> Iterator[NatsServer]:
    """A server for as long as the block runs."""
    server = NatsServer(*options)
    server.start()
    try:
        yield server
    finally:
        server.kill()
