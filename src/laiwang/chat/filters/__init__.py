"""Stored filters: a client describes once what it wants to hear of, and names the description from then on.

Source: Client-Server API, "Filtering". The front door is `Filters`.
"""

from laiwang.chat.filters.feature import Filters

__all__ = ["Filters"]
