"""Shapes that documents share with the newsroom's own answers: a figure, a rating, evidence."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from claims.models.evidence import SAID
from claims.models.rating import BEST, WORST
from claims.quantities.qualifiers import qualifier_in
from claims.quantities.quantity import Quantity, plain

FIGURE = (
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
)
_NUMBERS = frozenset({"value", "low", "high"})


def figure(row: Mapping[str, Any], names: Sequence[str] = FIGURE) -> dict[str, Any]:
    """The shape of every figure, or of all that these names are; decimals as plain strings."""
    return {name: plain(row[name]) if name in _NUMBERS else row[name] for name in names}


def figure_of(shape: Mapping[str, Any], quote: str) -> Quantity:
    """
    The figure of a shape, for those who compare figures or put them in words.

    The quote of its claim says whose it counts.
    """
    said = {name: shape[name] for name in FIGURE}
    numbers = {name: Decimal(said[name]) for name in _NUMBERS if said[name] is not None}
    unit = None if shape["unit_implied"] else shape["unit"]
    qualifier = qualifier_in(quote, end=shape["end"], unit=unit)
    return Quantity(**said | numbers, qualifier=qualifier)


def scored(row: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """A rating with its scale; one outside the scale has no value, best or worst."""
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


def piece(row: Mapping[str, Any], source: Any) -> dict[str, Any]:
    """A piece of evidence, whole, with its source as told; an empty text is none."""
    return {"source": source} | {name: row[name] or None for name in SAID}
