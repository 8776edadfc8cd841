"""Purges: an administrator has the old history of a room deleted for good.

What was said goes, with its files, its relations and its place in the search; the state of the room stays, so that the room goes on.
The front door is `Purges`. Semantics: docs/administering.md.
"""

from laiwang.chat.purges.feature import Purges

__all__ = ["Purges"]
