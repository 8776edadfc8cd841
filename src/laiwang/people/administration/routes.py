"""HTTP ↔ administration of people. Sources: API/admin, account_locking, account_suspension; docs/administering.md."""

from __future__ import annotations

import msgspec

from laiwang.kernel.capability import Request, Response, answer, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import bad_json, forbidden, invalid_param, missing_param, not_found
from laiwang.people.accounts import Account, Accounts, Listed
from laiwang.people.administration.actions import Actions
from laiwang.people.administration.model import (
    AdministratorChange,
    AuditPage,
    Created,
    DeviceEntry,
    DeviceList,
    NewPassword,
    NewPerson,
    NewToken,
    PasswordReset,
    PeoplePage,
    PersonDetails,
    PersonEntry,
    RegistrationToken,
    TokenChange,
    TokenList,
)
from laiwang.people.administration.rules import administrator, check_local, page_limit
from laiwang.people.audit import Audit
from laiwang.people.devices import Devices
from laiwang.people.profiles import Profiles

__all__ = ["Routes"]

#: people found by their names; who has a name that very many have is found by the id
NAMED_MAX = 500
FOR_EVER_MS = (1 << 53) - 1


class Routes:
    """Handlers, thin. Each lets administrators in first, so that nobody else learns who is here."""

    def __init__(
        self, kernel: Kernel, actions: Actions, accounts: Accounts, devices: Devices, profiles: Profiles, audit: Audit
    ) -> None:
        self._kernel = kernel
        self._actions = actions
        self._accounts = accounts
        self._devices = devices
        self._profiles = profiles
        self._audit = audit

    def _named(self, request: Request) -> str:
        return check_local(request.params["userId"], self._kernel.server_name)

    # --- Matrix -----------------------------------------------------------------------------------------------------------

    async def locked(self, request: Request) -> Response:
        """GET /admin/lock/{userId}."""
        administrator(request)
        return answer({"locked": (await self._actions.check_moderated(self._named(request))).is_locked})

    async def set_locked(self, request: Request) -> Response:
        """PUT /admin/lock/{userId}."""
        caller = administrator(request)
        value = _flag(request, "locked")
        await self._actions.set_locked(caller.user_id, self._named(request), value)
        return answer({"locked": value})

    async def suspended(self, request: Request) -> Response:
        """GET /admin/suspend/{userId}."""
        administrator(request)
        return answer({"suspended": (await self._actions.check_moderated(self._named(request))).is_suspended})

    async def set_suspended(self, request: Request) -> Response:
        """PUT /admin/suspend/{userId}."""
        caller = administrator(request)
        value = _flag(request, "suspended")
        await self._actions.set_suspended(caller.user_id, self._named(request), value)
        return answer({"suspended": value})

    async def whois(self, request: Request) -> Response:
        """GET /admin/whois/{userId}: oneself, or anybody for an administrator."""
        caller, user_id = request.caller, request.params["userId"]
        if user_id != caller.user_id and not caller.is_admin:
            raise forbidden("You are not an administrator of this server")
        if await self._accounts.actions.account(check_local(user_id, self._kernel.server_name)) is None:
            raise not_found("There is no such person on this server")
        devices = {}
        for device in await self._devices.list_of(user_id):
            connection = {"ip": device.last_seen_ip, "last_seen": device.last_seen_ms}
            known = {name: value for name, value in connection.items() if value is not None}
            devices[device.device_id] = {"sessions": [{"connections": [known]}]}
        return answer({"user_id": user_id, "devices": devices})

    # --- people -----------------------------------------------------------------------------------------------------------

    async def people(self, request: Request) -> Response:
        """Lists people; `search` is a part of the id or of the name, `state` one of all, active, administrators, locked, suspended,
        deactivated, `order` id or newest."""
        administrator(request)
        state, order, limit = request.arg("state", "all"), request.arg("order", "id"), page_limit(request)
        queries = self._accounts.queries
        if state is None or state not in queries.states:
            raise invalid_param(f"state must be one of {', '.join(queries.states)}")
        if order is None or order not in queries.orders:
            raise invalid_param(f"order must be one of {', '.join(queries.orders)}")
        search = request.arg("search") or None
        named = await self._profiles.named(search, NAMED_MAX) if search else []
        after = await self._listed(request.arg("from"))
        found = await queries.page(state=state, search=search, named=named, order=order, after=after, limit=limit + 1)
        entries = []
        for one in found[:limit]:
            entries.append(
                PersonEntry(
                    one.user_id,
                    *await self._shown(one.user_id),
                    one.is_admin,
                    one.is_deactivated,
                    one.is_locked,
                    one.is_suspended,
                    one.created_ms,
                )
            )
        following = found[limit - 1].user_id if len(found) > limit else None
        return answer_struct(
            PeoplePage(entries, await queries.count(state=state, search=search, named=named), following)
        )

    async def _listed(self, user_id: str | None) -> Listed | None:
        """The person after whom a page begins."""
        if not user_id:
            return None
        created_ms = await self._accounts.queries.created_ms(user_id)
        return Listed(user_id, False, False, False, False, created_ms)

    async def person(self, request: Request) -> Response:
        """One person, with the number of her devices and rooms."""
        administrator(request)
        user_id = self._named(request)
        account = await self._account(user_id)
        devices = await self._devices.list_of(user_id)
        return answer_struct(
            PersonDetails(
                user_id,
                *await self._shown(user_id),
                account.is_admin,
                account.is_deactivated,
                account.is_locked,
                account.is_suspended,
                await self._accounts.queries.created_ms(user_id),
                len(devices),
                len(await self._kernel.memberships.joined(user_id)),
                max((one.last_seen_ms for one in devices if one.last_seen_ms is not None), default=None),
            )
        )

    async def create(self, request: Request) -> Response:
        """Makes an account."""
        caller = administrator(request)
        body = request.typed(NewPerson)
        user_id, made_up = await self._actions.create(caller.user_id, body.name, body.password, is_admin=body.is_admin)
        if body.display_name:
            await self._profiles.set(user_id, "displayname", body.display_name)
        return answer_struct(Created(user_id, made_up))

    async def reset_password(self, request: Request) -> Response:
        """Gives somebody a new password."""
        caller = administrator(request)
        body = request.typed(NewPassword)
        made_up = await self._actions.reset_password(
            caller.user_id, self._named(request), body.password, log_out=body.log_out
        )
        return answer_struct(PasswordReset(made_up))

    async def deactivate(self, request: Request) -> Response:
        """Ends an account for good: rooms are left, devices go, the name is not given again."""
        caller = administrator(request)
        await self._actions.deactivate(caller.user_id, self._named(request))
        return Response()

    async def set_admin(self, request: Request) -> Response:
        """Makes somebody an administrator, or no longer."""
        caller = administrator(request)
        body = request.typed(AdministratorChange)
        await self._actions.set_admin(caller.user_id, self._named(request), body.is_admin)
        return Response()

    async def _account(self, user_id: str) -> Account:
        account = await self._accounts.actions.account(user_id)
        if account is None:
            raise not_found("There is no such person on this server")
        return account

    async def _shown(self, user_id: str) -> tuple[str | None, str | None]:
        profile = await self._profiles.of(user_id)
        name, picture = profile.get("displayname"), profile.get("avatar_url")
        return name if isinstance(name, str) else None, picture if isinstance(picture, str) else None

    # --- devices ----------------------------------------------------------------------------------------------------------

    async def devices(self, request: Request) -> Response:
        """Lists what somebody is logged in on."""
        administrator(request)
        user_id = self._named(request)
        await self._account(user_id)
        found = await self._devices.list_of(user_id)
        return answer_struct(
            DeviceList(
                [DeviceEntry(one.device_id, one.display_name, one.last_seen_ms, one.last_seen_ip) for one in found]
            )
        )

    async def remove_device(self, request: Request) -> Response:
        """Logs a device out."""
        caller = administrator(request)
        await self._actions.remove_device(caller.user_id, self._named(request), request.params["deviceId"])
        return Response()

    async def remove_devices(self, request: Request) -> Response:
        """Logs every device of somebody out."""
        caller = administrator(request)
        await self._actions.remove_devices(caller.user_id, self._named(request))
        return Response()

    # --- registration tokens ----------------------------------------------------------------------------------------------

    async def tokens(self, request: Request) -> Response:
        """Lists the registration tokens."""
        administrator(request)
        found = await self._accounts.actions.registration_tokens()
        return answer_struct(TokenList([RegistrationToken(*one) for one in found]))

    async def token(self, request: Request) -> Response:
        """One registration token."""
        administrator(request)
        name = request.params["token"]
        found = await self._accounts.actions.registration_token(name)
        if found is None:
            raise not_found("There is no such registration token")
        return answer_struct(RegistrationToken(name, *found))

    async def add_token(self, request: Request) -> Response:
        """Makes a registration token."""
        caller = administrator(request)
        body = request.typed(NewToken)
        name = await self._actions.add_token(
            caller.user_id, body.token, uses=body.uses_left, expires_ms=body.expires_ms
        )
        return answer_struct(RegistrationToken(name, body.uses_left, body.expires_ms))

    async def change_token(self, request: Request) -> Response:
        """Sets how often and until when a registration token can be used."""
        caller = administrator(request)
        body, name = request.typed(TokenChange), request.params["token"]
        await self._actions.change_token(caller.user_id, name, uses=body.uses_left, expires_ms=body.expires_ms)
        return answer_struct(RegistrationToken(name, body.uses_left, body.expires_ms))

    async def remove_token(self, request: Request) -> Response:
        """Ends a registration token."""
        caller = administrator(request)
        await self._actions.remove_token(caller.user_id, request.params["token"])
        return Response()

    # --- audit ------------------------------------------------------------------------------------------------------------

    async def audit(self, request: Request) -> Response:
        """Lists what administrators did, the newest first; `actor`, `act`, `subject`, `since_ms` and `until_ms` narrow it."""
        administrator(request)
        limit = page_limit(request)
        before = request.int_arg("from", 0) or None
        found = await self._audit.page(
            before=before,
            limit=limit + 1,
            actor=request.arg("actor"),
            act=request.arg("act"),
            subject=request.arg("subject"),
            since_ms=request.int_arg("since_ms", 0),
            until_ms=request.int_arg("until_ms", FOR_EVER_MS),
        )
        following = str(found[limit - 1]["id"]) if len(found) > limit else None
        return answer_struct(msgspec.convert({"entries": found[:limit], "next": following}, AuditPage))


def _flag(request: Request, name: str) -> bool:
    value = request.json_object().get(name)
    if value is None:
        raise missing_param(name)
    if not isinstance(value, bool):
        raise bad_json(f"{name} must be true or false")
    return value
