"""Which proxies in front of this server are believed when they say who asks."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection

__all__ = ["TrustedProxies"]

#: how long the answer to "is this one of them" is kept, in addresses
KEPT_MAX = 10_000


class TrustedProxies:
    """Addresses (`127.0.0.1`) and networks (`10.0.0.0/8`) of proxies. Raises ValueError for what is neither."""

    def __init__(self, listed: Collection[str]) -> None:
        self._networks = [_network(one) for one in listed]
        self._known: dict[str, bool] = {}

    def __contains__(self, address: str) -> bool:
        known = self._known.get(address)
        if known is None:
            if len(self._known) >= KEPT_MAX:
                self._known.clear()
            known = self._known[address] = self._holds(address)
        return known

    def _holds(self, text: str) -> bool:
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return False  # a Unix socket, or a word that somebody wrote into the header
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
            address = address.ipv4_mapped  # how an IPv4 peer of a socket for both looks
        return any(address in network for network in self._networks)

    def origin(self, forwarded_for: str, peer: str) -> str:
        """Who asked: the last one in the header's chain that is no proxy of ours; the peer itself where all are, or where the peer is
        none."""
        if peer in self:
            for part in reversed(forwarded_for.split(",")):
                address = part.strip()
                if address and address not in self:
                    return address
        return peer


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        raise ValueError(f"{text!r} is neither an address nor a network such as 10.0.0.0/8") from None
