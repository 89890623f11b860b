"""Reading from anywhere: any origin may read what anonymous readers may, without credentials."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from factcheck.rest.conditional import READS, has_credentials

ANY_ORIGIN = "*"
ALLOW_ORIGIN = "Access-Control-Allow-Origin"
# What a page may send without showing who it is; the rest is granted by origin.
ALLOWED_HEADERS = "Accept, Content-Type, If-Match, If-None-Match, Prefer, Slug, X-Request-ID"
# How long a browser may remember the answer to a preflight: two hours is as long as Chromium does.
REMEMBERED = "7200"


class PublicReadsMiddleware:
    """
    Lets pages of any origin read the API, as the Fetch standard's CORS protocol asks.

    Stands outside django-cors-headers, which answers for the origins that the settings name;
    every other origin gets `*`, which browsers refuse to combine with cookies. Paths in
    settings.PUBLIC_POST_PATHS take anonymous POSTs from anywhere, too, and what is below
    settings.PUBLIC_WRITE_PATHS every method.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.is_public = re.compile(settings.CORS_URLS_REGEX).match
        self.exposed = ", ".join(settings.CORS_EXPOSE_HEADERS)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self.is_public(request.path_info):
            return self.get_response(request)
        methods = _public_methods(request.path_info)
        asked_for = _asked_for(request)
        response = self.get_response(request)
        if response.has_header(ALLOW_ORIGIN):
            return response
        if asked_for:
            return _preflight(methods) if asked_for in methods else response
        if request.method in methods and not has_credentials(request):
            response[ALLOW_ORIGIN] = ANY_ORIGIN
            response["Access-Control-Expose-Headers"] = self.exposed
        return response


def _public_methods(path: str) -> tuple[str, ...]:
    """The methods that any origin may use on this path."""
    if path.startswith(tuple(settings.PUBLIC_WRITE_PATHS)):
        return (*READS, "POST", "PUT", "DELETE", "OPTIONS")
    return (*READS, "POST") if path in settings.PUBLIC_POST_PATHS else READS


def _asked_for(request: HttpRequest) -> str:
    """The method that a preflight asks for; empty for any other request."""
    if request.method != "OPTIONS" or "HTTP_ORIGIN" not in request.META:
        return ""
    return str(request.META.get("HTTP_ACCESS_CONTROL_REQUEST_METHOD", ""))


def _preflight(methods: tuple[str, ...]) -> HttpResponse:
    response = HttpResponse(status=204)
    del response["Content-Type"]
    response[ALLOW_ORIGIN] = ANY_ORIGIN
    response["Access-Control-Allow-Methods"] = ", ".join(methods)
    response["Access-Control-Allow-Headers"] = ALLOWED_HEADERS
    response["Access-Control-Max-Age"] = REMEMBERED
    # With allowed origins the answer is another one.
    response["Vary"] = "Origin, Access-Control-Request-Method"
    return response
