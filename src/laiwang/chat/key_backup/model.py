"""The words of key backup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["BackedUpKey", "BackupVersion", "Keys"]


@dataclass(frozen=True, slots=True)
class BackedUpKey:
    """One room key of a session. `session_data` is JSON that only the person's own clients can open."""

    first_message_index: int
    forwarded_count: int
    is_verified: bool
    session_data: bytes

    @property
    def json(self) -> bytes:
        """As clients get it (KeyBackupData)."""
        return b'{"first_message_index":%d,"forwarded_count":%d,"is_verified":%b,"session_data":%b}' % (
            self.first_message_index,
            self.forwarded_count,
            b"true" if self.is_verified else b"false",
            self.session_data,
        )


#: room id → session id → key
Keys = Mapping[str, Mapping[str, BackedUpKey]]


@dataclass(frozen=True, slots=True)
class BackupVersion:
    """One backup of a person. `etag` is another one after every change of its keys, `count` is how many there are."""

    version: int
    algorithm: str
    auth_data: bytes
    etag: int
    count: int
