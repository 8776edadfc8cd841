"""Pure: what an address is, which links may be followed, in which language one writes. Source: Appendices, "3PID Types"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

import idna

from laiwang.kit.refusals import Refused, invalid_param
from laiwang.people.addresses.model import Language

__all__ = ["canonical", "check_secret", "language_of", "origin_of", "pause_ms"]

ADDRESS_CHARACTERS_MAX: Final = 254
LOCAL_CHARACTERS_MAX: Final = 64
LINK_CHARACTERS_MAX: Final = 2048
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
_SECRET = re.compile(r"[0-9a-zA-Z.=_-]{1,255}", re.ASCII)
_LANGUAGE = re.compile(r"\s*([a-zA-Z]{1,8})[^;,]*(?:;\s*q\s*=\s*([0-9.]{1,5}))?[^,]*", re.ASCII)
FIRST_PAUSE_MS: Final = 15_000
LONGEST_PAUSE_MS: Final = 15 * 60_000


def canonical(address: str) -> str:
    """The one form in which an address is kept, compared and written to: without case, its domain as name servers know it.

    What stands before the @ must be ASCII as it was typed: folding the case of other letters would make two mailboxes one, and whoever
    has the one would be let in as the other. Nothing that can break a line of a header gets through. Raises Refused 400 M_INVALID_PARAM.
    """
    local, at, domain = address.strip(" \t").rpartition("@")
    # Lower case of ASCII is all that case folding does to ASCII.
    local = local.lower() if local.isascii() else ""
    if (
        not at
        or len(local) > LOCAL_CHARACTERS_MAX
        or len(domain) > ADDRESS_CHARACTERS_MAX
        or not _LOCAL.fullmatch(local)
    ):
        raise _no_address()
    try:
        ascii_domain = idna.encode(domain, uts46=True, std3_rules=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError) as error:
        raise _no_address() from error
    labels = ascii_domain.split(".")
    found = f"{local}@{ascii_domain}"
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit() or len(found) > ADDRESS_CHARACTERS_MAX:
        raise _no_address()
    return found


def _no_address() -> Refused:
    return invalid_param("This is not an e-mail address that can be used here")


def check_secret(secret: str) -> None:
    """Raises Refused 400 M_INVALID_PARAM when a client_secret is none."""
    if not _SECRET.fullmatch(secret):
        raise invalid_param("client_secret must be 1 to 255 characters of [0-9a-zA-Z.=_-]")


def origin_of(link: str, allowed: Collection[str]) -> str:
    """The origin of a link to which people may be led. Raises Refused 400 M_INVALID_PARAM for any other."""
    try:
        parts = urlsplit(link)
        origin = f"{parts.scheme}://{parts.netloc}".lower()
        plain = link.isascii() and link.isprintable() and not set(link) & set(' \\"<>') and "@" not in parts.netloc
    except ValueError:
        plain, origin = False, ""
    if not plain or len(link) > LINK_CHARACTERS_MAX or origin not in allowed:
        raise invalid_param("next_link leads to a place that this server does not send people to")
    return origin


def language_of(accepted: str | None) -> Language:
    """The language to write in, of the Accept-Language of a request: Chinese where it is preferred to English."""
    best: tuple[float, Language] = (0.0, "en")
    for match in _LANGUAGE.finditer((accepted or "")[:500]):
        language = match[1].lower()
        try:
            weight = float(match[2] or 1)
        except ValueError:
            continue
        if language in ("zh", "en") and weight > best[0]:
            best = (weight, "zh" if language == "zh" else "en")
    return best[1]


def pause_ms(tries: int) -> int:
    """How long a mail waits that the mail server did not want yet, after so many tries: greylisting ends after some minutes."""
    return int(min(FIRST_PAUSE_MS * (1 << min(max(tries - 1, 0), 20)), LONGEST_PAUSE_MS))
