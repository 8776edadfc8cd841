"""Large answers go packed to whoever takes them so.

A first sync is hundreds of KiB of JSON that says the same names again and again: packed it is a fifth of that, which is seconds on a
phone. Small answers, which are nearly all, go as they are: packing them costs more than it saves.

Guessing secrets by the length of packed answers (BREACH) needs somebody who makes another one's browser ask with her credentials; tokens
are in a header that no foreign page can set.

Source: RFC 9110, 8.4 and 12.5.3.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Sequence

from laiwang.kernel.capability import Response

__all__ = ["PACKED_FROM_BYTES", "accepts_gzip", "packed"]

#: an answer of this size is large
PACKED_FROM_BYTES = 16 * 1024
#: from here on the work is done on another thread (zlib lets go of the interpreter): it would hold up all others for milliseconds
ELSEWHERE_FROM_BYTES = 64 * 1024
#: the fastest: the usual one costs half as much again for a tenth less
LEVEL = 1
GZIP_FORMAT = 31


def accepts_gzip(headers: Sequence[tuple[bytes, bytes]]) -> bool:
    """Whether one of the Accept-Encoding headers takes gzip, by name or by `*`."""
    anything = False
    for name, value in headers:
        if name != b"accept-encoding":
            continue
        for part in value.lower().split(b","):
            coding, _, weight = part.partition(b";")
            coding = coding.strip()
            if coding in (b"gzip", b"x-gzip", b"*"):
                is_taken = not weight or weight.replace(b" ", b"").removeprefix(b"q=").strip(b"0.") != b""
                if coding != b"*":
                    return is_taken
                anything = is_taken
    return anything


def _pack(body: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, wbits=GZIP_FORMAT)
    return packer.compress(body) + packer.flush()


async def packed(response: Response, body: bytes, headers: Sequence[tuple[bytes, bytes]]) -> Response:
    """A large answer, whose body this is, as it goes to whoever sent these headers: packed, when it is JSON and she takes it so."""
    if response.content_type != b"application/json":
        return response
    vary = (b"vary", b"accept-encoding")
    if not accepts_gzip(headers):
        return Response(body, response.status, (*response.headers, vary))
    less = _pack(body) if len(body) < ELSEWHERE_FROM_BYTES else await asyncio.to_thread(_pack, body)
    return Response(less, response.status, (*response.headers, vary, (b"content-encoding", b"gzip")))
