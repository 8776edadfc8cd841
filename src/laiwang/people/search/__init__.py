"""Finding people by parts of their names and ids, and Chinese names by pinyin or its initials.

Source: Client-Server API, "User Directory". The front door is `PeopleSearch`. Lists of people
elsewhere are searched in the same way: `is_called` is the condition of their statements, `patterns_of` gives its parameters.
"""

from laiwang.people.search.feature import PeopleSearch, PeopleSearchSettings
from laiwang.people.search.readings import has_readings, readings_of
from laiwang.people.search.rules import patterns_of
from laiwang.people.search.store import is_called

__all__ = ["PeopleSearch", "PeopleSearchSettings", "has_readings", "is_called", "patterns_of", "readings_of"]
