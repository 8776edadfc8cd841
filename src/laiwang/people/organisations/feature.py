"""Organisations and their manifest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from laiwang.kernel.capability import Caller, Capability, Route
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Reads
from laiwang.people.accounts import Accounts
from laiwang.people.audit import Audit
from laiwang.people.organisations import model, store
from laiwang.people.organisations.actions import Actions
from laiwang.people.organisations.invitations import Invitations
from laiwang.people.organisations.model import Described, Post
from laiwang.people.organisations.queries import Queries
from laiwang.people.organisations.routes import Routes
from laiwang.people.organisations.rules import Role, paths_of
from laiwang.people.organisations.standing import Standing, standing_of
from laiwang.people.repeats import Repeats

__all__ = ["Organisations"]

ALL = "/api/v1/organisations"
ADMIN = "/api/v1/admin/organisations"
ONE = f"{ALL}/{{organisationId}}"


class Organisations:
    """Front door of the capability. `profile_of(user_id)` gives a profile; `check_limit(user_id)` raises Refused 429.

    `employers(user_id)` names the verified organisations that somebody is staff of; `actions` are verbs for transactions of
    other capabilities.
    """

    def __init__(
        self,
        kernel: Kernel,
        settings: model.OrganisationSettings,
        accounts: Accounts,
        audit: Audit,
        repeats: Repeats,
        *,
        profile_of: Callable[[str], Awaitable[Mapping[str, Any]]],
        check_limit: Callable[[str], None],
    ) -> None:
        self.actions = Actions(kernel, settings, audit)
        self._invitations = Invitations(kernel, self.actions)
        self._queries = Queries(kernel, audit, profile_of=profile_of)
        self._routes = Routes(
            self.actions,
            self._invitations,
            self._queries,
            repeats,
            exists=accounts.actions.exists,
            check_limit=check_limit,
        )
        accounts.actions.on_end.append(self.actions.forget)
        self.employers = self._queries.employers

    async def standing(self, reads: Reads, caller: Caller, organisation_id: str) -> Standing:
        """What somebody may do. Raises Refused 404 for strangers."""
        return await standing_of(reads, caller, organisation_id)

    async def exists(self, reads: Reads, organisation_id: str) -> bool:
        """Whether there is such an organisation."""
        return await reads.fetch_one(store.ONE, {"of": organisation_id}) is not None

    async def is_verified(self, reads: Reads, organisation_id: str) -> bool:
        """Whether there is such an organisation and it is verified."""
        row = await reads.fetch_one(store.ONE, {"of": organisation_id})
        return row is not None and bool(row[2])

    async def known_as(self, reads: Reads, organisation_id: str, external_id: str) -> str | None:
        """Whom another system calls so, here or away."""
        row = await reads.fetch_one(store.BY_EXTERNAL_ID, {"of": organisation_id, "external": external_id})
        return None if row is None else str(row[0])

    async def role_of(self, reads: Reads, organisation_id: str, user_id: str) -> Role | None:
        """The role of a member, None for who is none or away."""
        row = await reads.fetch_one(store.STANDING, {"of": organisation_id, "user": user_id})
        return None if row is None else row[0]

    async def is_managed(self, reads: Reads, organisation_id: str, user_id: str) -> bool:
        """Whether the organisation made somebody's account."""
        row = await reads.fetch_one(store.MEMBER, {"of": organisation_id, "user": user_id})
        return row is not None and bool(row[6])

    async def is_known(self, reads: Reads, organisation_id: str, user_id: str) -> bool:
        """Whether somebody is a member, here or away."""
        return await reads.fetch_one(store.MEMBER, {"of": organisation_id, "user": user_id}) is not None

    async def ids(self, reads: Reads, organisation_id: str) -> list[str]:
        """Everybody who is a member, in order."""
        return [str(row[0]) for row in await reads.fetch(store.IDS, {"of": organisation_id})]

    async def people_in(self, reads: Reads, organisation_id: str, department_id: str) -> list[str]:
        """Who has a post in a department."""
        asked = {"of": organisation_id, "department": department_id}
        return [str(row[0]) for row in await reads.fetch(store.PEOPLE_IN, asked)]

    async def department_names(self, reads: Reads, organisation_id: str) -> dict[str, tuple[str, str | None]]:
        """(name, external id) of departments."""
        rows = await reads.fetch(store.DEPARTMENTS, {"of": organisation_id})
        return {row[0]: (row[2], row[3]) for row in rows}

    async def described(self, reads: Reads, organisation_id: str, user_id: str) -> Described:
        """What can be changed about a member."""
        asked = {"of": organisation_id, "user": user_id}
        row = await reads.fetch_one(store.MEMBER, asked)
        posts = [Post(one[0], bool(one[1])) for one in await reads.fetch(store.POSTS_OF, asked)]
        return Described(row[1], row[2], row[5], posts) if row is not None else Described(None, None, None, posts)

    async def paths(self, reads: Reads, organisation_id: str) -> dict[str, str]:
        """Departments as paths of names from the top, with slashes between, by id."""
        rows = await reads.fetch(store.DEPARTMENTS, {"of": organisation_id})
        return paths_of({row[0]: (row[1], row[2]) for row in rows})

    async def listed(self, caller: Caller, organisation_id: str, *, after: str, limit: int) -> model.MemberPage:
        """A page of the directory, as somebody sees it. Raises Refused 404."""
        return await self._queries.members(
            caller,
            organisation_id,
            search=None,
            department_id=None,
            is_deep=False,
            role=None,
            after=after,
            limit=limit,
        )

    async def seen_by_joiner(self, reads: Reads, organisation_id: str, user_id: str) -> tuple[str, bool] | None:
        """Name and whether it is verified, for somebody who may join; None when she is in it, or there is none."""
        row = await reads.fetch_one(store.ONE, {"of": organisation_id})
        own = await reads.fetch_one(store.STANDING, {"of": organisation_id, "user": user_id})
        return None if row is None or own is not None else (row[1], bool(row[2]))

    def manifest(self) -> Capability:
        """Routes."""
        one = self._routes
        department, member = f"{ONE}/departments/{{departmentId}}", f"{ONE}/members/{{userId}}"
        partner = f"{ONE}/partners/{{partnerId}}"
        return Capability(
            name="organisations",
            purpose="Companies with their departments and their staff, and the partners that work with them",
            routes=(
                Route("GET", ALL, one.organisations, gives=model.OrganisationPage),
                Route("POST", ALL, one.found, takes=model.NewOrganisation, gives=model.Organisation),
                Route("POST", f"{ALL}/look", one.look, takes=model.Looking, gives=model.InvitedTo),
                Route("POST", f"{ALL}/join", one.join, takes=model.Joining, gives=model.Joined),
                Route("GET", ONE, one.organisation, gives=model.Organisation),
                Route("PUT", ONE, one.rename, takes=model.NewName, gives=model.Organisation),
                Route("DELETE", ONE, one.end),
                Route("PUT", f"{ADMIN}/{{organisationId}}/verified", one.set_verified, takes=model.Verified),
                Route("GET", f"{ONE}/audit", one.audit, gives=model.AuditPage),
                Route("GET", f"{ONE}/departments", one.departments, gives=model.DepartmentPage),
                Route(
                    "POST",
                    f"{ONE}/departments",
                    one.add_department,
                    takes=model.NewDepartment,
                    gives=model.Department,
                ),
                Route("PUT", department, one.change_department, takes=model.DepartmentChange, gives=model.Department),
                Route("DELETE", department, one.drop_department),
                Route("GET", f"{ONE}/members", one.members, gives=model.MemberPage),
                Route("GET", member, one.member, gives=model.Member),
                Route("PUT", member, one.change_member, takes=model.MemberChange),
                Route("DELETE", member, one.drop_member),
                Route("GET", f"{ONE}/invitations", one.invitations, gives=model.InvitationPage),
                Route("POST", f"{ONE}/invitations", one.invite, takes=model.NewInvitation, gives=model.Invitation),
                Route("DELETE", f"{ONE}/invitations/{{invitationId}}", one.withdraw),
                Route("GET", f"{ONE}/partners", one.partners, gives=model.PartnerPage),
                Route("GET", partner, one.partner, gives=model.Partner),
                Route("PUT", partner, one.set_shows, takes=model.PartnerChange),
                Route("DELETE", partner, one.part),
                Route("GET", f"{partner}/directory", one.shown_by, gives=model.PartnerView),
            ),
        )
