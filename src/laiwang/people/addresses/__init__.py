"""Addresses: e-mail addresses that people have shown to be theirs, without an identity server. With one of them somebody logs in,
registers where the operator wants that, and sets a new password when she has forgotten hers. There are no phone numbers.

An address is shown to be somebody's by a *proof*: asked for, mailed as a link, confirmed on a page of ours, used once. What waits to be
mailed stands in the outbox. Whether an address belongs to somebody is told to its owner only, by mail, never to who asks.

Source: Client-Server API, "Adding Account Administrative Contact Information", "Email-based (identity / homeserver)". The front door is
`Addresses`.
"""

from laiwang.people.addresses.feature import Addresses, WrongEmailSettings
from laiwang.people.addresses.model import EmailSettings

__all__ = ["Addresses", "EmailSettings", "WrongEmailSettings"]
