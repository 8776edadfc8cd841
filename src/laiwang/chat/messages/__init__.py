"""Messages: sending, redacting, reading back, and what relates to what.

Source: Client-Server API, "Sending events to a room", "Getting events for a room", "Redactions", "Forming relationships between events".
The front door is `Messages`.
"""

from laiwang.chat.messages.feature import Messages
from laiwang.chat.messages.queries import Reader

__all__ = ["Messages", "Reader"]
