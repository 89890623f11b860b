"""Keeping the index: made after migrations, filled by triggers, made anew or compared on demand."""

from collections.abc import Iterator
from typing import Any

from django.db import connections, transaction

from factcheck.index.engines import engine_of, schema_of
from factcheck.index.kinds import Kind, kinds

BATCH = 2000


def install(using: str = "default") -> None:
    """Make what is missing, and fill it from the tables that are there."""
    connection = connections[using]
    schema = schema_of(connection)
    there = set(connection.introspection.table_names())
    known = [kind for kind in kinds() if kind.tables <= there]
    # All are asked before the first is made: they share functions on PostgreSQL.
    for kind, absent in [(kind, schema.missing(connection, kind)) for kind in known]:
        if absent:
            for _ in rebuild(kind, using):
                pass
        else:
            schema.create(connection, kind)


def missing(using: str = "default") -> list[str]:
    """The names of tables and triggers that should be there and are not."""
    connection = connections[using]
    return [name for kind in kinds() for name in schema_of(connection).missing(connection, kind)]


def named(absent: list[str]) -> str:
    """The first of these names, and how many more there are."""
    first, more = ", ".join(absent[:3]), len(absent) - 3
    return (
        f"{first} and {more} more are" if more > 0 else f"{first} {'are' if absent[1:] else 'is'}"
    )


def is_migrated(using: str = "default") -> bool:
    """Whether there is anything to index: before the first migration there is not."""
    there = set(connections[using].introspection.table_names())
    return all(kind.tables <= there for kind in kinds())


def rebuild(kind: Kind, using: str = "default") -> Iterator[int]:
    """Make a kind's index anew, in one transaction; yields how many rows it has looked at."""
    connection = connections[using]
    schema, engine = schema_of(connection), engine_of(connection)
    with transaction.atomic(using):
        schema.drop(connection, kind)
        schema.create(connection, kind)
        schema.empty(connection, kind)
        for after, until in _batches(connection, kind):
            engine.fill(connection, kind, after, until)
            yield until - after
        engine.settle(connection, kind)


def rows_of(kind: Kind, using: str = "default") -> int:
    """The greatest id, which is about how many rows `rebuild` will look at."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max(id), 0) FROM {kind.table}")
        return int(cursor.fetchone()[0])


def differing(kind: Kind, using: str = "default") -> int:
    """How many rows of a kind the index has wrong, lacks, or has too many."""
    connection = connections[using]
    return engine_of(connection).differing(connection, kind)


def _batches(connection: Any, kind: Kind) -> Iterator[tuple[int, int]]:
    """Ranges of ids that hold every row, each of at most BATCH rows."""
    after = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT max(id) FROM (SELECT id FROM {kind.table} WHERE id > %s "
                f"ORDER BY id LIMIT {BATCH}) batch",
                [after],
            )
            until = cursor.fetchone()[0]
        if until is None:
            return
        yield after, until
        after = until
