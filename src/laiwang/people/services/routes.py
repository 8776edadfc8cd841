"""HTTP ↔ services. Sources: API/appservice_ping, third_party_lookup."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import orjson

from laiwang.kernel.capability import Request, Response, answer
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import TimedOut, Unreachable
from laiwang.kit.refusals import Refused, bad_json, forbidden, missing_param, not_found
from laiwang.people.services.model import Service

if TYPE_CHECKING:
    from laiwang.people.services.feature import Services

__all__ = ["Routes"]

PING_TIMEOUT_S = 10.0
BODY_SHOWN_CHARACTERS_MAX = 500
FIELDS_MAX = 50
THIRD = "/_matrix/app/v1/thirdparty"


class Routes:
    """Handlers."""

    def __init__(self, kernel: Kernel, services: Services) -> None:
        self._kernel = kernel
        self._services = services

    async def ping(self, request: Request) -> Response:
        """POST /appservice/{id}/ping: the service asks to be called back, to see that both ways are open."""
        service_id = request.params["appserviceId"]
        service = self._services.by_id(request.caller.service_id)
        if service is None or service.id != service_id:
            raise forbidden("This access token is not that of this application service")
        txn_id = request.json_object(optional=True).get("transaction_id")
        if txn_id is not None and not isinstance(txn_id, str):
            raise bad_json("transaction_id must be a string")
        if service.url is None:
            raise Refused("M_URL_NOT_SET", 400, "The application service has no URL")
        body = orjson.dumps({} if txn_id is None else {"transaction_id": txn_id})
        begin = self._kernel.clock.monotonic()
        try:
            reply = await self._services.call(
                service, "POST", "/_matrix/app/v1/ping", body=body, timeout_s=PING_TIMEOUT_S
            )
        except TimedOut as error:
            raise Refused("M_CONNECTION_TIMEOUT", 504, "The application service gave no answer in time") from error
        except Unreachable as error:
            raise Refused("M_CONNECTION_FAILED", 502, f"The application service is not reached: {error}") from error
        if not reply.is_success:
            shown = reply.body.decode("utf-8", "replace")[:BODY_SHOWN_CHARACTERS_MAX]
            extra: Mapping[str, object] = {"status": reply.status, "body": shown}
            raise Refused("M_BAD_STATUS", 502, "The application service does not answer as it should", extra)
        return answer({"duration_ms": int((self._kernel.clock.monotonic() - begin) * 1000)})

    # --- third-party networks -----------------------------------------------------------------------------------------------

    async def protocols(self, request: Request) -> Response:
        """GET /thirdparty/protocols."""
        names = sorted({name for service in self._services.all for name in service.protocols})
        found = await asyncio.gather(*(self._protocol(name) for name in names))
        return answer({name: value for name, value in zip(names, found, strict=True) if value is not None})

    async def protocol(self, request: Request) -> Response:
        """GET /thirdparty/protocol/{protocol}."""
        found = await self._protocol(request.params["protocol"])
        if found is None:
            raise not_found("No application service knows this protocol")
        return answer(found)

    async def _protocol(self, name: str) -> dict[str, Any] | None:
        """What the services that know a protocol say of it: the first one's words, and the instances of all."""
        services = [one for one in self._services.all if name in one.protocols]
        path = f"{THIRD}/protocol/{quote(name, safe='')}"
        answers = await asyncio.gather(*(self._services.ask_json(one, path) for one in services))
        merged: dict[str, Any] | None = None
        for service, found in zip(services, answers, strict=True):
            if not _is_protocol(found):
                continue
            assert isinstance(found, dict)
            instances = [_instance(service, one) for one in found["instances"] if isinstance(one, dict)]
            if merged is None:
                merged = {**found, "instances": instances}
            else:
                merged["instances"] += instances
        return merged

    async def locations(self, request: Request) -> Response:
        """GET /thirdparty/location/{protocol}."""
        return answer(await self._by_protocol(request, "location", "alias"))

    async def users(self, request: Request) -> Response:
        """GET /thirdparty/user/{protocol}."""
        return answer(await self._by_protocol(request, "user", "userid"))

    async def _by_protocol(self, request: Request, kind: str, needed: str) -> list[Any]:
        name = request.params["protocol"]
        services = [one for one in self._services.all if name in one.protocols]
        if not services:
            raise not_found("No application service knows this protocol")
        skipped = ("user_id", "device_id", "access_token")
        fields = {key: values[0] for key, values in request.query.items() if key not in skipped}
        if len(fields) > FIELDS_MAX:
            raise bad_json(f"At most {FIELDS_MAX} fields")
        found = await self._gather(services, f"{THIRD}/{kind}/{quote(name, safe='')}", fields, needed)
        if not found:
            raise not_found("Nothing was found there")
        return found

    async def location_of(self, request: Request) -> Response:
        """GET /thirdparty/location."""
        alias = request.arg("alias")
        if alias is None:
            raise missing_param("alias")
        return answer(await self._gather(self._services.all, f"{THIRD}/location", {"alias": alias}, "alias"))

    async def user_of(self, request: Request) -> Response:
        """GET /thirdparty/user."""
        user_id = request.arg("userid")
        if user_id is None:
            raise missing_param("userid")
        return answer(await self._gather(self._services.all, f"{THIRD}/user", {"userid": user_id}, "userid"))

    async def _gather(self, services: Any, path: str, query: Mapping[str, str], needed: str) -> list[Any]:
        answers = await asyncio.gather(*(self._services.ask_json(one, path, query) for one in services))
        return [
            one
            for found in answers
            if isinstance(found, list)
            for one in found
            if isinstance(one, dict)
            and isinstance(one.get(needed), str)
            and isinstance(one.get("protocol"), str)
            and isinstance(one.get("fields"), dict)
        ]


def _is_protocol(found: object) -> bool:
    return (
        isinstance(found, dict)
        and isinstance(found.get("user_fields"), list)
        and isinstance(found.get("location_fields"), list)
        and isinstance(found.get("field_types"), dict)
        and isinstance(found.get("icon"), str)
        and isinstance(found.get("instances"), list)
    )


def _instance(service: Service, found: dict[str, Any]) -> dict[str, Any]:
    """An instance under a name of its own on this server: what /publicRooms takes as `third_party_instance_id`."""
    network = found.get("network_id")
    return {**found, "instance_id": f"{service.id}|{network}"} if isinstance(network, str) else found
