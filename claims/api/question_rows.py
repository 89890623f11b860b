"""Questions as the API shows them."""

from typing import Any

from factcheck.rest.rows import joined, reference

NAMED = ("slug", "text")

COLUMNS = (
    "public_id",
    "slug",
    "text",
    "unit",
    "place",
    "period",
    *joined("part_of", NAMED),
    "part_of__public_since",
    "has_conflict",
    "has_public_conflict",
    "version",
    "created_at",
)


def question_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them."""
    return [_question_row(row, desk=desk) for row in rows]


def _question_row(row: dict[str, Any], *, desk: bool) -> dict[str, Any]:
    wider_is_seen = desk or row["part_of__public_since"] is not None
    return {
        "id": row["public_id"],
        "slug": row["slug"],
        "text": row["text"],
        "unit": row["unit"] or None,
        "place": row["place"] or None,
        "period": row["period"] or None,
        "part_of": reference(row, "part_of", NAMED) if wider_is_seen else None,
        "has_conflict": row["has_conflict" if desk else "has_public_conflict"],
        "version": row["version"],
        "created_at": row["created_at"],
    }
