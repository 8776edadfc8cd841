"""Audit: who administered what, when, and what was changed into what. Entries are only ever added, in the unit of the act itself.

The front door is `Audit`.
"""

from laiwang.people.audit.feature import COMMAND_LINE, Audit

__all__ = ["COMMAND_LINE", "Audit"]
