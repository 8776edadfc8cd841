"""What a domain is, and which one an address is in. Pure."""

from __future__ import annotations

from typing import Final

import idna

from laiwang.kit.refusals import Refused, invalid_param

__all__ = ["check_domain", "domain_of"]

CHARACTERS_MAX: Final = 253


def check_domain(text: str) -> str:
    """A domain as addresses are kept with it: without case, in the ASCII of name servers. Raises Refused 400 M_INVALID_PARAM."""
    if len(text) > CHARACTERS_MAX:
        raise _no_domain()
    try:
        found = idna.encode(text.strip(), uts46=True, std3_rules=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError) as error:
        raise _no_domain() from error
    labels = found.split(".")
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit() or len(found) > CHARACTERS_MAX:
        raise _no_domain()
    return found


def domain_of(address: str) -> str:
    """The domain of an address that is canonical; those below another are others."""
    return address.rpartition("@")[2]


def _no_domain() -> Refused:
    return invalid_param("This is not a domain of e-mail addresses")
