"""Shared by the reader's tests: where the public sets lie, and figures in short notation."""

from pathlib import Path

import pytest

from claims.quantities import Quantity
from claims.quantities.quantity import plain

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"

needs_shared_data = pytest.mark.skipif(
    not SHARED.is_dir(), reason="The public sets are not beside this checkout (../shared/data)."
)


def short(quantity: Quantity) -> str:
    """ "comparator value unit", "range low high unit" or "vague unit"; "-" for no unit."""
    unit = quantity.unit or "-"
    if quantity.comparator in {"range", "order"}:
        return f"{quantity.comparator} {plain(quantity.low)} {plain(quantity.high)} {unit}"
    if quantity.comparator == "vague":
        return f"vague {unit}"
    return f"{quantity.comparator} {plain(quantity.value)} {unit}"
