"""The room directory: aliases, and which rooms are published for everybody to find.

Source: Client-Server API, "Room aliases", "Published room directory". The front door is `Directory`.
"""

from laiwang.chat.directory.feature import Directory
from laiwang.chat.directory.queries import describe

__all__ = ["Directory", "describe"]
