"""Rows that belong to others, for a page of these at once, by a statement that is written once."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import F, QuerySet
from django.db.models.sql import Query

from factcheck.records.among import Among, written
from factcheck.records.prepared import bind_at_the_server

# Stands for the keys while the statement is compiled: nothing else in a statement is like it.
KEYS = "\ue000keys\ue001"


class Compiled(NamedTuple):
    """
    A statement for one kind of database.

    `parameters` holds KEYS where the keys belong, `names` are those of the columns, and `converted`
    makes of rows what the ORM makes of them; None where they come like that.
    """

    sql: str
    parameters: tuple[Any, ...]
    names: tuple[str, ...]
    converted: Callable[[Any], Iterable[Any]] | None


class RowsOf:
    """
    The rows of a queryset of named `values()` whose column `by` holds one of the keys called with.

    Gives dicts in the queryset's order, as `queryset.filter(by__in=keys)` would. That one the ORM
    writes anew for each page and PostgreSQL plans anew, both of which take longer than following
    it; an index that begins with `by` makes one plan right for all keys. Asks no database until it
    is called, so that modules may keep one.
    """

    def __init__(self, queryset: QuerySet[Any, Any], by: str) -> None:
        self.queryset = queryset
        self.by = by
        self._compiled: dict[str, Compiled] = {}

    def __call__(self, keys: Iterable[int | None]) -> list[dict[str, Any]]:
        wanted = [key for key in keys if key is not None]
        if not wanted:
            return []
        connection: Any = connections[router.db_for_read(self.queryset.model)]
        statement = self._compiled.get(connection.vendor)
        if statement is None:
            statement = self._compiled[connection.vendor] = self._compile(connection)
        among = written(connection, wanted)
        parameters = [among if each == KEYS else each for each in statement.parameters]
        with connection.cursor() as cursor:
            bind_at_the_server(cursor, planned_once=True)
            cursor.execute(statement.sql, parameters)
            rows: Iterable[Any] = cursor.fetchall()
        if statement.converted is not None:
            rows = statement.converted(rows)
        return [dict(zip(statement.names, row, strict=True)) for row in rows]

    def _compile(self, connection: Any) -> Compiled:
        query = self.queryset.filter(Among(F(self.by), KEYS)).query
        compiler = query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        if connection.vendor == "postgresql":
            # All but the keys is the statement's own: a plan that is kept for any state of a
            # verdict could not use the index of published ones.
            whole = connection.ops.compose_sql(sql, parameters).replace("%", "%%")
            sql, parameters = whole.replace(f"'{KEYS}'", "%s"), (KEYS,)
        columns = [column for column, *_ in compiler.select]
        return Compiled(
            sql, tuple(parameters), tuple(query.selected or ()), _conversion(columns, connection)
        )


def _conversion(columns: Sequence[Any], connection: Any) -> Callable[[Any], Iterable[Any]] | None:
    """What makes values of these columns of what this kind of database gives; None if nothing."""
    # By a connection that is never opened: this one is a thread's, and ends with it.
    compiler = Query(None).get_compiler(connection=connection.copy())
    converters = compiler.get_converters(columns)
    return partial(compiler.apply_converters, converters=converters) if converters else None
