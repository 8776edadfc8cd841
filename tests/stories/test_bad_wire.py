"""What no well-behaved client puts on the wire: broken HTTP, bytes that stop, requests that nobody waits for."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from tests.harness.client import V1, V3, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.conftest import Newcomer
from tests.stories.looking import filtered, ids, timeline

ANSWER_S = 20
FILE_BYTES = 300_000


class Wire:
    """One connection, byte by byte."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    def send(self, data: bytes) -> None:
        """Put bytes on the wire; a server that has hung up does not mind."""
        self._writer.write(data)

    async def drain(self) -> None:
        """Wait until they are on their way."""
        with suppress(ConnectionError):
            await self._writer.drain()

    async def answer(self) -> tuple[int, dict[str, str], bytes]:
        """The next answer: status, headers, body."""
        head = await asyncio.wait_for(self._reader.readuntil(b"\r\n\r\n"), ANSWER_S)
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines) if name}
        body = await self._reader.readexactly(int(headers.get("content-length", 0)))
        return int(first.split()[1]), headers, body

    async def refusal(self) -> tuple[int, str]:
        """The next answer, which is a refusal in the protocol's form: status and errcode."""
        status, headers, body = await self.answer()
        assert headers["access-control-allow-origin"] == "*"
        assert headers["content-type"] == "application/json"
        said: dict[str, Any] = json.loads(body)
        assert isinstance(said["error"], str)
        return status, said["errcode"]

    async def is_closed(self) -> bool:
        """Whether the server has hung up, waited for."""
        with suppress(ConnectionError):
            return await asyncio.wait_for(self._reader.read(), ANSWER_S) == b""
        return True


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[Wire]:
    """A connection to the server."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        yield Wire(reader, writer)
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


def request(method: str, path: str, token: str | None = None, body: bytes | None = None, *lines: str) -> bytes:
    """A request as it goes over the wire."""
    head = [f"{method} {path} HTTP/1.1", "Host: test.local", *lines]
    if token is not None:
        head.append(f"Authorization: Bearer {token}")
    if body is not None:
        head.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*head, "", ""]).encode("latin-1") + (body or b"")


def send_path(room: str, kind: str = "m.room.message") -> str:
    """Where a message goes."""
    return f"{V3}/rooms/{quote(room, safe='')}/send/{kind}/{fresh('t')}"


@pytest.fixture(autouse=True)
async def server_goes_on(server: ServerProcess, newcomer: Newcomer) -> AsyncIterator[None]:
    """Whatever happened, the next person is served."""
    yield
    person = await newcomer("next")
    await person.say(await person.create_room(), "still here")


@pytest.mark.parametrize(
    "data",
    [
        b"hello\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /a b HTTP/1.1\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon here\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: b\x00c\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /_matrix/client/v3/login HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
        b"\x00" * 100,
    ],
    ids=lambda data: repr(data[:40]),
)
async def test_what_is_no_http(server: ServerProcess, data: bytes) -> None:
    """A refusal in the protocol's form or none, and in any case the end of the connection."""
    async with connected(server.url) as wire:
        wire.send(data)
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            status, _ = await wire.refusal()
            assert status in (400, 401, 404, 405, 413, 505)


async def test_heads_without_an_end(server: ServerProcess) -> None:
    """Headers and paths are bounded, so that nobody fills the server's memory with them."""
    for start in (b"GET /" + b"a" * 10, b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nX-Long: "):
        async with connected(server.url) as wire:
            wire.send(start)
            for number in range(200):
                wire.send(
                    (b"x%d: " % number if start.endswith(b"\r\n") else b"")
                    + b"y" * 8000
                    + (b"\r\n" if start.endswith(b"\r\n") else b"")
                )
                await wire.drain()
            try:
                assert await wire.refusal() == (431, "M_TOO_LARGE")
            except (ConnectionError, asyncio.IncompleteReadError):
                continue  # it hung up before all of it was sent, and so the answer was lost


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{V3}/../v3/sync", 404),
        (f"{V3}/./sync", 404),
        (f"{V3}//sync", 404),
        (f"{V3}/rooms//state", 403),
        (f"{V3}/rooms/../state", 400),
        (f"{V3}/rooms/%2e%2e/state", 400),
        (f"{V3}/rooms/{'x' * 20_000}/state", 400),
        ("/_matrix/client/v3/sync/", 200),
        ("/_matrix/client/v3/sync?&&?=%zz", 200),
        ("/_matrix/client/v3/sync;a=b", 404),
    ],
)
async def test_paths_are_taken_as_they_are(server: ServerProcess, alice: Person, path: str, status: int) -> None:
    """Nothing is resolved, joined or decoded before a path is matched."""
    async with connected(server.url) as wire:
        wire.send(request("GET", path, alice.token))
        said, headers, body = await wire.answer()
        assert headers["access-control-allow-origin"] == "*"
        assert ("errcode" in json.loads(body)) == (said != 200)
        assert said in ({status} if status in (200, 404) else {400, 403, 404}), body


