"""Statements that are compiled once: a queryset's SQL, run again with other values."""

from collections.abc import Callable, Hashable, Sequence
from functools import cache
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import Model, QuerySet

# What stands for a value while its statement is compiled: nothing else in a statement is like it.
TEXT = "\ue000value {}\ue001"
# Of 32 bits, because the ORM knows that no column of so many holds a larger one.
NUMBER = 2_109_000_000
# As libpq numbers the ways of writing an answer. As text, documents are twice as long.
AS_TEXT, BINARY = 0, 1
# Shapes beyond this are compiled each time: nobody fills the memory by asking in new ways.
MOST = 500


class Statement(NamedTuple):
    """SQL with its parameters, and which value belongs at which of their places."""

    model: type[Model]
    sql: str
    parameters: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]


class Prepared:
    """
    Makes a function that builds a queryset into one that gives the queryset's rows, as tuples.

    The function takes a hashable shape and a sequence of texts and whole numbers, and returns
    `values_list()` of columns that need no conversion on their way from the database. What it
    builds must follow from the shape and from how many values of which kind there are: then the
    ORM, which takes longer to write a statement than the database to follow it, writes it once.
    The values go to the driver as parameters, as ever.

    `planned_once` is for what is looked up by a key: no value makes another way the better one, and
    PostgreSQL may keep its plan. Any other statement it plans for its values each time.
    """

    def __init__(
        self,
        build: Callable[[Any, Sequence[Any]], QuerySet[Any, Any]],
        *,
        planned_once: bool = False,
    ) -> None:
        self.build = build
        self.planned_once = planned_once
        self._statements: dict[Hashable, Statement] = {}

    def __call__(self, shape: Hashable = None, values: Sequence[str | int] = ()) -> list[Any]:
        """The rows. Raises EmptyResultSet for a shape that no row can fit."""
        key = (shape, *map(type, values))
        statement = self._statements.get(key)
        if statement is None:
            statement = self._compiled(shape, values)
            if len(self._statements) < MOST:
                self._statements[key] = statement
        parameters = list(statement.parameters)
        for place, index in statement.places:
            parameters[place] = values[index]
        connection = connections[router.db_for_read(statement.model)]
        with connection.cursor() as cursor:
            bind_at_the_server(cursor, planned_once=self.planned_once, answers=BINARY)
            cursor.execute(statement.sql, parameters)
            return cursor.fetchall()

    def _compiled(self, shape: Hashable, values: Sequence[str | int]) -> Statement:
        marks = [
            TEXT.format(index) if isinstance(value, str) else NUMBER + index
            for index, value in enumerate(values)
        ]
        queryset = self.build(shape, marks)
        sql, parameters = queryset.query.get_compiler(queryset.db).as_sql()
        places = tuple(
            (place, marks.index(parameter))
            for place, parameter in enumerate(parameters)
            if isinstance(parameter, str | int) and parameter in marks
        )
        unplaced = set(range(len(marks))) - {index for _, index in places}
        if unplaced:
            raise TypeError(f"No parameter of this statement is value {min(unplaced)} as it is.")
        return Statement(queryset.model, sql, tuple(parameters), places)


def bind_at_the_server(cursor: Any, *, planned_once: bool, answers: int = AS_TEXT) -> None:
    """
    Have this cursor, where it is one of PostgreSQL's, send values beside its statement.

    Django's own put them into the statement, which PostgreSQL then plans anew, and answers in text
    only. With `planned_once` its plan is kept.
    """
    if cursor.db.vendor != "postgresql":
        return
    cursor.cursor = _cursor_class(planned_once)(cursor.db.connection)
    cursor.cursor.format = answers


@cache
def _cursor_class(planned_once: bool) -> Any:
    """The driver's cursor; with `planned_once` one that has its statements kept on the server."""
    from psycopg import Cursor
    from psycopg.errors import FeatureNotSupported
    from psycopg.pq import TransactionStatus

    class Planned(Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
            # Only where the settings let anything be kept: a pooler of transactions does not.
            kept = options | {"prepare": True}
            try:
                return super().execute(query, params, **kept)
            except FeatureNotSupported:
                # A migration has changed a column's type, if only its length, and PostgreSQL
                # refuses the plan for as long as the connection lasts. Within a transaction the
                # driver forgets all plans when it is rolled back.
                if self.connection.info.transaction_status != TransactionStatus.IDLE:
                    raise
                self.connection.execute("DEALLOCATE ALL")
                return super().execute(query, params, **kept)

    return Planned if planned_once else Cursor
