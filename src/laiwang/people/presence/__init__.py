"""Presence: who is here. Never stored; told to those who share a room.

Source: Client-Server API, "Presence". The front door is `Presence`.
"""

from laiwang.people.presence.feature import Presence, PresenceSettings

__all__ = ["Presence", "PresenceSettings"]
