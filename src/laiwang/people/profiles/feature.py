"""Profiles and their manifest. A new name or picture reaches the rooms in the background, in order, also across a restart."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson
import structlog

from laiwang.kernel.capability import Capability, Request, Response, Route, answer
from laiwang.kernel.errand import Errand
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import Mirror, note, noted
from laiwang.kernel.ports import Fact, Unit
from laiwang.kernel.room import Draft
from laiwang.kit import canonical_json
from laiwang.kit.refusals import Refused, bad_json, forbidden, missing_param, not_found
from laiwang.matrix.ids import check_user_id
from laiwang.people.profiles import store

__all__ = ["Profiles"]

FIELD = "/_matrix/client/v3/profile/{userId}/{keyName}"
NAME_BYTES_MAX = 255
PROFILE_BYTES_MAX = 65_536
SHOWN_BYTES_MAX = 1000
IN_ROOMS = ("displayname", "avatar_url")
#: kind of the note that a profile has changed
PROFILE = "profile"
CACHED_MAX = 50_000
log_ = structlog.get_logger(__name__)


class Profiles:
    """`exists(user_id)` says whether there is such a person. `on_change` adds to the unit of a change: (unit, user id, fields).

    `filled` are fields that the server fills, by name: nobody can set them. They are in what others are shown, never in what is stored.
    """

    def __init__(self, kernel: Kernel, exists: Any) -> None:
        self._kernel = kernel
        self._exists = exists
        self._fields: Mirror[str, dict[str, Any]] = Mirror(CACHED_MAX)
        self.on_change: list[Callable[[Unit, str, Mapping[str, Any]], Awaitable[None]]] = []
        self.filled: dict[str, Callable[[str], Awaitable[Any]]] = {}
        self._errand = Errand(kernel.leases, "profiles to rooms", self._spread)

    async def of(self, user_id: str) -> Mapping[str, Any]:
        """The fields of a person's profile."""
        return await self._fields.of(user_id, self._read) or {}

    async def shown(self, user_id: str) -> Mapping[str, Any]:
        """The profile as others see it: with the fields that the server fills, and without what a person stored under their names."""
        found = dict(await self.of(user_id))
        for name, read in self.filled.items():
            value = await read(user_id)
            if value is None:
                found.pop(name, None)
            else:
                found[name] = value
        return found

    async def _read(self, user_id: str) -> dict[str, Any]:
        rows = await self._kernel.database.fetch(store.FIELDS, {"user": user_id})
        return {name: orjson.loads(value) for name, value in rows}

    async def named(self, part: str, limit: int) -> list[str]:
        """Up to `limit` people who have this part of a name in theirs."""
        inside = orjson.dumps(part).decode()[1:-1].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        params = {"pattern": f'"%{inside}%"', "most": limit}
        return [str(row[0]) for row in await self._kernel.database.fetch(store.NAMED, params)]

    async def set(self, user_id: str, name: str, value: Any) -> None:
        """Sets a field (None removes it). Raises Refused 400 when it is too large."""
        canonical_json.check(value)
        current = dict(await self.of(user_id))
        if name in current and current[name] == value:
            return
        unit = Unit()
        if value is None:
            if current.pop(name, None) is None:
                return
            unit.write(store.DROP, {"user": user_id, "field": name})
        else:
            current[name] = value
            if len(orjson.dumps(current)) > PROFILE_BYTES_MAX:
                raise Refused("M_PROFILE_TOO_LARGE", 400, "The profile has at most 64 KiB")
            unit.write(store.SET, {"user_id": user_id, "name": name, "value": orjson.dumps(value).decode()})
        if name in IN_ROOMS:
            unit.write(store.TO_SPREAD, {"user_id": user_id, "since_ms": self._kernel.clock.now_ms()})
        for hook in self.on_change:
            await hook(unit, user_id, current)
        note(unit, PROFILE, user_id)
        await self._kernel.log.append(unit)
        self._errand.wake()

    def _heard(self, fact: Fact) -> None:
        self._fields.forget(noted(fact))

    # --- telling the rooms ------------------------------------------------------------------------------------------------

    async def _spread(self) -> None:
        for user_id, since_ms in await self._kernel.database.fetch(store.WAITING):
            await self._spread_one(user_id)
            unit = Unit()
            # Stays on the list when the profile changed again meanwhile.
            unit.write(store.DONE, {"user": user_id, "since": since_ms})
            await self._kernel.log.append(unit)

    async def _spread_one(self, user_id: str) -> None:
        rooms = self._kernel.rooms
        for room_id in await self._kernel.memberships.joined(user_id):
            room = await rooms.get(room_id)
            member = room.members.get(user_id) if room is not None else None
            if room is None or member is None or member.membership != "join":
                continue
            profile = await self.of(user_id)
            facts = await rooms.facts_at([member.position])
            old = stored(facts[member.position]).event.content
            content = {key: value for key, value in old.items() if key not in (*IN_ROOMS, "reason")}
            content |= {name: profile[name] for name in IN_ROOMS if profile.get(name)}
            if all(content.get(name) == old.get(name) for name in IN_ROOMS):
                continue
            try:
                await rooms.submit(room, (Draft("m.room.member", user_id, content, state_key=user_id),))
            except Refused as refusal:
                log_.info("a room does not take a new profile", room_id=room_id, reason=refusal.text)

    # --- routes -----------------------------------------------------------------------------------------------------------

    def manifest(self) -> Capability:
        """Routes and the background task."""
        return Capability(
            name="profiles",
            purpose="Names, pictures, and what people tell about themselves",
            mirrors={PROFILE: self._heard},
            routes=(
                Route(
                    "GET",
                    "/_matrix/client/v3/profile/{userId}",
                    self._get_all,
                    auth="none",
                    operation="getUserProfile",
                ),
                Route("GET", FIELD, self._get, auth="none", operation="getProfileField"),
                Route("PUT", FIELD, self._put, operation="setProfileField"),
                Route("DELETE", FIELD, self._delete, operation="deleteProfileField"),
            ),
            on_start=self._errand.start,
            on_stop=self._errand.stop,
            client_capabilities={
                "m.set_displayname": {"enabled": True},
                "m.set_avatar_url": {"enabled": True},
                "m.profile_fields": {"enabled": True},
            },
        )

    async def _known(self, request: Request) -> str:
        user_id = check_user_id(request.params["userId"])
        if not await self._exists(user_id):
            raise not_found("There is no such person")
        return user_id

    async def _get_all(self, request: Request) -> Response:
        return answer(await self.shown(await self._known(request)))

    async def _get(self, request: Request) -> Response:
        profile = await self.shown(await self._known(request))
        name = request.params["keyName"]
        if name not in profile:
            if name in IN_ROOMS:
                return Response()
            raise not_found("There is no such field in the profile")
        return answer({name: profile[name]})

    async def _put(self, request: Request) -> Response:
        name = self._own(request)
        body = request.json_object()
        if name not in body:
            raise missing_param(name)
        value = body[name]
        if name in IN_ROOMS and value is not None:
            if not isinstance(value, str):
                raise bad_json(f"{name} must be a string")
            if len(value.encode()) > SHOWN_BYTES_MAX:
                raise Refused("M_INVALID_PARAM", 400, f"{name} has at most {SHOWN_BYTES_MAX} bytes")
            value = value or None
        await self.set(request.caller.user_id, name, value)
        return Response()

    async def _delete(self, request: Request) -> Response:
        await self.set(request.caller.user_id, self._own(request), None)
        return Response()

    def _own(self, request: Request) -> str:
        if check_user_id(request.params["userId"]) != request.caller.user_id:
            raise forbidden("You may change only your own profile")
        name = request.params["keyName"]
        if len(name.encode()) > NAME_BYTES_MAX:
            raise Refused("M_KEY_TOO_LARGE", 400, f"The name of a field has at most {NAME_BYTES_MAX} bytes")
        if not name:
            raise Refused("M_INVALID_PARAM", 400, "The name of a field is missing")
        if name in self.filled:
            raise forbidden("The server alone says what stands in this field")
        return name
