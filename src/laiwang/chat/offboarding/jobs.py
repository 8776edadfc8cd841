"""Handing rooms over in the background: one after the other, over restarts, each looked at anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from laiwang.chat.offboarding import store
from laiwang.chat.offboarding.rules import POWER_LEVELS, bequeathed
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit
from laiwang.kernel.room import Draft, Room
from laiwang.kit.refusals import Refused
from laiwang.people.accounts import Accounts
from laiwang.people.audit import Audit

__all__ = ["Handover"]

AT_ONCE = 20
log_ = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Open:
    """A departure that goes on."""

    id: str
    user_id: str
    heir: str
    account: str
    actor: str
    organisation_id: str
    has_rooms: bool
    after_room: str


class Handover:
    """`blocks_invites(user_id)` says who wants no invitations: she gets her level, and comes by herself where she can."""

    def __init__(
        self,
        kernel: Kernel,
        accounts: Accounts,
        audit: Audit,
        *,
        blocks_invites: Callable[[str], Awaitable[bool]],
    ) -> None:
        self._kernel = kernel
        self._accounts = accounts.actions
        self._audit = audit
        self._blocks_invites = blocks_invites
        self.errand = Errand(kernel.leases, "handing rooms over", self._work)

    async def _work(self) -> float | None:
        rows = await self._kernel.database.fetch(store.OPEN, {"most": AT_ONCE})
        for row in rows:
            await self._finish(_Open(row[0], row[1], row[2], row[3], row[4], row[10], bool(row[11]), row[12]))
        return 0 if len(rows) == AT_ONCE else None

    async def _finish(self, departure: _Open) -> None:
        if departure.has_rooms:
            for room_id in sorted(await self._kernel.memberships.joined(departure.user_id)):
                if room_id > departure.after_room:
                    await self._step(departure, room_id)
        if departure.account == "deactivate" and await self._accounts.exists(departure.user_id):
            entry = self._audit.entry(departure.actor, "person.deactivate", departure.user_id)
            await self._accounts.deactivate(departure.user_id, also=[entry])
        unit = Unit()
        unit.write(store.FINISH, {"id": departure.id, "at_ms": self._kernel.clock.now_ms()})
        new = {"user_id": departure.user_id, "heir": departure.heir}
        unit.writes.append(
            self._audit.entry(departure.actor, "organisation.handed_over", departure.organisation_id, new=new)
        )
        await self._kernel.log.append(unit)

    async def _step(self, departure: _Open, room_id: str) -> None:
        given, refused = 0, 0
        room = await self._kernel.rooms.get(room_id)
        if room is not None:
            try:
                given = int(await self._give(departure, room))
            except Refused as refusal:
                refused = 1
                log_.info("a room does not take an heir", room_id=room_id, reason=refusal.text)
        unit = Unit()
        unit.write(store.STEP, {"id": departure.id, "room": room_id, "given": given, "refused": refused})
        await self._kernel.log.append(unit)

    async def _give(self, departure: _Open, room: Room) -> bool:
        """Gives a room to the heir where only the leaver could give levels in it: in her name, since nobody else could."""
        leaver, heir = departure.user_id, departure.heir
        content = room.state_content(POWER_LEVELS)
        levels = bequeathed(content, room.power_levels, room.joined(), leaver=leaver, heir=heir)
        if levels is None:
            return False
        drafts = [Draft(POWER_LEVELS, leaver, levels, state_key="")]
        if room.membership(heir) not in ("join", "invite", "ban") and not await self._blocks_invites(heir):
            drafts.append(Draft("m.room.member", leaver, {"membership": "invite"}, state_key=heir))
        await self._kernel.rooms.submit(room, drafts)
        return True
