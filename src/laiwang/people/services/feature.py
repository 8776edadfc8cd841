"""The registered services, and the manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, urlencode

import orjson

from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Reply, Unreachable
from laiwang.kit.refusals import Refused
from laiwang.people.services.model import RegistrationWrong, Service, ServiceSettings
from laiwang.people.services.routes import Routes
from laiwang.people.services.rules import check_together, read_registration

__all__ = ["Services"]

QUERY_TIMEOUT_S = 10.0
#: how long a "no" of a service is believed
NO_MS = 30_000
NOES_MAX = 10_000
ANSWER_BYTES_MAX = 1 << 20


class Services:
    """All of them. Raises RegistrationWrong when it is built from files that cannot be used."""

    def __init__(self, kernel: Kernel, settings: ServiceSettings) -> None:
        self._kernel = kernel
        read = {file: _read(file, kernel.server_name) for file in settings.files}
        check_together(read)
        self.all: Sequence[Service] = tuple(read.values())
        self._by_token = {one.as_token: one for one in self.all}
        self._by_id = {one.id: one for one in self.all}
        self._noes: dict[str, int] = {}

    # --- who is who ---------------------------------------------------------------------------------------------------------

    def by_token(self, token: str) -> Service | None:
        """The service whose token this is."""
        return self._by_token.get(token)

    def by_id(self, service_id: str | None) -> Service | None:
        """The service of that id."""
        return None if service_id is None else self._by_id.get(service_id)

    def check_user(self, user_id: str, service: Service | None = None) -> None:
        """Whether somebody (or `service`) may take a user id. Raises Refused 400 M_EXCLUSIVE."""
        if service is not None and not service.is_mine(user_id):
            raise Refused("M_EXCLUSIVE", 400, "This name is not in the namespace of the application service")
        if any(one is not service and one.owns_user(user_id) for one in self.all):
            raise Refused("M_EXCLUSIVE", 400, "This name is reserved by an application service")

    def check_alias(self, alias: str, service_id: str | None) -> None:
        """Whether somebody (or a service) may take an alias. Raises Refused 400 M_EXCLUSIVE."""
        if any(one.id != service_id and one.owns_alias(alias) for one in self.all):
            raise Refused("M_EXCLUSIVE", 400, "This alias is reserved by an application service")

    # --- asking them --------------------------------------------------------------------------------------------------------

    async def call(
        self,
        service: Service,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        body: bytes = b"",
        timeout_s: float = QUERY_TIMEOUT_S,
    ) -> Reply:
        """A request to a service that has a URL. Raises Unreachable."""
        assert service.url is not None
        headers = {"Authorization": f"Bearer {service.hs_token}"}
        if body:
            headers["Content-Type"] = "application/json"
        return await self._kernel.outbound.send(
            method,
            f"{service.url}{path}" + (f"?{urlencode(query)}" if query else ""),
            headers=headers,
            body=body,
            timeout_s=timeout_s,
            answer_bytes_max=ANSWER_BYTES_MAX,
            trusted=True,
        )

    async def make_user(self, user_id: str) -> bool:
        """Asks the services whose namespace the id is in; one that says yes has made the account by then."""
        askable = [one for one in self.all if one.url is not None and user_id != one.sender and one.is_mine(user_id)]
        return await self._ask(askable, user_id, f"/_matrix/app/v1/users/{quote(user_id, safe='')}")

    async def make_alias(self, alias: str) -> bool:
        """Asks the services whose namespace the alias is in; one that says yes has made the room and the alias by then."""
        askable = [
            one for one in self.all if one.url is not None and any(name.regex.match(alias) for name in one.aliases)
        ]
        return await self._ask(askable, alias, f"/_matrix/app/v1/rooms/{quote(alias, safe='')}")

    async def _ask(self, services: Sequence[Service], what: str, path: str) -> bool:
        now_ms = self._kernel.clock.now_ms()
        if not services or self._noes.get(what, 0) > now_ms:
            return False
        for service in services:
            try:
                if (await self.call(service, "GET", path)).is_success:
                    return True
            except Unreachable:
                continue
        if len(self._noes) >= NOES_MAX:
            self._noes.clear()
        self._noes[what] = now_ms + NO_MS
        return False

    async def ask_json(self, service: Service, path: str, query: Mapping[str, str] | None = None) -> object:
        """The answer to a look-up as JSON, None when there is none of use."""
        if service.url is None:
            return None
        try:
            reply = await self.call(service, "GET", path, query=query)
            return orjson.loads(reply.body) if reply.is_success else None
        except (Unreachable, orjson.JSONDecodeError):
            return None

    # --- manifest -----------------------------------------------------------------------------------------------------------

    def manifest(self) -> Capability:
        """Routes."""
        routes = Routes(self._kernel, self)
        third = "/_matrix/client/v3/thirdparty"
        ping = "/_matrix/client/v1/appservice/{appserviceId}/ping"
        return Capability(
            name="services",
            purpose="Bridges and bots that the operator has registered",
            unstable_features={"org.matrix.msc3202": True, "io.element.msc4190": True},
            routes=(
                Route("POST", ping, routes.ping, operation="pingAppservice"),
                Route("GET", f"{third}/protocols", routes.protocols, operation="getProtocols"),
                Route("GET", f"{third}/protocol/{{protocol}}", routes.protocol, operation="getProtocolMetadata"),
                Route("GET", f"{third}/location/{{protocol}}", routes.locations, operation="queryLocationByProtocol"),
                Route("GET", f"{third}/user/{{protocol}}", routes.users, operation="queryUserByProtocol"),
                Route("GET", f"{third}/location", routes.location_of, operation="queryLocationByAlias"),
                Route("GET", f"{third}/user", routes.user_of, operation="queryUserByID"),
            ),
        )


def _read(file: str, server_name: str) -> Service:
    import yaml

    try:
        document = yaml.safe_load(Path(file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RegistrationWrong(f"{file}: the registration cannot be read: {error}") from error
    except yaml.YAMLError as error:
        raise RegistrationWrong(f"{file}: the registration is not YAML: {error}") from error
    return read_registration(document, file, server_name)
