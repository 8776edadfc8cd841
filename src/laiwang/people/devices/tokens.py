"""Access and refresh tokens: given once, stored as hashes, found in memory on the hot path.

A refresh token stays valid until what it was exchanged for is used for the first time, so that a lost answer locks nobody out.
Source: CS "Refreshing access tokens".
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note, noted
from laiwang.kernel.ports import Fact, Unit
from laiwang.kit.refusals import unknown_token
from laiwang.people.devices import store

__all__ = ["TOKENS", "Issued", "Tokens"]

#: kind of the note that tokens of a person have ended
TOKENS = "tokens"
CACHED_MAX = 200_000


@dataclass(frozen=True, slots=True)
class Issued:
    """New tokens. `refresh_token` and `expires_in_ms` are None unless the client asked for refreshing."""

    access_token: str
    refresh_token: str | None
    expires_in_ms: int | None

    def fields(self) -> dict[str, Any]:
        """As the answer of login, register and refresh has them."""
        found: dict[str, Any] = {"access_token": self.access_token}
        if self.refresh_token is not None:
            found |= {"refresh_token": self.refresh_token, "expires_in_ms": self.expires_in_ms}
        return found


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


class Tokens:
    """`lifetime_ms` is that of access tokens of clients that refresh; others do not expire."""

    def __init__(self, kernel: Kernel, lifetime_ms: int) -> None:
        self._kernel = kernel
        self._lifetime_ms = lifetime_ms
        self._known: OrderedDict[str, tuple[str, str, int | None]] = OrderedDict()
        #: how often tokens ended: one that was read before may be what was before
        self._ends = 0

    def issue(
        self, unit: Unit, user_id: str, device_id: str, *, refreshable: bool, came_of: str | None = None
    ) -> Issued:
        """Adds new tokens to a unit."""
        access = "lw_" + self._kernel.chance.token(32)
        refresh = "lwr_" + self._kernel.chance.token(32) if refreshable else None
        expires_ms = self._kernel.clock.now_ms() + self._lifetime_ms if refreshable else None
        unit.write(
            store.ADD_ACCESS,
            {
                "token_hash": _hash(access),
                "user_id": user_id,
                "device_id": device_id,
                "expires_ms": expires_ms,
                "came_of": came_of,
            },
        )
        if refresh is not None:
            unit.write(
                store.ADD_REFRESH,
                {
                    "token_hash": _hash(refresh),
                    "user_id": user_id,
                    "device_id": device_id,
                    "access_hash": _hash(access),
                    "came_of": came_of,
                },
            )
        return Issued(access, refresh, self._lifetime_ms if refreshable else None)

    async def find(self, token: str) -> tuple[str, str]:
        """(user, device) of an access token. Raises Refused 401 M_UNKNOWN_TOKEN, soft when the token has only expired."""
        known = self._known.get(token)
        if known is None:
            ends = self._ends
            row = await self._kernel.database.fetch_one(store.BY_ACCESS, {"token": _hash(token)})
            if row is None:
                raise unknown_token()
            if row[3] is not None:
                await self._settle(row[0], row[1], _hash(token))
                ends = self._ends
            known = (row[0], row[1], row[2])
            if ends == self._ends:
                self._known[token] = known
            if len(self._known) > CACHED_MAX:
                self._known.popitem(last=False)
        if known[2] is not None and known[2] <= self._kernel.clock.now_ms():
            raise unknown_token(soft_logout=True)
        return known[0], known[1]

    async def _settle(self, user_id: str, device_id: str, access_hash: str) -> None:
        """These tokens are in use: the ones before them end, and their siblings whose answer was lost."""
        unit = Unit()
        params = {"user": user_id, "device": device_id, "token": access_hash}
        unit.write(store.DROP_OTHER_ACCESS, params)
        unit.write(store.DROP_OTHER_REFRESH, params)
        unit.write(store.SETTLE, {"token": access_hash})
        note(unit, TOKENS, user_id)
        await self._kernel.log.append(unit)

    async def refresh(self, token: str) -> Issued:
        """New tokens for a refresh token. Raises Refused 401 M_UNKNOWN_TOKEN."""
        old = _hash(token)
        row = await self._kernel.database.fetch_one(store.BY_REFRESH, {"token": old})
        if row is None:
            raise unknown_token(soft_logout=True)
        user_id, device_id, access_hash, came_of = row
        if came_of is not None:
            await self._settle(user_id, device_id, access_hash)
        unit = Unit()
        issued = self.issue(unit, user_id, device_id, refreshable=True, came_of=old)
        await self._kernel.log.append(unit)
        return issued

    def heard(self, fact: Fact) -> None:
        """Some token of a person has ended: drops what memory knows of all of hers."""
        user_id = noted(fact)
        self._ends += 1
        for token in [token for token, known in self._known.items() if known[0] == user_id]:
            del self._known[token]