async def test_dots_inside_an_event_type(server: ServerProcess, alice: Person) -> None:
    """`..` is an event type like any other, whether it is written plainly or escaped."""
    room = await alice.create_room()
    async with connected(server.url) as wire:
        for kind in ("..", "%2E%2E", "%2e."):
            wire.send(request("PUT", send_path(room, kind), alice.token, b"{}"))
            status, _, body = await wire.answer()
            assert status == 200, body
            assert (await alice.event(room, json.loads(body)["event_id"]))["type"] == ".."


async def test_requests_in_one_go(server: ServerProcess, alice: Person) -> None:
    """Pipelined requests are answered in order, bad ones among good ones, each once."""
    room = await alice.create_room()
    bodies = [b'{"body":"%d"}' % number for number in range(20)]
    bodies[7], bodies[13] = b"{", b"[]"
    async with connected(server.url) as wire:
        wire.send(b"".join(request("PUT", send_path(room), alice.token, body) for body in bodies))
        wire.send(request("GET", f"{V3}/nothing"))
        statuses = [(await wire.answer())[0] for _ in bodies]
        assert statuses == [400 if number in (7, 13) else 200 for number in range(20)]
        assert await wire.refusal() == (404, "M_UNRECOGNIZED")
    page = await alice.messages(room, limit=100)
    said = [event["content"]["body"] for event in page["chunk"] if event["type"] == "m.room.message"]
    assert said == [str(number) for number in reversed(range(20)) if number not in (7, 13)]


async def test_more_than_was_announced(server: ServerProcess, alice: Person) -> None:
    """What comes after a body is the next request, and here it is none."""
    room = await alice.create_room()
    async with connected(server.url) as wire:
        wire.send(request("PUT", send_path(room), alice.token, b'{"body":"one"}') + b"and more\r\n\r\n")
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            assert (await wire.answer())[0] == 200
    page = await alice.messages(room)
    assert sum(event["type"] == "m.room.message" for event in page["chunk"]) <= 1


async def test_a_request_in_single_bytes(server: ServerProcess, alice: Person) -> None:
    """However the network cuts a request up, it is one request."""
    room = await alice.create_room()
    async with connected(server.url) as wire:
        body = '{"body":"慢"}'.encode()
        for byte in request("PUT", send_path(room), alice.token, body):
            wire.send(bytes((byte,)))
            await wire.drain()
        assert (await wire.answer())[0] == 200
    assert [event["content"] for event in (await alice.messages(room, limit=1))["chunk"]] == [{"body": "慢"}]


