"""Moderation: what people report, and what administrators do about rooms and files.

Source: Client-Server API, "Reporting Content"; our own API below /api/v1/admin for the rest. The front door is `Moderation`.
"""

from laiwang.chat.moderation.feature import Moderation

__all__ = ["Moderation"]
