"""/sync: what a device has missed, assembled from the log, from room memory and from the parts that capabilities declare.

Source: Client-Server API, "Syncing". The front door is `Sync`.
"""

from laiwang.chat.sync.feature import Sync

__all__ = ["Sync"]
