"""Addresses: e-mail addresses and phone numbers of people. This server sends neither mail nor text messages, so nobody has any here;
whoever asks is told so in the words of the specification.

Source: Client-Server API, "Adding Account Administrative Contact Information". The front door is `Addresses`.
"""

from laiwang.people.addresses.feature import Addresses

__all__ = ["Addresses"]
