"""The body of a problem (RFC 9457)."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ValidationError as ModelError
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError

from factcheck.rest import pointers
from factcheck.rest.exceptions import QueryError

PROBLEM_JSON = "application/problem+json"


def problem(
    status: int, detail: str, code: str, errors: Sequence[pointers.Entry] = ()
) -> dict[str, Any]:
    """A problem's body. `type` is about:blank, so that `title` is the status's own phrase."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
    }
    return body | {"errors": list(errors)} if errors else body


def problem_of(exc: APIException) -> dict[str, Any]:
    """The body that tells of this exception."""
    if isinstance(exc, QueryError):
        errors, code = pointers.of_query(exc.detail), exc.code
    elif isinstance(exc, ValidationError):
        errors, code = _errors_of(exc), exc.default_code
    else:
        errors, code = [], _code(exc.detail) or exc.default_code
    detail = _in_words(errors) if errors else _text(exc.detail)
    return problem(exc.status_code, detail, code, errors)


def _errors_of(exc: ValidationError) -> list[pointers.Entry]:
    cause = exc.__cause__
    # Only the translated one has no detail of its own: see causes.py.
    if isinstance(cause, ModelError) and getattr(exc, "says_its_cause", False):
        return pointers.of_model(cause)
    return pointers.of_body(exc.detail)


def _in_words(errors: Sequence[pointers.Entry]) -> str:
    """The first error with its place, and how many there are beside it."""
    first = errors[0]
    place = first.get("parameter") or first.get("pointer", "").lstrip("/")
    text = f"{place}: {first['detail']}" if place else first["detail"]
    more = len(errors) - 1
    return f"{text} (And {more} more.)" if more else text


def _code(detail: Any) -> str:
    return (detail.code or "") if isinstance(detail, ErrorDetail) else ""


def _text(detail: Any) -> str:
    while isinstance(detail, list | dict):
        detail = next(iter(detail.values() if isinstance(detail, dict) else detail), "")
    return str(detail)
