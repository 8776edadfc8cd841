"""`ports.Outbound` over httpcore: requests to other servers that cannot be turned against the network this one stands in.

A name is resolved here, each address is judged, and the connection goes to the very address that was judged: a second answer of the name
server, a redirect or a strange spelling of an address leads nowhere else. TLS still speaks to the name.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from weakref import WeakValueDictionary

from laiwang.kernel.ports import Barred, Reply, TimedOut, Unreachable

if TYPE_CHECKING:
    import httpcore

__all__ = ["HttpOutbound", "PrivateHosts", "is_public"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
CONNECTIONS_MAX = 256
#: requests to one host at the same time: a slow one holds up its own callers only
PER_HOST_MAX = 8
KEEP_ALIVE_S = 30.0
CONNECT_S = 10.0
ADDRESSES_TRIED_MAX = 4
URL_CHARACTERS_MAX = 4096
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, also when it carries an IPv4 address inside."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None or address.is_site_local:
            return False
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved)


class PrivateHosts:
    """What may be reached although it is private: host names, addresses and networks. Raises ValueError for an entry that is none."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._names: set[str] = set()
        self._networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
        for entry in entries:
            try:
                self._networks.append(ipaddress.ip_network(entry))
            except ValueError:
                if not entry or any(one in entry for one in "/:@ "):
                    raise ValueError(f"{entry!r} is neither a host name nor an address nor a network") from None
                self._names.add(entry.lower().rstrip("."))

    def names(self, host: str) -> bool:
        """Whether the host itself is listed: then it may have any address, and needs no TLS."""
        host = host.lower().rstrip(".")
        if host in self._names:
            return True
        try:
            return self.holds(ipaddress.ip_address(host))
        except ValueError:
            return False

    def holds(self, address: Address) -> bool:
        """Whether the address is listed, alone or with its network."""
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
            address = address.ipv4_mapped
        return any(address.version == network.version and address in network for network in self._networks)


