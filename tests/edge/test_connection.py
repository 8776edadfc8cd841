"""HTTP/1.1 byte by byte: what a client may send, must not send, and how it is answered."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

import pytest
import structlog
import uvloop

from laiwang.edge.connection import HEAD_BYTES_MAX, KEEP_ALIVE_S, STALLED_S
from laiwang.edge.exchange import ClientGone
from tests.edge.conftest import API, Here, listening


class Wire:
    """One connection, raw."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def to(cls, here: Here) -> Wire:
        """Connects."""
        wire = cls(*await asyncio.open_connection("127.0.0.1", here.port))
        here.closing.append(wire.writer)
        return wire

    def send(self, text: str | bytes) -> None:
        """Sends bytes; lines may end in a bare newline here."""
        self.writer.write(text.replace("\n", "\r\n").encode() if isinstance(text, str) else text)

    async def head(self) -> tuple[int, dict[str, str]]:
        """Status and headers of the next answer."""
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
        return int(lines[0].split(" ")[1]), headers

    async def answer(self) -> tuple[int, dict[str, str], Any]:
        """The next answer, decoded."""
        status, headers = await self.head()
        body = await self.reader.readexactly(int(headers["content-length"]))
        return status, headers, json.loads(body)

    async def ended(self) -> bytes:
        """What still comes until the server closes."""
        return await self.reader.read()

    def close(self) -> None:
        """Leaves."""
        self.writer.close()


async def test_requests_one_after_the_other(here: Here) -> None:
    """One connection carries many; every answer has a date, a length and the headers that browsers want."""
    wire = await Wire.to(here)
    for word in ("one", "two"):
        wire.send(f"GET {API}/echo/{word}?a=1&a=2 HTTP/1.1\nHost: x\n\n")
        status, headers, body = await wire.answer()
        assert (status, body["word"], body["query"]) == (200, word, {"a": ["1", "2"]})
        assert headers["access-control-allow-origin"] == "*"
        assert headers["date"].endswith("gmt")
        assert "connection" not in headers
    wire.close()


async def test_requests_that_do_not_wait(here: Here) -> None:
    """Pipelined requests are answered in their order, also behind one that takes its time."""
    wire = await Wire.to(here)
    wire.send(f"POST {API}/work HTTP/1.1\nHost: x\nContent-Length: 0\n\n")
    for number in range(20):
        wire.send(f"PUT {API}/echo/{number} HTTP/1.1\nHost: x\nContent-Length: 4\n\nbody")
    await here.parked.wait()
    here.finish.set()
    assert (await wire.answer())[0] == 200
    for number in range(20):
        status, _, body = await wire.answer()
        assert (status, body["word"], body["body"]) == (200, str(number), "body")
    wire.send(f"GET {API}/echo/last HTTP/1.1\nHost: x\n\n")
    assert (await wire.answer())[2]["word"] == "last"
    wire.close()


async def test_byte_by_byte(here: Here) -> None:
    """It does not matter how a request is cut into packets."""
    wire = await Wire.to(here)
    for byte in f"PUT {API}/echo/%2F HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nh\u00e9llo"[:-1].encode():
        wire.send(bytes([byte]))
        await wire.writer.drain()
    status, _, body = await wire.answer()
    assert (status, body["word"], body["body"]) == (200, "/", "h\u00e9ll")
    wire.close()


async def test_chunked_body(here: Here) -> None:
    """A body without a length is put together, and bounded all the same."""
    wire = await Wire.to(here)
    wire.send(f"PUT {API}/echo/a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n")
    assert (await wire.answer())[2]["body"] == "abcde"
    wire.send(f"PUT {API}/echo/a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n")
    wire.send(b"3e9\r\n" + b"x" * 1001 + b"\r\n")
    status, headers, body = await wire.answer()
    assert (status, body["errcode"], headers["connection"]) == (413, "M_TOO_LARGE", "close")
    assert await wire.ended() == b""


async def test_a_body_that_is_too_large_is_not_waited_for(here: Here) -> None:
    """The answer can be read although the body is still being sent."""
    wire = await Wire.to(here)
    wire.send(f"PUT {API}/echo/a HTTP/1.1\nHost: x\nContent-Length: 50000000\n\n")
    status, headers, body = await wire.answer()
    assert (status, body["errcode"], headers["connection"]) == (413, "M_TOO_LARGE", "close")
    wire.send(b"x" * 1_000_000)
    assert await wire.ended() == b""


