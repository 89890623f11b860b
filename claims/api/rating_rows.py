"""Ratings as the API shows them, alone and within a verdict."""

from typing import Any

from claims.models.rating import BEST, WORST

COLUMNS = ("public_id", "slug", "name", "definition", "value", "colour", "order", "version")


def rating_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them."""
    return [
        {"id": row["public_id"], **scored(row), "order": row["order"], "version": row["version"]}
        for row in rows
    ]


def scored(row: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """A rating as documents carry it; one outside the scale has no value, best or worst."""
    value = row[f"{prefix}value"]
    return {
        "slug": row[f"{prefix}slug"],
        "name": row[f"{prefix}name"],
        "definition": row[f"{prefix}definition"],
        "value": value,
        "best": None if value is None else BEST,
        "worst": None if value is None else WORST,
        "colour": row[f"{prefix}colour"],
    }