class HttpOutbound:
    """HTTP/1.1. `private_hosts` are exceptions from "public addresses over https only"; the library is loaded with the first request."""

    def __init__(self, private_hosts: Sequence[str] = (), *, user_agent: str) -> None:
        self._private = PrivateHosts(private_hosts)
        self._user_agent = user_agent
        self._pools: dict[bool, httpcore.AsyncConnectionPool] = {}
        self._tls: ssl.SSLContext | None = None
        self._hosts: WeakValueDictionary[tuple[bool, str], asyncio.Semaphore] = WeakValueDictionary()

    def check(self, url: str, *, trusted: bool = False) -> None:
        """See ports.Outbound."""
        self._checked(url, trusted)

    async def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        timeout_s: float = 30.0,
        answer_bytes_max: int = 65_536,
        redirects_max: int = 0,
        trusted: bool = False,
    ) -> Reply:
        """See ports.Outbound."""
        sent = dict(headers or {})
        for _ in range(redirects_max + 1):
            parts = self._checked(url, trusted)
            place = (trusted, parts.netloc.lower())
            slots = self._hosts.get(place)
            if slots is None:
                slots = self._hosts[place] = asyncio.Semaphore(PER_HOST_MAX)
            async with slots:
                try:
                    async with asyncio.timeout(timeout_s):
                        reply = await self._exchange(method, parts, sent, body, answer_bytes_max, trusted)
                except TimeoutError as error:
                    raise TimedOut(f"{parts.hostname} gave no answer within {timeout_s} s") from error
            if trusted or method not in ("GET", "HEAD") or reply.status not in REDIRECTS:
                return reply
            target = reply.headers.get("location")
            if not redirects_max or not target:
                return reply
            url = urljoin(url, target)
            if urlsplit(url).netloc.lower() != parts.netloc.lower():
                sent = {name: value for name, value in sent.items() if name.lower() not in ("authorization", "cookie")}
        raise Unreachable(f"more than {redirects_max} redirects")

    async def close(self) -> None:
        """See ports.Outbound."""
        for pool in self._pools.values():
            await pool.aclose()
        self._pools.clear()

    # --- one request ------------------------------------------------------------------------------------------------------

    def _checked(self, url: str, trusted: bool) -> SplitResult:
        """The parts of a URL that may be called. Raises Barred."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname, parts.port
        except ValueError as error:
            raise Barred("this is not a URL") from error
        if not host or len(url) > URL_CHARACTERS_MAX or parts.scheme not in ("http", "https"):
            raise Barred("this is not a URL that can be called")
        if parts.username is not None or parts.password is not None:
            raise Barred("a URL with a password in it is not called")
        if parts.scheme == "http" and not trusted and not self._private.names(host):
            raise Barred(f"{host} is called over https only")
        return parts

    async def _exchange(
        self, method: str, parts: SplitResult, headers: Mapping[str, str], body: bytes, most: int, trusted: bool
    ) -> Reply:
        import httpcore

        pool = self._pool(trusted)
        host = _ascii(parts.hostname or "")
        shown = f"[{host}]" if ":" in host else host
        default = 443 if parts.scheme == "https" else 80
        port = default if parts.port is None else parts.port
        target = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
        if parts.query:
            target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        sent = [
            (b"Host", (shown if port == default else f"{shown}:{port}").encode()),
            (b"User-Agent", self._user_agent.encode()),
            *((name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()),
        ]
        if body or method in ("POST", "PUT"):
            sent.append((b"Content-Length", b"%d" % len(body)))
        url = httpcore.URL(scheme=parts.scheme.encode(), host=host.encode(), port=port, target=target.encode())
        request = httpcore.Request(method.encode(), url, headers=sent, content=body)
        try:
            response = await pool.handle_async_request(request)
            try:
                return await _read(response, most)
            finally:
                await response.aclose()
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
            raise Unreachable(f"{parts.hostname}: {error or type(error).__name__}") from error
        except (OSError, httpcore.UnsupportedProtocol) as error:
            raise Unreachable(f"{parts.hostname}: {error}") from error

    def _pool(self, trusted: bool) -> httpcore.AsyncConnectionPool:
        found = self._pools.get(trusted)
        if found is None:
            import httpcore

            if self._tls is None:
                self._tls = httpcore.default_ssl_context()
            found = self._pools[trusted] = httpcore.AsyncConnectionPool(
                self._tls,
                max_connections=CONNECTIONS_MAX,
                max_keepalive_connections=CONNECTIONS_MAX // 4,
                keepalive_expiry=KEEP_ALIVE_S,
                network_backend=_backend(None if trusted else self._private),
            )
        return found


def _backend(private: PrivateHosts | None) -> Any:
    """How connections are opened: to addresses that were judged. Without `private` every address will do."""
    import httpcore

    class Plain(httpcore.AsyncNetworkStream):
        """A connection before TLS. The library leaves it open when its caller runs out of time in the middle of the handshake."""

        def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
            self.read, self.write, self.aclose = inner.read, inner.write, inner.aclose  # type: ignore[method-assign]
            self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]
            self._inner = inner

        async def start_tls(
            self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
        ) -> httpcore.AsyncNetworkStream:
            try:
                return await self._inner.start_tls(ssl_context, server_hostname, timeout)
            except BaseException:
                await self._inner.aclose()
                raise

    class Backend(httpcore.AnyIOBackend):
        async def connect_tcp(
            self,
            host: str,
            port: int,
            timeout: float | None = None,
            local_address: str | None = None,
            socket_options: Any = None,
        ) -> httpcore.AsyncNetworkStream:
            last: Exception | None = None
            for address in (await _addresses(host, port, private))[:ADDRESSES_TRIED_MAX]:
                try:
                    open_ = super().connect_tcp(address, port, timeout or CONNECT_S, local_address, socket_options)
                    return Plain(await open_)
                except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                    last = error
            raise last or httpcore.ConnectError(f"{host} has no address")

    return Backend()


async def _addresses(host: str, port: int, private: PrivateHosts | None) -> list[str]:
    """The addresses of a host that may be called. Raises Barred when it has others only, OSError when it has none."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    if private is None or private.names(host):
        return addresses
    allowed = []
    for text in addresses:
        address = ipaddress.ip_address(text)
        if is_public(address) or private.holds(address):
            allowed.append(text)
    if not allowed:
        raise Barred(f"{host} is not an address of the public internet")
    return allowed


async def _read(response: httpcore.Response, most: int) -> Reply:
    found = bytearray()
    is_cut = False
    async for chunk in response.aiter_stream():
        found += chunk
        if len(found) > most:
            is_cut = True
            break
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    return Reply(response.status, headers, bytes(found[:most]), is_cut)


def _ascii(host: str) -> str:
    """A host name as DNS and TLS know it. Raises Barred."""
    if host.isascii():
        return host
    import idna

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError as error:
        raise Barred("this is not the name of a host") from error
