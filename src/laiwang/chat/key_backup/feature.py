"""The manifest of key backup, and its settings."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from laiwang.chat.key_backup.actions import Actions
from laiwang.chat.key_backup.queries import Queries
from laiwang.chat.key_backup.routes import Routes
from laiwang.kernel.capability import Capability, Route, Settings
from laiwang.kernel.machine import Kernel

__all__ = ["KeyBackup", "KeyBackupSettings"]

KEYS = "/_matrix/client/v3/room_keys/keys"
VERSIONS = "/_matrix/client/v3/room_keys/version"
#: clients send a few hundred keys at a time
UPLOAD_BYTES_MAX = 4 << 20


class KeyBackupSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `key_backup`."""

    keys_max: Annotated[int, Meta(ge=1, description="Most room keys in one backup of one person.")] = 500_000


class KeyBackup:
    """Backups of room keys by person."""

    def __init__(self, kernel: Kernel, settings: KeyBackupSettings) -> None:
        self.actions = Actions(kernel, keys_max=settings.keys_max)
        self.queries = Queries(kernel)
        self.forget = self.actions.forget

    def manifest(self) -> Capability:
        """Routes."""
        routes = Routes(self.actions, self.queries)
        version = f"{VERSIONS}/{{version}}"
        room = f"{KEYS}/{{roomId}}"
        one = f"{room}/{{sessionId}}"
        most = UPLOAD_BYTES_MAX
        return Capability(
            name="key_backup",
            purpose="Keeps the sealed room keys of people for devices to come",
            routes=(
                Route("POST", VERSIONS, routes.create, operation="postRoomKeysVersion"),
                Route("GET", VERSIONS, routes.current, operation="getRoomKeysVersionCurrent"),
                Route("GET", version, routes.version, operation="getRoomKeysVersion"),
                Route("PUT", version, routes.change, operation="putRoomKeysVersion"),
                Route("DELETE", version, routes.delete, operation="deleteRoomKeysVersion"),
                Route("PUT", KEYS, routes.put_all, operation="putRoomKeys", body_bytes_max=most),
                Route("GET", KEYS, routes.get_all, operation="getRoomKeys"),
                Route("DELETE", KEYS, routes.delete_keys, operation="deleteRoomKeys"),
                Route("PUT", room, routes.put_room, operation="putRoomKeysByRoomId", body_bytes_max=most),
                Route("GET", room, routes.get_room, operation="getRoomKeysByRoomId"),
                Route("DELETE", room, routes.delete_keys, operation="deleteRoomKeysByRoomId"),
                Route("PUT", one, routes.put_one, operation="putRoomKeyBySessionId"),
                Route("GET", one, routes.get_one, operation="getRoomKeyBySessionId"),
                Route("DELETE", one, routes.delete_keys, operation="deleteRoomKeyBySessionId"),
            ),
        )
