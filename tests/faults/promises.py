"""What is promised, whatever fails. A wing with promises of its own (money, stock) adds a `Promise` to `all_promises`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import Any

from tests.faults.clients import Caller
from tests.faults.ledger import Said, broken_history, broken_stream
from tests.faults.streams import SlidingStream, Stream, SyncStream
from tests.faults.world import SETTLED_S, Promise, World, settled
from tests.harness.client import V3, Json, fresh

__all__ = ["AccountData", "Agreement", "Messages", "Redactions", "Streams", "all_promises", "history"]

SENDERS_PER_ROOM = 3
REST_S = 0.3
PAGE = 200
RECEIPT_EVERY = 4


async def history(reader: Caller, room: str, at: int, direction: str = "f") -> list[tuple[str, str]]:
    """(event id, body) of all messages of a room, oldest first, page by page as one process has them."""
    found: list[Json] = []
    query: Json = {"dir": direction, "limit": PAGE}
    while True:
        page = await reader.ask("GET", f"{V3}/rooms/{{}}/messages", room, at=at, params=query)
        found += page["chunk"]
        if "end" not in page:
            break
        query["from"] = page["end"]
    told = [
        (event["event_id"], event["content"].get("body", ""))
        for event in found
        if event["type"] == "m.room.message" and event["content"]
    ]
    return told if direction == "f" else told[::-1]


class Messages:
    """Every acknowledged message is there exactly once, in an order that nobody can dispute, the same at every process."""

    name = "messages"

    def __init__(self, *, wait_s: float = SETTLED_S) -> None:
        self._wait_s = wait_s

    async def prepare(self, world: World) -> None:
        """Nothing: the rooms are there."""

    def actors(self, world: World) -> Sequence[Coroutine[Any, Any, None]]:
        """Some people of each room talk."""
        return [
            self._talk(world, room, who) for room, people in world.rooms.items() for who in people[:SENDERS_PER_ROOM]
        ]

    async def _talk(self, world: World, room: str, who: Caller) -> None:
        while True:
            await asyncio.sleep(world.chance.random() * REST_S)
            async with world.turn():
                said = Said(room, fresh("text"), time.monotonic())
                world.ledger.said.append(said)
                answered = await who.ask_anyone(
                    "PUT",
                    f"{V3}/rooms/{{}}/send/m.room.message/{{}}",
                    room,
                    fresh("txn"),
                    json={"msgtype": "m.text", "body": said.body},
                )
                said.acknowledged_at = world.was_acknowledged(answered.process)
                said.event_id = answered.body["event_id"]
                if world.chance.random() < 1 / RECEIPT_EVERY:
                    path = f"{V3}/rooms/{{}}/receipt/m.read/{{}}"
                    await who.ask("POST", path, room, said.event_id, json={})

    async def broken(self, world: World) -> list[str]:
        """Each room, at each process."""
        wrong: list[str] = []
        for room, people in world.rooms.items():
            for process in range(len(world.crowd.urls)):
                look = partial(self._look, world, room, people[0], process)
                wrong += [f"process {process}: {one}" for one in await settled(look, self._wait_s)]
            forwards, backwards = [await history(people[-1], room, 0, direction) for direction in "fb"]
            if forwards != backwards:
                wrong.append(f"{room} is another when it is read from its end")
        return wrong

    async def _look(self, world: World, room: str, reader: Caller, process: int) -> list[str]:
        return broken_history(world.ledger.of(room), await history(reader, room, process))


class Streams:
    """Every stream of syncs is complete, in the order of the room, and tells nothing twice."""

    name = "streams"

    def __init__(self) -> None:
        self.streams: list[Stream] = []

    async def prepare(self, world: World) -> None:
        """Begins them before the first message: one of each kind at each process, and one of each that goes anywhere."""
        people = world.people
        for number, at in enumerate([*range(len(world.crowd.urls)), None]):
            for kind in (SyncStream, SlidingStream):
                device = await people[number % len(people)].other_device()
                stream = kind(device, at, lambda process, _: world.was_told(process))
                while not await stream.step(at or 0):
                    pass
                self.streams.append(stream)

    def actors(self, world: World) -> Sequence[Coroutine[Any, Any, None]]:
        """They run on while the world is quiet."""
        return [stream.run() for stream in self.streams]

    async def broken(self, world: World) -> list[str]:
        """Each stream, held against the history of its rooms."""
        wrong: list[str] = []
        for stream in self.streams:
            mine = {
                room for room, people in world.rooms.items() if stream.caller.user_id in {one.user_id for one in people}
            }
            said = [one for one in world.ledger.said if one.room in mine and one.event_id]
            last = {one.room: one.event_id for one in sorted(said, key=lambda one: one.acknowledged_at)}
            late = await stream.has_come_to(last, 20.0)
            wrong += [f"{stream.name} was not told {event} in 20 s" for event in late]
            ids = {one.event_id for one in said}
            for room in mine:
                found = [event for event, _ in await history(stream.caller, room, 0) if event in ids]
                heard = [event for event in stream.heard.get(room, ()) if event in ids]
                wrong += broken_stream(stream.name, {room: heard}, {room: found})
            wrong += stream.wrong
            stream.wrong = []
        return wrong


class AccountData:
    """What one wrote last is what every process answers. A try that got no answer may still be done later, for nothing says that it is
    older than what was written since."""

    name = "account data"

    def __init__(self) -> None:
        self._written: dict[str, int] = {}
        self._uncertain: dict[str, set[int]] = {}

    async def prepare(self, world: World) -> None:
        """Nothing."""

    def actors(self, world: World) -> Sequence[Coroutine[Any, Any, None]]:
        """Two people count."""
        return [self._count(world, who) for who in world.people[:2]]

    async def _count(self, world: World, who: Caller) -> None:
        number = 0
        while True:
            await asyncio.sleep(0.2 + world.chance.random())
            async with world.turn():
                number += 1
                path = f"{V3}/user/{{}}/account_data/test.count"
                answered = await who.ask_anyone("PUT", path, who.user_id, json={"count": number})
                self._written[who.user_id] = number
                if answered.unanswered:
                    self._uncertain.setdefault(who.user_id, set()).add(number)

    async def broken(self, world: World) -> list[str]:
        """At each process."""
        wrong: list[str] = []
        for who in world.people[:2]:
            if who.user_id in self._written:
                wrong += await settled(partial(self._differs, world, who))
        return wrong

    async def _differs(self, world: World, who: Caller) -> list[str]:
        allowed = {self._written[who.user_id], *self._uncertain.get(who.user_id, ())}
        path = f"{V3}/user/{{}}/account_data/test.count"
        found = [
            (await who.ask("GET", path, who.user_id, at=process))["count"] for process in range(len(world.crowd.urls))
        ]
        if len(set(found)) == 1 and found[0] in allowed:
            return []
        return [f"processes have {found} of {who.user_id}, who wrote {self._written[who.user_id]} last"]


class Redactions:
    """What was taken back is gone at every process."""

    name = "redactions"

    def __init__(self) -> None:
        self._redacted: list[tuple[str, str]] = []

    async def prepare(self, world: World) -> None:
        """Nothing."""

    def actors(self, world: World) -> Sequence[Coroutine[Any, Any, None]]:
        """One person regrets."""
        return [self._regret(world, *next(iter(world.rooms.items())))]

    async def _regret(self, world: World, room: str, people: list[Caller]) -> None:
        who = people[0]
        while True:
            await asyncio.sleep(0.5 + world.chance.random())
            async with world.turn():
                # Of a kind of its own, so that messages keep their text.
                path = f"{V3}/rooms/{{}}/send/test.regretted/{{}}"
                sent = await who.ask("PUT", path, room, fresh("txn"), json={"body": "regretted"})
                path = f"{V3}/rooms/{{}}/redact/{{}}/{{}}"
                await who.ask("PUT", path, room, sent["event_id"], fresh("txn"), json={})
                self._redacted.append((room, sent["event_id"]))

    async def broken(self, world: World) -> list[str]:
        """Of the newest ones, at each process."""
        wrong: list[str] = []
        for room, event in self._redacted[-10:]:
            for process in range(len(world.crowd.urls)):
                wrong += await settled(partial(self._tells, world, room, event, process))
        return wrong

    async def _tells(self, world: World, room: str, event: str, process: int) -> list[str]:
        found = await world.rooms[room][0].ask("GET", f"{V3}/rooms/{{}}/event/{{}}", room, event, at=process)
        return [] if found["content"] == {} else [f"process {process} still has what {event} said"]


class Agreement:
    """Whoever looks for the first time sees the same at every process: timelines, state, unread counts, account data."""

    name = "agreement"

    async def prepare(self, world: World) -> None:
        """Nothing."""

    def actors(self, world: World) -> Sequence[Coroutine[Any, Any, None]]:
        """None: the others act."""
        return []

    async def broken(self, world: World) -> list[str]:
        """For everybody."""
        wrong: list[str] = []
        if len(world.crowd.urls) > 1:
            for who in world.people:
                wrong += await settled(partial(self._differs, world, who))
        return wrong

    async def _differs(self, world: World, who: Caller) -> list[str]:
        views = []
        for process in range(len(world.crowd.urls)):
            answer = await who.ask("GET", f"{V3}/sync", at=process, params={"set_presence": "offline"})
            views.append({name: _shown(room) for name, room in answer["rooms"]["join"].items()})
        return [
            f"process {number} shows {who.user_id} {room} as {view.get(room)}, process 0 as {shown}"
            for number, view in enumerate(views[1:], 1)
            for room, shown in views[0].items()
            if view.get(room) != shown
        ]


def _shown(room: Json) -> Json:
    """Without what depends on the moment, as the age of events does."""
    receipts = [event["content"] for event in _events(room, "ephemeral") if event["type"] == "m.receipt"]
    return {
        "timeline": [(event["event_id"], event["content"]) for event in _events(room, "timeline")],
        "state": {(event["type"], event["state_key"]): event["event_id"] for event in _events(room, "state")},
        "unread": room.get("unread_notifications"),
        "summary": room.get("summary"),
        "receipts": {event: sorted(who.get("m.read", ())) for one in receipts for event, who in one.items()},
        "account data": _events(room, "account_data"),
    }


def _events(room: Json, section: str) -> list[Json]:
    found: list[Json] = room.get(section, {}).get("events", [])
    return found


def all_promises() -> list[Promise]:
    """All of them, anew for a world. Streams come first, for they wait until every process has heard of everything."""
    return [Streams(), Messages(), AccountData(), Redactions(), Agreement()]
