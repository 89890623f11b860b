"""Addresses as desks give them: completed where that is certain, and never decoded again."""

import re
from urllib.parse import urljoin, urlsplit

LONGEST = 2000
# A browser reads “https:www.a.example” and “https:/www.a.example” so, too (WHATWG URL).
_WEB = re.compile(r"(https?):/*(?=[^/])", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST_AND_PATH = re.compile(r"(?:www\.\S|(?:[\w-]+\.)+[^\W\d_]{2,}/)")
_BETWEEN = re.compile(r"[,;] ?(?:and )?(?=https?:)| (?:and )?(?=https?:)", re.IGNORECASE)


def absolute(address: str, page: str = "") -> str:
    """
    The address with scheme and host; relative to `page`, if that is known. Empty for none.

    Only the web's own schemes count, so that whatever is answered may be a link.
    """
    address = "%20".join(address[: LONGEST + 100].split())
    if web := _WEB.match(address):
        address = f"{web[1].lower()}://{address[web.end() :]}"
    elif address.startswith("//"):
        address = f"https:{address}"
    elif not address or _SCHEME.match(address):
        return ""
    elif _HOST_AND_PATH.match(address) and (not page or address.startswith("www.")):
        address = f"https://{address}"
    elif page:
        address = _joined(page, address)
    return address if host_of(address) and len(address) <= LONGEST else ""


def _joined(page: str, address: str) -> str:
    try:
        return urljoin(page, address)
    except ValueError:
        return ""


def host_of(address: str) -> str:
    """The host of an absolute address without `www.`; empty where there is none."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or re.search(r"[\s<>\"'\\]|%20", host):
        return ""
    return host.removeprefix("www.")[:253]


def several(text: str) -> list[str]:
    """The addresses in a text, which some join with commas or “and”."""
    return [each.rstrip(",;") for each in _BETWEEN.split(" ".join(text.split())) if each]