async def test_bodies_that_are_too_large(server: ServerProcess, alice: Person) -> None:
    """413 as soon as it is clear: at once when the length says so, during the transfer when it does not."""
    for lines, body in (
        (("Content-Length: 99999999999",), b""),
        (("Content-Length: 2000000",), b"x" * 1000),
        (("Content-Length: 2000000", "Expect: 100-continue"), b""),
        (("Transfer-Encoding: chunked",), b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
    ):
        async with connected(server.url) as wire:
            wire.send(request("POST", f"{V3}/createRoom", alice.token, None, *lines))
            for _ in range(40):
                wire.send(body)
                await wire.drain()
            with suppress(ConnectionError):
                assert await wire.refusal() == (413, "M_TOO_LARGE"), lines
    assert (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"] == []


async def test_uploads_that_break_off(server: ServerProcess, alice: Person) -> None:
    """Half a file is no file: the content URI stays free, and the whole one can be sent again."""
    reserved = (await alice.post(f"{V1.replace('client', 'media')}/create"))["content_uri"]
    media_id = reserved.rpartition("/")[2]
    path = f"/_matrix/media/v3/upload/test.local/{media_id}"
    for _ in range(5):
        async with connected(server.url) as wire:
            head = request("PUT", path, alice.token, None, f"Content-Length: {FILE_BYTES}", "Content-Type: text/plain")
            wire.send(head + b"x" * (FILE_BYTES // 2))
            await wire.drain()
        async with connected(server.url) as wire:
            head = request("POST", "/_matrix/media/v3/upload", alice.token, None, "Transfer-Encoding: chunked")
            wire.send(head + b"5\r\nhello\r\n")
            await wire.drain()
    whole = b"y" * FILE_BYTES
    # The last of those that broke off may still hold the place for a moment.
    for _ in range(100):
        response = await alice.respond("PUT", path, content=whole, headers={"Content-Type": "text/plain"}, expect=None)
        if response.status_code == 200:
            break
        assert response.json()["errcode"] == "M_CANNOT_OVERWRITE_MEDIA"
    shown = await alice.respond("GET", f"{V1}/media/download/test.local/{media_id}")
    assert shown.content == whole


async def test_a_body_that_nobody_reads(server: ServerProcess, alice: Person) -> None:
    """An upload that is refused although all of it has come leaves a connection on which the next request is answered."""
    taken = (await alice.request("POST", "/_matrix/media/v3/upload", content=b"taken"))["content_uri"]
    path = f"/_matrix/media/v3/upload/test.local/{taken.rpartition('/')[2]}"
    for size in (10, FILE_BYTES, 10 * FILE_BYTES):
        for _ in range(3):
            sent = b"y" * size
            await alice.request("PUT", path, content=sent, expect=(409, "M_CANNOT_OVERWRITE_MEDIA"))
            await alice.get(f"{V3}/account/whoami")


async def test_nobody_waits_for_the_answer(server: ServerProcess, alice: Person, bob: Person) -> None:
    """Whoever hangs up after a whole request has sent it: once, however often she hangs up and tries again."""
    room = await alice.create_room(invite=[bob.user_id])
    await bob.join(room)
    await bob.sync(filter=filtered())
    path = send_path(room)
    for _ in range(10):
        async with connected(server.url) as wire:
            wire.send(request("PUT", path, alice.token, b'{"body":"once"}'))
            await wire.drain()
    async with connected(server.url) as wire:
        wire.send(request("PUT", path, alice.token, b'{"body":"once"}'))
        assert (await wire.answer())[0] == 200
    page = await bob.messages(room, limit=50)
    assert [event["content"] for event in page["chunk"] if event["type"] == "m.room.message"] == [{"body": "once"}]


async def test_long_polls_that_are_left(server: ServerProcess, alice: Person, bob: Person) -> None:
    """Hundreds of clients that wait and go away leave nothing behind that stands in the way of those who stay."""
    room = await alice.create_room(invite=[bob.user_id])
    await bob.join(room)
    await bob.sync(filter=filtered())
    wait = f"{V3}/sync?timeout=60000&since={bob.since}&filter={quote(filtered())}"
    for _ in range(100):
        async with connected(server.url) as wire:
            wire.send(request("GET", wait, bob.token))
            await wire.drain()
    waiting = asyncio.create_task(bob.sync(60_000, filter=filtered()))
    event_id = await alice.say(room, "are you there?")
    answer = await waiting
    while (
        "rooms" not in answer
    ):  # the last of the others came in only now, and the newest request of a device is the one that waits
        answer = await bob.sync(60_000, filter=filtered())
    assert ids(timeline(answer, room)) == [event_id]


async def test_another_protocol_is_asked_for(server: ServerProcess) -> None:
    """Who offers WebSocket or HTTP/2 is answered in HTTP."""
    for lines in (
        ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: AAAA", "Sec-WebSocket-Version: 13"),
        ("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"),
    ):
        async with connected(server.url) as wire:
            wire.send(request("GET", "/_matrix/client/versions", None, None, *lines))
            assert (await wire.answer())[0] == 200
    async with connected(server.url) as wire:
        wire.send(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            status, _, _ = await wire.answer()
            assert 400 <= status < 600


async def test_secrets_stay_out_of_the_log(server: ServerProcess, alice: Person) -> None:
    """Neither tokens nor passwords nor what people say is written into the log, whatever goes wrong."""
    room = await alice.create_room()
    secret = f"secret-{fresh('word')}"
    async with connected(server.url) as wire:
        wire.send(request("PUT", send_path(room), alice.token, b'{"body":"%b"}' % secret.encode()))
        wire.send(request("PUT", send_path(room), secret, b"{}"))
        wire.send(request("PUT", send_path(room), alice.token, b'{"body":"%b' % secret.encode()))
        wire.send(request("GET", f"{V3}/sync?access_token={alice.token}"))
        for _ in range(4):
            await wire.answer()
        wire.send(f"GET / HTTP/1.1\r\nAuthorization: Bearer {alice.token}\r\nbroken {secret}\r\n\r\n".encode())
        await wire.answer()
    await alice.post(
        f"{V3}/login", json={"type": "m.login.password", "user": alice.user_id, "password": secret}, expect=403
    )
    log = server.log_path.read_text(errors="replace")
    assert alice.token is not None
    assert secret not in log
    assert alice.token not in log
