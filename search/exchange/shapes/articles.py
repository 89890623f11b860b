"""Articles in a file, with the latest of their texts."""

from typing import Any

from search.exchange.shapes.dates import exactly, told

COLUMNS = (
    "public_id",
    "headline",
    "url",
    "publisher__slug",
    "language",
    "published_at",
    "text_is_public",
    "latest_text",
    "created_at",
)
KEYS = (
    "id",
    "headline",
    "url",
    "publisher",
    "language",
    "published_at",
    "text_is_public",
    "text",
    "created_at",
)


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of COLUMNS with the keys KEYS."""
    return [
        {
            "id": row["public_id"],
            "headline": row["headline"],
            "url": row["url"],
            "publisher": row["publisher__slug"],
            "language": row["language"],
            "published_at": exactly(row["published_at"]),
            "text_is_public": row["text_is_public"],
            "text": row["latest_text"],
            "created_at": told(row["created_at"]),
        }
        for row in rows
    ]
