"""
The short lane: anonymous reads of the public record, answered before anything else looks at them.

What a read costs is not the database but the way there: routes, middleware, DRF's dispatch. The
lane calls the functions that DRF's views call and adds the headers that the whole way adds, which
it learns from the whole way's own answers. What it does not know it leaves to the whole way: other
methods, credentials, other forms, and every error.
"""

import re
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse

from factcheck.rest.conditional import has_credentials, holds_any
from factcheck.rest.negotiation import PLAIN
from factcheck.rest.renderers import JSONRenderer
from publishing.api.answers.asking import Answer, Asked
from publishing.api.answers.changes import changes, last_change
from publishing.api.answers.factchecks import fact_check, fact_checks
from publishing.api.answers.lookup import at_address

BASE = "/api/v1/"
ONE_CHECK = re.compile(r"factchecks/([^/]+)/")
LISTS: dict[str, Callable[[Asked], Answer]] = {
    "factchecks/": fact_checks,
    "lookup/": at_address,
    "changes/": changes,
    "changes/head/": last_change,
}
# Parameters that ask for another form of the answer.
OTHER_FORMS = ("fields", "format")
# Headers that belong to one answer, or to one request.
OWN = frozenset({"ETag", "Link", "Content-Length", "X-Request-ID"})


class ShortLane:
    """
    The middleware. It stands outside all whose headers it learns.

    Those must be the same for all answers of one resource and status, scheme and origin.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.origins = frozenset(settings.CORS_ALLOWED_ORIGINS)
        self.origin_patterns = [re.compile(each) for each in settings.CORS_ALLOWED_ORIGIN_REGEXES]
        self._headers: dict[Hashable, dict[str, str]] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        found = resource_of(request)
        origin = self._origin_of(request) if found else None
        if found is None or origin is None:
            return self.get_response(request)
        name, answering = found
        _trust_connections(True)
        try:
            answer = answering(Asked(request, request.GET, JSONRenderer.media_type))
        except Exception:
            # Whatever it is, the whole way meets it too, and tells it as errors are told.
            _trust_connections(False)
            return self.get_response(request)
        status = 304 if answer.body is None else 200
        kind = (name, status, request.scheme, origin)
        if kind not in self._headers:
            return self._learnt(kind, self.get_response(request))
        return _response(answer, status, self._headers[kind])

    def _origin_of(self, request: HttpRequest) -> str | None:
        """Which headers for pages of other origins this gets; None where the lane cannot tell."""
        origin = request.META.get("HTTP_ORIGIN")
        if origin is None:
            return ""
        if origin in self.origins:
            return str(origin)
        # Patterns allow any number of origins, each of which is told its own name.
        return None if any(each.match(origin) for each in self.origin_patterns) else "*"

    def _learnt(self, kind: tuple[Any, ...], response: HttpResponse) -> HttpResponse:
        if response.status_code == kind[1]:
            self._headers[kind] = {
                name: value for name, value in response.headers.items() if name not in OWN
            }
        return response


def resource_of(request: HttpRequest) -> tuple[str, Callable[[Asked], Answer]] | None:
    """The name of the resource that this reads, and what answers it; None if not the lane."""
    path, meta = request.path_info, request.META
    if request.method != "GET" or not path.startswith(BASE):
        return None
    name: str = path[len(BASE) :]
    answering = LISTS.get(name)
    if answering is None:
        one = ONE_CHECK.fullmatch(name)
        if one is None:
            return None
        name, answering = "factcheck", partial(fact_check, name=one[1])
    if meta.get("HTTP_ACCEPT", "") not in PLAIN or has_credentials(request):
        return None
    if holds_any(request):
        # The whole way compares with the finished answer.
        return None
    if meta.get("QUERY_STRING") and any(each in request.GET for each in OTHER_FORMS):
        return None
    return name, answering


def _trust_connections(trusted: bool) -> None:
    """
    Take open connections for usable, or have Django look at them again.

    It asks each connection once per request whether it still answers, which is one question to the
    database more than most reads have themselves. The lane finds out by asking its own.
    """
    for connection in connections.all(initialized_only=True):
        connection.health_check_done = trusted  # type: ignore[attr-defined]


def _response(answer: Answer, status: int, headers: dict[str, str]) -> HttpResponse:
    body = answer.body or b""
    headers = {**headers, **answer.headers, "Content-Length": str(len(body))}
    response = HttpResponse(body, status=status, headers=headers)
    if status == 304:
        del response["Content-Type"]
    return response
