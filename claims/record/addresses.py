"""
Addresses of articles: the many ways in which one URL is written, as one key.

Two URLs have the same key when they differ only in what does not change the page: scheme, case of
the host, `www.`, default port, fragment, trailing slash, tracking parameters and their order, and
the mobile and AMP variants that outlets and caches make of their pages. Nothing is fetched.
"""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from factcheck.index.keys import key_of_text

# What newsletters, advertisers and social networks add to an address.
TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|_hs\w+|oly_\w+|vero_\w+|guce_referrer\w*|ns_\w+|at_\w+|"
    r"mc_cid|mc_eid|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|yclid|twclid|ttclid|li_fat_id|"
    r"igshid|igsh|rdt_cid|s_kwcid|cmpid|ocid|smid|smtyp|xtor|ito|trk|ref_src|ref_url|guccounter|"
    r"__twitter_impression|_ga|_gl",
    re.IGNORECASE,
)
AMP_PARAMETER = {"amp", "amp_js_v", "outputtype", "usqp"}
MOBILE_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
AMP_PATH = re.compile(r"(?:/amp(?:\.html)?|\.amp(?:\.html)?)$|^/amp(?=/)", re.IGNORECASE)
# www-example-com.cdn.ampproject.org/c/s/www.example.com/story, google.com/amp/s/example.com/story
AMP_CACHE = re.compile(
    r"^(?:[^/]*\.cdn\.ampproject\.org/[a-z](?:/s)?|(?:www\.)?google\.[a-z.]+/amp(?:/s)?)/"
    r"(?P<page>[^/]+\.[^/]+/?.*)$",
    re.IGNORECASE,
)
# A path that is written in the one way already.
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._~:@!$&'()*+,;=-]*")
DEFAULT_PORTS = {"http": 80, "https": 443}


def normalised(url: str) -> str:
    """
    The address without what varies, as `host/path?query`; never followed, only compared.

    Raises ValueError for what is no http or https URL with a host.
    """
    parts = _parts(url)
    cached = AMP_CACHE.match(f"{parts.netloc}{parts.path}")
    if cached:
        parts = _parts(f"https://{cached['page']}?{parts.query}")
    host = _host(parts.hostname or "")
    number, query = parts.port, _query(parts.query)
    port = "" if number in (None, DEFAULT_PORTS[parts.scheme.lower()]) else f":{number}"
    return f"{host}{port}{_path(parts.path)}{'?' if query else ''}{query}"


# Those who go through the record meet an article once for each of its checks.
@lru_cache(maxsize=256)
def key_of(url: str | None) -> str | None:
    """The key under which an address is kept: 128 bits of the normalised form's SHA-256."""
    if not url:
        return None
    try:
        address = normalised(url)
    except ValueError:
        return None
    return key_of_text(address)


def _parts(url: str) -> SplitResult:
    parts = urlsplit(url.strip())
    if parts.scheme.lower() not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"“{url[:200]}” is no http or https address.")
    return parts


def _host(host: str) -> str:
    try:
        ascii_host = host.encode("idna").decode()
    except UnicodeError:
        # No name that the public DNS has, but perhaps one of somebody's network.
        ascii_host = quote(host)
    return MOBILE_HOST.sub("", ascii_host.lower().rstrip("."))


def _path(path: str) -> str:
    """One way of writing percent-encoding, no AMP suffix, no slash at the end."""
    one_way = re.sub("/{2,}", "/", path)
    if not PLAIN_PATH.fullmatch(one_way):
        # An encoded slash is no slash: it is part of a segment's name.
        one_way = "/".join(_segment(each) for each in one_way.split("/"))
    return AMP_PATH.sub("", one_way.rstrip("/")).rstrip("/")


def _segment(name: str) -> str:
    plain = unquote(name, errors="surrogateescape")
    return quote(plain, safe="~:@!$&'()*+,;=", errors="surrogateescape")


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
        if not TRACKING.fullmatch(name) and name.lower() not in AMP_PARAMETER
    ]
    return urlencode(sorted(pairs), errors="surrogateescape")
