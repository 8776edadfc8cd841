"""Words and settings of accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Protocol

from msgspec import Meta

from laiwang.kernel.capability import Settings
from laiwang.kernel.ports import Unit

__all__ = ["AccountSettings", "AddressBook", "AddressUse", "PasswordSettings", "Proved", "RegistrationSettings"]

#: what somebody shows for that an address is hers
AddressUse = Literal["add", "register", "reset"]


class RegistrationSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Who may make an account."""

    mode: Annotated[
        Literal["open", "token", "closed"],
        Meta(description="Who may register: everybody, who has a registration token, or nobody."),
    ] = "open"
    email_required: Annotated[
        bool, Meta(description="Whether who registers must confirm an e-mail address first; needs email.host.")
    ] = False


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
    transactions_kept_s: Annotated[
        int,
        Meta(
            ge=3600,
            description="How long a send that a client repeats is known to be the same one (its transaction id is kept), in seconds.",
        ),
    ] = 14 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Proved:
    """A confirmed proof that an address is somebody's. `owner` is whose account has it now, `spent_by` who has used the proof."""

    sid: str
    address: str
    validated_ms: int
    owner: str | None
    spent_by: str | None


class AddressBook(Protocol):
    """What accounts ask of people's addresses; the capability of addresses answers."""

    @property
    def is_needed_to_register(self) -> bool:
        """Whether nobody registers without one."""
        ...

    async def owner(self, medium: object, address: object) -> str | None:
        """Whose an address is, as somebody typed it."""
        ...

    async def proved(self, use: AddressUse, credentials: object) -> Proved | None:
        """The confirmed proof that a client's `threepid_creds` name; None when there is none (yet, any more)."""
        ...

    def spend(self, unit: Unit, proof: Proved, user_id: str) -> None:
        """Uses a proof up in a unit; a Conflict when it has been."""
        ...

    def keep(self, unit: Unit, proof: Proved, user_id: str) -> None:
        """Gives the address to a new account in its unit; a Conflict when it is somebody's."""
        ...
