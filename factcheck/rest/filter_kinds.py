"""Kinds of filters; one that is given more than once means either."""

from collections.abc import Callable
from copy import copy
from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from factcheck.records.few import within
from factcheck.rest import filter_fields
from factcheck.rest.turns import RELEVANCE, SEARCHES


class EitherFilter(django_filters.Filter):
    """
    A filter that may be given more than once: rows pass that fit any of its values.

    With `method` it hands the list of values to that method of the filterset.
    """

    field_class: type[filter_fields.RepeatableField] = filter_fields.RepeatableField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Without a label django-filter would make one up for each request, for a form nobody sees.
        super().__init__(*args, **{"label": ""} | kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> "EitherFilter":
        """A filterset's own copy: choices and the like never change, and stay shared."""
        twin = copy(self)
        twin.__dict__.pop("_field", None)
        # The method is looked up on the filterset of the copy.
        twin.method = self.method
        return twin

    def filter(self, qs: QuerySet[Any], value: list[Any]) -> QuerySet[Any]:
        if not value:
            return qs
        return qs.filter(reduce(or_, (self.fits(each) for each in value)))

    def fits(self, value: Any) -> Q:
        """The condition of a row that fits this one value."""
        return Q(**{f"{self.field_name}__{self.lookup_expr}": value})


class ChoicesFilter(EitherFilter):
    """Takes `choices`, or a callable that gives them; without them any text."""

    field_class = filter_fields.ChoicesField


class YesNoFilter(EitherFilter):
    """true or false."""

    field_class = filter_fields.YesNoField


class NumberFilter(EitherFilter):
    """A decimal number, written plainly."""

    field_class = filter_fields.NumberField


class RangeFilter(EitherFilter):
    """
    The rows before or after something, found without sorting all of them.

    Where the list goes by that very column, its index is entered there.
    """

    def filter(self, qs: QuerySet[Any], value: list[Any]) -> QuerySet[Any]:
        if not value or self.parent.ordered_by == self.field_name:
            return super().filter(qs, value)
        # Given twice means either, so the laxer one.
        laxest = max(value) if self.lookup_expr in ("lt", "lte") else min(value)
        return within(qs, self.field_name, **{self.lookup_expr: laxest})


class InstantFilter(RangeFilter):
    """An RFC 3339 instant, or a date, which is its first moment in UTC."""

    field_class = filter_fields.InstantField


class DateFilter(RangeFilter):
    """A date, or an instant, which is its day in UTC."""

    field_class = filter_fields.DayField


class WordsFilter(EitherFilter):
    """
    Text as the reader typed it. Empty text filters nothing.

    A `method` gets each text on its own: what it finds for any of them passes.
    """

    field_class = filter_fields.WordsField

    @property
    def method(self) -> Any:
        return self._method

    @method.setter
    def method(self, value: Any) -> None:
        self._method = value

    def filter(self, qs: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        if not self._method or not value:
            return super().filter(qs, value)
        if self.parent.ordered_by == RELEVANCE and self.field_name in SEARCHES:
            return self.parent.best_first(qs, value)
        method = self._method if callable(self._method) else getattr(self.parent, self._method)
        return reduce(or_, (method(qs, self.field_name, text) for text in value))


class IdentityFilter(EitherFilter):
    """
    Rows by public id, slug or username.

    `queryset` is a callable that takes the request and gives the rows that whoever asks may name.
    """

    field_class = filter_fields.IdentityField

    def __init__(self, *args: Any, queryset: Callable[[Any], QuerySet[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows_for = queryset

    @property
    def field(self) -> forms.Field:
        if not hasattr(self, "_field"):
            self._field = self.field_for(self.parent.request)
        return self._field

    def field_for(self, request: Any) -> forms.Field:
        """The field that knows the rows which whoever sends the request may name."""
        return self.field_class(rows=lambda: self.rows_for(request), **self.extra)
