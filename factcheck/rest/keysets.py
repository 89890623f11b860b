"""Keysets: the columns that order a list, and the rows beyond one of its rows."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Field, Model, Q, QuerySet
from django.db.models.expressions import OrderBy


class Column(NamedTuple):
    """One column of a keyset; `field` is None for an annotation."""

    path: str
    field: Any
    nullable: bool


class Keyset(NamedTuple):
    """The columns of an ordering, unique together. Nulls stand last, in both directions."""

    columns: tuple[Column, ...]

    def of(self, row: Any) -> list[Any]:
        """The row's values in these columns; the row is an instance or a dict of values()."""
        if isinstance(row, dict):
            return [row[column.path] for column in self.columns]
        return [_along(row, column.path) for column in self.columns]

    def after(self, queryset: QuerySet[Any], ordering: str, cursor: Any) -> QuerySet[Any]:
        """
        The rows beyond the cursor, in this ordering; in the opposite one if it goes backwards.
        """
        descending = ordering.startswith("-")
        rows = queryset.order_by(
            *(_order(column, descending, cursor.backwards) for column in self.columns)
        )
        if cursor.key is None:
            return rows
        return rows.filter(self._beyond(cursor.key, descending, cursor.backwards))

    def without_nulls(self) -> "Keyset":
        """The same columns, of rows that have a value in each."""
        return Keyset(tuple(each._replace(nullable=False) for each in self.columns))

    def stretches(self, queryset: QuerySet[Any], ordering: str, cursor: Any) -> list[QuerySet[Any]]:
        """
        `after`, cut in two where the first column may be null: read one, then the other.

        No database finds rows with nulls last, or those beyond a value and the nulls besides,
        along one index. Each half it does.
        """
        lead = self.columns[0]
        if not lead.nullable or lead.field is None:
            return [self.after(queryset, ordering, cursor)]
        falls = ordering.startswith("-") != cursor.backwards
        columns = self.without_nulls().columns
        rows = queryset.order_by(*(f"-{each.path}" if falls else each.path for each in columns))
        without, with_value = (
            rows.filter(**{f"{lead.path}__isnull": is_null}) for is_null in (True, False)
        )
        if cursor.key is None:
            return [without, with_value] if cursor.backwards else [with_value, without]
        if cursor.key[0] is None:
            rest = Keyset((*columns[1:],))
            beyond = rest._beyond(cursor.key[1:], ordering.startswith("-"), cursor.backwards)
            return [without.filter(beyond), *([with_value] if cursor.backwards else [])]
        beyond = Keyset((*columns,))._beyond(cursor.key, ordering.startswith("-"), cursor.backwards)
        # What is beyond a value has one: saying so again would keep SQLite from the index.
        return [rows.filter(beyond), *([] if cursor.backwards else [without])]

    def _beyond(self, key: Sequence[Any], descending: bool, backwards: bool) -> Q:
        """
        a >= x AND (a > x OR (a = x AND b > y)).

        The first half says nothing new, but is what an index on (a, b) can be entered with.
        """
        columns = list(zip(self.columns, key, strict=True))
        column, value = columns[-1]
        condition = _past(column, value, descending, backwards)
        for column, value in reversed(columns[:-1]):
            here = Q(**{column.path: value}) if value is not None else _is_null(column)
            condition = _past(column, value, descending, backwards) | (here & condition)
        column, value = columns[0]
        if len(columns) > 1 and value is not None and (backwards or not column.nullable):
            up = descending == backwards
            return Q(**{f"{column.path}__{'gte' if up else 'lte'}": value}) & condition
        return condition


@lru_cache(maxsize=256)
def _columns(model: Any, paths: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(_column(model, path) for path in paths)


def keyset(queryset: Any, paths: tuple[str, ...]) -> Keyset:
    """The keyset of these columns, which have to be unique together."""
    return Keyset(_columns(queryset.model, paths))


def _column(model: type[Model], path: str) -> Column:
    """The column with its field; of an annotation nobody knows but that it may be null."""
    nullable, owner, field = False, model, None
    for name in path.split("__"):
        try:
            field = owner._meta.get_field(name)
        except FieldDoesNotExist:
            return Column(path, None, True)
        nullable = nullable or bool(getattr(field, "null", False))
        owner = field.related_model or owner
    return Column(path, field if isinstance(field, Field) else None, nullable)


def _order(column: Column, descending: bool, backwards: bool) -> OrderBy | str:
    falls = descending != backwards
    if not column.nullable:
        # Django compiles a name in a fraction of the time that an expression takes.
        return f"-{column.path}" if falls else column.path
    by = F(column.path)
    nulls: dict[str, Any] = {"nulls_first": True} if backwards else {"nulls_last": True}
    return by.desc(**nulls) if falls else by.asc(**nulls)


def _past(column: Column, value: Any, descending: bool, backwards: bool) -> Q:
    """Strictly beyond this value in this column, where null is beyond everything."""
    if value is None:
        return ~_is_null(column) if backwards else Q(pk__in=[])
    falls = descending != backwards
    past = Q(**{f"{column.path}__{'lt' if falls else 'gt'}": value})
    return past | _is_null(column) if column.nullable and not backwards else past


def _is_null(column: Column) -> Q:
    return Q(**{f"{column.path}__isnull": True})


def _along(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name, None) if row is None else getattr(row, name)
    return row
