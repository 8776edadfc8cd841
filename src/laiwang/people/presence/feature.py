"""Presence and its manifest."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import orjson
import structlog
from msgspec import Meta

from laiwang.kernel.capability import Capability, GlobalPart, Request, Response, Route, Settings, answer
from laiwang.kernel.ephemeral import Cause
from laiwang.kernel.hearsay import Saying
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership, user_topic
from laiwang.kernel.sync import SyncContext
from laiwang.kit.refusals import bad_json, forbidden
from laiwang.matrix.ids import check_user_id

__all__ = ["TOPIC", "Presence", "PresenceSettings"]

TOPIC = "presence"
STATUS = "/_matrix/client/v3/presence/{userId}/status"
#: states by how much they show of somebody
RANKS = {"offline": 0, "unavailable": 1, "online": 2}
STATES = tuple(RANKS)
#: kinds of sayings: how a device was seen (by person and device), and what a person says of herself
DEVICE, STATUS_TEXT = "presence", "status"
#: a device that is not seen for so long is gone
GONE_AFTER_S = 90.0
#: other processes need not hear each time that it is seen: for them it goes at most so much earlier
SLACK_S = 40.0
#: in larger rooms nobody is told of everybody's coming and going: it would be a thousand times a thousand events of no use
ROOM_MEMBERS_MAX = 200
STATUS_CHARACTERS_MAX = 1000
log_ = structlog.get_logger(__name__)


class PresenceSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Who is here."""

    enabled: Annotated[bool, Meta(description="Whether people see who is here; otherwise everybody is offline.")] = True


class _Person:
    """What is known of somebody: the state of each of her devices that was seen of late, and what she says of herself."""

    __slots__ = ("active_ms", "devices", "state", "status")

    def __init__(self) -> None:
        self.devices: dict[str, str] = {}
        self.status: str | None = None
        self.active_ms = 0
        self.state = "offline"

    def best(self) -> str:
        """She is as much here as the device that is most."""
        return max(self.devices.values(), key=RANKS.__getitem__, default="offline")


class Presence:
    """Keeps who is seen on which device, in all processes; `seen` is called by every sync."""

    def __init__(self, kernel: Kernel, settings: PresenceSettings) -> None:
        self._kernel = kernel
        self._enabled = settings.enabled
        self._people: dict[str, _Person] = {}
        #: changes of people whose rooms are being looked up
        self._telling: set[asyncio.Task[None]] = set()
        self._newest: asyncio.Task[None] | None = None
        kernel.hearsay.on(DEVICE, self._take_device)
        kernel.hearsay.on(STATUS_TEXT, self._take_status)

    async def seen(self, user_id: str, device_id: str | None, state: str) -> None:
        """A client syncs as online, unavailable or (without wanting to be seen) offline. Ends when that is told, so that the
        sync which said it takes the news with it, and the next one does not end for it."""
        if not self._enabled or state == "offline":
            return
        self._say(user_id, device_id, state)
        telling, self._newest = self._newest, None
        if telling is not None:
            await asyncio.shield(telling)

    def _say(self, user_id: str, device_id: str | None, state: str) -> None:
        if state == "online" and (one := self._people.get(user_id)) is not None:
            one.active_ms = self._kernel.clock.now_ms()
        self._kernel.hearsay.say(
            DEVICE, f"{user_id} {device_id or ''}", state.encode(), lasts_s=GONE_AFTER_S, slack_s=SLACK_S
        )

    # --- what was said, here or elsewhere -------------------------------------------------------------------------------

    def _take_device(self, saying: Saying, is_again: bool) -> None:
        user_id, _, device_id = saying.key.partition(" ")
        one = self._people.setdefault(user_id, _Person())
        if saying.value is None:
            one.devices.pop(device_id, None)
        else:
            state = saying.value.decode()
            one.devices[device_id] = state if state in RANKS else "offline"
            if state == "online":
                one.active_ms = max(one.active_ms, min(saying.stamp // 1000, self._kernel.clock.now_ms()))
        state = one.best()
        if state != one.state or is_again:
            one.state = state
            self._publish(user_id, one, saying)
        self._forget_unknown(user_id, one)

    def _take_status(self, saying: Saying, is_again: bool) -> None:
        one = self._people.setdefault(saying.key, _Person())
        status = saying.value.decode() if saying.value is not None else None
        if status != one.status or is_again:
            one.status = status
            self._publish(saying.key, one, saying)
        self._forget_unknown(saying.key, one)

    def _forget_unknown(self, user_id: str, one: _Person) -> None:
        if not one.devices and not one.status:
            del self._people[user_id]

    def _publish(self, user_id: str, one: _Person, saying: Saying) -> None:
        self._kernel.hearsay.hold(saying.cause)
        telling = asyncio.get_running_loop().create_task(self._look_up(user_id, one, saying.cause), name="presence")
        self._telling.add(telling)
        self._newest = telling
        telling.add_done_callback(self._told)

    def _told(self, task: asyncio.Task[None]) -> None:
        self._telling.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log_.warning("presence was not told", reason=str(error))

    async def _look_up(self, user_id: str, one: _Person, cause: Cause) -> None:
        try:
            memberships = await self._kernel.memberships.of(user_id)
            for room_id, standing in memberships.items():
                if standing.membership == "join" and room_id in self._kernel.bells.listeners:
                    await self._kernel.rooms.get(room_id)  # somebody listens there, so it has to be known who is in it
            self._tell(user_id, one, memberships, cause)
        finally:
            self._kernel.hearsay.release(cause)

    def _tell(self, user_id: str, one: _Person, memberships: Mapping[str, Membership], cause: Cause) -> None:
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
        self._kernel.ephemeral.publish(TOPIC, user_id, body, ring=sorted(told), cause=cause)

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

    async def _stop(self) -> None:
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    def manifest(self) -> Capability:
        """Routes and the part of sync."""
        return Capability(
            name="presence",
            purpose="Who is here",
            routes=(
                Route("GET", STATUS, self._get, operation="getPresence"),
                Route("PUT", STATUS, self._put, operation="setPresence"),
            ),
            global_parts=(GlobalPart(lambda user, _: user_topic(user), self._read),),
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
            content["last_active_ago"] = max(0, self._kernel.clock.now_ms() - self._active_ms(user_id, one))
            content["currently_active"] = one.state == "online"
        if one.status:
            content["status_msg"] = one.status
        return answer(content)

    def _active_ms(self, user_id: str, one: _Person) -> int:
        """When she was active last, here or elsewhere."""
        said_ms = self._kernel.hearsay.said_ms
        active = (said_ms(DEVICE, f"{user_id} {device}") for device, state in one.devices.items() if state == "online")
        return max(one.active_ms, *active, 0)

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
            # Told after the answer: her client would sync again as it was before, if the news came first.
            self._set(request.caller.user_id, request.caller.device_id, state, status)
        return Response()

    def _set(self, user_id: str, device_id: str | None, state: str, status: str | None) -> None:
        """What she says of herself holds for all of her devices, until one of them is seen again."""
        one = self._people.get(user_id)
        self._kernel.hearsay.say(STATUS_TEXT, user_id, status.encode() if status else None)
        self._say(user_id, device_id, state)
        for other in list(one.devices if one is not None else ()):
            if other != (device_id or ""):
                self._kernel.hearsay.say(DEVICE, f"{user_id} {other}", None)
