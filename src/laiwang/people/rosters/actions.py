"""Taking a roster in, row by row, each in a transaction of its own; a preview is the same, undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Tx
from laiwang.kit.refusals import Refused, forbidden, invalid_param
from laiwang.people.accounts import Accounts
from laiwang.people.addresses import Addresses
from laiwang.people.domains import Domains
from laiwang.people.organisations import MemberChange, Organisations, Post
from laiwang.people.profiles import Profiles
from laiwang.people.rosters.model import Entry, Outcome, Report, RowReport
from laiwang.people.rosters.rules import repeated

__all__ = ["Actions", "Name"]


@dataclass(frozen=True, slots=True)
class Name:
    """The id that a user name is: of somebody who is there, or free for a new account."""

    taken: str | None
    free: str | None


class _Undone(Exception):
    """Ends the transaction of a preview."""


class Actions:
    """Writes."""

    def __init__(
        self,
        kernel: Kernel,
        accounts: Accounts,
        addresses: Addresses,
        profiles: Profiles,
        organisations: Organisations,
        domains: Domains,
    ) -> None:
        self._kernel = kernel
        self._accounts = accounts.actions
        self._addresses = addresses
        self._profiles = profiles
        self._organisations = organisations
        self._domains = domains

    async def take(self, caller: Caller, organisation_id: str, entries: Sequence[Entry], *, is_preview: bool) -> Report:
        """Takes a roster in. What was taken in once changes nothing the second time. Raises Refused 403, 404, Busy."""
        standing = await self._organisations.standing(self._kernel.database, caller, organisation_id)
        standing.check_administers()
        twice = repeated(entries)
        rows = []
        for entry in entries:
            if entry.line in twice:
                rows.append(RowReport(entry.line, "refused", reason=twice[entry.line]))
            else:
                rows.append(await self._take_one(caller, organisation_id, entry, is_preview=is_preview))
        counts: Counter[Outcome] = Counter(row.outcome for row in rows)
        return Report(is_preview, dict(counts), rows)

    async def _take_one(self, caller: Caller, organisation_id: str, entry: Entry, *, is_preview: bool) -> RowReport:
        told: list[RowReport] = []
        try:
            address = self._addresses.canonical(entry.email) if entry.email else None
            name = await self._named(entry, address)

            async def work(tx: Tx) -> None:
                user_id, outcome = await self.write(tx, caller, organisation_id, entry, address, name)
                told.append(RowReport(entry.line, outcome, user_id))
                if is_preview:
                    raise _Undone

            await self._kernel.database.transaction(work)
        except _Undone:
            return told[0]
        except Refused as refusal:
            return RowReport(entry.line, "refused", reason=refusal.text)
        except Conflict:
            return RowReport(entry.line, "refused", reason="Somebody else took this name or this address just now")
        report = told[0]
        if report.outcome == "made" and entry.display_name and report.user_id is not None:
            await self._profiles.set(report.user_id, "displayname", entry.display_name)
        return report

    async def _named(self, entry: Entry, address: str | None) -> Name:
        """What the user name of a row is, or what it would be. Raises Refused 400 for one that nobody can have."""
        if entry.user_name:
            user_id = self._accounts.resolve_name(entry.user_name)
            if await self._accounts.exists(user_id):
                return Name(user_id, None)
            return Name(None, await self._accounts.check_available(entry.user_name))
        try:
            made_of = (address or "").partition("@")[0]
            return Name(None, await self._accounts.check_available(made_of) if made_of else None)
        except Refused:
            return Name(None, None)

    async def write(
        self, tx: Tx, caller: Caller, organisation_id: str, entry: Entry, address: str | None, name: Name
    ) -> tuple[str, Outcome]:
        """Does what a row says, in a transaction: whom it was about, and what became of it. Raises Refused."""
        organisations = self._organisations
        known = await organisations.known_as(tx, organisation_id, entry.external_id) if entry.external_id else None
        holder = await self._addresses.holder(tx, address) if address else None
        people = {one for one in (known, holder, name.taken) if one is not None}
        if len(people) > 1:
            raise invalid_param("User name, address and external id are not those of one person")
        user_id = next(iter(people), None)
        role = None if user_id is None else await organisations.role_of(tx, organisation_id, user_id)
        outcome: Outcome = "changed"
        if user_id is None:
            user_id = await self._make(tx, caller, organisation_id, address, name.free)
            outcome = "made"
        elif role is None:
            # Whom the organisation knows by an external id of its own was in it, and is away.
            if known is None:
                await self._check_may_add(tx, caller, organisation_id, address if holder == user_id else None)
            outcome = "added"
        actions = organisations.actions
        if role is None:
            await actions.check_room_for(tx, user_id)
            await actions.enter(tx, organisation_id, user_id, "staff", source="import")
            actions.told(tx, caller.user_id, "import_member", organisation_id, new={"user_id": user_id})
        if outcome == "made" or entry.external_id:
            await actions.identify(tx, organisation_id, user_id, entry.external_id, is_managed=outcome == "made")
        before = await organisations.described(tx, organisation_id, user_id)
        change = MemberChange(entry.role or None, entry.title or None)
        if entry.departments:
            ids = [await actions.department_at(tx, caller, organisation_id, path) for path in entry.departments]
            supervised = {post.department_id for post in before.posts if post.is_supervisor}
            change.posts = [Post(one, one in supervised) for one in dict.fromkeys(ids)]
        await actions.change_member(tx, caller, organisation_id, user_id, change)
        after = await organisations.described(tx, organisation_id, user_id)
        return user_id, "unchanged" if outcome == "changed" and before == after else outcome

    async def _make(self, tx: Tx, caller: Caller, organisation_id: str, address: str | None, free: str | None) -> str:
        """A new account. Nobody knows a password of it: its owner sets one by her address."""
        if not caller.is_admin and not await self._organisations.is_verified(tx, organisation_id):
            raise forbidden("Only a verified organisation makes accounts; others invite people")
        if free is None:
            raise invalid_param("A new account needs a user name that can be given, or an address to make it of")
        if address is not None and not await self._domains.has(tx, organisation_id, address):
            raise forbidden("The address is in no domain that is confirmed to be the organisation's")
        await self._accounts.add(tx.unit, free, None)
        if address is not None:
            self._addresses.give(tx.unit, free, address)
        return free

    async def _check_may_add(self, tx: Tx, caller: Caller, organisation_id: str, address: str | None) -> None:
        if caller.is_admin:
            return
        if address is None or not await self._domains.has(tx, organisation_id, address):
            raise forbidden("This account is somebody's who did not ask to join: give her a code")
