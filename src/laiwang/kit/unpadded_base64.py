"""Base64 without padding. Source: Matrix appendices, "Unpadded Base64"."""

import binascii
from typing import Final

_TO_URLSAFE: Final = bytes.maketrans(b"+/", b"-_")
_TO_STANDARD: Final = bytes.maketrans(b"-_", b"+/")


def encode(data: bytes) -> str:
    """Standard alphabet (`+` and `/`), no padding."""
    return binascii.b2a_base64(data, newline=False).rstrip(b"=").decode("ascii")


def encode_urlsafe(data: bytes) -> str:
    """URL-safe alphabet (`-` and `_`), no padding."""
    return binascii.b2a_base64(data, newline=False).rstrip(b"=").translate(_TO_URLSAFE).decode("ascii")


def decode(text: str) -> bytes:
    """The bytes behind `text`, in either alphabet, padded or not. Raises ValueError when it is not base64."""
    try:
        raw = text.encode("ascii").translate(_TO_STANDARD).rstrip(b"=")
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4), strict_mode=True)
    except (UnicodeEncodeError, binascii.Error):
        raise ValueError("not base64") from None
