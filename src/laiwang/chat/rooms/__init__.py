"""Rooms: making them, who is in them, and their state.

Source: Client-Server API, "Rooms", "Room membership", "Getting events for a room". The front door is `Rooms`.
"""

from laiwang.chat.rooms.feature import Rooms

__all__ = ["Rooms"]
