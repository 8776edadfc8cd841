"""Verifications: who is verified, as what. Staff of a verified organisation are, and whoever an administrator of the server has made sure
of: staff, a shop, a public figure.

They stand in a field of the profile, `im.laiwang.verified`, that the server fills and nobody can set. Source: Client-Server API, "Profiles"
(extensible fields). The front door is `Verifications`.
"""

from laiwang.people.verifications.feature import Verifications
from laiwang.people.verifications.model import VERIFIED

__all__ = ["VERIFIED", "Verifications"]
