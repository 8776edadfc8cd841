"""Finding people by parts of their names and ids, and Chinese names by pinyin or its initials.

Source: Client-Server API, "User Directory". The front door is `PeopleSearch`.
"""

from laiwang.people.search.feature import PeopleSearch, PeopleSearchSettings

__all__ = ["PeopleSearch", "PeopleSearchSettings"]
