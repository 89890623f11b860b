"""Strict filters: what a list does not know it refuses, and a filter given twice means either."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from copy import copy
from functools import cache, reduce
from operator import or_
from typing import Any, ClassVar, NamedTuple

import django_filters
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ErrorDetail
from rest_framework.request import Request

from factcheck.records.few import within
from factcheck.rest import filter_fields
from factcheck.rest.exceptions import QueryError
from factcheck.rest.paging import column_asked
from factcheck.rest.query import OF_LISTS, refuse_unknown, sees_desk
from factcheck.rest.turns import RELEVANCE


class Anybody(NamedTuple):
    """What stands for a request without credentials where only who asks matters."""

    user: AnonymousUser = AnonymousUser()


ANYBODY = Anybody()


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
        if self.parent.ordered_by == RELEVANCE:
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


class StrictFilterSet(django_filters.FilterSet):
    """
    Answers a parameter that it does not know, or a value that it cannot read, with QueryError.

    To whoever is not of the desk, the filters in `desk_only` are unknown. `aliases` are other
    names of filters; the alias and the name together mean either. Only the filters that a request
    names are built, for building a form of all of them costs more than most answers. `ordered_by`
    is the column by which the list goes.
    """

    base_filters: ClassVar[dict[str, Any]]
    desk_only: ClassVar[frozenset[str]] = frozenset()
    aliases: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        data: Any = None,
        queryset: QuerySet[Any] | None = None,
        *,
        request: Any = None,
        prefix: str | None = None,
        desk: bool = False,
        extra_parameters: frozenset[str] = frozenset(),
        ordered_by: str = "",
    ) -> None:
        self.desk = desk
        self.ordered_by = ordered_by
        if data is not None:
            refuse_unknown(data, self.known_names(desk=desk) | OF_LISTS | extra_parameters)
            data = self._under_own_names(data)
            # An attribute of this instance: the base class copies what it finds under this name.
            self.base_filters = _named_in(data, type(self).base_filters)  # type: ignore[misc]
        super().__init__(data, queryset, request=request, prefix=prefix)

    @classmethod
    def read(
        cls,
        query: Any,
        extra_parameters: frozenset[str] = frozenset(),
        known: MutableMapping[tuple[str, ...], list[Any]] | None = None,
    ) -> dict[str, Any]:
        """
        Each filter that a reader's query names → the list of its values; no form is built for it.

        `known` is which rows the same names meant before, by filter and names, for whoever knows
        that nothing has changed since; what is read is added, names only: other texts are of any
        length. Raises QueryError with the words of `qs` for whatever that refuses.
        """
        known = {} if known is None else known
        refuse_unknown(query, cls.known_names(desk=False) | OF_LISTS | extra_parameters)
        query = cls._under_own_names(query)
        values: dict[str, Any] = {}
        wrong: dict[str, list[ValidationError]] = {}
        for name in _named_in(query, cls.base_filters):
            texts, field = query.getlist(name), cls._readers_field(name)
            key = (name, *dict.fromkeys(map(str.strip, texts)))
            try:
                values[name] = known.get(key) or field.clean(texts)
            except ValidationError as error:
                wrong[name] = error.error_list
            else:
                if isinstance(field, filter_fields.IdentityField):
                    known[key] = values[name]
        if wrong:
            raise QueryError(_messages(wrong), code="invalid_filter")
        return values

    @classmethod
    @cache
    def _readers_field(cls, name: str) -> forms.Field:
        """The field that reads this filter's values as anybody may send them."""
        each = cls.base_filters[name]
        if isinstance(each, IdentityFilter):
            return each.field_for(ANYBODY)
        return each.field_class(**each.extra)

    @classmethod
    @cache
    def known_names(cls, *, desk: bool) -> frozenset[str]:
        """The filters' names and aliases that whoever asks may use."""
        names = cls.base_filters.keys() - (frozenset() if desk else cls.desk_only)
        others = {alias for alias, name in cls.aliases.items() if name in names}
        return frozenset(names) | others

    @classmethod
    def _under_own_names(cls, data: Any) -> Any:
        if not any(alias in data for alias in cls.aliases):
            return data
        data = data.copy()
        for alias, name in cls.aliases.items():
            if alias in data:
                data.setlist(name, [*data.getlist(name), *data.pop(alias)])
        return data

    def best_first(self, queryset: Any, searches: Sequence[str]) -> Any:
        """What the searches find, with `relevance` to order it by."""
        return queryset.best_first(searches)

    @property
    def form(self) -> forms.Form:
        """A form of the filters that the request names; a class for it would cost most of all."""
        if not hasattr(self, "_form"):
            self._form = forms.Form(self.data if self.is_bound else None)
            self._form.fields = {name: each.field for name, each in self.filters.items()}
        return self._form

    @property
    def qs(self) -> QuerySet[Any]:
        """The rows that pass. Raises QueryError naming each value that cannot be read."""
        if self.is_bound and not self.form.is_valid():
            raise QueryError(_messages(self.form.errors.as_data()), code="invalid_filter")
        return super().qs


class StrictFilterBackend(DjangoFilterBackend):
    """Applies a view's StrictFilterSet, and does nothing where the request has no query."""

    filterset_base = StrictFilterSet

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> Any:
        query = request.query_params if request.META.get("QUERY_STRING") else None
        if not query:
            return queryset
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            refuse_unknown(query, OF_LISTS | getattr(view, "extra_parameters", frozenset()))
            return queryset
        return filterset.qs

    def get_filterset_kwargs(
        self, request: Request, queryset: QuerySet[Any], view: Any
    ) -> dict[str, Any]:
        kwargs = super().get_filterset_kwargs(request, queryset, view)
        extra: frozenset[str] = getattr(view, "extra_parameters", frozenset())
        return kwargs | {
            "desk": sees_desk(view, request),
            "extra_parameters": extra,
            "ordered_by": column_asked(view, request.query_params),
        }

    def to_html(self, request: Request, queryset: QuerySet[Any], view: Any) -> str:
        """No form: the browsable page lists the filters instead."""
        return ""


def _named_in(data: Any, filters: Mapping[str, Any]) -> dict[str, Any]:
    """The filters that the query names. Raises QueryError for one that takes a single value."""
    named = {name: each for name, each in filters.items() if name in data}
    twice = [
        name
        for name, each in named.items()
        if not isinstance(each, EitherFilter) and len(data.getlist(name)) > 1
    ]
    if twice:
        raise QueryError(dict.fromkeys(twice, "Once only."))
    return named


def _messages(wrong: Mapping[str, list[ValidationError]]) -> dict[str, Any]:
    """Parameter → what is wrong with it, each with its code."""
    return {
        name: [ErrorDetail(" ".join(error.messages), error.code or "invalid") for error in errors]
        for name, errors in wrong.items()
    }
