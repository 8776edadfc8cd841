"""The statements of organisations; their tables are in `tables.py`."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from laiwang.kernel.sql import upsert
from laiwang.people.organisations.rules import ROLES
from laiwang.people.organisations.tables import (
    departments,
    invitations,
    members,
    organisations,
    partnerships,
    posts,
    shared,
)
from laiwang.people.search import is_called

__all__ = [
    "ADD",
    "ADD_DEPARTMENT",
    "ADD_INVITATION",
    "ADD_MEMBER",
    "ADD_PARTNERSHIP",
    "ADD_POST",
    "ADD_SHARED",
    "ALL",
    "BY_CODE",
    "BY_EXTERNAL_ID",
    "CHANGE_DEPARTMENT",
    "COME_BACK",
    "COUNT_INVITATIONS",
    "COUNT_MEMBERS",
    "COUNT_ORGANISATIONS",
    "COUNT_PARTNERS",
    "DEPARTMENTS",
    "DROP",
    "DROP_ALL_OF",
    "DROP_DEPARTMENT",
    "DROP_MEMBER",
    "DROP_OLD_INVITATIONS",
    "DROP_PARTNERSHIP",
    "DROP_POST",
    "DROP_POSTS_OF",
    "DROP_SHARED",
    "DROP_SHARES_OF_DEPARTMENT",
    "EMPLOYERS",
    "FORGET_DEPARTMENT",
    "HEADCOUNTS",
    "IDS",
    "INHERIT",
    "INVITATION",
    "INVITATIONS",
    "LEAVE_ALL",
    "MEMBER",
    "MEMBERS",
    "NAME_DEPARTMENT",
    "OF_PERSON",
    "ONE",
    "OTHER_OWNER",
    "PARENTS",
    "PARTNER",
    "PARTNERS",
    "PARTNERSHIP",
    "PEOPLE_IN",
    "POSTED",
    "POSTS_AMONG",
    "POSTS_OF",
    "RENAME",
    "SEND_AWAY",
    "SET_EXTERNAL_ID",
    "SET_MANAGED",
    "SET_ROLE",
    "SET_SHOWS",
    "SET_TITLE",
    "SET_VERIFIED",
    "SHARED",
    "SIBLING",
    "STANDING",
    "STEP_DOWN",
    "SUPERVISED",
    "USE",
    "WITHDRAW",
    "is_colleague",
]

# --- organisations ----------------------------------------------------------------------------------------------------

_in = bindparam("of", type_=Text)
ADD = insert(organisations)
_shown = (
    organisations.c.organisation_id,
    organisations.c.name,
    organisations.c.is_verified,
    organisations.c.created_ms,
)
ONE = select(*_shown).where(organisations.c.organisation_id == _in)
ALL = (
    select(*_shown)
    .where(organisations.c.organisation_id > bindparam("after"))
    .order_by(organisations.c.organisation_id)
    .limit(bindparam("most"))
)
OF_PERSON = (
    select(*_shown, members.c.role)
    .join(members, members.c.organisation_id == organisations.c.organisation_id)
    .where(
        members.c.user_id == bindparam("user"),
        members.c.is_active == 1,
        organisations.c.organisation_id > bindparam("after"),
    )
    .order_by(organisations.c.organisation_id)
    .limit(bindparam("most"))
)
RENAME = update(organisations).where(organisations.c.organisation_id == _in).values(name=bindparam("new_name"))
DROP = delete(organisations).where(organisations.c.organisation_id == _in)
#: everything that goes with an organisation
DROP_ALL_OF = (
    delete(departments).where(departments.c.organisation_id == _in),
    delete(members).where(members.c.organisation_id == _in),
    delete(posts).where(posts.c.organisation_id == _in),
    delete(invitations).where(invitations.c.organisation_id == _in),
    delete(partnerships).where(or_(partnerships.c.organisation_id == _in, partnerships.c.partner_id == _in)),
    delete(shared).where(or_(shared.c.organisation_id == _in, shared.c.partner_id == _in)),
)

# --- departments ------------------------------------------------------------------------------------------------------

ADD_DEPARTMENT = insert(departments)
_department = (departments.c.organisation_id == _in, departments.c.department_id == bindparam("department"))
DEPARTMENTS = (
    select(departments.c.department_id, departments.c.parent_id, departments.c.name, departments.c.external_id)
    .where(departments.c.organisation_id == _in)
    .order_by(departments.c.department_id)
)
PARENTS = select(departments.c.department_id, departments.c.parent_id).where(departments.c.organisation_id == _in)
CHANGE_DEPARTMENT = (
    update(departments)
    .where(*_department)
    .values(
        parent_id=bindparam("new_parent"),
        name=bindparam("new_name"),
        folded_name=bindparam("new_folded"),
    )
)
DROP_DEPARTMENT = delete(departments).where(*_department)
DROP_SHARES_OF_DEPARTMENT = delete(shared).where(shared.c.department_id == bindparam("department"))
#: codes into a department that goes lead into the organisation only
FORGET_DEPARTMENT = (
    update(invitations)
    .where(invitations.c.organisation_id == _in, invitations.c.department_id == bindparam("department"))
    .values(department_id=None)
)
SIBLING = select(departments.c.department_id).where(
    departments.c.organisation_id == _in,
    departments.c.parent_id == bindparam("parent"),
    departments.c.folded_name == bindparam("folded"),
)
POSTED = select(posts.c.user_id).where(posts.c.department_id == bindparam("department")).limit(1)
#: (department, people at posts there)
HEADCOUNTS = (
    select(posts.c.department_id, func.count(posts.c.user_id))
    .join(members, (members.c.organisation_id == posts.c.organisation_id) & (members.c.user_id == posts.c.user_id))
    .where(posts.c.organisation_id == _in, members.c.is_active == 1)
    .group_by(posts.c.department_id)
)

# --- members ----------------------------------------------------------------------------------------------------------

_member = (members.c.organisation_id == _in, members.c.user_id == bindparam("user"))
ADD_MEMBER = insert(members)
_entry = (
    members.c.user_id,
    members.c.role,
    members.c.title,
    members.c.source,
    members.c.joined_ms,
    members.c.external_id,
    members.c.is_managed,
)
STANDING = select(members.c.role).where(*_member, members.c.is_active == 1)
#: also of somebody who is away
MEMBER = select(*_entry, members.c.is_active).where(*_member)
COUNT_MEMBERS = select(func.count(members.c.user_id)).where(members.c.organisation_id == _in, members.c.is_active == 1)
COUNT_ORGANISATIONS = select(func.count(members.c.organisation_id)).where(members.c.user_id == bindparam("user"))
OTHER_OWNER = (
    select(members.c.user_id)
    .where(
        members.c.organisation_id == _in,
        members.c.role == "owner",
        members.c.is_active == 1,
        members.c.user_id != bindparam("user"),
    )
    .limit(1)
)
SET_ROLE = update(members).where(*_member).values(role=bindparam("new_role"))
SET_TITLE = update(members).where(*_member).values(title=bindparam("new_title"))
DROP_MEMBER = delete(members).where(*_member)
COME_BACK = update(members).where(*_member, members.c.is_active == 0).values(is_active=1, role=bindparam("new_role"))


def _listed(*, is_searched: bool, is_narrowed: bool) -> Select[tuple[object, ...]]:
    """A page of members by id; narrowed to some departments, or to those who are called something."""
    found = select(*_entry).where(
        members.c.organisation_id == _in,
        members.c.is_active == 1,
        members.c.user_id > bindparam("after"),
        or_(bindparam("role", type_=Text).is_(None), members.c.role == bindparam("role")),
        is_called(members.c.user_id) if is_searched else true(),
        exists(
            select(posts.c.user_id).where(
                posts.c.user_id == members.c.user_id,
                posts.c.department_id.in_(bindparam("departments", expanding=True)),
            )
        )
        if is_narrowed
        else true(),
    )
    return found.order_by(members.c.user_id).limit(bindparam("most"))


#: by (is searched, is narrowed)
MEMBERS = {
    (is_searched, is_narrowed): _listed(is_searched=is_searched, is_narrowed=is_narrowed)
    for is_searched in (False, True)
    for is_narrowed in (False, True)
}

SEND_AWAY = update(members).where(*_member, members.c.is_active == 1).values(is_active=0)
IDS = (
    select(members.c.user_id)
    .where(members.c.organisation_id == _in, members.c.is_active == 1)
    .order_by(members.c.user_id)
)
PEOPLE_IN = (
    select(posts.c.user_id)
    .join(members, (members.c.organisation_id == posts.c.organisation_id) & (members.c.user_id == posts.c.user_id))
    .where(posts.c.organisation_id == _in, posts.c.department_id == bindparam("department"), members.c.is_active == 1)
    .order_by(posts.c.user_id)
)
DROP_POST = delete(posts).where(posts.c.department_id == bindparam("department"), posts.c.user_id == bindparam("user"))
NAME_DEPARTMENT = update(departments).where(*_department).values(external_id=bindparam("external"))
BY_EXTERNAL_ID = select(members.c.user_id, members.c.role, members.c.is_active).where(
    members.c.organisation_id == _in, members.c.external_id == bindparam("external")
)
SET_EXTERNAL_ID = update(members).where(*_member).values(external_id=bindparam("external"))
SET_MANAGED = update(members).where(*_member).values(is_managed=1)

ADD_POST = upsert(posts, ["department_id", "user_id"], ["is_supervisor"])
_posts_of = (posts.c.organisation_id == _in, posts.c.user_id == bindparam("user"))
POSTS_OF = select(posts.c.department_id, posts.c.is_supervisor).where(*_posts_of).order_by(posts.c.department_id)
POSTS_AMONG = (
    select(posts.c.user_id, posts.c.department_id, posts.c.is_supervisor)
    .where(posts.c.organisation_id == _in, posts.c.user_id.in_(bindparam("some", expanding=True)))
    .order_by(posts.c.user_id, posts.c.department_id)
)
SUPERVISED = select(posts.c.department_id).where(*_posts_of, posts.c.is_supervisor == 1)
DROP_POSTS_OF = delete(posts).where(*_posts_of)
STEP_DOWN = update(posts).where(*_posts_of).values(is_supervisor=0)


def is_colleague(user_id: ColumnElement[str], me: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether two people are in one organisation; for statements of other capabilities."""
    own, theirs = members.alias("own"), members.alias("theirs")
    return exists(
        select(theirs.c.user_id)
        .join(own, own.c.organisation_id == theirs.c.organisation_id)
        .where(theirs.c.user_id == user_id, theirs.c.is_active == 1, own.c.user_id == me, own.c.is_active == 1)
    )


