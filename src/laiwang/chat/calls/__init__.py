"""Calls: a relay for phones that cannot reach each other directly, with credentials that end by themselves.

Source: Client-Server API, "Voice over IP"; the REST API for access to TURN services, as coturn's `use-auth-secret` checks it. The front
door is `Calls`.
"""

from laiwang.chat.calls.feature import Calls, TurnSettings

__all__ = ["Calls", "TurnSettings"]
