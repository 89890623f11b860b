"""What an exception means to a client: verbs' refusals and the database's, as statuses."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.exceptions import ValidationError as ModelError
from django.db import DataError, IntegrityError
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404, UnreadablePostError
from rest_framework import exceptions
from rest_framework.exceptions import APIException

from factcheck.records.refusals import Missing, NotAllowed, Refused, Stale
from factcheck.rest.exceptions import BadRequest, Conflict, PreconditionFailed, TooLarge

# Of the rows that stand in the way of a deletion, so many are named.
NAMED = 3


def as_api_exception(exc: Exception) -> APIException | None:
    """The APIException that says the same, or None if this is our fault and not the client's."""
    if isinstance(exc, APIException):
        return exc
    for kinds, translate in CAUSES:
        if isinstance(exc, kinds):
            return translate(exc)
    return None


def _refused(exc: Any) -> APIException:
    if isinstance(exc, Missing) and exc.field:
        detail = exceptions.ErrorDetail(exc.message, code=exc.code)
        return exceptions.ValidationError({exc.field: [detail]})
    kinds = ((Stale, PreconditionFailed), (NotAllowed, exceptions.PermissionDenied))
    kind = next((ours for theirs, ours in kinds if isinstance(exc, theirs)), Conflict)
    return kind(exc.message, code=exc.code)


def _in_use(exc: Any) -> APIException:
    rows = exc.protected_objects if isinstance(exc, ProtectedError) else exc.restricted_objects
    return Conflict(f"It is still used by {_named(rows)}.", code="in_use")


def _named(rows: Iterable[Any]) -> str:
    """“claim 4kz0p2m9aa (The bridge costs …), 2 more”: never by a number of the database."""
    names = sorted({_name(row) for row in rows})
    shown, rest = names[:NAMED], len(names) - NAMED
    return ", ".join([*shown, f"{rest} more"] if rest > 0 else shown)


def _name(row: Any) -> str:
    kind, public_id = row._meta.verbose_name, getattr(row, "public_id", None)
    return f"{kind} {public_id} ({row})" if public_id else f"{kind} “{row}”"


def _invalid(exc: Any) -> APIException:
    """Django's ValidationError, kept as it is: the pointers are made from it."""
    error = exceptions.ValidationError()
    error.__cause__, error.says_its_cause = exc, True  # type: ignore[attr-defined]
    return error


CAUSES: tuple[tuple[tuple[type[Exception], ...], Callable[[Any], APIException]], ...] = (
    ((Refused,), _refused),
    ((ModelError,), _invalid),
    ((Http404,), lambda exc: exceptions.NotFound()),
    ((PermissionDenied,), lambda exc: exceptions.PermissionDenied(str(exc) or None)),
    ((ProtectedError, RestrictedError), _in_use),
    # Constraints that are not checked before: two who write the same at once, a row gone since.
    ((IntegrityError,), lambda exc: Conflict()),
    ((RequestDataTooBig,), lambda exc: TooLarge()),
    # A number out of range, a NUL in a text, half a surrogate pair: PostgreSQL says DataError,
    # SQLite's driver the others.
    ((DataError, OverflowError, UnicodeError), lambda exc: BadRequest()),
    ((SuspiciousOperation, UnreadablePostError), lambda exc: BadRequest(code="unreadable")),
)
