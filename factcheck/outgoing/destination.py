"""Destination: what a typed address means, read in the one way that everybody reads alike."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urlsplit

from factcheck.outgoing.errors import Forbidden
from factcheck.outgoing.forbidden import why_forbidden

PORTS = {"https": 443, "http": 80}
LONGEST_HOST = 253
# Space and controls, which some readers drop; the backslash, which some take for a slash.
UNREADABLE = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff]")
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# At the end of what some readers take for an IPv4 address: 0177.1, 0x7f000001, 2130706433.
NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
SAFE_IN_PATH = "/%:@!$&'()*+,;=~?"


@dataclass(frozen=True)
class Destination:
    """Where a request goes. `host` is a name in ASCII or an address, without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_secure(self) -> bool:
        return self.scheme == "https"

    @property
    def is_loopback(self) -> bool:
        return _is_loopback(self.host)

    @property
    def authority(self) -> str:
        """What the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def destination_of(url: str, *, allow_loopback: bool = False) -> Destination:
    """
    Where this address leads; no name is looked up.

    Takes http and https on their own ports. Raises Forbidden for anything else: user names,
    addresses that are not public, hosts that some programs read as an address and others as a
    name. With `allow_loopback`, loopback addresses and `localhost` pass, on any port.
    """
    if UNREADABLE.search(url):
        raise Forbidden("An address has no spaces, control characters or backslashes in it.")
    try:
        parts = urlsplit(url)
        port, name = parts.port, parts.hostname
    except ValueError as error:
        raise Forbidden(f"This is no address: {error}.") from error
    if parts.scheme not in PORTS or not name:
        raise Forbidden("An address begins with https:// or http:// and a host.")
    if "@" in parts.netloc:
        raise Forbidden("An address with a user name or password in it is not called.")
    host = _host(name, bracketed="[" in parts.netloc, allow_loopback=allow_loopback)
    port = PORTS[parts.scheme] if port is None else port
    anywhere = allow_loopback and _is_loopback(host)
    if port not in PORTS.values() and not anywhere:
        raise Forbidden(f"Port {port} is not called; 443 and 80 are.")
    return Destination(parts.scheme, host, port, _path(parts))


def _host(name: str, *, bracketed: bool, allow_loopback: bool) -> str:
    host = _address(name, bracketed=bracketed) or _name(name)
    if _is_address(host):
        kind = why_forbidden(host, allow_loopback=allow_loopback)
        if kind:
            raise Forbidden(f"{host} is not a public address ({kind}).")
    elif _is_loopback(host) and not allow_loopback:
        raise Forbidden(f"{host} is this machine.")
    return host


def _address(name: str, *, bracketed: bool) -> str:
    """An IPv6 address in brackets, in its one short form; empty for everything else."""
    if not bracketed:
        return ""
    try:
        return IPv6Address(name).compressed
    except AddressValueError as error:
        raise Forbidden(f"[{name}] is no address.") from error


def _name(name: str) -> str:
    """A host's name as a resolver gets it, or an IPv4 address in its one plain form."""
    try:
        host = name.encode("idna").decode().lower().removesuffix(".")
    except UnicodeError as error:
        raise Forbidden(f"“{name}” is no host.") from error
    labels = host.split(".")
    if NUMBER.fullmatch(labels[-1]):
        if name != host or not _is_address(host):
            raise Forbidden(f"“{name}” is no host: an address is four plain numbers.")
        return host
    if len(host) > LONGEST_HOST or not all(LABEL.fullmatch(label) for label in labels):
        raise Forbidden(f"“{name}” is no host.")
    return host


def _is_address(host: str) -> bool:
    if ":" in host:
        return True
    try:
        return str(IPv4Address(host)) == host
    except AddressValueError:
        return False


def _is_loopback(host: str) -> bool:
    if _is_address(host):
        return why_forbidden(host) == "loopback"
    # RFC 6761: these names are never anything else.
    return host == "localhost" or host.endswith(".localhost")


def _path(parts: SplitResult) -> str:
    """Path and query in ASCII; a fragment stays at home."""
    query = f"?{parts.query}" if parts.query else ""
    return quote(f"{parts.path or '/'}{query}", safe=SAFE_IN_PATH)
