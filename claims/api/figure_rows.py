"""Figures as the API shows them."""

from typing import Any

from claims.models import Quantity
from claims.record.shapes import FIGURE, figure
from factcheck.records.rows_of import RowsOf

_ALL = Quantity.objects.order_by("position", "pk").values(
    "claim",
    "public_id",
    *FIGURE,
    "state",
    "is_answer",
)
_QUANTITIES_OF = {
    True: RowsOf(_ALL, by="claim"),
    False: RowsOf(_ALL.exclude(state=Quantity.State.REJECTED), by="claim"),
}


def quantities_of(claims: list[Any], *, desk: bool) -> list[dict[str, Any]]:
    """The figures of these claims, in order; to readers without rejected ones."""
    return _QUANTITIES_OF[desk](claims)


def quantity_row(row: dict[str, Any], *, desk: bool) -> dict[str, Any]:
    """A claim's figure: its shape, and what the desk made of it."""
    return {
        "id": row["public_id"],
        **figure(row),
        "is_answer": row["is_answer"],
        "state": row["state"] if desk else None,
    }
