"""Doing a write once."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable

import msgspec

from laiwang.kernel.capability import Request, Response
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx
from laiwang.kit.refusals import Refused, invalid_param, missing_param
from laiwang.people.repeats import store

__all__ = ["Repeats"]

HEADER = b"idempotency-key"
KEY_CHARACTERS_MAX = 255
KEPT_MS = 7 * 86_400_000


class Repeats:
    """Answers are kept for a week; whoever sends a request again later does it again."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    async def once(
        self,
        request: Request,
        actor: str,
        work: Callable[[Tx], Awaitable[msgspec.Struct | None]],
        *,
        is_needed: bool = False,
    ) -> Response:
        """Runs `work` in a transaction and answers what it gives; with an `Idempotency-Key` that `actor` has used, answers as then.

        What is refused is not kept: nothing was done. `is_needed` is for writes that would make a second thing when they are repeated.
        Raises Refused 400 for a key that is missing or too long, 422 where the key was used for another request.
        """
        key = request.header(HEADER)
        if not key:
            if is_needed:
                raise missing_param("the header Idempotency-Key")
            return Response(_encoded(await self._kernel.database.transaction(work)))
        if len(key) > KEY_CHARACTERS_MAX:
            raise invalid_param(f"Idempotency-Key has at most {KEY_CHARACTERS_MAX} characters")
        key_hash = _hash(actor, key)
        asked = _hash(request.method, request.path, request.query_string.decode("latin-1"), request.body)
        now_ms = self._kernel.clock.now_ms()

        async def once(tx: Tx) -> bytes:
            await tx.execute(store.DROP_OLD, {"before_ms": now_ms - KEPT_MS})
            row = await tx.fetch_one(store.ANSWERED, {"key": key_hash})
            if row is not None:
                if row[0] != asked:
                    raise Refused("M_INVALID_PARAM", 422, "This Idempotency-Key was used for another request")
                return bytes(row[1])
            answer = _encoded(await work(tx))
            kept = {"key_hash": key_hash, "request_hash": asked, "answer": answer, "at_ms": now_ms}
            await tx.execute(store.ADD, kept)
            return answer

        return Response(await self._kernel.database.transaction(once))


def _encoded(value: msgspec.Struct | None) -> bytes:
    return b"{}" if value is None else msgspec.json.encode(value)


def _hash(*parts: str | bytes) -> str:
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()
