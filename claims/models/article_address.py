"""An article that is kept already under its address: how keeping it once more is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError

# The code of the refusal, whether the addresses are the same letter by letter or not.
CODE = "unique"
# How the databases name what refuses the second of two: PostgreSQL by constraint, SQLite by column.
OVERTAKEN = (
    "claims_article_once_per_address",
    "claims_article_url_",
    "claims_article.address",
    "claims_article.url",
)


def kept_already(existing: Any, url: str | None) -> ValidationError:
    """Why this URL is refused; the article that has it is among the `params`, by its id."""
    written = "" if existing.url == url else f", written as {existing.url}"
    return ValidationError(
        "There is an article with this URL already%(written)s: "
        "article %(existing)s (%(headline)s).",
        code=CODE,
        params={
            "existing": existing.public_id,
            "headline": existing.headline,
            "written": written,
        },
    )


def existing_in(error: ValidationError) -> str | None:
    """The id of the article because of which a URL was refused; None where that was not why."""
    problems = error.update_error_dict({}).get("url", [])
    found = ((each.params or {}).get("existing") for each in problems if each.code == CODE)
    return next(found, None)


@contextmanager
def one_of_two_at_once(article: Any, url: str | None) -> Iterator[None]:
    """
    Refuse what somebody else has kept at this moment as if it had been there before.

    Around a write that gives the article this URL. Where that fails the transaction stays usable,
    and the article may have its former URL again.
    """
    try:
        yield
    except (IntegrityError, ValidationError) as error:
        existing = article.others_at(url).first() if _is_overtaken(error) else None
        if existing is None:
            raise
        raise ValidationError({"url": kept_already(existing, url)}) from error


def _is_overtaken(error: IntegrityError | ValidationError) -> bool:
    """Whether the database, not `clean`, has found the other one."""
    if isinstance(error, IntegrityError):
        return any(name in str(error) for name in OVERTAKEN)
    whole_row = error.update_error_dict({}).get(NON_FIELD_ERRORS, [])
    return any(problem.code == CODE for problem in whole_row)
