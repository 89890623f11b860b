"""Which of the two implementations a database needs."""

from typing import Any

from factcheck.index import postgresql, postgresql_schema, sqlite, sqlite_schema

_ENGINES = {"postgresql": postgresql, "sqlite": sqlite}
_SCHEMAS = {"postgresql": postgresql_schema, "sqlite": sqlite_schema}


def engine_of(connection: Any) -> Any:
    """The module that speaks to this connection's database."""
    return _ENGINES[connection.vendor]


def schema_of(connection: Any) -> Any:
    """The module that makes the index's tables and triggers there."""
    return _SCHEMAS[connection.vendor]
