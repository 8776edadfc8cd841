"""HTTP to verbs and back, thin."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from msgspec import Struct

from laiwang.kernel.capability import Request, Response, answer_struct
from laiwang.kernel.ports import Tx
from laiwang.kit.refusals import Refused, not_found
from laiwang.matrix.ids import check_user_id
from laiwang.people.administration import administrator, page_limit
from laiwang.people.organisations.actions import Actions
from laiwang.people.organisations.invitations import Invitations
from laiwang.people.organisations.model import (
    DepartmentChange,
    Joining,
    Looking,
    MemberChange,
    NewDepartment,
    NewInvitation,
    NewName,
    NewOrganisation,
    PartnerChange,
    Verified,
)
from laiwang.people.organisations.queries import Queries
from laiwang.people.repeats import Repeats

__all__ = ["Routes"]


class Routes:
    """Handlers. `exists(user_id)` says whether there is such a person; `check_limit(user_id)` raises Refused 429."""

    def __init__(
        self,
        actions: Actions,
        invitations: Invitations,
        queries: Queries,
        repeats: Repeats,
        *,
        exists: Callable[[str], Awaitable[bool]],
        check_limit: Callable[[str], None],
    ) -> None:
        self._actions = actions
        self._invitations = invitations
        self._queries = queries
        self._repeats = repeats
        self._exists = exists
        self._check_limit = check_limit

    async def _write(
        self,
        request: Request,
        work: Callable[[Tx], Awaitable[Struct | None]],
        *,
        is_needed: bool = False,
        is_leaving: bool = False,
    ) -> Response:
        caller = request.caller
        if caller.is_suspended and not is_leaving:
            raise Refused("M_USER_SUSPENDED", 403, "This account is suspended: it can read, but not speak")
        return await self._repeats.once(request, caller.user_id, work, is_needed=is_needed)

    async def _check_person(self, user_id: str) -> str:
        if not await self._exists(check_user_id(user_id)):
            raise not_found("There is no such person")
        return user_id

    # --- organisations ------------------------------------------------------------------------------------------------

    async def organisations(self, request: Request) -> Response:
        """Lists the organisations that one is in; with `all=true` all of the server, for its administrators."""
        is_all = request.bool_arg("all")
        if is_all:
            administrator(request)
        return answer_struct(
            await self._queries.organisations(
                request.caller, is_all=is_all, after=request.arg("from") or "", limit=page_limit(request)
            )
        )

    async def found(self, request: Request) -> Response:
        """Founds an organisation, whose owner one is. Needs an Idempotency-Key."""
        caller, body = request.caller, request.typed(NewOrganisation)
        self._actions.check_founder(caller, body.owner)
        owner = caller.user_id if body.owner is None else await self._check_person(body.owner)
        return await self._write(
            request,
            lambda tx: self._actions.found(tx, caller.user_id, body.name, owner),
            is_needed=True,
        )

    async def organisation(self, request: Request) -> Response:
        """One organisation that one is in."""
        return answer_struct(await self._queries.organisation(request.caller, request.params["organisationId"]))

    async def rename(self, request: Request) -> Response:
        """Gives an organisation another name."""
        caller, of, body = request.caller, request.params["organisationId"], request.typed(NewName)
        return await self._write(request, lambda tx: self._actions.rename(tx, caller, of, body.name))

    async def end(self, request: Request) -> Response:
        """Ends an organisation; the accounts of its people stay."""
        caller, of = request.caller, request.params["organisationId"]
        return await self._write(request, lambda tx: self._actions.end(tx, caller, of))

    async def set_verified(self, request: Request) -> Response:
        """Says whether an organisation is what it says; its staff is verified while it is verified."""
        caller, of, body = administrator(request), request.params["organisationId"], request.typed(Verified)
        return await self._write(request, lambda tx: self._actions.set_verified(tx, caller, of, body.is_verified))

    async def audit(self, request: Request) -> Response:
        """Lists what was done to an organisation, the newest first, for those who administer it."""
        return answer_struct(
            await self._queries.audit(
                request.caller,
                request.params["organisationId"],
                before=request.int_arg("from", 0) or None,
                limit=page_limit(request),
            )
        )

    # --- departments --------------------------------------------------------------------------------------------------

    async def departments(self, request: Request) -> Response:
        """Lists departments; their parents make the tree."""
        return answer_struct(
            await self._queries.departments(
                request.caller,
                request.params["organisationId"],
                after=request.arg("from") or "",
                limit=page_limit(request),
            )
        )

    async def add_department(self, request: Request) -> Response:
        """Makes a department. Needs an Idempotency-Key."""
        caller, of, body = request.caller, request.params["organisationId"], request.typed(NewDepartment)
        return await self._write(request, lambda tx: self._actions.add_department(tx, caller, of, body), is_needed=True)

    async def change_department(self, request: Request) -> Response:
        """Gives a department another name, or puts it below another."""
        caller, params, body = request.caller, request.params, request.typed(DepartmentChange)
        return await self._write(
            request,
            lambda tx: self._actions.change_department(
                tx, caller, params["organisationId"], params["departmentId"], body
            ),
        )

    async def drop_department(self, request: Request) -> Response:
        """Ends a department in which nobody is and below which nothing is."""
        caller, params = request.caller, request.params
        return await self._write(
            request,
            lambda tx: self._actions.drop_department(tx, caller, params["organisationId"], params["departmentId"]),
        )

    # --- members ------------------------------------------------------------------------------------------------------

    async def members(self, request: Request) -> Response:
        """The directory: `search` by parts of names, by pinyin and initials; `department`, with `below=true` those below it as well;
        `role`."""
        self._check_limit(request.caller.user_id)
        return answer_struct(
            await self._queries.members(
                request.caller,
                request.params["organisationId"],
                search=request.arg("search"),
                department_id=request.arg("department"),
                is_deep=request.bool_arg("below"),
                role=request.arg("role"),
                after=request.arg("from") or "",
                limit=page_limit(request),
            )
        )

    async def member(self, request: Request) -> Response:
        """One member."""
        return answer_struct(
            await self._queries.member(request.caller, request.params["organisationId"], request.params["userId"])
        )

    async def change_member(self, request: Request) -> Response:
        """Changes the role, the title and the posts of a member; an administrator of the server adds people in the same way."""
        caller, params, body = request.caller, request.params, request.typed(MemberChange)
        user_id = await self._check_person(params["userId"])
        return await self._write(
            request,
            lambda tx: self._actions.change_member(tx, caller, params["organisationId"], user_id, body),
        )

    async def drop_member(self, request: Request) -> Response:
        """Takes somebody out of the organisation, or oneself."""
        caller, params = request.caller, request.params
        return await self._write(
            request,
            lambda tx: self._actions.drop_member(tx, caller, params["organisationId"], params["userId"]),
            is_leaving=params["userId"] == caller.user_id,
        )

    # --- codes --------------------------------------------------------------------------------------------------------

    async def invitations(self, request: Request) -> Response:
        """Lists codes, for those who administer the organisation."""
        return answer_struct(
            await self._queries.invitations(
                request.caller,
                request.params["organisationId"],
                after=request.arg("from") or "",
                limit=page_limit(request),
            )
        )

    async def invite(self, request: Request) -> Response:
        """Makes a code by which somebody becomes a member, or an organisation a partner. Needs an Idempotency-Key."""
        caller, of, body = request.caller, request.params["organisationId"], request.typed(NewInvitation)
        return await self._write(request, lambda tx: self._invitations.make(tx, caller, of, body), is_needed=True)

    async def withdraw(self, request: Request) -> Response:
        """Ends a code that nobody has used."""
        caller, params = request.caller, request.params
        return await self._write(
            request,
            lambda tx: self._invitations.withdraw(tx, caller, params["organisationId"], params["invitationId"]),
        )

    async def look(self, request: Request) -> Response:
        """Where a code leads."""
        self._check_limit(request.caller.user_id)
        return answer_struct(await self._invitations.look(request.typed(Looking).code))

    async def join(self, request: Request) -> Response:
        """Becomes a member by a code, or makes an organisation a partner."""
        caller, body = request.caller, request.typed(Joining)
        self._check_limit(caller.user_id)
        return await self._write(request, lambda tx: self._invitations.join(tx, caller, body))

    # --- partners -----------------------------------------------------------------------------------------------------

    async def partners(self, request: Request) -> Response:
        """Lists partners, what they are shown and what they show."""
        return answer_struct(
            await self._queries.partners(
                request.caller,
                request.params["organisationId"],
                after=request.arg("from") or "",
                limit=page_limit(request),
            )
        )

    async def partner(self, request: Request) -> Response:
        """One partner, with the departments that it is shown."""
        return answer_struct(
            await self._queries.partner(request.caller, request.params["organisationId"], request.params["partnerId"])
        )

    async def set_shows(self, request: Request) -> Response:
        """Says what a partner is shown."""
        caller, params, body = request.caller, request.params, request.typed(PartnerChange)
        return await self._write(
            request,
            lambda tx: self._invitations.set_shows(tx, caller, params["organisationId"], params["partnerId"], body),
        )

    async def part(self, request: Request) -> Response:
        """Ends a partnership, from either side."""
        caller, params = request.caller, request.params
        return await self._write(
            request,
            lambda tx: self._invitations.part(tx, caller, params["organisationId"], params["partnerId"]),
        )

    async def shown_by(self, request: Request) -> Response:
        """What a partner shows: departments, and people found as in the directory."""
        self._check_limit(request.caller.user_id)
        return answer_struct(
            await self._queries.shown_by(
                request.caller,
                request.params["organisationId"],
                request.params["partnerId"],
                search=request.arg("search"),
                after=request.arg("from") or "",
                limit=page_limit(request),
            )
        )
