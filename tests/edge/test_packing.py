"""Large answers are packed for whoever takes them so, and for nobody else."""

from __future__ import annotations

import gzip
import json

import pytest

from laiwang.edge.packing import PACKED_FROM_BYTES, accepts_gzip
from tests.edge.conftest import API, Here
from tests.edge.test_connection import Wire


@pytest.mark.parametrize(
    ("header", "is_taken"),
    [
        (b"gzip", True),
        (b"br, GZIP;q=0.5, deflate", True),
        (b"gzip;q=0", False),
        (b"gzip; q=0.000, br", False),
        (b"*", True),
        (b"*;q=0", False),
        (b"gzip;q=0, *", False),
        (b"*;q=0, gzip", True),
        (b"identity, br", False),
        (b"", False),
        (b";;,=q", False),
    ],
)
def test_who_takes_it(header: bytes, is_taken: bool) -> None:
    """By name, by a star, and never against the client's word (RFC 9110, 12.5.3)."""
    assert accepts_gzip([(b"host", b"x"), (b"accept-encoding", header)]) is is_taken
    assert not accepts_gzip([(b"host", header)])


@pytest.mark.parametrize("length", [PACKED_FROM_BYTES, 300_000])
async def test_a_large_answer(here: Here, length: int) -> None:
    """It arrives whole either way, and the next answer on the connection as well."""
    wire = await Wire.to(here)
    for header in ("gzip, deflate, br", "identity"):
        wire.send(f"GET {API}/large/{length} HTTP/1.1\nHost: x\nAccept-Encoding: {header}\n\n")
        status, headers = await wire.head()
        body = await wire.reader.readexactly(int(headers["content-length"]))
        assert (status, headers["vary"], headers["content-type"]) == (200, "accept-encoding", "application/json")
        assert headers.get("content-encoding") == ("gzip" if "gzip" in header else None)
        if "gzip" in header:
            assert len(body) < length / 4
            body = gzip.decompress(body)
        assert len(json.loads(body)["text"]) == length
    wire.close()


async def test_a_small_answer(here: Here) -> None:
    """It goes as it is."""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/large/1000 HTTP/1.1\nHost: x\nAccept-Encoding: gzip\n\n")
    status, headers, _ = await wire.answer()
    assert (status, "content-encoding" in headers, "vary" in headers) == (200, False, False)
    wire.close()
