"""Words and settings of accounts."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from laiwang.kernel.capability import Settings

__all__ = ["AccountSettings", "PasswordSettings", "RegistrationSettings"]


class RegistrationSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Who may make an account."""

    mode: Annotated[
        Literal["open", "token", "closed"],
        Meta(description="Who may register: everybody, who has a registration token, or nobody."),
    ] = "open"


class PasswordSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """How passwords are kept."""

    hashing: Annotated[
        Literal["strong", "fast"],
        Meta(description="Argon2id with full strength; `fast` is for tests only and warns in the log."),
    ] = "strong"
    length_min: Annotated[int, Meta(ge=1, le=128, description="Shortest password that is accepted, in characters.")] = 8


class AccountSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Sessions."""

    access_token_lifetime_s: Annotated[
        int, Meta(ge=60, description="Lifetime of access tokens of clients that refresh them, in seconds.")
    ] = 3600
