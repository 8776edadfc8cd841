"""The folder with everything that the server keeps: who may write to it, and the server's name, which never changes."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import tempfile
from pathlib import Path
from types import TracebackType

import msgspec
import orjson

from laiwang.edge.settings import WrongSettings

__all__ = ["CannotListen", "DataFolder", "FolderInUse", "FolderMoved", "Moved"]

DEFAULT_NAME = "localhost"
#: a Unix socket's path may have about a hundred bytes
SOCKET_PATH_BYTES_MAX = 100
#: CS appendices, "Server name": a DNS name or IP address with an optional port
SERVER_NAME = re.compile(r"(?:[0-9A-Za-z.-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")


class FolderInUse(Exception):
    """A server has the folder."""


class Moved(msgspec.Struct, frozen=True):
    """Where the embedded database was moved: the id of the move, the address without its password, and whether all of it is there."""

    id: str
    to: str
    is_whole: bool


class FolderMoved(Exception):
    """The embedded database of the folder does not count any more, or not now."""

    def __init__(self, moved: Moved, root: Path) -> None:
        back = "`laiwang migrate --give-up` makes the embedded database count again"
        if moved.is_whole:
            where = f"has moved to {moved.to}: set database.url, with its password"
        else:
            where = f"is on its way to {moved.to}: run `laiwang migrate` again, which goes on where it stopped"
        super().__init__(f"the database of {root} {where}; {back}, without what was written there since")


class CannotListen(Exception):
    """The address cannot be had: somebody listens there already, or it is not this machine's."""


class DataFolder:
    """Paths below it, and a lock that one process holds. Use as a context manager; entering raises FolderInUse."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()
        self.database = self.root / "laiwang.db"
        self.media = self.root / "media"
        self._identity = self.root / "server.json"
        self._moved = self.root / "moved.json"
        self._lock: int | None = None

    @property
    def is_new(self) -> bool:
        """Whether no server has ever started on it."""
        return not self._identity.exists()

    @property
    def socket(self) -> Path:
        """Where the running server takes commands of the command line."""
        return self._socket("admin.sock")

    def socket_of_worker(self, number: int) -> Path:
        """Where one of several workers is asked by the others."""
        return self._socket(f"worker-{number}.sock")

    def _socket(self, name: str) -> Path:
        path = self.root / name
        if len(os.fsencode(path)) <= SOCKET_PATH_BYTES_MAX:
            return path
        named = hashlib.sha256(os.fsencode(path.parent / "admin.sock")).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"laiwang-{os.getuid()}-{named}" / name

    def __enter__(self) -> DataFolder:
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = os.open(self.root / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._lock)
            self._lock = None
            raise FolderInUse(f"another Laiwang runs on {self.root}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def server_name(self, wanted: str) -> str:
        """The server's name: `wanted` for a new folder, then always the same. Raises WrongSettings."""
        if wanted and not SERVER_NAME.fullmatch(wanted):
            raise WrongSettings(f"the setting server.name is wrong: {wanted!r} is not a host name")
        if not self.is_new:
            name: str = orjson.loads(self._identity.read_bytes())["name"]
            if wanted and wanted != name:
                raise WrongSettings(
                    f"the setting server.name is {wanted!r}, but the data in {self.root} belongs to {name!r};"
                    " ids of people and rooms hold the name, so it cannot change"
                )
            return name
        name = wanted or DEFAULT_NAME
        _write(self._identity, orjson.dumps({"name": name}))
        return name

    @property
    def moved(self) -> Moved | None:
        """Whether the embedded database was moved elsewhere, as a whole or half."""
        return msgspec.json.decode(self._moved.read_bytes(), type=Moved) if self._moved.exists() else None

    def note_moved(self, moved: Moved | None) -> None:
        """Notes it durably, or that it counts again."""
        if moved is not None:
            _write(self._moved, msgspec.json.encode(moved))
        else:
            self._moved.unlink(missing_ok=True)

    def check_not_moved(self) -> None:
        """Whether the embedded database may be used. Raises FolderMoved."""
        if (moved := self.moved) is not None:
            raise FolderMoved(moved, self.root)


def _write(path: Path, content: bytes) -> None:
    """The whole file or the one before."""
    beside = path.with_suffix(".part")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    place = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
