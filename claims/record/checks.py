"""A system check: the triggers that keep the public record are there."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from claims.record import triggers


def triggers_are_there(
    app_configs: Any, databases: Sequence[str] | None, **kwargs: Any
) -> list[CheckMessage]:
    """`manage.py check --database default` names the triggers that are missing."""
    return [
        Error(
            f"The public record is unprotected: {', '.join(absent)} missing in “{alias}”.",
            hint="“manage.py migrate” makes them anew.",
            id="claims.E001",
        )
        for alias in databases or ()
        if _is_migrated(alias) and (absent := triggers.missing(alias))
    ]


def _is_migrated(alias: str) -> bool:
    """Before the first migration there is nothing to protect."""
    return set(triggers.tables()) <= set(connections[alias].introspection.table_names())
