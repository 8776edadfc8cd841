"""What people do, one act after the other, by the chance of their device."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.sim.device import CLIENT, Device
from tests.sim.history import SEEN_S
from tests.sim.process import Answer

if TYPE_CHECKING:
    from tests.sim.world import World

__all__ = ["Actor"]

PAUSES_S = (0.0, 0.0, 0.001, 0.01, 0.1, 0.4, 1.5, 4.0, 9.0)
PRESETS = ("public_chat", "public_chat", "private_chat", "trusted_private_chat")


class Actor:
    """A person at one of her devices."""

    def __init__(self, world: World, device: Device) -> None:
        self.world = world
        self.device = device
        self.chance = device.chance
        self._count = 0
        acts: list[tuple[int, Callable[[], Awaitable[object]]]] = [
            (24, self.say),
            (6, self.say_much),
            (5, self.name_room),
            (4, self.make_room),
            (7, self.invite),
            (10, self.join),
            (4, self.leave),
            (3, self.kick),
            (2, self.ban),
            (2, self.unban),
            (5, self.redact),
            (8, self.read),
            (2, self.read_in_private),
            (6, self.type),
            (5, self.keep),
            (3, self.keep_in_room),
            (5, self.send_to_device),
            (5, self.page_back),
            (3, self.intrude),
            (2, self.rename),
        ]
        self._acts = [act for weight, act in acts for _ in range(weight)]

    async def act(self, steps: int) -> None:
        """So many acts."""
        for _ in range(steps):
            await asyncio.sleep(self.chance.choice(PAUSES_S))
            await self.chance.choice(self._acts)()

    # --- choices ----------------------------------------------------------------------------------------------------------

    def _rooms(self, *memberships: str | None) -> list[str]:
        history, user_id = self.world.history, self.device.user_id
        return [room_id for room_id in history.rooms if history.standing(user_id, room_id) in memberships]

    def _room(self, *memberships: str | None) -> str | None:
        rooms = self._rooms(*memberships)
        return self.chance.choice(rooms) if rooms else None

    def _somebody(self) -> str:
        return self.chance.choice(self.world.people)

    def _new(self, letter: str) -> str:
        """Words that nobody has said before."""
        self._count += 1
        return f"{letter}-{self.device.user_id}-{self.device.device_id}-{self._count}-"

    async def _put_event(self, path: str, content: Any, body: str | None = None) -> Answer:
        promise = self.world.promises.event(self.device, path, body)
        return await self.device.persist("PUT", path, content, promise=promise)

    # --- rooms ------------------------------------------------------------------------------------------------------------

    async def say(self, room_id: str | None = None) -> None:
        """A message, often right after telling that one types."""
        room_id = room_id or self._room("join")
        if room_id is None:
            return
        body = self._new("word")
        path = f"{CLIENT}/rooms/{room_id}/send/m.room.message/{body}"
        self.world.judge.spoke(self.device.user_id, room_id)
        await self._put_event(path, {"msgtype": "m.text", "body": body}, body)

    async def say_much(self) -> None:
        """More than a timeline holds, some of it at once."""
        room_id = self._room("join")
        if room_id is not None:
            await asyncio.gather(*(self.say(room_id) for _ in range(self.chance.randint(2, 4))))
            for _ in range(self.chance.randint(0, 8)):
                await self.say(room_id)

    async def name_room(self) -> None:
        """A state event."""
        room_id = self._room("join")
        if room_id is not None:
            type, name = self.chance.choice((("m.room.name", "name"), ("m.room.topic", "topic")))
            await self._put_event(f"{CLIENT}/rooms/{room_id}/state/{type}/", {name: self._new("name")})

    async def make_room(self) -> None:
        """A room with guests."""
        body: dict[str, Any] = {"preset": self.chance.choice(PRESETS)}
        body["invite"] = sorted({self._somebody() for _ in range(self.chance.randint(0, 2))} - {self.device.user_id})
        if self.chance.random() < 0.5:
            body["name"] = self._new("room")
        await self.device.persist("POST", f"{CLIENT}/createRoom", body, promise=self.world.promises.room())

    async def _member(self, verb: str, room_id: str, user_id: str, *memberships: str) -> None:
        body = {} if verb in ("join", "leave") else {"user_id": user_id}
        promise = self.world.promises.membership(user_id, room_id, *memberships)
        await self.device.persist("POST", f"{CLIENT}/rooms/{room_id}/{verb}", body, promise=promise)

    async def invite(self) -> None:
        """Somebody who may be in already."""
        if (room_id := self._room("join")) is not None:
            await self._member("invite", room_id, self._somebody(), "invite", "join")

    async def join(self) -> None:
        """A room that one is invited to, or that may be public."""
        room_id = self._room("invite") or self._room("leave", None)
        if room_id is not None:
            await self._member("join", room_id, self.device.user_id, "join")

    async def leave(self) -> None:
        """A room, or an invite."""
        if (room_id := self._room("join", "invite")) is not None:
            await self._member("leave", room_id, self.device.user_id, "leave")

    async def kick(self) -> None:
        """Somebody, if one may."""
        if (room_id := self._room("join")) is not None:
            await self._member("kick", room_id, self._somebody(), "leave")

    async def ban(self) -> None:
        """Somebody, if one may."""
        if (room_id := self._room("join")) is not None:
            await self._member("ban", room_id, self._somebody(), "ban")

    async def unban(self) -> None:
        """Somebody, if one may."""
        history = self.world.history
        for room_id in self._rooms("join"):
            for user_id in self.world.people:
                if history.standing(user_id, room_id) == "ban":
                    return await self._member("unban", room_id, user_id, "leave")
        return None

    async def intrude(self) -> None:
        """Talks into a room that one is not in, which must not get into the log."""
        room_id = self._room("leave", "ban", "invite", None)
        if room_id is not None:
            body = self._new("intrusion")
            path = f"{CLIENT}/rooms/{room_id}/send/m.room.message/{body}"
            await self._put_event(path, {"msgtype": "m.text", "body": body}, body)

    async def redact(self) -> None:
        """A message, one's own or, where one may, another's."""
        room_id = self._room("join")
        if room_id is None:
            return
        messages = [one for one in self.world.history.rooms[room_id][-30:] if one.type == "m.room.message"]
        if messages:
            target = self.chance.choice(messages).event_id
            await self._put_event(f"{CLIENT}/rooms/{room_id}/redact/{target}/{self._new('away')}", {})

    # --- beside rooms -----------------------------------------------------------------------------------------------------

    async def read(self) -> None:
        """A public receipt at one of the newest events."""
        await self._read("m.read", lambda room_id: (f"receipts:{room_id}", f"{self.device.user_id}/"))

    async def read_in_private(self) -> None:
        """A private one."""
        await self._read("m.read.private", lambda room_id: (f"user:{self.device.user_id}", f"receipt/{room_id}/"))

    async def _read(self, kind: str, place: Callable[[str], tuple[str, str]]) -> None:
        room_id = self._room("join")
        if room_id is not None:
            event_id = self.chance.choice(self.world.history.rooms[room_id][-5:]).event_id
            promise = self.world.promises.receipt(*place(room_id), event_id)
            await self.device.persist(
                "POST", f"{CLIENT}/rooms/{room_id}/receipt/{kind}/{event_id}", {}, promise=promise
            )

    async def type(self) -> None:
        """Types for a while, or stops."""
        room_id, user_id = self._room("join"), self.device.user_id
        if room_id is None:
            return
        if self.world.processes_count > 1:
            return  # nobody tells another process yet that somebody types
        is_typing, timeout_s = self.chance.random() < 0.8, self.chance.choice((1.0, 3.0, 5.0))
        loop, judge = self.world.loop, self.world.judge

        def promise(answer: Answer, began_s: float) -> None:
            if answer.status == 200:
                judge.typing(user_id, room_id, loop.time() + timeout_s if is_typing else None)

        body = {"typing": is_typing, "timeout": int(timeout_s * 1000)}
        await self.device.persist("PUT", f"{CLIENT}/rooms/{room_id}/typing/{user_id}", body, promise=promise)

    async def keep(self) -> None:
        """Account data."""
        type, user_id = f"kept.{self.chance.randint(1, 2)}", self.device.user_id
        content = {"value": self._new("kept")}
        promise = self.world.promises.stored(f"user:{user_id}", f"account_data/{type}", content)
        await self.device.persist("PUT", f"{CLIENT}/user/{user_id}/account_data/{type}", content, promise=promise)

    async def keep_in_room(self) -> None:
        """Account data of a room."""
        room_id, user_id = self._room("join"), self.device.user_id
        if room_id is not None:
            content = {"value": self._new("kept")}
            promise = self.world.promises.stored(f"user:{user_id}", f"room_account_data/{room_id}/kept", content)
            path = f"{CLIENT}/user/{user_id}/rooms/{room_id}/account_data/kept"
            await self.device.persist("PUT", path, content, promise=promise)

    async def send_to_device(self) -> None:
        """A message to another device."""
        target = self.chance.choice(self.world.devices)
        body = self._new("message")
        path = f"{CLIENT}/sendToDevice/sim.message/{body}"
        messages = {target.user_id: {target.device_id: {"body": body}}}
        promise = self.world.promises.message(str(target), body)
        await self.device.persist("PUT", path, {"messages": messages}, promise=promise)

    async def rename(self) -> None:
        """A new name, which the rooms are told of."""
        user_id = self.device.user_id
        body = {"displayname": self._new("name")}
        await self.device.persist("PUT", f"{CLIENT}/profile/{user_id}/displayname", body)

    async def page_back(self) -> None:
        """All of a room's history, page by page: none may be missing, none come twice."""
        room_id = self._room("join")
        if room_id is None:
            return
        history, token, pages = self.world.history, "", 0
        began = history.position
        seen_s = self.world.loop.time() - SEEN_S
        newest = max((one.position for one in history.rooms[room_id] if one.at_s < seen_s), default=0)
        found: list[str] = []
        while pages < 40:
            query = f"?dir=b&limit={self.chance.choice((2, 5, 20))}" + (f"&from={token}" if token else "")
            answer = await self.device.persist("GET", f"{CLIENT}/rooms/{room_id}/messages{query}")
            if answer.status != 200:
                return
            page = answer.json()
            history.check_redacted(page["chunk"], self.world.loop.time() - SEEN_S)
            found += [event["event_id"] for event in page["chunk"]]
            pages += 1
            if "end" not in page:
                break
            token = page["end"]
        if pages < 40 and not history.changes(self.device.user_id, room_id, began, history.position):
            self._check_pages(room_id, found, newest)

    def _check_pages(self, room_id: str, found: list[str], newest: int) -> None:
        history = self.world.history
        positions = [history.said[event_id][1].position for event_id in found]
        if positions != sorted(set(positions), reverse=True):
            history.find("order", f"{self.device} pages back through {room_id} by {positions}")
        known = set(positions)
        missing = [
            one.position for one in history.rooms[room_id] if one.position <= newest and one.position not in known
        ]
        if missing:
            history.find("loss", f"{self.device} pages back through {room_id} and misses {missing}")
