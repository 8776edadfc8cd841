"""Activity: how much is said and how many say it, day by day.

A follower counts as the log grows, so that looking costs nothing. Our own API, below /api/v1/admin. The front door is `Activity`.
"""

from laiwang.growth.activity.feature import Activity

__all__ = ["Activity"]
