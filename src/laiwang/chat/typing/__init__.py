"""Who is typing in a room right now. Nothing of it is stored.

Source: Client-Server API, "Typing Notifications". The front door is `Typing`; `typing_in` reads what it publishes.
"""

from laiwang.chat.typing.feature import Typing, typing_in

__all__ = ["Typing", "typing_in"]
