"""Requests to other servers cannot be turned against the network that this one stands in."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from laiwang.adapters.outbound import PER_HOST_MAX, HttpOutbound, PrivateHosts, is_public
from laiwang.kernel.ports import Barred, Unreachable

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
LOOPBACK = ("127.0.0.1",)


@asynccontextmanager
async def listening(answer: Answer) -> AsyncIterator[int]:
    """A server on loopback; the port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


def saying(text: str) -> Answer:
    """Answers every request with these bytes."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(text.encode())
        await writer.drain()

    return answer


@pytest.fixture
async def outbound() -> AsyncIterator[HttpOutbound]:
    """As it is without settings."""
    client = HttpOutbound(user_agent="test")
    yield client
    await client.close()


@pytest.fixture
async def intranet() -> AsyncIterator[HttpOutbound]:
    """With loopback allowed."""
    client = HttpOutbound(LOOPBACK, user_agent="test")
    yield client
    await client.close()


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2001:db8::1",
    ],
)
def test_private_addresses_in_every_dress(address: str) -> None:
    """Loopback, private, link-local, shared, multicast, documentation; mapped, translated, tunnelled."""
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    """Those of the internet."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/",
        "https://192.168.0.1:8443/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://LOCALHOST/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://0/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "http://example.com/",
        "http://8.8.8.8/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "https://user:secret@example.com/",
        "https:///path",
        "https://exa mple.com/" + "x" * 5000,
        "https://[::1",
        "https://example.com:99999/",
        "",
    ],
)
async def test_what_is_not_called(outbound: HttpOutbound, url: str) -> None:
    """Whatever the spelling, nothing private is called, and nothing without TLS."""
    with pytest.raises(Barred):
        await outbound.send("GET", url)


async def test_a_public_name_with_a_private_address(monkeypatch: pytest.MonkeyPatch, outbound: HttpOutbound) -> None:
    """What counts is where the name leads, at the moment when it is called: the name server is outside, and may lie."""
    loop = asyncio.get_running_loop()
    asked: list[str] = []

    async def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        found = ["10.0.0.7", "169.254.169.254", "::ffff:192.168.0.1"]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(loop, "getaddrinfo", resolve)
    with pytest.raises(Barred):
        await outbound.send("GET", "https://rebound.example/")
    assert asked == ["rebound.example"]


async def test_the_connection_goes_to_the_address_that_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that changes its answer between the look and the call gets nowhere: there is no second look."""
    loop = asyncio.get_running_loop()
    asked: list[str] = []
    real = loop.getaddrinfo

    async def resolve(host: str, port: int, **more: object) -> list[tuple[object, ...]]:
        asked.append(host)
        if host != "rebound.example":
            return list(await real(host, port, **more))  # type: ignore[arg-type]
        address = "127.0.0.1" if asked.count(host) == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(loop, "getaddrinfo", resolve)
    client = HttpOutbound(["127.0.0.1/32", "rebound.example"], user_agent="test")
    async with listening(saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) as port:
        reply = await client.send("GET", f"http://rebound.example:{port}/")
    assert reply.body == b"ok"
    assert asked.count("rebound.example") == 1
    await client.close()


async def test_a_redirect_into_the_private_network() -> None:
    """Each step of a redirect is judged like the first."""
    client = HttpOutbound(["127.0.0.1"], user_agent="test")
    for target in ("https://10.0.0.1/", "https://127.0.0.2/", "http://example.com/", "https://169.254.169.254/x"):
        text = f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n"
        async with listening(saying(text)) as port:
            with pytest.raises(Barred):
                await client.send("GET", f"http://127.0.0.1:{port}/", redirects_max=3)
            reply = await client.send("GET", f"http://127.0.0.1:{port}/")
            assert reply.status == 302
    await client.close()


async def test_redirects_are_followed_to_the_end_and_no_further(intranet: HttpOutbound) -> None:
    """Relative ones too; a circle ends."""
    heads: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            heads.append(head)
            path = head.split(b" ", 2)[1]
            if path == b"/end":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nend")
            elif path == b"/circle":
                writer.write(b"HTTP/1.1 301 Moved\r\nLocation: /circle\r\nContent-Length: 0\r\n\r\n")
            else:
                writer.write(b"HTTP/1.1 307 Moved\r\nLocation: end\r\nContent-Length: 0\r\n\r\n")

    async with listening(answer) as port:
        reply = await intranet.send("GET", f"http://127.0.0.1:{port}/start", redirects_max=1)
        assert (reply.status, reply.body) == (200, b"end")
        with pytest.raises(Unreachable):
            await intranet.send("GET", f"http://127.0.0.1:{port}/circle", redirects_max=5)
        posted = await intranet.send("POST", f"http://127.0.0.1:{port}/start", body=b"x", redirects_max=5)
        assert posted.status == 307
    assert len(heads) == 2 + 6 + 1


async def test_an_answer_is_read_up_to_its_limit(intranet: HttpOutbound) -> None:
    """An endless body ends at the limit."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nX-Kind: Endless\r\n\r\n")
        while True:
            writer.write(b"x" * 10_000)
            await writer.drain()

    async with listening(answer) as port:
        reply = await intranet.send("GET", f"http://127.0.0.1:{port}/", answer_bytes_max=25_000)
    assert (len(reply.body), reply.is_cut, reply.headers["x-kind"]) == (25_000, True, "Endless")


