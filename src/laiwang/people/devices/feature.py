"""The devices of people, and the manifest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from laiwang.kernel.capability import Capability, Request, Response, Route, answer
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note, noted
from laiwang.kernel.ports import Fact, Reads, Unit
from laiwang.kit.refusals import bad_json, not_found
from laiwang.people.devices import store
from laiwang.people.devices.tokens import TOKENS, Issued, Tokens

__all__ = ["REMOVED", "Devices"]

#: kind of the note that a device is gone for good: it is about `<user id>/<device id>`
REMOVED = "removed_device"

CLIENT = "/_matrix/client/v3"
SEEN_EVERY_MS = 5 * 60_000
DEVICE_ID_CHARACTERS_MAX = 255
NAME_CHARACTERS_MAX = 500
#: idempotency keys that are deleted in one commit, and how often the old ones are
TXNS_AT_ONCE = 1000
TXNS_EVERY_S = 3600.0

RequireUia = Callable[[Request, dict[str, Any]], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class DeviceSeen:
    """A device as its owner sees it; `last_seen_ms` and `last_seen_ip` are a few minutes old."""

    device_id: str
    display_name: str | None
    last_seen_ms: int | None
    last_seen_ip: str | None


class Devices:
    """Making, naming and removing devices. Whatever belongs to a device hangs a hook on `removal_hooks`.

    A request that a device repeats within `txns_kept_ms` is done once (its idempotency key is kept for so long).
    """

    def __init__(self, kernel: Kernel, *, token_lifetime_ms: int, txns_kept_ms: int) -> None:
        self._kernel = kernel
        self._txns_kept_ms = txns_kept_ms
        self._txns_errand = Errand(kernel.leases, "old idempotency keys", self.drop_old_txns, is_woken=False)
        self.tokens = Tokens(kernel, token_lifetime_ms)
        self.removal_hooks: list[Callable[[Unit, str, str], None]] = []
        self._seen: dict[str, int] = {}

    def new_id(self) -> str:
        """A device id nobody has."""
        return self._kernel.chance.token(8).replace("-", "A").replace("_", "B")[:10].upper()

    def check_id(self, value: object) -> str:
        """A device id that a client chose. Raises Refused 400."""
        if not isinstance(value, str) or not value or len(value) > DEVICE_ID_CHARACTERS_MAX or "/" in value:
            raise bad_json("device_id must be a short string without slashes")
        return value

    def add(
        self,
        unit: Unit,
        user_id: str,
        device_id: str,
        *,
        display_name: str | None,
        ip: str,
        refreshable: bool,
        is_known: bool = False,
    ) -> Issued:
        """Adds a device with fresh tokens to a unit; those that a known device of that id had end."""
        if is_known:
            unit.write(store.DROP_ACCESS_OF, {"user": user_id, "device": device_id})
            unit.write(store.DROP_REFRESH_OF, {"user": user_id, "device": device_id})
            note(unit, TOKENS, user_id)
        unit.write(
            store.SET_DEVICE,
            {
                "user_id": user_id,
                "device_id": device_id,
                "display_name": display_name[:NAME_CHARACTERS_MAX] if display_name else None,
                "last_seen_ms": self._kernel.clock.now_ms(),
                "last_seen_ip": ip,
                "is_dehydrated": 0,
            },
        )
        return self.tokens.issue(unit, user_id, device_id, refreshable=refreshable)

    async def add_bare(self, user_id: str, device_id: str, display_name: str | None, ip: str) -> None:
        """Makes a device without tokens: an application service speaks for it with its own. Raises Refused 400."""
        unit = Unit()
        unit.write(
            store.SET_DEVICE,
            {
                "user_id": user_id,
                "device_id": self.check_id(device_id),
                "display_name": display_name,
                "last_seen_ms": self._kernel.clock.now_ms(),
                "last_seen_ip": ip,
                "is_dehydrated": 0,
            },
        )
        await self._kernel.log.append(unit)

    def add_dehydrated(self, unit: Unit, user_id: str, device_id: str, display_name: str | None) -> None:
        """Adds a device to a unit that has keys and messages but is no session: it stands in no list of those, and logging out everywhere
        leaves it."""
        row = {"user_id": user_id, "device_id": device_id, "display_name": display_name, "is_dehydrated": 1}
        unit.write(store.SET_DEVICE, {**row, "last_seen_ms": None, "last_seen_ip": None})

    async def dehydrated_of(self, user_id: str) -> str | None:
        """The id of a person's dehydrated device."""
        row = await self._kernel.database.fetch_one(store.DEHYDRATED, {"user": user_id})
        return None if row is None else str(row[0])

    def remove(self, unit: Unit, user_id: str, device_id: str) -> None:
        """Removes a device with all that belongs to it, in a unit."""
        params = {"user": user_id, "device": device_id}
        unit.write(store.DROP_ACCESS_OF, params)
        unit.write(store.DROP_REFRESH_OF, params)
        unit.write(store.DROP_DEVICE, params)
        # Who takes the same id later repeats nothing.
        unit.write(store.DROP_TXNS_OF, {"device_key": f"{user_id}/{device_id}"})
        note(unit, TOKENS, user_id)
        note(unit, REMOVED, f"{user_id}/{device_id}")
        for hook in self.removal_hooks:
            hook(unit, user_id, device_id)

    def _heard_removed(self, fact: Fact) -> None:
        self._kernel.rooms.forget_txns(noted(fact))

    async def drop_old_txns(self) -> float:
        """Deletes idempotency keys whose time is over, a bounded number in one commit; answers when to look again, in seconds."""
        before_ms = self._kernel.clock.now_ms() - self._txns_kept_ms
        while True:
            row = await self._kernel.database.fetch_one(
                store.TXN_AFTER, {"before_ms": before_ms, "most": TXNS_AT_ONCE - 1}
            )
            unit = Unit()
            # Those of the same millisecond go together.
            unit.write(store.DROP_TXNS_BEFORE, {"before_ms": before_ms if row is None else min(row[0] + 1, before_ms)})
            await self._kernel.log.append(unit)
            if row is None:
                return TXNS_EVERY_S

    async def seen_since(self, since_ms: int) -> int:
        """How many people were here since then; a few minutes old."""
        row = await self._kernel.database.fetch_one(store.SEEN_SINCE, {"since_ms": since_ms})
        return int(row[0]) if row else 0

    async def ids_of(self, user_id: str, reads: Reads | None = None) -> list[str]:
        """Device ids of a person; `reads` is the transaction that asks, if one does."""
        return [row[0] for row in await (reads or self._kernel.database).fetch(store.ALL_OF, {"user": user_id})]

    async def list_of(self, user_id: str) -> list[DeviceSeen]:
        """Devices of a person, with when and from where each was seen last."""
        return [DeviceSeen(*row) for row in await self._kernel.database.fetch(store.ALL_OF, {"user": user_id})]

    async def exists(self, user_id: str, device_id: str) -> bool:
        """Whether there is such a device."""
        found = await self._kernel.database.fetch_one(store.DEVICE, {"user": user_id, "device": device_id})
        return found is not None

    async def names_of(self, user_ids: Sequence[str]) -> dict[str, dict[str, str | None]]:
        """User → device → display name, for those who have devices."""
        found: dict[str, dict[str, str | None]] = {}
        if user_ids:
            for user_id, device_id, name in await self._kernel.database.fetch(
                store.NAMES_OF, {"users": list(user_ids)}
            ):
                found.setdefault(user_id, {})[device_id] = name
        return found

    def due(self, user_id: str, device_id: str) -> bool:
        """Whether it is time to note that the device was seen."""
        key = f"{user_id}/{device_id}"
        now = self._kernel.clock.now_ms()
        if now - self._seen.get(key, 0) < SEEN_EVERY_MS:
            return False
        if len(self._seen) > 100_000:
            self._seen.clear()
        self._seen[key] = now
        return True

    async def seen(self, user_id: str, device_id: str, ip: str) -> None:
        """Notes when and from where a device was used."""
        unit = Unit()
        unit.write(store.SEEN, {"user": user_id, "device": device_id, "at_ms": self._kernel.clock.now_ms(), "ip": ip})
        await self._kernel.log.append(unit)

    def manifest(self, require_uia: RequireUia) -> Capability:
        """Routes."""
        routes = _Routes(self._kernel, self, require_uia)
        one = f"{CLIENT}/devices/{{deviceId}}"
        return Capability(
            name="devices",
            purpose="What people are logged in on",
            routes=(
                Route("GET", f"{CLIENT}/devices", routes.all, operation="getDevices"),
                Route("GET", one, routes.one, operation="getDevice"),
                Route("PUT", one, routes.rename, operation="updateDevice"),
                Route("DELETE", one, routes.delete, operation="deleteDevice"),
                Route("POST", f"{CLIENT}/delete_devices", routes.delete_many, operation="deleteDevices"),
            ),
            mirrors={TOKENS: self.tokens.heard, REMOVED: self._heard_removed},
            on_start=self._txns_errand.start,
            on_stop=self._txns_errand.stop,
        )


