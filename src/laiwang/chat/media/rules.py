"""What is safe to say about a file: its type, its name, how a browser may show it, which part was asked for. Pure.

Source: Matrix client-server API, "Content repository", "Serving inline content", "Security considerations"; RFC 6266; RFC 9110.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from laiwang.chat.media.model import Method, ThumbnailSize
from laiwang.matrix.ids import is_media_id

OCTET_STREAM: Final = "application/octet-stream"
NAME_CHARS_MAX: Final = 255
TYPE_CHARS_MAX: Final = 255

#: types that a browser may show in place; everything else is a download (section "Serving inline content")
INLINE_TYPES: Final = frozenset(
    {
        "text/css",
        "text/plain",
        "text/csv",
        "application/json",
        "application/ld+json",
        "image/jpeg",
        "image/gif",
        "image/png",
        "image/apng",
        "image/webp",
        "image/avif",
        "video/mp4",
        "video/webm",
        "video/ogg",
        "video/quicktime",
        "audio/mp4",
        "audio/webm",
        "audio/aac",
        "audio/mpeg",
        "audio/ogg",
        "audio/wave",
        "audio/wav",
        "audio/x-wav",
        "audio/x-pn-wav",
        "audio/flac",
        "audio/x-flac",
    }
)

_POLICY: Final = (
    b"sandbox; default-src 'none'; script-src 'none'; plugin-types application/pdf; "
    b"style-src 'unsafe-inline'; object-src 'self';"
)
#: section "Security considerations" of the content repository; cached for as long as the client likes, because content never changes
SAFETY_HEADERS: Final = (
    (b"content-security-policy", _POLICY),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"private, max-age=31536000, immutable"),
)

SIZES: Final[dict[Method, tuple[tuple[int, int], ...]]] = {
    "crop": ((32, 32), (96, 96), (192, 192), (320, 320), (640, 640)),
    "scale": ((320, 240), (640, 480), (800, 600), (1600, 1200)),
}

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_MEDIA_TYPE: Final = re.compile(rf'{_TOKEN}/{_TOKEN}(?:[ \t]*;[ \t]*{_TOKEN}=(?:{_TOKEN}|"[ -!#-\[\]-~]*"))*')
_RANGE: Final = re.compile(r"bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*")


def clean_content_type(text: str | None) -> str:
    """The media type as it was claimed when it is well-formed, else application/octet-stream."""
    if text is None:
        return OCTET_STREAM
    text = text.strip(" \t")
    if len(text) > TYPE_CHARS_MAX or _MEDIA_TYPE.fullmatch(text) is None:
        return OCTET_STREAM
    return text


def clean_file_name(text: str | None) -> str:
    """The name without control characters and outer white space, at most 255 characters; empty for none."""
    if not text:
        return ""
    kept = "".join(char for char in text if char.isprintable())
    return kept[:NAME_CHARS_MAX].strip()


def content_disposition(content_type: str, file_name: str) -> bytes:
    """The header (RFC 6266): inline for the safe types only, with the name in the one form that all clients read."""
    essence = content_type.partition(";")[0].strip().lower()
    kind = "inline" if essence in INLINE_TYPES else "attachment"
    if not file_name:
        return kind.encode()
    if file_name.isascii():
        escaped = file_name.replace("\\", "\\\\").replace('"', '\\"')
        return f'{kind}; filename="{escaped}"'.encode("ascii")
    return f"{kind}; filename*=utf-8''{quote(file_name, safe='', errors='replace')}".encode("ascii")


def byte_range(header: str | None, size_bytes: int) -> tuple[int, int] | None:
    """(start, end) with end exclusive, for a single satisfiable range; None to send everything.

    Raises ValueError when the range lies outside of the content (416). Anything else that is odd is ignored, as RFC 9110 wants.
    """
    if header is None:
        return None
    match = _RANGE.fullmatch(header)
    if match is None:
        return None
    first, last = match[1], match[2]
    if first == "":
        if last == "":
            return None
        length = min(int(last), size_bytes)
        if length == 0:
            raise ValueError("an empty range")
        return size_bytes - length, size_bytes
    start = int(first)
    end = size_bytes if last == "" else min(int(last) + 1, size_bytes)
    if last != "" and int(last) < start:
        return None
    if start >= size_bytes:
        raise ValueError("beyond the end")
    return start, end


def media_in(content: Mapping[str, Any], server_name: str) -> set[str]:
    """Media ids of this server's files that an event's content names, wherever it does. An encrypted event names none."""
    prefix = f"mxc://{server_name}/"
    found: set[str] = set()
    left: list[Any] = [content]
    while left:
        value = left.pop()
        if isinstance(value, str):
            if value.startswith(prefix) and is_media_id(value[len(prefix) :]):
                found.add(value[len(prefix) :])
        elif isinstance(value, dict):
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
    return found


def thumbnail_size(width: int, height: int, method: Method, *, is_animated: bool = False) -> ThumbnailSize:
    """The smallest standard size that covers what was asked for, or the largest there is."""
    sizes = SIZES[method]
    for found in sizes:
        if found[0] >= width and found[1] >= height:
            break
    else:
        found = sizes[-1]
    return ThumbnailSize(found[0], found[1], method, is_animated)
