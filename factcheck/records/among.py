"""Being one of many rows, whose keys are one value of a statement, however many they are."""

import json
from collections.abc import Sequence
from typing import Any

from django.db.models import Lookup


def written(connection: Any, keys: Sequence[int]) -> str:
    """The keys as the one value that `Among` takes on this connection."""
    if connection.vendor == "postgresql":
        return f"{{{','.join(map(str, keys))}}}"
    return json.dumps(keys)


class Among(Lookup):
    """Whether a column holds one of the keys that `written` has written."""

    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        column, parameters = self.process_lhs(compiler, connection)
        keys = (
            "SELECT unnest(%s::bigint[])"
            if connection.vendor == "postgresql"
            else "SELECT value FROM json_each(%s)"
        )
        return f"{column} IN ({keys})", [*parameters, self.rhs]
