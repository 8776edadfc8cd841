"""Bridging: application services hear of what concerns them, in order, each at its own pace.

Source: Application Service API, "Pushing events", "Pushing ephemeral data". The front door is `Bridging`.
"""

from laiwang.chat.bridging.feature import Bridging

__all__ = ["Bridging"]
