"""HTTP ↔ accounts. Sources: API/registration, login, refresh, logout, password_management, account_deactivation, whoami."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from laiwang.kernel.capability import Request, Response, answer
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kit.refusals import Refused, bad_json, forbidden, missing_param, missing_token, unknown_token
from laiwang.people.accounts.actions import Actions
from laiwang.people.accounts.limits import RateLimits
from laiwang.people.accounts.model import AddressBook, Proved, RegistrationSettings
from laiwang.people.accounts.passwords import Passwords
from laiwang.people.accounts.uia import NotYet, UiaSession, UserInteractive
from laiwang.people.devices import Devices
from laiwang.people.services import Service, Services

__all__ = ["Login", "Routes"]

PASSWORD = "m.login.password"
DUMMY = "m.login.dummy"
TOKEN = "m.login.registration_token"
SERVICE = "m.login.application_service"
EMAIL = "m.login.email.identity"
THIRD_PARTY = "m.id.thirdparty"


@dataclass(frozen=True, slots=True)
class Login:
    """A kind of login: what GET /login says of it, and who a request is. `identify` raises Refused 400, 403."""

    flow: Mapping[str, Any]
    identify: Callable[[dict[str, Any]], Awaitable[str]]


class Routes:
    """Handlers, thin, and the stages of user-interactive authentication."""

    def __init__(
        self,
        actions: Actions,
        devices: Devices,
        uia: UserInteractive,
        limits: RateLimits,
        passwords: Passwords,
        registration: RegistrationSettings,
        services: Services,
    ) -> None:
        self._actions = actions
        self._devices = devices
        self._uia = uia
        self._limits = limits
        self._passwords = passwords
        self.take(registration)
        self.logins: dict[str, Login] = {}
        #: None where nobody has an address
        self.addresses: AddressBook | None = None
        self._services = services
        uia.stages |= {
            PASSWORD: self._prove_password,
            DUMMY: self._dummy,
            TOKEN: self._prove_token,
            EMAIL: self._prove_email,
        }

    def take(self, registration: RegistrationSettings) -> None:
        """Who may register from now on."""
        self._registration = registration

    # --- stages -----------------------------------------------------------------------------------------------------------

    async def _dummy(self, request: Request, session: UiaSession, auth: Mapping[str, Any]) -> str | None:
        return None

    async def _prove_password(self, request: Request, session: UiaSession, auth: Mapping[str, Any]) -> str | None:
        user_id = await self._named(auth)
        caller = request.caller_or_none
        resolved = self._actions.resolve_name(user_id) if isinstance(user_id, str) else None
        if resolved is None or (caller is not None and resolved != caller.user_id):
            return "This is not your own account"
        await self._limits.take("login", resolved)
        if await self._actions.verify(resolved, auth.get("password")) is None:
            return "The password is wrong"
        session.facts["user_id"] = resolved
        return None

    async def _prove_token(self, request: Request, session: UiaSession, auth: Mapping[str, Any]) -> str | None:
        token = auth.get("token")
        await self._limits.take("login", request.peer)
        if not isinstance(token, str) or not await self._actions.is_valid_registration_token(token):
            return "The registration token is not valid"
        session.facts["token"] = token
        return None

    async def _prove_email(self, request: Request, session: UiaSession, auth: Mapping[str, Any]) -> str | None:
        """Source: CS "Email-based (identity / homeserver)"."""
        assert self.addresses is not None
        use: Literal["register", "reset"] = "register" if request.path.endswith("/register") else "reset"
        proof = await self.addresses.proved(use, auth.get("threepid_creds") or auth.get("threepidCreds"))
        if proof is None or proof.spent_by is not None:
            return NotYet("The e-mail address has not been confirmed yet")
        if use == "reset":
            caller = request.caller_or_none
            if proof.owner is None or (caller is not None and proof.owner != caller.user_id):
                return "This is not your own account"
            session.facts["user_id"] = proof.owner
        session.facts["proof"] = proof
        return None

    async def require_uia(self, request: Request, body: dict[str, Any]) -> dict[str, Any]:
        """The body, once the caller has proved the password again; an application service has none. Raises Refused 401."""
        if request.caller_or_none is not None and request.caller.service_id is not None:
            return body
        return (await self._uia.require(request, body, [[PASSWORD]]))[0]

    # --- registration -----------------------------------------------------------------------------------------------------

    async def register(self, request: Request) -> Response:
        """POST /register."""
        kind = request.arg("kind", "user")
        if kind == "guest":
            raise Refused("M_GUEST_ACCESS_FORBIDDEN", 403, "There are no guest accounts here")
        if kind != "user":
            raise Refused("M_INVALID_PARAM", 400, "kind must be user or guest")
        body = request.json_object(optional=True)
        if body.get("type") == SERVICE:
            return await self._register_for_service(request, body)
        if self._registration.mode == "closed":
            raise forbidden("Registration is closed on this server")
        username = body.get("username")
        if username is not None:
            await self._actions.check_available(username)
        if body.get("password") is not None:
            self._passwords.check_new(body["password"])
        flow = [TOKEN] if self._registration.mode == "token" else []
        if self.addresses is not None and self.addresses.is_needed_to_register:
            flow.append(EMAIL)
        flows: Sequence[Sequence[str]] = [flow or [DUMMY]]
        first, session = await self._uia.require(request, body, flows)
        await self._limits.take("registration", request.peer)
        merged = {**{key: value for key, value in body.items() if key != "auth"}, **first}
        if merged.get("password") is None:
            raise missing_param("password")
        password = self._passwords.check_new(merged["password"])
        name = merged.get("username")
        user_id = await self._actions.check_available(self._devices.new_id().lower() if name is None else name)
        unit = Unit()
        await self._actions.add(unit, user_id, password, token=session.facts.get("token"))
        proof: Proved | None = session.facts.get("proof")
        if proof is not None and self.addresses is not None:
            self.addresses.keep(unit, proof, user_id)
        if merged.get("inhibit_login") is True:
            await self._actions.commit_new(unit)
            return answer({"user_id": user_id, "home_server": user_id.split(":", 1)[1]})
        return answer(await self._actions.open_session(user_id, merged, request.peer, unit=unit))

    async def _register_for_service(self, request: Request, body: dict[str, Any]) -> Response:
        """An account in the namespace of an application service, without a password."""
        service = self._service(request)
        if body.get("username") is None:
            raise missing_param("username")
        user_id = self._actions.resolve_name(body["username"])
        self._services.check_user(user_id, service)
        if service.manages_devices and body.get("inhibit_login") is not True:
            raise _no_logins()
        if await self._actions.account(user_id) is not None:
            raise Refused("M_USER_IN_USE", 400, "This name is taken")
        unit = Unit()
        await self._actions.add(unit, user_id, None)
        if body.get("inhibit_login") is True:
            await self._actions.commit_new(unit)
            return answer({"user_id": user_id, "home_server": user_id.split(":", 1)[1]})
        return answer(await self._actions.open_session(user_id, body, request.peer, unit=unit))

    def _service(self, request: Request) -> Service:
        """The application service whose token is in the header. Raises Refused 401."""
        header = request.header(b"authorization") or ""
        if header[:7].lower() != "bearer ":
            raise missing_token()
        service = self._services.by_token(header[7:].strip())
        if service is None:
            raise unknown_token()
        return service

    async def available(self, request: Request) -> Response:
        """GET /register/available."""
        name = request.arg("username")
        if name is None:
            raise missing_param("username")
        await self._limits.take("registration", f"available {request.peer}")
        await self._actions.check_available(name)
        return answer({"available": True})

    async def token_validity(self, request: Request) -> Response:
        """GET /register/m.login.registration_token/validity."""
        token = request.arg("token")
        if token is None:
            raise missing_param("token")
        await self._limits.take("login", request.peer)
        return answer({"valid": await self._actions.is_valid_registration_token(token)})

    # --- sessions ---------------------------------------------------------------------------------------------------------

    async def login_flows(self, request: Request) -> Response:
        """GET /login."""
        return answer({"flows": [{"type": PASSWORD}, {"type": SERVICE}, *(one.flow for one in self.logins.values())]})

    async def login(self, request: Request) -> Response:
        """POST /login."""
        body = request.json_object()
        kind = body.get("type")
        if kind is None:
            raise missing_param("type")
        if not isinstance(kind, str):
            raise bad_json("type must be a string")
        other = self.logins.get(kind)
        if other is not None:
            await self._limits.take("login", request.peer)
            return await self._enter(await other.identify(body), body, request.peer)
        if kind == SERVICE:
            return await self._log_in_for_service(request, body)
        if kind != PASSWORD:
            raise Refused("M_UNKNOWN", 400, "This kind of login is not offered here")
        await self._limits.take("login", request.peer)
        name = await self._named(body)
        if name is None:
            raise missing_param("identifier")
        if not isinstance(name, str):
            raise bad_json("identifier.user must be a string")
        if not isinstance(body.get("password"), str):
            raise missing_param("password")
        try:
            user_id = self._actions.resolve_name(name)
        except Refused:
            user_id = ""
        await self._limits.take("login", user_id)
        if await self._actions.verify(user_id, body["password"]) is None:
            await self._check_not_deactivated(user_id)
            raise forbidden("The name or the password is wrong")
        return await self._enter(user_id, body, request.peer)

    async def _enter(self, user_id: str, body: dict[str, Any], peer: str) -> Response:
        """A new session of somebody who has proved who she is."""
        await self._check_not_deactivated(user_id)
        account = await self._actions.account(user_id)
        if account is None:
            raise forbidden("There is no such account")
        if account.is_locked:
            raise Refused("M_USER_LOCKED", 401, "This account is locked", {"soft_logout": True})
        return answer(await self._actions.open_session(user_id, body, peer))

    async def _check_not_deactivated(self, user_id: str) -> None:
        account = await self._actions.account(user_id)
        if account is not None and account.is_deactivated:
            raise Refused("M_USER_DEACTIVATED", 403, "This account has been deactivated")

    async def _log_in_for_service(self, request: Request, body: dict[str, Any]) -> Response:
        """A device for a person in the namespace of an application service."""
        service = self._service(request)
        if service.manages_devices:
            raise _no_logins()
        name = await self._named(body)
        if name is None:
            raise missing_param("identifier")
        user_id = self._actions.resolve_name(name)
        if not service.is_mine(user_id):
            raise Refused("M_EXCLUSIVE", 400, "This name is not in the namespace of the application service")
        if not await self._actions.exists(user_id):
            raise forbidden("The application service has not registered this person")
        return await self._enter(user_id, body, request.peer)

    async def refresh(self, request: Request) -> Response:
        """POST /refresh."""
        token = request.json_object().get("refresh_token")
        if token is None:
            raise missing_param("refresh_token")
        if not isinstance(token, str):
            raise bad_json("refresh_token must be a string")
        return answer((await self._devices.tokens.refresh(token)).fields())

    async def logout(self, request: Request) -> Response:
        """POST /logout."""
        caller = request.caller
        await self._actions.log_out(caller.user_id, caller.device_id or "")
        return Response()

    async def logout_all(self, request: Request) -> Response:
        """POST /logout/all."""
        await self._actions.log_out_everywhere(request.caller.user_id)
        return Response()

    async def whoami(self, request: Request) -> Response:
        """GET /account/whoami."""
        caller = request.caller
        device = {} if caller.device_id is None else {"device_id": caller.device_id}
        return answer({"user_id": caller.user_id, **device, "is_guest": False})

    # --- the account ------------------------------------------------------------------------------------------------------

    async def change_password(self, request: Request) -> Response:
        """POST /account/password."""
        body = request.json_object()
        if body.get("new_password") is not None:
            self._passwords.check_new(body["new_password"])
        flows = [[PASSWORD]] if self.addresses is None else [[PASSWORD], [EMAIL]]
        first, session = await self._uia.require(request, body, flows)
        merged = {**{key: value for key, value in body.items() if key != "auth"}, **first}
        if merged.get("new_password") is None:
            raise missing_param("new_password")
        log_out = merged.get("logout_devices", True)
        if not isinstance(log_out, bool):
            raise bad_json("logout_devices must be true or false")
        caller = request.caller_or_none
        unit, proof = Unit(), session.facts.get("proof")
        if proof is not None and self.addresses is not None:
            self.addresses.spend(unit, proof, session.facts["user_id"])
        try:
            await self._actions.set_password(
                session.facts["user_id"],
                self._passwords.check_new(merged["new_password"]),
                keep_device=caller.device_id if caller is not None else None,
                log_out=log_out,
                accept_language=request.header(b"accept-language") or "",
                also=unit.writes,
            )
        except Conflict as error:
            raise forbidden("The confirmation by e-mail has been used already, or is too old") from error
        return Response()

    async def deactivate(self, request: Request) -> Response:
        """POST /account/deactivate."""
        _, session = await self._uia.require(request, request.json_object(optional=True), [[PASSWORD]])
        await self._actions.deactivate(session.facts["user_id"])
        return answer({"id_server_unbind_result": "success"})

    async def _named(self, body: Mapping[str, Any]) -> object:
        """Who is meant: a user, or whose an address is (nobody's: "", who has no account), also as older clients say it."""
        identifier = body.get("identifier")
        if not isinstance(identifier, dict):
            if body.get("user") is not None or body.get("address") is None:
                return body.get("user")
            identifier = {"type": THIRD_PARTY, "medium": body.get("medium"), "address": body["address"]}
        if identifier.get("type") == THIRD_PARTY:
            owner = self.addresses and await self.addresses.owner(identifier.get("medium"), identifier.get("address"))
            return owner or ""
        if identifier.get("type") != "m.id.user":
            raise Refused("M_UNKNOWN", 400, "Only identifiers of type m.id.user and m.id.thirdparty are known here")
        return identifier.get("user")


def _no_logins() -> Refused:
    text = "The registration of this application service says that it manages devices itself: it logs nobody in"
    return Refused("M_APPSERVICE_LOGIN_UNSUPPORTED", 400, text)
