"""Asking once: a question that is asked already, word for word and of the same, is refused."""

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from claims.models.kept_once import CODE, is_overtaken
from factcheck.index.likeness import key_of

# What a question asks, and of what; together with the question that it is a part of.
ASKS = ("text", "unit", "place", "period")
NOTHING: Mapping[str, Any] = MappingProxyType({})
# What refuses the second of two, by the names that kept_once.is_overtaken asks for.
OVERTAKEN = ("claims_question_asked_once", "claims_question.asked")


def asked_key(question: Any) -> str:
    """The key of what it asks; case and spacing ask nothing else."""
    return key_of("\n".join(_plain(getattr(question, name)) for name in ASKS))


def asked_already(existing: Any) -> ValidationError:
    """Why this question is refused; the one that is there is among the `params`, by its id."""
    return ValidationError(
        "This is asked already: question %(existing)s (%(text)s). If it is meant of another "
        "place or time, say of which.",
        code=CODE,
        params={"existing": existing.public_id, "text": existing.text},
    )


@contextmanager
def one_of_two_at_once(question: Any, fields: Mapping[str, Any] = NOTHING) -> Iterator[None]:
    """
    Refuse what somebody else has asked at this moment as if it had been there before.

    Around a write that gives the question these fields. Where that fails the transaction stays
    usable, and the question may have its former fields again.
    """
    try:
        yield
    except (IntegrityError, ValidationError) as error:
        asked = {name: fields.get(name, getattr(question, name)) for name in ("part_of", *ASKS)}
        meant = type(question)(pk=question.pk, **asked)
        is_taken = is_overtaken(error, OVERTAKEN, column="asked")
        existing = meant.asked_before() if is_taken else None
        if existing is None:
            raise
        raise ValidationError({"text": asked_already(existing)}) from error


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
