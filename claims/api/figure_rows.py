"""Figures as the API shows them."""

from typing import Any

from claims.models import Quantity
from claims.quantities.quantity import plain

QUANTITIES = Quantity.objects.order_by("position", "pk").values(
    "claim",
    "public_id",
    "text",
    "start",
    "end",
    "value",
    "low",
    "high",
    "low_open",
    "high_open",
    "comparator",
    "unit",
    "unit_implied",
    "kind",
    "statistic",
    "role",
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
        **figure_row(row),
        "is_answer": row["is_answer"],
        "state": row["state"] if desk else None,
    }


def figure_row(row: dict[str, Any]) -> dict[str, Any]:
    """The shape of every figure; decimals as plain strings."""
    return {
        "text": row["text"],
        "start": row["start"],
        "end": row["end"],
        "value": plain(row["value"]),
        "low": plain(row["low"]),
        "high": plain(row["high"]),
        "low_open": row["low_open"],
        "high_open": row["high_open"],
        "comparator": row["comparator"],
        "unit": row["unit"],
        "unit_implied": row["unit_implied"],
        "kind": row["kind"],
        "statistic": row["statistic"],
        "role": row["role"],
    }
