"""Kept once: what is refused because it is there already, as articles and questions are."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError

# The code of the refusal; among its `params`, as `existing`, is the id of the row that is there.
CODE = "unique"


def existing_in(error: ValidationError, *, field: str) -> str | None:
    """The id of the row because of which a field was refused; None where that was not why."""
    problems = error.update_error_dict({}).get(field, [])
    found = ((each.params or {}).get("existing") for each in problems if each.code == CODE)
    return next(found, None)


def is_overtaken(
    error: IntegrityError | ValidationError, refused_as: Sequence[str], *, column: str
) -> bool:
    """
    Whether the database, not `clean`, has found another row, which was not there a moment before.

    `refused_as` is how databases name what refuses the second of two: PostgreSQL by constraint,
    SQLite by column. `column` has the key that is unique.
    """
    if isinstance(error, IntegrityError):
        return any(name in str(error) for name in refused_as)
    problems: dict[str, Any] = error.update_error_dict({})
    # A constraint of one column is told of that one.
    told = [each for place in (NON_FIELD_ERRORS, column) for each in problems.get(place, [])]
    return any(problem.code == CODE for problem in told)
