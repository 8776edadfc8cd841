"""What another system does to members and departments. Each verb runs inside a transaction of the caller."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import orjson

from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx
from laiwang.kit.folding import fold
from laiwang.kit.refusals import Refused
from laiwang.people.accounts import Accounts
from laiwang.people.devices import Devices
from laiwang.people.organisations import DepartmentChange, MemberChange, NewDepartment, Organisations
from laiwang.people.rosters import Entry, Name, Rosters
from laiwang.people.scim import store
from laiwang.people.scim.rules import Wanted, scim_refusal

__all__ = ["Actions", "Asking"]

#: how many names are tried for an account whose name is somebody else's
NAMES_TRIED = 50
_NO_LOCALPART = re.compile(r"[^a-z0-9._=/-]+")


@dataclass(frozen=True, slots=True)
class Asking:
    """The organisation whose token it is, and in whose name it acts: who made the token."""

    organisation_id: str
    caller: Caller


class Actions:
    """Writes."""

    def __init__(
        self, kernel: Kernel, accounts: Accounts, devices: Devices, organisations: Organisations, rosters: Rosters
    ) -> None:
        self._kernel = kernel
        self._accounts = accounts.actions
        self._devices = devices
        self._organisations = organisations
        self._rosters = rosters

    async def free_name(self, user_name: str) -> str | None:
        """The id of a new account for somebody who is called so elsewhere: what stands before an @, with a number where it is taken."""
        wanted = _NO_LOCALPART.sub(".", fold(user_name).partition("@")[0]).strip("._")[:100]
        for number in range(NAMES_TRIED):
            try:
                return await self._accounts.check_available(f"{wanted}{number + 1}" if number else wanted)
            except Refused:
                continue
        return None

    async def create(self, tx: Tx, asking: Asking, wanted: Wanted, address: str | None, free: str | None) -> str:
        """A new user: a member, with an account where there is none. Raises Refused 400, 403, 409."""
        of = asking.organisation_id
        await self._check_name_free(tx, of, wanted.user_name, None)
        entry = Entry(0, wanted.user_name, wanted.display_name, wanted.email, wanted.external_id, wanted.title)
        user_id, outcome = await self._rosters.actions.write(tx, asking.caller, of, entry, address, Name(None, free))
        await self._keep(tx, of, user_id, wanted)
        await self._unlock(tx, of, user_id)
        if not wanted.is_active:
            await self._send_away(tx, asking, user_id, is_locked=outcome != "made")
        return user_id

    async def is_locked(self, user_id: str) -> bool:
        """Whether an account is locked now, by whomever."""
        account = await self._accounts.account(user_id)
        return account is not None and account.is_locked

    async def change(self, tx: Tx, asking: Asking, user_id: str, wanted: Wanted, *, is_locked: bool) -> None:
        """What a user is to be from now on; `is_locked` whether her account was locked before. Raises Refused 400, 403, 404, 409."""
        of, caller = asking.organisation_id, asking.caller
        await self._check_name_free(tx, of, wanted.user_name, user_id)
        await self._keep(tx, of, user_id, wanted)
        role = await self._organisations.role_of(tx, of, user_id)
        if role is not None and not wanted.is_active:
            await self._send_away(tx, asking, user_id, is_locked=is_locked)
        elif role is None and wanted.is_active:
            await self._organisations.actions.come_back(tx, caller, of, user_id)
            await self._unlock(tx, of, user_id)
        if wanted.is_active:
            before = await self._organisations.described(tx, of, user_id)
            if (before.title or "") != wanted.title:
                await self._organisations.actions.change_member(
                    tx, caller, of, user_id, MemberChange(title=wanted.title)
                )
        await self._organisations.actions.identify(tx, of, user_id, wanted.external_id, is_managed=False)

    async def remove(self, tx: Tx, asking: Asking, user_id: str, *, is_locked: bool) -> None:
        """A user is gone for the other system: no member, and an account that the organisation made is locked."""
        of = asking.organisation_id
        row = {"organisation_id": of, "user_id": user_id, "user_name": user_id, "name": "{}", "has_locked": 0}
        # A name that nobody can have: hers may be given again.
        row |= {"folded_name": f" {user_id}", "made_ms": self._kernel.clock.now_ms()}
        await tx.execute(store.SET_USER, row)
        if await self._organisations.role_of(tx, of, user_id) is not None:
            await self._send_away(tx, asking, user_id, is_locked=is_locked)

    async def _send_away(self, tx: Tx, asking: Asking, user_id: str, *, is_locked: bool) -> None:
        of = asking.organisation_id
        if user_id == asking.caller.user_id:
            raise scim_refusal(403, "In whose name a token acts is not sent away by it")
        await self._organisations.actions.send_away(tx, asking.caller, of, user_id)
        if not await self._organisations.is_managed(tx, of, user_id):
            return
        for device_id in await self._devices.ids_of(user_id, tx):
            self._devices.remove(tx.unit, user_id, device_id)
        # What others have locked is not unlocked by this.
        if not is_locked:
            self._accounts.lock(tx.unit, user_id)
            await tx.execute(store.SET_HAS_LOCKED, {"of": of, "user": user_id, "flag": 1})

    async def _unlock(self, tx: Tx, of: str, user_id: str) -> None:
        row = await tx.fetch_one(store.USER, {"of": of, "user": user_id})
        if row is not None and row[3]:
            self._accounts.lock(tx.unit, user_id, is_locked=False)
            await tx.execute(store.SET_HAS_LOCKED, {"of": of, "user": user_id, "flag": 0})

    async def _check_name_free(self, tx: Tx, of: str, user_name: str, user_id: str | None) -> None:
        row = await tx.fetch_one(store.CALLED, {"of": of, "folded": fold(user_name)})
        if row is not None and row[0] != user_id:
            raise scim_refusal(409, "There is a user of that userName", "uniqueness")

    async def _keep(self, tx: Tx, of: str, user_id: str, wanted: Wanted) -> None:
        row = {
            "organisation_id": of,
            "user_id": user_id,
            "user_name": wanted.user_name,
            "folded_name": fold(wanted.user_name),
            "name": orjson.dumps(dict(wanted.name)).decode(),
            "made_ms": self._kernel.clock.now_ms(),
            "has_locked": 0,
        }
        await tx.execute(store.SET_USER, row)

    # --- groups -------------------------------------------------------------------------------------------------------

    async def create_group(self, tx: Tx, asking: Asking, name: str, external_id: str, members: Collection[str]) -> str:
        """A new department at the top. Raises Refused 400, 409."""
        actions, of = self._organisations.actions, asking.organisation_id
        made = await actions.add_department(tx, asking.caller, of, NewDepartment(name))
        await self.change_group(tx, asking, made.department_id, None, external_id, members)
        return made.department_id

    async def change_group(
        self,
        tx: Tx,
        asking: Asking,
        department_id: str,
        name: str | None,
        external_id: str,
        members: Collection[str],
    ) -> None:
        """What a department is called, and who has a post in it. Raises Refused 400, 404, 409."""
        actions, of = self._organisations.actions, asking.organisation_id
        if name is not None:
            await actions.change_department(tx, asking.caller, of, department_id, DepartmentChange(name))
        await actions.set_people(tx, asking.caller, of, department_id, members, external_id=external_id)
