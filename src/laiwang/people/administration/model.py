"""The bodies of the API below /api/v1/admin, as far as it is about people. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

__all__ = [
    "AdministratorChange",
    "AuditPage",
    "Created",
    "DeviceEntry",
    "DeviceList",
    "NewPassword",
    "NewPerson",
    "NewToken",
    "PasswordReset",
    "PeoplePage",
    "PersonDetails",
    "PersonEntry",
    "RegistrationToken",
    "TokenChange",
    "TokenList",
]

Uses = Annotated[int, Meta(ge=0)]
Moment = Annotated[int, Meta(ge=0, le=(1 << 53) - 1)]


class PersonEntry(Struct):
    """A person in a list."""

    user_id: str
    display_name: str | None
    avatar_url: str | None
    is_admin: bool
    is_deactivated: bool
    is_locked: bool
    is_suspended: bool
    created_ms: int


class PersonDetails(PersonEntry):
    """A person on her own."""

    devices: int
    rooms: int
    last_seen_ms: int | None


class PeoplePage(Struct):
    """A page of people; `next` goes into `from` of the next request, and is absent at the end."""

    people: list[PersonEntry]
    total: int
    next: str | None = None


class NewPerson(Struct):
    """Somebody to be. Without a password one is made up and answered."""

    name: str
    password: str | None = None
    display_name: str | None = None
    is_admin: bool = False


class Created(Struct):
    """The new account, with its password where that was made up here."""

    user_id: str
    password: str | None = None


class NewPassword(Struct):
    """A password to be; one is made up without. `log_out` ends every session."""

    password: str | None = None
    log_out: bool = True


class PasswordReset(Struct):
    """The password where it was made up here."""

    password: str | None = None


class AdministratorChange(Struct):
    """Whether somebody is to be an administrator."""

    is_admin: bool


class DeviceEntry(Struct):
    """A device."""

    device_id: str
    display_name: str | None
    last_seen_ms: int | None
    last_seen_ip: str | None


class DeviceList(Struct):
    """Everything a person is logged in on."""

    devices: list[DeviceEntry]


class RegistrationToken(Struct):
    """A registration token. No number of uses means any number, no expiry means for ever."""

    token: str
    uses_left: int | None
    expires_ms: int | None


class TokenList(Struct):
    """All registration tokens."""

    tokens: list[RegistrationToken]


class NewToken(Struct):
    """A registration token to be; its name is made up without one."""

    token: str | None = None
    uses_left: Uses | None = None
    expires_ms: Moment | None = None


class TokenChange(Struct):
    """How often and until when a registration token can be used."""

    uses_left: Uses | None = None
    expires_ms: Moment | None = None


class AuditEntry(Struct):
    """What an administrator did."""

    id: int
    at_ms: int
    actor: str
    act: str
    subject: str
    old: Any
    new: Any


class AuditPage(Struct):
    """Acts, the newest first; `next` goes into `from` of the next request, and is absent at the end."""

    entries: list[AuditEntry]
    next: str | None = None
