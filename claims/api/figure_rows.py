"""Figures as the API shows them."""

from typing import Any

from claims.models import Quantity
from claims.record.shapes import FIGURE, figure

QUANTITIES = Quantity.objects.order_by("position", "pk").values(
    "claim",
    "public_id",
    *FIGURE,
    "state",
    "is_answer",
)


def quantities_of(claims: list[Any], *, desk: bool) -> list[dict[str, Any]]:
    """The figures of these claims, in order; to readers without rejected ones."""
    rows = QUANTITIES.filter(claim__in=claims)
    return list(rows if desk else rows.exclude(state=Quantity.State.REJECTED))


def quantity_row(row: dict[str, Any], *, desk: bool) -> dict[str, Any]:
    """A claim's figure: its shape, and what the desk made of it."""
    return {
        "id": row["public_id"],
        **figure(row),
        "is_answer": row["is_answer"],
        "state": row["state"] if desk else None,
    }
