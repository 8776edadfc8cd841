"""Files that are kept in an S3-compatible store: people notice nothing, and the operator moves them there and back."""

import asyncio
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from laiwang.adapters.s3 import Bucket, S3Blobs
from tests.harness.client import V1
from tests.harness.objects import BUCKET, KEY, SECRET, ObjectStore, line_to, running
from tests.harness.person import Person
from tests.harness.server import SETTINGS, ServerFailed, ServerProcess, environment
from tests.stories.administrators import ADMIN, promote
from tests.stories.conftest import Newcomer, OwnServer

UPLOAD = "/_matrix/media/v3/upload"
BIG = os.urandom(1 << 20) * 20


@pytest.fixture(scope="module")
def object_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    """A real S3-compatible server."""
    with running(tmp_path_factory.mktemp("objects") / "store") as store:
        yield store


def kept_at(url: str, prefix: str) -> dict[str, str]:
    """Settings of a server that keeps its files there."""
    return {
        "LAIWANG_BLOBS__URL": f"s3://{BUCKET}/{prefix}",
        "LAIWANG_BLOBS__ENDPOINT": url,
        "LAIWANG_BLOBS__ACCESS_KEY_ID": KEY,
        "LAIWANG_BLOBS__SECRET_ACCESS_KEY": SECRET,
        "LAIWANG_BLOBS__ALLOW_HTTP": "true",
        "LAIWANG_BLOBS__TIMEOUT_S": "5",
    }


def laiwang(*arguments: str, settings: dict[str, str]) -> tuple[int, str]:
    """Exit code and everything that a command printed."""
    done = subprocess.run(
        [sys.executable, "-m", "laiwang", *arguments],
        capture_output=True,
        text=True,
        timeout=100,
        env={**environment(), "LANG": "C.UTF-8", **SETTINGS, **settings},
    )
    return done.returncode, done.stdout + done.stderr


async def upload(person: Person, content: bytes, kind: str = "application/octet-stream") -> list[str]:
    """Server and id of a new file."""
    answer = await person.request("POST", UPLOAD, content=content, headers={"content-type": kind})
    uri: str = answer["content_uri"]
    return uri.removeprefix("mxc://").split("/")


async def load(person: Person, media: list[str], part: str = "") -> bytes:
    """A file as another person gets it, or a part of it."""
    headers = {"range": part} if part else {}
    answer = await person.respond(
        "GET", f"{V1}/media/download/{{}}/{{}}", *media, headers=headers, expect=206 if part else 200
    )
    return answer.content


def picture() -> bytes:
    """A PNG file."""
    file = io.BytesIO()
    Image.new("RGB", (800, 600), (200, 30, 30)).save(file, "PNG")
    return file.getvalue()


async def test_files_in_a_store(own_server: OwnServer, newcomer: Newcomer, object_store: ObjectStore) -> None:
    """Sent, shown small, read whole and in parts, limited, deleted, and there again after a restart. Nothing stays on this machine."""
    server = own_server(
        {**kept_at(object_store.url, "one"), "LAIWANG_MEDIA__QUOTA_BYTES_PER_PERSON": str(len(BIG) + 100_000)}
    )
    alice, bob = await newcomer("alice", server.url), await newcomer("bob", server.url)
    big, small = await upload(alice, BIG), await upload(alice, picture(), "image/png")
    assert await load(bob, big) == BIG
    assert await load(bob, big, f"bytes=5-{10 << 20}") == BIG[5 : (10 << 20) + 1]
    thumbnail = await bob.respond(
        "GET", f"{V1}/media/thumbnail/{{}}/{{}}", *small, query={"width": 96, "height": 96, "method": "crop"}
    )
    assert Image.open(io.BytesIO(thumbnail.content)).size == (96, 96)
    await alice.request("POST", UPLOAD, content=b"x" * 100_001, expect=(413, "M_TOO_LARGE"))
    room = await alice.create_room()
    await alice.send(room, {"msgtype": "m.image", "body": "x", "url": f"mxc://{'/'.join(small)}"})
    await promote(server, bob)
    await bob.request("DELETE", f"{ADMIN}/files/{{}}", big[1])
    await alice.respond("GET", f"{V1}/media/download/{{}}/{{}}", *big, expect=(404, "M_NOT_FOUND"))
    server.restart()
    assert await load(bob, small) == picture()
    assert [path for path in server.data.rglob("*") if "media" in path.parts[-2:] or "spool" in path.parts[-2:-1]] == []
    _, told = laiwang("settings", settings=kept_at(object_store.url, "one"))
    assert "blobs.secret_access_key = ***" in told
    assert SECRET not in told
    assert SECRET not in server.log_tail(10_000)


