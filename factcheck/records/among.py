"""Being one of many rows, whose keys are one value of a statement, however many they are."""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.db.models import Lookup


class Dialect(NamedTuple):
    """How one kind of database takes keys: the one value, and the rows that it makes of it."""

    written: Callable[[Sequence[int]], str]
    rows: str


DIALECTS = {
    "postgresql": Dialect(
        lambda keys: f"{{{','.join(map(str, keys))}}}", "SELECT unnest(%s::bigint[])"
    ),
    "sqlite": Dialect(json.dumps, "SELECT value FROM json_each(%s)"),
}


def written(connection: Any, keys: Sequence[int]) -> str:
    """The keys as the one value that `Among` takes on this connection."""
    return DIALECTS[connection.vendor].written(keys)


class Among(Lookup):
    """Whether a column holds one of the keys that `written` has written."""

    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} IN ({DIALECTS[connection.vendor].rows})", [*parameters, self.rhs]