async def test_a_refusal_does_not_cost_the_connection(here: Here) -> None:
    """An unknown path with a body is answered after the body, and the next request is heard."""
    wire = await Wire.to(here)
    wire.send(f"POST {API}/none HTTP/1.1\nHost: x\nContent-Length: 4\n\nbody")
    status, headers, body = await wire.answer()
    assert (status, body["errcode"]) == (404, "M_UNRECOGNIZED")
    assert "connection" not in headers
    wire.send(f"DELETE {API}/echo/a HTTP/1.1\nHost: x\n\n")
    assert (await wire.answer())[0] == 405
    wire.send(f"GET {API}/me HTTP/1.1\nHost: x\n\n")
    assert (await wire.answer())[0] == 401
    wire.send(f"GET {API}/me HTTP/1.1\nHost: x\nAUTHORIZATION: bEaReR good\n\n")
    assert (await wire.answer())[2] == {"user_id": "@a:test"}
    wire.close()


async def test_expect_continue(here: Here) -> None:
    """Who asks first is told to go on, or why not to."""
    wire = await Wire.to(here)
    wire.send(f"PUT {API}/echo/a HTTP/1.1\nHost: x\nContent-Length: 4\nExpect: 100-continue\n\n")
    assert (await wire.head())[0] == 100
    wire.send("body")
    assert (await wire.answer())[2]["body"] == "body"
    wire.send(f"PUT {API}/echo/a HTTP/1.1\nHost: x\nContent-Length: 4000\nExpect: 100-continue\n\n")
    assert (await wire.answer())[0] == 413


@pytest.mark.parametrize("target", ["http://test", "https://test:8448", ""])
async def test_forms_of_the_target(here: Here, target: str) -> None:
    """The absolute form means the same."""
    wire = await Wire.to(here)
    wire.send(f"GET {target}{API}/echo/a HTTP/1.1\nHost: x\n\n")
    assert (await wire.answer())[2]["word"] == "a"
    wire.close()


async def test_old_clients(here: Here) -> None:
    """HTTP/1.0 closes unless it is asked not to; a request to close is followed."""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/echo/a HTTP/1.0\nConnection: keep-alive\n\n")
    assert (await wire.answer())[1]["connection"] == "keep-alive"
    wire.send(f"GET {API}/echo/a HTTP/1.0\n\n")
    assert (await wire.answer())[1]["connection"] == "close"
    assert await wire.ended() == b""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/echo/a HTTP/1.1\nHost: x\nConnection: close\n\n")
    assert (await wire.answer())[1]["connection"] == "close"
    assert await wire.ended() == b""


async def test_head_and_options(here: Here) -> None:
    """HEAD has the length and no body; OPTIONS needs no route."""
    wire = await Wire.to(here)
    wire.send(f"HEAD {API}/echo/a HTTP/1.1\nHost: x\n\n")
    status, headers = await wire.head()
    assert status == 200
    assert int(headers["content-length"]) > 10
    wire.send(f"OPTIONS {API}/anything HTTP/1.1\nHost: x\n\n")
    status, headers, body = await wire.answer()
    assert (status, body) == (200, {})
    assert "authorization" in headers["access-control-allow-headers"]
    wire.close()


@pytest.mark.parametrize(
    "rubbish",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"PUT /x HTTP/1.1\r\nContent-Length: nine\r\n\r\n",
        b"PUT /x HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
    ],
)
async def test_what_is_no_request(here: Here, rubbish: bytes) -> None:
    """It is answered in the form of every other refusal, and the connection ends."""
    wire = await Wire.to(here)
    wire.send(rubbish)
    status, headers, body = await wire.answer()
    assert (status, body["errcode"], headers["connection"]) == (400, "M_UNRECOGNIZED", "close")
    assert headers["access-control-allow-origin"] == "*"
    assert await wire.ended() == b""


