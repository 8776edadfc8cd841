"""Codes by which people become members and organisations partners, and what partners show each other."""

from __future__ import annotations

from typing import Any, Final

from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx
from laiwang.kit.refusals import Refused, forbidden, invalid_param, not_found
from laiwang.people.organisations import store
from laiwang.people.organisations.actions import Actions
from laiwang.people.organisations.model import (
    Invitation,
    InvitedTo,
    Joined,
    Joining,
    NewInvitation,
    PartnerChange,
    Post,
)
from laiwang.people.organisations.rules import check_role, rank_of
from laiwang.people.organisations.standing import parents_of, standing_of

__all__ = ["Invitations", "invitation_in"]

CODE_BYTES: Final = 15
OPEN_MAX: Final = 10_000
PARTNERS_MAX: Final = 1000
#: for how long a code is remembered that has expired
REMEMBERED_MS: Final = 30 * 86_400_000


def invitation_in(row: tuple[Any, ...]) -> Invitation:
    """A code as it is listed."""
    id, _, code, kind, role, department_id, made_by, made_ms, expires_ms, used_by, used_ms, _ = row
    return Invitation(id, code, kind, role, department_id, made_by, made_ms, expires_ms, used_by, used_ms)


class Invitations:
    """Each verb runs inside a transaction of the caller."""

    def __init__(self, kernel: Kernel, actions: Actions) -> None:
        self._kernel = kernel
        self._actions = actions

    # --- codes --------------------------------------------------------------------------------------------------------

    async def make(self, tx: Tx, caller: Caller, organisation_id: str, wanted: NewInvitation) -> Invitation:
        """A new code. Supervisors invite staff into departments that they look after. Raises Refused 400, 403, 404."""
        standing = await standing_of(tx, caller, organisation_id)
        role = check_role("owner" if wanted.kind == "partner" else wanted.role)
        if wanted.kind == "partner":
            standing.check_administers()
            if wanted.department_id is not None:
                raise invalid_param("A partner has departments of its own")
        else:
            if wanted.department_id is not None and wanted.department_id not in await parents_of(tx, organisation_id):
                raise invalid_param("There is no such department")
            if not standing.administers and rank_of(role) == 0 and wanted.department_id is not None:
                await standing.check_posts(tx, organisation_id, (wanted.department_id,))
            else:
                standing.check_grant(role)
        now_ms = self._kernel.clock.now_ms()
        await tx.execute(store.DROP_OLD_INVITATIONS, {"of": organisation_id, "before_ms": now_ms - REMEMBERED_MS})
        count = await tx.fetch_one(store.COUNT_INVITATIONS, {"of": organisation_id})
        if count is not None and count[0] >= OPEN_MAX:
            raise forbidden(f"An organisation has at most {OPEN_MAX} codes at a time")
        row = {
            "invitation_id": self._actions.new_id(),
            "organisation_id": organisation_id,
            "code": self._kernel.chance.token(CODE_BYTES),
            "kind": wanted.kind,
            "role": role,
            "department_id": wanted.department_id,
            "made_by": caller.user_id,
            "made_ms": now_ms,
            "expires_ms": now_ms + wanted.lifetime_ms,
            "used_by": None,
            "used_ms": None,
            "used_for": None,
        }
        await tx.execute(store.ADD_INVITATION, row)
        new = {name: row[name] for name in ("invitation_id", "kind", "role", "department_id", "expires_ms")}
        self._actions.told(tx, caller.user_id, "invite", organisation_id, new=new)
        return invitation_in(tuple(row.values()))

    async def withdraw(self, tx: Tx, caller: Caller, organisation_id: str, invitation_id: str) -> None:
        """Ends a code: one's own, or as an administrator anybody's. Raises Refused 403, 404, 409 when it was used."""
        standing = await standing_of(tx, caller, organisation_id)
        row = await tx.fetch_one(store.INVITATION, {"of": organisation_id, "id": invitation_id})
        if row is None or (row[6] != caller.user_id and not standing.administers):
            raise not_found("There is no such code")
        if not await tx.execute(store.WITHDRAW, {"of": organisation_id, "id": invitation_id}):
            raise Refused("M_UNKNOWN", 409, "This code has been used")
        old = {"invitation_id": invitation_id, "kind": row[3]}
        self._actions.told(tx, caller.user_id, "withdraw_invitation", organisation_id, old=old)

    async def look(self, code: str) -> InvitedTo:
        """Where a code leads that is still good. Raises Refused 404."""
        database = self._kernel.database
        row = await database.fetch_one(store.BY_CODE, {"given": code})
        if row is None or row[9] is not None or row[8] <= self._kernel.clock.now_ms():
            raise _no_code()
        organisation = await database.fetch_one(store.ONE, {"of": row[1]})
        if organisation is None:
            raise _no_code()
        return InvitedTo(row[1], organisation[1], bool(organisation[2]), row[3], row[4], row[8])

    async def join(self, tx: Tx, caller: Caller, joining: Joining) -> Joined:
        """Uses a code up; whoever has used it gets the same answer again. Raises Refused 400, 403, 404, 409."""
        row = await tx.fetch_one(store.BY_CODE, {"given": joining.code})
        if row is None:
            raise _no_code()
        organisation_id, kind, role, department_id = row[1], row[3], row[4], row[5]
        if row[9] == caller.user_id:
            return Joined(
                row[11], role if kind == "member" else "owner", organisation_id if kind == "partner" else None
            )
        if row[9] is not None or row[8] <= self._kernel.clock.now_ms():
            raise _no_code()
        if kind == "partner":
            joined = await self._become_partner(tx, caller, organisation_id, joining)
        else:
            joined = await self._become_member(tx, caller, organisation_id, role, department_id)
        used = {
            "given": joining.code,
            "user": caller.user_id,
            "now_ms": self._kernel.clock.now_ms(),
            "for_organisation": joined.organisation_id,
        }
        if not await tx.execute(store.USE, used):
            raise _no_code()
        new = {"user_id": caller.user_id, "invitation_id": row[0], "kind": kind, "partner_id": joined.organisation_id}
        self._actions.told(tx, caller.user_id, "join", organisation_id, new=new)
        return joined

    async def _become_member(
        self, tx: Tx, caller: Caller, organisation_id: str, role: str, department_id: str | None
    ) -> Joined:
        if await tx.fetch_one(store.STANDING, {"of": organisation_id, "user": caller.user_id}) is not None:
            raise Refused("M_UNKNOWN", 409, "You are in this organisation already")
        await self._actions.check_room_for(tx, caller.user_id)
        given = check_role(role)
        await self._actions.enter(tx, organisation_id, caller.user_id, given, source="invitation")
        if department_id is not None:
            await self._actions.add_posts(tx, organisation_id, caller.user_id, [Post(department_id)])
        return Joined(organisation_id, given)

    # --- partners -----------------------------------------------------------------------------------------------------

    async def _become_partner(self, tx: Tx, caller: Caller, organisation_id: str, joining: Joining) -> Joined:
        if (joining.name is None) == (joining.organisation_id is None):
            raise invalid_param("Say which of your organisations becomes a partner, or the name of a new one")
        if joining.organisation_id is not None:
            partner_id = joining.organisation_id
            (await standing_of(tx, caller, partner_id)).check_owns()
            if partner_id == organisation_id:
                raise invalid_param("An organisation is no partner of itself")
            if await tx.fetch_one(store.PARTNERSHIP, {"of": organisation_id, "partner": partner_id}) is not None:
                raise Refused("M_UNKNOWN", 409, "They are partners already")
        else:
            founded = await self._actions.found(tx, caller.user_id, joining.name or "", caller.user_id)
            partner_id = founded.organisation_id
        for one, other in ((organisation_id, partner_id), (partner_id, organisation_id)):
            count = await tx.fetch_one(store.COUNT_PARTNERS, {"of": one})
            if count is not None and count[0] >= PARTNERS_MAX:
                raise forbidden(f"An organisation has at most {PARTNERS_MAX} partners")
            row = {
                "organisation_id": one,
                "partner_id": other,
                "shows": "nothing",
                "since_ms": self._kernel.clock.now_ms(),
            }
            await tx.execute(store.ADD_PARTNERSHIP, row)
        return Joined(partner_id, "owner", organisation_id)

    async def set_shows(
        self, tx: Tx, caller: Caller, organisation_id: str, partner_id: str, change: PartnerChange
    ) -> None:
        """Says what a partner sees. Raises Refused 400, 403, 404."""
        (await standing_of(tx, caller, organisation_id)).check_administers()
        asked = {"of": organisation_id, "partner": partner_id}
        row = await tx.fetch_one(store.PARTNERSHIP, asked)
        if row is None:
            raise not_found("There is no such partner")
        departments = set(change.departments) if change.shows != "nothing" else set()
        if not departments <= (await parents_of(tx, organisation_id)).keys():
            raise invalid_param("There is no such department")
        before = [one[0] for one in await tx.fetch(store.SHARED, asked)]
        await tx.execute(store.SET_SHOWS, {**asked, "new_shows": change.shows})
        await tx.execute(store.DROP_SHARED, asked)
        rows = [
            {"organisation_id": organisation_id, "partner_id": partner_id, "department_id": one}
            for one in sorted(departments)
        ]
        await tx.execute(store.ADD_SHARED, rows)
        old = {"partner_id": partner_id, "shows": row[0], "departments": before}
        new = {"shows": change.shows, "departments": sorted(departments)}
        if {**old, **new} != old:
            self._actions.told(tx, caller.user_id, "show_partner", organisation_id, old=old, new=new)

    async def part(self, tx: Tx, caller: Caller, organisation_id: str, partner_id: str) -> None:
        """Ends a partnership, from either side. Raises Refused 403, 404."""
        (await standing_of(tx, caller, organisation_id)).check_administers()
        asked = {"of": organisation_id, "partner": partner_id}
        if await tx.fetch_one(store.PARTNERSHIP, asked) is None:
            raise not_found("There is no such partner")
        for one, other in ((organisation_id, partner_id), (partner_id, organisation_id)):
            await tx.execute(store.DROP_PARTNERSHIP, {"of": one, "partner": other})
            await tx.execute(store.DROP_SHARED, {"of": one, "partner": other})
            self._actions.told(tx, caller.user_id, "part", one, old={"partner_id": other})


def _no_code() -> Refused:
    return not_found("This code is not good, or not any more")
