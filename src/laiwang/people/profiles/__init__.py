"""Profiles: the name and picture a person shows, and whatever else she tells about herself.

Source: Client-Server API, "Profiles". The front door is `Profiles`.
"""

from laiwang.people.profiles.feature import Profiles

__all__ = ["Profiles"]
