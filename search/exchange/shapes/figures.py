"""Figures in a file: each in a row of its own, or in the row of its claim."""

from typing import Any

from claims.models import Quantity
from claims.models.quantity import SAID
from claims.record import shapes
from factcheck.records.rows_of import RowsOf

SHAPE = (*SAID, "state", "is_answer")

COLUMNS = (
    "public_id",
    "claim__public_id",
    "claim__statement",
    "claim__question__slug",
    *SHAPE,
)
KEYS = ("id", "claim", "statement", "question", *SHAPE)

of_claims = RowsOf(Quantity.objects.order_by("position", "pk").values("claim", *SHAPE), by="claim")


def figure(row: dict[str, Any]) -> dict[str, Any]:
    """What the figure says and what editors made of it; decimals as plain text."""
    return shapes.figure(row, SHAPE)


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of COLUMNS with the keys KEYS."""
    return [
        {
            "id": row["public_id"],
            "claim": row["claim__public_id"],
            "statement": row["claim__statement"],
            "question": row["claim__question__slug"],
            **figure(row),
        }
        for row in rows
    ]