async def test_rubbish_behind_a_request(here: Here) -> None:
    """What was asked before is answered first."""
    wire = await Wire.to(here)
    wire.send(f"POST {API}/work HTTP/1.1\nHost: x\nContent-Length: 0\n\nrubbish\n\n")
    await here.parked.wait()
    here.finish.set()
    assert (await wire.answer())[0] == 200
    assert (await wire.answer())[0] == 400
    assert await wire.ended() == b""


async def test_a_head_without_end(here: Here) -> None:
    """A head has a limit: 431."""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/echo/a HTTP/1.1\nHost: x\n")
    for _ in range(HEAD_BYTES_MAX // 1000 + 1):
        wire.send(f"X-Filler: {'x' * 1000}\n")
    status, _, body = await wire.answer()
    assert (status, body["errcode"]) == (431, "M_TOO_LARGE")
    wire = await Wire.to(here)
    wire.send(f"GET {API}/echo/{'a' * HEAD_BYTES_MAX} HTTP/1.1\nHost: x\n\n")
    assert (await wire.answer())[0] == 431


async def test_another_protocol_is_offered(here: Here) -> None:
    """The request is answered in HTTP/1.1."""
    wire = await Wire.to(here)
    wire.send(
        f"GET {API}/echo/a HTTP/1.1\nHost: x\nConnection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: A\n\n"
    )
    assert (await wire.answer())[2]["word"] == "a"
    assert await wire.ended() == b""


async def test_a_client_that_leaves(here: Here) -> None:
    """A long poll ends with its client; work that has begun is finished; an upload hears of it."""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/wait HTTP/1.1\nHost: x\n\n")
    await here.parked.wait()
    wire.close()
    await here.left.wait()
    here.parked.clear()
    wire = await Wire.to(here)
    wire.send(f"POST {API}/work HTTP/1.1\nHost: x\nContent-Length: 0\n\n")
    await here.parked.wait()
    wire.close()
    await here.connections.wait_for_none()
    here.finish.set()
    await here.finished.wait()
    wire = await Wire.to(here)
    wire.send(f"POST {API}/upload HTTP/1.1\nHost: x\nContent-Length: 100\n\nsome")
    await wire.writer.drain()
    wire.close()
    assert isinstance(await here.upload_failed, ClientGone)


async def test_upload(here: Here) -> None:
    """A body is read while it comes, with or without a length; what comes too fast waits in the network."""
    wire = await Wire.to(here)
    megabyte = b"x" * (1 << 20)
    wire.send(f"POST {API}/upload HTTP/1.1\nHost: x\nContent-Length: {5 << 20}\n\n")
    for _ in range(5):
        wire.send(megabyte)
    assert (await wire.answer())[2] == {"size": 5 << 20}
    wire.send(f"POST {API}/upload HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n")
    for _ in range(9):
        wire.send(b"100000\r\n" + megabyte + b"\r\n")
    status, headers, body = await wire.answer()
    assert (status, body["errcode"], headers["connection"]) == (413, "M_TOO_LARGE", "close")


async def test_an_answer_before_the_body_has_come(here: Here) -> None:
    """The rest is thrown away, the answer is read, the connection ends."""
    wire = await Wire.to(here)
    wire.send(f"POST {API}/upload?enough=1 HTTP/1.1\nHost: x\nContent-Length: 5000000\n\nsome")
    status, headers, body = await wire.answer()
    assert (status, headers["connection"], body) == (200, "close", {"read": "enough"})
    wire.send(b"x" * 1_000_000)
    assert await wire.ended() == b""


async def test_answers_in_pieces(here: Here) -> None:
    """With a length as it is, without one in chunks; to an old client until the end of the connection."""
    whole = b"".join(b"%06d\n" % number for number in range(20_000))
    wire = await Wire.to(here)
    wire.send(f"GET {API}/chunks/20000?sized=1 HTTP/1.1\nHost: x\n\n")
    _, headers = await wire.head()
    assert await wire.reader.readexactly(int(headers["content-length"])) == whole
    wire.send(f"GET {API}/chunks/20000 HTTP/1.1\nHost: x\n\n")
    _, headers = await wire.head()
    assert headers["transfer-encoding"] == "chunked"
    got = b""
    while size := int((await wire.reader.readuntil(b"\r\n")).strip(), 16):
        got += (await wire.reader.readexactly(size + 2))[:-2]
    assert got == whole
    await wire.reader.readexactly(2)
    wire.send(f"GET {API}/chunks/3 HTTP/1.0\n\n")
    await wire.head()
    assert await wire.ended() == whole[:21]


def test_a_client_that_leaves_between_two_parts() -> None:
    """Is no fault of anybody's: nothing is logged, and the parts end. On the server's own loop: asyncio's takes what nobody will read."""

    async def leave() -> None:
        async with listening() as here:
            wire = await Wire.to(here)
            wire.send(f"GET {API}/chunks/3?parked=1 HTTP/1.1\nHost: x\n\n")
            await here.parked.wait()
            await wire.head()
            wire.writer.transport.abort()
            await here.connections.wait_for_none()
            here.finish.set()
            await here.finished.wait()

    with structlog.testing.capture_logs() as logged, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(leave())
    assert logged == []


@pytest.mark.parametrize("count", [0, 3])
async def test_an_answer_that_breaks_off(here: Here, count: int) -> None:
    """Ends the connection at once: nobody waits for the rest, or takes the next answer for it."""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/chunks/{count}?broken=1 HTTP/1.1\nHost: x\n\n")
    wire.send(f"GET {API}/echo/a HTTP/1.1\nHost: x\n\n")
    got = b""
    with contextlib.suppress(ConnectionResetError):
        while piece := await wire.reader.read(65536):
            got += piece
    assert b'"word"' not in got
    wire.close()


async def test_a_fault_of_our_own(here: Here, capsys: pytest.CaptureFixture[str]) -> None:
    """500 with a trace, and the connection goes on."""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/broken HTTP/1.1\nHost: x\n\n")
    status, _, body = await wire.answer()
    assert (status, body["errcode"]) == (500, "M_UNKNOWN")
    assert "trace" in body["error"]
    wire.send(f"GET {API}/echo/a HTTP/1.1\nHost: x\n\n")
    assert (await wire.answer())[0] == 200
    wire.close()
    capsys.readouterr()


async def test_who_asks_behind_a_proxy(here: Here) -> None:
    """A trusted proxy names the client; the last address that is no proxy counts."""
    wire = await Wire.to(here)
    wire.send(f"GET {API}/echo/a HTTP/1.1\nHost: x\nX-Forwarded-For: 9.9.9.9, 203.0.113.7, 127.0.0.1\n\n")
    assert (await wire.answer())[2]["peer"] == "203.0.113.7"
    wire.close()


async def test_silence(here: Here) -> None:
    """Silent clients are let go: idle ones late, those in the middle of a request sooner; who waits for news stays."""
    now = asyncio.get_running_loop().time()
    idle, stuck, waiting, sending = [await Wire.to(here) for _ in range(4)]
    stuck.send(f"PUT {API}/echo/a HTTP/1.1\nHost: x\n")
    waiting.send(f"GET {API}/wait HTTP/1.1\nHost: x\n\n")
    sending.send(f"POST {API}/upload HTTP/1.1\nHost: x\nContent-Length: 100\n\nsome")
    await here.parked.wait()
    # One request to the end on a further connection: the others' bytes have been taken in by then.
    wire = await Wire.to(here)
    wire.send(f"GET {API}/echo/a HTTP/1.1\nHost: x\n\n")
    await wire.answer()
    for connection in list(here.connections.open):
        connection.sweep(now + STALLED_S + 5)
    assert await stuck.ended() == b""
    assert isinstance(await here.upload_failed, ClientGone)
    for connection in list(here.connections.open):
        connection.sweep(now + KEEP_ALIVE_S + 5)
    assert await idle.ended() == b""
    here.finish.set()
    assert (await waiting.answer())[0] == 200
    for one in (waiting, sending, wire):
        one.close()


async def test_shutting_down(here: Here) -> None:
    """What was asked is answered, then every connection ends."""
    idle, busy = await Wire.to(here), await Wire.to(here)
    busy.send(f"POST {API}/work HTTP/1.1\nHost: x\nContent-Length: 0\n\n")
    await here.parked.wait()
    for connection in list(here.connections.open):
        connection.shut_down()
    assert await idle.ended() == b""
    here.finish.set()
    status, headers, _ = await busy.answer()
    assert (status, headers["connection"]) == (200, "close")
    assert await busy.ended() == b""
    await here.connections.wait_for_none()
