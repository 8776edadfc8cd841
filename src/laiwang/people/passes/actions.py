"""Giving passes out and taking them."""

from __future__ import annotations

import hashlib
from typing import Literal

from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Unit
from laiwang.people.passes import store

__all__ = ["Actions", "Kind"]

Kind = Literal["login", "openid"]


class Actions:
    """Each pass has a kind; one of a kind is worth nothing as another."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    async def give(self, kind: Kind, user_id: str, lifetime_ms: int) -> str:
        """A new pass. Those that have expired go on this occasion."""
        now_ms = self._kernel.clock.now_ms()
        token = f"lw{kind[0]}_" + self._kernel.chance.token(32)
        unit = Unit()
        unit.write(store.DROP_EXPIRED, {"now_ms": now_ms})
        unit.write(
            store.ADD,
            {"token_hash": _hash(token), "kind": kind, "user_id": user_id, "expires_ms": now_ms + lifetime_ms},
        )
        await self._kernel.log.append(unit)
        return token

    async def owner(self, kind: Kind, token: str) -> str | None:
        """Whose pass it is, None when it is not valid (any more)."""
        params = {"hashed": _hash(token), "of_kind": kind, "now_ms": self._kernel.clock.now_ms()}
        row = await self._kernel.database.fetch_one(store.PASS, params)
        return None if row is None else str(row[0])

    async def use(self, kind: Kind, token: str) -> str | None:
        """As `owner`, and the pass is used up: of several at once, one gets it."""
        user_id = await self.owner(kind, token)
        if user_id is None:
            return None
        unit = Unit()
        params = {"hashed": _hash(token), "of_kind": kind, "now_ms": self._kernel.clock.now_ms()}
        unit.write(store.USE, params, rows_expected=1)
        try:
            await self._kernel.log.append(unit)
        except Conflict:
            return None
        return user_id

    async def forget(self, user_id: str) -> None:
        """Ends every pass of a person."""
        unit = Unit()
        unit.write(store.DROP_OF, {"user": user_id})
        await self._kernel.log.append(unit)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
