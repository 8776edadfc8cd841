"""Rosters: the staff of an organisation as a file, taken in (first as a preview, if one likes) and given out.

A row that is known is changed, one that is not makes an account where that may be; every row that is refused says why. Source: RFC 4180
(CSV). The front door is `Rosters`.
"""

from laiwang.people.rosters.actions import Name
from laiwang.people.rosters.feature import Rosters
from laiwang.people.rosters.model import Entry

__all__ = ["Entry", "Name", "Rosters"]
