"""SCIM and its manifest."""

from __future__ import annotations

from laiwang.kernel.capability import Capability
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit
from laiwang.people.accounts import Accounts
from laiwang.people.addresses import Addresses
from laiwang.people.devices import Devices
from laiwang.people.domains import Domains
from laiwang.people.organisations import Organisations
from laiwang.people.profiles import Profiles
from laiwang.people.rosters import Rosters
from laiwang.people.scim import store
from laiwang.people.scim.actions import Actions
from laiwang.people.scim.queries import Queries
from laiwang.people.scim.routes import Routes

__all__ = ["Scim"]


class Scim:
    """Front door of the capability."""

    def __init__(
        self,
        kernel: Kernel,
        accounts: Accounts,
        devices: Devices,
        addresses: Addresses,
        profiles: Profiles,
        organisations: Organisations,
        domains: Domains,
        rosters: Rosters,
    ) -> None:
        actions = Actions(kernel, accounts, devices, organisations, rosters)
        queries = Queries(kernel, addresses, organisations, domains, profile_of=profiles.of)
        self._routes = Routes(kernel, actions, queries, accounts, addresses, profiles, organisations)
        organisations.actions.on_end.append(_forget)
        accounts.actions.on_end.append(_forget_person)

    def manifest(self) -> Capability:
        """Routes."""
        return Capability(
            name="scim",
            purpose="Another system keeps the staff of an organisation",
            routes=self._routes.all(),
        )


def _forget(unit: Unit, organisation_id: str) -> None:
    for statement in store.DROP_OF:
        unit.write(statement, {"of": organisation_id})


def _forget_person(unit: Unit, user_id: str) -> None:
    unit.write(store.DROP_ENDED, {"user": user_id})
