"""Slow fsync and a wrong clock for a process that runs: a small library is loaded into it, and its switches lie in a file."""

from __future__ import annotations

import atexit
import mmap
import shutil
import struct
import subprocess
import tempfile
from functools import cache
from pathlib import Path

__all__ = ["Switches"]

SOURCE = Path(__file__).with_name("shim.c")
COMPILER = "cc"


@cache
def _library() -> Path:
    assert shutil.which(COMPILER), "the fault suite needs a C compiler (Debian: gcc and libc6-dev)"
    folder = tempfile.mkdtemp(prefix="laiwang-shim-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    built = Path(folder) / "shim.so"
    subprocess.run(
        [COMPILER, "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", str(SOURCE), "-o", str(built), "-ldl"],
        check=True,
        capture_output=True,
    )
    for path in (built.parent, built):
        path.chmod(0o755)  # PostgreSQL runs as somebody else
    return built


class Switches:
    """Of one process. `environment` is what it has to be started with."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(bytes(16))
        path.chmod(0o666)
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 16)
        self.environment = {"LD_PRELOAD": str(_library()), "FAULTS_SWITCHES": str(path)}
        self._fsync_us = self._clock_ms = 0

    def fsync_takes(self, longer_ms: int) -> None:
        """Each fsync takes so much longer."""
        self._fsync_us = longer_ms * 1000
        self._write()

    def clock_is_ahead(self, by_ms: int) -> None:
        """The wall clock is so far ahead; below zero, behind. The monotonic clock stays right, as it does in earnest."""
        self._clock_ms = by_ms
        self._write()

    def _write(self) -> None:
        self._map[:] = struct.pack("qq", self._fsync_us, self._clock_ms)