#: names of the verified organisations that somebody is in
EMPLOYERS = (
    select(organisations.c.name)
    .join(members, members.c.organisation_id == organisations.c.organisation_id)
    .where(members.c.user_id == bindparam("user"), members.c.is_active == 1, organisations.c.is_verified == 1)
    .order_by(members.c.joined_ms, organisations.c.organisation_id)
)
SET_VERIFIED = update(organisations).where(organisations.c.organisation_id == _in).values(is_verified=bindparam("flag"))

# --- codes ------------------------------------------------------------------------------------------------------------

_code = (
    invitations.c.invitation_id,
    invitations.c.organisation_id,
    invitations.c.code,
    invitations.c.kind,
    invitations.c.role,
    invitations.c.department_id,
    invitations.c.made_by,
    invitations.c.made_ms,
    invitations.c.expires_ms,
    invitations.c.used_by,
    invitations.c.used_ms,
    invitations.c.used_for,
)
ADD_INVITATION = insert(invitations)
INVITATIONS = (
    select(*_code)
    .where(invitations.c.organisation_id == _in, invitations.c.invitation_id > bindparam("after"))
    .order_by(invitations.c.invitation_id)
    .limit(bindparam("most"))
)
INVITATION = select(*_code).where(invitations.c.organisation_id == _in, invitations.c.invitation_id == bindparam("id"))
BY_CODE = select(*_code).where(invitations.c.code == bindparam("given"))
COUNT_INVITATIONS = select(func.count(invitations.c.invitation_id)).where(
    invitations.c.organisation_id == _in, invitations.c.used_by.is_(None)
)
#: touches one row while the code is good
USE = (
    update(invitations)
    .where(
        invitations.c.code == bindparam("given"),
        invitations.c.used_by.is_(None),
        invitations.c.expires_ms > bindparam("now_ms"),
    )
    .values(used_by=bindparam("user"), used_ms=bindparam("now_ms"), used_for=bindparam("for_organisation"))
)
WITHDRAW = delete(invitations).where(
    invitations.c.organisation_id == _in,
    invitations.c.invitation_id == bindparam("id"),
    invitations.c.used_by.is_(None),
)
DROP_OLD_INVITATIONS = delete(invitations).where(
    invitations.c.organisation_id == _in, invitations.c.expires_ms < bindparam("before_ms")
)

