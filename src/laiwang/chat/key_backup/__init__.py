"""Key backup: the room keys of a person, sealed by her clients, kept so that a new device can read what was said before it came.

Source: Client-Server API, "Server-side key backups". The server cannot open a key; it only keeps the better one of two for the same
session. The front door is `KeyBackup`.
"""

from laiwang.chat.key_backup.feature import KeyBackup, KeyBackupSettings

__all__ = ["KeyBackup", "KeyBackupSettings"]
