"""Only global unicast addresses may be connected to."""

from ipaddress import ip_address

import pytest

from reportedly.intake.address import refusal

REFUSED = [
    "0.0.0.0",  # noqa: S104 - an address to refuse
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",  # carrier-grade NAT
    "127.0.0.1",
    "127.9.9.9",
    "169.254.169.254",  # where clouds keep their secrets
    "172.16.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",  # IPv4-compatible
    "::ffff:127.0.0.1",  # mapped
    "::ffff:93.184.216.34",  # mapped, though public: no server is known by it alone
    "::ffff:0:7f00:1",  # translated
    "64:ff9b::7f00:1",  # NAT64
    "64:ff9b:1::7f00:1",
    "100::1",
    "2001:0:53aa:64c:0:fbff:80ff:fffe",  # Teredo
    "2001:db8::1",
    "2001:10::1",
    "2002:7f00:1::",  # 6to4
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00::5",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]


@pytest.mark.parametrize("address", REFUSED)
def test_refused(address: str) -> None:
    assert refusal(ip_address(address)) is not None


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:2800:220:1::1", "2a00:1450::1"])
def test_global_unicast(address: str) -> None:
    assert refusal(ip_address(address)) is None
