"""Upgrades: a room gets a successor of another version, and people take with them what they had set for it.

Source: Client-Server API, "Room Upgrades"; rooms/v12 for creators. The front door is `Upgrades`.
"""

from laiwang.chat.upgrades.feature import Upgrades

__all__ = ["Upgrades"]
