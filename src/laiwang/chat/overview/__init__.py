"""Overview: the numbers that an administrator looks at first.

Our own API, below /api/v1/admin; it stores nothing and asks the other capabilities. The front door is `Overview`.
"""

from laiwang.chat.overview.feature import Overview

__all__ = ["Overview"]