async def test_a_store_that_is_away(own_server: OwnServer, newcomer: Newcomer, object_store: ObjectStore) -> None:
    """Messages go on; who sends or loads a file is told to try again, and can when the store is back."""
    async with line_to(object_store) as line:
        server = own_server(kept_at(line.url, "two"))
        alice = await newcomer("alice", server.url)
        media = await upload(alice, b"hello")
        await line.cut()
        room = await alice.create_room()
        await alice.send(room, {"msgtype": "m.text", "body": "still here"})
        asking = {"authorization": f"Bearer {alice.token}"}
        sending = alice.http.post(UPLOAD, content=b"more", headers=asking)
        loading = alice.http.get(f"{V1}/media/download/{'/'.join(media)}", headers=asking)
        for answer in await asyncio.gather(sending, loading):
            assert (answer.status_code, answer.json()["retry_after_ms"]) == (503, 5000)
        assert "laiwang_blob_failures 0.0" not in (await alice.http.get("/metrics")).text
        await line.up()
        assert await load(alice, await upload(alice, b"more")) == b"more"
        assert await load(alice, media) == b"hello"


async def test_a_file_that_is_deleted_while_the_store_is_away(
    own_server: OwnServer, newcomer: Newcomer, object_store: ObjectStore
) -> None:
    """Is not forgotten there: it can be deleted when the store is back."""
    async with line_to(object_store) as line:
        server = own_server(kept_at(line.url, "five"))
        alice = await newcomer("alice", server.url)
        _, media_id = await upload(alice, b"hello")
        await promote(server, alice)
        await line.cut()
        path = f"{ADMIN}/files/{media_id}"
        asking = {"authorization": f"Bearer {alice.token}"}
        assert (await alice.http.delete(path, headers=asking)).status_code == 503
        await line.up()
        await alice.request("DELETE", path)
    bucket = Bucket(BUCKET, "five", object_store.url, access_key_id=KEY, secret_access_key=SECRET, allow_http=True)
    assert [one async for one in S3Blobs(bucket, server.data).names()] == []


async def test_a_store_that_refuses(tmp_path: Path, object_store: ObjectStore) -> None:
    """The server says why before it starts, and never the secret."""
    wrong = {**kept_at(object_store.url, "three"), "LAIWANG_BLOBS__SECRET_ACCESS_KEY": "a wrong one"}
    with pytest.raises(
        ServerFailed, match=r"files cannot be kept in s3://media/three: SignatureDoesNotMatch"
    ) as refusal:
        ServerProcess(tmp_path / "data", wrong).start()
    assert "a wrong one" not in str(refusal.value)
    plain = {**kept_at(object_store.url, "three"), "LAIWANG_BLOBS__ALLOW_HTTP": "false"}
    code, told = laiwang("serve", "--port", "0", "--data", str(tmp_path / "other"), settings=plain)
    assert (code, "set blobs.allow_http" in told) == (2, True), told


async def test_moving(own_server: OwnServer, newcomer: Newcomer, object_store: ObjectStore, tmp_path: Path) -> None:
    """From the folder to a store and back, while the server runs, again and again until nothing is left to copy."""
    server = own_server()
    alice = await newcomer("alice", server.url)
    files = [(await upload(alice, content), content) for content in (b"one", b"two", BIG)]
    settings = kept_at(object_store.url, "four")
    to = (
        "blobs",
        "copy",
        "--data",
        str(server.data),
        "--from",
        str(server.data / "media"),
        "--to",
        f"s3://{BUCKET}/four",
    )
    code, told = laiwang(*to, settings=settings)
    assert (code, told) == (0, "3 files copied (21.0 MB), 0 were there already\n")
    files.append((await upload(alice, b"three"), b"three"))
    server.stop()
    code, told = laiwang(*to, "--verify", settings=settings)
    assert (code, told) == (0, "1 files copied (0.0 MB), 3 were there already\n")
    moved = ServerProcess(server.data, settings | server.database, server.port)
    moved.start()
    try:
        (server.data / "media").rename(tmp_path / "gone")
        for media, content in files:
            assert await load(alice, media) == content
        code, told = laiwang(
            *("blobs", "copy", "--data", str(server.data), "--to", str(tmp_path / "back")), settings=settings
        )
        assert (code, told) == (0, "4 files copied (21.0 MB), 0 were there already\n")
    finally:
        moved.stop()
    here, there = [
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "gone", tmp_path / "back")
    ]
    assert here == there
