"""Time-limited credentials of a relay, which it checks with the secret that both know."""

from __future__ import annotations

import base64
import hashlib
import hmac

__all__ = ["credentials"]


def credentials(user_id: str, secret: str, *, now_ms: int, ttl_s: int) -> tuple[str, str]:
    """(user name, password): the name says until when it holds, in seconds since 1970, and the password is its HMAC-SHA1."""
    name = f"{now_ms // 1000 + ttl_s}:{user_id}"
    # SHA-1 is what the protocol of the relays says; inside of an HMAC it holds.
    digest = hmac.new(secret.encode(), name.encode(), hashlib.sha1).digest()
    return name, base64.b64encode(digest).decode("ascii")
