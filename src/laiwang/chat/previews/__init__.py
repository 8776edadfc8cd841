"""Previews: what somebody sees of a room before she is in it — its summary, and the tree of rooms below a space.

Source: Client-Server API, "Room Summaries", "Spaces". The front door is `Previews`.
"""

from laiwang.chat.previews.feature import Previews

__all__ = ["Previews"]
