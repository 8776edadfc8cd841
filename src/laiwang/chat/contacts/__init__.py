"""Contacts: the people whom somebody knows, how she came to know them, and what she calls them.

To ask somebody is to invite her to a chat of two, so that it works with every Matrix client: who accepts is a contact from then on,
whichever app she has. Our own API, below /api/v1/contacts. Semantics: docs/capabilities/contacts.md, ADR 14. The front door is `Contacts`.
"""

from laiwang.chat.contacts.feature import Contacts

__all__ = ["Contacts"]
