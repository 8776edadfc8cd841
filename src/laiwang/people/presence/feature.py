"""Presence and its manifest."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import orjson
from msgspec import Meta

from laiwang.kernel.capability import Capability, GlobalPart, Request, Response, Route, Settings, answer
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership, user_topic
from laiwang.kernel.sync import SyncContext
from laiwang.kit.refusals import bad_json, forbidden
from laiwang.matrix.ids import check_user_id

__all__ = ["TOPIC", "Presence", "PresenceSettings"]

TOPIC = "presence"
STATUS = "/_matrix/client/v3/presence/{userId}/status"
STATES = ("online", "offline", "unavailable")
GONE_AFTER_S = 90.0
SWEEP_S = 15.0
#: in larger rooms nobody is told of everybody's coming and going: it would be a thousand times a thousand events of no use
ROOM_MEMBERS_MAX = 200
STATUS_CHARACTERS_MAX = 1000


class PresenceSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Who is here."""

    enabled: Annotated[bool, Meta(description="Whether people see who is here; otherwise everybody is offline.")] = True


class _Seen:
    __slots__ = ("active_ms", "at", "state", "status")

    def __init__(self) -> None:
        self.state = "offline"
        self.status: str | None = None
        self.at = 0.0
        self.active_ms = 0


class Presence:
    """Keeps who was seen when; `seen` is called by every sync."""

    def __init__(self, kernel: Kernel, settings: PresenceSettings) -> None:
        self._kernel = kernel
        self._enabled = settings.enabled
        self._people: dict[str, _Seen] = {}
        self._task: asyncio.Task[None] | None = None
        #: changes of people whose rooms are being looked up
        self._telling: set[asyncio.Task[None]] = set()

    async def seen(self, user_id: str, state: str) -> None:
        """A client syncs as online, unavailable or (without wanting to be seen) offline. Ends when that is told, so that the
        sync which said it takes the news with it, and the next one does not end for it."""
        if not self._enabled or state == "offline":
            return
        one = self._people.get(user_id)
        if one is None:
            one = self._people[user_id] = _Seen()
        one.at = self._kernel.clock.monotonic()
        if state == "online":
            one.active_ms = self._kernel.clock.now_ms()
        if one.state != state:
            one.state = state
            await asyncio.shield(self._publish(user_id, one))

    def _publish(self, user_id: str, one: _Seen) -> asyncio.Task[None]:
        telling = asyncio.get_running_loop().create_task(self._look_up(user_id, one), name="presence")
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)
        return telling

    async def _look_up(self, user_id: str, one: _Seen) -> None:
        self._tell(user_id, one, await self._kernel.memberships.of(user_id))

    def _tell(self, user_id: str, one: _Seen, memberships: Mapping[str, Membership]) -> None:
        """Publishes and rings in one step: a poll that ends in between would take the serial with it and hear the bell for nothing."""
        told = {user_topic(user_id)}
        for room_id, standing in memberships.items():
            room = self._kernel.rooms.peek(room_id) if standing.membership == "join" else None
            if room is not None and room.joined_count <= ROOM_MEMBERS_MAX:
                told.update(user_topic(member) for member in room.joined())
        content: dict[str, Any] = {"presence": one.state}
        if one.active_ms:
            content["last_active_ago"] = max(0, self._kernel.clock.now_ms() - one.active_ms)
            content["currently_active"] = one.state == "online"
        if one.status:
            content["status_msg"] = one.status
        body = orjson.dumps({"type": "m.presence", "sender": user_id, "content": content})
        self._kernel.ephemeral.publish(TOPIC, user_id, body, ring=sorted(told))

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_S)
            now = self._kernel.clock.monotonic()
            for user_id, one in list(self._people.items()):
                if now - one.at > GONE_AFTER_S:
                    if one.state != "offline":
                        one.state = "offline"
                        self._publish(user_id, one)
                    if not one.status:
                        del self._people[user_id]

    async def _shares_room(self, reader: str, user_id: str) -> bool:
        if reader == user_id:
            return True
        return await self._shares_one(user_id, await self._kernel.memberships.joined(reader))

    async def _small_rooms(self, user_id: str) -> list[str]:
        """Rooms of the person in which coming and going is told; one that sleeps counts, for nothing says that it is large."""
        peek = self._kernel.rooms.peek
        return [
            room_id
            for room_id in await self._kernel.memberships.joined(user_id)
            if (room := peek(room_id)) is None or room.joined_count <= ROOM_MEMBERS_MAX
        ]

    async def _shares_one(self, user_id: str, rooms: Sequence[str]) -> bool:
        theirs = await self._kernel.memberships.of(user_id)
        return any((one := theirs.get(room_id)) is not None and one.membership == "join" for room_id in rooms)

    async def _read(self, context: SyncContext) -> Mapping[str, bytes]:
        ephemeral = self._kernel.ephemeral
        since = context.ephemeral_since
        if ephemeral.last(TOPIC) <= since:
            return {}
        filter = context.filter.presence if context.filter is not None else None
        events = []
        for user_id, body in (await self._changed(context.user_id, since)).items():
            if filter is not None and not filter.matches("m.presence", user_id, {}):
                continue
            if context.is_initial and b'"presence":"offline"' in body:
                continue
            events.append(body)
        return {"presence": b'{"events":[%b]}' % b",".join(events)} if events else {}

    async def _changed(self, reader: str, since: int) -> dict[str, bytes]:
        """What changed for the people that the reader shares a small room with. It asks those few, or those changes, that are fewer."""
        ephemeral = self._kernel.ephemeral
        small = await self._small_rooms(reader)
        peek = self._kernel.rooms.peek
        awake = [room for room_id in small if (room := peek(room_id)) is not None]
        if len(awake) == len(small) and sum(room.joined_count for room in awake) < ephemeral.serial - since:
            people = {reader}.union(*(room.joined() for room in awake))
            return ephemeral.since_of(TOPIC, sorted(people), since)
        found = {}
        for user_id, body in ephemeral.since(TOPIC, since).items():
            if body is not None and (user_id == reader or await self._shares_one(user_id, small)):
                found[user_id] = body
        return found

    async def _start(self) -> None:
        if self._enabled:
            self._task = asyncio.create_task(self._sweep(), name="presence sweep")

    async def _stop(self) -> None:
        tasks = [*self._telling, *((self._task,) if self._task is not None else ())]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def manifest(self) -> Capability:
        """Routes, the part of sync, and the sweep."""
        return Capability(
            name="presence",
            purpose="Who is here",
            routes=(
                Route("GET", STATUS, self._get, operation="getPresence"),
                Route("PUT", STATUS, self._put, operation="setPresence"),
            ),
            global_parts=(GlobalPart(lambda user, _: user_topic(user), self._read),),
            on_start=self._start,
            on_stop=self._stop,
        )

    async def _get(self, request: Request) -> Response:
        user_id = check_user_id(request.params["userId"])
        if not await self._shares_room(request.caller.user_id, user_id):
            raise forbidden("You share no room with this person")
        one = self._people.get(user_id)
        if one is None:
            return answer({"presence": "offline"})
        content: dict[str, Any] = {"presence": one.state}
        if one.active_ms:
            content["last_active_ago"] = max(0, self._kernel.clock.now_ms() - one.active_ms)
            content["currently_active"] = one.state == "online"
        if one.status:
            content["status_msg"] = one.status
        return answer(content)

    async def _put(self, request: Request) -> Response:
        if check_user_id(request.params["userId"]) != request.caller.user_id:
            raise forbidden("You may set only your own presence")
        body = request.json_object()
        state, status = body.get("presence"), body.get("status_msg")
        if state not in STATES:
            raise bad_json("presence must be online, offline or unavailable")
        if status is not None and (not isinstance(status, str) or len(status) > STATUS_CHARACTERS_MAX):
            raise bad_json(f"status_msg must be a string of at most {STATUS_CHARACTERS_MAX} characters")
        if self._enabled:
            one = self._people.setdefault(request.caller.user_id, _Seen())
            one.at = self._kernel.clock.monotonic()
            if state == "online":
                one.active_ms = self._kernel.clock.now_ms()
            if (one.state, one.status) != (state, status):
                one.state, one.status = state, status
                # Told after the answer: her client would sync again as it was before, if the news came first.
                self._publish(request.caller.user_id, one)
        return Response()
