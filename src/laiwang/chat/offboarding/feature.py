"""Offboarding and its manifest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from laiwang.chat.offboarding import store
from laiwang.chat.offboarding.jobs import Handover
from laiwang.chat.offboarding.model import Departure, DeparturePage, NewDeparture
from laiwang.kernel.capability import Caller, Capability, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx
from laiwang.kit.refusals import Refused, forbidden, invalid_param, not_found
from laiwang.people.accounts import Accounts
from laiwang.people.administration import page_limit
from laiwang.people.audit import Audit
from laiwang.people.devices import Devices
from laiwang.people.organisations import Organisations
from laiwang.people.repeats import Repeats

__all__ = ["Offboarding"]

ONE = "/api/v1/organisations/{organisationId}"


class Offboarding:
    """Front door of the capability. `blocks_invites(user_id)` says who wants no invitations."""

    def __init__(
        self,
        kernel: Kernel,
        accounts: Accounts,
        devices: Devices,
        organisations: Organisations,
        audit: Audit,
        repeats: Repeats,
        *,
        blocks_invites: Callable[[str], Awaitable[bool]],
    ) -> None:
        self._kernel = kernel
        self._accounts = accounts.actions
        self._devices = devices
        self._organisations = organisations
        self._repeats = repeats
        self._handover = Handover(kernel, accounts, audit, blocks_invites=blocks_invites)

    def manifest(self) -> Capability:
        """Routes and the background task."""
        return Capability(
            name="offboarding",
            purpose="Somebody leaves an organisation: her sessions end at once, and her rooms get an heir",
            routes=(
                Route(
                    "POST", f"{ONE}/members/{{userId}}/offboard", self._offboard, takes=NewDeparture, gives=Departure
                ),
                Route("GET", f"{ONE}/departures", self._page, gives=DeparturePage),
            ),
            on_start=self._handover.errand.start,
            on_stop=self._handover.errand.stop,
        )

    async def _page(self, request: Request) -> Response:
        """Lists who was offboarded, and how far that is, for those who administer the organisation."""
        of, limit = request.params["organisationId"], page_limit(request)
        (await self._organisations.standing(self._kernel.database, request.caller, of)).check_administers()
        asked = {"of": of, "after": request.arg("from") or "", "most": limit + 1}
        rows = await self._kernel.database.fetch(store.PAGE, asked)
        found = [Departure(*row) for row in rows[:limit]]
        return answer_struct(DeparturePage(found, found[-1].departure_id if len(rows) > limit else None))

    async def _offboard(self, request: Request) -> Response:
        """Ends somebody's membership and sessions and locks her account, in one transaction; her rooms are handed over after that. Needs an
        Idempotency-Key."""
        caller, body = request.caller, request.typed(NewDeparture)
        of, user_id = request.params["organisationId"], request.params["userId"]
        if caller.is_suspended:
            raise Refused("M_USER_SUSPENDED", 403, "This account is suspended: it can read, but not speak")
        account = await self._accounts.account(user_id)
        is_server_admin = account is not None and account.is_admin
        response = await self._repeats.once(
            request,
            caller.user_id,
            lambda tx: self._end(tx, caller, of, user_id, body, is_server_admin=is_server_admin),
            is_needed=True,
        )
        self._handover.errand.wake()
        return response

    async def _end(
        self, tx: Tx, caller: Caller, of: str, user_id: str, wanted: NewDeparture, *, is_server_admin: bool
    ) -> Departure:
        organisations, actions = self._organisations, self._organisations.actions
        standing = await organisations.standing(tx, caller, of)
        standing.check_administers()
        role = await organisations.role_of(tx, of, user_id)
        if role is None:
            raise not_found("This person is not in the organisation")
        if user_id == caller.user_id:
            raise forbidden("Somebody else has to do this to your account")
        standing.check_grant(role)
        if wanted.heir == user_id or await organisations.role_of(tx, of, wanted.heir) is None:
            raise invalid_param("The heir is another member of the organisation")
        # An account that is her own stays hers, with all that she said and made elsewhere.
        is_ours = caller.is_admin or await organisations.is_managed(tx, of, user_id)
        if wanted.account != "keep":
            if not is_ours:
                raise forbidden("The organisation did not make this account: it is kept")
            if is_server_admin:
                raise forbidden("This person is an administrator of the server")
            self._accounts.lock(tx.unit, user_id)
            for device_id in await self._devices.ids_of(user_id, tx):
                self._devices.remove(tx.unit, user_id, device_id)
        await actions.remove(tx, of, user_id, role)
        departure = Departure(
            actions.new_id(),
            user_id,
            wanted.heir,
            wanted.account,
            caller.user_id,
            self._kernel.clock.now_ms(),
            None,
            0,
            0,
            0,
        )
        row = {name: getattr(departure, name) for name in departure.__struct_fields__}
        await tx.execute(store.ADD, {**row, "organisation_id": of, "has_rooms": int(is_ours), "after_room": ""})
        new = {"user_id": user_id, "heir": wanted.heir, "account": wanted.account}
        actions.told(tx, caller.user_id, "offboard", of, new=new)
        return departure
