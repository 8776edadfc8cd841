"""The contract of the Blobs port, over every adapter of it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from laiwang.adapters.blobs import DiskBlobs
from laiwang.adapters.s3 import Bucket, S3Blobs
from laiwang.kit.refusals import Refused
from tests.harness.objects import BUCKET, KEY, SECRET

AnyBlobs = DiskBlobs | S3Blobs
MAX = 1 << 22
#: more than a part of an upload to S3
LARGE_BYTES = (9 << 20) + 1


@pytest.fixture(params=["disk", "s3"])
async def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> AnyBlobs:
    """An empty store."""
    found: AnyBlobs
    if request.param == "disk":
        found = DiskBlobs(tmp_path / "media")
    else:
        url = request.getfixturevalue("store").url
        bucket = Bucket(BUCKET, uuid4().hex, url, access_key_id=KEY, secret_access_key=SECRET, allow_http=True)
        found = S3Blobs(bucket, tmp_path / "spool")
    await found.start("test.local")
    return found


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def broken(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
    raise ConnectionError("the sender is gone")


async def read(blobs: AnyBlobs, name: str, start_bytes: int = 0) -> bytes:
    return b"".join([chunk async for chunk in blobs.open(name, start_bytes)])


async def kept(blobs: AnyBlobs) -> list[str]:
    return sorted([name async for name, _ in blobs.names()])


def files(folder: Path) -> list[Path]:
    """What is on this machine's disk: nothing at all for a store elsewhere."""
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_file_comes_back_as_it_went_in(blobs: AnyBlobs) -> None:
    """Whole or in chunks, of any size, also none."""
    for name, content in (("empty", b""), ("small", b"x"), ("large", bytes(range(256)) * 4096), ("a_b-c.d", b"y")):
        half = len(content) // 2
        assert await blobs.put(name, chunks(content[:half], content[half:]), size_bytes_max=MAX) == len(content)
        assert await blobs.size(name) == len(content)
        assert await blobs.read(name) == content
        assert await read(blobs, name) == content
        assert await read(blobs, name, half) == content[half:]
        assert await read(blobs, name, len(content)) == b""


async def test_what_is_not_there(blobs: AnyBlobs) -> None:
    """No size, no content, and taking it away is no error."""
    assert await blobs.size("nothing") is None
    with pytest.raises(FileNotFoundError):
        await blobs.read("nothing")
    with pytest.raises(FileNotFoundError):
        await read(blobs, "nothing")
    await blobs.delete("nothing")


async def test_deleting(blobs: AnyBlobs) -> None:
    """Gone is gone; the name can be used again."""
    await blobs.put("one", chunks(b"1"), size_bytes_max=MAX)
    await blobs.delete("one")
    assert await blobs.size("one") is None
    await blobs.put("one", chunks(b"2"), size_bytes_max=MAX)
    assert await blobs.read("one") == b"2"


async def test_too_large_a_file_leaves_nothing(blobs: AnyBlobs, tmp_path: Path) -> None:
    """The limit itself is allowed; one byte more is 413."""
    assert await blobs.put("fits", chunks(b"12", b"34"), size_bytes_max=4) == 4
    with pytest.raises(Refused) as refused:
        await blobs.put("large", chunks(b"12", b"345"), size_bytes_max=4)
    assert (refused.value.status, refused.value.errcode) == (413, "M_TOO_LARGE")
    assert await blobs.size("large") is None
    assert await kept(blobs) == ["fits"]
    assert len(files(tmp_path)) == isinstance(blobs, DiskBlobs)


async def test_a_broken_upload_leaves_nothing(blobs: AnyBlobs, tmp_path: Path) -> None:
    """Neither the file nor its first half; an older file of that name stays."""
    with pytest.raises(ConnectionError):
        await blobs.put("one", broken(b"1"), size_bytes_max=MAX)
    assert await blobs.size("one") is None
    assert files(tmp_path) == []
    await blobs.put("one", chunks(b"whole"), size_bytes_max=MAX)
    with pytest.raises(ConnectionError):
        await blobs.put("one", broken(b"half"), size_bytes_max=MAX)
    assert await blobs.read("one") == b"whole"


async def test_a_cancelled_upload_leaves_nothing(blobs: AnyBlobs, tmp_path: Path) -> None:
    """As a broken one."""
    begun = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield b"1"
        begun.set()
        await asyncio.Event().wait()

    upload = asyncio.create_task(blobs.put("one", slow(), size_bytes_max=MAX))
    await begun.wait()
    upload.cancel()
    with pytest.raises(asyncio.CancelledError):
        await upload
    assert await blobs.size("one") is None
    assert files(tmp_path) == []


