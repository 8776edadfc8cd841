"""A server without HTTP: the real kernel on SQLite, some capabilities and /sync, called through their routes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

import orjson
import pytest

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.chat.sync import Sync
from laiwang.kernel.capability import Caller, Capability, Request
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs
from laiwang.kernel.room import Decided, Draft, Room
from laiwang.kit.ports import SystemChance, SystemClock
from laiwang.kit.refusals import Refused
from laiwang.matrix.filters import Filter, parse_filter
from laiwang.matrix.versions import get_version

SERVER = "example.org"
ALICE, BOB, CAROL = (f"@{name}:{SERVER}" for name in ("alice", "bob", "carol"))


async def ignores_nobody(user_id: str) -> frozenset[str]:
    return frozenset()


async def _no_filters(user_id: str, filter_id: str) -> Filter:
    return parse_filter({})


async def _seen(*_: str | None) -> None:
    """Nobody wants to know who is here."""


class ChatServer:
    """One server in one folder. Everybody has one device, called after her."""

    def __init__(self, folder: Path) -> None:
        self.kernel = Kernel.build(
            server_name=SERVER,
            database=lambda publish: SQLiteDatabase(folder / "server.db", publish),
            blobs=cast(Blobs, None),
            clock=SystemClock(),
            chance=SystemChance(),
        )
        self.manifests: Sequence[Capability] = ()
        self.stopped = False

    async def start(
        self,
        *capabilities: Capability,
        find_filter: Callable[[str, str], Awaitable[Filter]] = _no_filters,
        ignored_by: Callable[[str], Awaitable[frozenset[str]]] = ignores_nobody,
    ) -> None:
        """Opens the server with these capabilities and /sync."""
        self.sync_feature = Sync(self.kernel, find_filter=find_filter, seen=_seen, ignored_by=ignored_by)
        self.manifests = capabilities
        self.routes = {route.operation: route for one in capabilities for route in one.routes}
        self.sync_feature.compose(capabilities)
        self.kernel.contribute_event_rows([one.event_rows for one in capabilities if one.event_rows is not None])
        self.kernel.contribute_mirrors([one.mirrors for one in capabilities])
        await self.kernel.start()
        for one in capabilities:
            if one.on_start is not None:
                await one.on_start()

    async def stop(self) -> None:
        """Stops as the edge does; again is no error."""
        if self.stopped:
            return
        self.stopped = True
        for one in self.manifests:
            if one.on_stop is not None:
                await one.on_stop()
        await self.kernel.stop()

    async def call(
        self, operation: str, user_id: str, body: Any = None, query: Mapping[str, str] | None = None, /, **params: str
    ) -> Any:
        """Calls a route; a body of bytes is sent as it is. Raises Refused as the edge would see it."""
        route = self.routes[operation]
        sent = body if isinstance(body, bytes) else b"" if body is None else orjson.dumps(body)
        caller = Caller(user_id, user_id[1:4])
        request = Request(route.method, params, urlencode(query or {}).encode(), (), sent, "127.0.0.1", caller)
        response = await route.handler(request)
        assert isinstance(response.body, bytes)
        return orjson.loads(response.body)

    async def refusal(self, operation: str, user_id: str, body: Any = None, **params: str) -> tuple[int, str]:
        """(status, errcode) of a call that must be refused."""
        with pytest.raises(Refused) as refused:
            await self.call(operation, user_id, body, **params)
        return refused.value.status, refused.value.errcode

    async def sync(self, user_id: str, since: str | None = None, **query: Any) -> Any:
        """One /sync."""
        args = {name: value if isinstance(value, str) else orjson.dumps(value) for name, value in query.items()}
        if since is not None:
            args["since"] = since
        caller = Caller(user_id, user_id[1:4])
        request = Request("GET", {}, urlencode(args).encode(), (), b"", "127.0.0.1", caller)
        response = await self.sync_feature.handle(request)
        assert isinstance(response.body, bytes)
        return orjson.loads(response.body)

    async def park(self, user_id: str, since: str) -> asyncio.Task[Any]:
        """A sync that has found nothing and waits."""
        before = self.sync_feature.sessions.parked
        task = asyncio.create_task(self.sync(user_id, since, timeout=60_000))
        for _ in range(100_000):
            await asyncio.sleep(0)
            if self.sync_feature.sessions.parked > before:
                return task
        raise AssertionError("the sync does not wait")

    async def room_of(self, *members: str) -> Room:
        """A room in which all of these are joined."""
        creator, *others = members
        drafts = [
            Draft("m.room.create", creator, {"room_version": "11"}, ""),
            Draft("m.room.member", creator, {"membership": "join"}, creator),
            Draft("m.room.join_rules", creator, {"join_rule": "public"}, ""),
        ]
        room, _ = await self.kernel.rooms.create(get_version("11"), drafts)
        for member in others:
            await self.move(room, member, "join")
        return room

    async def move(self, room: Room, user_id: str, membership: str, **content: Any) -> None:
        """Sets somebody's own membership."""
        draft = Draft("m.room.member", user_id, {"membership": membership, **content}, user_id)
        await self.kernel.rooms.submit(room, [draft])

    async def send(self, room: Room, user_id: str, relates_to: Mapping[str, Any] | None = None) -> Decided:
        """A message."""
        content: dict[str, Any] = {"msgtype": "m.text", "body": "hello"}
        if relates_to is not None:
            content["m.relates_to"] = dict(relates_to)
        draft = Draft("m.room.message", user_id, content)
        (decided,) = await self.kernel.rooms.submit(room, [draft])
        return decided


def section(answer: Any, room_id: str, name: str) -> list[Any]:
    """The events of a section of a joined room in a /sync answer."""
    events: list[Any] = answer.get("rooms", {}).get("join", {}).get(room_id, {}).get(name, {}).get("events", [])
    return events
