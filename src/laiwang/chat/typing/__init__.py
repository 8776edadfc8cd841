"""Who is typing in a room right now. Nothing of it is stored.

Source: Client-Server API, "Typing Notifications". The front door is `Typing`.
"""

from laiwang.chat.typing.feature import Typing

__all__ = ["Typing"]
