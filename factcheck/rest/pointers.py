"""Where in a body or a query the errors are: nested messages as a flat list of places."""

from collections.abc import Iterator
from typing import Any, NotRequired, TypedDict

from django.core.exceptions import NON_FIELD_ERRORS
from django.core.exceptions import ValidationError as ModelError
from rest_framework.settings import api_settings


class Entry(TypedDict):
    """One error: a JSON pointer (RFC 6901) into the body, or the name of a query parameter."""

    pointer: NotRequired[str]
    parameter: NotRequired[str]
    code: str
    detail: str
    # The id of the row that has already what only one may have.
    existing: NotRequired[str]


def of_body(detail: Any) -> list[Entry]:
    """The errors of a DRF ValidationError's `detail`."""
    return [{"pointer": at, "code": code, "detail": text} for at, code, text in _walk(detail, "")]


def of_query(detail: Any) -> list[Entry]:
    """The errors of a QueryError's `detail`: parameter → messages."""
    if not isinstance(detail, dict):
        return []
    return [
        {"parameter": str(name), "code": code, "detail": text}
        for name, messages in detail.items()
        for _, code, text in _walk(messages, "")
    ]


def of_model(error: ModelError) -> list[Entry]:
    """The errors of Django's ValidationError; its keys may be paths, as in `evidence/0/url`."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
    return [_of_problem(each, field) for field, errors in by_field.items() for each in errors]


def _of_problem(problem: ModelError, field: str) -> Entry:
    entry: Entry = {
        "pointer": _at_path(field),
        "code": problem.code or "invalid",
        "detail": " ".join(problem.messages),
    }
    if existing := (problem.params or {}).get("existing"):
        entry["existing"] = existing
    return entry


def _walk(detail: Any, at: str) -> Iterator[tuple[str, str, str]]:
    """Place, code and text of every message in a tree of dicts, lists and strings."""
    if isinstance(detail, dict):
        for key, value in detail.items():
            yield from _walk(value, _below(at, key))
    elif isinstance(detail, list | tuple):
        for position, value in enumerate(detail):
            # Messages about one place stand in a list; so do the errors of a list's items.
            nested = isinstance(value, dict | list | tuple)
            yield from _walk(value, f"{at}/{position}" if nested else at)
    else:
        yield at, getattr(detail, "code", None) or "invalid", str(detail)


def _below(at: str, key: Any) -> str:
    """The pointer one step further: into a key of the body, whatever a client has called it."""
    if key == api_settings.NON_FIELD_ERRORS_KEY:
        return at
    return f"{at}/{str(key).replace('~', '~0').replace('/', '~1')}"


def _at_path(path: str) -> str:
    """The pointer of a path as verbs write it, of our own names, in which no slash is."""
    if path in ("", NON_FIELD_ERRORS):
        return ""
    return "/" + path.replace("~", "~0").strip("/").removesuffix(f"/{NON_FIELD_ERRORS}")
