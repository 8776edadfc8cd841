"""Asking for proofs, confirming them, and what they are used for."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Awaitable, Callable, Sequence

import structlog

from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Fact, Tx, Unit, Write
from laiwang.kit.refusals import Busy, Refused
from laiwang.people.accounts import AddressUse, Proved
from laiwang.people.addresses import store
from laiwang.people.addresses.model import ADDRESSES_MAX, OUTBOX_MAX, WAIT_MS, Asked, Letter, News
from laiwang.people.addresses.rules import language_of

__all__ = ["Actions", "TakeLimit", "hash_of"]

TakeLimit = Callable[[str, Tx], Awaitable[None]]

BUSY_MS = 60_000
log_ = structlog.get_logger(__name__)


def hash_of(secret: str) -> str:
    """What is kept of a secret: it has too many possible values to be guessed from this."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class Actions:
    """Writes. `take_limit(key, transaction)` raises Refused 429; `wake` is called when the outbox has something new."""

    def __init__(
        self, kernel: Kernel, *, link_lifetime_ms: int, take_limit: TakeLimit, wake: Callable[[], None]
    ) -> None:
        self._kernel = kernel
        self._lifetime_ms = link_lifetime_ms
        self._take_limit = take_limit
        self._wake = wake

    async def ask(self, asked: Asked, limited: str) -> str:
        """The id of the proof; a mail is in the outbox when this is a new attempt, and whether the address is somebody's shows in that
        mail only. `limited` names who asks. Raises Refused 429, Busy."""
        now_ms = self._kernel.clock.now_ms()
        hashed = hash_of(asked.client_secret)

        async def work(tx: Tx) -> tuple[str, bool]:
            key = {"of_address": asked.address, "hashed": hashed, "for_purpose": asked.purpose, "now_ms": now_ms}
            known = await tx.fetch_one(store.PROOF_ASKED, key)
            if known is not None and (asked.send_attempt <= known[1] or known[2] is not None):
                return str(known[0]), False
            await self._take_limit(limited, tx)
            await self._take_limit(asked.address, tx)
            waiting = await tx.fetch_one(store.MAIL_COUNT)
            if waiting is not None and waiting[0] >= OUTBOX_MAX:
                raise Busy(BUSY_MS)
            is_owned = await tx.fetch_one(store.OWNER, {"of_address": asked.address}) is not None
            letter: Letter = asked.purpose
            if is_owned != (asked.purpose == "reset"):
                letter = "taken" if is_owned else "unknown"
            sid = self._kernel.chance.token(18) if known is None else str(known[0])
            await tx.execute(store.DROP_EXPIRED_PROOFS, {"now_ms": now_ms})
            await tx.execute(store.DROP_EXPIRED_LINKS, {"now_ms": now_ms})
            proof = {
                "sid": sid,
                "purpose": asked.purpose,
                "address": asked.address,
                "secret_hash": hashed,
                "attempt": asked.send_attempt,
                "language": asked.language,
                "next_link": asked.next_link,
                "expires_ms": now_ms + WAIT_MS,
                "validated_ms": None,
                "spent_by": None,
            }
            await tx.execute(store.ADD_PROOF, proof)
            mail = {
                "mail_id": self._kernel.chance.token(18),
                "letter": letter,
                "address": asked.address,
                "language": asked.language,
                "sid": sid if letter == asked.purpose else None,
                "tries": 0,
                "due_ms": now_ms,
                "expires_ms": now_ms + WAIT_MS,
            }
            await tx.execute(store.ADD_MAIL, mail)
            return sid, True

        sid, is_new = await self._kernel.database.transaction(work)
        if is_new:
            self._wake()
        return sid

    async def confirm(self, sid: str) -> bool:
        """Whoever has the link reads the mail of the address; False when somebody was faster or it is too late. All links go."""
        now_ms = self._kernel.clock.now_ms()
        unit = Unit()
        params = {"of_sid": sid, "now_ms": now_ms, "until_ms": now_ms + self._lifetime_ms}
        unit.write(store.CONFIRM, params, rows_expected=1)
        unit.write(store.DROP_LINKS, {"of_sid": sid})
        try:
            await self._kernel.log.append(unit)
        except Conflict:
            return False
        return True

    async def proved(self, use: AddressUse, sid: str, client_secret: str) -> Proved | None:
        """A confirmed proof for that use, None when there is none (yet, any more)."""
        row = await self._kernel.database.fetch_one(store.PROOF, {"of_sid": sid, "now_ms": self._kernel.clock.now_ms()})
        if row is None or row[2] != use or row[3] is None or not hmac.compare_digest(row[1], hash_of(client_secret)):
            return None
        address = str(row[0])
        owner = await self.owner(address)
        return Proved(sid, address, int(row[3]), owner, row[4])

    async def owner(self, address: str) -> str | None:
        """Whose a canonical address is."""
        row = await self._kernel.database.fetch_one(store.OWNER, {"of_address": address})
        return None if row is None else str(row[0])

    def spend(self, unit: Unit, proof: Proved, user_id: str) -> None:
        """Uses a proof up in the unit of what it is used for; a Conflict when it has been."""
        params = {"of_sid": proof.sid, "now_ms": self._kernel.clock.now_ms(), "user": user_id}
        unit.write(store.SPEND, params, rows_expected=1)

    def keep(self, unit: Unit, proof: Proved, user_id: str) -> None:
        """Gives the address to a person in this unit and uses the proof up; a Conflict when either is somebody else's."""
        now_ms = self._kernel.clock.now_ms()
        unit.write(store.SPEND_FOR_NEW, {"of_sid": proof.sid, "now_ms": now_ms, "user": user_id}, rows_expected=1)
        row = {"address": proof.address, "user_id": user_id, "validated_ms": proof.validated_ms, "added_ms": now_ms}
        unit.write(store.ADD, row)

    async def add(self, user_id: str, proof: Proved, accept_language: str | None) -> None:
        """The address is hers from now on, and those that she has already are told; the same again changes nothing. Raises Refused 400.
        `accept_language` as for `tell_of_password`."""
        if proof.owner == user_id and proof.spent_by in (None, user_id):
            return
        of_hers = await self._kernel.database.fetch(store.OF, {"user": user_id})
        if len(of_hers) >= ADDRESSES_MAX:
            raise Refused("M_LIMIT_EXCEEDED", 400, f"An account has at most {ADDRESSES_MAX} addresses")
        unit = Unit()
        self.keep(unit, proof, user_id)
        await self._tell(unit, "added", [str(row[0]) for row in of_hers], accept_language)
        try:
            await self._kernel.log.append(unit)
        except Conflict as error:
            raise not_proved() from error

    async def remove(
        self, user_id: str, address: str, accept_language: str | None, *, also: Sequence[Write] = ()
    ) -> bool:
        """The address is nobody's, and is told so; False when it was not hers. `accept_language` as for `tell_of_password`."""
        if await self.owner(address) != user_id:
            return False
        unit = Unit(writes=[*also])
        unit.write(store.REMOVE, {"of_address": address, "user": user_id}, rows_expected=1)
        await self._tell(unit, "removed", [address], accept_language)
        try:
            await self._kernel.log.append(unit)
        except Conflict:
            return False
        return True

    async def tell_of_password(self, unit: Unit, user_id: str, accept_language: str | None) -> None:
        """Somebody has a new password with this unit: each of her addresses is told, in case it was not her. `accept_language` is that of
        her request, None where an administrator did it: then nobody knows what she reads."""
        rows = await self._kernel.database.fetch(store.OF, {"user": user_id})
        await self._tell(unit, "changed", [str(row[0]) for row in rows], accept_language)

    async def _tell(self, unit: Unit, news: News, addresses: Sequence[str], accept_language: str | None) -> None:
        """One mail for each. What is done is not refused for the sake of the mail: a full outbox takes none."""
        now_ms = self._kernel.clock.now_ms()
        waiting = await self._kernel.database.fetch_one(store.MAIL_COUNT)
        room = OUTBOX_MAX - (0 if waiting is None else int(waiting[0]))
        if len(addresses) > room:
            log_.warning("the outbox is full: somebody is not told what was done to her account", news=news)
            return
        for address in addresses:
            if await self._kernel.database.fetch_one(store.WAITS, {"of_address": address, "such": news}) is not None:
                continue
            mail = {
                "mail_id": self._kernel.chance.token(18),
                "letter": news,
                "address": address,
                "language": "both" if accept_language is None else language_of(accept_language),
                "sid": None,
                "tries": 0,
                "due_ms": now_ms,
                "expires_ms": now_ms + WAIT_MS,
            }
            unit.write(store.ADD_MAIL, mail)
        before = unit.applied

        def applied(facts: Sequence[Fact]) -> None:
            if before is not None:
                before(facts)
            self._wake()

        unit.applied = applied

    def forget(self, unit: Unit, user_id: str) -> None:
        """Frees every address of somebody whose account ends."""
        unit.write(store.DROP_OF, {"user": user_id})


def not_proved() -> Refused:
    """400 M_THREEPID_AUTH_FAILED."""
    return Refused(
        "M_THREEPID_AUTH_FAILED",
        400,
        "This address has not been confirmed, or the confirmation has been used or is over",
    )
