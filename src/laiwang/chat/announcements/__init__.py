"""Announcements: what the operator tells everybody, as messages of the server in a room of its own with each person.

Source: Client-Server API, "Server Notices"; our own API below /api/v1/admin. The front door is `Announcements`.
"""

from laiwang.chat.announcements.feature import Announcements, AnnouncementSettings

__all__ = ["AnnouncementSettings", "Announcements"]
