"""Words and settings of addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from laiwang.kernel.capability import Settings

__all__ = [
    "ADDRESSES_MAX",
    "OUTBOX_MAX",
    "WAIT_MS",
    "AddressEntry",
    "AddressList",
    "Asked",
    "EmailSettings",
    "Language",
    "Languages",
    "Letter",
    "News",
    "Purpose",
]

Language = Literal["en", "zh"]
#: and both of them where nobody knows which one somebody reads
Languages = Literal["en", "zh", "both"]
#: what a proof is good for; one of a purpose is worth nothing for another
Purpose = Literal["add", "register", "reset"]
#: news of one's own account, for its owner to be warned when it was not her
News = Literal["changed", "removed", "added"]
#: what a mail says: the three purposes, the two cases in which there is nothing to confirm, and the news
Letter = Literal["add", "register", "reset", "taken", "unknown", "changed", "removed", "added"]

#: of one person
ADDRESSES_MAX: Final = 10
#: mails that wait; more are refused until the mail server takes some
OUTBOX_MAX: Final = 10_000
#: how long a mail waits for a mail server, at most
WAIT_MS: Final = 24 * 3_600_000


class EmailSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `email`."""

    host: Annotated[
        str,
        Meta(description="Mail server (SMTP) that takes mails of this server; without one nobody is sent any."),
    ] = ""
    port: Annotated[int, Meta(ge=1, le=65535, description="Its port.")] = 587
    security: Annotated[
        Literal["starttls", "tls", "none"],
        Meta(
            description="How the connection is secured: it begins plain and goes over to TLS, it is TLS from the beginning, or it stays "
            "plain, which is for a mail server on this machine only."
        ),
    ] = "starttls"
    username: Annotated[str, Meta(description="Name to log in with at the mail server; empty for no login.")] = ""
    password: Annotated[str, Meta(description="Password of that name.")] = ""
    sender: Annotated[
        str, Meta(description="Who mails are from, such as `Laiwang <no-reply@example.org>`. Needed with email.host.")
    ] = ""
    link_lifetime_s: Annotated[
        int,
        Meta(ge=1, le=86_400, description="How long the link in a mail can be used after it was sent, in seconds."),
    ] = 3600
    next_link_origins: Annotated[
        tuple[str, ...],
        Meta(
            description="Origins such as `https://app.example.org` to which a client may have people led after they have confirmed an "
            "address; that of server.public_url always may."
        ),
    ] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a proof, read and judged."""

    purpose: Purpose
    #: in its canonical form
    address: str
    client_secret: str
    send_attempt: int
    next_link: str | None
    language: Language


class AddressEntry(Struct):
    """An address of somebody, as administrators see it. Times are in milliseconds since 1970."""

    address: str
    validated_ms: int
    added_ms: int


class AddressList(Struct):
    """Every address of a person."""

    addresses: list[AddressEntry]
