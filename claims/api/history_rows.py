"""History as the API shows it."""

from typing import Any

from django.db.models import F

from claims.api.people import people_in

# The changed row's id under the name with which an ordering ends.
HISTORY_ID = {"public_id": F("record")}
HISTORY_COLUMNS = (
    "what",
    "public_id",
    "version",
    "field",
    "old",
    "new",
    "by",
    "at",
    "request_id",
)
HISTORY_ORDERINGS = {"at": ("at", "version", "field", "public_id")}


def history_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of HISTORY_COLUMNS as the API shows them, in one query more."""
    people = people_in(rows, "by")
    return [_history_row(row, people.get(row["by"])) for row in rows]


def _history_row(row: dict[str, Any], by: Any) -> dict[str, Any]:
    return {
        "what": row["what"].partition(".")[2],
        "id": row["public_id"],
        "field": row["field"] or None,
        "old": row["old"],
        "new": row["new"],
        "by": by,
        "at": row["at"],
        "request_id": row["request_id"] or None,
    }
