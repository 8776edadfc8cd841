"""Dehydrated devices: routes and manifest."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson

from laiwang.chat.dehydration import store
from laiwang.chat.encryption import Encryption
from laiwang.kernel.capability import Capability, Request, Response, Route, answer
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Unit
from laiwang.kit import canonical_json
from laiwang.kit.refusals import bad_json, forbidden, invalid_param, missing_param, not_found, too_large
from laiwang.people.devices import Devices

__all__ = ["Dehydration"]

PATH = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device"
ID_CHARACTERS_MAX = 255
NAME_CHARACTERS_MAX = 500
DATA_BYTES_MAX = 128 << 10
EVENTS_MAX = 100
TOKEN_DIGITS_MAX = 18


class Dehydration:
    """The dehydrated device of each person. One changes at a time: it is done once in weeks, and there may be only one."""

    def __init__(self, kernel: Kernel, devices: Devices, encryption: Encryption) -> None:
        self._kernel = kernel
        self._devices = devices
        self._encryption = encryption
        self._changing = asyncio.Lock()

    async def forget(self, user_id: str) -> None:
        """Removes the device of somebody who will not log in again."""
        async with self._changing:
            await self._remove(user_id)

    async def _remove(self, user_id: str) -> str | None:
        unit = Unit()
        known = await self._devices.dehydrated_of(user_id)
        unit.write(store.DROP, {"user": user_id})
        if known is not None:
            self._devices.remove(unit, user_id, known)
        await self._kernel.log.append(unit)
        return known

    async def _of(self, user_id: str) -> tuple[str, bytes]:
        row = await self._kernel.database.fetch_one(store.OF, {"user": user_id})
        # A client that logs in under its id makes an ordinary device of it.
        if row is None or row[0] != await self._devices.dehydrated_of(user_id):
            raise not_found("There is no dehydrated device")
        return row[0], row[1]

    # --- routes -----------------------------------------------------------------------------------------------------------

    async def put(self, request: Request) -> Response:
        """PUT /dehydrated_device: the device, its sealed secrets and its keys, all or nothing. The one before goes with all its messages;
        the same one again stays, with what has come for it."""
        user_id, body = request.caller.user_id, request.json_object()
        device_id = body.get("device_id")
        if not isinstance(device_id, str) or not 0 < len(device_id) <= ID_CHARACTERS_MAX:
            raise bad_json("device_id must be a short string")
        data = _data(body.get("device_data"))
        name = body.get("initial_device_display_name")
        if name is not None and (not isinstance(name, str) or len(name) > NAME_CHARACTERS_MAX):
            raise bad_json(f"initial_device_display_name must be a string of at most {NAME_CHARACTERS_MAX} characters")
        if body.get("device_keys") is None:
            raise missing_param("device_keys")
        async with self._changing:
            if await self._devices.exists(user_id, device_id):
                raise invalid_param("This device is logged in: a dehydrated one has an id of its own")
            known = await self._devices.dehydrated_of(user_id)

            def also(unit: Unit) -> None:
                if known is not None and known != device_id:
                    self._devices.remove(unit, user_id, known)
                self._devices.add_dehydrated(unit, user_id, device_id, name)
                unit.write(store.SET, {"user_id": user_id, "device_id": device_id, "data": data})

            await self._encryption.keys.store(user_id, device_id, body, also=also)
        return answer({"device_id": device_id})

    async def get(self, request: Request) -> Response:
        """GET /dehydrated_device."""
        device_id, data = await self._of(request.caller.user_id)
        return Response(b'{"device_id":%b,"device_data":%b}' % (orjson.dumps(device_id), data))

    async def delete(self, request: Request) -> Response:
        """DELETE /dehydrated_device."""
        async with self._changing:
            device_id = await self._remove(request.caller.user_id)
        if device_id is None:
            raise not_found("There is no dehydrated device")
        return answer({"device_id": device_id})

    async def events(self, request: Request) -> Response:
        """POST /dehydrated_device/{deviceId}/events: a page of what came for it. Nothing is deleted by reading, so that whoever is
        interrupted begins again; a page without events is the end."""
        since = _position(request.json_object(optional=True).get("next_batch"))
        facts = await self._page(request, since, EVENTS_MAX)
        end = facts[-1].position if facts else since
        return Response(b'{"events":[%b],"next_batch":"d%d"}' % (b",".join(fact.body for fact in facts), end))

    async def events_from(self, request: Request) -> Response:
        """GET /dehydrated_device/{deviceId}/events, as later clients ask: `next_batch` stands in the answer while there is more."""
        limit = max(1, request.int_arg("limit", EVENTS_MAX, maximum=EVENTS_MAX))
        facts = await self._page(request, _position(request.arg("from")), limit + 1)
        shown = facts[:limit]
        more = b',"next_batch":"d%d"' % shown[-1].position if len(facts) > limit else b""
        return Response(b'{"events":[%b]%b}' % (b",".join(fact.body for fact in shown), more))

    async def _page(self, request: Request, since: int, limit: int) -> list[Fact]:
        user_id, device_id = request.caller.user_id, request.params["deviceId"]
        if device_id != await self._devices.dehydrated_of(user_id):
            raise forbidden("This is not your dehydrated device")
        return await self._encryption.to_device.look(user_id, device_id, since, limit)

    def manifest(self) -> Capability:
        """Routes."""
        return Capability(
            name="dehydration",
            purpose="A device that collects keys for somebody who is logged in nowhere",
            routes=(
                Route("PUT", PATH, self.put),
                Route("GET", PATH, self.get),
                Route("DELETE", PATH, self.delete),
                Route("POST", f"{PATH}/{{deviceId}}/events", self.events),
                Route("GET", f"{PATH}/{{deviceId}}/events", self.events_from),
            ),
            unstable_features={"org.matrix.msc3814": True},
        )


def _data(value: Any) -> bytes:
    if not isinstance(value, dict) or not isinstance(value.get("algorithm"), str):
        raise bad_json("device_data must be an object that names its algorithm")
    canonical_json.check(value)
    data = orjson.dumps(value)
    if len(data) > DATA_BYTES_MAX:
        raise too_large(f"device_data has at most {DATA_BYTES_MAX} bytes")
    return data


def _position(token: Any) -> int:
    if token is None:
        return 0
    digits = token[1:] if isinstance(token, str) else ""
    if not (digits.isascii() and digits.isdigit() and len(digits) <= TOKEN_DIGITS_MAX and token[0] == "d"):
        raise invalid_param("next_batch is not one of this server's")
    return int(digits)
