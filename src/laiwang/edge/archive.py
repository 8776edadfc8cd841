"""Backup and restore: one tar file with a consistent copy of the database, the media, and sums to check them by."""

from __future__ import annotations

import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from laiwang import __version__
from laiwang.adapters.sqlite import compact_database, copy_database, whole
from laiwang.edge.data_folder import DataFolder

__all__ = ["ArchiveFailed", "backup", "compact", "restore"]

#: (done, in all) in bytes
Progress = Callable[[int, int], None]
FORMAT = 1
CHUNK_BYTES = 1 << 20


class ArchiveFailed(Exception):
    """There is no backup, or it was not restored; the text says why. Nothing was left half done."""


def backup(folder: DataFolder, target: Path, progress: Progress) -> None:
    """Writes the archive; the server may run meanwhile. Raises ArchiveFailed."""
    if folder.is_new:
        raise ArchiveFailed(f"there is no Laiwang in {folder.root}")
    if not folder.database.exists() or (folder.moved is not None and folder.moved.is_whole):
        raise ArchiveFailed(
            f"there is no database that counts in {folder.root}; one on PostgreSQL is backed up with pg_dump, and then the folder is copied"
        )
    if target.exists():
        raise ArchiveFailed(f"{target} exists already")
    beside = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(prefix=".laiwang-backup-", dir=target.absolute().parent) as place:
            copy = Path(place) / "laiwang.db"
            # The database first: files of media are stored before they are named in it, and never change.
            copy_database(folder.database, copy, lambda done, total: progress(done, max(total, 1)))
            media = sorted(path for path in folder.media.rglob("*") if path.is_file() and path.name[0] != ".")
            total = copy.stat().st_size + sum(path.stat().st_size for path in media)
            done = copy.stat().st_size
            manifest = {
                "format": FORMAT,
                "version": __version__,
                "name": folder.server_name(""),
                "database_sha256": _sha256(copy),
                "media_files": len(media),
            }
            with beside.open("wb") as file, tarfile.open(fileobj=file, mode="w|", format=tarfile.PAX_FORMAT) as tar:
                _add_bytes(tar, "manifest.json", orjson.dumps(manifest), place)
                _add_bytes(tar, "server.json", orjson.dumps({"name": manifest["name"]}), place)
                tar.add(copy, "laiwang.db")
                for path in media:
                    tar.add(path, f"media/{path.relative_to(folder.media).as_posix()}")
                    done += path.stat().st_size
                    progress(done, total)
                tar.close()
                file.flush()
                os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise ArchiveFailed(str(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def restore(source: Path, folder: DataFolder, progress: Progress) -> dict[str, Any]:
    """Unpacks an archive into a folder without a server, checks it, and answers its manifest. Raises ArchiveFailed."""
    if not source.exists():
        raise ArchiveFailed(f"there is no file {source}")
    if not folder.is_new or folder.database.exists() or folder.media.exists():
        raise ArchiveFailed(f"{folder.root} holds a Laiwang already; restore into an empty folder")
    place = Path(tempfile.mkdtemp(prefix=".restore-", dir=folder.root))
    try:
        manifest = _unpack(source, place, progress)
        if manifest.get("format") != FORMAT:
            raise ArchiveFailed(f"this is a backup of another format: {manifest.get('format')}")
        if _sha256(place / "laiwang.db") != manifest["database_sha256"] or not whole(place / "laiwang.db"):
            raise ArchiveFailed("the database in the backup is damaged")
        found = sum(1 for path in (place / "media").rglob("*") if path.is_file())
        if found != manifest["media_files"]:
            raise ArchiveFailed(f"the backup has {found} files of media instead of {manifest['media_files']}")
        if (place / "media").exists():
            (place / "media").replace(folder.media)
        (place / "laiwang.db").replace(folder.database)
        # The name comes last: with it the folder counts as a server's.
        (place / "server.json").replace(folder.root / "server.json")
    except (tarfile.TarError, OSError, KeyError, ValueError) as error:
        raise ArchiveFailed(f"this is not a backup that can be restored: {error}") from error
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return manifest


def compact(folder: DataFolder, progress: Progress) -> tuple[int, int]:
    """Gives the space of deleted rows back to the disk while no server runs; bytes before and after. Raises ArchiveFailed."""
    if folder.is_new or not folder.database.exists():
        raise ArchiveFailed(f"there is no Laiwang in {folder.root}")
    needed, free = folder.database.stat().st_size, shutil.disk_usage(folder.root).free
    if free < needed:
        raise ArchiveFailed(f"writing the database anew may need {needed} bytes, and the disk has {free}")
    try:
        return compact_database(folder.database, progress)
    except OSError as error:
        raise ArchiveFailed(str(error)) from error


def _unpack(source: Path, place: Path, progress: Progress) -> dict[str, Any]:
    total = source.stat().st_size
    with source.open("rb") as file, tarfile.open(fileobj=file, mode="r|") as tar:
        for member in tar:
            name = member.name
            if not member.isfile() or not (name in ("manifest.json", "server.json", "laiwang.db") or _is_media(name)):
                raise ArchiveFailed(f"the backup holds something strange: {name}")
            tar.extract(member, place, filter="data")
            progress(file.tell(), total)
    progress(total, total)
    manifest: dict[str, Any] = orjson.loads((place / "manifest.json").read_bytes())
    return manifest


def _is_media(name: str) -> bool:
    return name.startswith("media/") and ".." not in name.split("/")


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes, place: str) -> None:
    path = Path(place) / name
    path.write_bytes(content)
    tar.add(path, name)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
