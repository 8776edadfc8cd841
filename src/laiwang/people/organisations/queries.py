"""What people see of organisations."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any

from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import invalid_param, not_found
from laiwang.people.audit import Audit
from laiwang.people.organisations import store
from laiwang.people.organisations.invitations import invitation_in
from laiwang.people.organisations.model import (
    AuditEntry,
    AuditPage,
    Department,
    DepartmentPage,
    InvitationPage,
    Member,
    MemberPage,
    Organisation,
    OrganisationPage,
    Partner,
    PartnerPage,
    PartnerView,
    Post,
)
from laiwang.people.organisations.rules import check_role, with_those_below
from laiwang.people.organisations.standing import parents_of, standing_of, unknown
from laiwang.people.search import patterns_of
from laiwang.people.verifications import VERIFIED

__all__ = ["Queries"]

TERM_CHARACTERS_MAX = 255


class Queries:
    """Reads; each lets in who may see it. `profile_of(user_id)` gives a profile."""

    def __init__(
        self, kernel: Kernel, audit: Audit, *, profile_of: Callable[[str], Awaitable[Mapping[str, Any]]]
    ) -> None:
        self._database = kernel.database
        self._audit = audit
        self._profile_of = profile_of

    # --- organisations ------------------------------------------------------------------------------------------------

    async def organisations(self, caller: Caller, *, is_all: bool, after: str, limit: int) -> OrganisationPage:
        """Those that one is in, or all of them."""
        params = {"after": after, "most": limit + 1}
        if is_all:
            rows = await self._database.fetch(store.ALL, params)
        else:
            rows = await self._database.fetch(store.OF_PERSON, {**params, "user": caller.user_id})
        found = [Organisation(row[0], row[1], bool(row[2]), *row[3:]) for row in rows[:limit]]
        return OrganisationPage(found, found[-1].organisation_id if len(rows) > limit else None)

    async def organisation(self, caller: Caller, organisation_id: str) -> Organisation:
        """One. Raises Refused 404."""
        standing = await standing_of(self._database, caller, organisation_id)
        row = await self._database.fetch_one(store.ONE, {"of": organisation_id})
        if row is None:
            raise unknown()
        return Organisation(row[0], row[1], bool(row[2]), row[3], standing.own_role)

    async def audit(self, caller: Caller, organisation_id: str, *, before: int | None, limit: int) -> AuditPage:
        """What was done to it, for those who administer it. Raises Refused 403, 404."""
        (await standing_of(self._database, caller, organisation_id)).check_administers()
        found = await self._audit.page(before=before, limit=limit + 1, subject=organisation_id)
        entries = [AuditEntry(one["at_ms"], one["actor"], one["act"], one["old"], one["new"]) for one in found[:limit]]
        return AuditPage(entries, str(found[limit - 1]["id"]) if len(found) > limit else None)

    async def employers(self, user_id: str) -> list[str]:
        """Names of the verified organisations whose staff somebody is."""
        return [row[0] for row in await self._database.fetch(store.EMPLOYERS, {"user": user_id})]

    # --- departments and members --------------------------------------------------------------------------------------

    async def departments(self, caller: Caller, organisation_id: str, *, after: str, limit: int) -> DepartmentPage:
        """The tree, a page at a time. Raises Refused 404."""
        await standing_of(self._database, caller, organisation_id)
        found = [one for one in await self._departments(organisation_id) if one.department_id > after]
        return DepartmentPage(found[:limit], found[limit - 1].department_id if len(found) > limit else None)

    async def _departments(self, organisation_id: str, only: Collection[str] | None = None) -> list[Department]:
        people = {row[0]: row[1] for row in await self._database.fetch(store.HEADCOUNTS, {"of": organisation_id})}
        rows = await self._database.fetch(store.DEPARTMENTS, {"of": organisation_id})
        return [
            Department(row[0], row[1] or None, row[2], people.get(row[0], 0))
            for row in rows
            if only is None or row[0] in only
        ]

    async def members(
        self,
        caller: Caller,
        organisation_id: str,
        *,
        search: str | None,
        department_id: str | None,
        is_deep: bool,
        role: str | None,
        after: str,
        limit: int,
    ) -> MemberPage:
        """The directory: all, those who are called something, those of a department (with `is_deep` of those below as well), those of a
        role. Raises Refused 400, 404."""
        standing = await standing_of(self._database, caller, organisation_id)
        departments: set[str] | None = None
        if department_id is not None:
            parents = await parents_of(self._database, organisation_id)
            if department_id not in parents:
                raise not_found("There is no such department")
            departments = with_those_below(parents, (department_id,)) if is_deep else {department_id}
        rows = await self._members(
            organisation_id, search=search, departments=departments, role=role, after=after, limit=limit + 1
        )
        found = await self._shown(organisation_id, rows[:limit], is_told=standing.administers)
        return MemberPage(found, found[-1].user_id if len(rows) > limit else None)

    async def _members(
        self,
        organisation_id: str,
        *,
        search: str | None = None,
        departments: Collection[str] | None = None,
        role: str | None = None,
        after: str,
        limit: int,
    ) -> list[tuple[Any, ...]]:
        if search is not None and len(search) > TERM_CHARACTERS_MAX:
            raise invalid_param(f"search has at most {TERM_CHARACTERS_MAX} characters")
        patterns = patterns_of(search) if search else None
        params: dict[str, Any] = {"of": organisation_id, "after": after, "most": limit}
        params["role"] = None if role is None else check_role(role)
        if patterns is not None:
            params |= patterns
        if departments is not None:
            params["departments"] = sorted(departments)
        return await self._database.fetch(store.MEMBERS[patterns is not None, departments is not None], params)

    async def member(self, caller: Caller, organisation_id: str, user_id: str) -> Member:
        """One member. Raises Refused 404."""
        standing = await standing_of(self._database, caller, organisation_id)
        row = await self._database.fetch_one(store.MEMBER, {"of": organisation_id, "user": user_id})
        if row is None or not row[7]:
            raise not_found("This person is not in the organisation")
        return (await self._shown(organisation_id, [row], is_told=standing.administers))[0]

    async def _shown(
        self,
        organisation_id: str,
        rows: Sequence[tuple[Any, ...]],
        *,
        is_told: bool,
        only: Collection[str] | None = None,
    ) -> list[Member]:
        """Members with their profiles and their posts (`only` those in some departments)."""
        if not rows:
            return []
        posts: dict[str, list[Post]] = {}
        asked = {"of": organisation_id, "some": [row[0] for row in rows]}
        for user_id, department_id, is_supervisor in await self._database.fetch(store.POSTS_AMONG, asked):
            if only is None or department_id in only:
                posts.setdefault(user_id, []).append(Post(department_id, bool(is_supervisor)))
        found = []
        for user_id, role, title, source, joined_ms, external_id, *_ in rows:
            profile = await self._profile_of(user_id)
            name, picture = profile.get("displayname"), profile.get("avatar_url")
            member = Member(
                user_id,
                name if isinstance(name, str) else None,
                picture if isinstance(picture, str) else None,
                role,
                title,
                posts.get(user_id, []),
                joined_ms,
            )
            member.verified = profile.get(VERIFIED)
            if is_told:
                member.source, member.external_id = source, external_id
            found.append(member)
        return found

    # --- codes and partners -------------------------------------------------------------------------------------------

    async def invitations(self, caller: Caller, organisation_id: str, *, after: str, limit: int) -> InvitationPage:
        """Codes, for those who administer the organisation. Raises Refused 403, 404."""
        (await standing_of(self._database, caller, organisation_id)).check_administers()
        asked = {"of": organisation_id, "after": after, "most": limit + 1}
        rows = await self._database.fetch(store.INVITATIONS, asked)
        found = [invitation_in(row) for row in rows[:limit]]
        return InvitationPage(found, found[-1].invitation_id if len(rows) > limit else None)

    async def partners(self, caller: Caller, organisation_id: str, *, after: str, limit: int) -> PartnerPage:
        """Partners, for everybody who is in the organisation. Raises Refused 404."""
        await standing_of(self._database, caller, organisation_id)
        asked = {"of": organisation_id, "after": after, "most": limit + 1}
        rows = await self._database.fetch(store.PARTNERS, asked)
        found = [Partner(row[0], row[1], bool(row[2]), *row[3:]) for row in rows[:limit]]
        return PartnerPage(found, found[-1].organisation_id if len(rows) > limit else None)

    async def partner(self, caller: Caller, organisation_id: str, partner_id: str) -> Partner:
        """One, with the departments that are shown to it. Raises Refused 404."""
        await standing_of(self._database, caller, organisation_id)
        row = await self._database.fetch_one(store.PARTNER, {"of": organisation_id, "partner": partner_id})
        if row is None:
            raise not_found("There is no such partner")
        shown = await self._database.fetch(store.SHARED, {"of": organisation_id, "partner": partner_id})
        return Partner(row[0], row[1], bool(row[2]), row[3], row[4], row[5], [one[0] for one in shown])

    async def shown_by(
        self, caller: Caller, organisation_id: str, partner_id: str, *, search: str | None, after: str, limit: int
    ) -> PartnerView:
        """What a partner shows the members of an organisation. Raises Refused 404."""
        await standing_of(self._database, caller, organisation_id)
        asked = {"of": partner_id, "partner": organisation_id}
        row = await self._database.fetch_one(store.PARTNERSHIP, asked)
        if row is None:
            raise not_found("There is no such partner")
        departments = {one[0] for one in await self._database.fetch(store.SHARED, asked)}
        if row[0] == "nothing" or not departments:
            return PartnerView([], [])
        shown = await self._departments(partner_id, departments)
        for one in shown:
            one.parent_id = one.parent_id if one.parent_id in departments else None
            one.people = one.people if row[0] == "people" else 0
        if row[0] != "people":
            return PartnerView(shown, [])
        rows = await self._members(partner_id, search=search, departments=departments, after=after, limit=limit + 1)
        found = await self._shown(partner_id, rows[:limit], is_told=False, only=departments)
        return PartnerView(shown, found, found[-1].user_id if len(rows) > limit else None)
