"""The manifest of accounts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from laiwang.kernel.capability import Capability, Live, Request, Route
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import DatabaseUnfit, Unit
from laiwang.matrix.ids import server_name
from laiwang.people.accounts import store
from laiwang.people.accounts.actions import ACCOUNT, Actions
from laiwang.people.accounts.fallback import Fallback
from laiwang.people.accounts.limits import RateLimits
from laiwang.people.accounts.model import AddressBook, PasswordSettings, RegistrationSettings
from laiwang.people.accounts.passwords import Passwords
from laiwang.people.accounts.queries import Queries
from laiwang.people.accounts.routes import Login, Routes
from laiwang.people.accounts.uia import UserInteractive
from laiwang.people.devices import Devices
from laiwang.people.services import Services

__all__ = ["Accounts"]

CLIENT = "/_matrix/client/v3"


class Accounts:
    """Accounts with everything that proves who somebody is."""

    def __init__(
        self,
        kernel: Kernel,
        devices: Devices,
        limits: RateLimits,
        services: Services,
        *,
        registration: RegistrationSettings,
        passwords: PasswordSettings,
    ) -> None:
        self._kernel = kernel
        self._devices = devices
        self._passwords = Passwords(passwords)
        self._uia = UserInteractive(kernel)
        self.queries = Queries(kernel)
        self.actions = Actions(kernel, registration, self._passwords, devices, services, limits)
        self._limits = limits
        self._routes = Routes(self.actions, devices, self._uia, limits, self._passwords, registration, services)
        self.authenticate = self.actions.authenticate
        self.check_new_password = self._passwords.check_new

    @property
    def device_removal_hooks(self) -> list[Callable[[Unit, str, str], None]]:
        """What hangs on devices adds itself here: (unit, user id, device id)."""
        return self._devices.removal_hooks

    @property
    def logins(self) -> dict[str, Login]:
        """Kinds of login beside the password, by type; whoever offers one adds it."""
        return self._routes.logins

    def use_addresses(self, book: AddressBook) -> None:
        """People have e-mail addresses from now on: they log in with them and set forgotten passwords anew."""
        self._routes.addresses = book

    async def require_uia(self, request: Request, body: dict[str, Any]) -> dict[str, Any]:
        """The body, once the caller has proved the password again. Raises Refused 401."""
        return await self._routes.require_uia(request, body)

    async def devices_of(self, user_ids: Sequence[str]) -> Mapping[str, Mapping[str, str | None]]:
        """Device names by device by person, for those who have an account here."""
        if not user_ids:
            return {}
        rows = await self._kernel.database.fetch(store.KNOWN, {"users": list(user_ids)})
        names = await self._devices.names_of([row[0] for row in rows])
        return {row[0]: names.get(row[0], {}) for row in rows}

    def manifest(self) -> Capability:
        """Routes."""
        routes = self._routes
        fallback = Fallback(self._uia).page
        web = f"{CLIENT}/auth/{{type}}/fallback/web"
        validity = "/_matrix/client/v1/register/m.login.registration_token/validity"
        return Capability(
            name="accounts",
            purpose="Registering, logging in, passwords, and the end of an account",
            live=(Live("rate_limits", self._limits.set_rates), Live("registration", routes.take, ("mode",))),
            routes=(
                Route("POST", f"{CLIENT}/register", routes.register, auth="none", operation="register"),
                Route(
                    "GET",
                    f"{CLIENT}/register/available",
                    routes.available,
                    auth="none",
                    operation="checkUsernameAvailability",
                ),
                Route("GET", validity, routes.token_validity, auth="none", operation="registrationTokenValidity"),
                Route("GET", f"{CLIENT}/login", routes.login_flows, auth="none", operation="getLoginFlows"),
                Route("POST", f"{CLIENT}/login", routes.login, auth="none", operation="login"),
                Route("POST", f"{CLIENT}/refresh", routes.refresh, auth="none", operation="refresh"),
                Route("POST", f"{CLIENT}/logout", routes.logout, operation="logout"),
                Route("POST", f"{CLIENT}/logout/all", routes.logout_all, operation="logout_all"),
                Route("GET", f"{CLIENT}/account/whoami", routes.whoami, operation="getTokenOwner"),
                Route(
                    "POST",
                    f"{CLIENT}/account/password",
                    routes.change_password,
                    auth="optional",
                    operation="changePassword",
                ),
                Route(
                    "POST",
                    f"{CLIENT}/account/deactivate",
                    routes.deactivate,
                    auth="optional",
                    operation="deactivateAccount",
                ),
                Route("GET", web, fallback, auth="none"),
                Route("POST", web, fallback, auth="none"),
            ),
            mirrors={ACCOUNT: self.actions.heard},
            on_start=self._start,
            on_stop=self._stop,
            client_capabilities={"m.change_password": {"enabled": True}},
        )

    async def _start(self) -> None:
        await self._check_name()
        await self.actions.add_senders()
        await self._limits.errand.start()

    async def _check_name(self) -> None:
        """Whether the people in the database are this server's: machines may have different settings. Raises DatabaseUnfit."""
        row = await self._kernel.database.fetch_one(store.SOMEBODY)
        if row is not None and server_name(str(row[0])) != self._kernel.server_name:
            raise DatabaseUnfit(
                f"the database belongs to the server {server_name(str(row[0]))}, and this one is called {self._kernel.server_name}; "
                "set server.name, or another database.url"
            )

    async def _stop(self) -> None:
        await self._limits.errand.stop()
        self._passwords.close()
