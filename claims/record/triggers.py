"""
Triggers that keep what is written: the database itself refuses to change the public record.

An UPDATE that changes nothing passes, so that a fixture loads over itself; DELETE, TRUNCATE and
INSERT OR REPLACE do not. A document's body may go once a ledger row withholds it. The head may
only say what the ledger's last row says. SQLite loses triggers whenever a table is rebuilt, and
rebuilds no table that another one's trigger asks: they go before migrations and come back after.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

from claims.models.published_version import Document, FactCheckVersion, LedgerHead
from claims.record import triggers_postgresql, triggers_sqlite

DIALECTS = {"postgresql": triggers_postgresql, "sqlite": triggers_sqlite}
# The tables that are kept as written.
KEPT = (Document, FactCheckVersion, LedgerHead)


def install(using: str = "default") -> None:
    """Make the triggers, where their tables are; what is there already stays."""
    connection = connections[using]
    if set(tables()) <= set(connection.introspection.table_names()):
        _run(connection, _dialect(connection).INSTALL)


def make_way(using: str = "default") -> None:
    """Let migrations rebuild the tables; `install` follows them."""
    connection = connections[using]
    _run(connection, _dialect(connection).BEFORE_MIGRATIONS)


def missing(using: str = "default") -> list[str]:
    """The names of triggers that should be there and are not."""
    connection = connections[using]
    dialect = _dialect(connection)
    with connection.cursor() as cursor:
        cursor.execute(dialect.NAMES_OF_THOSE_THERE)
        there = {name for (name,) in cursor.fetchall()}
    return sorted(set(dialect.NAMES) - there)


@contextmanager
def lifted(using: str = "default") -> Iterator[None]:
    """Without triggers for a while: to empty a database that is thrown away, in tests."""
    connection = connections[using]
    _run(connection, _dialect(connection).LIFT)
    try:
        yield
    finally:
        _run(connection, _dialect(connection).RESTORE)


def tables() -> list[str]:
    return [model._meta.db_table for model in KEPT]


def _dialect(connection: Any) -> Any:
    return DIALECTS[connection.vendor]


def _run(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
