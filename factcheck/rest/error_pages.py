"""Errors that arise outside DRF: problem details for programs, a plain page for people."""

import orjson
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers

from factcheck.rest.bodies import PROBLEM_JSON, problem

# Below these paths everything answers as the API does, whatever the client accepts.
PROGRAMS_PATHS = ("/api/", "/annotations")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler404"""
    return _answer(request, 404, "There is nothing at this address.", "not_found")


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler403"""
    return _answer(request, 403, "You may not open this.", "permission_denied")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400"""
    if isinstance(exception, RequestDataTooBig):
        return _answer(request, 413, "The body is too large.", "too_large")
    return _answer(request, 400, "This request cannot be understood.", "bad_request")


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500"""
    return _answer(request, 500, "Something went wrong here. It has been noted.", "server_error")


class MovedForEveryMethod(HttpResponseRedirectBase):
    """308: like 301, and the method and body stay what they are."""

    status_code = 308


def unknown_path(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """
    The last path of the API's map: a 404 with DEBUG on too, and the way to a forgotten slash.

    CommonMiddleware leaves slashes to it, because this path matches without one.
    """
    with_slash = f"{request.path_info}/"
    if not request.path_info.endswith("/") and _leads_somewhere(with_slash):
        return MovedForEveryMethod(request.get_full_path(force_append_slash=True))
    return page_not_found(request)


def _leads_somewhere(path: str) -> bool:
    try:
        return resolve(path).func is not unknown_path
    except Resolver404:
        return False


def prefers_json(request: HttpRequest) -> bool:
    """Whether a program asks: below the API's paths, or by what it accepts."""
    if request.path_info.startswith(PROGRAMS_PATHS):
        return True
    try:
        preferred = request.get_preferred_type(["text/html", "application/json", PROBLEM_JSON])
    except Exception:  # an Accept header that nobody can parse must not spoil the error's page
        return False
    return preferred in ("application/json", PROBLEM_JSON)


def _answer(request: HttpRequest, status: int, detail: str, code: str) -> HttpResponse:
    if prefers_json(request):
        body = orjson.dumps(problem(status, detail, code))
        response = HttpResponse(body, status=status, content_type=PROBLEM_JSON)
    else:
        page = {"status": status, "detail": detail}
        response = HttpResponse(render_to_string("rest/error.html", page), status=status)
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept"])
    return response
