"""Search: finding what was said, in every language, by parts of words.

The index follows the log and can be made again from it; what it does not have yet is read from the log, so that a search misses nothing.
Encrypted events are not in it. Source: Client-Server API, "Server Side Search". The front door is `Search`. Decision: docs/adr/0009.
"""

from laiwang.chat.search.feature import Search
from laiwang.chat.search.jobs import LEASE
from laiwang.chat.search.model import SearchSettings

__all__ = ["LEASE", "Search", "SearchSettings"]
