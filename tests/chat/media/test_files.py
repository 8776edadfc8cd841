"""Upload and download."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from laiwang.chat.media import MediaSettings
from laiwang.kernel.ports import Unit
from laiwang.kit.refusals import Refused

from .conftest import ALICE, BOB, SERVER, World, media_id_of, stream

MakeWorld = Callable[..., Awaitable[World]]
PNG = b"\x89PNG\r\n\x1a\n and then some bytes that nobody looks at"


async def reserve(world: World) -> str:
    return media_id_of((await world.call("createContent")).json["content_uri"])


async def upload_to(world: World, media_id: str, body: bytes, user_id: str = ALICE, server: str = SERVER) -> None:
    answer = await world.call(
        "uploadContentToMXC",
        user_id,
        query="filename=later.png",
        headers={"content-type": "image/png"},
        chunks=stream(body),
        serverName=server,
        mediaId=media_id,
    )
    assert answer.json == {}


def code_of(error: pytest.ExceptionInfo[Refused]) -> tuple[int, str]:
    return error.value.status, error.value.errcode


async def test_a_file_comes_back_as_it_went_in(world: World) -> None:
    body = bytes(range(256)) * 20
    media_id = await world.upload(body, "image/png", "filename=a%20%22name%22.png")
    answer = await world.download(media_id)
    assert (answer.status, answer.body, answer.content_type) == (200, body, "image/png")
    assert answer.headers["content-disposition"] == 'inline; filename="a \\"name\\".png"'
    assert answer.headers["content-security-policy"] == (
        "sandbox; default-src 'none'; script-src 'none'; plugin-types application/pdf; "
        "style-src 'unsafe-inline'; object-src 'self';"
    )
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"


async def test_a_page_is_a_download(world: World) -> None:
    media_id = await world.upload(b"<script>alert(1)</script>", "text/html")
    assert (await world.download(media_id)).headers["content-disposition"] == "attachment"


async def test_nothing_is_a_file_too(world: World) -> None:
    media_id = await world.upload(b"")
    answer = await world.download(media_id, range="bytes=0-5")
    assert answer.status == 416
    answer = await world.download(media_id)
    assert (answer.status, answer.body, answer.content_type) == (200, b"", "application/octet-stream")


async def test_the_name_of_the_path_wins(world: World) -> None:
    media_id = await world.upload(PNG, "image/png", "filename=stored.png")
    answer = await world.call(
        "getContentOverrideNameAuthed", serverName=SERVER, mediaId=media_id, fileName="咖啡/☕.png"
    )
    assert answer.headers["content-disposition"] == ("inline; filename*=utf-8''%E5%92%96%E5%95%A1%2F%E2%98%95.png")


async def test_a_part_of_a_file(world: World) -> None:
    body = bytes(range(100))
    media_id = await world.upload(body, "video/mp4")
    for header, part, content_range in (
        ("bytes=0-1", body[:2], "bytes 0-1/100"),
        ("bytes=13-62", body[13:63], "bytes 13-62/100"),
        ("bytes=93-", body[93:], "bytes 93-99/100"),
        ("bytes=-1", body[99:], "bytes 99-99/100"),
    ):
        answer = await world.download(media_id, range=header)
        assert (answer.status, answer.body) == (206, part)
        assert answer.headers["content-range"] == content_range
    answer = await world.download(media_id, range="bytes=100-")
    assert (answer.status, answer.headers["content-range"]) == (416, "bytes */100")


async def test_a_client_that_has_it_gets_no_bytes(world: World) -> None:
    media_id = await world.upload(PNG, "image/png")
    etag = (await world.download(media_id)).headers["etag"]
    again = await world.download(media_id, if_none_match=f'"other", W/{etag}')
    assert (again.status, again.body) == (304, b"")
    assert (await world.download(media_id, range="bytes=0-1", if_range=etag)).status == 206
    assert (await world.download(media_id, range="bytes=0-1", if_range='"other"')).status == 200


async def test_a_file_that_is_too_large_leaves_nothing(make_world: MakeWorld) -> None:
    world = await make_world(MediaSettings(upload_bytes_max=1000))
    with pytest.raises(Refused) as refused:
        await world.upload(b"x" * 1001)
    assert code_of(refused) == (413, "M_TOO_LARGE")
    with pytest.raises(Refused) as refused:
        await world.call("uploadContent", headers={"content-length": "1001"}, chunks=stream(b""))
    assert code_of(refused) == (413, "M_TOO_LARGE")
    assert world.blobs.files == {}
    world.clock.now += 1 << 40
    assert await world.media.uploads.clean_up() == 0
    assert len(await world.upload(b"x" * 1000)) == 24
    for operation in ("getConfigAuthed", "getConfig"):
        assert (await world.call(operation)).json == {"m.upload.size": 1000}


async def test_a_broken_upload_leaves_nothing(world: World) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await world.call("uploadContent", chunks=broken())
    assert world.blobs.files == {}
    world.clock.now += 1 << 40
    assert await world.media.uploads.clean_up() == 0


@pytest.mark.parametrize(
    ("server", "media_id"),
    [(SERVER, "unknown"), (SERVER, "../../etc/passwd"), (SERVER, ""), ("elsewhere.org", "known"), (SERVER, "ä")],
)
async def test_what_is_not_there(world: World, server: str, media_id: str) -> None:
    if media_id == "known":
        media_id = await world.upload(PNG)
    for operation, query in (("getContentAuthed", ""), ("getContentThumbnailAuthed", "width=1&height=1")):
        with pytest.raises(Refused) as refused:
            await world.call(operation, query=query, serverName=server, mediaId=media_id)
        assert code_of(refused) == (404, "M_NOT_FOUND")


@pytest.mark.parametrize("operation", ["getContent", "getContentOverrideName", "getContentThumbnail"])
async def test_nothing_is_served_without_a_token(world: World, operation: str) -> None:
    media_id = await world.upload(PNG)
    assert world.routes[operation].auth == "none"
    with pytest.raises(Refused) as refused:
        await world.call(operation, serverName=SERVER, mediaId=media_id, fileName="x")
    assert code_of(refused) == (404, "M_NOT_FOUND")


async def test_content_that_comes_later(world: World) -> None:
    media_id = await reserve(world)
    with pytest.raises(Refused) as refused:
        await world.download(media_id, "timeout_ms=0")
    assert code_of(refused) == (504, "M_NOT_YET_UPLOADED")
    waiting = asyncio.create_task(world.download(media_id, "timeout_ms=60000"))
    for _ in range(10_000):
        await asyncio.sleep(0)
        if f"media:{media_id}" in world.kernel.bells.listeners:
            break
    await upload_to(world, media_id, PNG)
    answer = await waiting
    assert (answer.body, answer.content_type) == (PNG, "image/png")
    assert answer.headers["content-disposition"] == 'inline; filename="later.png"'
    assert world.kernel.bells.listeners == {}


async def test_content_is_written_once_and_by_who_reserved_it(world: World) -> None:
    media_id = await reserve(world)
    for user_id, server, name, expected in (
        (BOB, SERVER, media_id, (403, "M_FORBIDDEN")),
        (ALICE, "elsewhere.org", media_id, (404, "M_NOT_FOUND")),
        (ALICE, SERVER, "unknown", (404, "M_NOT_FOUND")),
    ):
        with pytest.raises(Refused) as refused:
            await upload_to(world, name, PNG, user_id, server)
        assert code_of(refused) == expected
    answers = await asyncio.gather(
        *(upload_to(world, media_id, PNG + bytes([n])) for n in range(4)), return_exceptions=True
    )
    lost = [one for one in answers if isinstance(one, Refused)]
    assert [(one.status, one.errcode) for one in lost] == [(409, "M_CANNOT_OVERWRITE_MEDIA")] * 3
    before = (await world.download(media_id)).body
    with pytest.raises(Refused) as refused:
        await upload_to(world, media_id, b"other")
    assert code_of(refused) == (409, "M_CANNOT_OVERWRITE_MEDIA")
    assert (await world.download(media_id)).body == before


async def test_a_broken_upload_can_be_tried_again(world: World) -> None:
    media_id = await reserve(world)

    async def broken() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await world.call("uploadContentToMXC", chunks=broken(), serverName=SERVER, mediaId=media_id)
    await upload_to(world, media_id, PNG)
    assert (await world.download(media_id)).body == PNG


async def test_a_reservation_ends(world: World) -> None:
    answer = await world.call("createContent")
    media_id = media_id_of(answer.json["content_uri"])
    used = await reserve(world)
    await upload_to(world, used, PNG)
    world.clock.now = answer.json["unused_expires_at"]
    with pytest.raises(Refused) as refused:
        await upload_to(world, media_id, PNG)
    assert code_of(refused) == (404, "M_NOT_FOUND")
    with pytest.raises(Refused) as refused:
        await world.download(media_id)
    assert code_of(refused) == (404, "M_NOT_FOUND")
    assert await world.media.uploads.clean_up() == 1
    assert await world.media.uploads.clean_up() == 0
    assert (await world.download(used)).body == PNG


async def test_nobody_reserves_without_end(make_world: MakeWorld) -> None:
    world = await make_world(MediaSettings(pending_per_user_max=2))
    first = await reserve(world)
    await reserve(world)
    with pytest.raises(Refused) as refused:
        await reserve(world)
    assert code_of(refused) == (429, "M_LIMIT_EXCEEDED")
    assert isinstance(refused.value.extra["retry_after_ms"], int)
    await upload_to(world, first, PNG)
    await reserve(world)


async def test_an_upload_is_durable_when_it_is_answered(world: World) -> None:
    media_id = await world.upload(PNG)
    await world.kernel.log.append(Unit())
    row = await world.media.library.find(SERVER, media_id)
    assert row is not None
    assert (row.state, row.size_bytes) == ("ready", len(PNG))
