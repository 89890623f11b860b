"""Rows by the hundred thousand: COPY where there is one, and indexes made when the rows are in."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import itemgetter
from types import SimpleNamespace as Row
from typing import Any

from django.db import connection
from django.db.models import Model


class Table:
    """A model's table, which takes rows as SimpleNamespaces with the names of its columns."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        fields = model._meta.concrete_fields
        self._defaults = {field.attname: _default_of(field) for field in fields}
        self._values = itemgetter(*self._defaults)
        quote = connection.ops.quote_name
        columns = ", ".join(quote(str(field.column)) for field in fields)
        self._name = f"{quote(model._meta.db_table)} ({columns})"
        self._marks = ", ".join(["%s"] * len(fields))
        self._prepared = [
            (place, _prepared_by(field))
            for place, field in enumerate(fields)
            # What SQLite does not take as Python has it.
            if field.get_internal_type() in ("DateTimeField", "DateField", "DecimalField")
        ]

    def write(self, rows: Iterable[Row]) -> None:
        """Store these rows; a column that a row does not name gets the model's default."""
        values = (self._values(self._defaults | vars(row)) for row in rows)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self._name} FROM STDIN") as copy:
                    for each in values:
                        copy.write_row(each)
            else:
                statement = f"INSERT INTO {self._name} VALUES ({self._marks})"
                cursor.executemany(statement, [self._prepare(each) for each in values])

    def _prepare(self, values: tuple[Any, ...]) -> list[Any]:
        prepared = list(values)
        for place, prepare in self._prepared:
            if prepared[place] is not None:
                prepared[place] = prepare(prepared[place])
        return prepared


def _prepared_by(field: Any) -> Callable[[Any], Any]:
    """How the database keeps a value of this field; days and times come again and again."""
    return lru_cache(10_000)(lambda value: field.get_db_prep_save(value, connection))


def _default_of(field: Any) -> Any:
    """What the column holds where nothing else is said."""
    return field.get_default() if not field.primary_key else None


def put_aside(models: Iterable[type[Model]]) -> list[str]:
    """
    Drop what makes many rows slow and can be made in one go; returns the statements that do so.

    Those are indexes and, on PostgreSQL, uniqueness and references, which are then checked for
    all rows at once.
    """
    names = [model._meta.db_table for model in models]
    dialect: Callable[[list[str]], tuple[list[str], list[str]]]
    dialect = _of_postgresql if connection.vendor == "postgresql" else _of_sqlite
    drop, make = dialect(names)
    run(drop)
    return make


def run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _of_postgresql(tables: list[str]) -> tuple[list[str], list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid), "
            "contype FROM pg_constraint WHERE conrelid = ANY(%s::regclass[]) "
            # A column that others refer to stays unique.
            "AND (contype = 'f' OR contype = 'u' AND NOT EXISTS (SELECT 1 FROM pg_constraint key "
            "WHERE key.contype = 'f' AND key.conindid = pg_constraint.conindid))"
            "ORDER BY contype DESC",
            [tables],
        )
        constraints = cursor.fetchall()
        cursor.execute(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
            "WHERE indrelid = ANY(%s::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint "
            "WHERE conindid = indexrelid)",
            [tables],
        )
        indexes = cursor.fetchall()
    drop = [f"ALTER TABLE {table} DROP CONSTRAINT {name}" for table, name, _, _ in constraints]
    drop += [f"DROP INDEX {name}" for name, _ in indexes]
    # First uniqueness and indexes, by which references are then checked.
    add = [
        f"ALTER TABLE {table} ADD CONSTRAINT {name} {what}" for table, name, what, _ in constraints
    ]
    return drop, [definition for _, definition in indexes] + add


def _of_sqlite(tables: list[str]) -> tuple[list[str], list[str]]:
    with connection.cursor() as cursor:
        marks = ", ".join(["%s"] * len(tables))
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
            f"AND tbl_name IN ({marks})",
            tables,
        )
        indexes = cursor.fetchall()
    return [f'DROP INDEX "{name}"' for name, _ in indexes], [sql for _, sql in indexes]
