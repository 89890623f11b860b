"""System checks: the index is there, and what it can do on this database."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connections

from factcheck.index import upkeep
from factcheck.index.engines import schema_of


def index_is_there(
    app_configs: Any, databases: Sequence[str] | None, **kwargs: Any
) -> list[CheckMessage]:
    """`manage.py check --database default` names what is missing of the index."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        if not upkeep.is_migrated(alias):
            continue
        if absent := sorted(set(upkeep.missing(alias))):
            found.append(
                # No error: that would keep “migrate” from making it.
                Warning(
                    f"Searches fail: of the index in “{alias}”, {upkeep.named(absent)} missing.",
                    hint="“manage.py migrate” or “manage.py rebuild_index” makes it anew.",
                    id="index.W001",
                )
            )
        connection = connections[alias]
        if not schema_of(connection).has_trigrams(connection):
            found.append(
                Warning(
                    f"“{alias}” has no pg_trgm: searches in scripts without spaces look through "
                    "every text in such a script.",
                    hint="CREATE EXTENSION pg_trgm, then “manage.py rebuild_index”.",
                    id="index.W002",
                )
            )
    return found
