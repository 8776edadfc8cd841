"""A server without HTTP: the real kernel on SQLite, encryption and /sync, called through their routes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from pathlib import Path
from typing import Any, cast

import orjson
import pytest
from nacl.signing import SigningKey

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.chat.encryption import Encryption, EncryptionSettings
from laiwang.chat.encryption.model import DeviceHook
from laiwang.chat.sync.feature import Sync
from laiwang.kernel.capability import Caller, Request
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs, Unit
from laiwang.kernel.room import Draft, Room
from laiwang.kit import signatures, unpadded_base64
from laiwang.kit.ports import SystemChance, SystemClock
from laiwang.kit.refusals import Refused
from laiwang.matrix.filters import Filter, parse_filter
from laiwang.matrix.versions import get_version

SERVER = "example.org"
ALICE, BOB, CAROL = (f"@{name}:{SERVER}" for name in ("alice", "bob", "carol"))


async def _seen(*_: str | None) -> None:
    """Nobody wants to know who is here."""


class Directory:
    """People of the tests. `proven` says whether the next authentication stage counts as passed."""

    def __init__(self) -> None:
        self.device_removal_hooks: list[DeviceHook] = []
        self.devices: dict[str, dict[str, str | None]] = {
            ALICE: {"PHONE": "Alice's phone", "LAPTOP": None},
            BOB: {"PHONE": "Bob's phone"},
            CAROL: {"TABLET": None},
        }
        self.proven = False
        self.challenges = 0

    async def devices_of(self, user_ids: Collection[str]) -> Mapping[str, Mapping[str, str | None]]:
        return {user_id: self.devices[user_id] for user_id in user_ids if user_id in self.devices}

    async def require_uia(self, request: Request, body: Mapping[str, Any]) -> None:
        if not self.proven:
            self.challenges += 1
            raise Refused("", 401, "Authenticate", {"flows": [{"stages": ["m.login.password"]}]})


class World:
    """One server in one folder."""

    def __init__(self, folder: Path, settings: EncryptionSettings | None = None) -> None:
        self.kernel = Kernel.build(
            server_name=SERVER,
            database=lambda publish: SQLiteDatabase(folder / "server.db", publish),
            blobs=cast(Blobs, None),
            clock=SystemClock(),
            chance=SystemChance(),
        )
        self.directory = Directory()
        self.encryption = Encryption(self.kernel, settings or EncryptionSettings(), self.directory)
        manifest = self.encryption.manifest()
        self.routes = {route.operation: route for route in manifest.routes}
        self.sync_feature = Sync(self.kernel, find_filter=_no_filter, seen=_seen, ignored_by=_ignores_nobody)
        self.sync_feature.compose([manifest])
        self.kernel.contribute_mirrors([manifest.mirrors])

    async def start(self) -> None:
        await self.kernel.start()
        await self.encryption.start()

    async def stop(self) -> None:
        await self.encryption.stop()
        await self.kernel.stop()

    async def call(self, operation: str, user_id: str, device_id: str | None, body: Any = None, **params: str) -> Any:
        """Calls a route as a device; raises Refused as the edge would see it."""
        route = self.routes[operation]
        query = "&".join(f"{name}={value}" for name, value in params.items() if f"{{{name}}}" not in route.path)
        request = Request(
            route.method,
            params,
            query.encode(),
            (),
            b"" if body is None else orjson.dumps(body),
            "127.0.0.1",
            Caller(user_id, device_id),
        )
        response = await route.handler(request)
        assert isinstance(response.body, bytes)
        return orjson.loads(response.body)

    async def sync(self, user_id: str, device_id: str, since: str | None = None, timeout_ms: int = 0) -> Any:
        query = f"timeout={timeout_ms}" + (f"&since={since}" if since else "")
        request = Request("GET", {}, query.encode(), (), b"", "127.0.0.1", Caller(user_id, device_id))
        response = await self.sync_feature.handle(request)
        assert isinstance(response.body, bytes)
        return orjson.loads(response.body)

    async def park(self, user_id: str, device_id: str, since: str) -> asyncio.Task[Any]:
        """A sync that has found nothing and waits."""
        task = asyncio.create_task(self.sync(user_id, device_id, since, timeout_ms=60_000))
        for _ in range(10_000):
            await asyncio.sleep(0)
            if self.sync_feature.sessions.parked:
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
        draft = Draft("m.room.member", user_id, {"membership": membership, **content}, user_id)
        await self.kernel.rooms.submit(room, [draft])

    async def remove_device(self, user_id: str, device_id: str) -> None:
        """As a logout does it."""
        unit = Unit()
        for hook in self.directory.device_removal_hooks:
            hook(unit, user_id, device_id)
        del self.directory.devices[user_id][device_id]
        await self.kernel.log.append(unit)

    async def stored_messages(self, user_id: str, device_id: str) -> int:
        facts = await self.kernel.database.facts(f"device:{user_id}/{device_id}", 0, 1 << 60)
        return len(facts)


async def _no_filter(user_id: str, filter_id: str) -> Filter:
    return parse_filter({})


async def _ignores_nobody(user_id: str) -> frozenset[str]:
    return frozenset()


class Device:
    """Keys of a device as a client makes them."""

    def __init__(self, user_id: str, device_id: str) -> None:
        self.user_id, self.device_id = user_id, device_id
        self.seed = bytes(SigningKey.generate())
        self.keys = self.signed(
            {
                "user_id": user_id,
                "device_id": device_id,
                "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
                "keys": {f"ed25519:{device_id}": public_of(self.seed), f"curve25519:{device_id}": "curve+key"},
            }
        )

    def signed(self, value: dict[str, Any]) -> dict[str, Any]:
        return sign(value, self.user_id, self.device_id, self.seed)

    def one_time_keys(self, *names: str) -> dict[str, Any]:
        return {f"signed_curve25519:{name}": self.signed({"key": f"key-{name}"}) for name in names}


class Identity:
    """Cross-signing keys of a person as a client makes them."""

    def __init__(self, user_id: str) -> None:
        self.user_id = user_id
        self.seeds = {usage: bytes(SigningKey.generate()) for usage in ("master", "self_signing", "user_signing")}
        self.public = {usage: public_of(seed) for usage, seed in self.seeds.items()}

    def key(self, usage: str) -> dict[str, Any]:
        public = self.public[usage]
        key = {"user_id": self.user_id, "usage": [usage], "keys": {f"ed25519:{public}": public}}
        return key if usage == "master" else self.signed(key, "master")

    def signed(self, value: dict[str, Any], usage: str) -> dict[str, Any]:
        return sign(value, self.user_id, self.public[usage], self.seeds[usage])

    def upload(self) -> dict[str, Any]:
        return {f"{usage}_key": self.key(usage) for usage in self.seeds}


def public_of(seed: bytes) -> str:
    return unpadded_base64.encode(bytes(SigningKey(seed).verify_key))


def sign(value: dict[str, Any], user_id: str, key_id: str, seed: bytes) -> dict[str, Any]:
    """The value with nothing but this signature."""
    bare = {name: held for name, held in value.items() if name != "signatures"}
    return {**bare, "signatures": {user_id: {f"ed25519:{key_id}": signatures.sign(seed, bare)}}}


@pytest.fixture
async def make_world(tmp_path: Path) -> AsyncIterator[Callable[..., Any]]:
    """Starts worlds; one after the other in the same folder is the same server after a restart."""
    running: list[World] = []

    async def make(settings: EncryptionSettings | None = None) -> World:
        while running:
            await running.pop().stop()
        world = World(tmp_path, settings)
        await world.start()
        running.append(world)
        return world

    yield make
    while running:
        await running.pop().stop()


@pytest.fixture
async def world(make_world: Callable[..., Any]) -> World:
    started: World = await make_world()
    return started
