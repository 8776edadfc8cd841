"""Dehydrated devices: one device of a person that is nobody's session and collects keys while she is logged in nowhere.

Its secrets are sealed by her clients. Whoever is sent messages on it reads them page by page after the next login; nothing is deleted
until it is replaced. Source: MSC3814. The front door is `Dehydration`.
"""

from laiwang.chat.dehydration.feature import Dehydration

__all__ = ["Dehydration"]
