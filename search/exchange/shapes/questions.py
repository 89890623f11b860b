"""Questions in a file."""

from typing import Any

from search.exchange.shapes.dates import told

COLUMNS = (
    "public_id",
    "slug",
    "text",
    "unit",
    "place",
    "period",
    "part_of__slug",
    "created_at",
)
KEYS = ("id", "slug", "text", "unit", "place", "period", "part_of", "created_at")


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of COLUMNS with the keys KEYS."""
    return [
        {
            "id": row["public_id"],
            "slug": row["slug"],
            "text": row["text"],
            "unit": row["unit"] or None,
            "place": row["place"] or None,
            "period": row["period"] or None,
            "part_of": row["part_of__slug"],
            "created_at": told(row["created_at"]),
        }
        for row in rows
    ]
