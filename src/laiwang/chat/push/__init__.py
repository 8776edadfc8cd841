"""Push: what an event means to a person (her rules), how much she has not read, and where her phone can be reached.

Source: Client-Server API, "Push Notifications". The front door is `Push`. Decision: docs/adr/0006.
"""

from laiwang.chat.push.feature import Push, PushSettings

__all__ = ["Push", "PushSettings"]
