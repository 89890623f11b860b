"""Sources in a file."""

from typing import Any

from factcheck.rest.rows import grouped
from search.exchange.shapes.dates import told
from sources.models import SourceAlias

COLUMNS = (
    "pk",
    "public_id",
    "slug",
    "name",
    "kind",
    "country",
    "description",
    "speaks_for__slug",
    "created_at",
)
KEYS = (
    "id",
    "slug",
    "name",
    "kind",
    "country",
    "description",
    "speaks_for",
    "aliases",
    "created_at",
)


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of COLUMNS with the keys KEYS; their aliases in one query."""
    aliases = SourceAlias.objects.filter(source__in=[row["pk"] for row in rows])
    names = grouped(aliases.order_by("name", "pk").values("source", "name"), by="source")
    return [
        {
            "id": row["public_id"],
            "slug": row["slug"],
            "name": row["name"],
            "kind": row["kind"],
            "country": row["country"] or None,
            "description": row["description"] or None,
            "speaks_for": row["speaks_for__slug"],
            # In Python's order: each database has one of its own.
            "aliases": sorted(each["name"] for each in names[row["pk"]]),
            "created_at": told(row["created_at"]),
        }
        for row in rows
    ]
