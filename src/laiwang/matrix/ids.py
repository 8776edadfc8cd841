"""The grammar of identifiers. Source: Matrix appendices, "Identifier Grammar".

`is_…` answer, `check_…` raise Refused 400 M_INVALID_PARAM, the rest takes identifiers apart or makes them. Lengths are
bytes of UTF-8.
"""

import ipaddress
import re
from typing import Final

from laiwang.kit.ports import Chance
from laiwang.kit.refusals import Refused, invalid_param

ID_BYTES_MAX: Final = 255

_NEW_LOCALPART: Final = re.compile(r"[a-z0-9._=\-/+]+")
_OPAQUE: Final = re.compile(r"[0-9A-Za-z\-._~]{1,255}")
_NAMESPACED: Final = re.compile(r"[a-z][a-z0-9\-_.]{0,254}")
_DNS: Final = re.compile(r"[0-9A-Za-z\-.]{1,255}")
_DOTTED_QUAD: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_PORT: Final = re.compile(r"[0-9]{1,5}")
_HASH: Final = re.compile(r"[A-Za-z0-9\-_]{43}")
_MEDIA_ID: Final = re.compile(r"[A-Za-z0-9_\-]{1,255}")


def is_server_name(text: str) -> bool:
    """Whether `text` is host [":" port]; the host an IPv4 address, a bracketed IPv6 address or a DNS name."""
    if text.startswith("["):
        address, bracket, port = text[1:].partition("]")
        if not bracket or not _is_ipv6(address):
            return False
        return port == "" or (port[0] == ":" and _PORT.fullmatch(port[1:]) is not None)
    host, colon, port = text.partition(":")
    if colon and _PORT.fullmatch(port) is None:
        return False
    if _DOTTED_QUAD.fullmatch(host) is not None:
        return all(int(part) <= 255 for part in host.split("."))
    return _DNS.fullmatch(host) is not None


def _is_ipv6(address: str) -> bool:
    if "%" in address:  # a zone means something on one machine only
        return False
    try:
        ipaddress.IPv6Address(address)
    except ValueError:
        return False
    return True


def is_new_localpart(text: str) -> bool:
    """Whether `text` may be the localpart of a new user: one or more of a-z 0-9 . _ = - / +."""
    return _NEW_LOCALPART.fullmatch(text) is not None


def is_user_id(text: str) -> bool:
    """Whether `text` is a user id, a historical one included: any localpart without ":" and NUL, even an empty one."""
    return _is_localpart_and_server(text, "@")


def is_alias(text: str) -> bool:
    """Whether `text` is a room alias, #localpart:server."""
    return _is_localpart_and_server(text, "#") and text[1] != ":"


def is_room_id(text: str) -> bool:
    """Whether `text` is a room id: !localpart:server, or ! and 43 characters of hash (since room version 12)."""
    if ":" in text:
        return _is_localpart_and_server(text, "!") and text[1] != ":"
    return text[:1] == "!" and _HASH.fullmatch(text, 1) is not None


def is_event_id(text: str) -> bool:
    """Whether `text` may be an event id of any room version: $ and something, at most 255 bytes."""
    return text[:1] == "$" and len(text) > 1 and "\0" not in text and _fits(text)


def is_opaque_id(text: str) -> bool:
    """Whether `text` keeps the opaque identifier grammar: 1 to 255 of 0-9 A-Z a-z - . _ ~."""
    return _OPAQUE.fullmatch(text) is not None


def is_namespaced_id(text: str) -> bool:
    """Whether `text` keeps the common namespaced identifier grammar, as custom profile keys and login types do."""
    return _NAMESPACED.fullmatch(text) is not None


def is_media_id(text: str) -> bool:
    """Whether `text` is safe as the media id of a content URI: A-Z a-z 0-9 _ -."""
    return _MEDIA_ID.fullmatch(text) is not None


def _is_localpart_and_server(text: str, sigil: str) -> bool:
    if text[:1] != sigil or "\0" in text or not _fits(text):
        return False
    _, colon, server = text.partition(":")
    return bool(colon) and is_server_name(server)


def _fits(text: str) -> bool:
    if text.isascii():
        return len(text) <= ID_BYTES_MAX
    try:
        return len(text.encode()) <= ID_BYTES_MAX
    except UnicodeEncodeError:
        return False


def check_user_id(text: object) -> str:
    """`text` if it is a user id. Raises Refused 400 M_INVALID_PARAM."""
    if not isinstance(text, str) or not is_user_id(text):
        raise invalid_param("Not a user id")
    return text


def check_room_id(text: object) -> str:
    """`text` if it is a room id. Raises Refused 400 M_INVALID_PARAM."""
    if not isinstance(text, str) or not is_room_id(text):
        raise invalid_param("Not a room id")
    return text


def check_event_id(text: object) -> str:
    """`text` if it is an event id. Raises Refused 400 M_INVALID_PARAM."""
    if not isinstance(text, str) or not is_event_id(text):
        raise invalid_param("Not an event id")
    return text


def check_alias(text: object) -> str:
    """`text` if it is a room alias. Raises Refused 400 M_INVALID_PARAM."""
    if not isinstance(text, str) or not is_alias(text):
        raise invalid_param("Not a room alias")
    return text


def localpart(identifier: str) -> str:
    """What stands between the sigil and the first colon of a user id, alias or room id."""
    return identifier[1:].partition(":")[0]


def server_name(identifier: str) -> str:
    """What stands after the first colon: the server of a user id or alias. Empty when there is none."""
    return identifier.partition(":")[2]


def make_user_id(localpart: str, server: str) -> str:
    """The id of a new user. Raises Refused 400 M_INVALID_USERNAME."""
    user_id = f"@{localpart}:{server}"
    if not is_new_localpart(localpart):
        raise Refused("M_INVALID_USERNAME", 400, "User names consist of a-z, 0-9 and . _ = - / +")
    if not _fits(user_id):
        raise Refused("M_INVALID_USERNAME", 400, "The user name is too long")
    return user_id


def make_alias(localpart: str, server: str) -> str:
    """The alias #localpart:server. Raises Refused 400 M_INVALID_PARAM."""
    if ":" in localpart:
        raise invalid_param("Not a room alias")
    return check_alias(f"#{localpart}:{server}")


def new_room_id(chance: Chance, server: str) -> str:
    """A fresh room id for room versions before 12 (since 12 the room id follows from the create event)."""
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return f"!{''.join(letters[byte % 52] for byte in chance.bytes(18))}:{server}"
