"""The outbox: what waits there is handed to the mail server, once each, also after a restart and whichever process does it.

After a crash between the mail server's answer and the note of it a mail goes twice; so does one of a process that stood still just then
for so long that another took over.
"""

from __future__ import annotations

import asyncio

import structlog

from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Deferred, Row, Undeliverable, Unit, Unreachable
from laiwang.people.addresses import store
from laiwang.people.addresses.actions import hash_of
from laiwang.people.addresses.letters import Letters
from laiwang.people.addresses.rules import pause_ms

__all__ = ["Outbox"]

BATCH_MAX = 20
#: how long a mail that is on its way holds up a stop, so that it is not sent again after the next start
STOP_S = 5.0
log_ = structlog.get_logger(__name__)


class Outbox:
    """Each try brings a link of its own, stored as a hash before the mail goes: what lies on the disk opens nothing, and of a mail that
    arrives twice, because its acknowledgement was lost, both links are good until one of them is used."""

    def __init__(self, kernel: Kernel, letters: Letters, *, link_base: str, link_lifetime_ms: int) -> None:
        self._kernel = kernel
        self._letters = letters
        self._link_base = link_base
        self._lifetime_ms = link_lifetime_ms
        self._errand = Errand(kernel.leases, "mails", self._work, expected=(Unreachable,), finish=self._finish)
        self.wake = self._errand.wake
        self.start = self._errand.start
        self.stop = self._errand.stop
        self._on_its_way: asyncio.Task[None] | None = None

    async def _finish(self) -> None:
        """Lets the mail that is on its way arrive."""
        if self._on_its_way is not None:
            await asyncio.wait({self._on_its_way}, timeout=STOP_S)
            self._on_its_way.cancel()
            await asyncio.gather(self._on_its_way, return_exceptions=True)

    async def _work(self) -> float | None:
        now_ms = self._kernel.clock.now_ms()
        rows = await self._kernel.database.fetch(store.MAILS_DUE, {"now_ms": now_ms, "most": BATCH_MAX})
        for row in rows:
            self._on_its_way = asyncio.create_task(self._one(row), name="a mail on its way")
            await asyncio.shield(self._on_its_way)
        if rows:
            return 0
        soonest = await self._kernel.database.fetch_one(store.NEXT_MAIL)
        return None if soonest is None or soonest[0] is None else max(0.1, (soonest[0] - now_ms) / 1000)

    async def _one(self, row: Row) -> None:
        """One try. Raises Unreachable: then the others need not be tried either."""
        mail_id, letter, address, language, sid, tries, expires_ms = row
        now_ms = self._kernel.clock.now_ms()
        done = Unit()
        done.write(store.DROP_MAIL, {"of_mail": mail_id})
        if expires_ms <= now_ms:
            log_.warning("a mail was given up: the mail server took none in time", mail=mail_id)
            await self._kernel.log.append(done)
            return
        link = ""
        lease = self._errand.lease
        if sid is not None:
            token = self._kernel.chance.token(32)
            until_ms = now_ms + self._lifetime_ms
            before = lease.unit()
            before.write(store.ADD_LINK, {"token_hash": hash_of(token), "sid": sid, "expires_ms": until_ms})
            before.write(store.EXTEND, {"of_sid": sid, "until_ms": max(until_ms, expires_ms)})
            await self._kernel.log.append(before)
            link = f"{self._link_base}?token={token}"
        message = self._letters.write(letter, language, address, mail_id=mail_id, at_ms=now_ms, link=link)
        lease.check()
        try:
            await self._kernel.mailer.send(self._letters.sender, address, message)
        except Deferred as error:
            wait_ms = pause_ms(tries + 1)
            log_.info("a mail was put off by the mail server", mail=mail_id, reason=str(error), retry_s=wait_ms // 1000)
            later = Unit()
            later.write(store.POSTPONE, {"of_mail": mail_id, "until_ms": now_ms + wait_ms})
            await self._kernel.log.append(later)
            return
        except Undeliverable as error:
            log_.warning("a mail was refused by the mail server for good", mail=mail_id, reason=str(error))
        await self._kernel.log.append(done)
