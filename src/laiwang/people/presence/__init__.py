"""Presence: who is here. Never stored; told to those who share a room.

Source: Client-Server API, "Presence". The front door is `Presence`; what it publishes
stands under `TOPIC`, by person, as m.presence events.
"""

from laiwang.people.presence.feature import TOPIC, Presence, PresenceSettings

__all__ = ["TOPIC", "Presence", "PresenceSettings"]
