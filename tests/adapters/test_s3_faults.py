"""What goes wrong between this server and a store elsewhere: told as `Busy` or made good, and never half a file."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from laiwang.adapters.s3 import Bucket, S3Blobs
from laiwang.kernel.ports import BlobsUnfit
from laiwang.kit.refusals import Busy
from tests.harness.objects import BUCKET, KEY, SECRET, Line, ObjectStore, line_to

LARGE_BYTES = 24 << 20
CONTENT = random.Random(3).randbytes(LARGE_BYTES)


@pytest.fixture
async def line(store: ObjectStore) -> AsyncIterator[Line]:
    """A line to the store."""
    async with line_to(store) as line:
        yield line


@pytest.fixture
def bucket(line: Line) -> Bucket:
    """A place of its own at the end of the line."""
    return Bucket(BUCKET, uuid4().hex, line.url, access_key_id=KEY, secret_access_key=SECRET, allow_http=True)


@pytest.fixture
async def blobs(bucket: Bucket, tmp_path: Path) -> S3Blobs:
    """A store on the line, with patience."""
    blobs = S3Blobs(bucket, tmp_path / "spool")
    await blobs.start("test.local")
    return blobs


def hasty(bucket: Bucket, tmp_path: Path) -> S3Blobs:
    """The same without patience."""
    return S3Blobs(replace(bucket, retry_for_s=0.5, timeout_s=1.0), tmp_path / "spool")


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(content), 1 << 20):
        yield content[at : at + (1 << 20)]


async def read(blobs: S3Blobs, name: str) -> bytes:
    return b"".join([chunk async for chunk in blobs.open(name)])


async def test_a_line_that_breaks_in_the_middle_of_an_upload(blobs: S3Blobs, line: Line) -> None:
    """What was lost is sent again, and the file is whole."""
    upload = asyncio.create_task(blobs.put("one", chunks(CONTENT), size_bytes_max=LARGE_BYTES))
    await line.passed(sent=10 << 20)
    await line.cut()
    assert not upload.done()
    await line.up()
    assert await upload == LARGE_BYTES
    assert await read(blobs, "one") == CONTENT


async def test_a_line_that_breaks_in_the_middle_of_a_download(blobs: S3Blobs, line: Line) -> None:
    """It goes on where it broke off."""
    await blobs.put("one", chunks(CONTENT), size_bytes_max=LARGE_BYTES)
    reading = blobs.open("one", 5, LARGE_BYTES - 5)
    got = [await anext(reading)]
    await line.cut()
    await line.up()
    got += [chunk async for chunk in reading]
    assert b"".join(got) == CONTENT[5:-5]


async def test_a_store_that_goes_away(blobs: S3Blobs, bucket: Bucket, line: Line, tmp_path: Path) -> None:
    """Every verb is refused in a way that may be tried again; nothing was half done, and all is well when it is back."""
    soon = hasty(bucket, tmp_path)
    await blobs.put("old", chunks(b"old"), size_bytes_max=100)
    await blobs.put("large", chunks(CONTENT), size_bytes_max=LARGE_BYTES)
    sent = line.sent
    upload = asyncio.create_task(soon.put("new", chunks(CONTENT), size_bytes_max=LARGE_BYTES))
    replacing = asyncio.create_task(soon.put("old", chunks(CONTENT), size_bytes_max=LARGE_BYTES))
    await line.passed(sent=sent + (12 << 20))
    reading = soon.open("large")
    await anext(reading)
    await line.cut()
    for doing in (upload, replacing, soon.size("old"), soon.read("old"), soon.delete("old"), read(soon, "old")):
        with pytest.raises(Busy):
            await doing
    with pytest.raises(Busy):
        await soon.put("small", chunks(b"x"), size_bytes_max=100)
    with pytest.raises(Busy):
        async for _ in soon.names():
            pass
    with pytest.raises(Busy):
        async for _ in reading:
            pass
    assert soon.failures >= 9
    assert list((tmp_path / "spool").rglob("*")) == []
    # It was not there at the start either: people can write to each other meanwhile.
    await hasty(bucket, tmp_path).start("test.local")
    await line.up()
    assert sorted([name async for name, _ in blobs.names()]) == ["large", "old"]
    assert await blobs.read("old") == b"old"
    assert await blobs.put("new", chunks(CONTENT), size_bytes_max=LARGE_BYTES) == LARGE_BYTES


async def test_a_store_that_is_silent(blobs: S3Blobs, bucket: Bucket, line: Line, tmp_path: Path) -> None:
    """There is an end to waiting."""
    soon = hasty(bucket, tmp_path)
    await blobs.put("one", chunks(b"1"), size_bytes_max=100)
    line.stall()
    with pytest.raises(Busy):
        await soon.size("one")
    with pytest.raises(Busy):
        await soon.put("two", chunks(CONTENT), size_bytes_max=LARGE_BYTES)
    await line.go_on()
    assert await blobs.read("one") == b"1"


async def test_an_upload_that_is_cancelled_while_it_is_sent(blobs: S3Blobs, line: Line, store: ObjectStore) -> None:
    """Leaves no file and no parts of one, and the older file of that name stays."""
    await blobs.put("one", chunks(b"old"), size_bytes_max=100)
    before = store.uploads()
    upload = asyncio.create_task(blobs.put("one", chunks(CONTENT), size_bytes_max=LARGE_BYTES))
    await line.passed(sent=10 << 20)
    upload.cancel()
    with pytest.raises(asyncio.CancelledError):
        await upload
    assert await blobs.read("one") == b"old"
    assert store.uploads() == before


async def test_a_bucket_that_is_taken_away(bucket: Bucket, store: ObjectStore, tmp_path: Path) -> None:
    """Is no "not found" to who sends a file."""
    store.make_bucket("passing")
    blobs = hasty(replace(bucket, name="passing"), tmp_path)
    await blobs.start("test.local")
    store.delete_bucket("passing")
    for content in (b"x", CONTENT):
        with pytest.raises(Busy):
            await blobs.put("one", chunks(content), size_bytes_max=LARGE_BYTES)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"access_key_id": "nobody"}, "InvalidAccessKeyId"),
        ({"secret_access_key": "a wrong secret"}, "SignatureDoesNotMatch"),
        ({"access_key_id": "reader"}, "AccessDenied"),
        ({"name": "elsewhere"}, "NoSuchBucket"),
    ],
)
async def test_a_store_that_refuses(bucket: Bucket, change: dict[str, str], reason: str, tmp_path: Path) -> None:
    """Stops the start and says why, without the secret."""
    with pytest.raises(BlobsUnfit, match=reason) as unfit:
        await S3Blobs(replace(bucket, **change), tmp_path / "spool").start("test.local")  # type: ignore[arg-type]
    assert change.get("secret_access_key", SECRET) not in str(unfit.value)
    assert change.get("secret_access_key", SECRET) not in repr(replace(bucket, **change))  # type: ignore[arg-type]


async def test_the_files_of_another_server(blobs: S3Blobs, bucket: Bucket, tmp_path: Path) -> None:
    """Two servers do not share one place."""
    with pytest.raises(BlobsUnfit, match=r"another server, test\.local"):
        await S3Blobs(bucket, tmp_path / "spool").start("other.local")
    await S3Blobs(bucket, tmp_path / "spool").start("test.local")
    assert [name async for name, _ in blobs.names()] == []