async def test_readers_of_a_replaced_file_see_one_of_both(blobs: AnyBlobs) -> None:
    """A name always has a whole file."""
    await blobs.put("one", chunks(b"1" * 1000), size_bytes_max=MAX)
    contents = {b"1" * 1000, b"2" * 1000}
    putting = asyncio.create_task(blobs.put("one", chunks(*[b"2"] * 1000), size_bytes_max=MAX))
    while not putting.done():
        assert await blobs.read("one") in contents
    assert await putting == 1000
    assert await blobs.read("one") == b"2" * 1000


async def test_uploads_of_one_name_do_not_mix(blobs: AnyBlobs, tmp_path: Path) -> None:
    """The last one that ends wins, whole."""
    contents = [b"%d" % number * 500 for number in range(10)]
    await asyncio.gather(
        *(
            blobs.put("one", chunks(*(content[at : at + 50] for at in range(0, 500, 50))), size_bytes_max=MAX)
            for content in contents
        )
    )
    assert await blobs.read("one") in contents
    assert await kept(blobs) == ["one"]
    assert len(files(tmp_path)) == isinstance(blobs, DiskBlobs)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../secret", "a/b", "/etc/passwd", ".hidden", "a\0b", "a b", "ab..c", "ab."]
)
async def test_a_name_is_no_path(blobs: AnyBlobs, name: str, tmp_path: Path) -> None:
    """Names are ours; one that leads elsewhere is a bug and is not followed."""
    with pytest.raises(ValueError, match="name"):
        await blobs.put(name, chunks(b"x"), size_bytes_max=MAX)
    with pytest.raises(ValueError, match="name"):
        await blobs.read(name)
    with pytest.raises(ValueError, match="name"):
        await blobs.delete(name)
    assert files(tmp_path) == []


async def test_a_large_file(blobs: AnyBlobs) -> None:
    """Comes in chunks of any size and goes in chunks that fit in memory."""
    content = random.Random(1).randbytes(LARGE_BYTES)
    parts = [content[at : at + 700_001] for at in range(0, LARGE_BYTES, 700_001)]
    assert await blobs.put("large", chunks(*parts), size_bytes_max=LARGE_BYTES) == LARGE_BYTES
    assert await blobs.size("large") == LARGE_BYTES
    got = [chunk async for chunk in blobs.open("large")]
    assert b"".join(got) == content
    assert max(map(len, got)) <= 1 << 20


async def test_parts_of_a_file(blobs: AnyBlobs) -> None:
    """From a place on, or between two places."""
    content = random.Random(2).randbytes(1 << 20)
    await blobs.put("one", chunks(content), size_bytes_max=MAX)
    for start, end in ((0, None), (1, None), (1 << 19, None), (0, 1), (5, 6), (1000, 900_000), (0, 1 << 20)):
        assert b"".join([chunk async for chunk in blobs.open("one", start, end)]) == content[start:end], (start, end)


async def test_a_reader_that_stops_early(blobs: AnyBlobs) -> None:
    """Leaves nothing open, and harms nobody else."""
    await blobs.put("one", chunks(b"1" * MAX), size_bytes_max=MAX)
    reading = blobs.open("one")
    assert (await anext(reading))[:1] == b"1"
    assert isinstance(reading, AsyncGenerator)
    await reading.aclose()
    assert await blobs.size("one") == MAX


async def test_what_there_is(blobs: AnyBlobs) -> None:
    """Every whole file with its size, once."""
    assert [one async for one in blobs.names()] == []
    names = [f"{number:03}-file" for number in range(30)]
    await asyncio.gather(*(blobs.put(name, chunks(b"x" * len(name)), size_bytes_max=MAX) for name in [*names, "ab"]))
    assert sorted([one async for one in blobs.names()]) == [*((name, 8) for name in names), ("ab", 2)]


async def test_many_at_once(blobs: AnyBlobs) -> None:
    """More than are sent at a time."""
    contents = {f"file{number}": random.Random(number).randbytes(300_000) for number in range(40)}
    await asyncio.gather(*(blobs.put(name, chunks(body), size_bytes_max=MAX) for name, body in contents.items()))
    assert await asyncio.gather(*(blobs.read(name) for name in contents)) == list(contents.values())
    await asyncio.gather(*(blobs.delete(name) for name in contents))
    assert await kept(blobs) == []