# --- partners ---------------------------------------------------------------------------------------------------------

ADD_PARTNERSHIP = upsert(partnerships, ["organisation_id", "partner_id"], [])
_partnership = (partnerships.c.organisation_id == _in, partnerships.c.partner_id == bindparam("partner"))
PARTNERSHIP = select(partnerships.c.shows).where(*_partnership)
_theirs = partnerships.alias("theirs")
#: (id, name, is verified, what we show, what they show, since)
_partners = (
    select(
        partnerships.c.partner_id,
        organisations.c.name,
        organisations.c.is_verified,
        partnerships.c.shows,
        _theirs.c.shows,
        partnerships.c.since_ms,
    )
    .join(organisations, organisations.c.organisation_id == partnerships.c.partner_id)
    .join(
        _theirs,
        (_theirs.c.organisation_id == partnerships.c.partner_id)
        & (_theirs.c.partner_id == partnerships.c.organisation_id),
    )
)
PARTNER = _partners.where(*_partnership)
PARTNERS = (
    _partners.where(partnerships.c.organisation_id == _in, partnerships.c.partner_id > bindparam("after"))
    .order_by(partnerships.c.partner_id)
    .limit(bindparam("most"))
)
COUNT_PARTNERS = select(func.count(partnerships.c.partner_id)).where(partnerships.c.organisation_id == _in)
SET_SHOWS = update(partnerships).where(*_partnership).values(shows=bindparam("new_shows"))
DROP_PARTNERSHIP = delete(partnerships).where(*_partnership)
ADD_SHARED = upsert(shared, ["organisation_id", "partner_id", "department_id"], [])
SHARED = (
    select(shared.c.department_id)
    .where(shared.c.organisation_id == _in, shared.c.partner_id == bindparam("partner"))
    .order_by(shared.c.department_id)
)
DROP_SHARED = delete(shared).where(shared.c.organisation_id == _in, shared.c.partner_id == bindparam("partner"))