def _shown(row: Sequence[Any]) -> dict[str, Any]:
    names = ("device_id", "display_name", "last_seen_ts", "last_seen_ip")
    return {name: value for name, value in zip(names, row, strict=True) if value is not None}


class _Routes:
    def __init__(self, kernel: Kernel, devices: Devices, require_uia: RequireUia) -> None:
        self._kernel = kernel
        self._devices = devices
        self._require_uia = require_uia

    async def all(self, request: Request) -> Response:
        rows = await self._kernel.database.fetch(store.ALL_OF, {"user": request.caller.user_id})
        return answer({"devices": [_shown(row) for row in rows]})

    async def one(self, request: Request) -> Response:
        params: Mapping[str, str] = {"user": request.caller.user_id, "device": request.params["deviceId"]}
        row = await self._kernel.database.fetch_one(store.DEVICE, params)
        if row is None:
            raise not_found("You have no such device")
        return answer(_shown(row))

    async def rename(self, request: Request) -> Response:
        name = request.json_object(optional=True).get("display_name")
        user_id, device_id = request.caller.user_id, request.params["deviceId"]
        if name is not None and (not isinstance(name, str) or len(name) > NAME_CHARACTERS_MAX):
            raise bad_json(f"display_name must be a string of at most {NAME_CHARACTERS_MAX} characters")
        if not await self._devices.exists(user_id, device_id):
            if request.caller.service_id is None:
                raise not_found("You have no such device")
            await self._devices.add_bare(user_id, device_id, name, request.peer)
            return Response(status=201)
        if name is not None:
            unit = Unit()
            unit.write(store.RENAME, {"user": user_id, "device": device_id, "name": name})
            await self._kernel.log.append(unit)
        return Response()

    async def delete(self, request: Request) -> Response:
        await self._require_uia(request, request.json_object(optional=True))
        await self._remove(request.caller.user_id, [request.params["deviceId"]])
        return Response()

    async def delete_many(self, request: Request) -> Response:
        body = request.json_object()
        if not (isinstance(body.get("auth"), dict) and "devices" not in body):
            _device_ids(body)
        body = await self._require_uia(request, body)
        await self._remove(request.caller.user_id, _device_ids(body))
        return Response()

    async def _remove(self, user_id: str, device_ids: Sequence[str]) -> None:
        known = set(await self._devices.ids_of(user_id))
        unit = Unit()
        for device_id in device_ids:
            if device_id in known:
                self._devices.remove(unit, user_id, device_id)
        if unit.writes:
            await self._kernel.log.append(unit)


def _device_ids(body: Mapping[str, Any]) -> list[str]:
    ids = body.get("devices")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise bad_json("devices must be a list of device ids")
    return ids
