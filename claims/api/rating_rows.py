"""Ratings as the API shows them."""

from typing import Any

from claims.record.shapes import scored

COLUMNS = ("public_id", "slug", "name", "definition", "value", "colour", "order", "version")


def rating_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them."""
    return [
        {"id": row["public_id"], **scored(row), "order": row["order"], "version": row["version"]}
        for row in rows
    ]
