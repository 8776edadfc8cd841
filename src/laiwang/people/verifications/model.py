"""Verifications, and the bodies of the API below /api/v1/admin/verifications. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Final, Literal, get_args

from msgspec import Struct

__all__ = ["KINDS", "VERIFIED", "GivenVerification", "GivenVerificationPage", "NewVerification", "VerificationKind"]

#: the field of the profile
VERIFIED: Final = "im.laiwang.verified"
VerificationKind = Literal["staff", "shop", "figure"]
KINDS: Final[tuple[VerificationKind, ...]] = get_args(VerificationKind)


class NewVerification(Struct):
    """What somebody is verified to be: the company, the shop, or the name that a public figure is known by."""

    name: str


class GivenVerification(Struct):
    """A verification that an administrator of the server gave."""

    user_id: str
    kind: VerificationKind
    name: str
    given_by: str
    given_ms: int


class GivenVerificationPage(Struct):
    """A page of verifications; `next` goes into `from` of the next request, and is absent at the end."""

    verifications: list[GivenVerification]
    next: str | None = None
