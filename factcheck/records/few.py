"""Few or many: whether a condition's rows are gathered and sorted, or met along a list's order."""

from typing import Any

from django.db.models import Func, QuerySet

# As many rows are gathered and sorted in the time in which a list's order is walked past as many:
# of a million, a page of 50 rows of which there are 7,000 takes 7,000 steps.
FEW = 5_000


def are_few(rows: QuerySet[Any]) -> bool:
    """Whether these rows, which an index has, are few. Counts no further."""
    return not rows.order_by()[FEW : FEW + 1].exists()


def within(rows: QuerySet[Any], column: str, **bounds: Any) -> QuerySet[Any]:
    """
    The rows whose column lies in a range (`gte=`, `lt=` …), for a list that goes by another column.

    A few are gathered, many met along the list's own order, for which a partial index may leave
    out the rows whose column is empty.
    """
    inside = rows.model._default_manager.filter(
        **{f"{column}__{lookup}": value for lookup, value in bounds.items()}
    )
    if are_few(inside):
        return rows.filter(pk__in=inside.values("pk"))
    name = f"{column}_unindexed"
    conditions = {f"{name}__{lookup}": value for lookup, value in bounds.items()}
    if rows.model._meta.get_field(column).null:
        rows = rows.filter(**{f"{column}__isnull": False})
    return rows.alias(**{name: Unindexed(column)}).filter(**conditions)


class Unindexed(Func):
    """
    A column as no index of SQLite has it, so that a list is read in its own order.

    SQLite enters the index of a range and sorts all that it finds; PostgreSQL knows how much that
    is, and decides for itself.
    """

    template = "%(expressions)s"
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)
