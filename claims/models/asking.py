"""
What a question asks, and how each is asked once: decision 0022.

One that is asked already, word for word and of the same, is refused.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.db.models import Q

from claims.models.kept_once import CODE, is_overtaken
from factcheck.index.keys import KEY_LENGTH, key_of_text
from factcheck.index.likeness import Alike
from factcheck.records.change import Difference
from factcheck.records.record import Record

# What a question asks, and of what; together with the question that it is a part of.
ASKS = ("text", "unit", "place", "period")
NOTHING: Mapping[str, Any] = MappingProxyType({})
# What refuses the second of two, by the names that kept_once.is_overtaken asks for.
OVERTAKEN = ("claims_question_asked_once", "claims_question.asked")


class AskedOnce(Alike, Record):
    """A row with a text that asks, and the key of what it asks, of which it is a part."""

    named_by = "text"
    text: Any
    part_of_id: int | None

    # asked_key of it. Empty in what was asked twice before that was refused, but for the first, and
    # in what an earlier version stores while it still runs beside this one.
    asked = models.CharField(max_length=KEY_LENGTH, null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            # Two, as a null is like no other.
            models.UniqueConstraint(
                name="claims_question_asked_once",
                fields=["asked"],
                condition=Q(part_of__isnull=True),
                violation_error_code=CODE,
                violation_error_message="This is asked already.",
            ),
            models.UniqueConstraint(
                name="claims_question_asked_once_within",
                fields=["asked", "part_of"],
                condition=Q(part_of__isnull=False),
                violation_error_code=CODE,
                violation_error_message="This is asked already.",
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Of named values, as Alike: by hand a fixture's row has no key."""
        super().__init__(*args, **kwargs)
        if kwargs and not args and "asked" not in kwargs:
            self.asked = asked_key(self)

    def clean(self) -> None:
        """Nobody has asked it before. What was asked twice before may stay as it is."""
        existing = self.asked_before()
        if existing is None:
            self.asked = asked_key(self)
        elif self._state.adding or not self._is_stored_so():
            # None for the time being, or the constraint refuses it once more.
            self.asked = None
            raise ValidationError({"text": asked_already(existing)})

    def asked_before(self) -> Any:
        """Another question that asks the same, as part of the same."""
        others = self._questions.filter(part_of=self.part_of_id).exclude(pk=self.pk)
        keyed = others.filter(asked=asked_key(self)).first()
        if keyed is not None:
            return keyed
        twins = others.alike(self.text).filter(asked=None).order_by("pk")
        return next((each for each in twins if asked_key(each) == asked_key(self)), None)

    @property
    def _questions(self) -> Any:
        return type(self)._default_manager

    def _is_stored_so(self) -> bool:
        stored = self._questions.get(pk=self.pk)
        return stored.part_of_id == self.part_of_id and asked_key(stored) == asked_key(self)

    def _insert(self, **how: Any) -> Self:
        with one_of_two_at_once(self):
            return super()._insert(**how)

    def _write(self, values: dict[str, Any], **how: Any) -> bool:
        """With the key, which `clean` may change."""
        with one_of_two_at_once(self, values):
            return super()._write(values | {"asked": self.asked}, **how)

    def _is_news(self, difference: Difference) -> bool:
        return difference.field != "asked" and super()._is_news(difference)


def asked_key(question: Any) -> str:
    """The key of what it asks; case and spacing ask nothing else."""
    return key_of_text("\n".join(_plain(getattr(question, name)) for name in ASKS))


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
