"""Who asks, as proxies say it: believed of ours alone."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.edge.proxies import KEPT_MAX, TrustedProxies

PROXIES = TrustedProxies(("127.0.0.1", "10.0.0.0/8", "fd00::/8"))


@pytest.mark.parametrize(
    ("forwarded_for", "peer", "origin"),
    [
        ("203.0.113.9", "10.1.2.3", "203.0.113.9"),
        ("203.0.113.9, 10.4.5.6", "10.1.2.3", "203.0.113.9"),  # two proxies of ours, one behind the other
        (
            "198.51.100.1, 203.0.113.9",
            "127.0.0.1",
            "203.0.113.9",
        ),  # what a client wrote itself stands before what ours has added
        ("203.0.113.9", "203.0.113.200", "203.0.113.200"),  # no proxy of ours
        ("10.9.9.9, ,", "10.1.2.3", "10.1.2.3"),
        ("", "10.1.2.3", "10.1.2.3"),
        ("2001:db8::1", "fd00::2", "2001:db8::1"),
        ("unknown", "::ffff:10.1.2.3", "unknown"),
        ("203.0.113.9", "local", "local"),
    ],
)
def test_who_asked(forwarded_for: str, peer: str, origin: str) -> None:
    """The last one in the chain that is no proxy of ours."""
    assert PROXIES.origin(forwarded_for, peer) == origin


@pytest.mark.parametrize("wrong", ["10.0.0.0/33", "proxy.example.org", "", "10.0.0.1/8"])
def test_what_is_no_proxy(wrong: str) -> None:
    """It is named."""
    with pytest.raises(ValueError, match="neither an address nor a network"):
        TrustedProxies((wrong,))


@given(st.lists(st.ip_addresses().map(str), max_size=20), st.ip_addresses().map(str))
def test_nobody_outside_chooses_an_address(chain: list[str], peer: str) -> None:
    """What is answered is the peer or a part of the chain, and never one of ours where another one is there."""
    origin = PROXIES.origin(",".join(chain), peer)
    if peer not in PROXIES:
        assert origin == peer
    else:
        outside = [one for one in chain if one not in PROXIES]
        assert origin == (outside[-1] if outside else peer)


def test_memory_is_bounded() -> None:
    """Whoever makes up addresses does not fill it."""
    proxies = TrustedProxies(("10.0.0.0/8",))
    first = int(ipaddress.ip_address("198.18.0.0"))
    for number in range(KEPT_MAX + 10):
        assert str(ipaddress.ip_address(first + number)) not in proxies
    assert len(proxies._known) <= KEPT_MAX
    assert "10.0.0.7" in proxies
