"""The bodies of the API below /api/v1/organisations. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from laiwang.kernel.capability import Settings
from laiwang.people.organisations.rules import Role

__all__ = [
    "AuditEntry",
    "AuditPage",
    "Department",
    "DepartmentChange",
    "DepartmentPage",
    "Described",
    "Invitation",
    "InvitationKind",
    "InvitationPage",
    "InvitedTo",
    "Joined",
    "Joining",
    "Looking",
    "Member",
    "MemberChange",
    "MemberPage",
    "NewDepartment",
    "NewInvitation",
    "NewName",
    "NewOrganisation",
    "Organisation",
    "OrganisationPage",
    "OrganisationSettings",
    "Partner",
    "PartnerChange",
    "PartnerPage",
    "PartnerView",
    "Post",
    "Shows",
    "Verified",
]

InvitationKind = Literal["member", "partner"]
Shows = Literal["nothing", "departments", "people"]
DAY_MS = 86_400_000
Lifetime = Annotated[int, Meta(ge=60_000, le=366 * DAY_MS)]


class OrganisationSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `organisations`."""

    founders: Annotated[
        Literal["administrators", "everybody"],
        Meta(description="Who founds organisations; partners that were invited do in any case."),
    ] = "administrators"
    departments_max: Annotated[int, Meta(ge=1, le=20_000, description="Departments that one organisation has.")] = 5000
    per_person_max: Annotated[int, Meta(ge=1, le=1000, description="Organisations that one person is in.")] = 50


class Organisation(Struct):
    """An organisation as somebody sees it who is in it; without `role` for an administrator of the server who is not."""

    organisation_id: str
    name: str
    is_verified: bool
    created_ms: int
    role: Role | None = None


class OrganisationPage(Struct):
    """A page of organisations; `next` goes into `from` of the next request, and is absent at the end."""

    organisations: list[Organisation]
    next: str | None = None


class NewOrganisation(Struct):
    """An organisation to be. An administrator of the server may name another owner."""

    name: str
    owner: str | None = None


class NewName(Struct):
    """What an organisation is to be called."""

    name: str


class Verified(Struct):
    """Whether an organisation is what it says."""

    is_verified: bool


class Department(Struct):
    """A department; without `parent_id` at the top. `people` is how many have a post in it, those below not counted."""

    department_id: str
    parent_id: str | None
    name: str
    people: int = 0


class DepartmentPage(Struct):
    """A page of departments."""

    departments: list[Department]
    next: str | None = None


class NewDepartment(Struct):
    """A department to be; without `parent_id` at the top."""

    name: str
    parent_id: str | None = None


class DepartmentChange(Struct):
    """What a department is to be called, and below which it is to be (an empty `parent_id`: at the top)."""

    name: str | None = None
    parent_id: str | None = None


class Post(Struct):
    """Where somebody works; a supervisor looks after the department and those below."""

    department_id: str
    is_supervisor: bool = False


class Described(Struct):
    """What can be changed about a member."""

    role: str | None
    title: str | None
    external_id: str | None
    posts: list[Post]


class Member(Struct):
    """Somebody of the staff. `external_id` and `source` are told to those who administer the organisation."""

    user_id: str
    display_name: str | None
    avatar_url: str | None
    role: Role
    title: str | None
    posts: list[Post]
    joined_ms: int
    #: the field of the profile that says as what somebody is verified
    verified: list[dict[str, str]] | None = None
    source: str | None = None
    external_id: str | None = None


class MemberPage(Struct):
    """A page of members."""

    members: list[Member]
    next: str | None = None


class MemberChange(Struct):
    """What is to change about a member; what is absent stays. An empty title takes it away; `posts` are all that she is to have."""

    role: str | None = None
    title: str | None = None
    posts: Annotated[list[Post], Meta(max_length=20)] | None = None


class NewInvitation(Struct):
    """A code to be: for somebody to become a member, or for a company to become a partner. It is good once, and for a week if nothing is
    said."""

    kind: InvitationKind = "member"
    role: str = "staff"
    department_id: str | None = None
    lifetime_ms: Lifetime = 7 * DAY_MS


class Invitation(Struct):
    """A code, and what became of it."""

    invitation_id: str
    code: str
    kind: InvitationKind
    role: str
    department_id: str | None
    made_by: str
    made_ms: int
    expires_ms: int
    used_by: str | None = None
    used_ms: int | None = None


class InvitationPage(Struct):
    """A page of codes."""

    invitations: list[Invitation]
    next: str | None = None


class Looking(Struct):
    """A code that somebody was given."""

    code: Annotated[str, Meta(max_length=100)]


class InvitedTo(Struct):
    """Where a code leads, as far as who has it may know."""

    organisation_id: str
    organisation: str
    is_verified: bool
    kind: InvitationKind
    role: str
    expires_ms: int


class Joining(Struct):
    """A code, used. For a partner: the organisation that becomes one (`organisation_id`), or the `name` of a new one."""

    code: Annotated[str, Meta(max_length=100)]
    name: str | None = None
    organisation_id: str | None = None


class Joined(Struct):
    """The organisation that one is in now, or that became a partner; `partner_id` is that which invited it."""

    organisation_id: str
    role: Role
    partner_id: str | None = None


class Partner(Struct):
    """A partner: what we show it, and what it shows us."""

    organisation_id: str
    name: str
    is_verified: bool
    shows: Shows
    shows_us: Shows
    since_ms: int
    departments: list[str] | None = None


class PartnerPage(Struct):
    """A page of partners."""

    partners: list[Partner]
    next: str | None = None


class PartnerChange(Struct):
    """What a partner is to see: `nothing`, the names of some `departments`, or the `people` in them as well. Departments below those that
    are named are not shown."""

    shows: Shows
    departments: Annotated[list[str], Meta(max_length=500)] = []


class PartnerView(Struct):
    """What a partner shows us: shared departments, and a page of the people in them."""

    departments: list[Department]
    members: list[Member]
    next: str | None = None


class AuditEntry(Struct):
    """What somebody did to an organisation. `old` and `new` are what it was and what it became."""

    at_ms: int
    actor: str
    act: str
    old: Any = None
    new: Any = None


class AuditPage(Struct):
    """What was done to an organisation, the newest first."""

    entries: list[AuditEntry]
    next: str | None = None
