"""Starts an installed `laiwang` on an empty folder and asks it what a first visitor asks. Usage: smoke.py PATH_OF_LAIWANG"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

START_S_MAX = 60.0


def free_port() -> int:
    """A port of the loopback interface that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def get(url: str) -> tuple[int, bytes]:
    """Status and body of a GET."""
    with urllib.request.urlopen(url, timeout=10) as response:
        return response.status, response.read()


def wait_until_up(server: subprocess.Popen[bytes], url: str) -> None:
    """Returns when `url` answers 200; exits when the server ends before or takes too long."""
    deadline = time.monotonic() + START_S_MAX
    while time.monotonic() < deadline:
        if server.poll() is not None:
            sys.exit(f"laiwang serve ended with exit code {server.returncode} before it answered")
        try:
            if get(url)[0] == 200:
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    sys.exit(f"{url} did not answer within {START_S_MAX:.0f} s")


def main(program: str) -> None:
    """The smoke test itself; ends the process with a message where something is wrong."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    with tempfile.TemporaryDirectory() as folder:
        version = subprocess.run(
            [program, "--version"], cwd=folder, env=environment, check=True, capture_output=True, text=True
        ).stdout.strip()
        base = f"http://127.0.0.1:{free_port()}"
        arguments = [
            "serve",
            "--data",
            str(Path(folder, "data")),
            "--host",
            "127.0.0.1",
            "--port",
            base.rsplit(":", 1)[1],
        ]
        server = subprocess.Popen([program, *arguments], cwd=folder, env=environment)
        try:
            wait_until_up(server, f"{base}/healthz")
            status, body = get(f"{base}/_matrix/client/versions")
            if status != 200 or b'"versions"' not in body:
                sys.exit(f"/_matrix/client/versions answered {status}: {body[:200]!r}")
            status, page = get(f"{base}/")
            if status != 200 or b"<script" not in page:
                sys.exit(f"/ did not answer with the web app, but {status}: {page[:200]!r}")
        finally:
            server.send_signal(signal.SIGINT)
            code = server.wait(timeout=30)
        if code != 0:
            sys.exit(f"laiwang serve left with exit code {code} when it was interrupted")
    print(f"{version}: starts on an empty folder, answers, serves its web app, stops cleanly")


if __name__ == "__main__":
    main(sys.argv[1])
