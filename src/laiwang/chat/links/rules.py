"""Which links are followed, which stored version answers, and in which script a page is written. Pure."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from laiwang.chat.links.model import Version
from laiwang.kit.refusals import invalid_param

__all__ = ["IMAGE_TYPES", "chosen", "clean_url", "essence", "is_blocked", "text_of"]

URL_CHARACTERS_MAX: Final = 4000
#: pictures that clients can show and that are harmless in place
IMAGE_TYPES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_META_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
META_WITHIN_BYTES: Final = 4096
#: what browsers take for what is written (WHATWG Encoding): the wider set of the same family
_WIDER: Final[Mapping[str, str]] = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_KNOWN: Final = frozenset(
    {
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949",
        "koi8-r", "koi8-u", "cp866", "cp874", "mac-roman",
        *(f"cp125{n}" for n in range(9)), *(f"iso8859-{n}" for n in range(2, 17)),
    }
)  # fmt: skip
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def clean_url(text: str) -> str:
    """The URL without its fragment, which servers never see. Raises Refused 400."""
    try:
        parts = urlsplit(text.strip())
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good or len(text) > URL_CHARACTERS_MAX or not text.isprintable():
        raise invalid_param("url must be an http or https URL")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def is_blocked(url: str, hosts: Iterable[str]) -> bool:
    """Whether the host of a URL is one of these, or below one of them."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    return any(host == name or host.endswith(f".{name}") for name in (one.lower().strip(".") for one in hosts))


def chosen(versions: Sequence[Version], ts: int, now_ms: int) -> Version | None:
    """The version that answers for a moment, out of all there are, the newest first; None to fetch a new one.

    It is the one that was fresh at that moment; where there is none, a newer one will do as long as it is fresh now.
    """
    for version in versions:
        if version.fetched_ms <= ts < version.fresh_until_ms:
            return version
    newest = versions[0] if versions else None
    return newest if newest is not None and now_ms < newest.fresh_until_ms else None


def essence(content_type: str) -> str:
    """A media type without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def text_of(body: bytes, content_type: str, *, is_cut: bool = False) -> str:
    """A page as text: by its byte order mark, what the server says, what the page says, or what it looks like. One that `is_cut` may end
    in the middle of a letter."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body.decode(name, "replace")
    said = _CHARSET.search(content_type)
    inside = _META_CHARSET.search(body[:META_WITHIN_BYTES])
    for label in (said[1] if said else None, inside[1].decode("ascii") if inside else None):
        codec = _codec(label)
        if codec is not None:
            return body.decode(codec, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(body, final=not is_cut)
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _codec(label: str | None) -> str | None:
    if label is None:
        return None
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else None
