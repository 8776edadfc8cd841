"""Administration of people: accounts, their devices, registration tokens, and the list of what administrators did.

Source: Client-Server API, "Server administration" (lock, suspend, whois); our own API below /api/v1/admin for the rest. Every act and its
entry in the audit become durable together. The front door is `Administration`; `administrator` lets administrators in.
"""

from laiwang.people.administration.feature import Administration
from laiwang.people.administration.rules import (
    NEWEST,
    Acting,
    administrator,
    check_local,
    entry_id,
    entry_id_in,
    page_limit,
)

__all__ = [
    "NEWEST",
    "Acting",
    "Administration",
    "administrator",
    "check_local",
    "entry_id",
    "entry_id_in",
    "page_limit",
]
