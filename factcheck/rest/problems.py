"""Errors as RFC 9457 problem details: the door through which everything that goes wrong goes."""

from typing import Any

from rest_framework.exceptions import APIException, ErrorDetail, UnsupportedMediaType
from rest_framework.response import Response

from factcheck.rest.bodies import PROBLEM_JSON, problem, problem_of
from factcheck.rest.causes import as_api_exception
from factcheck.rest.error_pages import (
    bad_request,
    page_not_found,
    permission_denied,
    server_error,
    unknown_path,
)
from factcheck.rest.exceptions import (
    BadRequest,
    Conflict,
    Gone,
    InFlight,
    PreconditionFailed,
    PreconditionRequired,
    QueryError,
    TooLarge,
    Unprocessable,
)

__all__ = [
    "PROBLEM_JSON",
    "BadRequest",
    "Conflict",
    "Gone",
    "InFlight",
    "PreconditionFailed",
    "PreconditionRequired",
    "QueryError",
    "TooLarge",
    "Unprocessable",
    "bad_request",
    "page_not_found",
    "permission_denied",
    "problem",
    "problem_of",
    "problem_response",
    "server_error",
    "unknown_path",
]


def problem_response(exc: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's EXCEPTION_HANDLER. None for what is our own fault, which then is a 500."""
    # Here, because DRF's views need the settings that name this room's modules.
    from rest_framework.views import set_rollback

    error = as_api_exception(exc)
    if error is None:
        return None
    set_rollback()
    if isinstance(error, UnsupportedMediaType):
        read = ", ".join(parser.media_type for parser in context["view"].parser_classes)
        error.detail = ErrorDetail(f"{error.detail} Send {read}.", error.default_code)
    return Response(problem_of(error), status=error.status_code, headers=_headers(error))


def _headers(error: APIException) -> dict[str, str]:
    headers = {}
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait))
    return headers
