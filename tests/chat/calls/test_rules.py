"""Credentials of the relay: as coturn computes them."""

import base64
import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.calls.rules import credentials


def test_a_known_answer() -> None:
    """Made with `openssl dgst -sha1 -hmac`, so that this is not our own code twice."""
    assert credentials("@user:example.com", "my secret", now_ms=1_443_693_231_999, ttl_s=86_400) == (
        "1443779631:@user:example.com",
        "UXBJyQlrj99kQ0f3o5h9BpslZT8=",
    )


@given(st.text(min_size=1), st.integers(0, 1 << 45), st.integers(60, 1 << 22))
def test_a_relay_accepts_them(secret: str, now_ms: int, ttl_s: int) -> None:
    """It takes the time from the name, and the password is the HMAC of the whole name."""
    name, password = credentials("@a:b", secret, now_ms=now_ms, ttl_s=ttl_s)
    until_s, _, user_id = name.partition(":")
    assert user_id == "@a:b"
    assert int(until_s) == now_ms // 1000 + ttl_s
    expected = hmac.new(secret.encode(), name.encode(), hashlib.sha1).digest()
    assert base64.b64decode(password) == expected
