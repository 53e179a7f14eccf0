"""Whether an address may be connected to: only global unicast ones may."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

# Networks through which an IPv6 address reaches an IPv4 one: RFC 6052 (NAT64), RFC 8215 (NAT64 of a network's own).
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
# IANA's special-purpose registries list these as not global or as deprecated, where Python 3.11's `is_global` says yes.
_SPECIAL = tuple(
    (ip_network(network), kind)
    for network, kind in (
        ("192.0.0.0/24", "kept for protocols"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("255.255.255.255/32", "broadcast"),
        ("::/96", "an IPv4 address in disguise"),
        ("::ffff:0:0:0/96", "an IPv4 address in disguise"),
        ("100::/64", "a black hole"),
        ("2001::/23", "kept for protocols"),
        ("2002::/16", "a 6to4 address"),
        ("3fff::/20", "for examples only"),
        ("5f00::/16", "a segment identifier"),
        ("fec0::/10", "site-local"),
    )
)
_KINDS = (
    ("is_loopback", "loopback"),
    ("is_link_local", "link-local"),
    ("is_multicast", "multicast"),
    ("is_unspecified", "unspecified"),
    ("is_private", "private"),
    ("is_reserved", "reserved"),
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")


def refusal(address: Address) -> str | None:
    """Say why an address may not be connected to; None when it is global unicast.

    An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4, Teredo) is refused whatever it carries: no public
    server is known by such an address alone.

    >>> refusal(ip_address("127.0.0.1")), refusal(ip_address("93.184.216.34"))
    ('loopback', None)
    """
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return f"an IPv4 address in disguise ({carried})"
        if address.scope_id is not None:
            return "link-local"
    for attribute, kind in _KINDS:
        if getattr(address, attribute):
            return kind
    for network, kind in _SPECIAL:
        if address in network:
            return kind
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return "outside global unicast"
    return None if address.is_global else "not global"


def parsed(words: str) -> Address:
    """Read an address as a resolver gives it.

    Raises:
        ValueError: It is none.
    """
    return ip_address(words)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one carries; None when it carries none."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
