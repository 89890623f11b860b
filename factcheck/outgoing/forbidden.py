"""
The addresses that are not public, by the registries of IANA and by what clouds put there.

Python's `is_global` is not enough: it passes NAT64, 6to4 and multicast, behind which private
addresses can hide, and changes with Python's version.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

LOOPBACK = ("127.0.0.0/8", "::1/128")

# What it is: the networks, first to last. https://www.iana.org/assignments/iana-ipv4-special-registry
# and -ipv6-special-registry, RFC 6890.
TABLE: dict[str, tuple[str, ...]] = {
    "loopback": LOOPBACK,
    "unspecified": ("0.0.0.0/8", "::/128"),
    "private": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
    "unique-local": ("fc00::/7",),
    "link-local": ("169.254.0.0/16", "fe80::/10"),
    "site-local": ("fec0::/10",),
    "shared by a provider's customers": ("100.64.0.0/10",),
    # Others' are link-local, shared or unique-local anyway; this one would pass as public.
    "a cloud's own": ("168.63.129.16/32",),
    "multicast": ("224.0.0.0/4", "ff00::/8"),
    "reserved": ("240.0.0.0/4", "192.0.0.0/24", "2001::/23"),
    "documentation": (
        "192.0.2.0/24",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "2001:db8::/32",
        "3fff::/20",
    ),
    "benchmarking": ("198.18.0.0/15",),
    "an IPv4 address in IPv6": ("::ffff:0:0/96", "::ffff:0:0:0/96", "::/96"),
    "NAT64": ("64:ff9b::/96", "64:ff9b:1::/48"),
    "6to4": ("2002::/16", "192.88.99.0/24"),
    "discard": ("100::/64", "100:0:0:1::/64"),
    "anycast of a service": (
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.175.48.0/24",
        "2620:4f:8000::/48",
    ),
    "given back": ("3ffe::/16",),
    # Only 2000::/3 has ever been given out.
    "not given out": ("::/3", "4000::/2", "8000::/1"),
}

NETWORKS: list[tuple[str, IPv4Network | IPv6Network]] = [
    (kind, ip_network(network)) for kind, networks in TABLE.items() for network in networks
]
_LOOPBACK = [ip_network(network) for network in LOOPBACK]


def why_forbidden(address: str, *, allow_loopback: bool = False) -> str:
    """
    What kind of address this is that nothing may be sent to; empty for one that is public.

    `address` is as a resolver gives it. An IPv6 address with a zone is never public.
    """
    zone_free, _, zone = address.partition("%")
    ip = ip_address(zone_free)
    if zone:
        return "link-local"
    if allow_loopback and any(ip in network for network in _LOOPBACK):
        return ""
    return next((kind for kind, network in NETWORKS if ip in network), "")
