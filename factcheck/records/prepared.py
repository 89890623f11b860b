"""Statements that are compiled once: a queryset's SQL, run again with other values."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import Model, QuerySet

# What stands for a value while its statement is compiled: nothing else in a statement is like it.
TEXT = "\ue000value {}\ue001"
# Of 32 bits, because the ORM knows that no column of so many holds a larger one.
NUMBER = 2_109_000_000
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
    """

    def __init__(self, build: Callable[[Any, Sequence[Any]], QuerySet[Any, Any]]) -> None:
        self.build = build
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
            if connection.vendor == "postgresql":
                _answer_in_binary(cursor, connection.connection)
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


def _answer_in_binary(cursor: Any, connection: Any) -> None:
    """
    Have PostgreSQL send bytes as bytes; written as text, documents are twice as long.

    Django's own cursors put values into the statement, which PostgreSQL takes as text only. These
    send them beside it, and still have each statement planned for its values, because nothing is
    prepared on the server.
    """
    from psycopg import Cursor
    from psycopg.pq import Format

    cursor.cursor = Cursor(connection)
    cursor.cursor.format = Format.BINARY
