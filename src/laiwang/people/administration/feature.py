"""The manifest of the administration of people."""

from __future__ import annotations

from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel
from laiwang.people.accounts import Accounts
from laiwang.people.administration import model
from laiwang.people.administration.actions import Actions
from laiwang.people.administration.routes import Routes
from laiwang.people.audit import Audit
from laiwang.people.devices import Devices
from laiwang.people.profiles import Profiles

__all__ = ["Administration"]

CLIENT = "/_matrix/client"
ADMIN = "/api/v1/admin"


class Administration:
    """Acts of administrators on accounts; `actions` serve the command line as well."""

    def __init__(self, kernel: Kernel, accounts: Accounts, devices: Devices, profiles: Profiles, audit: Audit) -> None:
        self.actions = Actions(kernel, accounts, devices, audit)
        self._routes = Routes(kernel, self.actions, accounts, devices, profiles, audit)

    def manifest(self) -> Capability:
        """Routes."""
        routes = self._routes
        lock, suspend = f"{CLIENT}/v1/admin/lock/{{userId}}", f"{CLIENT}/v1/admin/suspend/{{userId}}"
        people = f"{ADMIN}/people"
        person = f"{people}/{{userId}}"
        tokens = f"{ADMIN}/registration_tokens"
        token = f"{tokens}/{{token}}"
        made = model.RegistrationToken
        return Capability(
            name="administration",
            purpose="Accounts, devices and registration tokens in the hands of administrators, and the list of what they did",
            routes=(
                Route("GET", lock, routes.locked, operation="getAdminLockUser"),
                Route("PUT", lock, routes.set_locked, operation="setAdminLockUser"),
                Route("GET", suspend, routes.suspended, operation="getAdminSuspendUser"),
                Route("PUT", suspend, routes.set_suspended, operation="setAdminSuspendUser"),
                Route("GET", f"{CLIENT}/v3/admin/whois/{{userId}}", routes.whois, operation="getWhoIs"),
                Route("GET", people, routes.people, gives=model.PeoplePage),
                Route("POST", people, routes.create, takes=model.NewPerson, gives=model.Created),
                Route("GET", person, routes.person, gives=model.PersonDetails),
                Route(
                    "POST",
                    f"{person}/password",
                    routes.reset_password,
                    takes=model.NewPassword,
                    gives=model.PasswordReset,
                ),
                Route("POST", f"{person}/deactivate", routes.deactivate),
                Route("PUT", f"{person}/administrator", routes.set_admin, takes=model.AdministratorChange),
                Route("GET", f"{person}/devices", routes.devices, gives=model.DeviceList),
                Route("DELETE", f"{person}/devices", routes.remove_devices),
                Route("DELETE", f"{person}/devices/{{deviceId}}", routes.remove_device),
                Route("GET", tokens, routes.tokens, gives=model.TokenList),
                Route("POST", tokens, routes.add_token, takes=model.NewToken, gives=made),
                Route("GET", token, routes.token, gives=made),
                Route("PUT", token, routes.change_token, takes=model.TokenChange, gives=made),
                Route("DELETE", token, routes.remove_token),
                Route("GET", f"{ADMIN}/audit", routes.audit, gives=model.AuditPage),
            ),
        )