# --- when an account ends ---------------------------------------------------------------------------------------------

_left = members.alias("left")
_heir = members.alias("heir")
_other = members.alias("other")
_leaver = bindparam("user", type_=Text)
#: whoever stands next in an organisation whose only owner goes becomes its owner: by role, then by how long she has been there
INHERIT = (
    update(members)
    .where(
        members.c.organisation_id.in_(
            select(_left.c.organisation_id).where(_left.c.user_id == _leaver, _left.c.role == "owner")
        ),
        ~exists(
            select(_other.c.user_id).where(
                _other.c.organisation_id == members.c.organisation_id,
                _other.c.role == "owner",
                _other.c.is_active == 1,
                _other.c.user_id != _leaver,
            )
        ),
        members.c.user_id
        == (
            select(_heir.c.user_id)
            .where(_heir.c.organisation_id == members.c.organisation_id, _heir.c.user_id != _leaver)
            .order_by(
                _heir.c.is_active.desc(),
                case({role: number for number, role in enumerate(ROLES)}, value=_heir.c.role),
                _heir.c.joined_ms,
                _heir.c.user_id,
            )
            .limit(1)
            .scalar_subquery()
        ),
    )
    .values(role="owner")
)
#: where nobody else is
_alone = select(_left.c.organisation_id).where(
    _left.c.user_id == _leaver,
    ~exists(
        select(_other.c.user_id).where(_other.c.organisation_id == _left.c.organisation_id, _other.c.user_id != _leaver)
    ),
)
#: what goes with the account, in this order; an organisation without members ends
LEAVE_ALL = (
    *(delete(one).where(one.c.organisation_id.in_(_alone)) for one in (departments, invitations, organisations)),
    *(
        delete(one).where(or_(one.c.organisation_id.in_(_alone), one.c.partner_id.in_(_alone)))
        for one in (partnerships, shared)
    ),
    delete(posts).where(posts.c.user_id == _leaver),
    delete(members).where(members.c.user_id == _leaver),
)
