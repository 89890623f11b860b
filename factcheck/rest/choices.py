"""What there is to choose from, told to whoever has asked for something else."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet


def no_choice(text: Any, known: Iterable[Any]) -> str:
    """That there is no such choice, and which there are."""
    return f"There is no “{text}”. {known_are(known)}"


def known_are(known: Iterable[Any]) -> str:
    """A sentence of the names that may be given."""
    return f"Known are: {', '.join(map(str, known))}."


def known_rows(rows: QuerySet[Any], told_by: str | None) -> str:
    """
    The same of rows by their slugs, with a space before it, in the order of a column.

    Without a column, because rows are many, it is empty; and so it is where there are none.
    """
    slugs = list(rows.order_by(told_by, "pk").values_list("slug", flat=True)) if told_by else []
    return f" {known_are(slugs)}" if slugs else ""
