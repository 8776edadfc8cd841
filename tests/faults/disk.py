"""A disk of a few hundred megabytes that can be filled to its last byte: a tmpfs, which only root can mount."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

__all__ = ["Disk"]


class Disk:
    """Mounted on a folder; where it may not be mounted it is a usual folder, and cannot be filled."""

    def __init__(self, folder: Path, size_mib: int, *, owner: int = 0, group: int = 0) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        options = f"size={size_mib}m,mode=0700,uid={owner},gid={group}"
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "laiwang-faults", str(folder)], check=False, capture_output=True
        )
        self.can_be_filled = done.returncode == 0
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Nothing more fits."""
        assert self.can_be_filled
        file = os.open(self._ballast, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            for size in (1 << 20, 1 << 12):
                try:
                    while os.write(file, bytes(size)):
                        pass
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
        finally:
            os.close(file)

    def free(self) -> None:
        """There is room again."""
        self._ballast.unlink(missing_ok=True)

    def close(self) -> None:
        """Takes it away, with all that is on it."""
        if self.can_be_filled:
            subprocess.run(["umount", "-l", str(self.folder)], check=False, capture_output=True)
            self.can_be_filled = False
