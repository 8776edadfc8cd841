"""The bodies of the API of tokens for SCIM. Times are in milliseconds since 1970."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["ScimToken", "ScimTokenList"]


class ScimToken(Struct):
    """A token with which another system keeps the staff. `token` is told once, when it is made."""

    name: str
    made_by: str
    made_ms: int
    token: str | None = None


class ScimTokenList(Struct):
    """All tokens of an organisation."""

    tokens: list[ScimToken]
