"""Every error on its way to HTTP: one place. What is not the caller's fault is never a 401 (clients would throw their keys away)."""

from __future__ import annotations

import math

import orjson
import structlog

from laiwang.kernel.capability import Response
from laiwang.kernel.ports import Chance, Conflict, DatabaseDown
from laiwang.kit.refusals import Busy, Refused

__all__ = ["to_response"]

log_ = structlog.get_logger(__name__)


def to_response(error: Exception, chance: Chance, method: str, path: bytes) -> Response:
    """The answer for an exception of a handler."""
    if isinstance(error, Refused):
        headers: tuple[tuple[bytes, bytes], ...] = ()
        retry_ms = error.extra.get("retry_after_ms")
        if isinstance(retry_ms, int):
            headers = ((b"retry-after", str(math.ceil(retry_ms / 1000)).encode()),)
        return Response(orjson.dumps(error.body()), error.status, headers)
    if isinstance(error, (Busy, DatabaseDown)):
        retry_ms = error.retry_after_ms if isinstance(error, Busy) else 1000
        body = {"errcode": "M_UNKNOWN", "error": "The server is busy; please try again", "retry_after_ms": retry_ms}
        return Response(orjson.dumps(body), 503, ((b"retry-after", str(math.ceil(retry_ms / 1000)).encode()),))
    trace = chance.token(9)
    log_.error(
        "a request failed",
        trace=trace,
        method=method,
        path=path.decode("latin-1"),
        conflict=isinstance(error, Conflict),
        exc_info=error,
    )
    return Response(orjson.dumps({"errcode": "M_UNKNOWN", "error": f"Something went wrong here (trace {trace})"}), 500)