async def test_silence_ends_with_the_time(intranet: HttpOutbound) -> None:
    """A server that takes the request and says nothing, or drips."""
    hanging = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await hanging.wait()

    async with listening(answer) as port:
        with pytest.raises(Unreachable):
            await intranet.send("GET", f"http://127.0.0.1:{port}/", timeout_s=0.05)
        hanging.set()


async def test_a_slow_host_holds_up_nobody_else(intranet: HttpOutbound) -> None:
    """All places at one host are taken, and another host is still called at once."""
    going = asyncio.Event()
    taken = asyncio.Semaphore(0)

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        taken.release()
        await going.wait()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()

    async with listening(slow) as slow_port, listening(saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) as port:
        many = [
            asyncio.create_task(intranet.send("GET", f"http://127.0.0.1:{slow_port}/")) for _ in range(3 * PER_HOST_MAX)
        ]
        for _ in range(PER_HOST_MAX):
            await taken.acquire()
        assert (await intranet.send("GET", f"http://127.0.0.1:{port}/")).status == 200
        assert taken.locked()  # no more of them than places have come through
        going.set()
        assert {reply.status for reply in await asyncio.gather(*many)} == {200}


async def test_refused_connections_and_nonsense(intranet: HttpOutbound) -> None:
    """Nobody there, or somebody who does not speak HTTP."""
    async with listening(saying("SSH-2.0-nonsense\r\n\r\n")) as port:
        with pytest.raises(Unreachable):
            await intranet.send("GET", f"http://127.0.0.1:{port}/")
    with pytest.raises(Unreachable):
        await intranet.send("GET", f"http://127.0.0.1:{port}/")
    with pytest.raises(Unreachable):
        await intranet.send("GET", "https://no-such-host.invalid/")


async def test_tls_without_a_certificate_for_the_name(intranet: HttpOutbound) -> None:
    """Plain text where TLS is spoken is no answer, and silence neither."""

    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await writer.drain()

    async with listening(plain) as port:
        with pytest.raises(Unreachable):
            await intranet.send("GET", f"https://127.0.0.1:{port}/")
    async with listening(saying("")) as port:
        with pytest.raises(Unreachable):
            await intranet.send("GET", f"https://127.0.0.1:{port}/", timeout_s=0.05)
    assert isinstance(intranet._tls, ssl.SSLContext)
    assert intranet._tls.verify_mode is ssl.CERT_REQUIRED
    assert intranet._tls.check_hostname


async def test_the_operators_own_urls(outbound: HttpOutbound) -> None:
    """What the operator wrote down may be here, and is not led away from."""
    text = "HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\nContent-Length: 0\r\n\r\n"
    async with listening(saying(text)) as port:
        reply = await outbound.send("GET", f"http://localhost:{port}/", trusted=True, redirects_max=3)
    assert reply.status == 302


async def test_headers_and_body_arrive(intranet: HttpOutbound) -> None:
    """What is sent is what was given, with the path as it stands in the URL."""
    got: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        got.append(await reader.readuntil(b"\r\n\r\n"))
        got.append(await reader.readexactly(5))
        writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        await writer.drain()

    async with listening(answer) as port:
        url = f"http://127.0.0.1:{port}/a%2Fb/ü?x=1&y=%20"
        reply = await intranet.send("PUT", url, headers={"Authorization": "Bearer t"}, body=b"hello")
    head = got[0].decode()
    assert reply.is_success
    assert head.startswith("PUT /a%2Fb/%C3%BC?x=1&y=%20 HTTP/1.1\r\n")
    assert f"Host: 127.0.0.1:{port}\r\n" in head
    assert "Authorization: Bearer t\r\n" in head
    assert "Content-Length: 5\r\n" in head
    assert got[1] == b"hello"


def test_private_hosts() -> None:
    """Names, addresses, networks; nothing else."""
    hosts = PrivateHosts(["Gateway.Intranet", "10.1.0.0/16", "127.0.0.1", "fd00::/8"])
    assert hosts.names("gateway.intranet.")
    assert hosts.names("10.1.2.3")
    assert hosts.names("fd00::1")
    assert not hosts.names("other.intranet")
    assert not hosts.names("10.2.0.1")
    assert hosts.holds(ipaddress.ip_address("::ffff:10.1.2.3"))
    for wrong in ("", "http://x", "10.0.0.1/8", "a b"):
        with pytest.raises(ValueError, match="neither"):
            PrivateHosts([wrong])
