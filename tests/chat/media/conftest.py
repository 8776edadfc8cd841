"""A server without HTTP: the real kernel on SQLite and media, called through its routes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.chat.media import Media, MediaSettings
from laiwang.kernel.capability import Caller, Request
from laiwang.kernel.machine import Kernel
from laiwang.kit.ports import SystemChance
from laiwang.kit.refusals import too_large

SERVER = "example.org"
ALICE, BOB = f"@alice:{SERVER}", f"@bob:{SERVER}"


async def _shows_nothing(user_id: str, uri: str) -> bool:
    return False


class MemoryBlobs:
    """The blob store port in memory, in small chunks."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.reads = 0

    async def put(self, name: str, chunks: AsyncIterator[bytes], *, size_bytes_max: int) -> int:
        body = b""
        async for chunk in chunks:
            body += chunk
            if len(body) > size_bytes_max:
                raise too_large()
        self.files[name] = body
        return len(body)

    async def size(self, name: str) -> int | None:
        return len(self.files[name]) if name in self.files else None

    async def open(self, name: str, start_bytes: int = 0, end_bytes: int | None = None) -> AsyncIterator[bytes]:
        body = self.files[name][start_bytes:end_bytes]
        for start in range(0, len(body), 7):
            yield body[start : start + 7]

    async def read(self, name: str) -> bytes:
        self.reads += 1
        return self.files[name]

    async def delete(self, name: str) -> None:
        self.files.pop(name, None)


class TestClock:
    """Wall time that stands where it is put; waiting is real."""

    __test__ = False

    def __init__(self) -> None:
        self.now = 1_700_000_000_000
        self.seconds = 0.0

    def now_ms(self) -> int:
        return self.now

    def monotonic(self) -> float:
        return self.seconds


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    content_type: str

    @property
    def json(self) -> Any:
        return orjson.loads(self.body)


class World:
    """One server in one folder."""

    def __init__(self, folder: Path, settings: MediaSettings) -> None:
        self.blobs = MemoryBlobs()
        self.clock = TestClock()
        self.kernel = Kernel.build(
            server_name=SERVER,
            database=lambda publish: SQLiteDatabase(folder / "server.db", publish),
            blobs=self.blobs,
            clock=self.clock,
            chance=SystemChance(),
        )
        self.media = Media(self.kernel, settings, is_shown=_shows_nothing)
        manifest = self.media.manifest()
        self.routes = {route.operation: route for route in manifest.routes}
        self.kernel.contribute_mirrors([manifest.mirrors])

    async def start(self) -> None:
        await self.kernel.start()
        await self.media.start()

    async def stop(self) -> None:
        await self.media.stop()
        await self.kernel.stop()

    async def call(
        self,
        operation: str,
        user_id: str = ALICE,
        *,
        query: str = "",
        headers: dict[str, str] | None = None,
        chunks: AsyncIterator[bytes] | None = None,
        **params: str,
    ) -> Answer:
        route = self.routes[operation]
        request = Request(
            route.method,
            params,
            query.encode(),
            [(name.encode(), value.encode("latin-1")) for name, value in (headers or {}).items()],
            b"",
            "127.0.0.1",
            Caller(user_id, "PHONE") if route.auth == "user" else None,
            stream=None if chunks is None else lambda: chunks,
        )
        response = await route.handler(request)
        body = response.body if isinstance(response.body, bytes) else b"".join([part async for part in response.body])
        if not isinstance(response.body, bytes):
            assert response.size_bytes == len(body)
        found = {name.decode(): value.decode("ascii") for name, value in response.headers}
        return Answer(response.status, found, body, response.content_type.decode("latin-1"))

    async def upload(self, body: bytes, content_type: str | None = None, query: str = "", user_id: str = ALICE) -> str:
        """Answers the media id."""
        headers = {} if content_type is None else {"content-type": content_type}
        answer = await self.call("uploadContent", user_id, query=query, headers=headers, chunks=stream(body))
        return media_id_of(answer.json["content_uri"])

    async def download(self, media_id: str, query: str = "", **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.call("getContentAuthed", BOB, query=query, headers=named, serverName=SERVER, mediaId=media_id)

    async def thumbnail(self, media_id: str, query: str) -> Answer:
        return await self.call("getContentThumbnailAuthed", BOB, query=query, serverName=SERVER, mediaId=media_id)


def media_id_of(uri: str) -> str:
    server, _, media_id = uri.removeprefix("mxc://").partition("/")
    assert server == SERVER
    return media_id


async def stream(body: bytes, chunk_bytes: int = 1000) -> AsyncIterator[bytes]:
    for start in range(0, len(body), chunk_bytes):
        yield body[start : start + chunk_bytes]


@pytest.fixture
async def make_world(tmp_path: Path) -> AsyncIterator[Callable[..., Any]]:
    running: list[World] = []

    async def make(settings: MediaSettings | None = None) -> World:
        world = World(tmp_path, settings or MediaSettings())
        await world.start()
        running.append(world)
        return world

    yield make
    for world in running:
        await world.stop()


@pytest.fixture
async def world(make_world: Callable[..., Any]) -> World:
    started: World = await make_world()
    return started
