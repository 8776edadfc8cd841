"""The bodies of the API of work domains. Times are in milliseconds since 1970."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Claim", "ClaimList", "Confirmation", "Joinable", "JoinableList"]


class Claim(Struct):
    """A domain that an organisation says is its own."""

    domain: str
    organisation_id: str
    claimed_by: str
    claimed_ms: int
    confirmed_by: str | None
    confirmed_ms: int | None


class ClaimList(Struct):
    """Domains that are claimed."""

    claims: list[Claim]
    next: str | None = None


class Confirmation(Struct):
    """Whether a domain is the organisation's own."""

    is_confirmed: bool


class Joinable(Struct):
    """An organisation that one can join by an address of one's own."""

    organisation_id: str
    name: str
    is_verified: bool
    domain: str


class JoinableList(Struct):
    """All of them."""

    organisations: list[Joinable]
