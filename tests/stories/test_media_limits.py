"""How much people may keep, and what goes because nobody wants it."""

import asyncio

from tests.harness.client import V1
from tests.harness.person import Person
from tests.stories.administrators import ADMIN, promote
from tests.stories.conftest import Newcomer, OwnServer

TOO_LARGE = (413, "M_TOO_LARGE")
UPLOAD = "/_matrix/media/v3/upload"


async def upload(person: Person, content: bytes, expect: int | tuple[int, str] = 200) -> str:
    """Uploads a file; its content URI, empty when that was refused as expected."""
    answer = await person.request("POST", UPLOAD, content=content, expect=expect)
    uri: str = answer.get("content_uri", "")
    return uri


async def status(person: Person, uri: str) -> int:
    """What a download answers."""
    _, _, server, media = uri.split("/")
    path = f"{V1}/media/download/{{}}/{{}}"
    return (await person.respond("GET", path, server, media, expect=None)).status_code


def media_id(uri: str) -> str:
    """The last part of a content URI."""
    return uri.rpartition("/")[2]


async def files_of(admin: Person) -> set[str]:
    """Ids of an administrator's own files, as she sees them."""
    found = await admin.get(f"{ADMIN}/people/{{}}/files", admin.user_id)
    return {one["media_id"] for one in found["files"]}


async def test_a_quota(own_server: OwnServer, newcomer: Newcomer) -> None:
    """Holds for each person, for announced and unannounced sizes, for reserved URIs, and for many uploads at once."""
    server = own_server({"LAIWANG_MEDIA__QUOTA_BYTES_PER_PERSON": "1000"})
    alice, bob = await newcomer("alice", server.url), await newcomer("bob", server.url)
    await upload(alice, b"a" * 600)
    refused = await alice.request("POST", UPLOAD, content=b"a" * 401, expect=TOO_LARGE)
    assert refused["error"] == "Your files may take 1000 bytes in all, and 600 are taken already"
    reserved = (await alice.post("/_matrix/media/v1/create"))["content_uri"].split("/")[2:]
    await alice.request("PUT", f"{UPLOAD}/{{}}/{{}}", *reserved, content=b"a" * 401, expect=TOO_LARGE)
    await alice.request("PUT", f"{UPLOAD}/{{}}/{{}}", *reserved, content=b"a" * 400)
    await upload(alice, b"a", expect=TOO_LARGE)
    answers = await asyncio.gather(*(bob.respond("POST", UPLOAD, content=b"b" * 300, expect=None) for _ in range(8)))
    assert sorted(one.status_code for one in answers) == [200] * 3 + [413] * 5
    figures = (await bob.http.get("/metrics")).text
    assert "laiwang_media_bytes 1900.0" in figures
    assert "laiwang_burn_pending 0.0" in figures
    server.restart()
    await upload(bob, b"b" * 101, expect=TOO_LARGE)
    await upload(bob, b"b" * 100)


async def test_files_that_nobody_uses(own_server: OwnServer, newcomer: Newcomer) -> None:
    """Go; those that a message names, a profile shows, or somebody has loaded stay."""
    server = own_server({"LAIWANG_MEDIA__UNUSED_KEPT_MS": "1"})
    alice = await newcomer("alice", server.url)
    unused, named, shown, loaded = [await upload(alice, name) for name in (b"unused", b"named", b"shown", b"loaded")]
    room = await alice.create_room()
    await alice.send(room, {"msgtype": "m.file", "body": "x", "url": named})
    await alice.put("/_matrix/client/v3/profile/{}/avatar_url", alice.user_id, json={"avatar_url": shown})
    assert await status(alice, loaded) == 200
    await promote(server, alice)
    server.restart()
    # To load a file would be to use it: administrators see which there are.
    while len(await files_of(alice)) == 4:
        pass
    assert await files_of(alice) == {media_id(one) for one in (named, shown, loaded)}
    assert [await status(alice, one) for one in (unused, named, shown, loaded)] == [404, 200, 200, 200]
