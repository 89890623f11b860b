"""Fetching an article's page from one of the hosts that the settings name; off unless they do."""

import time
from email.message import Message
from typing import NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import ValidationError

from claims.webpages.page import MOST_BYTES
from factcheck.outgoing.destination import destination_of
from factcheck.outgoing.errors import Failed
from factcheck.outgoing.sending import Answer, send

SECONDS = 15
MOST_HOPS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MEDIA_TYPES = ("text/html", "application/xhtml+xml")
HEADERS = {
    "Accept": ", ".join(MEDIA_TYPES),
    # What is packed could unpack to any size.
    "Accept-Encoding": "identity",
    "User-Agent": "factcheck",
}


class Fetched(NamedTuple):
    """A page's bytes, the charset that its server named, and the address where it was."""

    raw: bytes
    charset: str
    url: str


def fetch_page(url: str, *, allow_loopback: bool = False) -> Fetched:
    """
    The page at this address, following redirects as far as they stay with the allowed hosts.

    Each hop goes through the guard for outgoing requests. Raises ValidationError on `fetch`: off,
    a host that FETCH_ALLOWED_HOSTS does not name, not public, no answer, no HTML, too large, slow.
    """
    by = time.monotonic() + SECONDS
    here = url
    for _ in range(MOST_HOPS):
        answer = _asked(here, by - time.monotonic(), allow_loopback=allow_loopback)
        target = answer.headers.get("location", "")
        if answer.status not in REDIRECTS or not target:
            return _page(answer, here)
        here = urljoin(here, target)
    raise _problem(f"{url} leads on more than {MOST_HOPS} times.")


def _asked(url: str, seconds: float, *, allow_loopback: bool) -> Answer:
    try:
        host = destination_of(url, allow_loopback=allow_loopback).host
        _require_allowed(host)
        return send(
            "GET",
            url,
            headers=HEADERS,
            seconds=max(seconds, 0),
            most=MOST_BYTES,
            allow_loopback=allow_loopback,
        )
    except (Failed, ValueError) as error:
        raise _problem(str(error)) from error


def _require_allowed(host: str) -> None:
    allowed = [name.lower() for name in settings.FETCH_ALLOWED_HOSTS]
    if not allowed:
        raise _problem(
            "Fetching is off. FETCH_ALLOWED_HOSTS names the hosts whose pages may be fetched."
        )
    if not any(
        host == name.removeprefix(".") or (name.startswith(".") and host.endswith(name))
        for name in allowed
    ):
        raise _problem(f"{host} is none of the hosts in FETCH_ALLOWED_HOSTS.")


def _page(answer: Answer, url: str) -> Fetched:
    if answer.status != 200:
        raise _problem(f"{url} answers with status {answer.status}, not with a page.")
    said = Message()
    said["Content-Type"] = answer.headers.get("content-type", "")
    if said.get_content_type() not in MEDIA_TYPES:
        raise _problem(f"{url} is {said.get_content_type()}, not a web page.")
    packed = answer.headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("", "identity"):
        raise _problem(f"{url} comes packed ({packed[:20]}) though we asked for it plain.")
    if not answer.is_whole:
        raise _problem(f"The page is larger than {MOST_BYTES // 1024**2} MB.")
    return Fetched(answer.body, said.get_content_charset("") or "", url)


def _problem(sentence: str) -> ValidationError:
    return ValidationError({"fetch": sentence})
