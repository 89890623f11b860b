"""How a filter's texts become values: each text for itself, and a list of them together."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from factcheck.records.prepared import Prepared
from factcheck.rest.choices import known_rows, no_choice

# RFC 3339; a plus sign that was not escaped arrives as a space.
INSTANT = re.compile(
    r"(?P<local>\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?)\d*(?P<zone>[Zz]|[-+ ]\d\d:\d\d)"
)
NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,10})?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Names by which a row can be told, as far as its model has them.
NAMES = ("public_id", "slug", "username")


class EveryValue(forms.SelectMultiple):
    """Hands over all values of a parameter that was given more than once."""


class RepeatableField(forms.Field):
    """Cleans to the list of what `value_of` makes of each text; to [] if there is none."""

    widget = EveryValue
    # Whether an empty text means "no matter which" rather than a mistake.
    empty_means_any = False

    def clean(self, value: Sequence[str] | None) -> list[Any]:
        texts = [text.strip() for text in value or []]
        if self.empty_means_any:
            texts = [text for text in texts if text]
        elif "" in texts:
            raise ValidationError("It needs a value.", code="empty")
        return self.values_of(list(dict.fromkeys(texts)))

    def values_of(self, texts: Sequence[str]) -> list[Any]:
        """The values of these texts. Raises ValidationError."""
        return [self.value_of(text) for text in texts]

    def value_of(self, text: str) -> Any:
        """The value of one text. Raises ValidationError."""
        return text


class WordsField(RepeatableField):
    empty_means_any = True


class ChoicesField(RepeatableField):
    """One of `choices` (pairs, or a callable that gives them); any text without them."""

    def __init__(self, *, choices: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = choices

    def values_of(self, texts: Sequence[str]) -> list[Any]:
        if self.choices is None:
            return list(texts)
        known = known_choices(self.choices)
        for text in texts:
            if text not in known:
                raise ValidationError(no_choice(text, known), code="unknown_choice")
        return list(texts)


class YesNoField(RepeatableField):
    def value_of(self, text: str) -> bool:
        if text not in ("true", "false"):
            raise ValidationError("Either true or false.", code="invalid")
        return text == "true"


class NumberField(RepeatableField):
    """A decimal number without exponent; what no column holds is refused."""

    def value_of(self, text: str) -> Decimal:
        if not NUMBER.fullmatch(text):
            raise ValidationError("A number: 3000, -1.5.", code="invalid")
        return Decimal(text)


class InstantField(RepeatableField):
    """An instant (RFC 3339), or a date, which is its first moment in UTC."""

    def value_of(self, text: str) -> datetime:
        instant = read_instant(text)
        if instant is None:
            raise ValidationError(
                "A date, or a time with its zone: 2024-10-23 or 2024-10-23T18:00:00Z.",
                code="invalid",
            )
        return instant


class DayField(InstantField):
    """A date; of an instant its day in UTC."""

    def value_of(self, text: str) -> date:  # type: ignore[override]
        return super().value_of(text).date()


class IdentityField(RepeatableField):
    """
    Rows by their public id, slug or username, out of those that `rows` gives.

    A row that is not among them is unknown, whether it exists or not. With `column`, one of those
    names, it cleans to that column's values and makes no instances. With `told_by`, a column
    that gives their order, whoever names an unknown row is told the slugs of all of them.
    """

    def __init__(
        self,
        *,
        rows: Callable[[], QuerySet[Any]],
        column: str | None = None,
        told_by: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.rows = rows
        self.column = column
        self.told_by = told_by
        self._named = Prepared(self._names_of, planned_once=True)

    @cached_property
    def model(self) -> Any:
        """What the rows are."""
        return self.rows().model

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns by which a row can be told."""
        return _names_in(self.model)

    def values_of(self, texts: Sequence[str]) -> list[Any]:
        names = self.names
        if self.column is None:
            found = list(self.rows().filter(_named(names, texts)))
            known = [[getattr(row, name) for name in names] for row in found]
        else:
            known = self._named(len(texts), texts)
            found = [row[names.index(self.column)] for row in known]
        # Ids first: no other row's slug stands in the way of one.
        by_text = {
            row_names[place]: row
            for place in reversed(range(len(names)))
            for row_names, row in zip(known, found, strict=True)
        }
        for text in texts:
            if text not in by_text:
                kind = self.model._meta.verbose_name
                others = known_rows(self.rows(), self.told_by)
                raise ValidationError(f"There is no {kind} “{text}”.{others}", code="unknown_id")
        return list(dict.fromkeys(by_text[text] for text in texts))

    def _names_of(self, count: Any, texts: Sequence[str]) -> QuerySet[Any, Any]:
        return self.rows().filter(_named(self.names, texts)).values_list(*self.names)


def _names_in(model: Any) -> tuple[str, ...]:
    """Those of NAMES that the model has."""
    fields = {field.name for field in model._meta.concrete_fields}
    return tuple(name for name in NAMES if name in fields)


def _named(names: Sequence[str], texts: Sequence[str]) -> Q:
    """Rows that have one of the texts as one of their names."""
    return reduce(or_, (Q(**{f"{name}__in": texts}) for name in names))


def known_choices(choices: Any) -> list[str]:
    """The values of choices as Django writes them."""
    pairs: Iterable[Any] = choices() if callable(choices) else choices
    return [str(value) for value, _ in pairs]


def read_instant(text: str) -> datetime | None:
    """The instant or the first moment of the date that the text is, in UTC; None if neither."""
    try:
        if DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), time.min, UTC)
        if match := INSTANT.fullmatch(text):
            zone = match["zone"].upper().replace(" ", "+")
            return datetime.fromisoformat(match["local"].upper() + zone).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    return None
