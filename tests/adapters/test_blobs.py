"""The contract of the Blobs port, over every adapter of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from laiwang.adapters.blobs import DiskBlobs
from laiwang.kernel.ports import Blobs
from laiwang.kit.refusals import Refused

BLOBS: dict[str, Callable[[Path], Blobs]] = {"disk": lambda folder: DiskBlobs(folder / "media")}
MAX = 1 << 22


@pytest.fixture(params=BLOBS)
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    """An empty store."""
    return BLOBS[request.param](tmp_path)


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def broken(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
    raise ConnectionError("the sender is gone")


async def read(blobs: Blobs, name: str, start_bytes: int = 0) -> bytes:
    return b"".join([chunk async for chunk in blobs.open(name, start_bytes)])


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_file_comes_back_as_it_went_in(blobs: Blobs) -> None:
    """Whole or in chunks, of any size, also none."""
    for name, content in (("empty", b""), ("small", b"x"), ("large", bytes(range(256)) * 4096), ("a_b-c.d", b"y")):
        half = len(content) // 2
        assert await blobs.put(name, chunks(content[:half], content[half:]), size_bytes_max=MAX) == len(content)
        assert await blobs.size(name) == len(content)
        assert await blobs.read(name) == content
        assert await read(blobs, name) == content
        assert await read(blobs, name, half) == content[half:]
        assert await read(blobs, name, len(content)) == b""


async def test_what_is_not_there(blobs: Blobs) -> None:
    """No size, no content, and taking it away is no error."""
    assert await blobs.size("nothing") is None
    with pytest.raises(FileNotFoundError):
        await blobs.read("nothing")
    with pytest.raises(FileNotFoundError):
        await read(blobs, "nothing")
    await blobs.delete("nothing")


async def test_deleting(blobs: Blobs) -> None:
    """Gone is gone; the name can be used again."""
    await blobs.put("one", chunks(b"1"), size_bytes_max=MAX)
    await blobs.delete("one")
    assert await blobs.size("one") is None
    await blobs.put("one", chunks(b"2"), size_bytes_max=MAX)
    assert await blobs.read("one") == b"2"


async def test_too_large_a_file_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    """The limit itself is allowed; one byte more is 413."""
    assert await blobs.put("fits", chunks(b"12", b"34"), size_bytes_max=4) == 4
    with pytest.raises(Refused) as refused:
        await blobs.put("large", chunks(b"12", b"345"), size_bytes_max=4)
    assert (refused.value.status, refused.value.errcode) == (413, "M_TOO_LARGE")
    assert await blobs.size("large") is None
    assert len(files(tmp_path)) == 1


async def test_a_broken_upload_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    """Neither the file nor its first half; an older file of that name stays."""
    with pytest.raises(ConnectionError):
        await blobs.put("one", broken(b"1"), size_bytes_max=MAX)
    assert await blobs.size("one") is None
    assert files(tmp_path) == []
    await blobs.put("one", chunks(b"whole"), size_bytes_max=MAX)
    with pytest.raises(ConnectionError):
        await blobs.put("one", broken(b"half"), size_bytes_max=MAX)
    assert await blobs.read("one") == b"whole"


async def test_a_cancelled_upload_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
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


async def test_readers_of_a_replaced_file_see_one_of_both(blobs: Blobs) -> None:
    """A name always has a whole file."""
    await blobs.put("one", chunks(b"1" * 1000), size_bytes_max=MAX)
    contents = {b"1" * 1000, b"2" * 1000}
    putting = asyncio.create_task(blobs.put("one", chunks(*[b"2"] * 1000), size_bytes_max=MAX))
    while not putting.done():
        assert await blobs.read("one") in contents
    assert await putting == 1000
    assert await blobs.read("one") == b"2" * 1000


async def test_uploads_of_one_name_do_not_mix(blobs: Blobs, tmp_path: Path) -> None:
    """The last one that ends wins, whole."""
    contents = [b"%d" % number * 500 for number in range(10)]
    await asyncio.gather(
        *(
            blobs.put("one", chunks(*(content[at : at + 50] for at in range(0, 500, 50))), size_bytes_max=MAX)
            for content in contents
        )
    )
    assert await blobs.read("one") in contents
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("name", ["", ".", "..", "../secret", "a/b", "/etc/passwd", ".hidden", "a\0b", "a b"])
async def test_a_name_is_no_path(blobs: Blobs, name: str, tmp_path: Path) -> None:
    """Names are ours; one that leads elsewhere is a bug and is not followed."""
    with pytest.raises(ValueError, match="name"):
        await blobs.put(name, chunks(b"x"), size_bytes_max=MAX)
    with pytest.raises(ValueError, match="name"):
        await blobs.read(name)
    with pytest.raises(ValueError, match="name"):
        await blobs.delete(name)
    assert files(tmp_path) == []
