"""Refusals, base64, signatures, clock and chance."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit import refusals, signatures, unpadded_base64
from laiwang.kit.ports import SeededChance, SystemChance, SystemClock


def test_refusal_body() -> None:
    assert refusals.limit_exceeded(1500).body() == {
        "errcode": "M_LIMIT_EXCEEDED",
        "error": "Too many requests",
        "retry_after_ms": 1500,
    }
    challenge = refusals.Refused("", 401, "authenticate", {"session": "s", "flows": []})
    assert challenge.body() == {"session": "s", "flows": []}
    assert refusals.unknown_token(soft_logout=True).extra == {"soft_logout": True}
    assert refusals.unknown_token().extra == {}


def test_extra_is_not_shared() -> None:
    extra: dict[str, object] = {"a": 1}
    refused = refusals.Refused("M_X", 400, "x", extra)
    refused.extra["b"] = 2
    assert extra == {"a": 1}


@pytest.mark.parametrize(
    ("data", "text"),  # RFC 4648, as the appendices quote it
    [(b"", ""), (b"f", "Zg"), (b"fo", "Zm8"), (b"foo", "Zm9v"), (b"foob", "Zm9vYg"), (b"fooba", "Zm9vYmE")],
)
def test_base64_examples(data: bytes, text: str) -> None:
    assert unpadded_base64.encode(data) == text
    assert unpadded_base64.decode(text) == data


@given(st.binary())
def test_base64_round_trip(data: bytes) -> None:
    for text in (unpadded_base64.encode(data), unpadded_base64.encode_urlsafe(data)):
        assert "=" not in text
        assert unpadded_base64.decode(text) == data
        assert unpadded_base64.decode(text + "=" * (-len(text) % 4)) == data
    assert set(unpadded_base64.encode_urlsafe(data)) <= set(string.ascii_letters + string.digits + "-_")


@pytest.mark.parametrize("text", ["A", "AA?A", "日本", "AAAA\n"])
def test_not_base64(text: str) -> None:
    with pytest.raises(ValueError, match="not base64"):
        unpadded_base64.decode(text)


SEED = unpadded_base64.decode("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1")


@pytest.mark.parametrize(
    ("value", "signature"),  # Matrix appendices, "Cryptographic Test Vectors", "JSON Signing"
    [
        ({}, "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ"),
        (
            {"one": 1, "two": "Two"},
            "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw",
        ),
    ],
)
def test_signatures_of_the_specification(value: dict[str, object], signature: str) -> None:
    key = unpadded_base64.encode(signatures.public_key(SEED))
    assert signatures.sign(SEED, value) == signature
    assert signatures.verify(key, signature, {**value, "unsigned": {"age": 1}, "signatures": {}})
    assert not signatures.verify(key, signature, {**value, "more": 1})
    assert not signatures.verify(unpadded_base64.encode(bytes(32)), signature, value)
    assert not signatures.verify("?", signature, value)
    assert not signatures.verify(key, "?", value)


def test_seeded_chance_repeats_itself() -> None:
    def drawn(chance: SeededChance) -> list[object]:
        return [chance.token(16), chance.random(), chance.bytes(8), chance.token(16)]

    assert drawn(SeededChance(7)) == drawn(SeededChance(7))
    assert drawn(SeededChance(7)) != drawn(SeededChance(8))


@pytest.mark.parametrize("chance", [SeededChance(1), SystemChance()])
def test_chance(chance: SeededChance | SystemChance) -> None:
    assert len(unpadded_base64.decode(chance.token(18))) == 18
    assert 0 <= chance.random() < 1
    assert len(chance.bytes(5)) == 5
    assert chance.token(16) != chance.token(16)


def test_clock() -> None:
    clock = SystemClock()
    assert clock.now_ms() > 1_700_000_000_000
    assert clock.monotonic() <= clock.monotonic()
