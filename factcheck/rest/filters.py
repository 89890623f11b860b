"""Strict lists of filters: what a list does not know it refuses."""

from collections.abc import Mapping, MutableMapping, Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple

import django_filters
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ErrorDetail
from rest_framework.request import Request

from factcheck.rest.exceptions import QueryError
from factcheck.rest.filter_fields import IdentityField
from factcheck.rest.filter_kinds import EitherFilter, IdentityFilter
from factcheck.rest.paging import column_asked
from factcheck.rest.query import OF_LISTS, refuse_unknown, sees_desk
from factcheck.rest.ranges import Range, refuse_reversed


class Anybody(NamedTuple):
    """What stands for a request without credentials where only who asks matters."""

    user: AnonymousUser = AnonymousUser()


ANYBODY = Anybody()


class StrictFilterSet(django_filters.FilterSet):
    """
    Answers a parameter that it does not know, or a value that it cannot read, with QueryError.

    To whoever is not of the desk, the filters in `desk_only` are unknown. `aliases` are other
    names of filters; the alias and the name together mean either. `ranges` are pairs of filters,
    a beginning and an end. Only the filters that a request names are built, for building a form of
    all of them costs more than most answers. `ordered_by` is the column by which the list goes.
    """

    base_filters: ClassVar[dict[str, Any]]
    desk_only: ClassVar[frozenset[str]] = frozenset()
    aliases: ClassVar[Mapping[str, str]] = {}
    ranges: ClassVar[Sequence[Range]] = ()

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
                if isinstance(field, IdentityField):
                    known[key] = values[name]
        if wrong:
            raise QueryError(_messages(wrong), code="invalid_filter")
        refuse_reversed(cls.ranges, query, cls._readers_field)
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
        """The rows that pass. Raises QueryError naming each value that cannot be followed."""
        if self.is_bound and not self.form.is_valid():
            raise QueryError(_messages(self.form.errors.as_data()), code="invalid_filter")
        refuse_reversed(self.ranges, self.data, self.form.fields.__getitem__)
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
